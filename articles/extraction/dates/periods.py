"""Weeks, months, seasons and years, and the parts of them that newsrooms name."""

import calendar
from datetime import date, timedelta

from .edtf import Asked, When, add_months, from_to, one_day, one_month, one_year

_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first-half": (1, 15), "second-half": (16, 31)}
_WEEKS = {"week-1": (1, 7), "week-2": (8, 14), "week-3": (15, 21), "week-4": (22, 28), "last-week": (-7, 31)}
_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "first-half": (1, 6), "second-half": (7, 12)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def named_month(asked: Asked) -> When:
    """ "in March", "in March 2019"."""
    month = asked.slots["month"]
    year = asked.year_of(month)
    if asked.row.get("turn") == "last" and (year, month) == (asked.anchor().year, asked.anchor().month):
        year -= 1  # "last March", written in March
    return one_month(
        year,
        month,
        "as written" if "year" in asked.slots else f"last seen from {asked.published}",
    )


def named_year(asked: Asked) -> When:
    """ "in 2019"."""
    return one_year(asked.slots["year"], "as written")


def part_of_month(asked: Asked) -> When:
    """ "early in March", "in the first week of the month"."""
    year, month = _month_meant(asked)
    part = asked.slots.get("part") or asked.row["part"]
    length = calendar.monthrange(year, month)[1]
    if part in _WEEKS:
        low, high = _WEEKS[part]
        low = low if low > 0 else length + low + 1
        return from_to(
            date(year, month, low), date(year, month, min(high, length)), f"{part} of {year}-{month:02}"
        )
    low, high = _PARTS[part]
    return from_to(
        date(year, month, low), date(year, month, min(high, length)), f"{part} {year}-{month:02}", about=True
    )


def _month_meant(asked: Asked) -> tuple[int, int]:
    """The year and month that an expression names, or that it counts from the day of publication or the one told."""
    if "month" in asked.slots:
        return asked.year_of(asked.slots["month"]), asked.slots["month"]
    if asked.row.get("turn") == "this" and asked.before:  # "late in the same month"
        return asked.before.earliest.year, asked.before.earliest.month
    anchor = asked.anchor()
    return add_months(anchor.year, anchor.month, asked.shift)


def until_end(asked: Asked) -> When:
    """ "before the end of July": of what is planned, from publication on; else as the end itself."""
    unit = asked.row["unit"]
    anchor = asked.anchor()
    if not asked.planned:
        if unit in ("week", "day"):
            return relative_week(asked) if unit == "week" else one_day(anchor, "by the end of the day")
        return part_of_year(asked) if unit == "year" else part_of_month(asked)
    if unit == "week":
        last = anchor + timedelta(days=7 - anchor.isoweekday(), weeks=asked.shift)
    elif unit == "year":
        last = date(asked.slots.get("year") or anchor.year + asked.shift, 12, 31)
    elif unit == "month":
        last = one_month(*_month_meant(asked), "").latest
    else:
        last = anchor
    if last < anchor:
        raise ValueError("an end that has passed")
    why = f"from {anchor} to the end"
    return one_day(last, why) if last == anchor else from_to(anchor, last, why)


def ahead(asked: Asked) -> When | None:
    """ "in three weeks": of what is planned, counted from publication; "twice in three weeks" is no day."""
    if not asked.planned:
        return None
    anchor, number = asked.anchor(), asked.slots.get("n") or asked.shift or 1
    unit = asked.slots.get("unit") or asked.row.get("unit", "day")
    why = f"{number} {unit}s from {anchor}"
    if unit == "day":
        return one_day(anchor + timedelta(days=number), why)
    if unit == "week":
        near = anchor + timedelta(weeks=number)
        return from_to(near - timedelta(days=3), near + timedelta(days=3), why, about=True)
    if unit == "month":
        return one_month(*add_months(anchor.year, anchor.month, number), why)
    return one_year(anchor.year + number, why)


def recently(asked: Asked) -> When:
    """ "a few days ago": the month, where all those days lie in one, else the days."""
    anchor = asked.anchor()
    if asked.planned:
        raise ValueError("some days ahead")
    first, last = anchor - timedelta(days=7), anchor - timedelta(days=1)
    if (first.year, first.month) == (anchor.year, anchor.month):
        return one_month(anchor.year, anchor.month, f"some days before {anchor}")
    return from_to(first, last, f"some days before {anchor}", about=True)


def part_of_year(asked: Asked) -> When:
    """ "late in 2019", "in the summer"."""
    part = asked.slots.get("part") or asked.row["part"]
    if part in _SEASONS:
        return _season(asked, part)
    year = asked.slots.get("year") or asked.anchor().year + asked.shift
    low, high = _YEAR_PARTS[part]
    last = date(year, high, calendar.monthrange(year, high)[1])
    return When(f"{year}-{low:02}/{year}-{high:02}~", date(year, low, 1), last, f"{part} {year}")


def _season(asked: Asked, part: str) -> When:
    """ "in the summer of 2023", "last spring": three months, the last such before publication (planned: the next)."""
    low, high = _SEASONS[part]
    year = asked.slots.get("year")
    if year is None:
        anchor = asked.anchor()
        begun = date(anchor.year, low, 1) <= anchor
        year = anchor.year - (not begun and not asked.planned) + asked.shift
    last_year, last_month = add_months(year, high, 0)
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    edtf = f"{year}-{low:02}/{last_year}-{last_month:02}~"
    return When(edtf, date(year, low, 1), last, f"{part} of {year}")


def weekend(asked: Asked) -> When:
    """Saturday and Sunday: those before publication or of now, or the next where it is planned.

    "This weekend" is the one to come in the middle of a week; on a Monday the one just over is still called so.
    """
    anchor, turn = asked.anchor(), asked.row.get("turn")
    saturday = anchor - timedelta(days=(anchor.isoweekday() - 6) % 7)
    midweek = 1 < anchor.isoweekday() < 6
    if turn == "next" or (turn == "this" and midweek) or (asked.planned and anchor.isoweekday() < 6):
        saturday += timedelta(days=7)
    return from_to(saturday, saturday + timedelta(days=1), f"weekend seen from {anchor}")


def relative_week(asked: Asked) -> When:
    """ "last week", from Monday to Sunday."""
    anchor = asked.anchor()
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=asked.shift)
    return from_to(monday, monday + timedelta(days=6), f"week {asked.shift:+d} from {anchor}")


def relative_month(asked: Asked) -> When:
    """ "last month"."""
    anchor = asked.anchor()
    return one_month(
        *add_months(anchor.year, anchor.month, asked.shift), f"month {asked.shift:+d} from {anchor}"
    )


def relative_year(asked: Asked) -> When:
    """ "last year"."""
    return one_year(asked.anchor().year + asked.shift, f"year {asked.shift:+d} from {asked.published}")


def month_of(published: date) -> When:
    """The month in which an article came out."""
    return one_month(published.year, published.month, f"the month of publication, {published}")
