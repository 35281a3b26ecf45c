"""Reading one article: whatever happens, the row says how it went."""

import threading
from datetime import date, timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from articles import door, ingest, queue, reading
from articles.extraction import Document
from articles.models import Article, Evidence, Mention
from benchmarks.generated import articles

pytestmark = pytest.mark.django_db
State = Article.State
TEXTS = [text.encode() for _, text in articles(8)]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2024-01-20T08:00:00Z">
<meta property="og:site_name" content="The Levant Courier"></head>
<body><article><h1>{title}</h1>{body}</article></body></html>"""
BODY = (
    "<p>MOSCOW - Mousa Abu Marzouk met Russian Deputy Foreign Minister Mikhail Bogdanov in Moscow{when}.</p>"
    + (
        "<p>The two sides discussed humanitarian aid for the Gaza Strip and Palestinian unity at length.</p>"
        * 4
    )
)


def read(data: bytes, name: str = "a.txt", **options) -> Article:
    """The article after it was handed over and read."""
    article = door.hand_over(name, data, **options)
    reading.read(article.pk)
    article.refresh_from_db()
    return article


def test_an_article_is_read_and_its_quotes_stand_where_they_say():
    article = read(TEXTS[0])
    assert (article.state, article.claim, article.lease_until) == (State.READ, None, None)
    assert article.mentions.exists()
    for evidence in Evidence.objects.filter(mention__article=article):
        assert article.text[evidence.start : evidence.end] == evidence.quote


def test_reading_twice_changes_nothing():
    article = read(TEXTS[0])
    before = list(article.mentions.values_list("index", "kind", "date_edtf", "place", "contact"))
    reading.read(article.pk)
    assert Article.objects.get(pk=article.pk).attempts == 1
    door.reread(article)
    reading.read(article.pk)
    assert list(article.mentions.values_list("index", "kind", "date_edtf", "place", "contact")) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \n\n", "empty"),
        (bytes(range(256)) * 50, ""),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"%PDF-1.7 broken", ""),
        (b"PK\x03\x04broken", ""),
        (b"lorem " * 1_700_000, "longer"),
        (b"42", "words"),
    ],
    ids=["empty", "blank", "binary", "picture", "broken PDF", "broken archive", "10 MB", "a number"],
)
def test_what_is_no_article_fails_with_a_sentence(data, words):
    article = read(data)
    assert article.state == State.FAILED
    assert words in article.reason
    assert article.reason.endswith((".", "!"))
    assert not article.mentions.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_an_encoding_is_found_out(encoding):
    assert "ХАМАС" in read(TEXTS[2].decode().encode(encoding)).text


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbf" + TEXTS[0], TEXTS[0].replace(b"\n", b"\r\n"), TEXTS[0] + b"\n \n"],
    ids=["a mark before it", "other line ends", "a blank line more"],
)
def test_the_same_text_in_another_file_is_a_duplicate(data):
    first = read(TEXTS[0])
    second = read(data, "another.txt")
    assert (second.state, second.duplicate_of) == (State.DUPLICATE, first)
    assert not second.mentions.exists()


def test_an_article_that_is_read_again_stays_the_original():
    first = read(TEXTS[0])
    door.reread(first)
    second = read(b"\xef\xbb\xbf" + TEXTS[0])
    assert second.duplicate_of == first
    reading.read(first.pk)
    first.refresh_from_db()
    assert first.state == State.READ


def test_an_error_of_ours_fails_with_a_sentence_and_goes_into_the_log(monkeypatch, caplog):
    monkeypatch.setattr(reading, "extract", lambda *args: 1 / 0)
    article = read(TEXTS[0])
    assert article.state == State.FAILED
    assert "Demarche itself failed" in article.reason
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in article.reason


def test_a_database_that_is_busy_puts_the_article_back(monkeypatch):
    article = door.hand_over("a.txt", TEXTS[0])

    def busy(*args, **kwargs):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(ingest, "store", busy)
        reading.read(article.pk)
    article.refresh_from_db()
    assert (article.state, article.attempts, article.claim) == (State.RECEIVED, 1, None)
    reading.read(article.pk)
    article.refresh_from_db()
    assert article.state == State.READ


def test_a_worker_whose_lease_ran_out_writes_nothing():
    article = door.hand_over("a.txt", TEXTS[0])
    slow = queue.claim(article.pk)
    Article.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    quick = queue.claim(article.pk)
    assert slow != quick
    with pytest.raises(queue.ClaimLost):
        ingest.store(article, Document("Too late."), [], claim=slow)
    with pytest.raises(queue.ClaimLost):
        queue.settle(article.pk, slow, state=State.FAILED, reason="Too late.")
    queue.give_back(article.pk, slow)
    article.refresh_from_db()
    assert (article.state, article.claim, article.text) == (State.READING, quick, "")


def test_an_article_removed_in_mid_reading_troubles_nobody(monkeypatch):
    article = door.hand_over("a.txt", TEXTS[0])
    extract = reading.extract

    def remove_then_extract(*args):
        Article.objects.all().delete()
        return extract(*args)

    monkeypatch.setattr(reading, "extract", remove_then_extract)
    reading.read(article.pk)
    assert not Article.objects.exists()
    assert not Mention.objects.exists()


def test_an_article_whose_file_is_gone_is_read_again_from_its_text():
    article = read(TEXTS[0])
    text = article.text
    article.original.storage.delete(article.original.name)
    door.reread(article, given={"published": "2024-03-01"})
    reading.read(article.pk)
    article.refresh_from_db()
    assert (article.state, article.text) == (State.READ, text)
    assert (article.published, article.published_from) == (date(2024, 3, 1), "given")


def test_a_file_that_is_gone_before_it_was_read_fails_with_a_sentence():
    article = door.hand_over("a.txt", TEXTS[0])
    article.original.storage.delete(article.original.name)
    reading.read(article.pk)
    article.refresh_from_db()
    assert (article.state, article.reason) == (State.FAILED, reading._GONE)


@pytest.mark.parametrize(
    ("when", "given", "published", "source"),
    [
        (" on 19 January 2024", {"published": "2024-01-25"}, date(2024, 1, 25), "given"),
        ("", {}, date(2024, 1, 20), "page"),
    ],
)
def test_what_is_given_wins_and_the_page_fills_what_the_text_leaves_open(when, given, published, source):
    page = PAGE.format(title="Hamas delegation in Moscow", body=BODY.format(when=when))
    article = read(page.encode(), "a.html", given=given)
    assert (article.published, article.published_from) == (published, source)
    assert article.outlet_name == "The Levant Courier"
    assert article.media_type == "text/html"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_read_one_article_twice(monkeypatch, tmp_path):
    article = door.hand_over("a.txt", TEXTS[0])
    inside, go_on = threading.Event(), threading.Event()
    extract = reading.extract

    def wait_inside(*args):
        inside.set()
        assert go_on.wait(60)
        return extract(*args)

    monkeypatch.setattr(reading, "extract", wait_inside)
    first = threading.Thread(target=reading.read, args=[article.pk])
    first.start()
    assert inside.wait(60)
    reading.read(article.pk)  # returns at once: the claim is the other's
    go_on.set()
    first.join()
    article.refresh_from_db()
    assert (article.state, article.attempts) == (State.READ, 1)
