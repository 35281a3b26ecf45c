"""``manage.py remove_demo``: takes the demo collection out, with all it said."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import demo


class Command(BaseCommand):
    help = "Remove the demo collection: articles, originals, and the contacts that only they told."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.remove()} demo articles removed")
