"""Actors as a person sees them when deciding: state, version, and what was decided before."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from timeline.actors.ledger import decisions_on_each
from timeline.actors.states import STATE_PREFETCH, STATE_RELATED, State, state_of, version_of
from timeline.models import Actor, Decision


@dataclass(frozen=True)
class Subject:
    """An actor as it is now, and in which version."""

    actor: Actor
    state: State
    version: str
    decisions: list[Decision] = field(default_factory=list)


def subject(key: str) -> Subject | None:
    """The actor of that key; None where there is none (any more)."""
    return next(iter(subjects(Actor.objects.filter(key=key))), None)


def subjects(actors: QuerySet[Actor]) -> list[Subject]:
    """Actors as they are now, in the order of the query: five queries for however many."""
    rows = list(actors.select_related(*STATE_RELATED).prefetch_related(*STATE_PREFETCH))
    decided = decisions_on_each([row.key for row in rows])
    found = []
    for row in rows:
        state = state_of(row)
        found.append(Subject(row, state, version_of(state, decided[row.key]), decided[row.key]))
    return found
