"""``manage.py load_demo``: hands over the demo collection; run.py does it on the first start."""

from typing import Any

from django.core.management.base import BaseCommand

from articles import demo


class Command(BaseCommand):
    help = "Hand over the articles of the demo collection that are not here yet; the worker reads them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.load()} demo articles handed over")
