"""The list of articles: how far each has come, in words, and which are shown."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from articles.models import Article, Collection
from tests.factories import make_article, make_contact, make_mention, make_outlet

pytestmark = pytest.mark.django_db
State = Article.State


@pytest.fixture(autouse=True)
def _no_broker(monkeypatch):
    monkeypatch.setattr("articles.queue.send", lambda ids: len(list(ids)))


def shown(client, query: str = "") -> list[str]:
    return [str(article) for article in client.get(f"{reverse('article-list')}?{query}").context["page"]]


def states(client, query: str = "") -> dict:
    return client.get(f"{reverse('article-states')}?{query}").json()


def read_with(contacts: int, **fields) -> Article:
    article = make_article(**fields)
    for _ in range(contacts):
        make_mention(article, contact=make_contact())
    return article


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: make_article(state=State.RECEIVED), "Waiting"),
        (lambda: make_article(state=State.READING), "Reading"),
        (lambda: read_with(3), "Read: 3 contacts"),
        (lambda: read_with(1), "Read: 1 contact<"),
        (make_article, "No contact found"),
        (lambda: make_article(state=State.FAILED, reason="This file is empty."), "This file is empty."),
        (lambda: make_article(state=State.QUARANTINED, reason="Broken off three times."), "Set aside"),
    ],
)
def test_every_state_is_said_in_words(reader_client, make, words):
    make()
    assert words in reader_client.get(reverse("article-list")).content.decode()


def test_the_states_are_the_rows_of_the_list(contributor_client):
    waiting = make_article(state=State.RECEIVED)
    read_with(2)
    told = states(contributor_client)
    assert (told["unsettled"], told["summary"]) == (1, "1 of 2 settled, 1 waiting.")
    assert "Read: 2 contacts" in told["rows"][0]["html"]
    assert told["rows"][1]["id"] == str(waiting.public_id)


def test_a_retry_stands_where_something_failed_for_those_who_may(contributor_client, client, reader):
    failed = make_article(state=State.FAILED, reason="The file is damaged.")
    address = reverse("article-retry", args=[failed.public_id])
    assert address in contributor_client.get(reverse("article-list")).content.decode()
    client.force_login(reader)
    assert address not in client.get(reverse("article-list")).content.decode()


def test_filters_narrow_by_state_language_outlet_and_words(reader_client):
    read_with(1, title="Мешаль в Москве", language="ru", outlet="TASS", text="Переговоры прошли")
    make_article(title="Mashal in Moscow", language="en", outlet="Reuters", text="The talks were held")
    make_article(title="", file_name="notes.txt", language="", text="", state=State.FAILED, published=None)
    assert shown(reader_client, "standing=contacts") == ["Мешаль в Москве"]
    assert shown(reader_client, "standing=none") == ["Mashal in Moscow"]
    assert shown(reader_client, "standing=failed") == ["notes.txt"]
    assert shown(reader_client, "language=ru") == ["Мешаль в Москве"]
    assert shown(reader_client, f"outlet={make_outlet('Reuters').key}") == ["Mashal in Moscow"]
    assert shown(reader_client, "q=TALKS+mashal") == ["Mashal in Moscow"]
    assert shown(reader_client, "q=notes") == ["notes.txt"]


@pytest.mark.parametrize("word", ["переговоры", "ПЕРЕГОВОРЫ", "Переговоры", "мешаль"])
def test_words_are_found_in_any_case_in_cyrillic_too(reader_client, word):
    make_article(title="Мешаль в Москве", text="Переговоры прошли")
    assert shown(reader_client, f"q={word}") == ["Мешаль в Москве"]


@pytest.mark.parametrize(
    "query",
    [
        "standing=x",
        "language=%00",
        "outlet=nobody",
        "upload=1-2",
        "upload=a-b-c",
        "id=x",
        "page=999",
        "q=%00",
    ],
)
def test_a_value_that_cannot_be_understood_is_no_error(reader_client, query):
    make_article()
    assert reader_client.get(f"{reverse('article-list')}?{query}").status_code == 200
    assert reader_client.get(f"{reverse('article-states')}?{query}").status_code == 200


def test_tabs_count_what_they_would_show(reader_client):
    for article_state in (State.RECEIVED, State.READING, State.FAILED):
        make_article(state=article_state)
    read_with(1)
    tabs = reader_client.get(f"{reverse('article-list')}?standing=failed").context["tabs"]
    assert {tab["label"]: tab["count"] for tab in tabs} == {
        "All": 4,
        "Waiting": 2,
        "With contacts": 1,
        "Failed": 1,
    }
    assert [tab["label"] for tab in tabs if tab["chosen"]] == ["Failed"]


def test_an_upload_shows_its_own_rows_and_nobody_elses(contributor_client, contributor, reader):
    first = make_article(contributor=contributor)
    make_article(contributor=reader)
    last = make_article(contributor=contributor)
    make_article(contributor=contributor)
    query = f"upload={contributor.pk}-{first.pk}-{last.pk}"
    assert shown(contributor_client, query) == [last.title, first.title]


def test_what_users_wrote_is_text(reader_client):
    make_article(
        title="<script>alert(1)</script>", file_name="<img src=x>.txt", outlet=make_outlet("<i>x</i>")
    )
    page = reader_client.get(reverse("article-list")).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x>" not in page
    assert "<i>x" not in page


def test_an_empty_list_says_what_to_do(contributor_client):
    assert "No articles yet" in contributor_client.get(reverse("article-list")).content.decode()
    make_article()
    assert (
        "No article in this filter"
        in contributor_client.get(f"{reverse('article-list')}?q=zzz").content.decode()
    )


@pytest.mark.parametrize("name", ["article-list", "article-states"])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    contributor_client, django_assert_max_num_queries, name
):
    collection = Collection.objects.create(slug="demo", name="Demo")
    original = read_with(2, outlet="TASS", collection=collection)
    for _ in range(30):
        read_with(1, outlet="Reuters", collection=collection)
        make_article(state=State.DUPLICATE, duplicate_of=original)
        make_article(state=State.FAILED, reason="The file is damaged.")
    with django_assert_max_num_queries(12):
        assert contributor_client.get(reverse(name)).status_code == 200


def test_a_hundred_rows_make_a_page(reader_client):
    for _ in range(3):
        Article.objects.bulk_create(Article(file_name=f"{n}.txt", state=State.READ) for n in range(50))
    assert len(shown(reader_client)) == 100
    assert len(shown(reader_client, "page=2")) == 50


@pytest.fixture
def operator_client(client, contributor):
    contributor.user_permissions.add(Permission.objects.get(codename="delete_article"))
    client.force_login(contributor)
    return client


def test_one_button_removes_the_demo_and_only_it(operator_client):
    demo = Collection.objects.create(slug="demo", name="Demo collection")
    make_article(collection=demo)
    kept = make_article()
    address = reverse("collection-remove", args=["demo"])
    assert address in operator_client.get(reverse("article-list")).content.decode()
    response = operator_client.post(address, follow=True)
    assert "Removed Demo collection: 1 article." in response.content.decode()
    assert list(Article.objects.all()) == [kept]
    assert not Collection.objects.exists()


def test_a_collection_is_removed_by_post_and_by_those_who_may(operator_client, contributor):
    Collection.objects.create(slug="demo", name="Demo")
    address = reverse("collection-remove", args=["demo"])
    assert operator_client.get(address).status_code == 405
    contributor.user_permissions.clear()
    assert operator_client.post(address).status_code == 403
    assert Collection.objects.exists()
