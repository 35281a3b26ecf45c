"""``manage.py sign_in_link [name]``: a link that signs somebody in once."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from config.signin import one_time_path


class Command(BaseCommand):
    help = "Print a link that signs a user in once, within a day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", help="the user's name (the first superuser)")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the pages are reached")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the link alone, so that it can be sent on."""
        users = User.objects.filter(is_active=True).order_by("pk")
        name = options["name"]
        user = (users.filter(username=name) if name else users.filter(is_superuser=True)).first()
        if user is None:
            raise CommandError(
                f"There is no active user {name}." if name else "There is no active superuser."
            )
        self.stdout.write(options["address"].rstrip("/") + one_time_path(user))
