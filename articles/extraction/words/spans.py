"""The words of a sentence that the language or the lexicon knows, and what they may mean there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .language import Rule
from .names import Name
from .sentences import Sentence

_NAMES, _PEOPLE = "name", "people"  # no table is called so
_OF_PEOPLE = ("person", "short")  # names of people
_NO_READINGS: list[Any] = []


@dataclass(slots=True)
class Span:
    """Tokens ``first`` to ``last`` (exclusive) and everything they may mean."""

    first: int
    last: int
    values: list[Any]
    slots: dict[str, Any] = field(default_factory=dict)
    prefix: str = ""
    cases: frozenset[str] = frozenset()
    by_table: "dict[str, list[Any]] | None" = field(default=None, init=False, repr=False, compare=False)

    @property
    def rule(self) -> Rule:
        """The first meaning, where it is a rule of the language."""
        return self.values[0]


@dataclass(slots=True)
class SentenceSpans:
    """The spans of one sentence by table, and the word classes of its tokens."""

    sentence: Sentence
    atoms: list[Span] = field(default_factory=list)
    outlets: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    tables: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    classes: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    listed: set[str] = field(default_factory=set)  # the word lists that any of its tokens stands in
    bent: dict[int, frozenset[str]] = field(default_factory=dict)  # the cases of such a word
    shapes: dict[int, frozenset[str]] = field(default_factory=dict)  # what words are by their affixes
    signs: dict[str, list[int]] = field(default_factory=dict)  # where each sign stands
    #: ", as X said,": no part of the clause around
    remarks: list[tuple[int, int]] = field(default_factory=list)

    def sayings(self) -> list[Span]:
        """The verbs of saying, but those of remarks."""
        return [s for s in self.tables.get("reporting", ()) if not self.in_remark(s.first)]

    def in_remark(self, index: int) -> bool:
        """Whether a token stands in a remark."""
        return any(first <= index < last for first, last in self.remarks)

    def holds(self, *names: str) -> bool:
        """Whether any token of the sentence stands in one of the word lists: asked before each is."""
        return not self.listed.isdisjoint(names)

    def shows(self, signs: Iterable[str]) -> bool:
        """Whether any of these signs stands in the sentence."""
        return not self.signs.keys().isdisjoint(signs)

    def has(self, index: int, *names: str) -> bool:
        """Whether a token stands in one of the word lists."""
        found = self.classes.get(index)
        return found is not None and not found.isdisjoint(names)

    def shaped(self, index: int, *names: str) -> bool:
        """Whether a token begins or ends as the words of one of these classes do: "gerund"."""
        shape = self.shapes.get(index)
        return shape is not None and not shape.isdisjoint(names)


def _sort(span: Span) -> dict[str, list[Any]]:
    """The readings of a span by table, kept: they are asked for some hundred times an article."""
    readings: dict[str, list[Any]] = {_NAMES: []}
    for value in span.values:
        if isinstance(value, Rule):
            readings.setdefault(value.table, []).append(value)
            continue
        named = isinstance(value, Name)
        if named:
            readings[_NAMES].append(value)
        if not named or value.kind in _OF_PEOPLE:  # on no list, or on one
            readings.setdefault(_PEOPLE, []).append(value)
    span.by_table = readings
    return readings


def names_in(span: Span) -> list[Name]:
    """The registry's readings of a span."""
    return (span.by_table or _sort(span)).get(_NAMES, _NO_READINGS)


def is_person(span: Span) -> bool:
    """Whether a span names a person, on a list or not."""
    return _PEOPLE in (span.by_table or _sort(span))


def rules_in(span: Span, table: str) -> list[Rule]:
    """The language's readings of a span of one table."""
    return (span.by_table or _sort(span)).get(table, _NO_READINGS)
