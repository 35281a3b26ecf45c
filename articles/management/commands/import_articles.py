"""``manage.py import_articles``: files through the same door as an upload."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from articles import ledger
from articles.door import GIVEN, checked_given, hand_over
from articles.files import find_files, read_meta
from articles.models import Collection


class Command(BaseCommand):
    help = "Hand over files, or folders searched for readable files. Exit code 0 when nothing failed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--meta", type=Path, help="JSON: file name to published, outlet, url, title, language"
        )
        parser.add_argument("--collection", help="name of a collection that can be removed as a whole")
        parser.add_argument("--wait", action="store_true", help="return when all are settled")
        parser.add_argument("--json", action="store_true", help="print the ledger as one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Hands over, waits where asked to, prints the ledger."""
        meta = _meta(options["meta"])
        collection = _collection(options["collection"])
        entries = []
        for path in find_files(options["paths"]):
            try:
                data = path.read_bytes()
            except OSError as error:
                entries.append(ledger.Entry(path.name, None, f"The file cannot be opened: {error.strerror}."))
                continue
            article = hand_over(path.name, data, given=meta.get(path.name), collection=collection)
            entries.append(ledger.Entry(path.name, article.pk))
        if options["wait"]:
            ledger.wait([entry.article for entry in entries if entry.article])
        result = ledger.of(entries)
        self.stdout.write(json.dumps(result, ensure_ascii=False) if options["json"] else _in_words(result))
        if result["failed"] or result["quarantined"]:
            raise SystemExit(1)


def _meta(path: Path | None) -> dict[str, dict[str, str]]:
    if path is None:
        return {}
    try:
        return {
            name: checked_given({key: row[key] for key in GIVEN & row.keys()})
            for name, row in read_meta(path).items()
        }
    except ValueError as error:
        raise CommandError(str(error)) from None


def _collection(name: str | None) -> Collection | None:
    return Collection.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0] if name else None


def _in_words(result: dict[str, Any]) -> str:
    lines = [f"{row['file']}: {row['state']}" + _detail(row) for row in result["articles"]]
    counts = ", ".join(f"{result[key]} {key}" for key in ledger.COUNTS)
    return "\n".join([*lines, f"{result['handed_over']} handed over: {counts}"])


def _detail(row: dict[str, Any]) -> str:
    if row["reason"]:
        return f" ({row['reason']})"
    return f", {row['contacts']} contacts" if row["state"] == "read" else ""
