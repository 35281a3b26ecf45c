"""Names in Latin letters that no list holds: how far they go back, ages beside them, and near spellings."""

from ..words.spans import Span
from .finder import Finder

NAME = 7  # tokens of a name, hyphens counted


class PlainNames(Finder):
    """Finds how far a name goes, and whom its spelling means."""

    def _aged(self, comma: int) -> int:
        """The comma behind the name of "X, 73 tahun, mantan menteri": how old he is stands between."""
        token = self.tokens[comma - 1]
        if not (token.word and comma - 3 > self.sentence.first):
            return comma
        number = self.tokens[comma - 2]
        before = comma - 3
        return before if number.key.isdecimal() and self._comma(before) else comma

    def _near_registry(self, found: list[Span], covered: set[int]) -> None:
        """Names without a title whose spelling is nearly one of the registry's: "bertemu Sher Abbas Stanekzai"."""
        start = self.sentence.first
        while start < self.sentence.last:
            end = start
            while end < self.sentence.last and end not in covered and end - start < NAME:
                if not self._name_word(self.tokens[end], end, cased=True) and not self.hyphenates(end):
                    break
                end += 1
            if end - start > 1 and (
                person := self.people.nearly(self.tokens[start:end], self.language, self.lexicon)
            ):
                found.append(Span(start, end, [person]))
                covered.update(range(start, end))
            start = max(end, start + 1)
