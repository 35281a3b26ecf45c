"""Who is bound to a trigger where case endings tell it: word order is free, so it only breaks ties.

"Лавров принял Ханию", "Ханию принял Лавров" and "Принял Ханию Лавров" have one subject, the nominative, and
one object, in the case or behind the preposition that the trigger's frame asks for. A form that may be
several cases, or none that is known (an abbreviation), fits any of them.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .binding import Binder
from .bindings import Binding
from .caseowners import NEXT, another_side, between_them, outside
from .caseregions import FAR, same_case
from .ellipsis import Ellipsis

#: what a frame's object stands in, where the trigger itself does not say (``object``)
_OBJECTS = {
    "active": "with",
    "receive": "acc",
    "passive": "ins",
    "send": "dat",
    "host": "acc",
    "mutual": "with",
}
_ATTRIBUTE = 8  # words between a participle and its noun: "прибывшей накануне в Москву делегации"
_ADVERBS = 2  # words between a comma and a participle: "делегация, только что прибывшая"
_SHARED = frozenset({"with", "between", "of", "to"})


class CaseBinder(Ellipsis, Binder):
    """Binds by case; regions are those of the clause."""

    def bind(self, index: int) -> Binding:
        """The binding of one trigger."""
        trigger = self.triggers[index]
        binding = Binding(trigger, trigger.rule, self.spans, self.phrases)
        binding.right_limit = self._right_limit(index)
        binding.left_limit = self._left_limit(index)
        frame = trigger.rule.frame
        if frame in ("travel", "travel-noun", "stay"):
            self._bind_journey(binding)
        elif frame == "noun" and trigger.rule.says == "message":
            self._bind_letter(binding)
        elif frame == "noun" or (frame == "round" and self.spans.has(trigger.last, "with")):
            self._bind_encounter(binding)  # "трехсторонняя встреча с A и B"
        elif frame == "round":
            binding.left = [
                p
                for p in self.phrases.parties
                if p.oblique == "between" and 0 <= trigger.first - p.last <= NEXT
            ]
            binding.right = self._group_after(trigger.last, binding.right_limit, reach=FAR)
            if self._takes_part(binding):
                binding.left = binding.left or self._nominative(binding, object_case="with")
                binding.right = binding.right or self._object(binding, "with", binding.left)
        else:
            self._bind_verb(binding)
        binding.right, binding.negated = self.split_negated(binding.right, trigger.last)
        self.taken.update(binding.right)
        self.subjects.append(binding.left)
        return binding

    def __init__(self, *sentence: Any) -> None:
        super().__init__(*sentence)
        self._set_remarks_aside()
        for one, other in pairwise(self.phrases.parties):
            if one.oblique in _SHARED and not other.oblique and self._shares(one, other):
                other.oblique = one.oblique

    def _shares(self, one: Party, other: Party) -> bool:
        """ "с представителями ФАТХ и ХАМАС": a preposition said once for both."""
        between = range(one.last, other.first)
        signs = all(self.spans.has(i, "and") or self.tokens[i].text in ',«»"' for i in between)
        return signs and len(between) > 0 and other.cases != {"nom"} and same_case(one, other)

    def parts(self, binding: Binding) -> list[Binding]:
        """One binding for each contact that a trigger tells, also where a dash stands for it."""
        parts, again = self._one_by_one(binding), self.without_verb(binding)
        return [*parts, *again] if again or len(parts) > 1 else self.in_order(parts[0])

    def _one_by_one(self, binding: Binding) -> list[Binding]:
        """ "разговоры с A и с B" are two; so are meetings with the ministers of two countries."""
        if binding.rule.frame in ("travel", "travel-noun") and binding.destination and binding.left:
            return [binding, *(replace(binding, destination=place) for place in self._also_to(binding))]
        if len(writers := self._writers(binding)) > 1:
            return [replace(binding, left=[p for p in binding.left if p.side == side]) for side in writers]
        partners = [p for p in binding.right if p.oblique == "with"]
        further = self._further(binding, partners)
        acting = binding.left or self._several_times(binding, partners)
        apart = len({p.side for p in partners}) > 1 and len({p.side for p in acting}) == 1
        if binding.rule.frame not in ("active", "noun") or not (further or apart):
            return [binding]
        if not apart:
            return [binding, *(replace(binding, right=[p]) for p in further)]
        owners = [p for p in binding.right if p not in partners]
        groups = [[p for p in partners if p.side == side] for side in dict.fromkeys(p.side for p in partners)]
        return [replace(binding, right=[*owners, *group]) for group in [*groups, *([p] for p in further)]]

    def _writers(self, binding: Binding) -> list[str | None]:
        """ "поздравления направили A и B": of several letters each has one sender."""
        words = range(binding.trigger.first, binding.trigger.last)
        several = binding.rule.frame == "send" and any(self.spans.has(i, "each") for i in words)
        people = several and all(p.people for p in binding.left)
        return list(dict.fromkeys(p.side for p in binding.left)) if people else []

    def _several_times(self, binding: Binding, partners: Sequence[Party]) -> list[Party]:
        """ "телефонные разговоры A с B и C": whose several talks they are, each with one."""
        words = range(binding.trigger.first, binding.trigger.last)
        each = any(self.spans.has(i, "each") for i in words)
        return [p for p in binding.right if p not in partners] if each else []

    def _further(self, binding: Binding, partners: Sequence[Party]) -> list[Party]:
        """Those of a second "и с", behind a relative clause or a remark: "с A, который ..., и с B"."""
        if not binding.right:
            return []
        end = next((t.first for t in self.triggers if t.first >= binding.trigger.last), None)
        limit = self.spans.sentence.last if end is None else end
        first = max(p.last for p in binding.right)
        return [
            p
            for p in self.phrases.parties
            if first <= p.first < limit
            and p.oblique == "with"
            and p not in partners
            and any(self.spans.has(p.first - back, "and", "again") for back in (2, 3))
        ]

    # -- frames ---------------------------------------------------------------------------

    def _bind_verb(self, binding: Binding) -> None:
        wanted = binding.rule.row.get("object") or _OBJECTS[binding.rule.frame]
        if binding.rule.row.get("participle"):
            subject = self._agreeing(binding)
        else:
            subject = self._actor(binding, wanted)
        binding.left = subject
        binding.right = self._object(binding, wanted, subject)
        if wanted == "from" and not subject:  # "Лаврову пришло письмо от Хании"
            binding.left = self._object(binding, "dat", binding.right)
        if wanted == "from" and binding.rule.says == "call" and not binding.right:
            binding.right = self._genitive_after(binding.trigger, binding.right_limit)  # "принял звонок A"
        if binding.rule.says == "call" and not binding.right and subject:
            binding.right = self._capital_called(binding, subject)
        if binding.rule.frame == "send" and not subject:
            binding.left = self._object(binding, "from", binding.right)
        if binding.rule.frame == "receive":  # "принял план ХАМАС": nobody was received
            binding.right = [p for p in binding.right if p.kind != "org" or not self._gap(p, binding.trigger)]
        if binding.rule.frame == "receive" and not another_side(subject, binding.right):
            binding.left = self._institution(binding, binding.right) or subject

    def _takes_part(self, binding: Binding) -> bool:
        """ "A вместе с B принял участие в трехсторонних переговорах": who takes part stands before the talks."""
        before = range(binding.left_limit, binding.trigger.first)
        return any(self.spans.shaped(i, "taking_part") for i in before)

    def _bind_encounter(self, binding: Binding) -> None:
        """ "встреча A с B", "переговоры между A и B", "у A прошла встреча с B", "на встрече с B A заявил"."""
        trigger = binding.trigger
        owners = self._genitive_after(trigger, binding.right_limit)
        partners = self._object(binding, "with", owners)
        binding.definite = not (owners or partners) and self._is_attended(binding)
        if (
            len({p.side for p in owners if p.side}) > 1
            and partners
            and partners[0].first > owners[-1].last + NEXT
        ):
            partners = []  # "переговоры A и B не повлияют на сотрудничество с C"
        if not partners and trigger.rule.says == "call":  # "звонок A B", "звонок от A"
            partners = self._object(binding, "dat" if owners else "from", owners)
        binding.right = [*owners, *(p for p in partners if p not in owners)]
        if len({p.side for p in binding.right if p.side}) >= 2 and owners:
            return
        if not owners and not between_them(partners):
            binding.left = self._whose(trigger) or self._holder(binding) or self._doer(binding)
            binding.left = binding.left or self._nominative(binding, object_case="with")
            if not another_side(binding.left, binding.right):
                binding.left = self._institution(binding, binding.right) or binding.left
            binding.left = [p for p in binding.left if p not in binding.right and not outside(p, partners)]
            binding.right += self._told_there(binding)
        if binding.right and not binding.left and not owners:
            binding.left = self._teller(binding) or self._behind_scene(binding)
        if not binding.right and binding.left:
            binding.right = self._addressee(binding)

    def _bind_letter(self, binding: Binding) -> None:
        """ "письмо A к B", "послание B от A", "в письме B A заявил": who writes, and to whom."""
        addressee = self._object(binding, "dat", [])
        sender = self._genitive_after(binding.trigger, binding.right_limit) or self._object(
            binding, "from", addressee
        )
        if not sender:
            sender = self._nominative(binding, object_case="dat")
        binding.left = sender
        binding.right = [p for p in addressee if p not in sender]

    def _bind_journey(self, binding: Binding) -> None:
        trigger, frame = binding.trigger, binding.rule.frame
        binding.destination = self._destination(binding, after=frame == "travel-noun")
        if frame == "travel-noun":
            binding.left = self._genitive_after(trigger, binding.right_limit, reach=6) or self._whose(trigger)
        elif binding.rule.row.get("participle"):
            binding.left = self._agreeing(binding)
        if binding.destination is None:
            binding.destination = self._whither(binding)
        if binding.destination is None:
            binding.right = self._awaiting(binding)
        if binding.rule.row.get("object") == "acc":  # "в Москве ждут делегацию"
            binding.left = self._object(binding, "acc", [])
            return
        if binding.right:
            return
        binding.left = binding.left or self._nominative(binding, object_case="acc")
        binding.left = [*binding.left, *self._along(binding)]
        if frame == "travel" and binding.destination is None and (host := self._called_on(binding)):
            binding.right, binding.visited = host, True
            return
        before = binding.destination is not None and binding.destination.last <= trigger.first
        if binding.destination is None or (
            before and frame == "travel" and self._visited(binding, near=True)
        ):
            binding.right = self._visited(binding, near=before)
            for found in binding.right:
                if found.place:
                    binding.destination, binding.right = PlaceSpan(found.first, found.last, found.place), []
        if binding.rule.row.get("object") == "from" and not (binding.destination or binding.right):
            binding.left = []  # "покинули свои дома": no place that somebody was in
        if frame == "stay":
            binding.right = self._object(binding, "with", binding.left)

    def _whose(self, trigger: Span) -> list[Party]:
        """ "его визит", "ее переговоры с A": the pronoun right before a noun."""
        before = [p for p in self.phrases.parties if p.last == trigger.first and p.kind == "reference"]
        return [p for p in before if p.means in ("person", "group") and "gen" in p.cases]

    # -- who ------------------------------------------------------------------------------

    def _object(self, binding: Binding, wanted: str, subject: Sequence[Party]) -> list[Party]:
        """The group in the object's case or behind its preposition, after the trigger or before it."""
        trigger = binding.trigger
        fitting = [
            p
            for p in self.phrases.parties
            if p not in subject and p not in self.taken and self._fits(p, wanted)
        ]
        owned = max([trigger.last, *(p.last for p in subject if p.first >= trigger.last)])  # "встреча A с B"
        after = [
            p
            for p in fitting
            if trigger.first <= p.first < binding.right_limit and self._distance(owned, p.first) <= FAR
        ]
        before = [p for p in fitting if binding.left_limit <= p.first and p.last <= trigger.first]
        if after and not (before and self._is_nearer(before[-1], after[0], trigger)):
            return self._coordinated(after[0])
        if before:
            return self._coordinated(before[-1])
        return self._institution(binding, subject)

    def _is_nearer(self, before: Party, after: Party, trigger: Span) -> bool:
        """ "с A беседовал B, а сразу после войны с C ...": right before the verb, the other behind a comma."""
        beyond = any(self._comma(i) for i in range(trigger.last, after.first))
        return beyond and self._distance(before.last, trigger.first) == 0

    def _agreeing(self, binding: Binding) -> list[Party]:
        """Whom a participle describes: "прибывшей в Москву делегации", "делегация, прибывшая в Москву"."""
        trigger = binding.trigger
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        if before and self._is_described(before[-1], trigger):
            return self._coordinated(before[-1])
        limit = next(
            (i for i in range(trigger.last, binding.right_limit) if self._comma(i)), binding.right_limit
        )
        near = [p for p in self.phrases.parties if trigger.last <= p.first < limit]
        near = self._beyond_object(near, binding)
        after = [p for p in near if self._gap(p, trigger) <= _ATTRIBUTE]
        return self._coordinated(after[0]) if after else []

    def _is_described(self, party: Party, trigger: Span) -> bool:
        """ "Лавров, в субботу прилетевший в Москву": a comma, then at most a day, a place and an adverb."""
        comma = next((i for i in range(party.last, trigger.first) if self._comma(i)), None)
        if comma is None or comma - party.last > 1:
            return False
        return self._distance(comma + 1, trigger.first) <= _ADVERBS

    def _beyond_object(self, near: list[Party], binding: Binding) -> list[Party]:
        """ "принявший гостя спикер": whom a participle takes as its object stands before whom it describes."""
        wanted = binding.rule.row.get("object") or _OBJECTS.get(binding.rule.frame)
        own = [p for p in near[:1] if wanted and self._fits(p, wanted) and "nom" not in p.cases]
        adjoins = len(near) > 1 and not any(
            self.spans.has(i, "and") for i in range(near[0].last, near[1].first)
        )
        return near[1:] if own and adjoins else near
