"""Days of other calendars as Gregorian ones, by arithmetic."""

from datetime import date, timedelta

_HIJRI_EPOCH = date(622, 7, 19)
#: the first day of 1403, from which years are counted both ways
_JALALI_ANCHOR = (1403, date(2024, 3, 20))
#: the leap years of a cycle of 33, right for 1244 to 1502 (1865 to 2123)
_JALALI_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_JALALI_LONG = 6  # months of 31 days; then come those of 30
_JALALI_MONTHS = 12


def hijri_day(year: int, month: int, day: int) -> date:
    """The day by the arithmetic calendar; the sighted one may differ by a day."""
    days = day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return _HIJRI_EPOCH + timedelta(days=days - 1)


def jalali_day(year: int, month: int, day: int) -> date:
    """The day of the solar calendar of Iran; ValueError where it has no such day."""
    length = 31 if month <= _JALALI_LONG else 30 if month < _JALALI_MONTHS or _is_leap(year) else 29
    if not 1 <= day <= length:
        raise ValueError(f"month {month} of {year} has {length} days")
    anchor, first = _JALALI_ANCHOR
    if year >= anchor:
        days = sum(366 if _is_leap(y) else 365 for y in range(anchor, year))
    else:
        days = -sum(366 if _is_leap(y) else 365 for y in range(year, anchor))
    before = 31 * min(month - 1, _JALALI_LONG) + 30 * max(month - 1 - _JALALI_LONG, 0)
    return first + timedelta(days=days + before + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in _JALALI_LEAPS
