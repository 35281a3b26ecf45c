"""Who the article says it from: found in the entry's own sentences."""

from collections.abc import Iterator, Sequence

from ..types import Document, Evidence
from ..words.language import Language
from ..words.names import Name
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .drafts import Draft, shown

_NEXT = 1  # words between an outlet and its verb
_REACH = 6  # tokens between "as reported by" and the outlet


def sources_of(
    entry: Draft,
    spans: Sequence[SentenceSpans],
    *,
    tokens: Sequence[Token],
    document: Document,
    language: Language,
) -> tuple[tuple[str, ...], list[Evidence]]:
    """Outlets that a phrase of attribution introduces, and statements, in the sentences of an entry."""
    names: list[str] = []
    evidence: list[Evidence] = []
    for sentence in _sentences(entry, spans):
        for mark in sentence.tables.get("attribution", ()):
            if mark.rule.says == "statement":
                names.append("statement")
                evidence.append(shown("attribution", mark.first, mark.last, tokens=tokens, document=document))
        for outlet in sentence.outlets:
            if words := _introduced(outlet, sentence, tokens, language):
                name: Name = outlet.values[0]
                names.append(name.entry.name)
                evidence.append(shown("attribution", *words, tokens=tokens, document=document))
    return tuple(dict.fromkeys(names)), evidence


def _introduced(
    outlet: Span, sentence: SentenceSpans, tokens: Sequence[Token], language: Language
) -> tuple[int, int] | None:
    """The words that make an outlet the source: "reported by X", "told X", "X writes"; None where there are none."""
    if tokens[outlet.first].key in language.stop_words:
        return None  # "كان" is "was" before it is a broadcaster
    for table in ("attribution", "reporting"):
        for mark in sentence.tables.get(table, ()):
            if mark.first <= outlet.first <= mark.last + _REACH and outlet.last > mark.last:
                return mark.first, outlet.last
            if 0 <= mark.first - outlet.last <= _NEXT:
                return outlet.first, mark.last
    return None


def _sentences(entry: Draft, spans: Sequence[SentenceSpans]) -> Iterator[SentenceSpans]:
    """The sentences an entry's triggers stand in, and the one after."""
    near = {index + after for index in entry.told_in for after in (0, 1)}
    for index in sorted(near):
        if index < len(spans) and spans[index].sentence.block.role == "body":
            yield spans[index]
