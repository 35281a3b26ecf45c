"""Handing articles over: a row for each file, an answer at once, nothing read yet."""

import json

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import door
from articles.models import Article
from tests.articles.files import ENGLISH, pdf
from tests.factories import make_contact, make_mention

TEXT = "\n".join(ENGLISH)


@pytest.fixture(autouse=True)
def hints(monkeypatch):
    """The ids of which a worker would be told; no broker is asked for these tests."""
    sent: list[int] = []
    monkeypatch.setattr("articles.queue.send", sent.extend)
    return sent


def files(*contents: bytes, name: str = "article-{}.txt") -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name.format(number), content) for number, content in enumerate(contents)]


def hand_over(client, **data):
    return client.post(reverse("upload"), data)


def test_a_pasted_text_becomes_an_article_named_after_its_first_line(contributor_client, contributor):
    response = hand_over(contributor_client, text=f"\r\n{TEXT}".replace("\n", "\r\n"))
    article = Article.objects.get()
    assert response["Location"].startswith(f"{reverse('article-list')}?upload=")
    assert (article.contributor, article.state) == (contributor, "received")
    assert article.file_name == f"{ENGLISH[0][:80]}.txt"
    assert article.original.read().decode().strip() == TEXT


def test_nothing_is_read_before_the_answer(
    contributor_client, django_capture_on_commit_callbacks, hints, monkeypatch
):
    monkeypatch.setattr(
        "articles.intake.formats.read_file", lambda *_: pytest.fail("read during the request")
    )
    with django_capture_on_commit_callbacks(execute=True):
        hand_over(contributor_client, files=files(pdf(), b"x"))
    assert hints == list(Article.objects.order_by("pk").values_list("pk", flat=True))
    assert set(Article.objects.values_list("state", flat=True)) == {"received"}


def test_what_is_known_of_the_upload_holds_for_every_file(contributor_client):
    hand_over(
        contributor_client,
        files=files(b"one", b"two"),
        published="2024-10-24",
        outlet="TASS",
        url="https://example.org/a",
    )
    given = {"published": "2024-10-24", "outlet": "TASS", "url": "https://example.org/a"}
    assert [article.given for article in Article.objects.all()] == [given, given]


def test_a_thousand_files_in_one_request_are_a_thousand_rows(contributor_client):
    response = hand_over(
        contributor_client, files=files(*(f"article number {n}".encode() for n in range(1000)))
    )
    assert response.status_code == 302
    assert Article.objects.count() == 1000


def test_a_drop_in_several_requests_is_one_list(contributor_client):
    accept = {"Accept": "application/json"}
    one = contributor_client.post(reverse("upload"), {"files": files(b"one", b"two")}, headers=accept).json()
    two = contributor_client.post(
        reverse("upload"), {"files": files(b"three"), "first": one["first"]}, headers=accept
    ).json()
    assert contributor_client.get(two["address"]).context["page"].paginator.count == 3


def test_while_a_drop_goes_on_the_script_learns_what_was_found(contributor_client):
    send = {"headers": {"Accept": "application/json"}}
    first = contributor_client.post(reverse("upload"), {"files": files(b"one")}, **send).json()
    article = Article.objects.get()
    Article.objects.update(state="read")
    make_mention(article, contact=make_contact())
    answer = contributor_client.post(
        reverse("upload"), {"files": files(b"two"), "first": first["first"]}, **send
    ).json()
    assert (first["found"], answer["found"]) == (0, 1)


def test_files_that_come_together_are_taken_in_together_or_not_at_all(contributor_client, monkeypatch, media):
    real = door.hand_over

    def fails_at_the_second(name, *args, **options):
        if name == "article-1.txt":
            raise OSError("disk full")
        return real(name, *args, **options)

    monkeypatch.setattr("articles.door.hand_over", fails_at_the_second)
    with pytest.raises(OSError, match="disk full"):
        hand_over(contributor_client, files=files(b"one", b"two"))
    assert not Article.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_the_same_file_twice_is_a_duplicate_that_leads_to_the_first(contributor_client):
    response = contributor_client.post(reverse("upload"), {"files": files(b"same", b"same")}, follow=True)
    first, second = Article.objects.order_by("pk")
    assert second.duplicate_of == first
    assert reverse("article", args=[first.public_id]) in response.content.decode()
    assert "Duplicate" in response.content.decode()


def test_a_file_that_is_too_large_gets_a_row_with_a_sentence(contributor_client, settings):
    settings.MAX_FILE_BYTES = 1024
    response = contributor_client.post(
        reverse("upload"), {"files": files(b"x" * 2000, b"small")}, follow=True
    )
    assert "at most" in response.content.decode()
    assert sorted(Article.objects.values_list("state", flat=True)) == ["failed", "received"]


def test_an_empty_file_gets_a_row_too(contributor_client):
    hand_over(contributor_client, files=files(b""))
    assert Article.objects.get().state == "received"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\x.txt", "/etc/cron.d/x", "a\u202etxt.exe", "<b>x</b>.txt"]
)
def test_a_name_is_only_a_label(contributor_client, settings, name):
    file = SimpleUploadedFile("x", b"some text")
    file._name = name  # what a hostile client sends; Django's own cleaning is passed by
    hand_over(contributor_client, files=[file])
    article = Article.objects.get()
    assert ".." not in article.original.name
    assert article.original.path.startswith(str(settings.MEDIA_ROOT))
    page = contributor_client.get(reverse("article-list")).content.decode()
    assert "<b>x" not in page
    assert "\u202e" not in page


def test_nothing_handed_over_is_said_so(contributor_client):
    response = hand_over(contributor_client, text="  \n ")
    assert response.status_code == 400
    assert "Choose files or paste a text." in response.content.decode()


def test_a_wrong_date_keeps_the_text_and_takes_nothing_in(contributor_client):
    response = hand_over(contributor_client, text=TEXT, published="yesterday", url="no address")
    page = response.content.decode()
    assert response.status_code == 400
    assert ENGLISH[1] in page
    assert "Enter a valid date" in page
    assert not Article.objects.exists()


def test_the_script_learns_what_is_wrong_as_json(contributor_client):
    response = contributor_client.post(
        reverse("upload"), {"text": TEXT, "published": "x"}, headers={"Accept": "application/json"}
    )
    assert json.loads(response.content)["errors"]["published"][0]["message"] == "Enter a valid date."


def test_somebody_who_may_only_read_learns_it_in_words(reader_client):
    assert reverse("upload") not in reader_client.get(reverse("article-list")).content.decode()
    for response in (reader_client.get(reverse("upload")), hand_over(reader_client, text=TEXT)):
        assert response.status_code == 403
        assert "may read, and not contribute" in response.content.decode()
    assert not Article.objects.exists()


def test_a_stranger_signs_in_first_also_where_reading_is_open(client, db, settings):
    settings.OPEN_READING = True
    response = client.get(reverse("upload"))
    assert response["Location"].startswith(reverse("sign-in"))


def test_the_upload_page_asks_little_of_the_database(contributor_client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        assert contributor_client.get(reverse("upload")).status_code == 200


def test_as_many_files_as_the_page_promises_are_let_in():
    assert settings.DATA_UPLOAD_MAX_NUMBER_FILES > 1000
