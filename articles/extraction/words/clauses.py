"""Relative clauses between commas: what is said inside one is said of nothing outside."""

from collections.abc import Sequence

from .spans import SentenceSpans
from .text import Token


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
