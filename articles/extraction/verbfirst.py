"""Binding where the verb comes first: "التقى A B", "استقبل A B", "زار A موسكو".

Subject and object both follow the verb, side by side and without a sign between them, so sides tell
one from the other; a visited capital is the object itself.
"""

from dataclasses import replace
from itertools import pairwise

from .bindings import Binding, sides_of
from .gaps import COMMAS
from .parties import Party, PlaceSpan
from .verbfirstjourneys import BARE, FAR, NEAR
from .verbfirstnouns import INTRODUCED, VerbFirstNouns


class VerbFirstBinder(VerbFirstNouns):
    """Binds by the order verb, subject, object."""

    def parts(self, binding: Binding) -> list[Binding]:
        """Nothing where another trigger names the kind; one call for each side that is called."""
        if binding.rule.row.get("vague") and self._named_otherwise(binding):
            return []
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
        if not several or len(sides) < 3:
            return [binding, *(replace(binding, right=[p]) for p in self._further(binding))]
        if (
            not sides_of(binding.left) and binding.right[0].oblique in INTRODUCED
        ):  # whose calls they are, another sentence says
            return [replace(binding, right=[p for p in binding.right if p.side == side]) for side in sides]
        caller = [p for p in binding.parties if p.side == sides[0]]
        return [
            replace(binding, left=caller, right=[p for p in binding.parties if p.side == side])
            for side in sides[1:]
        ]

    def _each(self, binding: Binding) -> bool:
        """ "meetings with A, B and C", "talked apart with A and B": one contact with each of them."""
        if not binding.right:
            return False
        words = range(binding.trigger.first, max(p.last for p in binding.parties) + 2)
        apart = any(self.spans.has(i, "each") for i in words if i < self.spans.sentence.last)
        alone = len(set(sides_of(binding.left))) <= 1 and binding.right[0].oblique in INTRODUCED
        return apart and alone

    def _further(self, binding: Binding) -> list[Party]:
        """Those of a second "and with", behind an apposition: "talks with A, minister of X, and with B"."""
        partners = [p for p in binding.right if p.oblique == "with"]
        if not partners or not binding.left:
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
            and self._and_with(p)
        ]

    def _named_otherwise(self, binding: Binding) -> bool:
        """ "discussed with A, at a meeting, ...": the noun behind "discussed" says what it was."""
        return any(
            other.first >= binding.trigger.last and not other.rule.row.get("vague") for other in self.triggers
        )

    def _bind_verb_first(self, binding: Binding, index: int) -> None:
        """Subject, then object, both after the verb; one group alone after it is the object of a subject before."""
        if binding.rule.row.get("object") == "with":
            self._bind_discussion(binding, index)
            return
        self._bind_objects(binding, index)
        if binding.rule.frame == "host":
            self._bind_place(binding)
        elif binding.rule.frame == "receive" and binding.rule.says == "visit":
            self._bind_receiving_place(binding)
        if binding.rule.says == "visit":  # one person has another as a guest
            binding.visited = any(p.people for p in binding.left)

    def _bind_objects(self, binding: Binding, index: int) -> None:
        if inside := self._group_after(binding.trigger.first, binding.trigger.last, reach=FAR):
            if binding.rule.row.get("object") == "before":  # "X was waiting for them"
                binding.left, binding.right = inside, self._meant_by_pronoun(index)
                return
            if len(set(sides_of(inside))) > 1 and binding.rule.frame == "active":
                binding.left, binding.right = inside[:1], inside[1:]  # "had | A and B | dinner"
                return
            behind = self._group_after(binding.trigger.last, binding.right_limit, reach=NEAR)
            binding.left, binding.right = (
                (inside, behind) if behind or binding.rule.frame == "host" else (self._subject(index), inside)
            )  # "received | A | a letter from B", "A received | from B | a letter"
            return
        first = self._group_after(binding.trigger.last, binding.right_limit, reach=FAR)
        if first and binding.rule.row.get("owned"):  # "during his reception of A, B said"
            binding.right = first
            binding.left = self._subject(index, noun=True) or self._subject_behind(binding)
            return
        if not first or binding.rule.row.get("object") == "before":
            binding.left, binding.right = (
                (first, self._meant_by_pronoun(index)) if first else (self._subject(index), [])
            )
            return
        if self.spans.has(binding.trigger.last, "resumptive"):  # "... a visit, met during it | B"
            binding.left, binding.right = self._subject(index), first
            return
        second = self._object(first, binding.right_limit) or self._behind_visit(first, index)
        introduced = first[0].oblique in INTRODUCED
        before = self._subject(index) if introduced or not second else []
        if introduced or before:
            binding.left, binding.right = before, [*first, *second]
        else:
            binding.left, binding.right = first, second

    def _bind_place(self, binding: Binding) -> None:
        """ "Doha saw talks between A and B": a capital is where two others met, and none of them."""
        where = binding.left[0] if len(binding.left) == 1 else None
        if where is None or where.place is None or where.place.name is None:
            return
        binding.destination = PlaceSpan(where.first, where.last, where.place)
        self.taken.add(where)
        if len(set(sides_of(binding.right))) > 1:
            binding.left = []

    def _bind_receiving_place(self, binding: Binding) -> None:
        """ "The Russian capital receives a delegation of Hamas": a place is the host."""
        if binding.left and binding.trigger.first - binding.left[-1].last > FAR // 2:
            binding.left = binding.right = []  # "a centre that hosts factions": by whom nobody knows
        if binding.right or not binding.left:
            return
        first = binding.left[0].first
        places = [p for p in self.phrases.places if binding.trigger.last <= p.first and p.last <= first]
        binding.destination = next((p for p in places if p.bare), None)

    def _behind_visit(self, subject: list[Party], index: int) -> list[Party]:
        """ "met the delegation, which is visiting Moscow, X": the object behind a clause about the subject."""
        clause = self.triggers[index + 1] if index + 1 < len(self.triggers) else None
        if clause is None or clause.rule.frame != "stay" or clause.first - subject[-1].last > BARE:
            return []
        last = self.spans.sentence.last
        limit = self.triggers[index + 2].first if index + 2 < len(self.triggers) else last
        comma = next((i for i in range(clause.last, limit) if self.tokens[i].text in COMMAS), None)
        found = self._group_after(comma + 1, limit, reach=BARE) if comma is not None else []
        return [p for p in found if p.side and p.side != subject[0].side]

    def _bind_discussion(self, binding: Binding, index: int) -> None:
        """ "discussed A with B the war": the subject, then the partner behind the preposition, or nobody."""
        last = binding.right_limit
        for saying in self.spans.tables.get("reporting", ()):
            if saying.first >= binding.trigger.last:
                last = min(last, saying.first)
        partner = next(
            (
                p
                for p in self.phrases.parties
                if binding.trigger.last <= p.first < last and p.oblique == "with"
            ),
            None,
        )
        if partner is None:
            return
        binding.right = self._group_after(partner.first, last, reach=0)
        binding.left = [
            p
            for p in self._group_after(binding.trigger.last, partner.first, reach=NEAR)
            if not p.oblique or p.oblique == "company"
        ] or self._subject(index)

    def _distance(self, start: int, end: int) -> int:
        words = super()._distance(start, end)
        return words - sum(
            1
            for index in range(start, end)
            if not self._inside(index)
            and (
                self.spans.has(index, "locative", "honorifics", "company")
                or self.language.has("glue", self.tokens[index].key)
            )
        )

    def _object(self, subject: list[Party], limit: int) -> list[Party]:
        if any(party.means == "both" for party in subject):
            return []
        found = self._group_after(subject[-1].last, limit, reach=FAR)
        bare = bool(found) and found[0].oblique not in INTRODUCED
        return self._group_after(subject[-1].last, limit, reach=BARE) if bare else found
