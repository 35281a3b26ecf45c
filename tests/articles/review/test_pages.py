"""The pages on which a person decides: who may, states, forms, and "changed meanwhile"."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.review import actions
from articles.review.actions import subject
from tests.articles.readings import reading, store
from tests.articles.review.pages import decide, fields_of, page_of, shown
from tests.factories import make_article, make_side
from timeline.models import Actor, Contact, Decision

pytestmark = pytest.mark.django_db


# --- who may what


def test_a_reader_sees_the_state_and_no_buttons(reader_client, contact):
    page = page_of(reader_client, contact)
    assert "Unreviewed" in page
    assert 'value="confirm"' not in page


def test_a_reader_may_not_decide(reader_client, contact):
    address = reverse("review-decide", args=[contact.public_id])
    assert reader_client.post(address, {"verb": "confirm"}).status_code == 403
    assert reader_client.get(reverse("review")).status_code == 403
    assert not Decision.objects.exists()


def test_whoever_is_signed_out_is_asked_to_sign_in(client, contact):
    answer = client.post(reverse("review-decide", args=[contact.public_id]), {"verb": "confirm"})
    assert answer.status_code == 302
    assert reverse("sign-in") in answer["Location"]


def test_the_group_of_reviewers_may_decide(groups):
    may = Group.objects.get(name="Reviewers").permissions.values_list("codename", flat=True)
    assert {"add_decision", "change_article"} <= set(may)


# --- deciding


def test_one_button_confirms_and_the_page_says_who_did(reviewer_client, contact):
    page = decide(reviewer_client, contact, "confirm", reason="Seen on film").content.decode()
    assert "Confirmed" in page
    assert "Seen on film" in page
    assert "<bdi>reviewer</bdi>" in page


def test_a_reason_is_shown_as_text(reviewer_client, contact):
    page = decide(reviewer_client, contact, "note", reason="<script>alert(1)</script>").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_a_decision_is_undone_from_the_history(reviewer_client, contact):
    decide(reviewer_client, contact, "reject")
    number = Decision.objects.get().pk
    page = reviewer_client.post(
        reverse("review-undo", args=[number]), {"contact": contact.public_id}, follow=True
    )
    assert Contact.objects.get().review == "unreviewed"
    assert "undone by" in page.content.decode()


def test_a_verb_that_is_none_decides_nothing(reviewer_client, contact):
    page = decide(reviewer_client, contact, "delete")
    assert "Choose what to do" in page.content.decode()
    assert not Decision.objects.exists()


def test_the_way_back_stays_on_this_site(reviewer_client, contact):
    data = {**shown(reviewer_client, contact), "verb": "confirm", "next": "https://elsewhere.example/"}
    answer = reviewer_client.post(reverse("review-decide", args=[contact.public_id]), data)
    assert answer["Location"] == reverse("contact", args=[contact.public_id])


def test_a_null_character_harms_nothing(reviewer_client, contact):
    decide(reviewer_client, contact, "note", reason="a\x00b")
    assert Decision.objects.get().reason == "ab"


# --- correcting


def corrected(client, contact, **values):
    address = reverse("review-correct", args=[contact.public_id])
    page = client.get(address)
    form, people = page.context["form"], page.context["people"]
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {f"people-{name}": str(value) for name, value in people.management_form.initial.items()}
    for line in people:
        data |= {line.add_prefix(name): line[name].value() or "" for name in line.fields}
    data |= {**fields_of(page.content.decode()), **values}
    return client.post(address, {k: v for k, v in data.items() if v != ""}, follow=True)


def test_every_field_can_be_corrected(reviewer_client, contact):
    make_side("Egypt")
    corrected(
        reviewer_client,
        contact,
        kind="visit",
        status="planned",
        date="2024-11-01/2024-11-03",
        place="Cairo",
        country="eg",
        sides="Hamas; russia; Egypt",
        topics="Gaza; prisoners",
        reason="The statement says so",
    )
    now = Contact.objects.get()
    assert (now.kind, now.status, now.date_edtf) == ("visit", "planned", "2024-11-01/2024-11-03")
    assert (now.place, now.country, now.topics) == ("Cairo", "EG", ["Gaza", "prisoners"])
    assert {side.name for side in now.sides.all()} == {"Hamas", "Russia", "Egypt"}
    page = page_of(reviewer_client, now)
    assert "The statement says so" in page
    assert "<del><bdi>Moscow</bdi></del>" in re.sub(r"\s+(?=<)", "", page)


def test_people_are_taken_out_and_others_put_in(reviewer_client, contact):
    lines = {p.actor.name: n for n, p in enumerate(contact.participations.all())}
    gone = lines["Mousa Abu Marzouk"]
    corrected(
        reviewer_client,
        contact,
        **{f"people-{gone}-absent": "on", "people-2-name": "Somebody New", "people-2-side": "Hamas"},
    )
    people = {p.actor.name: p.side.name for p in Contact.objects.get().participations.all() if p.side}
    assert people == {"Mikhail Bogdanov": "Russia", "Somebody New": "Hamas"}
    assert Actor.objects.get(name="Somebody New").standing == Actor.Standing.CANDIDATE


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"date": "last week"}, "is not a date"),
        ({"country": "Russia"}, "at most 2 characters"),
        ({"sides": "Hamas"}, "between two sides at least"),
        ({"sides": "Hamas; Atlantis"}, "no side called “Atlantis”"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_typed_is_lost(
    reviewer_client, contact, values, complaint
):
    answer = corrected(reviewer_client, contact, topics="typed before", **values)
    assert answer.status_code == 400
    assert complaint in answer.content.decode()
    assert "typed before" in answer.content.decode()
    assert not Decision.objects.exists()


# --- merging and splitting


def test_two_contacts_are_seen_side_by_side_and_merged(reviewer_client, contact):
    other = make_article(text="Report 2: they met in Doha.")
    store(other, reading(text=other.text, date="2024-10-25", place="Doha"))
    other = other.mentions.get().contact
    address = reverse("review-merge", args=[contact.public_id])
    assert f"?with={other.public_id}" in reviewer_client.get(address).content.decode()
    page = reviewer_client.get(address, {"with": f"http://testserver/contacts/{other.public_id}/"})
    assert "Doha" in page.content.decode()
    reviewer_client.post(address, fields_of(page.content.decode()))
    assert Contact.objects.get().mentions.count() == 2


def test_a_contact_that_is_none_is_said_so(reviewer_client, contact):
    address = reverse("review-merge", args=[contact.public_id])
    assert "There is no contact" in reviewer_client.get(address, {"with": "zzz"}).content.decode()
    assert "That is this contact itself" in (
        reviewer_client.get(address, {"with": contact.public_id}).content.decode()
    )


def test_sources_are_split_off_by_their_boxes(reviewer_client, contact):
    other = make_article(text="Report 2: they met.", title="The other report")
    store(other, reading(text=other.text), title="The other report")
    contact = Contact.objects.get()
    address = reverse("review-split", args=[contact.public_id])
    page = reviewer_client.get(address).content.decode()
    assert "The other report" in page
    key = re.findall(r'name="apart"\s+value="([^"]+)"', page)[0]
    reviewer_client.post(address, {**fields_of(page), "apart": key})
    assert Contact.objects.count() == 2


# --- several people at once


def test_the_second_of_two_reviewers_learns_what_changed_meanwhile(reviewer_client, contact, reviewer):
    before = shown(reviewer_client, contact)
    version = subject(contact.public_id).version
    actions.correct(contact.public_id, version, reviewer, {"place": "Doha"}, reason="by the first")
    answer = reviewer_client.post(
        reverse("review-decide", args=[contact.public_id]),
        {**before, "verb": "reject", "reason": "mine"},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Changed meanwhile", "<bdi>Moscow</bdi>", "<bdi>Doha</bdi>", "by the first", "mine"):
        assert words in page
    assert Contact.objects.get().review == "unreviewed"


def test_a_correction_typed_on_an_old_state_overwrites_nothing(reviewer_client, contact, reviewer):
    address = reverse("review-correct", args=[contact.public_id])
    page = reviewer_client.get(address)
    actions.correct(contact.public_id, subject(contact.public_id).version, reviewer, {"date": "2024-10-26"})
    answer = corrected(reviewer_client, contact, place="Kazan", **fields_of(page.content.decode()))
    assert answer.status_code == 409
    now = Contact.objects.get()
    assert (now.date_edtf, now.place) == ("2024-10-26", "Moscow")


def test_what_the_person_saw_is_shown_as_text_whatever_is_sent(reviewer_client, contact):
    for saw in ("no json", "[1]", json.dumps({"place": "<b>x</b>"})):
        answer = reviewer_client.post(
            reverse("review-decide", args=[contact.public_id]),
            {"verb": "confirm", "version": "old", "saw": saw},
        )
        assert answer.status_code == 409
        assert "<b>x</b>" not in answer.content.decode()


def test_a_contact_that_is_gone_is_said_to_be_gone(reviewer_client, contact, article):
    before = shown(reviewer_client, contact)
    store(article)
    answer = reviewer_client.post(
        reverse("review-decide", args=[contact.public_id]), {**before, "verb": "confirm"}
    )
    assert answer.status_code == 409
    assert "is no more" in answer.content.decode()
