"""Print every contact of a filter, with the mentions that tell it."""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Prefetch
from django.http import QueryDict

from articles.models import Mention
from timeline.exports import contact_record, csv_lines
from timeline.filters import ContactFilter
from timeline.models import Contact, Kind
from timeline.visits import Visits


class Command(BaseCommand):
    """One JSON object a line, or CSV; the filter is the query string of the timeline page."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--query", default="", help='as in the page\'s address: "actor=...&date_from=..."'
        )
        parser.add_argument("--format", choices=["jsonl", "csv"], default="jsonl")

    def handle(self, *, query: str, format: str, **options: Any) -> None:
        contacts = ContactFilter(QueryDict(query.lstrip("?")))
        if contacts.complaints:
            raise CommandError(" ".join(contacts.complaints))
        records = export(contacts)
        lines = csv_lines(records) if format == "csv" else (_json(record) + "\n" for record in records)
        try:
            for line in lines:
                self.stdout.write(line, ending="")
        except BrokenPipeError:
            # Whoever reads along ("| head") has enough; the interpreter would still complain when it closes.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def export(contacts: ContactFilter) -> Iterator[dict[str, Any]]:
    """The records of the filter's contacts, oldest first, those without a date last."""
    mentions = Mention.objects.select_related("article").defer("article__text")
    mentions = mentions.order_by("article_id", "index")
    told = (
        contacts.qs.for_timeline()
        .with_origins()
        .oldest_first()
        .prefetch_related(Prefetch("mentions", mentions))
    )
    visits = Visits(Contact.objects.filter(kind=Kind.VISIT).for_timeline())
    for contact in told.iterator(chunk_size=500):
        yield {**_record(contact), "part_of": visit.public_id if (visit := visits.of(contact)) else None}


def _record(contact: Contact) -> dict[str, Any]:
    mentions: list[Mention] = list(contact.mentions.all())  # type: ignore[attr-defined]
    attribution = dict.fromkeys(source for mention in mentions for source in mention.attribution)
    return {
        **contact_record(contact),
        "attribution": list(attribution),
        "mentions": [_mention(mention) for mention in mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "article": mention.article.file_name,
        "index": mention.index,
        "kind": mention.kind,
        "status": mention.status,
        "date": mention.date_edtf or None,
        "place": mention.place or None,
        "country": mention.country or None,
        "sides": mention.sides,
        "participants": [person["name"] for person in mention.participants],
        "attribution": mention.attribution,
        "confidence": round(mention.confidence, 4),
    }


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
