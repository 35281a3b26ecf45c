"""What reading everything again would change is said before it does, and is what then happens."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles import door, previewing, reading
from articles.ingest import forget
from articles.merging import merge_everything
from articles.models import Article, Mention, Preview
from articles.preview import foresee
from articles.preview_words import in_words
from articles.review import actions
from articles.review.actions import subject
from benchmarks.generated import articles
from tests.factories import make_side
from timeline.models import Actor, Contact, ContactRedirect, Review

pytestmark = pytest.mark.django_db
TEXTS = [text for _, text in articles(4)]


@pytest.fixture
def collection() -> list[Article]:
    """Articles that were really read; every one tells a contact."""
    handed_over = [door.hand_over(f"{n}.txt", text.encode()) for n, text in enumerate(TEXTS)]
    for article in handed_over:
        reading.read(article.pk)
    assert Contact.objects.exists()
    return handed_over


def said() -> dict:
    return in_words(foresee(Article.objects.all()))


def rows() -> list:
    """Everything that a preview must leave alone."""
    tables = [Article, Mention, Contact, Actor, ContactRedirect]
    return [list(table.objects.order_by("pk").values()) for table in tables]


def as_if_read_by_older_rules() -> None:
    """Contacts as readings made them that found other days and places, missed mentions, and invented one."""
    first, second, *_ = Mention.objects.order_by("pk")
    Mention.objects.filter(pk=first.pk).update(
        date_edtf="1999-01-01", earliest="1999-01-01", latest="1999-01-01", place="Vienna", country="AT"
    )
    second.delete()
    invented = Mention.objects.get(pk=first.pk)
    invented.pk, invented.index, invented.position, invented.kind = None, 77, 77, "message"
    invented.sides, invented.participants = [make_side(name).name for name in ("Atlantis", "Lemuria")], []
    invented.contact = None
    invented.save()
    merge_everything()


def test_nothing_new_is_said_so(collection):
    before = rows()
    answer = said()
    assert answer["sentence"] == "4 articles read on trial: nothing would change."
    assert answer["changes"] == []
    assert rows() == before


def test_what_is_foreseen_is_what_then_happens_and_nothing_before(collection):
    as_if_read_by_older_rules()
    before = rows()
    answer = said()
    assert rows() == before
    assert {change["sort"] for change in answer["changes"]} >= {"gone", "new"}
    changed = [field for change in answer["changes"] for field in change["fields"]]
    going = {change["contact"] for change in answer["changes"] if change["sort"] == "gone"}
    was = set(Contact.objects.values_list("public_id", flat=True))

    previewing.read_everything_again()
    for article in collection:
        reading.read(article.pk)
    now = set(Contact.objects.values_list("public_id", flat=True))
    assert going == {public_id for public_id in was - now if not redirected(public_id)}
    assert len(now) == len(was) - len(going) + answer["numbers"]["new"]
    assert said()["sentence"] == "4 articles read on trial: nothing would change."
    assert all(field["before"] != field["after"] for field in changed)


def redirected(public_id: str) -> bool:
    return ContactRedirect.objects.filter(old_public_id=public_id).exists()


def test_a_changed_field_is_shown_before_and_after_and_what_a_person_confirmed_is_marked(collection):
    mention = Mention.objects.exclude(place="").earliest("pk")
    place = mention.place
    Mention.objects.filter(contact=mention.contact).update(place="Vienna", country="AT")
    merge_everything()
    Contact.objects.filter(pk=mention.contact_id).update(review=Review.CONFIRMED)
    [change] = said()["changes"]
    where = next(field for field in change["fields"] if field["name"] == "place")
    assert (where["before"], change["sort"], change["reviewed"]) == (
        "Vienna, Austria",
        "changed",
        "confirmed",
    )
    assert place in where["after"]


def test_what_people_decided_is_foreseen_to_stay(collection, contributor):
    """A corrected place, and a mention that no rule finds and that a person confirmed."""
    as_if_read_by_older_rules()
    vienna = Contact.objects.get(place="Vienna", kind="meeting")
    invented = Contact.objects.get(sides__name="Atlantis")
    actions.correct(
        vienna.public_id, subject(vienna.public_id).version, contributor, {"place": "Tunis", "country": "TN"}
    )
    actions.confirm(invented.public_id, subject(invented.public_id).version, contributor)
    answer = said()
    touched = {change["contact"]: change for change in answer["changes"]}
    assert invented.public_id not in touched
    assert "place" not in {field["name"] for field in touched.get(vienna.public_id, {"fields": []})["fields"]}

    previewing.read_everything_again()
    for article in collection:
        reading.read(article.pk)
    assert Contact.objects.filter(place="Tunis").exists()
    assert Contact.objects.get(sides__name="Atlantis").review == Review.CONFIRMED
    assert said()["sentence"] == "4 articles read on trial: nothing would change."


def test_an_article_that_can_no_longer_be_read_is_named_and_keeps_what_it_said(collection):
    Article.objects.filter(pk=collection[0].pk).update(original="gone.txt", text="")
    answer = said()
    assert (answer["numbers"]["unreadable"], answer["numbers"]["otherwise"]) == (1, 0)
    assert "no longer kept" in answer["unreadable"][0]["reason"]


def test_nothing_to_read_changes_nothing(db):
    assert said()["sentence"] == "0 articles read on trial: nothing would change."


def test_the_command_says_it_and_writes_nothing(collection, capsys):
    as_if_read_by_older_rules()
    before = rows()
    call_command("reread", "--preview")
    text = capsys.readouterr().out
    assert text.startswith("4 articles read on trial: ")
    assert "\ngone " in text
    assert "Where: Vienna, Austria -> Moscow, Russia" in text
    call_command("reread", "--preview", "--json")
    assert json.loads(capsys.readouterr().out) == said()
    assert rows() == before


# --- the page


def test_whoever_may_only_read_is_told_so(reader_client):
    for name in ("reread", "reread-preview", "reread-all"):
        ask = reader_client.get if name == "reread" else reader_client.post
        assert ask(reverse(name)).status_code == 403


def test_the_page_asks_a_worker_waits_and_shows_the_answer(contributor_client, collection):
    as_if_read_by_older_rules()
    assert b"Read all 4 again" not in contributor_client.get(reverse("reread")).content
    contributor_client.post(reverse("reread-preview"))
    asked = Preview.objects.get()
    waiting = contributor_client.get(reverse("reread")).content.decode()
    assert "Waiting for a worker" in waiting
    assert "Show how far it is now" in waiting

    previewing.answer(asked.pk)
    page = contributor_client.get(reverse("reread")).content.decode()
    assert "4 articles read on trial: " in page
    assert "Show how far it is now" not in page
    assert "Read all 4 again" in page
    assert Article.objects.filter(state=Article.State.READ).count() == 4

    contributor_client.post(reverse("reread-all"))
    assert Article.objects.filter(state=Article.State.RECEIVED).count() == 4


def test_a_preview_that_two_workers_get_is_answered_once(collection, monkeypatch):
    asked = previewing.ask(None)
    previewing.answer(asked.pk)
    monkeypatch.setattr(previewing, "foresee", None)
    previewing.answer(asked.pk)
    asked.refresh_from_db()
    assert (asked.reason, asked.so_far) == ("", 4)


def test_what_goes_wrong_is_said_and_can_be_asked_again(contributor_client, collection, monkeypatch):
    monkeypatch.setattr(previewing, "foresee", lambda *_, **__: 1 / 0)
    previewing.answer(previewing.ask(None).pk)
    page = contributor_client.get(reverse("reread")).content.decode()
    assert "Demarche itself failed over this preview" in page
    assert "Preview again" in page


def test_names_from_articles_are_shown_as_text(contributor_client, collection):
    forget(Article.objects.exclude(pk=collection[0].pk))
    Preview.objects.create(answer={
        "sentence": "x", "numbers": {"otherwise": 1},
        "changes": [{"sort": "new", "contact": None, "title": "<script>alert(1)</script>", "fields": []}],
    }, done_at=collection[0].received_at)  # fmt: skip
    page = contributor_client.get(reverse("reread")).content.decode()
    assert "&lt;script&gt;alert(1)" in page
