"""One verb said once: "15 января прилетел A, 16 января — B", "в среду встретился с A, в четверг — с B"."""

from dataclasses import replace

from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .bindings import Binding
from .casejourneys import CaseJourneys
from .caseregions import may_be

_DASHES = frozenset("—–-")
_VERBS = frozenset({"active", "receive", "passive", "travel"})
_REACH = 40  # words from a verb to what tells it again: keeps hostile texts linear
_NEAR = 3  # words between the dash and who or where


class Ellipsis(CaseJourneys):
    """Finds what a dash stands for a verb of."""

    def without_verb(self, binding: Binding) -> list[Binding]:
        """The contacts that a verb tells again, with a dash in its place."""
        spans, found = self.spans, []
        if binding.rule.frame not in _VERBS or not binding.left:
            return []
        last = spans.sentence.last
        limit = next((t.first for t in self.triggers if t.first >= binding.trigger.last), last)
        for dash in range(binding.trigger.last, min(limit, last - 1, binding.trigger.last + _REACH)):
            token = self.tokens[dash]
            spaced = token.end < self.tokens[dash + 1].start
            if token.text in _DASHES and spaced and (told := self._told_again(binding, dash)):
                found.append(told)
        return found

    def _told_again(self, binding: Binding, dash: int) -> Binding | None:
        """What stands before a dash is when, where or who; behind it who, with whom or where."""
        comma = dash - 1
        while comma > binding.trigger.last and self.tokens[comma].text not in ",;":
            comma -= 1
        day = next((t for t in self.spans.times if comma < t.first and t.last <= dash), None)
        before = next((p for p in self._bare() if comma < p.first and p.last <= dash), None)
        behind = next((p for p in self.phrases.parties if 0 <= p.first - dash - 1 < _NEAR), None)
        town = next((p for p in self.phrases.places if 0 <= p.first - dash - 1 < _NEAR), None)
        if comma <= binding.trigger.last or not (day or (before and may_be(before, "nom"))):
            return None
        told = replace(binding, day=day, anchor=Span(dash, dash + 1, binding.trigger.values))
        if before and before is not behind:
            told.left = self._coordinated(before)
        return self._completed(told, behind, town)

    def _completed(self, told: Binding, behind: Party | None, town: PlaceSpan | None) -> Binding | None:
        """A contact with who or what stands behind the dash in its place."""
        travels = told.rule.frame == "travel"
        if town and travels and (behind is None or town.first <= behind.first):
            told.destination = town
            return told
        if behind is None or behind in told.left or behind.kind == "reference":
            return None
        if (behind.oblique == "with" and told.rule.frame == "active") or (
            told.rule.frame == "receive" and behind.cases and "nom" not in behind.cases
        ):
            told.right = self._coordinated(behind)
        elif not behind.oblique and may_be(behind, "nom") and behind.side:
            told.left = self._coordinated(behind)
        else:
            return None
        return told
