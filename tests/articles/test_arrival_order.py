"""Articles in any order, some read twice, some removed: the rows are the same, identifiers and all."""

import random
from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import extraction, ingest
from articles.models import Article
from tests.articles.readings import store
from tests.factories import make_article, make_outlet
from tests.timeline.test_merge_order import tellings
from timeline.merge import Telling
from timeline.models import Contact

Reading = list[Telling]


class ArrivalOrder(TestCase):
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(tellings(), st.randoms(use_true_random=False))
    def test_order_of_arrival_leaves_no_trace(self, told: Reading, chance: random.Random):
        readings: dict[str, Reading] = defaultdict(list)
        for telling in told:
            readings[telling.article].append(telling)
        names = sorted(readings)
        self.addCleanup(_clear)

        for name in names:
            _store(name, readings[name])
        wanted = _contacts()
        _clear()

        _store("passing", readings[names[0]])
        for name in chance.sample(names, len(names)):
            _store(name, readings[chance.choice(names)])
        for name in chance.sample(names, len(names)):
            _store(name, readings[name])
        ingest.forget(Article.objects.filter(file_name="passing"))
        assert _contacts() == wanted


def _store(name: str, told: Reading) -> None:
    """Store what an article says; an article of that name is read again."""
    article = Article.objects.filter(file_name=name).first()
    article = article or make_article(file_name=name, text=f"{'-' * 9} {name}", outlet=make_outlet("TASS"))
    store(article, *map(_mention, told), published=told[0].published)


def _mention(telling: Telling) -> extraction.Mention:
    at = telling.key[1]
    return extraction.Mention(
        kind=telling.kind,
        status=telling.status,
        date=telling.edtf or None,
        earliest=telling.earliest,
        latest=telling.latest,
        place=telling.place or None,
        country=None,
        sides=tuple(sorted(telling.sides)),
        participants=tuple(
            extraction.Participant(person.key, person.key, person.side) for person in telling.people
        ),
        attribution=telling.attribution,
        evidence=(extraction.Evidence("trigger", at, at + 1, "-"),),
    )


def _contacts() -> dict[str, Any]:
    fields = [
        "kind",
        "status",
        "date_edtf",
        "place",
        "article_count",
        "origins",
        "conflicts",
        "search_text",
    ]
    return {
        contact.public_id: (
            [getattr(contact, field) for field in fields],
            sorted(side.name for side in contact.sides.all()),
            [(p.actor.key, p.role, p.side and p.side.name, p.earliest) for p in contact.participations.all()],
            sorted((mention.article.file_name, mention.index) for mention in contact.mentions.all()),
        )
        for contact in Contact.objects.all()
    }


def _clear() -> None:
    ingest.forget(Article.objects.all())
    assert not Contact.objects.exists()
