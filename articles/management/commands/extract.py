"""``manage.py extract``: what articles say of contacts; the database is only asked for names."""

import json
import multiprocessing
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction import Document, Lexicon, Mention, build_lexicon, extract, language_codes
from articles.files import Given, document_of, find_files, read_meta
from articles.intake import UnreadableArticle
from articles.lexicon import current_entries

_OURS = "The reader itself failed over this file."


class Command(BaseCommand):
    help = "Read articles and print the contacts they tell; writes nothing to the database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files, or folders of them")
        parser.add_argument("--published", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--meta", type=Path, metavar="META.json")
        parser.add_argument("--language", choices=language_codes())
        parser.add_argument("--jobs", type=int, default=1, metavar="N")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            meta = read_meta(options["meta"]) if options["meta"] else None
        except ValueError as error:
            raise CommandError(str(error)) from error
        given = Given(options["published"], options["language"], meta)
        failed = 0
        for row in _rows(list(find_files(options["paths"])), given, max(1, options["jobs"])):
            failed += "error" in row
            self.stdout.write(json.dumps(row, ensure_ascii=False) if options["json"] else _readable(row))
        if failed:
            raise SystemExit(1)


def _rows(paths: list[Path], given: Given, jobs: int) -> Iterator[dict[str, Any]]:
    """One row a file in the order given, whatever the number of processes."""
    _start(*current_entries(), given)
    if jobs == 1 or len(paths) < 2:
        yield from map(_read, paths)
        return
    with multiprocessing.Pool(min(jobs, len(paths)), _start, (*current_entries(), given)) as pool:
        yield from pool.imap(_read, paths, chunksize=max(1, min(16, len(paths) // (4 * jobs))))


_state: dict[str, Any] = {}  # of one process: what every file is read with


def _start(actors: list, outlets: list, given: Given) -> None:
    _state.update(lexicon=build_lexicon(actors, outlets), given=given)


def _read(path: Path) -> dict[str, Any]:
    lexicon: Lexicon = _state["lexicon"]
    try:
        document = document_of(path, lexicon, _state["given"])
        return _article(path, document, extract(document, lexicon))
    except UnreadableArticle as reason:
        return {"file": path.name, "error": reason.sentence}
    except Exception as error:
        return {"file": path.name, "error": f"{_OURS} ({type(error).__name__})"}


def _article(path: Path, document: Document, mentions: list[Mention]) -> dict[str, Any]:
    return {
        "file": path.name,
        "language": document.language,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else None,
        "published_from": document.published_from,
        "contacts": [_contact(mention) for mention in mentions],
    }


def _contact(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "status": mention.status,
        "date": mention.date,
        "place": mention.place,
        "country": mention.country,
        "sides": list(mention.sides),
        "participants": [
            {"name": p.name, "as_written": p.as_written, "side": p.side, "role": p.role, "actor": p.actor}
            for p in mention.participants
        ],
        "topics": list(mention.topics),
        "attribution": list(mention.attribution),
        "confidence": mention.confidence,
        "doubts": list(mention.doubts),
        "evidence": [
            {"field": e.field, "start": e.start, "end": e.end, "quote": e.quote}
            | ({"derivation": e.derivation} if e.derivation else {})
            for e in mention.evidence
        ],
    }


def _readable(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"{row['file']}: {row['error']}"
    lines = [
        f"{row['file']}: {row['title'] or '(no title)'} [{row['language']}, {row['published'] or 'no date'}]"
    ]
    for contact in row["contacts"]:
        people = ", ".join(p["name"] for p in contact["participants"]) or "nobody named"
        where = f" in {contact['place']}" if contact["place"] else ""
        sides = " and ".join(contact["sides"])
        what = f"{contact['status']} {contact['kind']}"
        lines.append(f"  {contact['date'] or 'undated'}: {what} of {sides}{where}: {people}")
    return "\n".join(lines)
