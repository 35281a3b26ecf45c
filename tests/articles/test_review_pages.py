"""The pages on which a person decides: states, forms, the queue, and "changed meanwhile"."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import Mention
from articles.review import actions
from articles.review.actions import subject
from tests.articles.readings import reading, store
from tests.factories import make_article, make_contact, make_side
from timeline.models import Actor, Contact, Decision
from timeline.review.figure import Reviewed, wilson

pytestmark = pytest.mark.django_db

TEXT = "Report 1: they met at last. Then they met again, and Abu Marzouk rang Bogdanov up."


@pytest.fixture
def article():
    return make_article(text=TEXT, language="en")


@pytest.fixture
def contact(article):
    store(article, reading(text=TEXT))
    return Contact.objects.get()


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields that a form of a decision sends along."""
    found = dict(re.findall(r'name="(version|saw|next|other|other_version|text)"\s+value="([^"]*)"', page))
    return {name: value.replace("&quot;", '"').replace("&#x27;", "'") for name, value in found.items()}


def shown(client, contact) -> dict[str, str]:
    return fields_of(client.get(reverse("contact", args=[contact.public_id])).content.decode())


def decide(client, contact, verb, **values):
    data = {**shown(client, contact), "verb": verb, **values}
    return client.post(reverse("review-decide", args=[contact.public_id]), data, follow=True)


def page_of(client, contact) -> str:
    return client.get(reverse("contact", args=[contact.public_id])).content.decode()


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


# --- by hand


def added(client, article, **values):
    data = {
        "quote": "Abu Marzouk rang Bogdanov up",
        "text": article.text_sha256,
        "kind": "call",
        "status": "held",
        "date": "2024-10-20",
        "sides": "Hamas; Russia",
        "people-TOTAL_FORMS": "2",
        "people-INITIAL_FORMS": "0",
        "people-0-name": "Mikhail Bogdanov",
        **values,
    }
    return client.post(reverse("article-add-contact", args=[article.public_id]), data, follow=True)


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


# --- the queue


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


# --- the figure, the filter, the export


def test_the_interval_is_wilsons():
    assert Reviewed(212, 19).words == "212 of 231 reviewed contacts confirmed: 91.8 % (87.5–94.7)"
    assert Reviewed(0, 0).words == ""
    low, high = wilson(1, 1)
    assert (round(low, 3), high) == (0.207, 1.0)
    assert wilson(0, 10)[0] == 0.0


def test_the_timeline_says_how_many_reviewed_contacts_were_right(reader_client):
    make_contact(review="confirmed")
    make_contact(review="confirmed", corrected=["date"])
    make_contact(review="rejected")
    make_contact(review="confirmed", by_hand=True)
    make_contact()
    page = reader_client.get("/?all=1").content.decode()
    assert "2 of 3 reviewed contacts confirmed: 66.7 % (20.8–93.9)" in page
    assert "1 of them after a correction" in page
    assert "4 contacts" in page, "the rejected one is none"


def test_rejected_contacts_are_there_for_those_who_ask(reader_client):
    make_contact(review="rejected", place="Nowhere")
    make_contact(review="confirmed", place="Doha")
    make_contact(place="Cairo")
    assert "Nowhere" not in reader_client.get("/?all=1").content.decode().partition('class="listing"')[2]
    for review, place in [("rejected", "Nowhere"), ("confirmed", "Doha"), ("unreviewed", "Cairo")]:
        page = reader_client.get(f"/?review={review}").content.decode()
        assert place in page.partition('class="listing"')[2]
        assert "1 contact" in page


def test_the_export_says_how_each_contact_stands(capsys):
    from django.core.management import call_command

    make_contact(review="confirmed", corrected=["date"])
    make_contact(review="rejected")
    call_command("export_contacts")
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["review"], json.loads(line)["corrected"]) == ("confirmed", ["date"])
    call_command("export_contacts", query="review=rejected", format="csv")
    header, row = capsys.readouterr().out.splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=False))["id"]
    assert "rejected" in row


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


def test_a_null_character_harms_nothing(reviewer_client, contact):
    decide(reviewer_client, contact, "note", reason="a\x00b")
    assert Decision.objects.get().reason == "ab"
