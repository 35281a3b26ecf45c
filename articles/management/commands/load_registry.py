"""Load what comes with the project: actors, outlets, saved views. Safe to run at every start."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import outlets
from timeline import registry


class Command(BaseCommand):
    """Loads a file only when it differs from the one loaded last; rows edited by hand are left alone."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="load files that have not changed, too")

    def handle(self, *, force: bool, **options: Any) -> None:
        loaded = {
            "actors": registry.load_all_actors(force=force),
            "views": registry.load_views(force=force),
            "outlets": outlets.load(force=force),
        }
        changed = [name for name, done in loaded.items() if done]
        self.stdout.write(f"loaded: {', '.join(changed)}" if changed else "registry unchanged")
