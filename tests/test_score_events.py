"""The annotated corpus, merged: the figures that merging must keep, and the same contacts in any order."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command

from articles import extraction
from articles.ingest import forget
from articles.merging import merge_everything
from articles.models import Article
from benchmarks import merging
from tests.articles.readings import store
from tests.conftest import ROOT
from tests.factories import make_article
from timeline.edtf import bounds
from timeline.models import Contact

LEAST_F1 = 0.95
LEAST_PAIR_PRECISION = 0.99
#: what the engine reads wrongly cannot be put together rightly
LEAST_F1_OF_ENGINE = 0.90
#: of a hundred pairs some seven are wrong: a kind or status misread, or an entry paired with the contact beside its own
LEAST_PAIR_PRECISION_OF_ENGINE = 0.91


@pytest.fixture(scope="module")
def corpus(shared) -> list[dict[str, Any]]:
    return list(merging.gold())


def test_annotated_contacts_are_put_together_as_the_events_are(corpus):
    figures = merging.figures(corpus)
    assert figures["B3-F1"] >= LEAST_F1
    assert figures["pair-P"] >= LEAST_PAIR_PRECISION


def test_what_the_engine_reads_is_put_together_as_the_events_are(shared, tmp_path):
    folders = [str(shared / "corpus"), str(shared / "seeds")]
    command = [
        sys.executable,
        "manage.py",
        "extract",
        "--json",
        "--meta",
        str(shared / "corpus" / "meta.json"),
    ]
    environment = {**os.environ, "DEMARCHE_DATA": str(tmp_path)}
    done = subprocess.run(
        [*command, *folders], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    figures = merging.figures(map(json.loads, done.stdout.splitlines()))
    assert figures["B3-F1"] >= LEAST_F1_OF_ENGINE
    assert figures["pair-P"] >= LEAST_PAIR_PRECISION_OF_ENGINE


@pytest.mark.django_db
def test_rows_are_merged_as_the_pure_functions_do_in_any_order_of_arrival(corpus):
    call_command("load_registry", verbosity=0)
    _store(random.Random(4).sample(corpus, len(corpus)))
    first = _contacts()
    groups = [sorted(mentions) for *_, mentions in first.values()]
    assert sorted(groups) == sorted(
        sorted(telling.key for telling in group) for group in merging.clusters(merging.tellings(corpus))
    )
    merge_everything()
    assert _contacts() == first

    forget(Article.objects.all())
    assert not Contact.objects.exists()
    _store(random.Random(5).sample(corpus, len(corpus)))
    assert _contacts() == first


def _contacts() -> dict[str, Any]:
    """Every contact by its public identifier: its fields, and which mentions it has."""
    fields = ["kind", "status", "date_edtf", "place", "country", "confidence", "origins", "conflicts"]
    contacts = Contact.objects.prefetch_related("mentions__article", "sides", "actors")
    return {
        contact.public_id: (
            [getattr(contact, field) for field in fields]
            + [
                sorted(side.name for side in contact.sides.all()),
                sorted(a.key for a in contact.actors.all()),
            ],
            sorted((m.article.file_name.removesuffix(".txt"), m.index) for m in contact.mentions.all()),
        )
        for contact in contacts
    }


def _store(articles: Iterable[dict[str, Any]]) -> None:
    """Store the annotated articles as if the engine had read them so."""
    for gold in articles:
        text = f"{'-' * len(gold['contacts'])} {gold['file']}"
        article = make_article(text=text, file_name=gold["file"])
        published = date.fromisoformat(gold["published"]) if gold["published"] else None
        mentions = [_mention(contact, at) for at, contact in enumerate(gold["contacts"])]
        store(article, *mentions, published=published)


def _mention(contact: dict[str, Any], at: int) -> extraction.Mention:
    first, last = bounds(contact["date"]) or (None, None)
    return extraction.Mention(
        kind=contact["kind"],
        status=contact["status"],
        date=contact["date"],
        earliest=first,
        latest=last,
        place=contact["place"],
        country=contact["country"],
        sides=tuple(contact["sides"]),
        participants=tuple(
            extraction.Participant(
                person["name"], person["as_written"], person["side"], person["role"], person["actor"]
            )
            for person in contact["participants"]
        ),
        evidence=(extraction.Evidence("trigger", at, at + 1, "-"),),
    )
