"""Who acts, in a language with cases: the nominative of the clause, or the dative beside an impersonal verb."""

from ..parties.parties import Party
from ..words.spans import Span
from .bindings import Binding
from .caseregions import FAR, CaseRegions, may_be

_OUTSIDE = 12  # what a border between a subject and its verb costs


class CaseSubjects(CaseRegions):
    """Finds the subject of a trigger."""

    def _nominative(self, binding: Binding, *, object_case: str) -> list[Party]:
        """The subject: a nominative of the clause, sooner one that can be nothing else."""
        trigger = binding.trigger
        limit = self._after_saying(trigger)
        # "обсудил результаты переговоров": a noun that names no partner is not the subject's own
        alone = binding.rule.frame == "noun" and not binding.right and binding.left_limit > limit
        candidates: list[tuple[tuple[int, int], Party]] = []
        free = [
            p for p in self._bare() if may_be(p, "nom") and p not in self.taken and not self._of_matter(p)
        ]
        leading = [p for p in self.phrases.parties if p.oblique == "company" and p.cases == {"nom"}]
        for party in free or leading:  # "на переговорах с A делегацию возглавлял B"
            before = party.last <= trigger.first
            if before and party.first < limit:
                continue
            if before and alone and party.first < binding.left_limit:
                continue
            if not before and not trigger.first <= party.first < binding.right_limit:
                continue
            distance = self._gap(party, trigger)
            if distance > (2 * FAR if before else FAR):
                continue
            somebody = party.means == "relative" and bool(party.people)  # "X, который посетил": no accusative
            sure = "nom" in party.cases and (somebody or object_case not in party.cases)
            cost = (0 if sure else 40) + distance + (0 if before else 6) + self._beyond_clause(party, trigger)
            candidates.append(((cost, distance), party))
        if candidates:
            chosen = min(candidates, key=lambda c: c[0])[1]
            return self._coordinated(chosen)
        if obliged := self._obliged(binding):
            return self._coordinated(obliged)
        if limit and not alone and (speaker := self._speaker(trigger, limit)):
            return self._coordinated(speaker)
        return [] if alone else next((left for left in reversed(self.subjects) if left), [])

    def _of_matter(self, party: Party) -> bool:
        """ "после ударов США": an abbreviation behind a noun that has an owner is no subject."""
        matter = self._behind(party, "matter") or self._concerns(party)
        return party.kind == "org" and party.cases != {"nom"} and matter

    def _concerns(self, party: Party) -> bool:
        """ "решения по Сирии": what something is about."""
        return self.language.has("concerning", self.tokens[party.first - 1].key)

    def _beyond_clause(self, party: Party, trigger: Span) -> int:
        """ "посетила министерство, где ее принял X": a subject outside the clause is one of last resort."""
        words = range(party.last, trigger.first)
        # "возглавлял делегацию A, и принял его B": a comma before "and" begins a clause of its own
        anew = any(self.tokens[i].text == "," and self.spans.has(i + 1, "and") for i in words)
        outside = anew or any(self.spans.has(i, "clause", "relative") for i in words)
        return _OUTSIDE if outside or self._within_clause(party, trigger) else 0

    def _within_clause(self, party: Party, trigger: Span) -> bool:
        """ "по случаю соглашения, которое готовили египтяне, встретились ...": a clause closed before the verb."""
        if not any(self._comma(i) for i in range(party.last, trigger.first)):
            return False
        for index in range(party.first - 1, max(party.first - FAR, self.spans.sentence.first), -1):
            if self._comma(index):
                return False
            if self.spans.has(index, "relative"):
                return self._comma(index - 1) or self._comma(index - 2)
        return False

    def _obliged(self, binding: Binding) -> Party | None:
        """ "Путину предстоит встретиться с ...", "его ждут переговоры с ...": who acts is no nominative."""
        first, last = self.spans.sentence.first, self.spans.sentence.last
        near = range(max(first, binding.trigger.first - FAR), min(last, binding.trigger.last + FAR))
        for kind, case in (("impersonal", "dat"), ("awaiting", "acc")):
            if not any(self.spans.has(i, kind) for i in near):
                continue
            acting = [p for p in self._bare() if case in p.cases and "nom" not in p.cases]
            free = [p for p in acting if p not in self.taken and p not in binding.right]
            free = [p for p in free if not self._concerns(p)]
            if free:
                return min(free, key=lambda p: self._gap(p, binding.trigger))
        return None

    def _speaker(self, trigger: Span, limit: int) -> Party | None:
        """ "Богданов сообщил, что встретился с ...": the speaker, when the clause names nobody else."""
        before = [p for p in self._bare() if p.first < limit and may_be(p, "nom") and p not in self.taken]
        return before[-1] if before and trigger.first - before[-1].last < 3 * FAR else None
