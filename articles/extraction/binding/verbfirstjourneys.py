"""Journeys where the verb comes first: "زار A موسكو", and who stands in one row there."""

from collections.abc import Sequence
from itertools import pairwise

from ..parties.gaps import COMMAS
from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .bindings import Binding
from .verbfirstsubjects import BARE
from .verbfirsttours import VerbFirstTours

NEAR = 3
FAR = 14
INTRODUCED = ("with", "to")
_QUOTES = frozenset('"“”«»')
_APPOSITION = 16  # words of "A, who heads the committee ..., and B" between the two


def is_place(party: Party) -> bool:
    """Whether a party is a capital or country, which a verb of travel takes as its object."""
    return party.kind == "org" and party.place is not None


class VerbFirstJourneys(VerbFirstTours):
    """Binds the travellers and the destination of a journey."""

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        if binding.rule.row.get("object") == "inside":
            self._bind_tour(binding, index)
            return
        trigger, limit = binding.trigger, binding.right_limit
        inside_verb = self._group_after(trigger.first, trigger.last, reach=NEAR)
        group = inside_verb or self._group_after(trigger.last, limit, reach=NEAR)
        sent = binding.rule.row.get("object") == "acc"  # "Russia sent | a delegation": who sends is a state
        if group and is_place(group[0]) and not sent:
            goals = [p for p in group if is_place(p)]
            travellers = [p for p in group if not is_place(p)] or [
                p for p in self._group_after(group[-1].last, limit, reach=NEAR) if not p.oblique
            ]
        else:
            listed = next(
                (i for i, p in enumerate(group) if is_place(p) and p.oblique == "company"), len(group)
            )
            travellers, goals_listed = group[:listed], group[listed:]  # "visited | each of A and B"
            # "رؤساء بولندا وسلوفينيا | كييف": a row of states travels together
            behind = goals_listed or self._group_after(group[-1].last, limit, reach=BARE) if group else []
            goals = [p for p in behind if is_place(p)]
        if binding.rule.frame == "travel-noun" and self._is_of_place(trigger, group):
            travellers = []
        self._bind_travellers(binding, index, travellers, led=bool(inside_verb))
        self._bind_goal(binding, index, travellers, goals)
        if binding.rule.frame == "stay":
            behind = self._group_after(trigger.last, limit, reach=FAR)
            describes = self.spans.has(trigger.first, "relative") or self._is_attribute(
                trigger
            )  # "A, who visits Moscow, met | B"
            binding.right = [] if describes else [p for p in behind if p not in self.taken]
        elif travellers and not goals:
            binding.right = self._visited(travellers, limit)
            binding.visited = any(p.kind == "person" for p in binding.right)

    def _bind_travellers(self, binding: Binding, index: int, travellers: list[Party], *, led: bool) -> None:
        trigger, rule = binding.trigger, binding.rule
        binding.left = (
            self._antecedent_of_clause(trigger)
            or [p for p in travellers if p.oblique != "to"]
            or self._subject(index, without=[p for p in self.phrases.parties if is_place(p)])
            or self._subject(index)
        )  # "left Cairo, heading for Moscow": a town sets out for nowhere
        if led and travellers:  # "A led | a delegation | to Moscow"
            leader = [p for p in self._subject(index) if p.people and p.side == travellers[0].side]
            binding.left = [*leader, *travellers]
        if invited := self._invited(binding, index):
            binding.left = invited
        if rule.row.get("object") == "before":  # "A met B after a tour that took him to Cairo"
            binding.left = self._meant_by_pronoun(index)
        if rule.row.get("definite"):
            binding.left = travellers  # "the visit": who is named before it says something of it
        if rule.frame == "travel-noun" and not rule.row.get("owned"):
            to_whom = [p for p in travellers if p.oblique == "to" and p.kind in ("group", "person", "title")]
            binding.left = to_whom or binding.left  # "a visit of a delegation" with the preposition of "to"

    def _invited(self, binding: Binding, index: int) -> list[Party]:
        """ "وجه له دعوة | لزيارة موسكو", "بدعوة A لزيارة": whom an invitation right before a journey was made to."""
        before = self.triggers[index - 1] if index else None
        if before is None or before.rule.says != "message" or binding.rule.frame != "travel-noun":
            return []
        inside = self._group_after(before.first, before.last, reach=FAR)
        if inside and inside[0].oblique in INTRODUCED:
            return inside
        named = self._group_after(before.last, binding.trigger.first, reach=NEAR)
        if binding.trigger.first - before.last > (FAR if named else NEAR):
            return []
        if named and named[0].oblique in INTRODUCED:
            return named
        if before.rule.frame == "passive" and not named:
            return []
        sender = named or inside or self._subject(index - 1)
        sides = {p.side for p in sender}
        others = [p for p in self.phrases.parties if p.last <= before.first and p.people]
        return [p for p in others if p.side not in sides][-1:] if sender else []

    def _bind_goal(
        self, binding: Binding, index: int, travellers: list[Party], goals: Sequence[Party]
    ) -> None:
        trigger, wanted = binding.trigger, binding.rule.row.get("object")
        inside = range(travellers[0].first, travellers[-1].last) if travellers else range(0)
        limit = binding.right_limit
        told = self.spans.has(trigger.last - 1, "destination")  # "left Doha for": where to stands behind
        start = trigger.last if told else trigger.first
        self.taken.update(p for p in goals if p.first < start)
        goals = [p for p in goals if p.first >= start]
        places = [p for p in self.phrases.places if start <= p.first < limit and p.first not in inside]
        if wanted == "from":  # "returned from Moscow": where they had been
            places = [p for p in places if p.origin]
        else:
            places = [p for p in places if not p.origin or p.first <= trigger.last] or self._behind_clause(
                binding, index
            )
        binding.destination = min(places, key=lambda p: p.first, default=None)
        goal = next(iter(goals), None)
        if goal is None and binding.destination is None and wanted == "at":  # "عرج على القاهرة"
            named = (p for p in self.phrases.parties if trigger.last <= p.first < limit and is_place(p))
            goal = next(named, None)
        if goal and goal.place and (binding.destination is None or goal.first < binding.destination.first):
            binding.destination = PlaceSpan(goal.first, goal.last, goal.place)
            self.taken.add(goal)
        if binding.destination is None and binding.rule.frame == "travel-noun":
            binding.destination = self._seen_by(trigger)
        binding.further = self._further_goals(binding, goals)

    def _meant_by_pronoun(self, index: int) -> list[Party]:
        """Whom a pronoun written to the verb means: the last group or person named before it in the sentence."""
        before = [p for p in self.phrases.parties if p.last <= self.triggers[index].first and not p.place]
        led = [p for p in before if p.oblique != "company"]
        led = [p for p in led if not p.oblique and not self.spans.has(p.first - 1, "origin")] or led
        before = [p for p in led if p.people] or led
        return self._group_before(before[-1], before) if before else []

    def _further_goals(self, binding: Binding, group: list[Party]) -> list[PlaceSpan]:
        """The other goals of one journey: "إلى المغرب والجزائر", "زار تركيا وقطر"."""
        first = binding.destination
        if first is None:
            return []
        goals = [PlaceSpan(p.first, p.last, p.place) for p in group if is_place(p) and p.place]
        goals += [p for p in self.phrases.places if p.first > first.first and not p.origin]
        found, last = [], first
        for goal in sorted(goals, key=lambda p: p.first):
            behind = goal.first - last.last
            if goal.first <= last.first:
                continue
            if behind > BARE or goal.place.country == last.place.country:
                break
            found.append(goal)
            last = goal
        return found

    def _turn_round(self, binding: Binding) -> None:
        """ "came as | a guest of | B": whoever is named first is the guest."""
        if binding.rule.frame != "passive":
            super()._turn_round(binding)
        binding.visited = any(p.people for p in binding.right)

    def _is_of_place(self, trigger: Span, group: list[Party]) -> bool:
        """ "a visit to Sanaa, which is held by the Houthis": who stands behind the destination is no traveller."""
        if not group or group[0].oblique or self.spans.sentence.last <= trigger.last:
            return False
        return any(trigger.last <= p.first < group[0].first for p in self.phrases.places)

    def _behind_clause(self, binding: Binding, index: int) -> list[PlaceSpan]:
        """ "the visit of the delegation that X leads to Moscow": the place behind the clause."""
        limit = self.triggers[index + 1].first if index + 1 < len(self.triggers) else self.spans.sentence.last
        return [
            p
            for p in self.phrases.places
            if binding.right_limit <= p.first < limit
            and not p.bare
            and p.first - binding.trigger.last <= FAR
            and self.spans.has(binding.right_limit, "relative")
        ]

    def _seen_by(self, trigger: Span) -> PlaceSpan | None:
        """ "Moscow saw a visit of ...": the capital before a visit without a destination of its own."""
        hosts = [p for p in self.phrases.parties if p.last <= trigger.first and is_place(p) and not p.oblique]
        if not hosts or trigger.first - hosts[-1].last > FAR or not hosts[-1].place:
            return None
        self.taken.add(hosts[-1])
        return PlaceSpan(hosts[-1].first, hosts[-1].last, hosts[-1].place)

    def _visited(self, travellers: list[Party], limit: int) -> list[Party]:
        """The person of another side whom a verb of visiting has as its object: "visited the ambassador"."""
        found = self._group_after(travellers[-1].last, limit, reach=BARE)
        side = travellers[0].side
        people = [
            p
            for p in found
            if (p.kind == "person" or p.means == "embassy") and not p.oblique and p.side != side
        ]
        return people if len(people) == len(found) and not (found and found[0].joined) else []

    def _joined(self, one: Party, other: Party) -> bool:
        if one.side and other.side and one.side != other.side and not self._linked(one, other):
            return False  # "received Lavrov Haniyeh": host and guest
        pointing = "reference" in (one.kind, other.kind) or (one.people and other.kind == "group")
        if pointing and not self._linked(one, other):
            return (
                False  # "received the minister the delegation", "received Lavrov a delegation that X heads"
            )
        if other.oblique == "with" and not (one.oblique or other.joined) and one.side != other.side:
            return False  # "يجتمع الوفدان كذلك | بزعيم الجماعة"
        return (
            super()._joined(one, other)
            or self._names_bearer(one, other)
            or self._behind_apposition(one, other)
        )

    def _names_bearer(self, title: Party, person: Party) -> bool:
        """ "ممثل حماس في لبنان | NAME": nothing but a place between a title and who bears it."""
        between = range(title.last, person.first)
        return (
            title.kind == "title"
            and not title.people
            and person.kind == "person"
            and not person.oblique
            and title.side in (None, person.side)
            and bool(between)
            and all(
                self._inside(i)
                or self.spans.has(i, "locative", "honorifics")
                or (not self.tokens[i].word and self.tokens[i].text not in COMMAS)
                for i in between
            )
        )

    def _behind_apposition(self, one: Party, other: Party) -> bool:
        """ "A, who heads the committee of ..., and B": a new clause would begin with its verb, not with "and B"."""
        between = range(one.last, other.first)
        before, joined = other.first - 1, other.joined
        while before > one.last and (self.tokens[before].text in _QUOTES or self.spans.has(before, "and")):
            joined = joined or self.spans.has(before, "and")  # 'A, member of ..., and "B"'
            before -= 1
        if not joined or not 0 < len(between) <= _APPOSITION or self.tokens[before].text not in COMMAS:
            return False
        return not any(
            one.last <= span.first < other.first
            for table in ("trigger", "reporting")
            for span in self.spans.tables.get(table, ())
        )

    def _in_row(self, parties: list[Party]) -> list[Party]:
        """ "A, member of the committee of Fatah and of the PLO, and B": of what describes A nobody is of the row."""
        people = [p for p in parties if p.people]
        inside = {
            p
            for one, other in pairwise(people)
            if self._behind_apposition(one, other)
            for p in parties
            if one.last <= p.first < other.first and p.kind == "org"
        }
        return [p for p in parties if p not in inside or p is parties[0]]

    def _linked(self, one: Party, other: Party) -> bool:
        return (
            other.joined
            or other.oblique == "company"
            or any(self.spans.has(index, "and") for index in range(one.last, other.first))
        )

    def _is_attribute(self, trigger: Span) -> bool:
        """ "A، **الموجود** في قطر": a participle with the article, behind a comma, describes whoever stands before."""
        first = trigger.first
        written = trigger.rule.frame == "stay" and self.spans.shaped(first, "with_article")
        return written and first > self.spans.sentence.first and self.tokens[first - 1].text in COMMAS

    def _antecedent_of_clause(self, trigger: Span) -> list[Party]:
        """Whom a trigger that begins with "who" speaks of: the party right before it."""
        first = trigger.first
        if self._is_attribute(trigger):
            return [p for p in self.phrases.parties if 0 <= first - 1 - p.last <= BARE and p.people][-1:]
        if not self.spans.has(first, "relative"):
            first -= 1
        if first <= self.spans.sentence.first or not self.spans.has(first, "relative"):
            return []
        while not self.tokens[first - 1].word and first - 1 > self.spans.sentence.first:
            first -= 1  # "a delegation of (Hamas), which visits Moscow"
        return [p for p in self.phrases.parties if 0 <= first - p.last <= BARE][-1:]
