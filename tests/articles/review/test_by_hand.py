"""A contact that a person adds by marking words in an article."""

import re

import pytest
from django.urls import reverse

from articles.models import Mention
from articles.review import actions
from articles.review.actions import subject
from tests.articles.readings import reading, store
from tests.articles.review.pages import TEXT, added
from timeline.models import Contact, Decision

pytestmark = pytest.mark.django_db


def test_a_contact_added_by_hand_has_its_words_and_counts_as_confirmed(reviewer_client, contact, article):
    article.refresh_from_db()
    page = added(reviewer_client, article)
    assert "added by hand" in page.content.decode()
    call = Contact.objects.get(kind="call")
    assert (call.review, call.by_hand) == ("confirmed", True)
    evidence = call.mentions.get().evidence.get()
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "Abu Marzouk rang Bogdanov up"


def test_a_contact_added_by_hand_stays_when_the_article_is_read_again(reviewer_client, contact, article):
    article.refresh_from_db()
    added(reviewer_client, article)
    store(article, reading(text=TEXT))
    store(article)
    assert [m.reader for m in Mention.objects.all()] == ["person"]
    assert Contact.objects.get(kind="call").review == "confirmed"


def test_the_readers_own_mention_gives_way_to_the_one_by_hand(reviewer_client, contact, article):
    article.refresh_from_db()
    added(reviewer_client, article)
    store(article, reading(text=TEXT), reading("rang", text=TEXT, kind="call"))
    assert sorted(Mention.objects.values_list("kind", "reader")) == [
        ("call", "person"),
        ("meeting", "rules"),
    ]


def test_adding_is_undone_like_every_decision(reviewer_client, contact, article, reviewer):
    article.refresh_from_db()
    added(reviewer_client, article)
    actions.undo(Decision.objects.get(verb="add").pk, reviewer)
    assert Contact.objects.get().kind == "meeting"


@pytest.mark.parametrize(
    ("quote", "complaint"),
    [
        ("they shook hands", "do not stand in the article"),
        ("they met", "stand in the article 2 times"),
        ("  ", "required|Mark some words"),
    ],
)
def test_words_that_do_not_stand_in_the_article_are_refused(
    reviewer_client, contact, article, quote, complaint
):
    article.refresh_from_db()
    answer = added(reviewer_client, article, quote=quote)
    assert answer.status_code == 400
    assert re.search(complaint, answer.content.decode())
    assert Contact.objects.count() == 1


def test_words_that_stand_twice_are_told_apart_by_the_place_marked(reviewer_client, contact, article):
    article.refresh_from_db()
    second = TEXT.rindex("they met")
    added(reviewer_client, article, quote="they met", start=str(second))
    assert Mention.objects.get(reader="person").evidence.get().start == second


def test_words_marked_in_a_text_that_is_another_by_now_add_nothing(reviewer_client, contact, article):
    article.refresh_from_db()
    answer = added(reviewer_client, article, text="0" * 64)
    assert answer.status_code == 409
    assert "Changed meanwhile" in answer.content.decode()
    assert Contact.objects.count() == 1


def test_the_articles_page_says_what_was_added_and_what_is_no_longer_found(
    reviewer_client, contact, article, reviewer
):
    article.refresh_from_db()
    added(reviewer_client, article)
    actions.confirm(contact.public_id, subject(contact.public_id).version, reviewer)
    store(article)
    page = reviewer_client.get(reverse("article", args=[article.public_id])).content.decode()
    assert page.count("added by hand") == 1
    assert page.count("no longer found") == 1
