"""``manage.py prepare``: all that stands between an unpacked program and its start, in one process."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from articles import demo, queue
from articles.merging import merge_when_rules_changed
from config.signin import one_time_path
from config.static_collection import collect_when_changed

OWNER = "owner"


class Command(BaseCommand):
    help = "Bring database, registry and static files up to date; the first time, make owner and demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--no-demo", action="store_true", help="leave the demo collection out")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints one line of JSON: who is signed in by which link, and how many demo articles came in."""
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except OperationalError as error:
            raise CommandError(f"The database does not answer ({error}): check DATABASE_URL.") from None
        call_command("load_registry", verbosity=0)
        merge_when_rules_changed()
        if settings.COLLECTED_STATIC:
            collect_when_changed()
        if settings.EMBEDDED_BROKER and connection.vendor == "sqlite":
            # One machine, and run.py holds its data folder: whoever held a claim is gone.
            queue.release_all()
        first = not User.objects.exists()
        # The demo before the owner: a first start that is broken off is still the first next time.
        loaded = demo.load() if first and not options["no_demo"] else 0
        user = _owner()
        self.stdout.write(
            json.dumps({"link": one_time_path(user), "user": user.get_username(), "demo": loaded})
        )


def _owner() -> User:
    """Whom the printed link signs in: the first active superuser, made when there is none."""
    users = User.objects
    if user := users.filter(is_superuser=True, is_active=True).order_by("pk").first():
        return user
    name, number = OWNER, 1
    while users.filter(username=name).exists():
        number += 1
        name = f"{OWNER}{number}"
    # No password at all: the link is the way in until somebody sets one.
    return users.create_superuser(name, password=None)
