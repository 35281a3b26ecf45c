"""What the sources say of one contact, field by field, and in which words.

Reached from the contact alone: ``contact.mentions``, their article and their evidence.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.urls import reverse

from timeline.actors.offices import Held, offices_then
from timeline.date_words import date_in_words
from timeline.derivation_words import why_in_words
from timeline.merge.spelling import may_be_one
from timeline.models import Contact, Participation, Status
from timeline.wording import place_in_words

#: whether a source says what the contact says, leaves more open, or says something else
Agreement = Literal["same", "open", "other"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, and how the value follows from them."""

    text: str
    url: str
    derivation: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one mention says of one field: its words, or none where it says so only by what it leaves out."""

    mention: Any
    quotes: list[Quote]
    #: the office of a person, as this source names it
    title: str = ""

    @property
    def article(self) -> Any:
        return self.mention.article


@dataclass(slots=True)
class Reading:
    """One value of a field and the sources that give it."""

    value: str
    agreement: Agreement
    sayings: list[Saying] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the contact: what it says, and each value that a source gives."""

    name: str
    label: str
    readings: list[Reading]
    is_conflict: bool

    @property
    def value(self) -> str:
        return next((reading.value for reading in self.readings if reading.agreement == "same"), "")


@dataclass(slots=True)
class Person:
    """Somebody who took part, and who says so. Without a participation: named by a source, not taken over."""

    name: str
    participation: Participation | None
    sayings: list[Saying] = field(default_factory=list)
    #: offices held on the days of the contact, as the list of actors knows them
    held: list[Held] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SideSaid:
    """A side of the contact, and who says so; else it is there through its people."""

    side: Any
    sayings: list[Saying]
    has_people: bool


@dataclass(slots=True)
class StatusStep:
    """A status in the order in which it was reported, with the first mention that says it."""

    status: str
    label: str
    first: Any
    count: int = 1


def mentions_of(contact: Contact) -> list[Any]:
    """The mentions of a contact with article, outlet and evidence, oldest article first: two queries."""
    mentions = contact.mentions.select_related("article__outlet")  # type: ignore[attr-defined]
    mentions = mentions.defer("article__text", "article__sketch").prefetch_related("evidence")
    return sorted(mentions, key=lambda m: (m.article.published or date.max, m.article_id, m.index))


def fields_of(contact: Contact, mentions: Sequence[Any]) -> list[Field]:
    """When, where, what sort of contact and whether it took place: each value with the words behind it."""
    return [_field(contact, mentions, reader) for reader in _READERS]


def people_of(contact: Contact, mentions: Sequence[Any]) -> list[Person]:
    """Everybody who took part, side after side, then those whom only a source names: one query."""
    then = offices_then(contact)
    people = [Person(p.actor.name, p, held=then.get(p.actor_id, [])) for p in contact.participations.all()]
    by_key = {person.participation.actor.key: person for person in people if person.participation}
    by_name = {person.name.casefold(): person for person in people}
    for mention in mentions:
        for entry in mention.participants:
            name = entry.get("name") or entry.get("as_written") or ""
            person = (
                by_key.get(entry.get("actor") or "")
                or by_name.get(name.casefold())
                or _spelled_else(name, people)
            )
            if not person:
                person = by_name[name.casefold()] = Person(name, None)
                people.append(person)
            person.sayings.append(_person_saying(mention, entry, name))
    return people


def _spelled_else(name: str, people: Iterable[Person]) -> Person | None:
    """Of those who took part the one whom a source names in another spelling or script, if it is one alone."""
    alike = [person for person in people if person.participation and may_be_one(name, person.name)]
    return alike[0] if len(alike) == 1 else None


def sides_of(contact: Contact, mentions: Sequence[Any]) -> list[SideSaid]:
    """The sides, each with the words that name it."""
    spoken_for = {person.side_id for person in contact.participations.all()}
    return [
        SideSaid(
            side,
            [
                Saying(mention, quotes)
                for mention in mentions
                if (quotes := _quotes(mention, "side", of=side.name))
            ],
            has_people=side.pk in spoken_for,
        )
        for side in contact.sides.all()
    ]


