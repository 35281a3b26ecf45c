"""What one article says of one contact, as merging sees it, and how exactly it says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from timeline.edtf import is_approximate

#: days by which two sources may differ on the day of one event (a night, a time zone, a slip)
SLACK = 1
#: the same for a visit of the same people: it goes on for some days, and a source may name any of them
STAY = 3
#: the same for a date that a source gives as "about" then
ABOUT = 3
#: news without a date is of the weeks before publication, an announcement of the weeks after it, a refusal of both
UNDATED_REACH = 31
#: days by which two articles that tell of one event without a date may come out apart
UNDATED_APART = 7
#: longest range in days that counts as a day, and as a month
DAY_LIKE, MONTH_LIKE = 10, 45


@dataclass(frozen=True)
class Person:
    """Somebody named as taking part; ``key`` is the same for one person in every script, if a list holds them."""

    key: str
    side: str | None = None
    name: str = ""
    title: str = ""
    role: str = "participant"
    #: whether a list holds them: then only the key says who they are
    listed: bool = True


@dataclass(frozen=True, eq=False)
class Telling:
    """One mention. ``key`` is its own in any order of arrival: the article's hash, the place in its text."""

    key: tuple[str, int]
    kind: str
    status: str
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None
    place: str = ""
    country: str = ""
    sides: frozenset[str] = frozenset()
    #: the names for many among ``sides`` ("Palestinian factions"), and the sides they stand for
    lumps: frozenset[str] = frozenset()
    stands_for: frozenset[str] = frozenset()
    people: tuple[Person, ...] = ()
    topics: tuple[str, ...] = ()
    #: whom the article has it from, who printed it, and the sketch of its text (``sketch.sketch_of``)
    attribution: tuple[str, ...] = ()
    outlet: str = ""
    sketch: bytes = b""
    confidence: float = 0.5
    published: date | None = None
    #: whether the article tells it beside its news ("he had been there before")
    background: bool = False
    #: the caller's own handle, such as a primary key; merging does not look at it
    row: int = 0

    @property
    def article(self) -> str:
        return self.key[0]

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """The people named, by side; those whose side is not known stand under ''."""
        by_side: dict[str, set[str]] = {}
        for person in self.people:
            by_side.setdefault(person.side or "", set()).add(person.key)
        return {side: frozenset(keys) for side, keys in by_side.items()}

    @cached_property
    def unlisted(self) -> frozenset[str]:
        """The sides for which somebody is named whom no list holds."""
        return frozenset(person.side or "" for person in self.people if not person.listed)

    @cached_property
    def reach(self) -> tuple[date, date] | None:
        """The days on which the event may have been, slack included; None where nothing is known."""
        if self.earliest and self.latest:
            slack = timedelta(ABOUT if is_approximate(self.edtf) else 0)
            return self._as_news(_moved(self.earliest, -slack), _moved(self.latest, slack))
        if not self.published:
            return None
        weeks = timedelta(UNDATED_REACH)
        return self._as_news(_moved(self.published, -weeks), _moved(self.published, weeks))

    def _as_news(self, first: date, last: date) -> tuple[date, date]:
        """Of weeks that publication parts ("in May", printed on the 23rd) those before it, for a plan those after.

        What was called off or denied may be of either. Where nothing but publication tells the weeks, they end a
        day beyond it: an evening's news is printed the next day, or dated by another clock.
        """
        if not self.published or 0 < self.days <= DAY_LIKE or not first <= self.published <= last:
            return first, last
        slack = timedelta(0 if self.earliest else SLACK)
        if self.status == "planned":
            return _moved(self.published, -slack), last
        return (first, _moved(self.published, slack)) if self.status == "held" else (first, last)

    @property
    def days(self) -> int:
        """Length of the range of possible days."""
        return (self.latest - self.earliest).days + 1 if self.earliest and self.latest else 0

    @cached_property
    def vagueness(self) -> tuple[int, int]:
        """How little it says: of the date (day, month, longer, nothing), then of who took part."""
        if not self.earliest:
            when = 3
        else:
            when = 0 if self.days <= DAY_LIKE else 1 if self.days <= MONTH_LIKE else 2
        return when, 2 - min(2, len(self.named))


def _moved(day: date, by: timedelta) -> date:
    """A day some days later; the calendar's first and last day hold it."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min
