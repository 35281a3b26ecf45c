"""Names that no list holds and no title shows: what begins a clause before a verb, or stands before ", who"."""

from collections.abc import Callable, Iterator

from ..words.spans import Span
from .gaps import Gaps

_NAME = 7  # tokens of a name, hyphens counted
_ADVERBS = 3  # words between a subject and its verb
_VERBS = frozenset({"active", "receive", "passive", "travel", "stay", "send"})
_OPENERS = ("clause", "and", "with", "between", "agent", "company")

#: the capitalised name at a token, where there is one
Read = Callable[[int, set[int]], Span | None]


class ClauseNames(Gaps):
    """Finds names by the clause they stand in, in a script with capitals."""

    def names(self, covered: set[int], read: Read) -> Iterator[Span]:
        """ "Noeleen Heyzer met ...", "Tadesse Worede, who commands ...": two capitalised words or more."""
        for end in sorted({*self._before_verbs(), *self._before_clauses()}):
            start = end
            while start > self.sentence.first and end - start < _NAME and start - 1 not in covered:
                word = self.tokens[start - 1]
                if not (self._name_word(word, start - 1, cased=True) or self.hyphenates(start - 1)):
                    break
                start -= 1
            opens = start == self.sentence.first or not self.tokens[start - 1].word
            opens = opens or self.spans.has(start - 1, *_OPENERS) or self._is_met(start)
            if end - start < 2 or not opens:
                continue
            name = read(start, covered)
            if name and name.last == end:
                yield name

    def _before_verbs(self) -> Iterator[int]:
        for trigger in self.spans.tables.get("trigger", ()):
            if trigger.rule.frame not in _VERBS:
                continue
            end = trigger.first
            while end > self.sentence.first and trigger.first - end < _ADVERBS and self._aside(end - 1):
                end -= 1
            yield end

    def _before_clauses(self) -> Iterator[int]:
        if self.spans.holds("of_people"):
            for index in range(self.sentence.first + 2, self.sentence.last - 1):
                if self._comma(index) and self.spans.has(index + 1, "of_people"):
                    yield index

    def _is_met(self, start: int) -> bool:
        """ "received | Noeleen Heyzer, who ...": whether a verb of contact ends before a name."""
        return any(t.last == start and t.rule.frame in _VERBS for t in self.spans.tables.get("trigger", ()))

    def _aside(self, index: int) -> bool:
        """Whether a word may stand between a subject and its verb: "has", "also"."""
        token = self.tokens[index]
        said = token.key in self.language.stop_words or self.language.has("auxiliary", token.key)
        return token.word and token.text.islower() and said
