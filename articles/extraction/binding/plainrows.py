"""What one verb without cases or articles tells several times: partners one by one, towns and days in a row.

"bertemu **terpisah** dengan A dan B" are two meetings, "menemui A, **lalu** B" as well; "terbang ke Moskow Selasa,
**lalu** ke Ankara sehari kemudian" are two journeys, each on its day.
"""

from dataclasses import replace

from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .bindings import Binding, for_each_side, sides_of
from .plainobjects import PlainObjects

_BESIDE = 2  # tokens between a town and its day
_EACH = 3  # words before a trigger or behind its partners that say "separately"


class PlainRows(PlainObjects):
    """Parts one binding into the contacts that it tells."""

    def rows(self, binding: Binding) -> list[Binding]:
        """One binding for each partner met by himself, and for each town of a journey."""
        if binding.rule.says == "visit":
            return self._by_town(binding)
        parts = self._one_by_one(binding)
        return [*parts, *(replace(binding, right=group) for group in self.sequel(binding))]

    def _by_town(self, binding: Binding) -> list[Binding]:
        towns = self._further_towns(binding)
        if not towns:
            return [binding]
        first = binding.destination or next((p for p in binding.right if p.place), None)
        own = replace(binding, day=self._day_of(first)) if first else binding
        return [
            own, *(replace(binding, destination=town, right=[], day=self._day_of(town)) for town in towns)
        ]  # fmt: skip

    def _day_of(self, town: PlaceSpan | Party) -> Span | None:
        """The day told right behind a town of a row."""
        return next((t for t in self.spans.times if 0 <= t.first - town.last <= _BESIDE), None)

    def _coordinates(self, start: int, end: int) -> bool:
        """Also "ke Moskow pada Selasa, lalu ke Ankara": days and what goes on stand between."""
        words = [
            i
            for i in range(start, end)
            if not (self.spans.has(i, "locative", "destination") or self._inside(i))
        ]
        if any(self.spans.has(i, "origin") for i in range(start, end)):
            return False  # "tiba di Sanaa dari ibu kota Oman, Muscat"
        linked = [i for i in words if not self.tokens[i].word or self.spans.has(i, "and", "then")]
        return bool(linked) and all(i in linked or self.spans.has(i, "again") for i in words)

    def _one_by_one(self, binding: Binding) -> list[Binding]:
        if met := self._met_one_by_one(binding):
            return [replace(binding, right=group) for group in met]
        sides = dict.fromkeys(sides_of(binding.right))
        first = binding.right[0].first if binding.right else binding.trigger.last
        before = max(binding.trigger.first - _EACH, self.spans.sentence.first)
        behind = binding.right[-1].last if binding.right else first
        said = (*range(before, first), *range(behind, min(behind + _EACH, self.spans.sentence.last)))
        each = any(self.spans.has(i, "each") for i in said)
        if len(sides) < 2 or not each or not (binding.left or binding.rule.frame == "noun"):
            return [binding]
        return for_each_side(binding)
