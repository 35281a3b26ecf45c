"""Binding where articles tell a noun: pairs of names, recipients, partners met one by one, openings."""

from dataclasses import replace
from itertools import pairwise

from ..parties.parties import Party
from ..words.spans import Span
from .articlenouns import ArticleNouns
from .bindings import Binding, for_each_side, sides_of
from .separate import separate

_AFTER = 4  # tokens between a partner and the day on which he was met
_BESIDE = 3  # tokens around a verb and its partners in which a word says that they were met one by one
_JOINT = frozenset({"host", "round", "mutual"})


class ArticleBinder(ArticleNouns):
    """Binds by the order of the words, and by the articles and prepositions of nouns."""

    def bind(self, index: int) -> Binding:
        """The binding of one trigger; of words said of towns and of people, as what follows tells."""
        trigger = self.triggers[index]
        if len(trigger.values) > 1:
            self._settle(trigger)
        binding = super().bind(index)
        if binding.rule.frame == "mutual":  # "A and B came together in Beirut with C"
            partners = self._group_after(trigger.last, binding.right_limit, reach=_BESIDE)
            binding.right = partners if partners and partners[0].oblique == "with" else []
        return binding

    def _town_behind(self, trigger: Span) -> bool:
        """Whether a town or the house of somebody stands behind, an article between them or not."""
        start = trigger.last
        while start < self.spans.sentence.last and self.spans.has(start, "definite"):
            start += 1
        places = {p.first for p in self.phrases.places} | {p.first for p in self.phrases.parties if p.place}
        house = any(
            p.first <= start < p.last and p.kind == "org" and p.side and not p.place
            for p in self.phrases.parties
        )
        return bool(places & {start, trigger.last}) or house

    def parts(self, binding: Binding) -> list[Binding]:
        """One binding for each contact; towns, lines of a list and partners met one by one are several."""
        return [
            one
            for part in self._listed(binding)
            for apart in self._met_elsewhere(part)
            for one in self._one_by_one(apart)
        ]

    def _listed(self, binding: Binding) -> list[Binding]:
        """ "visited A and B", "had meetings with A; B; and C", "met A on Monday and B on Tuesday"."""
        if towns := self._further_towns(binding):
            return [binding, *(replace(binding, destination=town, right=[]) for town in towns)]
        between = (range(one.last, other.first) for one, other in pairwise(binding.right))
        if any(self.tokens[i].text == ";" for words in between for i in words):
            return for_each_side(binding)
        return separate(binding, self.tokens)

    def _one_by_one(self, binding: Binding) -> list[Binding]:
        """ "met separately with A and B", "had telephone conversations with A and B": each is a contact."""
        sides = [*dict.fromkeys(sides_of(binding.right))]
        if (
            len(sides) < 2
            or binding.rule.frame in _JOINT
            or not (binding.left or binding.rule.frame == "noun")
        ):
            return [binding]
        if set(sides) & set(sides_of(binding.left)) or any(p.oblique == "between" for p in binding.right):
            return [binding]
        around = range(
            max(binding.trigger.first - _BESIDE, self.spans.sentence.first),
            min(binding.right[-1].last + _BESIDE, self.spans.sentence.last),
        )
        if not any(self.spans.has(i, "each") for i in around):
            return [binding]
        return for_each_side(binding)

    def _met_elsewhere(self, binding: Binding) -> list[Binding]:
        """ "met A on Monday and B on Tuesday": a partner with a day or place of his own was met apart."""
        right = binding.right
        if len(right) < 2 or binding.rule.frame in _JOINT:
            return [binding]
        cuts = [i for i in range(1, len(right)) if self._has_own(right[i - 1], right[i])]
        if not cuts or not self._is_followed(right[-1]):
            return [binding]
        groups = [right[a:b] for a, b in zip([0, *cuts], [*cuts, len(right)], strict=True)]
        found = [replace(binding, right=groups[0])]
        for group in groups[1:]:  # the verb is not said again: whom he met stands for it
            verb = replace(binding.trigger, first=group[0].first, last=group[0].last)
            found.append(replace(binding, right=group, trigger=verb))
        return found

    def _has_own(self, one: Party, other: Party) -> bool:
        """Whether a day or place stands between two partners, and another behind the second."""
        inside = [c for c in self._circumstances() if one.last <= c[0] and c[1] <= other.first]
        linked = any(self.spans.has(i, "and") for i in range(one.last, other.first))
        return bool(inside) and linked and one.side != other.side and self._is_followed(other)

    def _is_followed(self, party: Party) -> bool:
        return any(party.last <= first <= party.last + _AFTER for first, _ in self._circumstances())

    def _bind_active(self, binding: Binding, index: int) -> None:
        super()._bind_active(binding, index)
        inside = [p for p in self._inside_trigger(binding.trigger) if p.oblique == "agent"]
        if (
            inside and binding.rule.frame == "active" and binding.right and not binding.left
        ):  # "was raised by A with B"
            binding.left = inside
        if binding.rule.frame == "send" and not binding.right:  # "extended an invitation to A to come to"
            binding.right = [p for p in self._inside_trigger(binding.trigger) if p.oblique == "to"]
            binding.left = [p for p in binding.left if p not in binding.right]
