"""The graph of words that patterns are put into: its ends are shared, so alternatives are not written out.

What may follow the alternatives of a pattern is one set of nodes; a node that more than one way leads to is
copied before it is changed.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from .text import fold, tokenise

NO_CASES: frozenset[str] = frozenset()
HYPHENS = frozenset("-‐‑–־")


@contextmanager
def growing() -> Iterator[None]:
    """Hold the garbage collector while a graph is put up, and keep it from it later: all of it stays."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if held:
            gc.enable()


class Step(NamedTuple):
    """One word, slot or gap of a pattern, and what may follow it; ``end`` is behind the last."""

    sort: Literal["word", "slot", "gap", "end"]
    label: str
    cases: frozenset[str]
    after: "tuple[Step, ...]"


END = (Step("end", "", NO_CASES, ()),)


@dataclass(slots=True)
class Node:
    """A place between the words of patterns: what may follow it, and what ends at it."""

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)
    gap: "Node | None" = None
    ends: list[tuple[Any, frozenset[str]]] = field(default_factory=list)
    shared: bool = False

    def copied(self) -> "Node":
        """A node of its own that leads where this one leads."""
        for child in (*self.words.values(), *self.slots.values(), *((self.gap,) if self.gap else ())):
            child.shared = True
        return Node(dict(self.words), dict(self.slots), self.gap, ends=list(self.ends))


class Pattern:
    """Puts one pattern into the graph."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.made: dict[tuple[int, frozenset[str]], Node] = {}

    def put(self, node: Node, steps: "tuple[Step, ...]", cases: frozenset[str]) -> None:
        """Let ``steps`` follow a node that belongs to one way alone."""
        for step in steps:
            known = cases & step.cases if cases and step.cases else cases or step.cases
            if step.sort == "word":
                node.words[step.label] = self._child(node.words.get(step.label), step.after, known)
            elif step.sort == "slot":
                node.slots[step.label] = self._child(node.slots.get(step.label), step.after, known)
            elif step.sort == "gap":
                node.gap = self._child(node.gap, step.after, known)
            elif (self.value, known) not in node.ends[-1:]:
                node.ends.append((self.value, known))

    def _child(self, child: "Node | None", after: "tuple[Step, ...]", cases: frozenset[str]) -> Node:
        if child is None:
            return self._behind(after, cases)
        if child.shared:
            child = child.copied()
        self.put(child, after, cases)
        return child

    def _behind(self, after: "tuple[Step, ...]", cases: frozenset[str]) -> Node:
        key = id(after), cases
        node = self.made.get(key)
        if node is None:
            node = Node()
            self.put(node, after, cases)
            node.shared = True  # from here on other ways of this pattern may lead to it
            self.made[key] = node
        return node


@lru_cache(maxsize=1 << 17)
def _keys(word: str) -> tuple[str, ...]:
    if word.isalpha():
        return (fold(word),)
    word = word[:1] + word[1:].rstrip("'’")  # "l'" of "<le|l'>": what is elided is a word of its own
    keys = [
        token.key if token.text not in HYPHENS else "-"
        for token in tokenise(word)
        if token.text not in HYPHENS or len(word) == 1
    ]
    return tuple(keys)


def first_key(pattern: str) -> str:
    """The first word of a pattern of words alone as the graph has it; empty where there is none."""
    return next((key for word in pattern.split() for key in _keys(word)), "")


def word_step(word: str, cases: frozenset[str], after: tuple[Step, ...]) -> Step:
    """The steps of one word of a pattern, which may be several tokens; all carry its cases."""
    for key in reversed(_keys(word)):
        after = (Step("word", key, cases, after),)
    return after[0]


def put_words(node: Node, pattern: str, value: Any, cases: frozenset[str]) -> None:
    """Put a pattern of words alone below a node: one way leads through it, so nothing of it is shared."""
    keys = [key for word in pattern.split() for key in _keys(word)]
    if not keys:
        raise ValueError("is empty or optional as a whole")
    for key in keys:
        child = node.words.get(key)
        if child is None or child.shared:
            child = node.words[key] = child.copied() if child else Node()
        node = child
    if (value, cases) not in node.ends[-1:]:
        node.ends.append((value, cases))
