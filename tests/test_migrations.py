"""What was stored by an earlier version is there after an upgrade, and its links still arrive."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse

FIRST = [("timeline", "0001_initial"), ("articles", "0001_initial")]


@pytest.fixture
def back_at_first(transactional_db):
    """The first version's tables; the newest again afterwards."""
    executor = MigrationExecutor(connection)
    executor.migrate(FIRST)
    yield executor.loader.project_state(FIRST).apps
    call_command("migrate", verbosity=0)


def _fill(apps) -> None:
    make = {name: apps.get_model(*name.split(".")).objects.create for name in (
        "timeline.Side", "timeline.Actor", "timeline.Contact", "timeline.Participation", "timeline.ContactRedirect",
        "articles.Article", "articles.Mention", "articles.Evidence",
    )}  # fmt: skip
    side = make["timeline.Side"](slug="hamas", name="Hamas")
    actor = make["timeline.Actor"](key="khaled-mashal", name="Khaled Mashal", side=side)
    contact = make["timeline.Contact"](
        public_id="abc123", kind="meeting", status="held", date_edtf="2006-03-03"
    )
    contact.sides.add(side)
    make["timeline.Participation"](contact=contact, actor=actor, side=side)
    make["timeline.ContactRedirect"](old_public_id="old456", contact=contact)
    text = "Khaled Mashal met Sergey Lavrov in Moscow."
    for number in range(2):
        article = make["articles.Article"](
            file_name=f"{number}.txt",
            text=text,
            sha256=str(number) * 64,
            text_sha256=str(number) * 64,
            state="read",
        )
        mention = make["articles.Mention"](
            article=article,
            index=0,
            contact=contact,
            kind="meeting",
            status="held",
            sides=["Hamas", "Russia"],
        )
        make["articles.Evidence"](mention=mention, field="trigger", start=14, end=17, quote="met")


def test_a_filled_database_of_the_first_version_is_upgraded_whole(back_at_first, admin_client):
    _fill(back_at_first)
    call_command("migrate", verbosity=0)

    from articles.models import Article, Evidence
    from timeline.models import Contact

    assert Article.objects.filter(state="read", mentions__evidence__quote="met").count() == 2
    assert Evidence.objects.first().mention.contact == Contact.objects.get(public_id="abc123")
    page = admin_client.get(reverse("contact", args=["old456"]), follow=True)
    assert page.redirect_chain[-1] == (reverse("contact", args=["abc123"]), 301)
    assert "Khaled Mashal" in page.content.decode()
