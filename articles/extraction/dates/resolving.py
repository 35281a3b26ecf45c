"""From words to days: each time expression becomes a first day, a last day and the reason why.

Nothing here knows a language: a rule says what its words mean (``means``), its slots give the numbers.
A date without a year is the last such day before publication, or the next one when it is planned.
"""

import calendar
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ..words.spans import Span
from .calendars import hijri_day, jalali_day
from .edtf import Asked, When, add_months, from_to, one_day, one_month, one_year
from .periods import (
    ahead,
    named_month,
    named_year,
    part_of_month,
    part_of_year,
    recently,
    relative_month,
    relative_week,
    relative_year,
    until_end,
    weekend,
)

_SUNDAY = 7


def resolve(
    means: str,
    row: Mapping[str, Any],
    slots: Mapping[str, Any],
    *,
    published: date | None,
    planned: bool,
    before: When | None,
) -> When | None:
    """The days that a time expression speaks of; None where they can't be told (no anchor, no such day)."""
    try:
        return _RESOLVERS[means](Asked(row, slots, published, planned, before))
    except (ValueError, OverflowError, KeyError):  # KeyError: a form that says less than its rule asks for
        return None


def dated(span: Span, *, published: date | None, planned: bool, before: When | None) -> When | None:
    """The days of a time expression; the first of its readings that gives any."""
    for rule in span.values:
        when = resolve(rule.says, rule.row, span.slots, published=published, planned=planned, before=before)
        if when:
            return when
    return None


def _of_another_calendar(asked: Asked) -> When:
    """ "18 رجب 1428", "5 Esfand 1402"."""
    year, number = asked.slots["year"], asked.slots["day"]
    if "jalali_month" in asked.slots:
        month = asked.slots["jalali_month"]
        return one_day(jalali_day(year, month, number), f"{number}.{month}.{year} of the calendar of Iran")
    month = asked.slots["hijri_month"]
    found = hijri_day(year, month, number)
    wanted = asked.slots.get("weekday")  # the moon may be seen a day earlier or later than arithmetic has it
    near = (found - timedelta(days=1), found + timedelta(days=1))
    found = next((seen for seen in near if seen.isoweekday() == wanted), found)
    return one_day(found, f"{number}.{month}.{year} AH")


def _named_day(asked: Asked) -> When | None:
    if "hijri_month" in asked.slots or "jalali_month" in asked.slots:
        return _of_another_calendar(asked)
    month = asked.slots.get("month", asked.slots.get("monthnum"))
    number = asked.slots["day"]
    if month is None:
        return _day_of_month(asked, number)
    year = asked.year_of(month, number)
    found = date(year, month, number)
    if (
        "weekday" in asked.slots
        and "year" not in asked.slots
        and found.isoweekday() != asked.slots["weekday"]
    ):
        near = [y for y in (year, year - 1, year + 1) if _weekday(y, month, number) == asked.slots["weekday"]]
        found = date(near[0], month, number) if near else found
    given = "year" in asked.slots or "year2" in asked.slots
    turn = "next" if found > (asked.published or found) else "last"
    return one_day(found, "as written" if given else f"{turn} {number}.{month}. seen from {asked.published}")


def _day_of_month(asked: Asked, number: int) -> When:
    """ "on the 15th": the last such day before publication, or the next one where it is planned."""
    before = asked.before
    if before and not before.exact and before.edtf == f"{before.earliest:%Y-%m}":
        return one_day(
            date(before.earliest.year, before.earliest.month, number), f"{number}. of {before.edtf}"
        )
    anchor = asked.anchor()
    months = (0, 1, 2) if asked.planned else (0, -1, -2)
    for months_on in months[:1] if "shift" in asked.row else months:
        year, month = add_months(anchor.year, anchor.month, asked.shift + months_on)
        if number > calendar.monthrange(year, month)[1]:
            continue
        found = date(year, month, number)
        fits = found >= anchor if asked.planned else found <= anchor
        if fits or "shift" in asked.row:
            return one_day(found, f"{number}. of a month, seen from {anchor}")
    raise ValueError("no such day near")


def _weekday(year: int, month: int, number: int) -> int:
    try:
        return date(year, month, number).isoweekday()
    except ValueError:
        return 0


def _on_weekday(asked: Asked) -> When:
    anchor, wanted = asked.anchor(), asked.slots["weekday"]
    turn = asked.row.get("turn")
    if "shift" in asked.row:  # "Tuesday last week", written on a Thursday, is not the last Tuesday
        new_week = (
            asked.shift < 0 and anchor.isoweekday() == _SUNDAY != wanted
        )  # on a Sunday, the week just over
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=asked.shift + new_week)
        return one_day(
            monday + timedelta(days=wanted - 1), f"that day of the week {asked.shift:+d} from {anchor}"
        )
    back = (anchor.isoweekday() - wanted) % 7
    ahead = (wanted - anchor.isoweekday()) % 7
    if turn == "next" or (turn is None and asked.planned):
        ahead = ahead or (7 if turn == "next" else 0)
        return one_day(anchor + timedelta(days=ahead), f"next such weekday from {anchor}")
    if turn == "this":
        offset = ahead if asked.planned else -back
        return one_day(anchor + timedelta(days=offset), f"this week's, written {anchor}")
    if turn == "last":
        back = back or 7
    return one_day(anchor - timedelta(days=back), f"last such weekday up to {anchor}")


