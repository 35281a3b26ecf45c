"""The history of an actor as a person reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from timeline.actors.states import State
from timeline.models import Actor, Anchor, Decision

#: what people decide of actors, not of contacts
OF_ACTORS = (
    Decision.Verb.ACCEPT,
    Decision.Verb.ATTACH,
    Decision.Verb.DISMISS,
    Decision.Verb.EDIT,
    Decision.Verb.JOIN,
    Decision.Verb.PART,
)
_WORDS = {
    "name": "Name",
    "kind": "Kind",
    "side": "Side",
    "country": "Country",
    "died": "Died",
    "aliases": "Names",
    "roles": "Offices",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what went and what came."""

    field: str
    gone: str
    come: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, and what it changed."""

    decision: Decision
    changes: list[Change]
    #: key and name of the other actor of a merger or a split
    other: tuple[str, str] | None = None


def decisions_on_each(keys: Iterable[str]) -> dict[str, list[Decision]]:
    """All decisions on each actor, undone ones too, in the order made: one query."""
    found: dict[str, dict[int, Decision]] = {key: {} for key in keys}
    anchors = Anchor.objects.filter(actor_key__in=found, decision__verb__in=OF_ACTORS)
    for anchor in anchors.select_related("decision").order_by("decision_id"):
        found[anchor.actor_key][anchor.decision_id] = anchor.decision
    return {key: list(decisions.values()) for key, decisions in found.items()}


def history_of(key: str, decisions: Iterable[Decision]) -> list[Entry]:
    """The decisions with what they changed, the latest first: one query for the names of others."""
    decisions = list(decisions)
    concerned = {d.pk: _other(key, d) for d in decisions}
    names = dict(Actor.objects.filter(key__in=set(concerned.values()) - {""}).values_list("key", "name"))
    return [
        Entry(
            decision,
            changes(*(side.get("actors", {}).get(key) or {} for side in (decision.before, decision.after))),
            (other, names.get(other, other)) if (other := concerned[decision.pk]) else None,
        )
        for decision in reversed(decisions)
    ]


def changes(before: State, after: State) -> list[Change]:
    """The fields on which two states differ, in words; of lists only what went and what came."""
    found = []
    for field, label in _WORDS.items():
        old, new = before.get(field), after.get(field)
        if not before or not after or old == new:
            continue
        if isinstance(old, list) and isinstance(new, list):
            gone = [_in_words(field, item) for item in old if item not in new]
            come = [_in_words(field, item) for item in new if item not in old]
            if gone or come:
                found.append(Change(label, ", ".join(gone), ", ".join(come)))
        else:
            found.append(Change(label, str(old or "nothing"), str(new or "nothing")))
    return found


def _in_words(field: str, item: list[Any]) -> str:
    if field == "aliases":
        language, text, *_ = item
        return f"{text} ({language})"
    title, _, since, until = item
    period = f"{since or '?'} to {until or 'now'}" if since or until else ""
    return f"{title} ({period})" if period else str(title)


def _other(key: str, decision: Decision) -> str:
    """The other actor: into whom, from whom, or who came in."""
    to = decision.after.get("to") or ""
    if to and to != key:
        return str(to)
    return str(decision.after.get("from") or "") if to == key else ""
