"""Weeks, months, seasons and years, and the parts of them that newsrooms name."""

import calendar
from datetime import date, timedelta

from .edtf import Asked, When, add_months, from_to, one_month, one_year

_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first-half": (1, 15), "second-half": (16, 31)}
_WEEKS = {"week-1": (1, 7), "week-2": (8, 14), "week-3": (15, 21), "week-4": (22, 28), "last-week": (-7, 31)}
_YEAR_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first-half": (1, 6), "second-half": (7, 12)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def named_month(asked: Asked) -> When:
    """ "in March", "in March 2019"."""
    month = asked.slots["month"]
    return one_month(
        asked.year_of(month),
        month,
        "as written" if "year" in asked.slots else f"last seen from {asked.published}",
    )


def named_year(asked: Asked) -> When:
    """ "in 2019"."""
    return one_year(asked.slots["year"], "as written")


def part_of_month(asked: Asked) -> When:
    """ "early in March", "in the first week of the month"."""
    if "month" in asked.slots:
        month = asked.slots["month"]
        year = asked.year_of(month)
    else:
        anchor = asked.anchor()
        year, month = add_months(anchor.year, anchor.month, asked.shift)
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
    """Saturday and Sunday: those before publication or of now, or the next where it is planned."""
    anchor = asked.anchor()
    saturday = anchor - timedelta(days=(anchor.isoweekday() - 6) % 7)
    if asked.row.get("turn") == "next" or (asked.planned and anchor.isoweekday() < 6):
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
