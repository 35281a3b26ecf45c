"""Clauses between commas that describe somebody: what is said inside one is said of nothing outside."""

import re
from collections.abc import Sequence

from .spans import SentenceSpans
from .text import Token

#: "высказавший", "действующая", "подписанное", "возглавляемых": the ending of a participle in Russian
_PARTICIPLE = re.compile(
    r".{3,}((вш|[уюая]щ)(ий|ая|ее|ие|его|ему|им|ем|ей|ую|их|ими)(ся)?|(нн|[еи]м)(ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми))"
)


def relative_clauses(spans: SentenceSpans, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The clauses that a comma opens before "который" and another one closes, the sentence going on behind it."""
    found: list[tuple[int, int]] = []
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
