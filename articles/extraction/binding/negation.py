"""Who of those told together is left out: "met A but not B", "встретился не с A, а с B"."""

from ..parties.parties import Party
from .sequels import Sequels

_REACH = 4  # words between "but not" and whom it leaves out


class Negation(Sequels):
    """Parts the denied of a trigger's objects from the others."""

    def split_negated(self, right: list[Party], trigger_last: int) -> tuple[list[Party], list[Party]]:
        """The objects that were met, and those that the sentence denies."""
        for position, party in enumerate(right):
            if position and self._left_out(right[position - 1].last, party.first):
                return right[:position], right[position:]
        if not right:
            return [], []
        if instead := self._instead(right):
            return instead, right
        return right, self._but_not(right, trigger_last)

    def _left_out(self, first: int, last: int) -> bool:
        return self.spans.holds("but_not") and any(self.spans.has(i, "but_not") for i in range(first, last))

    def _but_not(self, right: list[Party], trigger_last: int) -> list[Party]:
        """Whom "but not" leaves out behind the border at which the objects end."""
        last = max(right[-1].last, trigger_last)
        limit = next((t.first for t in self.triggers if t.first >= last), self.spans.sentence.last)
        if not self.spans.holds("but_not"):
            return []
        start = next((i for i in range(last, limit) if self.spans.has(i, "but_not")), None)
        if start is None or any(self._opens_other_clause(i) for i in range(last, start)):
            return []  # "assured Putin that he did not trust the Americans"
        group = self._group_after(start, limit, reach=_REACH)
        return group if group and group[0].oblique == right[0].oblique else []

    def _opens_other_clause(self, index: int) -> bool:
        return self.spans.has(index, "clause", "relative") and not self.spans.has(index, "but_not")

    def _instead(self, right: list[Party]) -> list[Party]:
        """ "не с A, а с B": whom he met instead of those named first."""
        word = right[0].first - (2 if right[0].oblique else 1)
        if word < self.spans.sentence.first or not self.spans.has(word, "not"):
            return []
        others = [p for p in self.phrases.parties if 0 < p.first - right[-1].last <= _REACH]
        same = bool(others) and others[0].oblique == right[0].oblique and bool(right[0].oblique)
        return [others[0]] if same and self.tokens[right[-1].last].text in ",،" else []
