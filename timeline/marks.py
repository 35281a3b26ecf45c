"""Contacts as marks: where in its lane each stands, its symbol, its size, its words under the pointer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from math import log2
from operator import attrgetter
from typing import Any

from timeline.lanes import Lane, Lanes, lanes_of, stack
from timeline.models import Contact, Kind, Status
from timeline.wording import contact_title, date_in_words

#: pixels of one unit of the vertical axis
UNIT = 24
#: in units: between marks that are stacked, around them, and above the first lane of a side
STEP, AROUND, GROUP_GAP = 0.4, 0.5, 0.7
MAX_LEVELS = 9

SYMBOLS = {
    Status.HELD: "circle",
    Status.PLANNED: "circle-open",
    Status.CANCELLED: "circle-open",  # and struck: see _strikes
    Status.DENIED: "x",
}

Trace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """One contact in one lane, ``y`` units below the top of the chart."""

    contact: Contact
    first: date
    last: date
    hover: str
    y: float

    @property
    def x(self) -> str:
        """The day it is drawn at: the middle of the days it may have happened on."""
        return (self.first + (self.last - self.first) // 2).isoformat()

    @property
    def size(self) -> float:
        """Diameter in pixels."""
        return mark_size(self.contact.origin_count)


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one lane: its upper and lower edge, and the line that single marks stand on."""

    top: float
    line: float
    bottom: float


def mark_size(origins: int) -> float:
    """Diameter in pixels for a number of independent sources: each doubling adds the same."""
    return round(min(22.0, 9 + 3.2 * log2(max(origins, 1))), 1)


def place(
    contacts: Sequence[Contact], chosen: Sequence[Lane], lanes: Lanes, *, apart: float
) -> tuple[list[Mark], list[Band]]:
    """A mark for each contact in each of its lanes, stacked where they are nearer than ``apart`` days."""
    members: dict[int | str, list[Contact]] = {lane.key: [] for lane in chosen}
    for contact in contacts:
        for key in lanes_of(contact, lanes, members):
            members[key].append(contact)
    levels = 3 * MAX_LEVELS if len(chosen) == 1 else MAX_LEVELS
    offsets = {
        key: stack([days(contact) for contact in found], apart=apart, levels=levels)
        for key, found in members.items()
    }
    bands = bands_of(chosen, [offsets[lane.key] for lane in chosen])
    hovers = {contact.pk: hover(contact) for contact in contacts}
    marks = [
        Mark(contact, *days(contact), hovers[contact.pk], round(band.line + STEP * offset, 3))
        for lane, band in zip(chosen, bands, strict=True)
        for contact, offset in zip(members[lane.key], offsets[lane.key], strict=True)
    ]
    return marks, bands


def bands_of(chosen: Sequence[Lane], offsets: Sequence[Sequence[int]]) -> list[Band]:
    """Lanes below one another, as high as their stacks, with a gap where another side begins."""
    bands: list[Band] = []
    top = 0.0
    grouped = any(lane.group for lane in chosen)
    for number, (lane, levels) in enumerate(zip(chosen, offsets, strict=True)):
        if grouped and (number == 0 or lane.group != chosen[number - 1].group):
            top -= GROUP_GAP
        line = top - AROUND - STEP * max(levels, default=0)
        bottom = line + STEP * min(levels, default=0) - AROUND
        bands.append(Band(round(top, 3), round(line, 3), round(bottom, 3)))
        top = bottom
    return bands


def days(contact: Contact) -> tuple[date, date]:
    """First and last possible day of a dated contact."""
    assert contact.earliest is not None
    return contact.earliest, contact.latest or contact.earliest


def hover(contact: Contact) -> str:
    """Who, when, where, how well supported; no markup but our own."""
    articles = f"{contact.article_count} article{'' if contact.article_count == 1 else 's'}"
    origins = f"{contact.origin_count} independent source{'' if contact.origin_count == 1 else 's'}"
    where = f", {contact.place}" if contact.place else ""
    lines = [
        f"<b>{_wrapped(contact_title(contact))}</b>",
        escape(f"{date_in_words(contact)}{where}"),
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


# --- traces -----------------------------------------------------------------------------------------------


def mark_traces(marks: Sequence[Mark]) -> list[Trace]:
    """Bars of uncertainty below, marks by kind upon them, strokes and notches on top."""
    by_kind = sorted(marks, key=lambda mark: Kind.values.index(mark.contact.kind))
    kinds = [(Kind(kind), list(group)) for kind, group in groupby(by_kind, key=attrgetter("contact.kind"))]
    spans = [trace for kind, group in kinds for trace in _spans(kind, group)]
    return [*spans, *(_marks(kind, group) for kind, group in kinds), *_strikes(marks), *_notches(marks)]


def _marks(kind: Kind, marks: Sequence[Mark]) -> Trace:
    """The marks of one kind, the symbol saying the status."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": str(kind.label),
        "meta": {"part": "marks", "kind": kind.value},
        "x": [mark.x for mark in marks],
        "y": [mark.y for mark in marks],
        "customdata": [mark.contact.public_id for mark in marks],
        "text": [mark.hover for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [SYMBOLS[Status(mark.contact.status)] for mark in marks],
            "size": [mark.size for mark in marks],
            "opacity": 1,
        },
    }


def _spans(kind: Kind, marks: Sequence[Mark]) -> list[Trace]:
    """The bars from first to last possible day of one kind."""
    x: list[str | None] = []
    y: list[float | None] = []
    for mark in marks:
        if mark.last > mark.first:
            x += [mark.first.isoformat(), mark.last.isoformat(), None]
            y += [mark.y, mark.y, None]
    return [_overlay("spans", x, y, kind=kind.value, mode="lines", line={"width": 5})] if x else []


def _strikes(marks: Sequence[Mark]) -> list[Trace]:
    """A stroke through what was cancelled."""
    struck = [mark for mark in marks if mark.contact.status == Status.CANCELLED]
    marker = {"symbol": "line-ne-open", "size": [mark.size + 6 for mark in struck], "line": {"width": 2}}
    x, y = [mark.x for mark in struck], [mark.y for mark in struck]
    return [_overlay("strikes", x, y, marker=marker)] if struck else []


def _notches(marks: Sequence[Mark]) -> list[Trace]:
    """A notch above a contact on which its sources differ."""
    differing = [mark for mark in marks if mark.contact.conflicts]
    y = [round(mark.y + (mark.size / 2 + 3) / UNIT, 3) for mark in differing]
    marker = {"symbol": "triangle-down", "size": 6}
    return [_overlay("conflicts", [mark.x for mark in differing], y, marker=marker)] if differing else []


def _overlay(part: str, x: Sequence[Any], y: Sequence[Any], *, kind: str = "", **style: Any) -> Trace:
    """A trace that adds to marks and has no words of its own."""
    return {
        "type": "scatter",
        "mode": "markers",
        "meta": {"part": part, "kind": kind},
        "x": list(x),
        "y": list(y),
        "hoverinfo": "skip",
        **style,
    }
