"""The whole of an actor as plain values: what a decision keeps before and after, and what undoing brings back."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

from timeline.models import Actor, Alias, Decision, Role, Side

#: the columns that a decision may change
COLUMNS = ("name", "kind", "standing", "country", "died", "edited_by_hand")
State = dict[str, Any]


#: what a list of actors must bring along for their states to cost no query
STATE_RELATED = ("side", "merged_into")
STATE_PREFETCH = ("aliases", "roles__organisation")


def state_of(actor: Actor) -> State:
    """Row, names and offices; equal for equal actors."""
    return {
        **{name: getattr(actor, name) for name in COLUMNS},
        "side": actor.side.name if actor.side else None,
        "merged_into": actor.merged_into.key if actor.merged_into else None,
        "aliases": _aliases(actor),
        "roles": _roles(actor),
    }


def write_state(key: str, state: State) -> Actor:
    """The actor of that key as the state has it; made where there is none."""
    actor = Actor.objects.filter(key=key).first() or Actor(key=key)
    for name in COLUMNS:
        setattr(actor, name, state[name])
    actor.side = side_named(state["side"]) if state["side"] else None
    into = state["merged_into"]
    actor.merged_into = Actor.objects.filter(key=into).first() if into else None
    actor.revision += 1
    actor.save()
    _write_aliases(actor, state["aliases"])
    _write_roles(actor, state["roles"])
    return actor


def version_of(state: State, history: Sequence[Decision]) -> str:
    """What the actor is and what was decided of it, in a few letters; another one means that it changed."""
    made = [(decision.pk, decision.undone_at is None) for decision in history]
    return hashlib.sha256(json.dumps([state, made], sort_keys=True).encode()).hexdigest()[:16]


def side_named(name: str) -> Side:
    """The side of that name, made where there is none."""
    if side := Side.objects.filter(name=name).first():
        return side
    slug = slugify(name)[:40].strip("-")
    if not slug or Side.objects.filter(slug=slug).exists():
        slug = f"{slug or 'side'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return Side.objects.create(name=name, slug=slug)


def _write_aliases(actor: Actor, wanted: Sequence[Sequence[Any]]) -> None:
    if [list(alias) for alias in wanted] == _aliases(actor):
        return
    actor.aliases.all().delete()
    Alias.objects.bulk_create(
        Alias(actor=actor, language=language, text=text, kind=kind, from_registry=from_registry)
        for language, text, kind, from_registry in wanted
    )


def _aliases(actor: Actor) -> list[list[Any]]:
    rows = sorted(actor.aliases.all(), key=lambda row: row.pk)
    return [[row.language, row.text, row.kind, row.from_registry] for row in rows]


def _write_roles(actor: Actor, wanted: Sequence[Sequence[Any]]) -> None:
    if [list(role) for role in wanted] == _roles(actor):
        return
    named = {key for _, key, _, _ in wanted if key}
    organisations = dict(Actor.objects.filter(key__in=named).values_list("key", "pk"))
    actor.roles.all().delete()
    Role.objects.bulk_create(
        Role(actor=actor, title=title, organisation_id=organisations.get(key or ""), since=since, until=until)
        for title, key, since, until in wanted
    )


def _roles(actor: Actor) -> list[list[Any]]:
    rows = sorted(actor.roles.all(), key=lambda row: row.pk)
    return [
        [row.title, row.organisation.key if row.organisation else None, row.since, row.until] for row in rows
    ]
