"""Contacts counted per lane and month, for when they are too many to be drawn one by one."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

from django.db.models import CharField, Count, F, Value
from django.db.models.functions import Cast, Substr

from timeline.lanes import NOBODY, OTHERS, Lane, Lanes, column_of, nobody, others
from timeline.marks import Band
from timeline.models import Kind
from timeline.querysets import ContactQuerySet

#: half the height of a cell, in units of the vertical axis
HALF = 0.4

Cells = dict[str, Counter[str]]


def monthly_trace(
    contacts: ContactQuerySet, *, lanes: Lanes, chosen: Sequence[Lane], bands: Sequence[Band]
) -> tuple[dict[str, Any], date, date]:
    """A heat map with a row for each lane and a column for each month, and its first and last day.

    A contact counts in the month of its first possible day. A query for the lanes, two for the rest.
    """
    cells = _cells(contacts.exclude(earliest=None), lanes, chosen)
    present = sorted({month for row in cells.values() for month in row})
    months = _every_month(present[0], present[-1])
    # Plotly takes the edges of cells, and lanes are not evenly spaced: between two lanes lies an empty row.
    edges: list[float] = []
    numbers: list[list[int | None]] = []
    words: list[list[str]] = []
    for lane, band in reversed(list(zip(chosen, bands, strict=True))):
        row = cells[lane.key]
        if edges:
            numbers.append([None] * len(months))
            words.append([""] * len(months))
        edges += [band.line - HALF, band.line + HALF]
        numbers.append([sum(row[month].values()) if month in row else None for month in months])
        words.append([_in_words(lane, month, row[month]) if month in row else "" for month in months])
    trace = {
        "type": "heatmap",
        "name": "Contacts per month",
        "meta": {"part": "bins"},
        "x": [f"{month}-15" for month in months],
        "y": edges,
        "z": numbers,
        "text": words,
        "customdata": [months for _ in numbers],
        "hovertemplate": "%{text}<extra></extra>",
        "hoverongaps": False,
        "showscale": False,
    }
    last = date.fromisoformat(f"{months[-1]}-01") + timedelta(days=31)
    return trace, date.fromisoformat(f"{months[0]}-01"), last


def _cells(contacts: ContactQuerySet, lanes: Lanes, chosen: Sequence[Lane]) -> dict[int | str, Cells]:
    """Lane to month ("2024-03") to numbers by kind."""
    cells: dict[int | str, Cells] = {lane.key: defaultdict(Counter) for lane in chosen}
    named = [lane for lane in chosen if lane.key not in {OTHERS, NOBODY}]
    if lanes == "none":
        counted = _months(contacts, Value(""))
    else:
        column = column_of(lanes)
        counted = _months(contacts.filter(**{f"{column}__in": [lane.key for lane in named]}), F(column))
    if OTHERS in cells:
        counted += _months(others(contacts, lanes, named), Value(OTHERS))
    if NOBODY in cells:
        counted += _months(nobody(contacts, lanes), Value(NOBODY))
    for lane, month, kind, number in counted:
        cells[lane][month][kind] += number
    return cells


def _months(contacts: ContactQuerySet, lane: F | Value) -> list[tuple[int | str, str, str, int]]:
    """(lane, month, kind, contacts); the month is cut from the date as text, TruncMonth is slow on SQLite."""
    rows = (
        contacts.order_by()
        .annotate(month=Substr(Cast("earliest", CharField()), 1, 7), lane=lane)
        .values_list("lane", "month", "kind")
        .annotate(contacts=Count("pk"))
    )
    return list(rows)


def _every_month(first: str, last: str) -> list[str]:
    (year, month), end = map(int, first.split("-")), last
    months = []
    while (label := f"{year:04d}-{month:02d}") <= end:
        months.append(label)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def _in_words(lane: Lane, month: str, kinds: Counter[str]) -> str:
    """What a cell says under the pointer; the names in it are text, not markup."""
    when = f"{date.fromisoformat(f'{month}-01'):%b %Y}"
    title = escape(f"{lane.label}, {when}" if lane.label else when)
    parts = [_counted(number, str(Kind(kind).label).lower()) for kind, number in kinds.most_common()]
    return f"<b>{title}</b><br>{_counted(sum(kinds.values()), 'contact')}: {', '.join(parts)}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
