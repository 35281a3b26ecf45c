"""The queue: what waits for review, the most doubtful first."""

import re

import pytest
from django.urls import reverse

from tests.articles.review.pages import fields_of
from tests.factories import make_contact

pytestmark = pytest.mark.django_db


def queue(client, **query):
    return client.get(reverse("review"), query)


def test_the_doubtful_and_the_much_told_come_first(reviewer_client):
    for place, values in {
        "sure": {"confidence": 0.99},
        "doubtful": {"confidence": 0.3},
        "doubtful and much told": {"confidence": 0.3, "article_count": 12},
        "disputed": {"confidence": 0.9, "conflicts": ["date"]},
    }.items():
        make_contact(place=place, **values)
    order = [queue(reviewer_client, skip=n).context["contact"].place for n in range(4)]
    assert order == ["doubtful and much told", "doubtful", "disputed", "sure"]


def test_what_changed_under_a_confirmation_comes_before_everything(reviewer_client):
    make_contact(confidence=0.1)
    stake = make_contact(review="confirmed", changed_since=["date"], confidence=0.99)
    make_contact(review="confirmed")
    make_contact(review="rejected")
    page = queue(reviewer_client)
    assert page.context["contact"] == stake
    assert page.context["left"] == 2


def test_the_queue_has_the_sentence_that_tells_the_contact(reviewer_client, contact):
    page = queue(reviewer_client).content.decode()
    assert "Report 1: they <mark>met</mark> at last." in re.sub(r"\s+", " ", page)


def test_the_queue_goes_on_with_the_next_one(reviewer_client, contact):
    make_contact(confidence=0.99)
    data = {**fields_of(queue(reviewer_client).content.decode()), "verb": "confirm"}
    page = reviewer_client.post(reverse("review-decide", args=[contact.public_id]), data, follow=True)
    assert page.redirect_chain[-1][0] == reverse("review")
    assert page.context["left"] == 1
    assert "1 of 1 reviewed contact confirmed" in page.content.decode()


def test_the_queue_keeps_to_the_filter(reviewer_client):
    make_contact(place="Doha")
    make_contact(place="Moscow")
    assert queue(reviewer_client, place="Doha").context["left"] == 1


def test_an_empty_queue_says_so(reviewer_client):
    assert "Nothing left to review" in queue(reviewer_client).content.decode()


def test_the_queue_costs_the_same_however_many_wait(reviewer_client, contact, django_assert_max_num_queries):
    for day in range(1, 25):
        make_contact(date=f"2022-03-{day:02d}", people=["Mousa Abu Marzouk", f"Person {day}"])
    with django_assert_max_num_queries(18):
        queue(reviewer_client)
