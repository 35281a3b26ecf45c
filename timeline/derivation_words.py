"""Why a value follows from its words, as a person would say it.

The engine notes it in a fixed, terse form ("next 15.1. seen from 2019-01-10"), which `extract --json` prints; a page
says "the next 15 January after publication (Thu 10 Jan 2019)". A form not known here is shown as it is.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Protocol

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.date_words import date_in_words, day_in_words
from timeline.models import Status

_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_DAY = r"(?P<day>\d{4}-\d\d-\d\d)"


class Derived(Protocol):
    """A piece of evidence: which field its words speak of, and how the value follows."""

    field: str
    derivation: str


def why_in_words(evidence: Derived) -> str:
    """How the value follows from the quote; nothing where the quote or the value says so already."""
    if evidence.field == "trigger" or evidence.derivation in Status.values:
        return ""
    return derivation_in_words(evidence.derivation)


def derivation_in_words(derivation: str) -> str:
    """The engine's note in words, its days in words too."""
    for pattern, say in _FORMS:
        if found := pattern.fullmatch(derivation):
            return say(found)
    return _ISO_DAY.sub(lambda found: _day(found[0]), derivation)


def _day(written: str) -> str:
    try:
        return day_in_words(date.fromisoformat(written))
    except ValueError:
        return written


def _published(found: re.Match[str]) -> str:
    return _("publication (%(day)s)") % {"day": _day(found["day"])}


def _days_from(found: re.Match[str]) -> str:
    return _counted_days(int(found["number"]), _published(found))


def _days_before(found: re.Match[str]) -> str:
    return _counted_days(-int(found["number"]), _published(found))


def _days_after(found: re.Match[str]) -> str:
    day = _("the day named before, %(day)s") % {"day": date_in_words(found["edtf"])}
    return _counted_days(int(found["number"]), day)


def _counted_days(number: int, day: str) -> str:
    values = {"number": abs(number), "day": day}
    if number == 0:
        return _("the day of %(day)s") % values
    if number < 0:
        before = ngettext("the day before %(day)s", "%(number)d days before %(day)s", -number)
        return before % values
    return ngettext("the day after %(day)s", "%(number)d days after %(day)s", number) % values


def _named_day(found: re.Match[str]) -> str:
    number, month = int(found["number"]), int(found["month"])
    name = f"{number} {MONTHS[month]}" if 1 <= month <= 12 else f"{number}.{month}."
    values = {"name": name, "day": _published(found)}
    if found["turn"] == "next":
        return _("the next %(name)s after %(day)s") % values
    return _("the last %(name)s up to %(day)s") % values


def _named_month(found: re.Match[str]) -> str:
    return _("the last month of that name up to %(day)s") % {"day": _published(found)}


def _weekday(found: re.Match[str]) -> str:
    day = {"day": _published(found)}
    if found["turn"] == "next":
        return _("the next such weekday on or after %(day)s") % day
    return _("the last such weekday up to %(day)s") % day


def _weekday_of_week(found: re.Match[str]) -> str:
    return _("that weekday in the week of %(day)s") % {"day": _published(found)}


def _units_before(found: re.Match[str]) -> str:
    number = int(found["number"])
    values = {"number": number, "day": _published(found)}
    if found["unit"] == "week":
        return (
            ngettext("about a week before %(day)s", "about %(number)d weeks before %(day)s", number) % values
        )
    if found["unit"] == "month":
        return ngettext("the month before %(day)s", "%(number)d months before %(day)s", number) % values
    return ngettext("the year before %(day)s", "%(number)d years before %(day)s", number) % values


def _unit_from(found: re.Match[str]) -> str:
    number = int(found["number"])
    units = {"week": _("week"), "month": _("month"), "year": _("year")}
    values = {"unit": units[found["unit"]], "day": _published(found), "number": abs(number)}
    if number == 0:
        return _("the %(unit)s of %(day)s") % values
    if abs(number) == 1:
        before, after = _("the %(unit)s before that of %(day)s"), _("the %(unit)s after that of %(day)s")
    else:
        before = _("%(number)d %(unit)ss before that of %(day)s")
        after = _("%(number)d %(unit)ss after that of %(day)s")
    return (before if number < 0 else after) % values


def _part(found: re.Match[str]) -> str:
    words = {
        "early": _("the beginning of %(date)s"),
        "mid": _("the middle of %(date)s"),
        "late": _("the end of %(date)s"),
        "first-half": _("the first half of %(date)s"),
        "second-half": _("the second half of %(date)s"),
    }
    return words[found["part"]] % {"date": date_in_words(found["edtf"])}


def _hijri(found: re.Match[str]) -> str:
    return _("%(date)s of the Islamic calendar") % {"date": found["date"]}


#: what is said with the same words whatever the article
_FIXED: dict[str, Callable[[], str]] = {
    "as written": lambda: "",
    "the day told before": lambda: _("the day named before in the text"),
    "the day of the trip told beside it": lambda: _("the day of the trip it was part of"),
    "venue": lambda: _("from the building named"),
    "dateline": lambda: _("from the dateline"),
}

_FORMS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(pattern), say)
    for pattern, say in [
        ("|".join(map(re.escape, _FIXED)), lambda found: _FIXED[found[0]]()),
        (rf"(?P<number>[+-]\d+) days? from {_DAY}", _days_from),
        (rf"(?P<number>\d+) days? before {_DAY}", _days_before),
        (r"(?P<number>\d+) days? after (?P<edtf>\d{4}-\d\d-\d\d)", _days_after),
        (rf"(?P<turn>next|last) (?P<number>\d+)\.(?P<month>\d+)\. seen from {_DAY}", _named_day),
        (rf"last seen from {_DAY}", _named_month),
        (rf"(?P<turn>next|last) such weekday (?:from|up to) {_DAY}", _weekday),
        (rf"this week's, written {_DAY}", _weekday_of_week),
        (rf"(?:about )?(?P<number>\d+) (?P<unit>week|month|year)s? before {_DAY}", _units_before),
        (rf"(?P<unit>week|month|year) (?P<number>[+-]\d+) from {_DAY}", _unit_from),
        (r"(?P<part>early|mid|late|first-half|second-half) (?P<edtf>\d{4}(?:-\d\d)?)", _part),
        (r"(?P<date>\d+\.\d+\.\d+) AH", _hijri),
    ]
]
