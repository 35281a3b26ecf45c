"""One who is spoken of, and one place that is named: what the phrases of a sentence become."""

from dataclasses import dataclass, field
from typing import Literal

from ..words.gazetteer import Place
from .people import Person

PartyKind = Literal["person", "org", "group", "title", "reference"]


@dataclass(slots=True, eq=False)
class Party:
    """One noun phrase that names, describes or points to somebody."""

    kind: PartyKind
    first: int
    last: int
    side: str | None = None
    people: list[Person] = field(default_factory=list)
    title: str = ""
    means: str = ""  # of a reference
    oblique: str = ""  # the kind of word before it: "locative", "with", "agent", ...
    cases: frozenset[str] = frozenset()
    joined: bool = False  # an "and" is written to its first word ("وفتح")
    attached: bool = False  # an article is written to its first word ("الوزير")
    definite: bool = False  # "the minister": somebody already spoken of
    summed: bool = False  # "two Palestinian factions": a word for several sides
    plural: bool = False  # "министры ...": people of several sides may stand behind it
    by_origin: bool = False  # "the Lebanese guests": an adjective alone says whose they are
    two: bool = False  # "the two Americans"
    of_land: bool = False  # "президент страны": of the country told last
    sentence: int = 0
    place: Place | None = None  # of a capital that stands for its government, or a country


@dataclass(slots=True, eq=False)
class PlaceSpan:
    """A town or country named as where something is."""

    first: int
    last: int
    place: Place
    venue: bool = False
    origin: bool = False  # "from" stands before it
    bare: bool = False  # no "in", "to" or "from" before it
    goal: bool = False  # "to" stands before it
    whither: bool = False  # its case says so as well: "в Москву", not "в Москве"


@dataclass(slots=True)
class Phrases:
    """The parties and places of one sentence, in order."""

    parties: list[Party]
    places: list[PlaceSpan]
