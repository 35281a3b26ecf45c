"""The timeline as a Plotly figure: plain dicts, without colours.

Colours belong to the page's style sheet and follow its scheme: every trace says in ``meta`` what it draws
(``part``, ``kind``), and ``static/js/chart/paint.js`` paints it. Above ``MAX_MARKS`` the contacts are counted per
lane and month instead of being drawn one by one, and the figure says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import Any

from timeline.bins import monthly_trace
from timeline.lanes import Lane, Lanes, choose, lanes_of, stack
from timeline.models import Contact, Kind, Status
from timeline.querysets import ContactQuerySet
from timeline.wording import contact_title, date_in_words

#: SVG marks stay fluid to about this number (docs/architecture.md)
MAX_MARKS = 2000
#: pixels of one unit of the vertical axis, of the strip of articles, and of the axis below
UNIT, STRIP, MARGIN = 30, 64, 56
#: of a unit, between marks that are stacked in one lane
STEP = 0.36
MAX_LEVELS = 9
#: marks nearer to one another than this part of the whole range are stacked
APART = 1 / 110

SYMBOLS = {
    Status.HELD: "circle",
    Status.PLANNED: "circle-open",
    Status.CANCELLED: "circle-open",  # and struck: see _strikes
    Status.DENIED: "x",
}

Figure = dict[str, Any]
Trace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """One contact in one lane. ``y`` is in units of the vertical axis."""

    contact: Contact
    first: date
    last: date
    lane: int
    hover: str
    y: float = 0

    @property
    def middle(self) -> date:
        """The day it is drawn at: the middle of the days it may have happened on."""
        return self.first + (self.last - self.first) // 2

    @property
    def size(self) -> float:
        """Diameter in pixels, growing with the number of independent sources."""
        return mark_size(self.contact.origin_count)


def mark_size(origins: int) -> float:
    """Diameter in pixels for a number of independent sources: its area says the number, up to a limit."""
    return round(min(22.0, 6.5 + 3.2 * max(origins, 1) ** 0.5), 1)


def contact_timeline(
    contacts: ContactQuerySet, *, lanes: Lanes = "actor", today: date | None = None
) -> Figure:
    """A date axis with a mark for each contact in each of its lanes, or counts per month when they are too many.

    Four queries for marks, a few more for counts. Undated contacts are not drawn; ``layout.meta`` counts them.
    """
    chosen = choose(contacts, lanes)
    total = sum(lane.contacts for lane in chosen)
    if total > MAX_MARKS:
        trace, first, last = monthly_trace(contacts, lanes=lanes, chosen=chosen)
        heights = [1.0] * len(chosen)
        traces = [trace]
    else:
        dated = list(contacts.exclude(earliest=None).oldest_first().for_timeline())
        first, last = _range(dated, today)
        marks, heights = _place(dated, chosen, lanes, apart=(last - first).days * APART)
        traces = [*_spans(marks), *_marks(marks), *_strikes(marks), *_notches(marks)]
    return {
        "data": [*traces, _coverage_trace()],
        "layout": _layout(chosen, heights, first, last, total=total, today=today),
    }


def _range(contacts: Sequence[Contact], today: date | None) -> tuple[date, date]:
    """The days shown at first, with room at both ends."""
    firsts = [contact.earliest for contact in contacts if contact.earliest]
    lasts = [contact.latest or contact.earliest for contact in contacts if contact.earliest]
    if not firsts:
        day = today or date(2024, 1, 1)
        return day - timedelta(days=365), day
    first, last = min(firsts), max(day for day in lasts if day)
    room = max(timedelta(days=20), (last - first) * 0.025)
    return first - room, last + room


def _place(
    contacts: Sequence[Contact], chosen: Sequence[Lane], lanes: Lanes, *, apart: float
) -> tuple[list[Mark], list[float]]:
    """Marks with their height on the page, and the height of each lane, in units."""
    numbers = {lane.key: number for number, lane in enumerate(chosen)}
    loose: list[list[Mark]] = [[] for _ in chosen]
    for contact in contacts:
        hover = _hover(contact)
        for key in lanes_of(contact, lanes, numbers):
            assert contact.earliest is not None
            last = contact.latest or contact.earliest
            loose[numbers[key]].append(Mark(contact, contact.earliest, last, numbers[key], hover))
    levels = 3 * MAX_LEVELS if len(chosen) == 1 else MAX_LEVELS
    placed: list[Mark] = []
    heights: list[float] = []
    top = 0.0
    for lane in loose:
        offsets = stack([(mark.first, mark.last) for mark in lane], apart=apart, levels=levels)
        height = max(1.0, 0.55 + STEP * (max(offsets, default=0) - min(offsets, default=0) + 1))
        middle = top - height / 2 - STEP * (max(offsets, default=0) + min(offsets, default=0)) / 2
        placed += [
            Mark(mark.contact, mark.first, mark.last, mark.lane, mark.hover, round(middle + STEP * offset, 3))
            for mark, offset in zip(lane, offsets, strict=True)
        ]
        heights.append(height)
        top -= height
    return placed, heights


def _marks(marks: Sequence[Mark]) -> list[Trace]:
    """One trace for each kind, the symbol saying the status."""
    by_kind = sorted(marks, key=lambda mark: Kind.values.index(mark.contact.kind))
    return [
        _kind_trace(Kind(kind), list(group)) for kind, group in groupby(by_kind, attrgetter("contact.kind"))
    ]


def _kind_trace(kind: Kind, marks: list[Mark]) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": str(kind.label),
        "meta": {"part": "marks", "kind": kind.value},
        "x": [mark.middle.isoformat() for mark in marks],
        "y": [mark.y for mark in marks],
        "customdata": [mark.contact.public_id for mark in marks],
        "text": [mark.hover for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [SYMBOLS[Status(mark.contact.status)] for mark in marks],
            "size": [mark.size for mark in marks],
            "opacity": 1,
        },
        "cliponaxis": True,
    }


def _spans(marks: Sequence[Mark]) -> list[Trace]:
    """For each kind the bars from first to last possible day."""
    traces = []
    for kind in Kind:
        spans = [mark for mark in marks if mark.contact.kind == kind and mark.last > mark.first]
        if not spans:
            continue
        x: list[str | None] = []
        y: list[float | None] = []
        for mark in spans:
            x += [mark.first.isoformat(), mark.last.isoformat(), None]
            y += [mark.y, mark.y, None]
        traces.append(_overlay("spans", x, y, kind=kind.value, mode="lines", line={"width": 5}))
    return traces


def _strikes(marks: Sequence[Mark]) -> list[Trace]:
    """A stroke through what was cancelled."""
    struck = [mark for mark in marks if mark.contact.status == Status.CANCELLED]
    if not struck:
        return []
    marker = {"symbol": "line-ne-open", "size": [mark.size + 5 for mark in struck], "line": {"width": 2}}
    return [_overlay("strikes", [m.middle.isoformat() for m in struck], [m.y for m in struck], marker=marker)]


def _notches(marks: Sequence[Mark]) -> list[Trace]:
    """A notch above a contact on which its sources differ."""
    differing = [mark for mark in marks if mark.contact.conflicts]
    if not differing:
        return []
    y = [round(mark.y + (mark.size / 2 + 4) / UNIT, 3) for mark in differing]
    marker = {"symbol": "triangle-down", "size": 6}
    return [_overlay("conflicts", [m.middle.isoformat() for m in differing], y, marker=marker)]


def _overlay(part: str, x: Sequence[Any], y: Sequence[Any], *, kind: str = "", **style: Any) -> Trace:
    """A trace that adds to marks and has no hover of its own."""
    return {
        "type": "scatter",
        "mode": "markers",
        "meta": {"part": part, "kind": kind},
        "x": list(x),
        "y": list(y),
        "hoverinfo": "skip",
        **style,
    }


def _coverage_trace() -> Trace:
    """Articles read per month; the page fills it in from the articles' own address."""
    return {
        "type": "bar",
        "name": "Articles read",
        "meta": {"part": "coverage"},
        "x": [],
        "y": [],
        "yaxis": "y2",
        "hovertemplate": "%{y:,} articles read, published in %{x|%b %Y}<extra></extra>",
    }


