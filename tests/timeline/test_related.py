"""What belongs to a contact: the meetings of a visit, and the contacts before and after it."""

import pytest
from django.urls import reverse

from tests.factories import make_actor, make_contact
from timeline.models import Contact
from timeline.related import related_to
from timeline.visits import Visits, bond


def test_visit_and_its_meetings_lead_to_each_other(people):
    visit = make_contact(kind="visit", date="2024-10-22/2024-10-24", people=people[:1])
    meeting = make_contact(date="2024-10-23", people=people)
    make_contact(date="2024-10-25", people=people)
    make_contact(date="2024", people=people)
    make_contact(date="2024-10-23", sides=["Fatah", "Russia"])
    make_contact(date="2024-10-23", people=people, kind="call")
    make_contact(date="2024-10-23", people=people, country="QA", place="Doha")
    make_contact(date="2024-10-23", people=people, status="denied")
    make_contact(date="2024-10-23", people=[make_actor("Khaled Mashal", side="Hamas")])
    assert [part.pk for part in related_to(row(visit)).parts] == [meeting.pk]
    assert [part.pk for part in related_to(row(meeting)).parts] == [visit.pk]
    assert not related_to(row(visit)).perhaps


@pytest.mark.parametrize(
    ("visit", "meeting", "tie"),
    [
        ("2024-10-23", "2024-10-23", "surely"),
        ("2024-10-22/2024-10-26", "2024-10-23/2024-10-24", "surely"),
        ("2024-10-22", "2024-10-24", "perhaps"),
        ("2024-10", "2024-10-24", "perhaps"),
        ("2024-10-24", "2024-10", "perhaps"),
        ("2024-10-22", "2024-10-27", None),
        ("2024-10-20/2024-10-22", "2024-10-24", None),
        ("2024-10-24", "2024-10-23", None),
        ("2024", "2024-10-24", None),
        (None, "2024-10-24", None),
    ],
)
def test_a_meeting_is_part_of_a_visit_by_its_days(people, visit, meeting, tie):
    visit = row(make_contact(kind="visit", date=visit, people=people[:1]))
    meeting = row(make_contact(date=meeting, people=people))
    assert bond(visit, meeting) == tie
    assert Visits([visit]).of(meeting) == (visit if tie == "surely" else None)
    of_visit, of_meeting = related_to(visit), related_to(meeting)
    assert (of_visit.parts, of_visit.perhaps) == (
        [meeting] * (tie == "surely"),
        [meeting] * (tie == "perhaps"),
    )
    assert (of_meeting.parts, of_meeting.perhaps) == (
        [visit] * (tie == "surely"),
        [visit] * (tie == "perhaps"),
    )


def test_of_two_visits_on_one_day_a_meeting_is_perhaps_part_of_either(people, reader_client):
    meeting = make_contact(date="2024-10-23", people=people)
    visits = [make_contact(kind="visit", date="2024-10-23", people=people[:1]) for _ in range(2)]
    assert not related_to(row(meeting)).parts
    assert related_to(row(meeting)).perhaps == visits
    assert Visits(map(row, visits)).of(row(meeting)) is None
    for contact, words in [(meeting, "Perhaps part of the visit"), (visits[0], "During this visit")]:
        page = reader_client.get(reverse("contact", args=[contact.public_id]))
        assert words in page.content.decode()


def test_neighbours_are_contacts_of_the_same_people(people):
    first, second, third = (
        make_contact(date=day, people=people) for day in ("2006-03-03", "2010-02", "2024")
    )
    make_contact(date="2011-01-01", people=people[:1])
    make_contact(date=None, people=people)
    related = related_to(row(second))
    assert (related.previous, related.next, related.same) == (first, third, "people")
    assert related_to(row(first)).previous is None
    assert related_to(row(third)).next is None


def test_neighbours_on_one_day_follow_each_other(people):
    contacts = [make_contact(date="2024-10-23", people=people) for _ in range(3)]
    chain = [related_to(row(contact)) for contact in contacts]
    assert [related.next for related in chain] == [contacts[1], contacts[2], None]
    assert [related.previous for related in chain] == [None, contacts[0], contacts[1]]


def test_where_nobody_is_named_the_sides_make_the_line(people):
    first, second = make_contact(date="2006"), make_contact(date="2024")
    make_contact(date="2010", sides=["Hamas", "Iran"])
    related = related_to(row(second))
    assert (related.previous, related.same) == (first, "sides")


def row(contact):
    return Contact.objects.for_timeline().get(pk=contact.pk)
