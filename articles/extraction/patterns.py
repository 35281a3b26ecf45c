"""The small pattern language of the language folders, and the trie that finds its patterns.

``<a|b>`` is one of both, ``<a>`` is optional, ``{slot}`` is a value such as ``{weekday}``,
``*`` is up to four words without a sign between them. Everything else is a word or a sign of
the text, compared in folded form. ``word~`` stands for every inflected form of the word.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .text import Token, tokenise

GAP = 4
_MAX_FORMS = 30000
_SLOT = re.compile(r"\{(\w+)\}")

#: reads a slot at a token: (index after it, its value) for every reading
SlotReader = Callable[[Sequence[Token], int], Iterable[tuple[int, Any]]]
Inflect = Callable[[str], Iterable[tuple[str, frozenset[str]]]]


@dataclass(slots=True)
class Hit:
    """A pattern found: tokens ``first`` to ``last`` (exclusive), with the values of its slots."""

    first: int
    last: int
    value: Any
    slots: dict[str, Any]
    prefix: str = ""  # attached particle taken off the first word ("ب", "و")
    cases: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    slots: dict[str, "_Node"] = field(default_factory=dict)
    gap: "_Node | None" = None
    ends: list[tuple[Any, frozenset[str]]] = field(default_factory=list)


def expand(pattern: str) -> list[str]:
    """Every plain form of a pattern: ``<a|b> c<d>`` gives four."""
    forms = [""]
    position = 0
    while position < len(pattern):
        if pattern[position] != "<":
            forms = [form + pattern[position] for form in forms]
            position += 1
            continue
        close = _closing(pattern, position)
        inner = _alternatives(pattern[position + 1 : close])
        choices = [form for part in inner for form in expand(part)]
        if len(inner) == 1:
            choices.append("")
        forms = [form + choice for form in forms for choice in choices]
        if len(forms) > _MAX_FORMS:
            raise ValueError(f"stands for more than {_MAX_FORMS} forms")
        position = close + 1
    return list(dict.fromkeys(" ".join(form.split()) for form in forms))


def _closing(pattern: str, opening: int) -> int:
    depth = 0
    for position in range(opening, len(pattern)):
        depth += {"<": 1, ">": -1}.get(pattern[position], 0)
        if depth == 0:
            return position
    raise ValueError("has a '<' that is never closed")


def _alternatives(inner: str) -> list[str]:
    parts, depth = [""], 0
    for character in inner:
        depth += {"<": 1, ">": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


class Trie:
    """Finds many patterns in one pass over the tokens; its size does not slow the pass."""

    def __init__(
        self,
        *,
        prefixes: Iterable[str] = (),
        readers: dict[str, SlotReader] | None = None,
        inflect: Inflect | None = None,
    ) -> None:
        self._root = _Node()
        self._prefixes = tuple(sorted(prefixes, key=len, reverse=True))
        self._readers = readers or {}
        self._inflect = inflect
        self._first: frozenset[str] | None = None

    def add(self, pattern: str, value: Any, cases: frozenset[str] = frozenset()) -> None:
        """Add one pattern; raises ValueError with the reason when it cannot be read."""
        self._first = None
        for form in expand(pattern):
            self._insert(form, value, cases)

    def _insert(self, form: str, value: Any, cases: frozenset[str]) -> None:
        nodes = [(self._root, cases)]
        for part in form.split():
            nodes = [
                (child, known & found if known and found else known or found)
                for node, known in nodes
                for child, found in self._children(node, part)
            ]
        for node, known in nodes:
            if node is self._root:
                raise ValueError("is empty or optional as a whole")
            node.ends.append((value, known))

    def _children(self, node: _Node, part: str) -> Iterator[tuple[_Node, frozenset[str]]]:
        if part == "*":
            node.gap = node.gap or _Node()
            yield node.gap, frozenset()
            return
        if slot := _SLOT.fullmatch(part):
            if slot.group(1) not in self._readers:
                raise ValueError(f"names an unknown slot {part}")
            yield node.slots.setdefault(slot.group(1), _Node()), frozenset()
            return
        if part.endswith("~") and self._inflect:
            for word, cases in self._inflect(part[:-1]):
                yield _word_path(node, word), cases
            return
        yield _word_path(node, part), frozenset()

    def finditer(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Every hit, from left to right, the longer first at each token."""
        words, starts = self._root.words, self._starts()
        for index, token in enumerate(tokens):
            key = token.key
            if key in words or key in starts or key[0] in starts:
                hits = self.match_at(tokens, index)
                if len(hits) > 1:
                    hits.sort(key=lambda hit: -hit.last)
                yield from hits

    def first_words(self) -> frozenset[str]:
        """The words with which a pattern may begin, and the letters of the prefixes before them."""
        return frozenset(self._root.words) | self._starts()

    def _starts(self) -> frozenset[str]:
        """What a hit may begin with besides the root's own words: slot values, and letters of prefixes."""
        if self._first is None:
            slots = [getattr(self._readers[name], "starts", ()) for name in self._root.slots]
            self._first = frozenset({prefix[0] for prefix in self._prefixes if prefix}.union(*slots))
        return self._first

    def match_at(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Every hit that begins at one token."""
        hits: list[Hit] = []
        for node, after, slots, prefix in self._steps(self._root, tokens, index, {}):
            self._walk(node, tokens, index, after, slots, prefix, hits)
        return hits

    def _walk(  # noqa: PLR0917 - the state of the walk
        self,
        node: _Node,
        tokens: Sequence[Token],
        first: int,
        index: int,
        slots: dict[str, Any],
        prefix: str,
        hits: list[Hit],
    ) -> None:
        for value, cases in node.ends:
            hits.append(Hit(first, index, value, slots, prefix, cases))
        if node.words or node.slots:
            for child, after, filled, _ in self._steps(node, tokens, index, slots):
                self._walk(child, tokens, first, after, filled, prefix, hits)
        if node.gap is not None:
            for skipped in range(GAP + 1):
                for child, after, filled, _ in self._steps(node.gap, tokens, index + skipped, slots):
                    self._walk(child, tokens, first, after, filled, prefix, hits)
                if index + skipped >= len(tokens) or not tokens[index + skipped].word:
                    break

    def _steps(
        self, node: _Node, tokens: Sequence[Token], index: int, slots: dict[str, Any]
    ) -> list[tuple[_Node, int, dict[str, Any], str]]:
        # Lists, not generators: most steps lead nowhere, and this runs some thousand times an article.
        steps: list[tuple[_Node, int, dict[str, Any], str]] = []
        if index >= len(tokens):
            return steps
        token = tokens[index]
        if not token.word and token.text in _PASSED_OVER and node is not self._root:
            if child := node.words.get("-" if token.text in _HYPHENS else token.key):
                steps.append((child, index + 1, slots, ""))
            index += 1  # "Abu-Marzouk" is "Abu Marzouk", the movement "Hamas" the movement Hamas
            if index >= len(tokens):
                return steps
            token = tokens[index]
        if child := node.words.get(token.key):
            steps.append((child, index + 1, slots, ""))
        if self._prefixes and token.word:
            for prefix, rest in _without_prefix(token.key, self._prefixes):
                if child := node.words.get(rest):
                    steps.append((child, index + 1, slots, prefix))
        for name, child in node.slots.items():
            for after, value in self._readers[name](tokens, index):
                filled = {**slots, name if name not in slots else f"{name}2": value}
                steps.append((child, after, filled, ""))
        return steps


_HYPHENS = frozenset("-‐‑–־")
_PASSED_OVER = _HYPHENS | frozenset('"“«(„')


def particle(prefix: str) -> str:
    """The particle of a prefix without the article behind it: "ب" of "بال", "ل" of "لل", none of "ال"."""
    if prefix.endswith("لل"):
        return prefix[:-1]
    return prefix.removesuffix("ال")


@lru_cache(maxsize=1 << 15)
def _without_prefix(key: str, prefixes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each prefix that a word may begin with, and what stands behind it; the longer prefix first."""
    return tuple(
        (prefix, rest)
        for prefix in prefixes
        if key.startswith(prefix) and len(key) > len(prefix) + 1
        for rest in _after_prefix(key, prefix)
    )


def _after_prefix(key: str, prefix: str) -> tuple[str, ...]:
    # لل is ل before ال: "للرئيس" is "الرئيس" with ل
    rest = key[len(prefix) :]
    return (rest, "ال" + rest) if prefix.endswith("لل") else (rest,)


def _word_path(node: _Node, word: str) -> _Node:
    for token in tokenise(word):
        if token.text not in _HYPHENS:
            node = node.words.setdefault(token.key, _Node())
        elif len(word) == 1:
            node = node.words.setdefault("-", _Node())
    return node
