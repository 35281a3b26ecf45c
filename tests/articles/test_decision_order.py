"""Decisions of people among articles in any order: the rows are what merging everything at once would give."""

import random
from collections import defaultdict
from typing import Any

from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import ingest
from articles.merging import merge_everything
from articles.models import Article
from articles.review import actions
from articles.review.actions import Refused, subject
from tests.articles.test_arrival_order import _contacts, _store
from tests.timeline.test_merge_order import tellings
from timeline.merge import Telling
from timeline.models import Contact, Decision

STEPS = st.lists(
    st.sampled_from(["confirm", "reject", "correct", "merge", "merge", "split", "split", "undo"]),
    min_size=1,
    max_size=6,
)


class DecisionsInAnyOrder(TestCase):
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(tellings(), STEPS, st.randoms(use_true_random=False))
    def test_decisions_hold_in_any_order_of_arrival(
        self, told: list[Telling], steps: list[str], chance: random.Random
    ):
        self.addCleanup(_forget_all)
        by = User.objects.get_or_create(username="ana")[0]
        readings: dict[str, list[Telling]] = defaultdict(list)
        for telling in told:
            readings[telling.article].append(telling)
        names = sorted(readings)
        late = set(chance.sample(names, len(names) // 3))
        for name in names:
            if name not in late:
                _store(name, readings[name])
        for step in steps:
            _decide(step, by, chance)
        for name in chance.sample(sorted(late), len(late)):
            _store(name, readings[name])
        wanted = _standing()

        merge_everything()
        assert _standing() == wanted, "what a change reached is what merging everything reaches"

        ingest.forget(Article.objects.all())
        assert not Contact.objects.exists()
        for name in chance.sample(names, len(names)):
            _store(name, readings[name])
        assert _standing() == wanted, "the order of arrival left no trace"


def _decide(step: str, by: User, chance: random.Random) -> None:
    """Decide something on some contact, as far as it can be decided."""
    contacts = list(Contact.objects.order_by("public_id"))
    if not contacts:
        return
    it = subject(chance.choice(contacts).public_id)
    at = (it.contact.public_id, it.version)
    try:
        if step == "undo":
            made = list(Decision.objects.filter(undone_at=None))
            made and actions.undo(chance.choice(made).pk, by)
        elif step == "merge":
            other = subject(chance.choice(contacts).public_id)
            actions.merge(at, (other.contact.public_id, other.version), by)
        elif step == "split":
            keys = sorted(it.keys)
            actions.split(*at, by, chance.sample(keys, chance.randint(1, len(keys))))
        elif step == "correct":
            actions.correct(*at, by, {"place": chance.choice(["Kazan", "Doha", ""])})
        else:
            getattr(actions, step)(*at, by)
    except Refused:
        pass


def _standing() -> dict[str, Any]:
    rows = {
        contact.public_id: (contact.review, contact.corrected, contact.changed_since)
        for contact in Contact.objects.all()
    }
    return {public_id: (facts, rows[public_id]) for public_id, facts in _contacts().items()}


def _forget_all() -> None:
    ingest.forget(Article.objects.all())
    Decision.objects.all().delete()
