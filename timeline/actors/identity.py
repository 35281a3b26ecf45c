"""Who is meant by the name that a reader found, once people had their say: merged, told apart, dismissed.

Follows from rows and decisions alone, so that whatever was read before or after comes out the same.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from timeline.models import Actor, Anchor, Decision

#: keys of people whom no registry holds
_MADE_FROM_NAME = re.compile(r"-[0-9a-f]{8}$")
#: a mention in any order of arrival: the hash of its article's text, its place in it
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody as people know them. Without a side: the side that the reader gives."""

    key: str
    side: str | None = None
    is_nobody: bool = False


@dataclass(frozen=True)
class Identities:
    """What people decided of actors, for looking up."""

    people: Mapping[str, Known] = field(default_factory=dict)
    #: sides that are organisations of another side, by name
    sides: Mapping[str, str] = field(default_factory=dict)
    #: in which mention who is somebody else
    parted: Mapping[tuple[str, int, str], str] = field(default_factory=dict)

    def of(self, actor: str, mention: Key) -> Known:
        """Who an actor of a mention is."""
        known = self.people.get(actor) or Known(actor)
        if other := self.parted.get((*mention, known.key)):
            known = self.people.get(other) or Known(other)
        return known

    def side(self, name: str) -> str:
        """The side that a side or an organisation speaks for."""
        return self.sides.get(name, name)

    def applied(
        self,
        mention: Key,
        participants: Sequence[Mapping[str, Any]],
        sides: Sequence[str],
        *,
        named: Iterable[str] = (),
    ) -> tuple[list[dict[str, Any]], list[str]]:
        """People and sides of a mention as they are, from what its reader found.

        A side that was there only through somebody who is of another side goes, unless the text itself names it
        (``named``) or fewer than two would be left. Somebody dismissed stays as a name without an actor.
        """
        people = [self._person(mention, entry) for entry in participants]
        held = {person["side"] for person in people} - {None}
        moved = {
            self.side(entry["side"])
            for entry, person in zip(participants, people, strict=True)
            if entry.get("side") and person["side"] != self.side(entry["side"])
        }
        kept = {self.side(side) for side in sides}
        changed = {
            person["side"]
            for entry, person in zip(participants, people, strict=True)
            if person["side"] and person["side"] != entry.get("side")
        }
        now = kept | changed
        left = now - (moved - held - {self.side(side) for side in named})
        now = left if len(left) > 1 else now
        return people, list(sides) if now == set(sides) else sorted(now)

    def _person(self, mention: Key, entry: Mapping[str, Any]) -> dict[str, Any]:
        side = entry.get("side")
        if not entry.get("actor"):
            return {**entry, "side": self.side(side) if side else side}
        known = self.of(entry["actor"], mention)
        side = known.side or side
        person = {
            **entry,
            "actor": None if known.is_nobody else known.key,
            "side": self.side(side) if side else side,
        }
        decided = known.key != entry["actor"] or known.key in self.people
        # Nobody guesses by the sound of a name any more who this is.
        return person | {"decided": True} if decided and _MADE_FROM_NAME.search(known.key) else person


def identities() -> Identities:
    """All that people decided, as it stands now: two queries."""
    rows = (
        Actor.objects.filter(
            Q(edited_by_hand=True) | Q(merged_into__isnull=False) | Q(standing=Actor.Standing.DISMISSED)
        )
        .select_related("side", "merged_into__side")
        .order_by("pk")
    )
    people, sides = {}, {}
    for row in rows:
        actor = row.merged_into or row
        side = actor.side.name if actor.side else None
        people[row.key] = Known(actor.key, side, actor.standing == Actor.Standing.DISMISSED)
        if row.kind != Actor.Kind.PERSON and side and side != row.name:
            sides[row.name] = side
    parted = _parted(people)
    # Whoever was told apart from somebody else is known since, those of the same name as well.
    people |= {key: Known(key) for _, _, key in parted if key not in people}
    return Identities(people, _followed(sides), parted)


def _followed(sides: Mapping[str, str]) -> dict[str, str]:
    """The side at the end of each chain; where a chain runs in a circle, nothing rolls up."""
    ends = {}
    for name in sides:
        end, seen = name, set()
        while end in sides and end not in seen:
            seen.add(end)
            end = sides[end]
        if end not in seen:
            ends[name] = end
    return ends


def _parted(people: Mapping[str, Known]) -> dict[tuple[str, int, str], str]:
    """Later decisions come later, and win."""
    anchors = (
        Anchor.objects.filter(decision__verb=Decision.Verb.PART, decision__undone_at=None)
        .exclude(text_sha256="")
        .order_by("decision_id", "pk")
        .values_list("text_sha256", "position", "actor_key", "decision__after__to")
    )
    return {
        (text, position, people[actor].key if actor in people else actor): to
        for text, position, actor, to in anchors
    }
