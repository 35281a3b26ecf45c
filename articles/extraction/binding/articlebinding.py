"""Binding where articles tell a noun: pairs of names, recipients, partners met one by one, openings."""

from dataclasses import replace
from itertools import pairwise

from ..words.spans import Span
from ..words.text import POSSESSIVE
from .articlenouns import ArticleNouns
from .bindings import Binding, for_each_side
from .journeys import FAR
from .separate import separate

_BESIDE = 3  # tokens around a verb and its partners in which a word says that they were met one by one


class ArticleBinder(ArticleNouns):
    """Binds by the order of the words, and by the articles and prepositions of nouns."""

    def bind(self, index: int) -> Binding:
        """The binding of one trigger; of words said of towns and of people, as what follows tells."""
        trigger = self.triggers[index]
        if len(trigger.values) > 1:
            self._settle(trigger)
        binding = super().bind(index)
        binding.closed = binding.closed or (trigger.first in self.of_nobody and not binding.left)
        if (
            self._is_due(index)
            or self._is_no_event(trigger)
            or self._is_approval(binding)
            or self._is_future(binding)
        ):
            binding.left, binding.right, binding.closed = [], [], True
        if binding.rule.frame == "active" and not binding.right and self._names_it_again(trigger):
            binding.definite = True
        if binding.rule.frame == "mutual":  # "A and B came together in Beirut with C"
            partners = self._group_after(trigger.last, binding.right_limit, reach=_BESIDE)
            partners = partners if partners and partners[0].oblique == "with" else []
            binding.right = partners or self._opening_partner(trigger)
        return binding

    def _is_due(self, index: int) -> bool:
        """ "negotiations with A | due in Geneva next week": what is due somewhere is no traveller, but the talks."""
        trigger, before = self.triggers[index], self.triggers[index - 1] if index else None
        if before is None or before.rule.frame != "noun" or trigger.rule.frame != "travel":
            return False
        ends = any(p.last == trigger.first and p in self.taken for p in self.phrases.parties)
        verb = self.language.has("past", self.tokens[trigger.first].key)
        return ends and not verb and not self.spans.shaped(trigger.first, "regular_past", "gerund")

    def _names_it_again(self, trigger: Span) -> bool:
        """ "Bogdanov **attended the meeting**": without a partner, a noun with its article is the one told before."""
        inside = range(trigger.first + 1, trigger.last)
        return self.spans.has(trigger.first, "onlookers") and any(
            self.spans.has(i, "definite") for i in inside
        )

    def _is_no_event(self, trigger: Span) -> bool:
        """ "is alone in talking to Hamas", "kept it from negotiating with X": what one does at large."""
        first = trigger.first
        gerund = self.spans.shaped(first, "gerund") and bool(trigger.rule.row.get("weak"))
        at_large = first > self.spans.sentence.first and self.language.has(
            "at_large", self.tokens[first - 1].key
        )
        return gerund and at_large and trigger.rule.frame == "active"

    def _is_approval(self, binding: Binding) -> bool:
        """ "welcomed Abbas's decision", "the decision of Abbas to come": what is welcome is not he."""
        start = binding.trigger.last
        if not self.language.has("approving", self.tokens[start - 1].key):
            return False
        group = self._group_after(start, binding.right_limit, reach=FAR)
        if not group or group[0].kind != "person":
            return False
        last = group[0].last
        owns = last < self.spans.sentence.last and self.tokens[last].key == POSSESSIVE
        return owns or group[0].oblique in ("of", "agent", "between")

    def _is_future(self, binding: Binding) -> bool:
        """ "are going to | take place in Moscow": before a verb the words are its tense, and no journey."""
        trigger, tokens = binding.trigger, self.tokens
        if not self.spans.has(trigger.last - 1, "going_to"):
            return False
        goal = binding.destination
        named = goal is not None and goal.first - trigger.last <= 1
        nouns = any(p.first <= trigger.last < p.last for p in self.phrases.parties)
        article = self.spans.has(trigger.last, "definite", "possessive", "locative")
        return not (named or nouns or article) and tokens[trigger.last].text.islower()

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
        """ "visited A and B", "had meetings with A; B; and C", "met A on Monday and B on Tuesday": several contacts."""
        if towns := self._further_towns(binding):
            return [binding, *(replace(binding, destination=town, right=[]) for town in towns)]
        between = (range(one.last, other.first) for one, other in pairwise(binding.right))
        if any(self.tokens[i].text == ";" for words in between for i in words):
            return for_each_side(binding)
        return [self._with_row(part) for part in separate(binding, self.tokens)]

    def _with_row(self, part: Binding) -> Binding:
        """ "..., and afterwards with A and B": those coordinated with the partner whom a contact is told beside."""
        if part.anchor is None or len(part.right) != 1:
            return part
        row = self._group_after(part.right[0].first, part.right_limit, reach=0)
        return replace(part, right=row) if row[:1] == part.right else part

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
