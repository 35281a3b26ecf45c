"""The ledger as a person reads it: what was decided of a contact, and the version of it that one saw."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.models import Anchor, Contact, Decision
from timeline.review.rulings import OF_CONTACTS, Key


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after a correction, in plain words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history."""

    decision: Decision
    changes: list[Change]

    @property
    def is_of_contact(self) -> bool:
        """Made here, and undone here; who is who is decided on the actor's page."""
        return self.decision.verb in (*OF_CONTACTS, Decision.Verb.NOTE)


def history_on(keys: Collection[Key]) -> list[Entry]:
    """Every decision on these mentions, undone ones as well, in the order made: one query."""
    decisions: dict[int, Decision] = {}
    anchors = Anchor.objects.filter(text_sha256__in={text for text, _ in keys} - {""})
    for anchor in anchors.order_by("decision_id").select_related("decision"):
        if (anchor.text_sha256, anchor.position) in keys:
            decisions[anchor.decision_id] = anchor.decision
    return [Entry(decision, _changes(decision)) for decision in decisions.values()]


def version_of(contact: Contact, keys: Iterable[Key], history: Sequence[Entry]) -> str:
    """What the contact says, who tells it and what was decided of it, in a few letters.

    Whoever decides sends back the version that was on screen; another one by then means that somebody else,
    or a new article, was faster.
    """
    state = [
        contact.public_id,
        contact.review,
        seen(contact),
        sorted(keys),
        [(entry.decision.pk, entry.decision.undone_at is None) for entry in history],
    ]
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What people decided of a contact, and the version of it that is shown."""

    history: list[Entry]
    version: str
    #: the fields shown, as text: sent back with a decision, so that a change meanwhile can be pointed at
    saw: str
    can_be_decided: bool

    @property
    def latest(self) -> Decision | None:
        """The decision that the contact's state of review follows from."""
        states = (Decision.Verb.CONFIRM, Decision.Verb.REJECT)
        made = [entry.decision for entry in self.history if not entry.decision.undone_at]
        return next((decision for decision in reversed(made) if decision.verb in states), None)


def on_record(contact: Contact, mentions: Iterable[Any]) -> OnRecord:
    """Of a contact ``for_timeline`` and its mentions with their articles: one query."""
    keys = frozenset((mention.article.text_sha256, mention.position) for mention in mentions)
    history = history_on(keys)
    return OnRecord(
        history=history,
        version=version_of(contact, keys, history),
        saw=json.dumps(seen(contact)),
        can_be_decided=bool(keys),
    )


def seen(contact: Contact) -> dict[str, Any]:
    """The fields as the ledger keeps them; of ``for_timeline`` without a query."""
    return {
        "kind": contact.kind,
        "status": contact.status,
        "date": contact.date_edtf,
        "place": contact.place,
        "country": contact.country,
        "sides": sorted(side.name for side in contact.sides.all()),
        "people": [
            {
                "actor": person.actor.key,
                "name": person.actor.name,
                "side": person.side.name if person.side else None,
                "role": person.role,
                "title": person.title,
            }
            for person in contact.participations.all()
        ],
        "topics": list(contact.topics),
    }


def in_words(value: Any) -> str:
    """A value of the ledger for a reader."""
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value) or "nothing"
    if isinstance(value, dict):
        return str(value.get("name") or value.get("actor") or "")
    return str(value) if value not in ("", None) else "nothing"


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The fields of ``after`` that ``before`` had otherwise."""
    return [
        Change(field, in_words(before.get(field)), in_words(value))
        for field, value in after.items()
        if before.get(field) != value
    ]


def _changes(decision: Decision) -> list[Change]:
    if decision.verb != Decision.Verb.CORRECT:
        return []
    return differences(decision.before, decision.after)