def status_history(mentions: Iterable[Any]) -> list[StatusStep]:
    """Each status once, in the order in which the articles came out: planned by one, held by the next."""
    steps: dict[str, StatusStep] = {}
    for mention in mentions:
        if mention.status in steps:
            steps[mention.status].count += 1
        else:
            steps[mention.status] = StatusStep(mention.status, mention.get_status_display(), mention)
    return list(steps.values())


def article_url(mention: Any, evidence: Any = None) -> str:
    """The article at the very words: a piece of evidence, or where the mention begins."""
    place = f"e{evidence.pk}" if evidence else f"m{mention.pk}"
    return f"{reverse('article', args=[mention.article.public_id])}#{place}"


def _field(contact: Contact, mentions: Sequence[Any], reader: "_Reader") -> Field:
    """Readings in the order: what the contact says, what leaves more open, what differs."""
    own = reader.value(contact)
    readings = {own: Reading(own, "same")} if own else {}
    for mention in mentions:
        if said := reader.value(mention):
            reading = readings.setdefault(said, Reading(said, reader.agreement(contact, mention)))
            quotes = next(filter(None, (_quotes(mention, name) for name in reader.evidence)), [])
            reading.sayings.append(Saying(mention, quotes))
    order = {"same": 0, "open": 1, "other": 2}
    ranked = sorted(readings.values(), key=lambda reading: order[reading.agreement])
    return Field(reader.name, reader.label, ranked, is_conflict=reader.name in contact.conflicts)


def _quotes(mention: Any, name: str, *, of: str | None = None) -> list[Quote]:
    """The words for one field, each once though the text may repeat them."""
    quotes: dict[str, Quote] = {}
    for evidence in mention.evidence.all():
        if evidence.field == name and (of is None or evidence.of == of):
            url = article_url(mention, evidence)
            quotes.setdefault(evidence.quote, Quote(evidence.quote, url, why_in_words(evidence)))
    return list(quotes.values())


def _person_saying(mention: Any, entry: dict[str, Any], name: str) -> Saying:
    quotes = _quotes(mention, "participant", of=name)
    if not quotes and (written := entry.get("as_written")):
        quotes = [Quote(written, article_url(mention))]
    return Saying(mention, quotes, title=entry.get("role") or "")


def _date_value(dated: Any) -> str:
    return date_in_words(dated) if dated.date_edtf else ""


def _date_agreement(contact: Contact, mention: Any) -> Agreement:
    """Of other words than the contact's: days that overlap leave more open, others contradict it."""
    if not (contact.earliest and contact.latest and mention.earliest and mention.latest):
        return "other"
    if (mention.earliest, mention.latest) == (contact.earliest, contact.latest):
        return "same"
    return "open" if mention.earliest <= contact.latest and mention.latest >= contact.earliest else "other"


def _place_agreement(contact: Contact, mention: Any) -> Agreement:
    if mention.place == contact.place and mention.country == contact.country:
        return "same"
    if mention.place:
        # The town is the same and only one of them tells the country.
        return "open" if mention.place == contact.place else "other"
    return "open" if mention.country == contact.country else "other"


def _kind_value(row: Any) -> str:
    return row.get_kind_display()


def _status_value(row: Any) -> str:
    return row.get_status_display()


def _status_agreement(contact: Contact, mention: Any) -> Agreement:
    """Who wrote beforehand that it was planned does not contradict who wrote later what became of it."""
    if mention.status == contact.status:
        return "same"
    return "open" if mention.status == Status.PLANNED else "other"


def _kind_agreement(contact: Contact, mention: Any) -> Agreement:
    return "same" if mention.kind == contact.kind else "other"


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one field is read off a contact or a mention; its words: the first evidence that is there."""

    name: str
    label: str
    value: Callable[[Any], str]
    agreement: Callable[[Contact, Any], Agreement]
    evidence: tuple[str, ...]


_READERS = (
    _Reader("date", "When", _date_value, _date_agreement, ("date",)),
    _Reader("place", "Where", place_in_words, _place_agreement, ("place",)),
    _Reader("kind", "What", _kind_value, _kind_agreement, ("trigger",)),
    _Reader("status", "Status", _status_value, _status_agreement, ("status", "trigger")),
)
