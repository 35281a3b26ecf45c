"""The contacts that one trigger tells where the verb comes first: none besides another, or one with each side."""

from dataclasses import replace
from itertools import pairwise

from ..parties.parties import Party
from ..words.trie import particle
from .bindings import Binding, for_each_side, sides_of
from .separate import legs
from .verbfirstnouns import INTRODUCED, VerbFirstNouns

_NUMBERED = 3  # words from "and the second" to whom it was with


class VerbFirstParts(VerbFirstNouns):
    """Parts one binding into the contacts that it tells."""

    def _named_otherwise(self, binding: Binding) -> bool:
        """ "discussed with A, at a meeting, ...": the noun behind "discussed" says what it was."""
        return any(
            other.first >= binding.trigger.last and not other.rule.row.get("vague") for other in self.triggers
        )

    def _is_manner(self, binding: Binding) -> bool:
        """ "arrived in Tehran, on an official visit of some days": the noun tells nothing besides the verb."""
        first = binding.trigger.first
        if binding.rule.frame != "travel-noun" or not self.spans.has(first - 1, "locative"):
            return False
        verb = any(t.rule.frame == "travel" and t.last <= first for t in self.triggers)
        own = any(p.first >= binding.trigger.last and not p.bare for p in self.phrases.places)
        return verb and not own and not any(p.first >= binding.trigger.last for p in binding.parties)

    def _is_aim(self, binding: Binding) -> bool:
        written = particle(binding.trigger.prefix)[-1:]
        return (
            self.language.has("purpose", written)
            and bool(written)
            and self.triggers[0] is not binding.trigger
        )

    def _each(self, binding: Binding) -> bool:
        """ "meetings with A, B and C", "talked apart with A and B": one contact with each of them."""
        if not binding.right:
            return False
        words = range(binding.trigger.first, max(p.last for p in binding.parties) + 2)
        apart = any(self.spans.has(i, "each") for i in words if i < self.spans.sentence.last)
        met = binding.right[0].oblique in INTRODUCED or binding.rule.frame == "receive"
        return apart and met and len(set(sides_of(binding.left))) <= 1

    def _further(self, binding: Binding) -> list[Party]:
        """Those of a second "and with", behind an apposition: "talks with A, minister of X, and with B"."""
        partners = [p for p in binding.right if p.oblique == "with"]
        if not partners:
            return []
        limit = next(
            (t.first for t in self.triggers if t.first >= binding.trigger.last), self.spans.sentence.last
        )
        return [
            p
            for p in self.phrases.parties
            if partners[-1].last <= p.first < limit
            and p.oblique == "with"
            and p not in partners
            and p.side
            and ((binding.left and self._and_with(p)) or self._is_second(p))
        ]

    def _is_second(self, party: Party) -> bool:
        """ "لقاءين، الأول مع A، **والثاني** كان مع B"."""
        words = range(max(party.first - _NUMBERED, self.spans.sentence.first), party.first)
        return party.oblique == "with" and any(self.spans.has(i, "second") for i in words)

    def bind(self, index: int) -> Binding:
        """As elsewhere; and "لعقد لقاء بينه وبين B": he is the last person named before, whoever proposes it."""
        binding = super().bind(index)
        right = binding.right
        between = range(binding.trigger.last, right[0].first) if right and right[0].oblique == "with" else ()
        if any(self.spans.has(i, "between_him") for i in between):
            sides = set(sides_of(right))
            before = [p for p in self.phrases.parties if p.last <= binding.trigger.first and p.people]
            before = [p for p in before if not p.oblique and p.side not in sides]
            binding.left = before[-1:] or binding.left
        return binding

    def _with_each(self, binding: Binding) -> list[Binding]:
        """ "اجتمع بالرئيس A وبالمبعوث B": behind a preposition said again stands who was met apart."""
        right = binding.right
        if not right or right[0].oblique != "with":
            return []
        cuts = [i for i, p in enumerate(right) if i and self._is_second(p)]
        if not cuts and binding.rule.frame == "active" and binding.left:
            cuts = [i for i, p in enumerate(right) if i and self._and_with(p) and p.side and p.kind != "org"]
            first = {p.side for p in right[: cuts[0]]} if cuts else set()
            cuts = [i for i in cuts if right[i].side not in first]
        ends = [*cuts, len(right)]
        groups = [right[a:b] for a, b in zip([0, *cuts], ends, strict=True)] if cuts else []
        return [replace(binding, right=group) for group in groups]

    def _tells_nothing(self, binding: Binding) -> bool:
        """Whether another trigger of the sentence tells the contact, or it is the aim of one told."""
        if binding.rule.row.get("vague") and self._named_otherwise(binding):
            return True
        aim = binding.rule.frame == "active" and not binding.right and self._is_aim(binding)
        return aim or self._is_manner(binding)  # "phoned B to consult about the border"

    def parts(self, binding: Binding) -> list[Binding]:
        """Nothing where another trigger names the kind; one call for each side that is called."""
        if self._tells_nothing(binding):
            return []
        if binding.rule.frame == "travel":  # "visited Tehran on Wednesday and Ankara on Thursday"
            told = legs(replace(binding, further=[]), self.tokens)
            if len(told) > 1:
                return told
        if binding.further:  # "visited A and B": a journey to each
            goals = [binding.destination, *binding.further]
            return [replace(binding, destination=goal, further=[]) for goal in goals]
        sides = list(dict.fromkeys(sides_of(binding.parties)))
        row = all(
            one.side == other.side or self._linked(one, other) for one, other in pairwise(binding.right)
        )
        several = (
            binding.rule.says == "call"
            or (binding.rule.says == "message" and row)
            or (binding.rule.says == "meeting" and row and self._each(binding))
        )
        joint = binding.rule.says == "call" and not binding.right  # "A, B and C held a summit by video"
        if joint or not several or len(sides) < 3:
            if split := self._with_each(binding):
                return split
            further = [replace(binding, right=[p]) for p in self._further(binding)]
            return [binding, *further] if further else self.in_order(binding)
        if not sides_of(binding.left) and binding.right[0].oblique in INTRODUCED:
            return for_each_side(binding)  # whose calls they are, another sentence says
        caller = [p for p in binding.parties if p.side == sides[0]]
        return [
            replace(binding, left=caller, right=[p for p in binding.parties if p.side == side])
            for side in sides[1:]
        ]
