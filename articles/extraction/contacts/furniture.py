"""What the page itself says of when and where: the dates above the parts of a chronicle, and the dateline."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from ..binding.bindings import Binding
from ..dates.edtf import When
from ..dates.resolving import dated
from ..dates.when import Dated
from ..words.gazetteer import Place, load_gazetteer
from ..words.language import Language
from ..words.layout import Block
from ..words.spans import Span
from ..words.text import Token

_PROSE = 60  # characters of a line that is text of the article


class Furniture:
    """The headings of a chronicle and the dateline of one article."""

    def __init__(
        self, tokens: Sequence[Token], blocks: Sequence[Block], language: Language, published: date | None
    ) -> None:
        self.tokens, self.language, self.published = tokens, language, published
        self.dateline = self._dateline(blocks)
        self.report_day = self._report_day(blocks)
        self.headings = self._headings(blocks)

    def _headings(self, blocks: Sequence[Block]) -> list[tuple[int, Span, When]]:
        """The lines of a chronicle that are nothing but a date, with their first token and days."""
        headings, told = [], False
        for block in blocks:
            told = told or (block.role == "body" and block.end - block.start > _PROSE)
            if not told or block.role not in ("clock", "subhead"):
                continue
            first = bisect_left(self.tokens, block.start, key=lambda t: t.start)
            last = bisect_left(self.tokens, block.end, key=lambda t: t.start)
            for hit in self.language.times.finditer(self.tokens[first:last]):
                span = Span(first + hit.first, first + hit.last, [hit.value], hit.slots)
                when = dated(span, published=self.published, planned=False, before=None)
                if when and hit.first == 0 and hit.last == last - first:
                    headings.append((first, span, when))
                    break
        return headings

    def heading_of(self, binding: Binding) -> Dated | None:
        """The date above the paragraphs of a chronicle."""
        position = bisect_left(self.headings, binding.trigger.first, key=lambda h: h[0])
        return Dated(*self.headings[position - 1][1:]) if position else None

    def _report_day(self, blocks: Sequence[Block]) -> Dated | None:
        """The day that a dateline gives, where it is the day of publication: news without a day is of that day."""
        for block in blocks:
            if not block.dateline:
                continue
            start, end = block.dateline
            inside = [i for i, t in enumerate(self.tokens) if start <= t.start and t.end <= end]
            for hit in self.language.times.finditer([self.tokens[i] for i in inside]):
                span = Span(inside[hit.first], inside[hit.last - 1] + 1, [hit.value], hit.slots)
                when = dated(span, published=self.published, planned=False, before=None)
                if when and when.exact and when.earliest == self.published:
                    return Dated(span, when)
        return None

    def _dateline(self, blocks: Sequence[Block]) -> tuple[Place, tuple[int, int]] | None:
        for block in blocks:
            if block.dateline_place:
                start, end = block.dateline_place
                words = [t for t in self.tokens if start <= t.start and t.end <= end]
                for hit in self.language.marks.finditer(words):
                    if hit.value.table == "place" and hit.value.says in load_gazetteer():
                        return hit.value.row["place"], (start, end)
        return None
