"""Finds many patterns in one pass over the tokens: a walk through the ``graph`` they are put into."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from .graph import END, HYPHENS, NO_CASES, Node, Pattern, Step, put_words, word_step
from .patterns import Choice, Sequence_, parse
from .text import Token

GAP = 4
_SLOT = re.compile(r"\{(\w+)\}")
_SIGNS = re.compile(r"[<*{~]")  # of a pattern that is more than words

#: reads a value at a token: (index after it, the value) for every reading
Read = Callable[[Sequence[Token], int], Iterable[tuple[int, Any]]]
#: each prefix a word may begin with, and what stands behind it
Cut = Callable[[str], tuple[tuple[str, str], ...]]
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


@dataclass(frozen=True, slots=True)
class SlotReader:
    """Reads the values of a slot; asked only at the words that one may begin with."""

    read: Read
    begins: Callable[[str], bool]  # whether a value may begin with a word
    optional: bool = False  # a pattern may go on without any value


class _Ways(NamedTuple):
    """How patterns may begin with a word: behind each prefix, and with the value of a slot."""

    alone: tuple[tuple[Any, str, frozenset[str]], ...]  # patterns that are this word: value, prefix, cases
    words: tuple[tuple[str, Node], ...]  # where more words follow it
    slots: tuple[tuple[str, Node], ...]


class _Beginnings:
    """What begins with a word in a finished graph. Most words of a text are common ones: asked once a word."""

    def __init__(
        self, root: Node, readers: Mapping[str, SlotReader], cut: Cut | None, meet: Callable[[str], None]
    ) -> None:
        self.readers, self.cut, self._root, self._meet = readers, cut, root, meet
        #: the slots of which a value may begin with a word
        self.slots: Callable[[str], frozenset[str]] = lru_cache(maxsize=1 << 14)(self._find_slots)
        #: how patterns may begin with a word, None where none does
        self.ways: Callable[[str], _Ways | None] = lru_cache(maxsize=1 << 14)(self._find_ways)

    def _find_slots(self, key: str) -> frozenset[str]:
        return frozenset(name for name, reader in self.readers.items() if reader.begins(key))

    def _find_ways(self, key: str) -> _Ways | None:
        words, begun = self._root.words, self.slots(key)
        read_as = [("", key), *(self.cut(key) if self.cut else ())]
        for _, word in read_as:
            self._meet(word)
        nodes = [(prefix, words[word]) for prefix, word in read_as if word in words]
        slots = [(name, node) for name, node in self._root.slots.items() if name in begun]
        if not nodes and not slots:
            return None
        alone = [(value, prefix, cases) for prefix, node in nodes for value, cases in node.ends]
        more = [(prefix, node) for prefix, node in nodes if node.words or node.slots or node.gap]
        return _Ways(tuple(alone), tuple(more), tuple(slots))


class Trie:
    """Finds many patterns in one pass over the tokens; its size does not slow the pass."""

    def __init__(
        self,
        *,
        prefixes: Iterable[str] = (),
        readers: dict[str, SlotReader] | None = None,
        inflect: Inflect | None = None,
    ) -> None:
        self._root = Node()
        longest_first = tuple(sorted(prefixes, key=len, reverse=True))
        self._cut = _prefix_cutter(longest_first) if longest_first else None
        self._readers = readers or {}
        self._inflect = inflect
        self._known: _Beginnings | None = None  # once asked for

    def add(self, pattern: str, value: Any, cases: frozenset[str] = frozenset()) -> None:
        """Add one pattern; raises ValueError with the reason when it cannot be read."""
        self._known = None
        if not _SIGNS.search(pattern):  # names: forty thousand forms of them in a language with cases
            put_words(self._root, pattern, value, cases)
            return
        steps = self._linked(parse(pattern), END)
        if any(step.sort == "end" for step in steps):
            raise ValueError("is empty or optional as a whole")
        Pattern(value).put(self._root, steps, cases)

    def _linked(self, parts: Sequence_, after: tuple[Step, ...]) -> tuple[Step, ...]:
        """The first steps of a sequence, each leading to the next; ``after`` follows the last."""
        for part in reversed(parts):
            if isinstance(part, Choice):
                after = tuple(step for way in part.ways for step in self._linked(way, after))
            else:
                after = self._step(part, after)
        return after

    def _step(self, part: str, after: tuple[Step, ...]) -> tuple[Step, ...]:
        if part == "*":
            return (Step("gap", "", NO_CASES, after),)
        if slot := _SLOT.fullmatch(part):
            if slot.group(1) not in self._readers:
                raise ValueError(f"names an unknown slot {part}")
            filled = Step("slot", slot.group(1), NO_CASES, after)
            return (filled, *after) if self._readers[slot.group(1)].optional else (filled,)
        if part.endswith("~") and self._inflect:
            bent = self._inflect(part[:-1])
            return tuple(word_step(word, cases, after) for word, cases in bent)
        return (word_step(part, NO_CASES, after),)

    def finditer(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Every hit, from left to right, the longer first at each token."""
        known = self._beginnings()
        walk = _Walk(known, tokens)
        for index, ways in enumerate(map(known.ways, [token.key for token in tokens])):
            if ways:
                hits = walk.from_token(index, ways)
                if len(hits) > 1:
                    hits.sort(key=_longer_first)
                yield from hits

    def _beginnings(self) -> _Beginnings:
        if self._known is None:
            self._known = _Beginnings(self._root, self._readers, self._cut, self._meet)
        return self._known

    def _meet(self, key: str) -> None:
        """A word is looked up for the first time: for a trie that grows."""

    def begins(self, key: str) -> bool:
        """Whether a pattern may begin with a word: one that begins with no slot."""
        words = self._root.words
        return key in words or bool(self._cut and any(rest in words for _, rest in self._cut(key)))

    def read(self, slot: str, tokens: Sequence[Token], index: int) -> Iterable[tuple[int, Any]]:
        """What one of the slots may be at a token: the index after it, and its value."""
        return self._readers[slot].read(tokens, index)

    def match_at(self, tokens: Sequence[Token], index: int) -> list[Hit]:
        """Every hit that begins at one token."""
        known = self._beginnings()
        ways = known.ways(tokens[index].key) if index < len(tokens) else None
        return _Walk(known, tokens).from_token(index, ways) if ways else []


