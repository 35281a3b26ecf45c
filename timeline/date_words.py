"""A date as a person would say it, no more exact than what is known."""

import calendar
import re
from datetime import date
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from timeline.edtf import bounds, is_approximate

_SIGNS = re.compile(r"[~?%]")


class Dated(Protocol):
    """Whatever carries a date: a contact, or what one article says of it."""

    date_edtf: str
    earliest: date | None
    latest: date | None


def date_in_words(dated: Dated | str | None, earliest: date | None = None, latest: date | None = None) -> str:
    """The date of a contact or a mention, or an EDTF string with its first and last possible day, in words.

    "Fri 19 Jan 2024", "Feb 2024", "2006", "late Feb 2024 (about 21–29 Feb)", "between 3 and 5 Mar 2006".
    The two days are used where the string itself cannot be read.
    """
    if dated is not None and not isinstance(dated, str):
        is_visit = getattr(dated, "kind", "") == "visit"
        return _in_words(dated.date_edtf, dated.earliest, dated.latest, lasting=is_visit)
    return _in_words(dated or "", earliest, latest, lasting=False)


def period_in_words(since: str, until: str) -> str:
    """When somebody held an office, from the EDTF dates of its first and last day: "since May 2017"."""
    first, last = (_plain(day, weekday=False) if day else "" for day in (since, until))
    if first and last:
        return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("since %(first)s") % {"first": first}
    return _("until %(last)s") % {"last": last} if last else ""


def _in_words(edtf: str, earliest: date | None, latest: date | None, *, lasting: bool) -> str:
    days = bounds(edtf)
    if not days:
        if not (earliest and latest):
            return _("date not known")
        if earliest == latest:
            return day_in_words(earliest)
        return _between(*_range_ends(earliest, latest))
    if "/" not in edtf:
        return _("about %(date)s") % {"date": _plain(edtf)} if is_approximate(edtf) else _plain(edtf)
    return _interval(edtf, *days, lasting=lasting)


def _interval(edtf: str, first: date, last: date, *, lasting: bool) -> str:
    """An interval whose ends may be days, months or years, in any mixture."""
    start, end = edtf.split("/")
    if len(_SIGNS.sub("", start)) == len(_SIGNS.sub("", end)) == 10:
        if first == last:
            return day_in_words(first)
        if is_approximate(edtf):
            return _part_of_month(first, last) or _about(_days(first, last))
        return _days(first, last) if lasting else _between(*_range_ends(first, last))
    if is_approximate(edtf):
        return _about(f"{_plain(start)} – {_plain(end)}")
    return _between(_plain(start), _plain(end))


def _part_of_month(first: date, last: date) -> str:
    """ "late Feb 2024 (about 21–29 Feb)", where the days are a third of one month; else nothing."""
    if (first.year, first.month) != (last.year, last.month):
        return ""
    names = {"month": date_format(first, pgettext("month", "M Y")), "days": _days(first, last, year=False)}
    month_end = calendar.monthrange(last.year, last.month)[1]
    if first.day == 1 and last.day <= 12:
        return _("early %(month)s (about %(days)s)") % names
    if 8 <= first.day <= 13 and 17 <= last.day <= 22:
        return _("mid %(month)s (about %(days)s)") % names
    if first.day >= 18 and last.day == month_end:
        return _("late %(month)s (about %(days)s)") % names
    return ""


def day_in_words(day: date) -> str:
    """ "Fri 19 Jan 2024"."""
    return date_format(day, pgettext("day of the week, day, month, year", "D j M Y"))


def _plain(edtf: str, *, weekday: bool = True) -> str:
    """A single year, month or day of EDTF, as exact as it is written."""
    text = _SIGNS.sub("", edtf.strip())
    days = bounds(text)
    if not days:
        return edtf
    if len(text) == 4:
        return text
    if len(text) == 7:
        return date_format(days[0], pgettext("month", "M Y"))
    return day_in_words(days[0]) if weekday else date_format(days[0], pgettext("day", "j M Y"))


def _days(first: date, last: date, *, year: bool = True) -> str:
    """ "21–29 Feb 2024", "29 Feb – 2 Mar 2024", "30 Dec 2023 – 2 Jan 2024"."""
    start, end = _range_ends(first, last, year=year)
    tight = (first.year, first.month) == (last.year, last.month)
    return f"{start}–{end}" if tight else f"{start} – {end}"


def _range_ends(first: date, last: date, *, year: bool = True) -> tuple[str, str]:
    """The two ends, the first without what it shares with the second."""
    whole, day_month = pgettext("day", "j M Y"), pgettext("day of a year", "j M")
    end = date_format(last, whole if year else day_month)
    if first.year != last.year:
        return date_format(first, whole), end
    return date_format(first, day_month if first.month != last.month else "j"), end


def _between(first: str, last: str) -> str:
    return _("between %(first)s and %(last)s") % {"first": first, "last": last}


def _about(words: str) -> str:
    return _("about %(date)s") % {"date": words}
