"""Who is bound to which trigger, read as its frame says."""

from ..parties.gaps import COMMAS
from ..parties.parties import Party
from ..words.spans import Span
from ..words.text import POSSESSIVE
from .bindings import Binding
from .everyday import without_everyday
from .journeys import FAR, Journeys
from .nounframes import NEXT, OPENING

_OWNED = 4  # words from an owner's mark to somebody of his


def bind(binder: "Binder") -> list[Binding]:
    """The bindings of one sentence, in order of their triggers."""
    found = [part for index in range(len(binder.triggers)) for part in binder.parts(binder.bind(index))]
    if binder.language.order == "verb-first" and without_everyday(binder.spans, found):
        return bind(type(binder)(binder.tokens, binder.spans, binder.phrases, binder.language))
    return found


class Binder(Journeys):
    """Binds by the order of the words; ``CaseBinder`` binds by case."""

    def parts(self, binding: Binding) -> list[Binding]:
        """One binding for each contact that a trigger tells."""
        return [binding]

    def bind(self, index: int) -> Binding:
        """The binding of one trigger."""
        trigger = self.triggers[index]
        rule = trigger.rule
        binding = Binding(trigger, rule, self.spans, self.phrases)
        binding.articles = self.language.articles
        binding.right_limit = self._right_limit(index)
        binding.left_limit = self.triggers[index - 1].last if index else self.spans.sentence.first
        order = rule.row.get("order", self.language.order)
        frame = rule.frame
        if frame in ("travel", "travel-noun", "stay"):
            self._bind_travel(binding, index, order)
            if frame == "travel" and all(p.kind == "reference" for p in binding.left):
                binding.left = self._subject_after_clause(binding) or binding.left
        elif frame == "noun":
            self._bind_noun(binding, index)
        elif frame == "round":
            binding.right = self._group_after(trigger.last, binding.right_limit, reach=FAR)
        elif frame == "mutual":
            binding.left = self._subject(index)
        elif frame == "guest":
            self._bind_guest(binding, index)
        elif order == "verb-first":
            self._bind_verb_first(binding, index)
        else:
            self._bind_active(binding, index)
        if self._is_complete(binding):
            binding.right = []
        binding.right, binding.negated = self.split_negated(binding.right, trigger.last)
        self.taken.update(binding.right)
        self.subjects.append(binding.left)
        return binding

    def _is_complete(self, binding: Binding) -> bool:
        """ "The two spoke by phone, Olmert's office said": both of them are there, and nobody behind the comma."""
        right, both = binding.right, bool(binding.left) and all(p.means == "both" for p in binding.left)
        if not both or not right or right[0].oblique or right[0].first < binding.trigger.last:
            return False
        return any(self.tokens[i].text in COMMAS for i in range(binding.trigger.last, right[0].first))

    def _settle(self, trigger: Span) -> None:
        """ "paid a visit to Moscow", "... to Lavrov": of words said of places and of people, what follows tells."""
        town = self._town_behind(trigger)
        trigger.values.sort(key=lambda rule: (rule.frame == "travel") != town)

    def _town_behind(self, trigger: Span) -> bool:
        places = {p.first for p in self.phrases.places} | {p.first for p in self.phrases.parties if p.place}
        return trigger.last in places

    def _bind_active(self, binding: Binding, index: int) -> None:
        trigger, wanted = binding.trigger, binding.rule.row.get("object")
        binding.left = self._subject_after_clause(binding) or self._subject(index)
        if wanted == "with":
            binding.right = self._partner(binding)
        else:
            reach = NEXT if wanted == "next" else FAR
            binding.right = (
                (self._inside_trigger(trigger) if wanted == "inside" else [])
                or self._object_of(trigger, binding.right_limit, reach=reach, next_to=wanted == "next")
                or self._fronted(binding)
            )
        if not binding.right:
            binding.right = self._opening_partner(trigger)
        if binding.rule.says == "visit":
            self._turn_round(binding)
        if not binding.right and binding.rule.row.get("object") == "with":
            binding.left = []  # "X and Y discussed Gaza" does not say how

    def _inside_trigger(self, trigger: Span) -> list[Party]:
        """ "had [Haniyeh] over for talks": who stands between the words of a trigger."""
        return [p for p in self.phrases.parties if trigger.first <= p.first and p.last <= trigger.last]

    def _object_of(self, trigger: Span, limit: int, *, reach: int, next_to: bool) -> list[Party]:
        """The group behind a trigger; of an everyday verb the next words, and somebody rather than a state."""
        group = self._before_next_verb(self._group_after(trigger.last, limit, reach=reach), limit)
        told = self.language.has("subject_stop", self.tokens[trigger.last - 1].key)
        if next_to and group and (group[0].kind == "org" or (group[0].oblique and not told)):
            return []
        if (
            next_to
            and group
            and any(self.tokens[i].text in COMMAS for i in range(trigger.last, group[0].first))
        ):
            return []  # "sources told Dar al-Hayat, X will be in Cairo"
        if group and (self._does_something_to(trigger, group[0]) or self._owns_object(group[0])):
            return []
        if group and self._acts_itself(trigger, group):
            return []
        after = group[-1].last if group else limit
        if next_to and trigger.rule.says == "meeting" and after < limit and self.spans.has(after, "purpose"):
            return []  # "called on X to stop"
        return [] if trigger.rule.row.get("asking") and self._is_asked(after) else group

    def _is_asked(self, start: int) -> bool:
        """ "called on X to stop", "for restraint": what is asked of X, unless a day or town stands before it."""
        asks = (i for i in range(start, self.spans.sentence.last) if self.spans.has(i, "purpose", "serving"))
        asked = next(asks, None)
        return asked is not None and not any(start <= first < asked for first, _ in self._circumstances())

    def _acts_itself(self, trigger: Span, group: list[Party]) -> bool:
        """ "If Egypt raises no objection, the two will go on": behind a comma, whoever does something himself."""
        comma = any(self.tokens[i].text in COMMAS for i in range(trigger.last, group[0].first))
        after = group[-1].last
        acts = after < self.spans.sentence.last and self.spans.has(after, "auxiliary")
        return comma and acts and not group[0].oblique

    def _owns_object(self, party: Party) -> bool:
        """ "will meet Israel's conditions": what belongs to a state is met."""
        owns = party.last < self.spans.sentence.last and self.tokens[party.last].key == POSSESSIVE
        owned = any(
            0 < p.first - party.last <= _OWNED for p in self.phrases.parties
        )  # "Hezbollah's leader X"
        return party.kind == "org" and owns and not owned

    def _does_something_to(self, trigger: Span, party: Party) -> bool:
        """ "met in Doha to elect a leader": the object of what they met for."""
        between = range(trigger.last, party.first - 1)
        aim = any(self.spans.has(i, "purpose") for i in between)
        alone = trigger.rule.row.get("partnered") and not self.spans.has(trigger.last - 1, "with")
        return aim and (not party.oblique or bool(alone))

    def _before_next_verb(self, group: list[Party], limit: int) -> list[Party]:
        """ "met Abbas, and his minister, Lavrov, has received": who stands before the next verb is its subject."""
        if len(group) < 2 or not self.language.articles:
            return group
        verb = next((t for t in self.triggers if t.first == limit), None)
        near = verb is not None and verb.rule.frame in ("active", "receive", "passive", "travel", "send")
        last = group[-1]
        if not near or limit - last.last > 1 or self.spans.has(limit - 1, "and"):
            return group
        apart = [p for p in group if p.side != last.side]
        return apart if apart and apart == group[: len(apart)] else group

    def _fronted(self, binding: Binding) -> list[Party]:
        """ "Haniyeh, whom Lavrov received": the object before the clause that tells of it."""
        if not self.language.articles or not binding.left:
            return []
        subject = binding.left[0].first
        before = [p for p in self.phrases.parties if p.last <= subject and p not in binding.left]
        for index in range(max(self.spans.sentence.first + 1, subject - 3), subject):
            gap = 2 if self.spans.has(index - 1, "with") else 1  # "X, with whom Lavrov conferred"
            if self.spans.has(index, "relative") and before and index - before[-1].last <= gap:
                return self._group_before(before[-1], before)
        return []

    def _bind_guest(self, binding: Binding, index: int) -> None:
        """ "A was B's guest", "B's guest was A", "A was the guest of B"."""
        owner = self._possessor(binding.trigger)
        after = self._group_after(binding.trigger.last, binding.right_limit, reach=NEXT)
        before = self._subject(index, without=owner)
        binding.left, binding.right = (before or after, owner) if owner else (before, after)

    def _subject_after_clause(self, binding: Binding) -> list[Party]:
        """ "After meeting A, B left": an opening clause ends at its comma, and the subject stands behind it."""
        first, trigger = self.spans.sentence.first, binding.trigger
        participle = trigger.first - first <= 1 and self.spans.shaped(first, "gerund")
        if trigger.first == first and binding.rule.frame == "passive":
            participle = bool(binding.rule.row.get("weak"))  # "Received by A on Monday, B said"
        opening = OPENING + 3 * self.language.plain  # "Setelah lebih dari dua jam berunding"
        if trigger.first - first > opening or not (
            participle
            or any(self.spans.has(i, "clause") for i in range(first, max(trigger.first, first + 1)))
        ):
            return []
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        if before and not self._is_he(before, first + 1):
            return []
        journey = trigger.rule.frame == "travel"
        met = [] if journey else self._group_after(trigger.last, binding.right_limit, reach=FAR)
        sides = {p.side for p in met if p.side}
        for comma in range(trigger.last, self.spans.sentence.last):
            if self.tokens[comma].text not in COMMAS:
                continue
            subject = self._group_after(comma + 1, self.spans.sentence.last, reach=1, speaking=True)
            told = bool(before) and any(self._is_he([p]) for p in self.phrases.parties if p.first > comma)
            if told:
                return []  # "When he arrived, Lavrov received him"
            if subject and not subject[0].oblique and subject[0] not in met and subject[0].side not in sides:
                binding.right_limit = min(comma, binding.right_limit)
                return subject
        return []

    def _is_he(self, parties: list[Party], at: int | None = None) -> bool:
        """ "Before he flew to Tehran, Haniyeh met": a pronoun, of him who is named behind the clause."""
        one = parties[0]
        person = one.kind == "reference" and one.means == "person" and not one.side
        return len(parties) == 1 and person and at in (None, one.first)

    def _partner(self, binding: Binding) -> list[Party]:
        """ "discussed the hostages in Gaza with X": the group behind the preposition, whatever stands between."""
        start, last = binding.trigger.last, self.spans.sentence.last
        with_whom = (p for p in self.phrases.parties if start <= p.first < last and p.oblique == "with")
        partner = next(with_whom, None)
        if partner is None or any(start <= t.first < partner.first for t in self.triggers):
            return []
        return self._group_after(partner.first, last, reach=0)

    def _bind_verb_first(self, binding: Binding, index: int) -> None:
        """Subject, then object, both after the verb; one group alone is the object of a subject before."""
        first = self._group_after(binding.trigger.last, binding.right_limit, reach=FAR)
        if not first:
            binding.left = self._subject(index)
            return
        second = self._group_after(first[-1].last, binding.right_limit, reach=FAR)
        if first[0].oblique in ("with", "to") or not second:
            before = self._subject(index)
            if first[0].oblique in ("with", "to") or before:
                binding.left, binding.right = before, [*first, *second]
                return
        binding.left, binding.right = first, second
