"""One article: its words, what they say, and what a person sets right."""

import re
from datetime import date

import pytest
from django.urls import reverse

from articles.models import Article
from tests.factories import make_actor, make_article, make_contact, make_mention

pytestmark = pytest.mark.django_db
State = Article.State
TEXT = "Hamas in Moscow\n\nMOSCOW, 24 October 2024. Abu Marzouk met Bogdanov <b>on Wednesday</b>."


@pytest.fixture(autouse=True)
def _no_broker(monkeypatch):
    monkeypatch.setattr("articles.queue.send", lambda ids: len(list(ids)))


@pytest.fixture
def article():
    article = make_article(
        text=TEXT,
        language="en",
        title="Hamas in Moscow",
        published=date(2024, 10, 24),
        shown={"title": [0, 15], "published": [25, 40]},
        note="Facts from https://example.org/report",
    )
    contact = make_contact(people=[make_actor(), make_actor("Mikhail Bogdanov", side="Russia")])
    evidence = [("trigger", "met"), ("date", "on Wednesday"), ("participant", "Bogdanov")]
    make_mention(
        article, contact=contact, evidence=evidence, doubts=["the year is not written"], confidence=0.72
    )
    return article


def page(client, article) -> str:
    response = client.get(reverse("article", args=[article.public_id]))
    assert response.status_code == 200
    return response.content.decode()


def marks(html: str) -> list[tuple[str, str, str]]:
    """Anchor, address and words of each mark."""
    return re.findall(r'<mark id="(\w+)".*?<a href="([^"]+)">(.*?)</a>', html, re.S)


def test_each_mark_leads_to_its_contact(reader_client, article):
    contact = article.mentions.get().contact
    found = marks(page(reader_client, article))
    assert [words for _, _, words in found] == ["met", "Bogdanov", "on Wednesday"]
    assert {address for _, address, _ in found} == {reverse("contact", args=[contact.public_id])}


def test_each_quote_leads_to_its_place_in_the_text(reader_client, article):
    html = page(reader_client, article)
    for evidence in article.mentions.get().evidence.all():
        assert f'href="#e{evidence.pk}"' in html
        assert f'<mark id="e{evidence.pk}"' in html


def test_a_mark_says_which_field_and_how_it_follows(reader_client, article):
    article.mentions.get().evidence.filter(field="date").update(
        derivation="last such weekday up to 2024-10-24"
    )
    html = page(reader_client, article)
    why = "the last such weekday up to publication (Thu 24 Oct 2024)"
    assert f'title="1. Meeting: when: {why}"' in html
    assert f">{why}</span>" in html
    assert "2024-10-24" not in html.split('id="told"')[1]


def test_the_articles_words_are_text_whatever_stands_in_them(reader_client, article):
    html = page(reader_client, article)
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


def test_doubts_and_confidence_are_shown(reader_client, article):
    html = page(reader_client, article)
    assert "the year is not written" in html
    assert "score 72" in html


def test_the_date_is_shown_with_the_words_it_comes_from(reader_client, article):
    html = page(reader_client, article)
    assert 'href="#shown-published"' in html
    assert "found in the text" in html
    assert '<span class="shown" id="shown-published"' in html
    assert ">24 October 2024</span>" in html


def test_a_given_date_is_said_to_be_given(reader_client, article):
    Article.objects.update(published_from="given", shown={})
    assert "given at upload" in page(reader_client, article)


def test_without_any_date_the_page_says_what_that_costs(contributor_client, article):
    Article.objects.update(published=None, published_from="unknown")
    html = page(contributor_client, article)
    assert "No publication date was given" in html
    assert "date not known" in html


def test_an_arabic_article_reads_from_right_to_left(reader_client):
    arabic = make_article(text="التقى لافروف وفد حماس في موسكو", language="ar", title="لافروف")
    assert re.search(
        r'<article class="article-text"[^>]*dir="rtl"[^>]*lang="ar"', page(reader_client, arabic), re.S
    )


