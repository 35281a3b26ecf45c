"""Read articles again, such as after a change of rules; what people gave of them stays."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import QuerySet

from articles import queue
from articles.merging import merge_everything, one_at_a_time
from articles.models import Article
from articles.preview import foresee
from articles.preview_words import in_words

State = Article.State


class Command(BaseCommand):
    """All articles that were read or failed, or those of a language, a collection or some files."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--language", help="only articles in this language (ISO 639-1)")
        parser.add_argument("--collection", help="only articles of this collection")
        parser.add_argument("--preview", action="store_true", help="only say what it would change")
        parser.add_argument("--json", action="store_true", help="with --preview: as JSON")
        parser.add_argument("--merge-only", action="store_true", help="only merge anew, here and now")
        parser.add_argument("files", nargs="*", help="only articles handed over under these names")

    def handle(self, *, merge_only: bool, **options: Any) -> None:
        if merge_only:
            with transaction.atomic():
                one_at_a_time()
                merge_everything()
            self.stdout.write("merged all mentions anew")
            return
        articles = Article.objects.filter(state__in=[State.READ, State.FAILED, State.QUARANTINED])
        for option, lookup in (("language", "language"), ("collection", "collection__slug")):
            if options[option]:
                articles = articles.filter(**{lookup: options[option]})
        if options["files"]:
            articles = articles.filter(file_name__in=options["files"])
        if options["preview"]:
            self._preview(articles, as_json=options["json"])
            return
        count = articles.count()
        with transaction.atomic():
            queue.put_back(articles)
        self.stdout.write(f"{count} articles wait to be read again")

    def _preview(self, articles: QuerySet[Article], *, as_json: bool) -> None:
        answer = in_words(foresee(articles, so_far=lambda number: self.stderr.write(f"{number} read")))
        if as_json:
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
            return
        self.stdout.write(answer["sentence"])
        for change in answer["changes"]:
            self.stdout.write(
                f"{change['sort']:8}{change['contact'] or '':14}{change['title']}, {change['when']}"
            )
            for field in change["fields"]:
                self.stdout.write(f"{'':22}{field['label']}: {field['before']} -> {field['after']}")
            for other in change["joined"]:
                self.stdout.write(f"{'':22}together with {other['contact']} {other['title']}")
        for entry in answer["unreadable"]:
            self.stdout.write(f"could not be read: {entry['article']}: {entry['reason']}")
