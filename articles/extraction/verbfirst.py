"""Binding where the verb comes first: "التقى A B", "استقبل A B", "زار A موسكو".

Subject and object both follow the verb, side by side and without a sign between them, so sides tell
one from the other; a visited capital is the object itself.
"""

from .binding import Binder, Binding
from .parties import Party, PlaceSpan
from .spans import Span

_BARE = 1  # words between a subject and an object that no preposition introduces
_NEAR = 3
_FAR = 14
_INTRODUCED = ("with", "to")


def _is_place(party: Party) -> bool:
    """Whether a party is a capital or country, which a verb of travel takes as its object."""
    return party.kind == "org" and party.place is not None


class VerbFirstBinder(Binder):
    """Binds by the order verb, subject, object."""

    def _bind_verb_first(self, binding: Binding, index: int) -> None:
        """Subject, then object, both after the verb; one group alone after it is the object of a subject before."""
        first = self._group_after(binding.trigger.last, binding.right_limit, reach=_FAR)
        if not first or binding.rule.row.get("object") == "before":
            binding.left, binding.right = (
                (first, self._meant_by_pronoun(index)) if first else (self._subject(index), [])
            )
            return
        second = self._object(first, binding.right_limit)
        introduced = first[0].oblique in _INTRODUCED
        before = self._subject(index) if introduced or not second else []
        if introduced or before:
            binding.left, binding.right = before, [*first, *second]
        else:
            binding.left, binding.right = first, second

    def _meant_by_pronoun(self, index: int) -> list[Party]:
        """Whom a pronoun written to the verb means: the last group or person named before it in the sentence."""
        before = [p for p in self.phrases.parties if p.last <= self.triggers[index].first and not p.place]
        return self._group_before(before[-1], before) if before else []

    def _antecedent_of_clause(self, trigger: Span) -> list[Party]:
        """Whom a trigger that begins with "who" speaks of: the party right before it."""
        if not self.spans.has(trigger.first, "relative"):
            return []
        return [p for p in self.phrases.parties if 0 <= trigger.first - p.last <= _BARE][-1:]

    def _distance(self, start: int, end: int) -> int:
        words = super()._distance(start, end)
        return words - sum(
            1
            for index in range(start, end)
            if self.spans.has(index, "locative", "honorifics") and not self._inside(index)
        )

    def _object(self, subject: list[Party], limit: int) -> list[Party]:
        if any(party.means == "both" for party in subject):
            return []
        found = self._group_after(subject[-1].last, limit, reach=_FAR)
        bare = bool(found) and found[0].oblique not in _INTRODUCED
        return self._group_after(subject[-1].last, limit, reach=_BARE) if bare else found

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        trigger, limit = binding.trigger, binding.right_limit
        group = self._group_after(trigger.last, limit, reach=_NEAR)
        travellers = [p for p in group if not _is_place(p)]
        goal = next(filter(_is_place, group), None)
        if goal and not travellers:
            travellers = [p for p in self._group_after(group[-1].last, limit, reach=_NEAR) if not p.oblique]
        elif travellers and not goal:
            goal = next(filter(_is_place, self._group_after(travellers[-1].last, limit, reach=_BARE)), None)
        binding.left = (
            self._antecedent_of_clause(trigger)
            or [p for p in travellers if p.oblique != "to"]
            or self._subject(index)
        )
        places = [p for p in self.phrases.places if trigger.first <= p.first < limit]
        binding.destination = min(places, key=lambda p: p.first, default=None)
        if goal and goal.place and (binding.destination is None or goal.first < binding.destination.first):
            binding.destination = PlaceSpan(goal.first, goal.last, goal.place)
            self.taken.add(goal)
        if binding.rule.frame == "stay":
            binding.right = self._group_after(trigger.last, limit, reach=_FAR)
        elif travellers and not goal:
            binding.right = self._visited(travellers, limit)
            binding.visited = bool(binding.right)

    def _visited(self, travellers: list[Party], limit: int) -> list[Party]:
        """The person of another side whom a verb of visiting has as its object: "visited the ambassador"."""
        found = self._group_after(travellers[-1].last, limit, reach=_BARE)
        side = travellers[0].side
        people = [p for p in found if p.kind == "person" and not p.oblique and p.side != side]
        return people if len(people) == len(found) else []

    def _joined(self, one: Party, other: Party) -> bool:
        if one.side and other.side and one.side != other.side and not self._linked(one, other):
            return False  # "received Lavrov Haniyeh": host and guest
        if "reference" in (one.kind, other.kind) and not self._linked(one, other):
            return False  # "received the minister the delegation"
        return super()._joined(one, other)

    def _linked(self, one: Party, other: Party) -> bool:
        return (
            other.joined
            or other.oblique == "company"
            or any(self.spans.has(index, "and") for index in range(one.last, other.first))
        )
