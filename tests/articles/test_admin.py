"""Operators find articles, mentions, evidence, outlets and collections, and get from one to the other."""

import pytest
from django.urls import reverse

from articles.models import Article, Collection, Evidence, Mention, Outlet
from tests.factories import make_article, make_contact, make_mention, make_outlet

MODELS = ["article", "mention", "evidence", "outlet", "collection"]


@pytest.fixture
def rows(db):
    article = make_article(outlet="TASS", collection=Collection.objects.create(slug="demo", name="Demo"))
    make_mention(article, contact=make_contact(), evidence=[("trigger", "bertemu")])
    return article


@pytest.mark.parametrize("model", MODELS)
def test_every_list_opens_and_searches(admin_client, rows, model):
    address = reverse(f"admin:articles_{model}_changelist")
    assert admin_client.get(address).status_code == 200
    assert admin_client.get(address, {"q": "bertemu"}).status_code == 200


@pytest.mark.parametrize("model", [Article, Mention, Evidence, Outlet, Collection])
def test_every_row_opens(admin_client, rows, model):
    name = f"admin:articles_{model._meta.model_name}_change"
    assert admin_client.get(reverse(name, args=[model.objects.get().pk])).status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_a_list_asks_as_much_for_many_rows_as_for_few(
    admin_client, rows, django_assert_max_num_queries, model
):
    for number in range(20):
        article = make_article(outlet=f"Outlet {number}")
        make_mention(article, contact=make_contact(), evidence=[("trigger", "bertemu"), ("date", "Rabu")])
    with django_assert_max_num_queries(13):
        admin_client.get(reverse(f"admin:articles_{model}_changelist"))


def test_the_article_leads_to_its_page_and_the_mention_to_its_article(admin_client, rows):
    change = admin_client.get(reverse("admin:articles_article_change", args=[rows.pk])).content.decode()
    assert reverse("article", args=[rows.public_id]) in change
    mentions = admin_client.get(reverse("admin:articles_mention_changelist")).content.decode()
    assert reverse("admin:articles_article_change", args=[rows.pk]) in mentions


def test_the_text_that_evidence_points_into_cannot_be_edited(admin_client, rows):
    admin_client.post(
        reverse("admin:articles_article_change", args=[rows.pk]), {"text": "other", "title": "New"}
    )
    rows.refresh_from_db()
    assert rows.text != "other"


def test_reading_again_puts_articles_back_into_the_queue(admin_client, rows, monkeypatch):
    monkeypatch.setattr("articles.queue.send", lambda ids: len(list(ids)))
    admin_client.post(
        reverse("admin:articles_article_changelist"), {"action": "read_again", "_selected_action": [rows.pk]}
    )
    rows.refresh_from_db()
    assert rows.state == Article.State.RECEIVED


def test_an_outlet_edited_by_hand_is_marked_so(admin_client, rows):
    outlet = make_outlet("TASS")
    admin_client.post(
        reverse("admin:articles_outlet_change", args=[outlet.pk]),
        {"key": outlet.key, "name": "Itar-TASS", "aliases": "{}"},
    )
    outlet.refresh_from_db()
    assert (outlet.name, outlet.edited_by_hand) == ("Itar-TASS", True)


@pytest.mark.parametrize("model", ["article", "collection"])
def test_what_is_deleted_here_goes_by_the_door(admin_client, rows, model):
    pk = rows.pk if model == "article" else rows.collection_id
    admin_client.post(reverse(f"admin:articles_{model}_delete", args=[pk]), {"post": "yes"})
    assert not Article.objects.exists()
    assert not Mention.objects.exists()
