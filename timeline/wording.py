"""Contacts in words: what happened and when, as a person would say it.

The sentences stand in ``timeline.sentences``. No query is made where the contacts come with
``prefetch_related(*TITLE_PREFETCH)``.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import sentences
from timeline.countries import country_name
from timeline.date_words import date_in_words, day_in_words, period_in_words
from timeline.models import Contact, Kind, Participation, Side, Status
from timeline.person_names import short_name, short_names
from timeline.sentences import Sentences

__all__ = [
    "TITLE_PREFETCH",
    "contact_title",
    "date_in_words",
    "day_in_words",
    "isolate",
    "period_in_words",
    "place_in_words",
    "short_name",
]

#: what a list of contacts must bring along for their titles to cost no query
TITLE_PREFETCH = ("participations__actor", "sides")

#: what is put into a sentence
Values = dict[str, Any]
#: whole names and what their owners are called here
Names = dict[str, str]
Patterns = dict[str, Sentences]
#: what is said of these is a noun ("Meeting of A and B"), of the others a verb
_NOUNS = {Status.CANCELLED, Status.DENIED}


@dataclass
class _Party:
    """One side of a contact and who of it is named; the side may not be known."""

    side: Side | None
    people: list[Participation] = field(default_factory=list)
    #: below zero who came, above zero who received, zero where nothing tells
    host: int = 0
    order: int = 0


def contact_title(contact: Contact, *, today: date | None = None) -> str:
    """One line that says who did what with whom and where: "Abu Marzouk met Bogdanov in Moscow".

    ``today`` decides whether a plan lies ahead ("is to meet") or not ("was to meet").
    """
    tense = _tense(contact, today)
    parties = _parties(contact)
    names = _names(parties)
    values: Values
    if not parties:
        wording, values = sentences.NOBODY, {"kind": contact.get_kind_display()}
    elif contact.kind == Kind.VISIT:
        wording, values = _visit(contact, parties, names, tense)
    elif contact.kind == Kind.CALL:
        wording, values = _between(sentences.CALL_PAIR, sentences.CALL, parties, names, tense)
    elif contact.kind == Kind.MESSAGE:
        wording, values = _message(parties, names, tense)
    else:
        wording, values = _between(sentences.PAIR, sentences.TOGETHER, parties, names, tense)
    place = values.get("place") or (_where(contact) if contact.kind == Kind.MEETING else "")
    title = str(wording[bool(place)] % {"n": 1, **values, "place": place})
    mediators = [p.actor.name for p in contact.participations.all() if p.role == Participation.Role.MEDIATOR]
    if mediators:
        shown = _list([_call_by(name, names) for name in mediators])
        return _("%(title)s, %(mediators)s mediating") % {"title": title, "mediators": shown}
    return title


class Placed(Protocol):
    """Whatever has a place: a contact, or what one article says of it."""

    @property
    def place(self) -> str: ...

    @property
    def country(self) -> str: ...


def place_in_words(contact: Placed) -> str:
    """ "Moscow, Russia", "Russia", or nothing."""
    country = country_name(contact.country) if contact.country else ""
    return ", ".join(part for part in dict.fromkeys([contact.place, country]) if part)


def isolate(text: str) -> str:
    """The text so that a name in a right-to-left script does not turn the sentence around it (UAX 9)."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return f"\u2068{text}\u2069"
    return text


# --- which sentence, and who stands in it -----------------------------------------------------------------


def _tense(contact: Contact, today: date | None) -> str:
    if contact.status != Status.PLANNED:
        return contact.status
    ahead = contact.latest and contact.latest >= (today or timezone.localdate())
    return "due" if ahead else "was_due"


def _between(
    pair: Patterns, together: Patterns, parties: Sequence[_Party], names: Names, tense: str
) -> tuple[Sentences, Values]:
    """Two sides stand on either side of the verb where somebody is named; else all stand before it."""
    if len(parties) == 1 and len(parties[0].people) < 2 and pair is sentences.PAIR:
        return sentences.ALONE[tense], {"all": _all(parties, names)}
    crowded = any(len(party.people) > 1 for party in parties)
    named = any(party.people for party in parties)
    if len(parties) != 2 or not named or (tense in _NOUNS and not crowded):
        return together[tense], {"all": _all(parties, names)}
    a, b = parties
    met = _label(b, names)
    if not b.people:
        met = _("representatives of %(side)s") % {"side": met}
    return pair[tense], {"a": _label(a, names), "b": met, "n": max(1, len(a.people))}


