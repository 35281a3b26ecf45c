"""From words to days: each time expression becomes a first day, a last day and the reason why.

Nothing here knows a language: a rule says what its words mean (``means``), its slots give the numbers.
A date without a year is the last such day before publication, or the next one when it is planned.
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first-half": (1, 15), "second-half": (16, 31)}
_WEEKS = {"week-1": (1, 7), "week-2": (8, 14), "week-3": (15, 21), "week-4": (22, 28), "last-week": (-7, 31)}
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first-half": (1, 6), "second-half": (7, 12)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_SOON = timedelta(
    days=10
)  # "on 21 January", written on the 19th, may be next week's even where no word says so


@dataclass(frozen=True, slots=True)
class When:
    """A first and a last day, as EDTF, and how they follow from the words."""

    edtf: str
    earliest: date
    latest: date
    why: str
    told_day: date | None = None  # the day told before, where this is none

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.earliest == self.latest


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
        return _RESOLVERS[means](_Asked(row, slots, published, planned, before))
    except (ValueError, OverflowError, KeyError):  # KeyError: a form that says less than its rule asks for
        return None


@dataclass(frozen=True, slots=True)
class _Asked:
    row: Mapping[str, Any]
    slots: Mapping[str, Any]
    published: date | None
    planned: bool
    before: When | None

    @property
    def shift(self) -> int:
        return self.row.get("shift", 0)

    def anchor(self) -> date:
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
        if self.row.get("turn") == "this" and self.before:
            return self.before.earliest.year
        anchor = self.anchor()
        if "shift" in self.row:
            return anchor.year + self.shift
        day = min(day, calendar.monthrange(anchor.year, month)[1])
        if self.planned:
            return anchor.year + (date(anchor.year, month, day) < anchor - timedelta(days=200))
        return anchor.year - (date(anchor.year, month, day) > anchor + _SOON)


def day(when: date, why: str) -> When:
    """One day."""
    return When(when.isoformat(), when, when, why)


def _hijri_day(asked: _Asked) -> When:
    """The Gregorian day by the arithmetic calendar; the sighted one may differ by a day."""
    year, month, number = asked.slots["year"], asked.slots["hijri_month"], asked.slots["day"]
    days = number + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return day(_HIJRI_EPOCH + timedelta(days=days - 1), f"{number}.{month}.{year} AH")


_HIJRI_EPOCH = date(622, 7, 19)


def _named_day(asked: _Asked) -> When | None:
    if "hijri_month" in asked.slots:
        return _hijri_day(asked)
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
    return day(found, "as written" if given else f"{turn} {number}.{month}. seen from {asked.published}")


def _day_of_month(asked: _Asked, number: int) -> When:
    """ "on the 15th": the last such day before publication, or the next one where it is planned."""
    before = asked.before
    if before and not before.exact and before.edtf == f"{before.earliest:%Y-%m}":
        return day(date(before.earliest.year, before.earliest.month, number), f"{number}. of {before.edtf}")
    anchor = asked.anchor()
    months = (0, 1, 2) if asked.planned else (0, -1, -2)
    for months_on in months[:1] if "shift" in asked.row else months:
        year, month = _add_months(anchor.year, anchor.month, asked.shift + months_on)
        if number > calendar.monthrange(year, month)[1]:
            continue
        found = date(year, month, number)
        fits = found >= anchor if asked.planned else found <= anchor
        if fits or "shift" in asked.row:
            return day(found, f"{number}. of a month, seen from {anchor}")
    raise ValueError("no such day near")


def _weekday(year: int, month: int, number: int) -> int:
    try:
        return date(year, month, number).isoweekday()
    except ValueError:
        return 0


def _on_weekday(asked: _Asked) -> When:
    anchor, wanted = asked.anchor(), asked.slots["weekday"]
    turn = asked.row.get("turn")
    back = (anchor.isoweekday() - wanted) % 7
    ahead = (wanted - anchor.isoweekday()) % 7
    if turn == "next" or (turn is None and asked.planned):
        ahead = ahead or (7 if turn == "next" else 0)
        return day(anchor + timedelta(days=ahead), f"next such weekday from {anchor}")
    if turn == "this":
        offset = ahead if asked.planned else -back
        return day(anchor + timedelta(days=offset), f"this week's, written {anchor}")
    if turn == "last":
        back = back or 7
    return day(anchor - timedelta(days=back), f"last such weekday up to {anchor}")


def _shifted(asked: _Asked) -> When | None:
    if asked.row.get("turn") == "this" and asked.planned:
        return None  # "is now being prepared": only what is under way is now
    anchor = asked.anchor()
    return day(anchor + timedelta(days=asked.shift), f"{asked.shift:+d} days from {anchor}")


def _ago(asked: _Asked) -> When:
    anchor, number = asked.anchor(), asked.slots["n"]
    unit = asked.slots.get("unit") or asked.row.get("unit", "day")
    if unit == "day":
        return day(anchor - timedelta(days=number), f"{number} days before {anchor}")
    if unit == "week":
        middle = anchor - timedelta(days=7 * number)
        return _span(
            middle - timedelta(days=3),
            middle + timedelta(days=3),
            f"about {number} weeks before {anchor}",
            about=True,
        )
    if unit == "month":
        return _month(*_add_months(anchor.year, anchor.month, -number), f"{number} months before {anchor}")
    return _year(anchor.year - number, f"{number} years before {anchor}")


def _named_month(asked: _Asked) -> When:
    month = asked.slots["month"]
    return _month(
        asked.year_of(month),
        month,
        "as written" if "year" in asked.slots else f"last seen from {asked.published}",
    )


def _named_year(asked: _Asked) -> When:
    return _year(asked.slots["year"], "as written")


def _part_of_month(asked: _Asked) -> When:
    if "month" in asked.slots:
        month = asked.slots["month"]
        year = asked.year_of(month)
    else:
        anchor = asked.anchor()
        year, month = _add_months(anchor.year, anchor.month, asked.shift)
    part = asked.slots.get("part") or asked.row["part"]
    length = calendar.monthrange(year, month)[1]
    if part in _WEEKS:
        low, high = _WEEKS[part]
        low = low if low > 0 else length + low + 1
        return _span(
            date(year, month, low), date(year, month, min(high, length)), f"{part} of {year}-{month:02}"
        )
    low, high = _PARTS[part]
    return _span(
        date(year, month, low), date(year, month, min(high, length)), f"{part} {year}-{month:02}", about=True
    )


def _part_of_year(asked: _Asked) -> When:
    part = asked.slots.get("part") or asked.row["part"]
    if part in _SEASONS:
        return _season(asked, part)
    year = asked.slots.get("year") or asked.anchor().year + asked.shift
    low, high = _YEAR_PARTS[part]
    last = date(year, high, calendar.monthrange(year, high)[1])
    return When(f"{year}-{low:02}/{year}-{high:02}~", date(year, low, 1), last, f"{part} {year}")


def _season(asked: _Asked, part: str) -> When:
    """ "in the summer of 2023", "last spring": three months, the last such before publication (planned: the next)."""
    low, high = _SEASONS[part]
    year = asked.slots.get("year")
    if year is None:
        anchor = asked.anchor()
        begun = date(anchor.year, low, 1) <= anchor
        year = anchor.year - (not begun and not asked.planned) + asked.shift
    last_year, last_month = _add_months(year, high, 0)
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    edtf = f"{year}-{low:02}/{last_year}-{last_month:02}~"
    return When(edtf, date(year, low, 1), last, f"{part} of {year}")


def _weekend(asked: _Asked) -> When:
    """Saturday and Sunday: those before publication or of now, or the next where it is planned."""
    anchor = asked.anchor()
    saturday = anchor - timedelta(days=(anchor.isoweekday() - 6) % 7)
    if asked.row.get("turn") == "next" or (asked.planned and anchor.isoweekday() < 6):
        saturday += timedelta(days=7)
    return _span(saturday, saturday + timedelta(days=1), f"weekend seen from {anchor}")


def _relative_week(asked: _Asked) -> When:
    anchor = asked.anchor()
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=asked.shift)
    return _span(monday, monday + timedelta(days=6), f"week {asked.shift:+d} from {anchor}")


def _relative_month(asked: _Asked) -> When:
    anchor = asked.anchor()
    return _month(
        *_add_months(anchor.year, anchor.month, asked.shift), f"month {asked.shift:+d} from {anchor}"
    )


def _relative_year(asked: _Asked) -> When:
    return _year(asked.anchor().year + asked.shift, f"year {asked.shift:+d} from {asked.published}")


def _interval(asked: _Asked) -> When:
    if "weekday2" in asked.slots:
        return _weekdays(asked)
    month = asked.slots.get("month", asked.slots.get("monthnum"))
    last_month = asked.slots.get("month2", asked.slots.get("monthnum2", month))
    year = asked.year_of(month, asked.slots["day"])
    first, last = date(year, month, asked.slots["day"]), date(year, last_month, asked.slots["day2"])
    if last < first:
        raise ValueError("an interval that ends before it begins")
    return _span(first, last, "as written")


def _weekdays(asked: _Asked) -> When:
    """ "from Monday to Wednesday", "on Tuesday and Wednesday"."""
    first = _on_weekday(asked).earliest
    days = (asked.slots["weekday2"] - asked.slots["weekday"]) % 7
    if first + timedelta(days=days) > asked.anchor() and not asked.planned and asked.row.get("turn") is None:
        first -= timedelta(days=7)
    return _span(first, first + timedelta(days=days), f"weekdays seen from {asked.published}")


def _told_day(before: When | None) -> date | None:
    if before is None:
        return None
    return before.earliest if before.exact else before.told_day


def _same(asked: _Asked) -> When | None:
    told = _told_day(asked.before)
    return day(told, "the day told before") if told else None


def _after(asked: _Asked) -> When | None:
    """Days after, or with a shift below zero before, the day told last; "the day before" may lack one."""
    back = asked.shift < 0
    unit = asked.slots.get("unit") or asked.row.get("unit", "day")
    told = _told_day(asked.before)
    counted_from = told or (asked.published if back else None)
    if unit in ("month", "year"):
        return _months_after(asked, back=back)
    if counted_from is None:
        return None
    number = asked.slots.get("n", 1) * {"week": 7}.get(unit, 1)
    number = -number if back else number
    return day(counted_from + timedelta(days=number), f"{number:+d} days from {counted_from}")


def _months_after(asked: _Asked, *, back: bool) -> When | None:
    """ "a month later", seen from a day or month told before."""
    if not asked.before:
        return None
    number = (
        asked.slots.get("n", 1)
        * (12 if (asked.slots.get("unit") or asked.row["unit"]) == "year" else 1)
        * (-1 if back else 1)
    )
    year, month = _add_months(asked.before.earliest.year, asked.before.earliest.month, number)
    return _month(year, month, f"{number:+d} months from {asked.before.edtf}")


def _span(first: date, last: date, why: str, *, about: bool = False) -> When:
    return When(f"{first.isoformat()}/{last.isoformat()}{'~' if about else ''}", first, last, why)


def _month(year: int, month: int, why: str) -> When:
    return When(
        f"{year}-{month:02}",
        date(year, month, 1),
        date(year, month, calendar.monthrange(year, month)[1]),
        why,
    )


def _year(year: int, why: str) -> When:
    return When(f"{year}", date(year, 1, 1), date(year, 12, 31), why)


def month_of(published: date) -> When:
    """The month in which an article came out."""
    return _month(published.year, published.month, f"the month of publication, {published}")


def _add_months(year: int, month: int, number: int) -> tuple[int, int]:
    years, zero_based = divmod(year * 12 + month - 1 + number, 12)
    return years, zero_based + 1


_RESOLVERS = {
    "day": _named_day,
    "weekday": _on_weekday,
    "shift": _shifted,
    "ago": _ago,
    "month": _named_month,
    "year": _named_year,
    "part-of-month": _part_of_month,
    "part-of-year": _part_of_year,
    "relative-week": _relative_week,
    "relative-month": _relative_month,
    "relative-year": _relative_year,
    "interval": _interval,
    "weekend": _weekend,
    "same": _same,
    "after": _after,
}