class _Walk:
    """Follows a trie through the tokens."""

    __slots__ = ("begun", "cut", "first", "hits", "prefix", "read", "readers", "size", "tokens")

    def __init__(self, known: _Beginnings, tokens: Sequence[Token]) -> None:
        self.begun, self.readers, self.cut = known.slots, known.readers, known.cut
        self.tokens, self.size = tokens, len(tokens)
        self.read: dict[tuple[str, int], list[tuple[int, Any]]] = {}  # readings of slots at tokens
        self.hits: list[Hit] = []
        self.first, self.prefix = 0, ""

    def from_token(self, index: int, ways: _Ways) -> list[Hit]:
        """Every hit that begins at one token."""
        hits: list[Hit] = []
        self.hits, self.first, behind = hits, index, index + 1
        alone, words, slots = ways
        for value, prefix, cases in alone:
            hits.append(Hit(index, behind, value, _NOTHING, prefix, cases))
        for prefix, child in words:
            self.prefix = prefix
            self._step(child, behind, _NOTHING)
            if child.gap:
                self._skip(child.gap, behind, _NOTHING)
        self.prefix = ""
        for name, child in slots:
            for after, value in self._values(name, index):
                self._at(child, after, {name: value})
        return hits

    def _values(self, slot: str, index: int) -> list[tuple[int, Any]]:
        """What a slot may be at a token, kept: many patterns ask the same of one word."""
        known = self.read.get((slot, index))
        if known is None:
            known = self.read[slot, index] = [*self.readers[slot].read(self.tokens, index)]
        return known

    def _at(self, node: Node, index: int, slots: dict[str, Any]) -> None:
        """What ends at a node that is reached before a token, and what may follow."""
        for value, cases in node.ends:
            self.hits.append(Hit(self.first, index, value, slots, self.prefix, cases))
        if node.words or node.slots:
            self._step(node, index, slots)
        if node.gap:
            self._skip(node.gap, index, slots)

    def _skip(self, gap: Node | None, index: int, slots: dict[str, Any]) -> None:
        """Go on behind a gap: from each token that it may reach to."""
        reach = GAP
        while gap is not None:
            for skipped in range(index, index + reach + 1):
                self._step(gap, skipped, slots)
                if skipped >= self.size or not self._may_be_skipped(skipped):
                    break
            gap, reach = gap.gap, reach + GAP  # "* *" passes over twice as many

    def _may_be_skipped(self, index: int) -> bool:
        """Whether a gap goes on behind a token: a word, a quotation mark, the hyphen within a word."""
        token = self.tokens[index]
        if token.word or token.text in _QUOTED:
            return True
        inside = 0 < index < self.size - 1 and token.text in HYPHENS
        return (
            inside and self.tokens[index - 1].end == token.start and token.end == self.tokens[index + 1].start
        )

    def _step(self, node: Node, index: int, slots: dict[str, Any]) -> None:
        """Go on from a node by the word, the prefixed word or the slots at a token."""
        if index >= self.size:
            return
        token = self.tokens[index]
        words = node.words
        if not token.word and token.text in _PASSED_OVER:
            if child := words.get("-" if token.text in HYPHENS else token.key):
                self._at(child, index + 1, slots)
            index += 1  # "Abu-Marzouk" is "Abu Marzouk", the movement "Hamas" the movement Hamas
            if index >= self.size:
                return
            token = self.tokens[index]
        key = token.key
        if child := words.get(key):
            self._at(child, index + 1, slots)
        if self.cut and token.word and words:
            for _, rest in self.cut(key):
                if child := words.get(rest):
                    self._at(child, index + 1, slots)
        if not node.slots or not (begun := self.begun(key)):
            return
        for name, child in node.slots.items():
            if name not in begun:
                continue
            for after, value in self._values(name, index):
                filled = {**slots, name if name not in slots else f"{name}2": value}
                self._at(child, after, filled)


_NOTHING: dict[str, Any] = {}
_QUOTED = frozenset('"“”/')  # held "substantial" talks; "مارس/آذار"
_PASSED_OVER = HYPHENS | frozenset('"“«(„')


def particle(prefix: str) -> str:
    """The particle of a prefix without the article behind it: "ب" of "بال", "ل" of "لل", none of "ال"."""
    if prefix.endswith("لل"):
        return prefix[:-1]
    return prefix.removesuffix("ال")


def _longer_first(hit: Hit) -> int:
    return -hit.last


@cache
def _prefix_cutter(prefixes: tuple[str, ...]) -> Cut:
    """A function that gives each prefix a word may begin with, and what stands behind it; the longer first."""

    @lru_cache(maxsize=1 << 15)
    def cut(key: str) -> tuple[tuple[str, str], ...]:
        return tuple(
            (prefix, rest)
            for prefix in prefixes
            if key.startswith(prefix) and len(key) > len(prefix) + 1
            for rest in _after_prefix(key, prefix)
        )

    return cut


def _after_prefix(key: str, prefix: str) -> tuple[str, ...]:
    # لل is ل before ال: "للرئيس" is "الرئيس" with ل
    rest = key[len(prefix) :]
    return (rest, "ال" + rest) if prefix.endswith("لل") else (rest,)
