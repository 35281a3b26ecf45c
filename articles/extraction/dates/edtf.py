"""Days as EDTF: what a time expression was found to speak of, and what it is asked with."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_SOON = timedelta(days=10)  # "on 21 January", written on the 19th, may be next week's, though no word says so


@dataclass(frozen=True, slots=True)
class When:
    """A first and a last day, as EDTF, and how they follow from the words."""

    edtf: str
    earliest: date
    latest: date
    why: str
    told_day: date | None = None  # the day told before, where this is none
    whole: bool = False  # a first and a last day that the words tell, both of them

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class Asked:
    """A time expression with its rule, the numbers in its slots, and the days it may count from."""

    row: Mapping[str, Any]
    slots: Mapping[str, Any]
    published: date | None
    planned: bool
    before: When | None

    @property
    def shift(self) -> int:
        """How many units on (or, below zero, back) the rule counts."""
        return self.row.get("shift", 0)

    def anchor(self) -> date:
        """The day of publication; ``ValueError`` where nobody knows it."""
        if self.published is None:
            raise ValueError("no publication day to count from")
        return self.published

    def year_of(self, month: int, day: int = 1) -> int:
        """The year meant by a month and day without one."""
        year = self.slots.get("year")
        if year is None and "year2" in self.slots:
            year = 2000 + self.slots["year2"]
        if year is not None:
            return year
        if self.row.get("turn") == "this":
            if self.before is None:
                raise ValueError("no year was told before")
            return self.before.earliest.year
        anchor = self.anchor()
        if "shift" in self.row:
            return anchor.year + self.shift
        day = min(day, calendar.monthrange(anchor.year, month)[1])
        turn = self.row.get("turn")
        if turn == "last" and not self.planned:
            return anchor.year - (date(anchor.year, month, day) > anchor)
        if turn == "next" or (self.planned and turn != "last"):
            return anchor.year + (date(anchor.year, month, day) < anchor - timedelta(days=200))
        soon = timedelta(0) if turn == "last" else _SOON
        return anchor.year - (date(anchor.year, month, day) > anchor + soon)


def one_day(when: date, why: str) -> When:
    """One day."""
    return When(when.isoformat(), when, when, why)


def from_to(first: date, last: date, why: str, *, about: bool = False) -> When:
    """From one day to another, both included; ``about``: the words leave the ends open."""
    return When(f"{first.isoformat()}/{last.isoformat()}{'~' if about else ''}", first, last, why)


def one_month(year: int, month: int, why: str) -> When:
    """A whole month."""
    return When(
        f"{year}-{month:02}",
        date(year, month, 1),
        date(year, month, calendar.monthrange(year, month)[1]),
        why,
    )


def one_year(year: int, why: str) -> When:
    """A whole year."""
    return When(f"{year}", date(year, 1, 1), date(year, 12, 31), why)


def add_months(year: int, month: int, number: int) -> tuple[int, int]:
    """The year and month so many months on, or back where the number is below zero."""
    years, zero_based = divmod(year * 12 + month - 1 + number, 12)
    return years, zero_based + 1
