"""Whom one verb goes on to: "talks with A and **afterwards** with B", "menemui A, **lalu** B"."""

from dataclasses import replace

from ..parties.parties import Party
from .bindings import Binding, sides_of
from .regions import Regions

_SEQUEL = 8  # tokens between a partner and the next one: ", lalu pada hari yang sama dengan"
_FRAMES = frozenset({"active", "receive", "passive", "send", "mutual", "noun"})


class Sequels(Regions):
    """Finds the partners that a word of order, or a preposition said again, parts from those before."""

    def in_order(self, binding: Binding) -> list[Binding]:
        """A binding with those met first, and one for each group that the verb goes on to."""
        groups: list[list[Party]] = []
        last: Party | None = None
        for party in binding.right:
            if last is None or any(self.spans.has(i, "then") for i in range(last.last, party.first)):
                groups.append([])
            groups[-1].append(party)
            last = party
        if len(groups) < 2 or not all(sides_of(group) for group in [*groups, binding.left]):
            groups = [binding.right]
        return [replace(binding, right=group) for group in [*groups, *self.sequel(binding)]]

    def sequel(self, binding: Binding) -> list[list[Party]]:
        """The groups met one after another behind those bound, each in a contact of its own."""
        found: list[list[Party]] = []
        met = bool(binding.right) and (
            binding.rule.frame not in ("mutual", "noun") or self._is_partner(binding)
        )
        if binding.rule.frame not in _FRAMES or not (binding.left and met):
            return found
        last = max(p.last for p in binding.right)
        ends = [*self.triggers, *self.spans.tables.get("reporting", ())]
        limit = min((s.first for s in ends if s.first >= last), default=self.spans.sentence.last)
        own = set(sides_of(binding.left))
        while group := self._next_met(binding, last, limit):
            last = group[-1].last
            if set(sides_of(group)) & own or not sides_of(group):
                break
            found.append(group)
        return found

    def _is_partner(self, binding: Binding) -> bool:
        return binding.right[0].oblique == "with"

    def _next_met(self, binding: Binding, last: int, limit: int) -> list[Party]:
        """The next group behind a word of order; whom it is met with may stand between only in other words."""
        party = next((p for p in self.phrases.parties if p.first >= last), None)
        if party is None or party.first >= limit:
            return []
        between = [i for i in range(last, party.first) if not (self._inside(i) or self._inside(i + 1))]
        ordered = any(self.spans.has(i, "then", "each") for i in between)
        if (
            len(between) > _SEQUEL
            or not ordered
            or any(self.spans.has(i, "clause", "relative") for i in between)
        ):
            return []
        words = [i for i in between if self.tokens[i].word]
        again = bool(party.oblique) and party.oblique == binding.right[0].oblique
        known = all(
            self.spans.has(i, "then", "each", "and", "again", "with", "to", "agent", "definite")
            for i in words
        )
        return self._group_after(party.first, limit, reach=0) if known or again else []