def _shifted(asked: Asked) -> When | None:
    if asked.row.get("turn") == "this" and asked.planned:
        return None  # "is now being prepared": only what is under way is now
    anchor = asked.anchor()
    shift, wanted = asked.shift, asked.slots.get("weekday")
    if wanted and (anchor + timedelta(days=shift)).isoweekday() != wanted:  # the weekday is the surer word
        near = (s for s in (shift + 1, shift - 1) if (anchor + timedelta(days=s)).isoweekday() == wanted)
        shift = next(near, shift)
    return one_day(anchor + timedelta(days=shift), f"{shift:+d} days from {anchor}")


def _ago(asked: Asked) -> When:
    anchor, number = asked.anchor(), asked.slots["n"]
    unit = asked.slots.get("unit") or asked.row.get("unit", "day")
    if unit == "day":
        return one_day(anchor - timedelta(days=number), f"{number} days before {anchor}")
    if unit == "week":
        middle = anchor - timedelta(days=7 * number)
        return from_to(
            middle - timedelta(days=3),
            middle + timedelta(days=3),
            f"about {number} weeks before {anchor}",
            about=True,
        )
    if unit == "month":
        return one_month(*add_months(anchor.year, anchor.month, -number), f"{number} months before {anchor}")
    return one_year(anchor.year - number, f"{number} years before {anchor}")


def _interval(asked: Asked) -> When:
    if "weekday2" in asked.slots:
        return _weekdays(asked)
    month = asked.slots.get("month", asked.slots.get("monthnum"))
    last_month = asked.slots.get("month2", asked.slots.get("monthnum2", month))
    year = asked.year_of(month, asked.slots["day"])
    first, last = date(year, month, asked.slots["day"]), date(year, last_month, asked.slots["day2"])
    if last < first:
        raise ValueError("an interval that ends before it begins")
    return from_to(first, last, "as written")


def _weekdays(asked: Asked) -> When:
    """ "from Monday to Wednesday", "on Tuesday and Wednesday"."""
    first = _on_weekday(asked).earliest
    days = (asked.slots["weekday2"] - asked.slots["weekday"]) % 7
    if first + timedelta(days=days) > asked.anchor() and not asked.planned and asked.row.get("turn") is None:
        first -= timedelta(days=7)
    return from_to(first, first + timedelta(days=days), f"weekdays seen from {asked.published}")


def _told_day(before: When | None) -> date | None:
    if before is None:
        return None
    return before.earliest if before.exact else before.told_day


def _same(asked: Asked) -> When | None:
    if asked.row.get("unit") == "year":
        return one_year(asked.before.earliest.year, "the year told before") if asked.before else None
    if asked.row.get("unit") == "month":
        before = asked.before
        return (
            one_month(before.earliest.year, before.earliest.month, "the month told before")
            if before
            else None
        )
    if asked.row.get("turn") == "this" and asked.before:
        return replace(asked.before, why="the time told before")  # "at that time": a month as well
    told = _told_day(asked.before)
    if told is None and "shift" in asked.row:  # "earlier in the day", where no day was told: that of the news
        return one_day(asked.anchor(), "the day of the news")
    return one_day(told, "the day told before") if told else None


def _after(asked: Asked) -> When | None:
    """Days after, or with a shift below zero before, the day told last; "the day before" may lack one."""
    back = asked.shift < 0
    unit = asked.slots.get("unit") or asked.row.get("unit", "day")
    named = _named_day(asked) if "day" in asked.slots else None  # "19 days after the attack of 7 October"
    told = _told_day(named or asked.before)
    counted_from = told or (asked.published if back else None)
    of_months = unit in ("month", "year")
    if back and told is None and "n" in asked.slots and not (of_months and asked.before):
        return _ago(asked)
    number = asked.slots.get("n", abs(asked.shift) or 1) * {"week": 7}.get(unit, 1)
    far = timedelta(days=number * {"month": 30, "year": 365}.get(unit, 1))
    gone = asked.published and (told is None or told + far < asked.published)
    if asked.planned and gone and not back and "n" in asked.slots and "inside" not in asked.row:
        return ahead(asked)  # "will come in two weeks": from now, where the day told before has gone by
    if of_months:
        return _months_after(asked, back=back)
    if counted_from is None:
        return None
    number = -number if back else number
    return one_day(counted_from + timedelta(days=number), f"{number:+d} days from {counted_from}")


def _months_after(asked: Asked, *, back: bool) -> When | None:
    """ "a month later", seen from a day or month told before."""
    if not asked.before and not (back and asked.published):
        return None
    counted_from = asked.before.earliest if asked.before else asked.anchor()
    number = (
        asked.slots.get("n", 1)
        * (12 if (asked.slots.get("unit") or asked.row["unit"]) == "year" else 1)
        * (-1 if back else 1)
    )
    year, month = add_months(counted_from.year, counted_from.month, number)
    if asked.before and asked.before.edtf == f"{counted_from.year}":
        return one_year(year, f"{number:+d} months from {asked.before.edtf}")
    return one_month(year, month, f"{number:+d} months from {counted_from}")


_RESOLVERS = {
    "day": _named_day,
    "weekday": _on_weekday,
    "shift": _shifted,
    "ago": _ago,
    "month": named_month,
    "year": named_year,
    "part-of-month": part_of_month,
    "part-of-year": part_of_year,
    "relative-week": relative_week,
    "relative-month": relative_month,
    "relative-year": relative_year,
    "interval": _interval,
    "weekend": weekend,
    "same": _same,
    "after": _after,
    "until-end": until_end,
    "ahead": ahead,
    "recently": recently,
}
