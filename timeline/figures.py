"""The timeline as a Plotly figure: plain dicts, without colours.

Colours belong to the page's style sheet and follow its scheme: every trace says in ``meta`` what it draws
(``part``, ``kind``), and ``static/js/timeline/paint.js`` paints it. Above ``MAX_MARKS`` the contacts are
counted per lane and month instead of being drawn one by one, and ``layout.meta`` says so.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape
from typing import Any

from timeline.bins import monthly_trace
from timeline.lanes import Lane, Lanes, choose
from timeline.marks import UNIT, Band, Trace, bands_of, days, mark_traces, place
from timeline.models import Contact
from timeline.querysets import ContactQuerySet

#: SVG marks stay fluid to about this number (docs/architecture.md)
MAX_MARKS = 2000
#: pixels of the strip of articles read, and of the axis and the edges
STRIP, MARGIN = 58, 48
#: marks nearer to one another than this part of the whole range are stacked
APART = 1 / 110
#: of a lane's name in the margin
LONGEST_LABEL = 26

Figure = dict[str, Any]


def contact_timeline(
    contacts: ContactQuerySet, *, lanes: Lanes = "actor", today: date | None = None
) -> Figure:
    """A date axis with a mark for each contact in each of its lanes, or numbers per month if too many.

    A handful of queries, however many contacts; the same again where they are counted. Contacts
    without a date are not drawn.
    """
    chosen = choose(contacts, lanes)
    total = sum(lane.contacts for lane in chosen)
    if total > MAX_MARKS:
        bands = bands_of(chosen, [[] for _ in chosen])
        trace, first, last = monthly_trace(contacts, lanes=lanes, chosen=chosen, bands=bands)
        traces = [trace]
    else:
        dated = list(contacts.exclude(earliest=None).oldest_first().for_timeline())
        first, last = _range(dated, today)
        marks, bands = place(dated, chosen, lanes, apart=(last - first).days * APART)
        traces = mark_traces(marks)
    layout = _layout(chosen, bands, first, last, today=today)
    layout["meta"] |= {"marks": total, "binned": total > MAX_MARKS}
    return {"data": [*traces, _coverage_trace()], "layout": layout}


def _range(contacts: Sequence[Contact], today: date | None) -> tuple[date, date]:
    """The days shown at first, with room at both ends."""
    if not contacts:
        day = today or date(2024, 1, 1)
        return day - timedelta(days=365), day
    first = min(days(contact)[0] for contact in contacts)
    last = max(days(contact)[1] for contact in contacts)
    room = max(timedelta(days=20), (last - first) * 0.025)
    return first - room, last + room


def _coverage_trace() -> Trace:
    """Articles read per month; the page fills it in from the articles' own address."""
    return {
        "type": "bar",
        "name": "Articles read",
        "meta": {"part": "coverage"},
        "x": [],
        "y": [],
        "yaxis": "y2",
        "hovertemplate": "%{x|%b %Y}: %{y:,} articles read<extra></extra>",
    }


def _layout(
    chosen: Sequence[Lane], bands: Sequence[Band], first: date, last: date, *, today: date | None
) -> dict[str, Any]:
    depth = -bands[-1].bottom if bands else 1.0
    height = round(depth * UNIT) + STRIP
    strip = STRIP / height
    lines = [_line(band.line) for band in bands]
    if today and first < today < last:
        lines.append(_today(today))
    return {
        "height": height + MARGIN,
        "xaxis": {"type": "date", "range": [first.isoformat(), last.isoformat()], "anchor": "y2"},
        "yaxis": {
            "range": [-depth, 0],
            "domain": [strip, 1],
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": [band.line for band in bands],
            "ticktext": [escape(_shortened(lane.label)) for lane in chosen],
        },
        "yaxis2": {"domain": [0, strip * 0.66], "fixedrange": True, "rangemode": "tozero", "anchor": "x"},
        "shapes": lines,
        "hovermode": "closest",
        "showlegend": False,
        "bargap": 0.15,
        "meta": {
            "lanes": [
                {
                    "label": _shortened(lane.label),
                    "group": lane.group,
                    "contacts": lane.contacts,
                    "top": band.top,
                }
                for lane, band in zip(chosen, bands, strict=True)
            ]
        },
    }


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"


def _line(y: float) -> dict[str, Any]:
    """The line of a lane, across the whole chart."""
    return {**_SHAPE, "name": "lane", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y}


def _today(today: date) -> dict[str, Any]:
    """What lies to its right is yet to come."""
    day = today.isoformat()
    return {**_SHAPE, "name": "today", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1}


_SHAPE = {"type": "line", "layer": "below", "line": {"width": 1}}