def _hover(contact: Contact) -> str:
    """Who, when, where, how well supported; markup only of our own making."""
    articles = f"{contact.article_count} article" + ("" if contact.article_count == 1 else "s")
    origins = f"{contact.origin_count} independent source" + ("" if contact.origin_count == 1 else "s")
    lines = [
        f"<b>{_wrapped(contact_title(contact))}</b>",
        escape(date_in_words(contact)),
        escape(f"{contact.get_kind_display()}, {contact.get_status_display().lower()}"),
        f"{articles}, {origins}",
    ]
    if contact.conflicts:
        lines.append(escape(f"Sources differ on {', '.join(map(str, contact.conflicts))}"))
    return "<br>".join(lines)


def _wrapped(text: str, width: int = 52) -> str:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(escape(line) for line in lines)


def _layout(
    chosen: Sequence[Lane],
    heights: Sequence[float],
    first: date,
    last: date,
    *,
    total: int,
    today: date | None,
) -> dict[str, Any]:
    units = sum(heights) or 1.0
    height = round(units * UNIT) + STRIP + MARGIN
    strip_share = STRIP / (height - MARGIN)
    edges = [-sum(heights[:number]) for number in range(len(heights) + 1)]
    lines = [_line(edge) for edge in edges[:-1]]
    if today and first < today < last:
        lines.append({"type": "line", "xref": "x", "x0": today.isoformat(), "x1": today.isoformat(),
                      "yref": "paper", "y0": 0, "y1": 1, "name": "today", "line": {"width": 1, "dash": "dot"}})  # fmt: skip
    return {
        "height": height,
        "xaxis": {
            "type": "date",
            "range": [first.isoformat(), last.isoformat()],
            "anchor": "y2",
            "ticklabelmode": "instant",
        },
        "yaxis": {
            "range": [-units, 0],
            "domain": [strip_share, 1],
            "fixedrange": True,
            "tickmode": "array",
            "tickvals": [round((a + b) / 2, 3) for a, b in zip(edges, edges[1:], strict=False)],
            "ticktext": [escape(lane.label) for lane in chosen],
        },
        "yaxis2": {
            "domain": [0, strip_share * 0.72],
            "fixedrange": True,
            "rangemode": "tozero",
            "anchor": "x",
        },
        "shapes": lines,
        "hovermode": "closest",
        "dragmode": "pan",
        "showlegend": False,
        "bargap": 0.15,
        "meta": {
            "lanes": [
                {"label": lane.label, "group": lane.group, "contacts": lane.contacts} for lane in chosen
            ],
            "edges": [round(edge, 3) for edge in edges],
            "marks": total,
            "binned": total > MAX_MARKS,
        },
    }


def _line(y: float) -> dict[str, Any]:
    """The upper edge of a lane, across the whole chart."""
    return {"type": "line", "name": "lane", "layer": "below", "xref": "paper", "x0": 0, "x1": 1,
            "yref": "y", "y0": round(y, 3), "y1": round(y, 3), "line": {"width": 1}}  # fmt: skip
