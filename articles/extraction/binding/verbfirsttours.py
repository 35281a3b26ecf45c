"""Tours where the verb comes first: "جولة لA تشمل B وC": somebody goes to each of a row of countries."""

from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .bindings import Binding
from .verbfirstsubjects import VerbFirstSubjects

_TOUR = 20  # words from "a tour" to the verb that says where it goes
_GOALS = 6  # words from that verb to the first country


class VerbFirstTours(VerbFirstSubjects):
    """Binds whoever is on a tour, and where it takes him."""

    def _is_of_tour(self, trigger: Span) -> bool:
        """Whether "it comprises" is said of a tour: the word stands before the verb, or right behind it."""
        words = range(max(trigger.first - _TOUR, self.spans.sentence.first), trigger.last)
        behind = trigger.last < self.spans.sentence.last and self.spans.has(trigger.last, "tours")
        return behind or any(self.spans.has(i, "tours") for i in words)

    def _bind_tour(self, binding: Binding, index: int) -> None:
        """The traveller named behind "tour", else the subject before; every country of the row is a goal."""
        start = binding.trigger.last
        named = [p for p in self.phrases.parties if p.place is None and p.people]
        behind = [p for p in named if 0 <= p.first - start <= _GOALS and not p.oblique]
        before = [p for p in named if p.last <= binding.trigger.first and p.oblique in ("", "to")]
        binding.left = behind[:1] or before[-1:] or self._subject(index)
        first = behind[0].last if behind else start
        goals = [self._span(p) for p in self.phrases.parties if p.place and p.first >= first]
        goals = sorted(
            [*goals, *(p for p in self.phrases.places if p.first >= first)], key=lambda goal: goal.first
        )
        row = [goal for goal in goals[:1] if goal.first - first <= _GOALS]
        for goal in goals[1:] if row else ():
            if goal.first != row[-1].last or goal.place.country == row[-1].place.country:
                break
            row.append(goal)
        if row:
            binding.destination, binding.further = row[0], row[1:]
            self.taken.update(p for p in self.phrases.parties if p.first in {goal.first for goal in row})

    def _span(self, party: Party) -> PlaceSpan:
        assert party.place
        return PlaceSpan(party.first, party.last, party.place)
