"""Clauses between commas that describe somebody: what is said inside one is said of nothing outside."""

import re
from collections.abc import Sequence

from .spans import SentenceSpans, Span
from .text import Token

#: "высказавший", "действующая", "подписанное", "возглавляемых": the ending of a participle in Russian
_PARTICIPLE = re.compile(
    r".{3,}((вш|[уюая]щ)(ий|ая|ее|ие|его|ему|им|ем|ей|ую|их|ими)(ся)?|(нн|[еи]м)(ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми))"
)

_ATTRIBUTE = 5  # words from a participle to its day, and from there to its noun
_NOUNS = frozenset({"noun", "travel-noun", "round"})


def relative_clauses(spans: SentenceSpans, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The clauses that a comma opens before "который" and another one closes, the sentence going on behind it."""
    found: list[tuple[int, int]] = []
    if not spans.holds("relative"):
        return found
    first, last = spans.sentence.first, spans.sentence.last
    for index in sorted(spans.classes):
        if not spans.has(index, "relative") or index - 2 < first or (found and index < found[-1][1]):
            continue
        if tokens[index - 1].text == "," or tokens[index - 2].text == ",":
            end = next((i for i in range(index, last) if tokens[i].text == ","), None)
            if end is not None:
                found.append((index, end))
    return found


def clause_of(index: int, clauses: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The relative clause in which a token stands."""
    return next((clause for clause in clauses if clause[0] <= index < clause[1]), None)


def participial_clauses(spans: SentenceSpans, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """ "Путин, высказавший идею в мае, ...": what a comma opens before a participle that tells no contact."""
    found: list[tuple[int, int]] = []
    told = {i for t in spans.tables.get("trigger", ()) for i in range(t.first, t.last)}
    last = spans.sentence.last
    for index in range(spans.sentence.first + 2, last):
        if tokens[index - 1].text != "," or index in told or not _PARTICIPLE.fullmatch(tokens[index].key):
            continue
        found.append((index, next((i for i in range(index, last) if tokens[i].text == ","), last)))
    return found


def is_apart(index: int, other: int, clauses: Sequence[tuple[int, int]]) -> bool:
    """Whether a token stands in a clause and another one not."""
    clause = clause_of(index, clauses)
    return clause is not None and not clause[0] <= other < clause[1]


def is_of_noun_behind(time: Span, trigger: Span, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    """ "накануне намеченной на 31 января встречи позвонил": a day between a participle and the noun that it describes.

    It is the noun's own day, and of no other ``trigger``.
    """
    participles = range(max(time.first - _ATTRIBUTE, spans.sentence.first), time.first)
    opening = next((i for i in participles if _PARTICIPLE.fullmatch(tokens[i].key)), None)
    noun = next((t for t in spans.tables.get("trigger", ()) if t.first >= time.last), None)
    if opening is None or noun is None or noun is trigger or noun.rule.frame not in _NOUNS:
        return False
    told = any(t.first <= opening < t.last for t in spans.tables.get("trigger", ()))
    between = range(opening, noun.first)
    near = noun.first - time.last <= _ATTRIBUTE and all(tokens[i].word or i in _inside(time) for i in between)
    return near and not told


def _inside(span: Span) -> range:
    return range(span.first, span.last)
