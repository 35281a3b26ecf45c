"""Fill an empty database with plausible contacts, for measurements."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.synthesis import Synthesis, is_empty


class Command(BaseCommand):
    """Refuses a database that holds articles: synthetic ones must never stand among real ones."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--contacts", type=int, required=True)
        parser.add_argument("--articles", type=int, help="default: as many as contacts")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, contacts: int, articles: int | None, seed: int, **options: Any) -> None:
        if contacts < 1 or (articles is not None and articles < 1):
            raise CommandError("Give at least one contact and one article.")
        if not is_empty():
            raise CommandError("This database holds articles; give a fresh folder (DEMARCHE_DATA) instead.")
        call_command("load_registry", stdout=self.stdout)
        Synthesis(contacts=contacts, articles=articles or contacts, seed=seed).write()
        self.stdout.write(f"{contacts} contacts told by {articles or contacts} synthetic articles")
