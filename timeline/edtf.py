"""What an EDTF date says (ISO 8601-2): its first and last possible day, and how exact it is."""

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?")


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """First and last possible day of a year, a month, a day or an interval; None where it says nothing.

    ``~`` (about) is allowed and does not widen the range: who compares approximate dates gives them slack.
    """
    parts = [_part(part) for part in (edtf or "").split("/")]
    known = [part for part in parts if part]
    if not known or len(known) != len(parts):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def is_approximate(edtf: str | None) -> bool:
    """Whether the date is "about" then."""
    return any(sign in (edtf or "") for sign in "~?%")


def _part(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(number) if number else None for number in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
