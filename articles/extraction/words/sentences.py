"""Sentences as ranges of tokens: a full stop ends one, but not after an abbreviation or an initial."""

from collections.abc import Sequence
from dataclasses import dataclass

from .language import Language
from .layout import Block
from .text import Token

LONGEST = 250  # tokens; a longer one is cut, so that no sentence makes the reading slow
_STOPS = frozenset(".!?…؟")
_CLOSING = frozenset("\"'”»’)]")


@dataclass(slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (exclusive) of the document, and the block they stand in."""

    index: int
    first: int
    last: int
    block: Block
    paragraph: int


def split(tokens: Sequence[Token], blocks: Sequence[Block], language: Language) -> list[Sentence]:
    """The sentences of all body, caption and title blocks, in order."""
    sentences: list[Sentence] = []
    position = 0
    for paragraph, block in enumerate(blocks):
        while position < len(tokens) and tokens[position].start < block.start:
            position += 1
        first = position
        while position < len(tokens) and tokens[position].end <= block.end:
            position += 1
        if block.role not in ("body", "item", "caption", "title"):
            continue
        begin = first
        if block.dateline:
            while begin < position and tokens[begin].start < block.dateline[1]:
                begin += 1
        for start, end in _cut(tokens, begin, position, language):
            sentences.append(Sentence(len(sentences), start, end, block, paragraph))
    return sentences


def _cut(tokens: Sequence[Token], first: int, last: int, language: Language) -> list[tuple[int, int]]:
    ranges, begin, index = [], first, first
    while index < last:
        if tokens[index].text in _STOPS and _ends(tokens, index, first, last, language):
            index += 1
            while (
                index < last
                and tokens[index].text in _CLOSING
                and tokens[index].start == tokens[index - 1].end
            ):
                index += 1
            ranges.append((begin, index))
            begin = index
        elif index - begin >= LONGEST:
            ranges.append((begin, index))
            begin = index
        else:
            index += 1
    if begin < last:
        ranges.append((begin, last))
    return ranges


def _ends(tokens: Sequence[Token], index: int, first: int, last: int, language: Language) -> bool:
    after = index + 1
    while after < last and tokens[after].text in _CLOSING and tokens[after].start == tokens[after - 1].end:
        after += 1
    if after >= last:
        return True
    following = tokens[after]
    if following.start == tokens[after - 1].end:
        return False  # "U.N", "3.5", "iNews.id"
    if tokens[index].text == "." and index > first:
        before = tokens[index - 1]
        if before.key in language.abbreviations or (len(before.text) == 1 and before.text.isupper()):
            return False
        if _enumerates(tokens, index - 1, first, language):
            return False
    return not following.text[:1].islower()


def _enumerates(tokens: Sequence[Token], index: int, first: int, language: Language) -> bool:
    """Whether a number before a full stop counts the entries of a list: "with him: 1. X, 2. Y"."""
    number = tokens[index].key
    if not (number.isdecimal() and len(number) <= 2):
        return False
    return index == first or not tokens[index - 1].word or language.has("and", tokens[index - 1].key)
