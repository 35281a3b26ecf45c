"""A short sketch of a text, by which nearly the same text is known again: bottom-k of its five-word shingles.

Broder 1997: of all shingles of a text those with the smallest hashes are a fair sample, and how many of them
two texts share says how much of one stands in the other. A sketch says nothing of what a text means.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from zlib import crc32

#: words of a shingle, and hashes kept of a text: 128 tell shares of a half apart from those of a third
WORDS, KEPT = 5, 128
#: share of the shorter text's shingles that stand in the longer: a report reprinted with one word in ten changed,
#: or cut to half, has more; two reports that quote one sentence of forty words have less
COPY = 0.4
#: hashes in common without which two texts are not compared
_WORTH_A_LOOK = 8
_WORD = re.compile(r"\w+")


def sketch_of(text: str) -> bytes:
    """The number of the text's shingles and the smallest of their hashes, as bytes; of no words, none."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    words = _WORD.findall("".join(c for c in folded if not unicodedata.combining(c) and c != "ـ"))
    if not words:
        return b""
    last = max(1, len(words) - WORDS + 1)
    hashes = {crc32(" ".join(words[at : at + WORDS]).encode()) for at in range(last)}
    return array("I", [len(hashes), *sorted(hashes)[:KEPT]]).tobytes()


def is_copy(one: bytes, other: bytes) -> bool:
    """Whether most of the shorter text stands in the longer one, word for word."""
    return shared(one, other) >= COPY


def shared(one: bytes, other: bytes) -> float:
    """About which share of the shorter text's shingles stands in the longer text."""
    (count, mine), (their_count, theirs) = _opened(one), _opened(other)
    if not mine or not theirs:
        return 0.0
    smallest = sorted(mine | theirs)[:KEPT]
    resemblance = sum(value in mine and value in theirs for value in smallest) / len(smallest)
    common = resemblance / (1 + resemblance) * (count + their_count)
    return min(1.0, common / min(count, their_count))


def copies(sketches: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """The pairs of sketches, by their places, whose texts are nearly the same."""
    known = list(sketches)
    holders: dict[int, list[int]] = {}
    for number, sketch in enumerate(known):
        for value in _opened(sketch)[1]:
            holders.setdefault(value, []).append(number)
    in_common: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        for pair in combinations(numbers, 2):
            in_common[pair] = in_common.get(pair, 0) + 1
    for (one, other), count in in_common.items():
        few = min(len(_opened(known[one])[1]), len(_opened(known[other])[1]))
        if count >= min(_WORTH_A_LOOK, few) and is_copy(known[one], known[other]):
            yield one, other


@lru_cache(maxsize=4096)
def _opened(sketch: bytes) -> tuple[int, frozenset[int]]:
    values = array("I")
    values.frombytes(sketch)
    return (values[0], frozenset(values[1:])) if values else (0, frozenset())