def _visit(contact: Contact, parties: Sequence[_Party], names: Names, tense: str) -> tuple[Sentences, Values]:
    came = [party for party in parties if party.host < 0]
    received = [party for party in parties if party.host > 0]
    if not came and received:
        came = [party for party in parties if party.host <= 0]
    if not came:
        named = [party for party in parties if party.people or len(parties) == 1]
        if len(named) != 1:
            return sentences.VISIT_BETWEEN[tense], {"all": _all(parties, names), "place": _where(contact)}
        came = named
    visitors = [_label(party, names) if party.people else _delegation(party) for party in came]
    number = sum(max(1, len(party.people)) for party in came)
    hosts = [party.side.name for party in received if party.side and party.side.country]
    place = _where(contact) or _list(hosts)
    return sentences.VISIT[tense], {"all": _list(visitors), "n": number, "place": place}


def _message(parties: Sequence[_Party], names: Names, tense: str) -> tuple[Sentences, Values]:
    """Who wrote to whom only where the roles tell; the order of names does not."""
    if len(parties) == 2 and parties[0].host < 0 < parties[1].host:
        a, b = parties
        number = max(1, len(a.people))
        return sentences.MESSAGE_FROM[tense], {"a": _label(a, names), "b": _label(b, names), "n": number}
    return sentences.MESSAGE[tense], {"all": _all(parties, names)}


def _parties(contact: Contact) -> list[_Party]:
    """The sides with their people, guests before hosts, else in the order in which they are named."""
    sides = {side.pk: side for side in contact.sides.all()}
    parties: dict[int | None, _Party] = {}
    mediating: set[int | None] = set()
    for order, person in enumerate(contact.participations.all()):
        key = person.side_id or person.actor.side_id
        if person.role == Participation.Role.MEDIATOR:
            mediating.add(key)
            continue
        party = parties.setdefault(key, _Party(sides.get(key) if key else None, order=order))
        party.people.append(person)
    for pk, side in sides.items():
        if pk not in parties and pk not in mediating:
            parties[pk] = _Party(side, order=len(parties) + 1000)
    for party in parties.values():
        party.people.sort(key=lambda person: person.role != Participation.Role.HEAD)
        party.host = _hosting(party, contact)
    # Sources that each call another side the host cancel each other out.
    if len({party.host for party in parties.values()}) == 1:
        for party in parties.values():
            party.host = _at_home(party, contact)
    return sorted(parties.values(), key=lambda party: (party.host, party.order))


def _hosting(party: _Party, contact: Contact) -> int:
    """What the roles say; else, of a contact in somebody's own country, that they received."""
    roles = {person.role for person in party.people}
    if Participation.Role.HOST in roles:
        return 1
    if Participation.Role.VISITOR in roles:
        return -1
    return _at_home(party, contact)


def _at_home(party: _Party, contact: Contact) -> int:
    if contact.kind in {Kind.CALL, Kind.MESSAGE}:
        return 0
    return int(bool(party.side and contact.country and party.side.country == contact.country))


def _names(parties: Iterable[_Party]) -> Names:
    people = [
        (person.actor.name, party.side.country if party.side else "")
        for party in parties
        for person in party.people
        if person.actor.kind == "person"
    ]
    return short_names(people)


def _call_by(name: str, names: Names) -> str:
    return isolate(names.get(name) or short_name(name))


def _labels(party: _Party, names: Names) -> list[str]:
    """The people of a side, each by name where they are one or two; else in few words, or the side's name."""
    people = [isolate(names.get(person.actor.name, person.actor.name)) for person in party.people]
    if not people:
        return [isolate(party.side.name) if party.side else _("persons unknown")]
    if len(people) <= 2:
        return people
    values = {"name": people[0], "count": len(people) - 1}
    if not party.side:
        return [_("%(name)s and %(count)d others") % values]
    return [_("%(name)s and %(count)d others of %(side)s") % {**values, "side": isolate(party.side.name)}]


def _label(party: _Party, names: Names) -> str:
    """A side in few words: "Abu Marzouk and 3 others of Hamas"."""
    return _list(_labels(party, names))


def _delegation(party: _Party) -> str:
    return _("%(side)s delegation") % {"side": _label(party, {})}


def _all(parties: Sequence[_Party], names: Names) -> str:
    """Everybody, side after side; of a round of many sides the first three and a number."""
    labels = [_label(party, names) for party in parties]
    if len(labels) <= 4:
        labels = [label for party in parties for label in _labels(party, names)]
    else:
        rest = len(labels) - 3
        others = ngettext("%(count)d other side", "%(count)d other sides", rest) % {"count": rest}
        labels = [*labels[:3], others]
    return _list(labels)


def _list(labels: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(labels) < 2:
        return "".join(labels)
    return _("%(first)s and %(last)s") % {"first": ", ".join(labels[:-1]), "last": labels[-1]}


def _where(contact: Contact) -> str:
    return isolate(contact.place) if contact.place else country_name(contact.country)
