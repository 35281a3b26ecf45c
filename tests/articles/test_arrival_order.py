"""Articles in any order, some read twice, some removed: the rows are the same, identifiers and all."""

import random
from collections import defaultdict
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import extraction, ingest
from articles.document import fingerprint
from articles.merging import merge_everything
from articles.models import Article
from tests.articles.readings import store
from tests.factories import make_article, make_outlet
from tests.timeline.test_merge_order import tellings
from tests.timeline.test_origins import REPORT
from timeline.merge import Telling
from timeline.models import Anchor, Contact, Decision

Verb = Decision.Verb

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

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data(), tellings(), st.randoms(use_true_random=False))
    def test_order_of_arrival_leaves_no_trace_in_what_people_decided(
        self, data: st.DataObject, told: Reading, chance: random.Random
    ):
        """A ledger that is there, and articles that come in any order, one of them twice, one of them too many."""
        readings: dict[str, Reading] = defaultdict(list)
        for telling in told:
            readings[telling.article].append(telling)
        names = sorted(readings)
        self.addCleanup(_clear)
        _decide(data.draw(st.lists(decisions(told), min_size=1, max_size=6)))

        for name in names:
            _store(name, readings[name])
        wanted = _contacts()
        merge_everything()
        assert _contacts() == wanted
        ingest.forget(Article.objects.all())

        _store("passing", readings[names[0]])
        for name in [*chance.sample(names, len(names)), names[0]]:
            _store(name, readings[name])
        ingest.forget(Article.objects.filter(file_name="passing"))
        assert _contacts() == wanted


@st.composite
def decisions(draw, told: Reading):
    """A verb, and the mentions it is about in one or two parts."""
    verb = draw(st.sampled_from([Verb.CONFIRM, Verb.REJECT, Verb.CORRECT, Verb.MERGE, Verb.SPLIT]))
    some = draw(st.lists(st.sampled_from(told), min_size=2, max_size=5, unique=True))
    parts = [some[:1], some[1:]] if verb == Verb.SPLIT else [some]
    return verb, [[telling.key for telling in part] for part in parts]


def _decide(ledger: list[tuple[str, list[list[tuple[str, int]]]]]) -> None:
    for verb, parts in ledger:
        after = {"place": "Tunis", "country": "TN"} if verb == Verb.CORRECT else {}
        decision = Decision.objects.create(verb=verb, after=after)
        for number, part in enumerate(parts):
            for name, position in part:
                text = fingerprint(_text(name))
                Anchor.objects.create(decision=decision, part=number, text_sha256=text, position=position)


def _text(name: str) -> str:
    """Every second article prints nearly the same report."""
    return f"{'-' * 9} {name} {REPORT if name[-1] in '02468' else ''}"


def _store(name: str, told: Reading) -> None:
    """Store what an article says; an article of that name is read again."""
    article = Article.objects.filter(file_name=name).first()
    article = article or make_article(file_name=name, text=_text(name), outlet=make_outlet("TASS"))
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
            extraction.Participant(person.name or person.key, person.key, person.side)
            for person in telling.people
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
        "review",
        "corrected",
        "changed_since",
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
    Decision.objects.all().delete()
    ingest.forget(Article.objects.all())
    assert not Contact.objects.exists()
