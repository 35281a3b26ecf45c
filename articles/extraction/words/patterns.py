"""The small pattern language of the language folders.

``<a|b>`` is one of both, ``<a>`` is optional, ``{slot}`` is a value such as ``{weekday}``,
``*`` is up to four words without a sign between them. Everything else is a word or a sign of
the text, compared in folded form. ``word~`` stands for every inflected form of the word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MAX_FORMS = 30000


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to go on, each a sequence of words and further choices; an empty way skips it."""

    ways: "tuple[Sequence_, ...]"


#: the parts of a pattern in order: words and slots as written, and choices
Sequence_ = tuple["str | Choice", ...]


def parse(pattern: str) -> Sequence_:
    """The parts of a pattern, its alternatives not written out; ValueError says what is wrong with it."""
    if "<" not in pattern:
        return tuple(pattern.split())
    parts: list[str | Choice] = []
    for chunk in _chunks(pattern):
        if "<" not in chunk:
            parts.append(chunk)
        elif chunk[0] == "<" and _closing(chunk, 0) == len(chunk) - 1:
            inner = _alternatives(chunk[1:-1])
            ways = [parse(way) for way in inner]
            parts.append(Choice((*ways, ()) if len(ways) == 1 else tuple(ways)))
        else:  # "meet<s|ing>": the alternatives are letters of one word
            parts.append(Choice(tuple(tuple(form.split()) for form in expand(chunk))))
    return tuple(parts)


def _chunks(pattern: str) -> Iterator[str]:
    """The pieces of a pattern between spaces that stand in no brackets."""
    depth, begin = 0, 0
    for sign in _BRACKET_OR_SPACE.finditer(pattern):
        depth += _DEPTH.get(sign.group(), 0)
        if depth == 0 and sign.group() not in _DEPTH:
            if begin < sign.start():
                yield pattern[begin : sign.start()]
            begin = sign.end()
    if depth > 0:
        raise ValueError("has a '<' that is never closed")
    if begin < len(pattern):
        yield pattern[begin:]


def expand(pattern: str) -> list[str]:
    """Every plain form of a pattern: ``<a|b> c<d>`` gives four."""
    forms = [""]
    position = 0
    while position < len(pattern):
        opening = pattern.find("<", position)
        plain = pattern[position:] if opening < 0 else pattern[position:opening]
        if plain:
            forms = [form + plain for form in forms]
        if opening < 0:
            break
        close = _closing(pattern, opening)
        inner = _alternatives(pattern[opening + 1 : close])
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
    for sign in _BRACKET.finditer(pattern, opening):
        depth += _DEPTH[sign.group()]
        if depth == 0:
            return sign.start()
    raise ValueError("has a '<' that is never closed")


def _alternatives(inner: str) -> list[str]:
    if "<" not in inner:
        return inner.split("|")
    parts, depth, begin = [], 0, 0
    for sign in _BRACKET_OR_BAR.finditer(inner):
        depth += _DEPTH.get(sign.group(), 0)
        if depth == 0 and sign.group() == "|":
            parts.append(inner[begin : sign.start()])
            begin = sign.end()
    return [*parts, inner[begin:]]


_BRACKET = re.compile(r"[<>]")
_BRACKET_OR_BAR = re.compile(r"[<>|]")
_BRACKET_OR_SPACE = re.compile(r"[<>]|\s+")
_DEPTH = {"<": 1, ">": -1}
