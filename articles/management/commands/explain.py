"""``manage.py explain FILE``: how an article is read, step by step."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction import explain, language_codes
from articles.files import Given, document_of, read_meta
from articles.intake import UnreadableArticle
from articles.lexicon import current_lexicon


class Command(BaseCommand):
    help = "Print layout, spans, bindings, dates, and why an entry was or was not written."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE")
        parser.add_argument("--published", type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--meta", type=Path, metavar="META.json")
        parser.add_argument("--language", choices=language_codes())

    def handle(self, *args: Any, **options: Any) -> None:
        lexicon = current_lexicon()
        try:
            meta = read_meta(options["meta"]) if options["meta"] else None
            given = Given(options["published"], options["language"], meta)
            document = document_of(options["path"], lexicon, given)
        except (UnreadableArticle, ValueError) as error:
            raise CommandError(str(error)) from error
        for line in explain(document, lexicon):
            self.stdout.write(line)
