"""Who is bound to which trigger, read as its frame says."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .gaps import COMMAS
from .language import Language, Rule
from .negation import Negation
from .parties import Party, Phrases, PlaceSpan
from .spans import SentenceSpans, Span

_FAR = 14  # tokens between a trigger and the first party of its object
_NEXT = 3  # words between a trigger and an object that follows it at once
_OPENING = 4  # words of a sentence before the event that opens it


@dataclass(slots=True)
class Binding:
    """One trigger with the parties and the destination bound to it."""

    trigger: Span
    rule: Rule
    sentence: SentenceSpans
    phrases: Phrases
    left: list[Party] = field(default_factory=list)
    right: list[Party] = field(default_factory=list)
    destination: PlaceSpan | None = None
    visited: bool = False  # the object of a verb of visiting is a person
    right_limit: int = 0
    left_limit: int = 0
    negated: list[Party] = field(default_factory=list)
    definite: bool = False  # "that meeting": words beside the trigger say that it was told before
    closed: bool = False  # no other party is to be looked for elsewhere

    @property
    def parties(self) -> list[Party]:
        """Subject first."""
        return [*self.left, *(p for p in self.right if p not in self.left)]


def is_bare_noun(binding: Binding, language: Language) -> bool:
    """ "Визит перенесли": without articles, a noun alone is the event told before."""
    frame, nowhere = binding.rule.frame, binding.destination is None
    if not language.cases or not nowhere:
        return False
    joined = frame == "travel-noun" or bool(binding.rule.row.get("participle"))
    return (frame == "noun" and not binding.parties) or (joined and not binding.right)


def sides_of(parties: Iterable[Party]) -> list[str]:
    """The sides of parties that say theirs."""
    return [party.side for party in parties if party.side]


def bind(binder: "Binder") -> list[Binding]:
    """The bindings of one sentence, in order of their triggers."""
    return [part for index in range(len(binder.triggers)) for part in binder.parts(binder.bind(index))]


class Binder(Negation):
    """Binds by the order of the words; ``CaseBinder`` binds by case."""

    def parts(self, binding: Binding) -> list[Binding]:
        """One binding for each contact that a trigger tells: "had meetings with A; B; and C" tells three."""
        listed = [
            one.last
            for one, other in pairwise(binding.right)
            if any(self.tokens[i].text == ";" for i in range(one.last, other.first))
        ]
        if not listed or not self.language.articles:
            return [binding]
        groups = [
            [p for p in binding.right if p.side == side] for side in dict.fromkeys(sides_of(binding.right))
        ]
        return [replace(binding, right=group) for group in groups]

    def bind(self, index: int) -> Binding:
        """The binding of one trigger."""
        trigger = self.triggers[index]
        rule = trigger.rule
        binding = Binding(trigger, rule, self.spans, self.phrases)
        binding.right_limit = self._right_limit(index)
        binding.left_limit = self.triggers[index - 1].last if index else self.spans.sentence.first
        order = rule.row.get("order", self.language.order)
        frame = rule.frame
        if frame in ("travel", "travel-noun", "stay"):
            self._bind_travel(binding, index, order)
        elif frame == "noun":
            self._bind_noun(binding, index)
        elif frame == "round":
            binding.right = self._group_after(trigger.last, binding.right_limit, reach=_FAR)
        elif frame == "mutual":
            binding.left = self._subject(index)
        elif frame == "guest":
            self._bind_guest(binding, index)
        elif order == "verb-first":
            self._bind_verb_first(binding, index)
        else:
            self._bind_active(binding, index)
        binding.right, binding.negated = self.split_negated(binding.right, trigger.last)
        self.taken.update(binding.right)
        self.subjects.append(binding.left)
        return binding

    def _bind_active(self, binding: Binding, index: int) -> None:
        trigger, wanted = binding.trigger, binding.rule.row.get("object")
        binding.left = self._subject_after_clause(binding) or self._subject(index)
        if wanted == "with":
            binding.right = self._partner(binding)
        else:
            reach = _NEXT if wanted == "next" else _FAR
            binding.right = (
                (self._inside_trigger(trigger) if wanted == "inside" else [])
                or self._object_of(trigger, binding.right_limit, reach=reach, next_to=wanted == "next")
                or self._fronted(binding)
            )
        if not binding.right and self.language.articles:
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
        if group and self._does_something_to(trigger, group[0]):
            return []
        after = group[-1].last if group else limit
        if next_to and trigger.rule.says == "meeting" and after < limit and self.spans.has(after, "purpose"):
            return []  # "called on X to stop"
        return group

    def _does_something_to(self, trigger: Span, party: Party) -> bool:
        """ "met in Doha to elect a leader": the object of what they met for."""
        between = range(trigger.last, party.first - 1)
        aim = any(self.spans.has(i, "purpose") for i in between)
        return self.language.articles and aim and not party.oblique

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

    def _opening_partner(self, trigger: Span) -> list[Party]:
        """ "With Hamas the Russians had talks": a partner that opens the sentence."""
        first = self.spans.sentence.first
        opening = [p for p in self.phrases.parties if p.first - first <= _NEXT and p.last <= trigger.first]
        return (
            opening[:1] if opening and opening[0].oblique == "with" and self.spans.has(first, "with") else []
        )

    def _turn_round(self, binding: Binding) -> None:
        """ "Moscow was visited by a delegation": the subject is where, the object who came."""
        where = next((p for p in binding.left if p.place), None)
        before = [p for p in self.phrases.places if p.last <= binding.trigger.first]
        if where and where.place:
            binding.destination = PlaceSpan(where.first, where.last, where.place)
        elif before:
            binding.destination = before[-1]
        binding.left, binding.right = binding.right, []

    def _fronted(self, binding: Binding) -> list[Party]:
        """ "Haniyeh, whom Lavrov received": the object before the clause that tells of it."""
        if not self.language.articles or not binding.left:
            return []
        subject = binding.left[0].first
        before = [p for p in self.phrases.parties if p.last <= subject and p not in binding.left]
        for index in range(max(self.spans.sentence.first + 1, subject - 3), subject):
            if self.spans.has(index, "relative") and before and index - before[-1].last <= 1:
                return self._group_before(before[-1], before)
        return []

    def _bind_guest(self, binding: Binding, index: int) -> None:
        """ "A was B's guest", "B's guest was A", "A was the guest of B"."""
        owner = self._possessor(binding.trigger)
        after = self._group_after(binding.trigger.last, binding.right_limit, reach=_NEXT)
        before = self._subject(index, without=owner)
        binding.left, binding.right = (before or after, owner) if owner else (before, after)

    def _subject_after_clause(self, binding: Binding) -> list[Party]:
        """ "After meeting A, B left": an opening clause ends at its comma, and the subject stands behind it."""
        first, trigger = self.spans.sentence.first, binding.trigger
        participle = trigger.first == first and self.tokens[first].key.endswith("ing")
        if trigger.first - first > _OPENING or not (
            participle or any(self.spans.has(i, "clause") for i in range(first, trigger.first))
        ):
            return []
        if any(p.last <= trigger.first for p in self.phrases.parties):
            return []
        met = self._group_after(trigger.last, binding.right_limit, reach=_FAR)
        sides = {p.side for p in met if p.side}
        for comma in range(trigger.last, self.spans.sentence.last):
            if self.tokens[comma].text not in COMMAS:
                continue
            subject = self._group_after(comma + 1, self.spans.sentence.last, reach=1)
            if subject and not subject[0].oblique and subject[0] not in met and subject[0].side not in sides:
                binding.right_limit = min(comma, binding.right_limit)
                return subject
        return []

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
        first = self._group_after(binding.trigger.last, binding.right_limit, reach=_FAR)
        if not first:
            binding.left = self._subject(index)
            return
        second = self._group_after(first[-1].last, binding.right_limit, reach=_FAR)
        if first[0].oblique in ("with", "to") or not second:
            before = self._subject(index)
            if first[0].oblique in ("with", "to") or before:
                binding.left, binding.right = before, [*first, *second]
                return
        binding.left, binding.right = first, second

    def _bind_noun(self, binding: Binding, index: int) -> None:
        trigger = binding.trigger
        inside = [p for p in self.phrases.parties if trigger.first <= p.first < trigger.last]
        right = inside or self._group_after(trigger.last, binding.right_limit, reach=6)
        if (
            right
            and not inside
            and (self._opens_sentence(binding, right) or self._breaks_off(trigger, right))
        ):
            right = []
        while right:  # "of A with B", "antara A dengan B"
            reach = _NEXT if binding.rule.says == "message" and self.language.articles else 2
            more = self._group_after(max(right[-1].last, trigger.last), binding.right_limit, reach=reach)
            linked = ("with", "between", "and", "of", *(["to"] if binding.rule.says == "message" else []))
            if not more or more[0].oblique not in linked:
                break
            right += more
        if not right and self.language.articles:
            right = self._opening_partner(trigger)
        binding.right = right
        if len({p.side for p in right if p.side}) < 2:
            binding.left = (
                self._possessor(trigger)
                or (not right and (self._addressed(trigger) or self._addressed_behind(binding)))
                or self._subject(index, noun=True)
                or self._subject_behind(binding)
            )

    def _breaks_off(self, trigger: Span, right: list[Party]) -> bool:
        """ "set a date for another meeting, blaming Fatah": a comma ends what belongs to the noun."""
        return self.language.articles and not right[0].oblique and self.tokens[trigger.last].text in COMMAS

    def _opens_sentence(self, binding: Binding, right: list[Party]) -> bool:
        """ "In a phone call on Monday, A told B": what stands behind the comma is not the call's object."""
        first = binding.trigger.first - self.spans.sentence.first
        return (
            self.language.articles
            and first <= _NEXT
            and not right[0].oblique
            and any(self.tokens[i].text in COMMAS for i in range(binding.trigger.last, right[0].first))
        )

    def _possessor(self, trigger: Span) -> list[Party]:
        return [
            p
            for p in self.phrases.parties
            if p.last <= trigger.first <= p.last + 1
            and all(t.key == "'s" for t in self.tokens[p.last : trigger.first])
        ]

    def _subject_behind(self, binding: Binding) -> list[Party]:
        """ "After talks with A in Moscow, B said": the subject of the clause that such an opening belongs to."""
        first, trigger = self.spans.sentence.first, binding.trigger
        opening = trigger.first - first <= _OPENING and any(
            self.spans.has(i, "setting", "clause") for i in range(first, trigger.last)
        )
        if not opening or not binding.right or not self.language.articles:
            return []
        behind = [p for p in self.phrases.parties if p.first >= binding.right[-1].last and not p.oblique]
        comma = any(
            self.tokens[i].text in COMMAS
            for i in range(binding.right[-1].last, behind[0].first if behind else 0)
        )
        return [behind[0]] if behind and comma else []

    def _addressed(self, trigger: Span) -> list[Party]:
        """ "A told B at a meeting": who speaks and who is spoken to."""
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        for position in range(len(before) - 1, 0, -1):
            word = before[position].first - 1
            while self.language.has("glue", self.tokens[word].key) and word > before[position - 1].last:
                word -= 1
            if self.spans.has(word, "addressing"):
                speakers = [p for p in before[:position] if not p.oblique]
                return [speakers[-1], before[position]] if speakers else []
        return []

    def _addressed_behind(self, binding: Binding) -> list[Party]:
        """ "In a phone call on Monday, A told B"."""
        last = binding.trigger.last
        if binding.trigger.first - self.spans.sentence.first > _OPENING:
            return []
        after = [p for p in self.phrases.parties if p.first >= last]
        for one, other in pairwise(after[:_OPENING]):
            if not one.oblique and any(self.spans.has(i, "addressing") for i in range(one.last, other.first)):
                return [one, other] if other.first - one.last <= _OPENING else []
        return []

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        trigger, frame = binding.trigger, binding.rule.frame
        if frame == "travel-noun" or order == "verb-first":
            binding.left = [
                p for p in self._group_after(trigger.last, binding.right_limit, reach=3) if p.oblique != "to"
            ]
        if not binding.left:
            binding.left = (self._possessor(trigger) if frame == "travel-noun" else []) or self._subject(
                index
            )
        after = [p for p in self.phrases.places if trigger.first <= p.first < binding.right_limit]
        behind = [p for p in after if trigger.last <= p.first <= trigger.last + _NEXT]
        binding.destination = min(behind or after, key=lambda p: p.first, default=None)
        if binding.rule.row.get("object") == "next" and self._is_far(binding):
            binding.destination = None
        if embassy := self._embassy(binding):
            binding.right = [embassy]
        elif frame == "stay" and self._stays_elsewhere(binding):
            binding.destination, binding.left = None, []
        elif frame == "stay":
            binding.right = self._group_after(trigger.last, binding.right_limit, reach=_FAR)
        elif binding.destination is None:
            # "visited Russia": the state is the object itself
            objects = self._group_after(trigger.last, binding.right_limit, reach=3)
            binding.right = [p for p in objects if p.kind == "org" and p not in binding.left][:1]
            if binding.right and (town := binding.right[0].place) and town.name:
                binding.destination = PlaceSpan(binding.right[0].first, binding.right[0].last, town)
                self.taken.update(binding.right)
                binding.right = []
            elif objects and objects[0].people and binding.rule.row.get("object") == "next":
                binding.right, binding.visited = objects, True

    def _is_far(self, binding: Binding) -> bool:
        """ "visited his mother in Moscow", "reached a deal in Cairo": the place is not the object."""
        place = binding.destination
        return place is not None and self._distance(binding.trigger.last, place.first) > 1

    def _stays_elsewhere(self, binding: Binding) -> bool:
        """ "was in" counts for people, and only before a place."""
        if not self.language.articles:
            return False
        town = binding.destination
        near = town is not None and town.first - binding.trigger.last <= 1
        return not near or not any(p.kind in ("person", "group", "title", "reference") for p in binding.left)

    def _embassy(self, binding: Binding) -> Party | None:
        """ "visited the embassy of Russia in Beirut": whose house stands between the trigger and the place."""
        group = self._group_after(binding.trigger.last, binding.right_limit, reach=1)
        house = group[0] if group else None
        town = binding.destination
        if house is None or town is None or town.venue or house.last > town.first or house in binding.left:
            return None
        return house if house.kind == "org" and house.place is None and house.side else None