def test_the_note_links_the_report_that_the_facts_are_from(reader_client, article):
    assert '<a href="https://example.org/report" rel="nofollow">' in page(reader_client, article)


@pytest.mark.parametrize(
    ("state", "reason", "words"),
    [
        (State.RECEIVED, "", "Waiting"),
        (State.FAILED, "This PDF is damaged and cannot be read.", "This PDF is damaged"),
        (State.QUARANTINED, "Broken off three times.", "Set aside"),
    ],
)
def test_an_article_without_text_has_a_page_all_the_same(contributor_client, state, reason, words):
    assert words in page(
        contributor_client, make_article(text="", state=state, reason=reason, published=None)
    )


def test_a_mention_without_a_contact_leads_to_its_card(reader_client, article):
    mention = article.mentions.get()
    mention.contact.delete()
    html = page(reader_client, article)
    assert {address for _, address, _ in marks(html)} == {f"#m{mention.pk}"}
    assert f'id="m{mention.pk}"' in html


def test_the_number_of_queries_does_not_grow_with_the_mentions(
    reader_client, django_assert_max_num_queries, article
):
    for _ in range(20):
        make_mention(article, contact=make_contact(), evidence=[("trigger", "met"), ("date", "on Wednesday")])
    with django_assert_max_num_queries(11):
        page(reader_client, article)


def correct(client, article, **changes):
    form = {"published": "2024-10-24", "outlet": "", "title": article.title, "language": "en", "url": ""}
    return client.post(reverse("article-correct", args=[article.public_id]), {**form, **changes})


def test_a_correction_is_kept_and_the_article_is_read_again(contributor_client, article):
    correct(contributor_client, article, published="2024-10-25", outlet="TASS")
    article.refresh_from_db()
    assert article.given == {"published": "2024-10-25", "outlet": "TASS"}
    assert article.state == State.RECEIVED


def test_what_was_not_changed_is_not_turned_into_something_given(contributor_client, article):
    response = correct(contributor_client, article)
    article.refresh_from_db()
    assert (article.given, article.state) == ({}, State.READ)
    assert response.status_code == 302


def test_an_emptied_field_goes_back_to_what_is_found(contributor_client, article):
    Article.objects.update(given={"published": "2024-10-24", "title": "Mine"})
    correct(contributor_client, article, published="")
    article.refresh_from_db()
    assert article.given == {"title": "Mine"}


def test_a_wrong_correction_is_said_and_changes_nothing(contributor_client, article):
    response = correct(contributor_client, article, published="2024-13-45")
    assert response.status_code == 400
    assert "Enter a valid date" in response.content.decode()
    article.refresh_from_db()
    assert article.state == State.READ


def test_a_retry_puts_a_failed_article_back_and_leaves_a_read_one_alone(contributor_client, article):
    failed = make_article(state=State.FAILED, reason="The file is damaged.", attempts=3)
    for row in (failed, article):
        contributor_client.post(reverse("article-retry", args=[row.public_id]))
        row.refresh_from_db()
    assert (failed.state, failed.reason, failed.attempts) == (State.RECEIVED, "", 0)
    assert article.state == State.READ


@pytest.mark.parametrize("name", ["article-correct", "article-retry"])
def test_only_who_may_change_articles_corrects_and_retries(reader_client, article, name):
    assert reverse(name, args=[article.public_id]) not in page(reader_client, article)
    assert reader_client.post(reverse(name, args=[article.public_id])).status_code == 403


def test_the_original_is_handed_out_as_it_came_and_never_shown(reader_client, article):
    Article.objects.update(file_name='../a "b"\r\nSet-Cookie: x.html')
    response = reader_client.get(reverse("article-original", args=[article.public_id]))
    assert b"".join(response.streaming_content) == article.original.read()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert "\r" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_original_that_was_not_kept_is_not_found(reader_client, article):
    Article.objects.update(original="")
    assert reader_client.get(reverse("article-original", args=[article.public_id])).status_code == 404


def test_an_article_that_is_not_there_is_not_found(reader_client):
    assert reader_client.get("/articles/00000000-0000-4000-8000-000000000000/").status_code == 404
