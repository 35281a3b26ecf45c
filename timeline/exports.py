"""Contacts as rows for other programs: JSON with everything, CSV with what fits a cell."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.models import Actor, Contact
from timeline.origin_words import origin_in_words

COLUMNS = (
    "id",
    "kind",
    "status",
    "date",
    "earliest",
    "latest",
    "place",
    "country",
    "sides",
    "participants",
    "topics",
    "attribution",
    "confidence",
    "articles",
    "origins",
    "origin_names",
    "conflicts",
    "review",
    "corrected",
    "part_of",
)
#: what a spreadsheet would take for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def contact_record(contact: Contact) -> dict[str, Any]:
    """The merged fields of a contact, named as the command line does; of ``for_timeline``
    ``with_origins`` without a query."""
    return {
        "id": contact.public_id,
        "kind": contact.kind,
        "status": contact.status,
        "date": contact.date_edtf or None,
        "earliest": contact.earliest.isoformat() if contact.earliest else None,
        "latest": contact.latest.isoformat() if contact.latest else None,
        "place": contact.place or None,
        "country": contact.country or None,
        "sides": [side.name for side in contact.sides.all()],
        "participants": [
            {
                "name": participation.actor.name,
                "side": participation.side.name if participation.side else None,
                "role": participation.title or None,
                "contact_role": participation.role,
                "actor": _listed_key(participation.actor),
            }
            for participation in contact.participations.all()
        ],
        "topics": contact.topics,
        "confidence": round(contact.confidence, 4),
        "articles": contact.article_count,
        "origins": contact.origin_count,
        "origin_names": [origin_in_words(origin) for origin in contact.origins],
        "conflicts": contact.conflicts,
        "review": contact.review,
        "corrected": contact.corrected,
    }


def csv_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A header and a line for each record; several values of one cell are parted by semicolons."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for cells in _rows(records):
        writer.writerow(cells)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _rows(records: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for record in records:
        yield [_cell(record.get(column)) for column in COLUMNS]


def _cell(value: Any) -> str:
    if isinstance(value, list):
        text = "; ".join(item["name"] if isinstance(item, dict) else str(item) for item in value)
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _listed_key(actor: Actor) -> str | None:
    return actor.key if actor.standing == Actor.Standing.LISTED else None
