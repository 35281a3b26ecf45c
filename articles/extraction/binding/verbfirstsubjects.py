"""Who acts where the verb comes first: whom a sentence opens with, and who said what it tells."""

from collections.abc import Sequence

from ..parties.parties import Party
from .binding import Binder

BARE = 1  # words between a subject and an object that no preposition introduces
_RELATIVE = 5  # words from "who" to its verb: "الذي سبق له أن"
_TOPIC = 2  # words from "as for" to whom it names


class VerbFirstSubjects(Binder):
    """Finds the subject of a trigger."""

    def _topic(self, index: int) -> list[Party]:
        """ "As for the delegation, it came before A, having landed on Sunday": whom such an opening names acts."""
        first, opening = self.spans.sentence.first, self.triggers[index].first
        named = [p for p in self.phrases.parties if p.last <= opening]
        beside = bool(named) and named[0].first - first <= _TOPIC and not named[0].oblique
        return named[:1] if beside and self.spans.has(first, "topical") and named[0].kind != "org" else []

    def _of_time_clause(self, index: int) -> list[Party]:
        """ "put it to A when he was in Moscow": who stands right before such a clause acts in it."""
        first = self.triggers[index].first
        if not self.spans.has(first - 1, "when"):
            return []
        return [p for p in self.phrases.parties if p.people and 0 <= first - 1 - p.last <= BARE][-1:]

    def _of_relative_clause(self, index: int) -> list[Party]:
        """ "كان في الوفد A، الذي أمضى بدوره ساعة مع B": whom the clause describes acts, whatever stands before him."""
        trigger = self.triggers[index]
        first, limit = trigger.first, max(trigger.first - _RELATIVE, self.spans.sentence.first)
        if trigger.rule.frame != "active" or trigger.rule.row.get("object") == "before":
            return []
        opens = next((i for i in range(first - 1, limit, -1) if self.spans.has(i, "relative")), None)
        if opens is None:
            return []
        told = (*self.triggers, *self.spans.tables.get("reporting", ()))
        closed = any(opens < span.first < first for span in told)
        named = any(opens < p.first < first for p in self.phrases.parties)
        head = [p for p in self.phrases.parties if 0 <= opens - p.last <= BARE and p.people and p.side]
        return [] if closed or named else head[-1:]

    def _subject(self, index: int, *, noun: bool = False, without: Sequence[Party] = ()) -> list[Party]:
        if not noun and (known := self._topic(index) or self._of_time_clause(index)):
            return known
        if not noun and (known := self._of_relative_clause(index)):
            return known
        if noun and (known := self._who_had_said(index)):
            return known
        if noun and self._praises(index):
            return []
        houses = [p for p in self.phrases.parties if p.means == "embassy"]  # where it was, not who it was
        return super()._subject(index, noun=noun, without=[*without, *houses])

    def _who_had_said(self, index: int) -> list[Party]:
        """ "كان A **قد** أعرب خلال لقاء مع B": A stands before the verb of saying, and acts in what it is told of."""
        first = self.triggers[index].first
        said = [s for s in self.spans.tables.get("reporting", ()) if s.last <= first]
        if not said or not self.spans.has(said[-1].first - 1, "perfective"):
            return []
        before = [p for p in self.phrases.parties if p.last <= said[-1].first - 1]
        named = [p for p in before if p.people and not p.oblique and said[-1].first - 1 - p.last <= BARE]
        behind = any(said[-1].last <= p.first < first and not p.oblique for p in self.phrases.parties)
        return [] if behind or not named else self._group_before(named[-1], before)

    def _praises(self, index: int) -> bool:
        """ "أشاد A **باجتماعات** القاهرة": whoever says something of talks, behind such a verb, was not at them."""
        first = self.triggers[index].first
        about = self.spans.shaped(first, "by")
        return about and any(
            self.spans.has(p.first - 1, "apart") and 0 <= first - p.last <= BARE
            for p in self.phrases.parties
            if p.last <= first
        )
