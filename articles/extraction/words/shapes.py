"""What a word is by how it begins or ends, whatever the word: "visit-ing", "di-kirim"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .text import fold

_KEPT = 1 << 16  # words whose shapes are remembered


class Shapes:
    """The ``[beginnings]`` and ``[endings]`` of a language: class of words to affixes."""

    def __init__(self, beginnings: Mapping[str, Sequence[str]], endings: Mapping[str, Sequence[str]]) -> None:
        self._beginnings = {name: tuple(map(fold, affixes)) for name, affixes in beginnings.items()}
        self._endings = {name: tuple(map(fold, affixes)) for name, affixes in endings.items()}
        self.of = lru_cache(maxsize=_KEPT)(self._of)

    def _of(self, key: str) -> frozenset[str]:
        """The classes that a folded word is of."""
        begins = (name for name, affixes in self._beginnings.items() if key.startswith(affixes))
        ends = (name for name, affixes in self._endings.items() if key.endswith(affixes))
        return frozenset((*begins, *ends))
