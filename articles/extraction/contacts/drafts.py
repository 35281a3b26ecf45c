"""What one binding says, resolved: a contact in the making, with the words for each field."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ..dates.edtf import When
from ..parties.people import Person
from ..types import Document, Evidence, EvidenceField
from ..words.gazetteer import Place
from ..words.spans import Span
from ..words.text import Token


@dataclass(slots=True, eq=False)
class Draft:
    """One contact as one sentence tells it; drafts of one event are folded into one."""

    kind: str
    status: str
    sides: list[str]
    people: list[Person]
    sentence: int
    trigger: Span
    rule: str
    background: bool = False
    definite: bool = False
    stands_alone: bool = False  # a definite noun with both its sides in its own words
    vague: bool = False  # "discussed with": another telling may say that it was by telephone
    when: When | None = None
    place: Place | None = None
    visitors: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    mediators: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)  # keys of confidence.toml
    caption: bool = False
    hearsay: bool = False  # told as what a report or rumour says
    loose_date: bool = False  # the date stands behind a clause border
    elsewhere: bool = False  # somewhere that no list holds: no other place is to be borrowed
    another: bool = False  # "the next meeting": of a town and day of its own
    purpose: bool = False  # "travelled to meet officials": what for, not that it happened
    timed: bool = False  # its sentence tells a time, be it another event's
    due: bool = False  # "had been due to come": what was planned once
    beside: bool = False  # "on the sidelines of the meeting": of some of those who met there
    untold: bool = False  # by no known word: the sentence names people of both sides
    listed: set[str] = field(default_factory=set)  # who was only listed beside it
    told_in: set[int] = field(default_factory=set)  # sentences
    as_group: set[str] = field(default_factory=set)  # sides told as "the delegation", "they", not by a name

    @property
    def who(self) -> set[str]:
        """The people of this draft, each once."""
        return {person.who for person in self.people}

    def again(self, **changes: Any) -> "Draft":
        """The same contact once more, with these fields otherwise; what is added to one is not added to the other."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        own = {name: value.copy() for name, value in values.items() if isinstance(value, (list, set))}
        return replace(self, **{**own, **changes})


def shown(
    field: EvidenceField,
    first: int,
    last: int,
    *,
    tokens: Sequence[Token],
    document: Document,
    derivation: str = "",
) -> Evidence:
    """The evidence that tokens ``first`` to ``last`` (exclusive) are."""
    start, end = tokens[first].start, tokens[last - 1].end
    return Evidence(field, start, end, document.text[start:end], derivation)


def named(person: Person, document: Document) -> Evidence:
    """The evidence that the words naming somebody are."""
    quote = document.text[person.start : person.end]
    return Evidence("participant", person.start, person.end, quote, of=person.name)
