"""Contacts that may be the same as a given one: near in time with the same sides, or named by their address."""

import re
from dataclasses import dataclass
from datetime import timedelta

from articles.review.actions import Subject, subject
from timeline.models import Contact, ContactRedirect, Review
from timeline.wording import contact_title, date_in_words

#: days around a contact in which one looks for its double
AROUND = timedelta(days=5)
MOST = 12


@dataclass(frozen=True)
class Candidate:
    """A contact in words; with its version where it was looked at closely."""

    contact: Contact
    title: str
    when: str
    version: str = ""

    @classmethod
    def of(cls, it: Subject) -> "Candidate":
        return cls(it.contact, contact_title(it.contact), date_in_words(it.contact), it.version)


def near(contact: Contact) -> list[Candidate]:
    """Contacts of the same sides some days before and after, of any kind, the nearest first."""
    if not (contact.earliest and contact.latest):
        around = Contact.objects.filter(earliest=None)
    else:
        around = Contact.objects.between(contact.earliest - AROUND, contact.latest + AROUND)
    sides = [side.slug for side in contact.sides.all()]
    others = around.of_sides(sides, match="all").exclude(pk=contact.pk).exclude(review=Review.REJECTED)
    found = sorted(others.for_timeline()[: 5 * MOST], key=lambda other: _far(contact, other))
    return [Candidate(other, contact_title(other), date_in_words(other)) for other in found[:MOST]]


def named_by(words: str) -> Subject | None:
    """The contact of an identifier, or of an address that holds one; an old identifier leads to its heir."""
    match = re.search(r"contacts/([0-9a-z]+)", words) or re.fullmatch(r"\s*([0-9a-z]{1,16})\s*", words)
    if not match:
        return None
    public_id = match.group(1)
    led = ContactRedirect.objects.filter(old_public_id=public_id).values_list("contact__public_id", flat=True)
    return subject(public_id) or (subject(led[0]) if led else None)


def _far(one: Contact, other: Contact) -> tuple[bool, int, str]:
    """Another kind is farther than any day."""
    days = abs((one.earliest - other.earliest).days) if one.earliest and other.earliest else 0
    return one.kind != other.kind, days, other.public_id
