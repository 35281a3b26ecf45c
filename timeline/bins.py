"""Contacts counted per lane and month, for when they are too many to be drawn one by one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from timeline.lanes import NOBODY, OTHERS, Lane, Lanes, members
from timeline.marks import Band
from timeline.models import Kind
from timeline.querysets import ContactQuerySet

Cells = dict[str, Counter[str]]


def monthly_trace(
    contacts: ContactQuerySet, *, lanes: Lanes, chosen: Sequence[Lane], bands: Sequence[Band]
) -> tuple[dict[str, Any], date, date]:
    """A heat map with a row for each lane and a column for each month, and its first and last day.

    A contact counts in the month of its first possible day. One query for each lane.
    """
    named = [lane for lane in chosen if lane.key not in {OTHERS, NOBODY}]
    rows = [_months(members(contacts, lanes, lane.key, named)) for lane in chosen]
    present = sorted({month for row in rows for month in row})
    months = _every_month(present[0], present[-1])
    trace = {
        "type": "heatmap",
        "name": "Contacts per month",
        "meta": {"part": "bins"},
        "x": [f"{month}-15" for month in months],
        "y": [-(number + 0.5) for number in range(len(chosen))],
        "z": [
            [sum(row[month].values()) or None if month in row else None for month in months] for row in rows
        ],
        "text": [
            [_in_words(lane, month, row[month]) if month in row else "" for month in months]
            for lane, row in zip(chosen, rows, strict=True)
        ],
        "customdata": [months for _ in chosen],
        "hovertemplate": "%{text}<extra></extra>",
        "hoverongaps": False,
        "showscale": False,
        "xgap": 1,
        "ygap": 6,
    }
    if not months:
        return trace, date(2000, 1, 1), date(2001, 1, 1)
    return (
        trace,
        date.fromisoformat(f"{months[0]}-01"),
        date.fromisoformat(f"{months[-1]}-01") + timedelta(31),
    )


def _months(contacts: ContactQuerySet) -> Cells:
    """Month ("2024-03") to numbers by kind. Cut from the text of the date: TruncMonth is slow on SQLite."""
    rows = (
        contacts.exclude(earliest=None)
        .order_by()
        .annotate(month=Substr(Cast("earliest", CharField()), 1, 7))
        .values_list("month", "kind")
        .annotate(contacts=Count("pk"))
    )
    cells: Cells = defaultdict(Counter)
    for month, kind, number in rows:
        cells[month][kind] += number
    return cells


def _every_month(first: str, last: str) -> list[str]:
    (year, month), end = map(int, first.split("-")), last
    months = []
    while (label := f"{year:04d}-{month:02d}") <= end:
        months.append(label)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def _in_words(lane: Lane, month: str, kinds: Counter[str]) -> str:
    when = f"{date.fromisoformat(f'{month}-01'):%b %Y}"
    parts = [f"{number:,} {Kind(kind).label.lower()}" for kind, number in kinds.most_common()]
    title = escape(f"{lane.label}, {when}" if lane.label else when)
    total = sum(kinds.values())
    return f"<b>{title}</b><br>{total:,} contact{'' if total == 1 else 's'}: {', '.join(parts)}"
