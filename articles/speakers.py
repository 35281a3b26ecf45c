"""Whose statement an article cites: the side whose name stands beside the words that cite it.

"Hamas said in a statement", "menurut keterangan Kementerian Luar Negeri Rusia", "в заявлении ХАМАС". The engine
says that there is a statement and where; its speaker is looked for in the same clause alone, and where two
sides stand equally near, or none does, the statement stays nobody's.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from articles.extraction import Mention
from timeline.models import Actor, Alias

_STATEMENT = "statement"
#: characters before the words that cite, and after them, within which a name begins; a sign ends the clause
_BEFORE, _AFTER = 60, 20
_LONGEST_NAME = 60
_SIGN = re.compile(r"[.,;:!?\n\"«»“”()،؛؟—–]")
_CYRILLIC = re.compile(r"[а-яё]")
#: letters of a name that its ending may not be taken from
_SHORT = 5

Names = Mapping[str, Sequence["re.Pattern[str]"]]


def attributions(text: str, mentions: Sequence[Mention]) -> list[list[str]]:
    """What each mention is attributed to, "statement by Hamas" where the text shows whose statement it is."""
    citing = [mention for mention in mentions if _STATEMENT in mention.attribution]
    names = _names({side for mention in citing for side in mention.sides}) if citing else {}
    return [_with_speaker(text, mention, names) for mention in mentions]


def _with_speaker(text: str, mention: Mention, names: Names) -> list[str]:
    if _STATEMENT not in mention.attribution:
        return list(mention.attribution)
    spans = [(piece.start, piece.end) for piece in mention.evidence if piece.field == "attribution"]
    near = sorted(
        (distance, side)
        for start, end in spans
        for side in mention.sides
        if (distance := _distance(text, start, end, names.get(side, ()))) is not None
    )
    speaker = near[0][1] if near and all(side == near[0][1] for d, side in near if d == near[0][0]) else None
    called = f"{_STATEMENT} by {speaker}" if speaker else _STATEMENT
    return [called if source == _STATEMENT else source for source in mention.attribution]


def _distance(text: str, start: int, end: int, names: Iterable["re.Pattern[str]"]) -> int | None:
    """Characters between the words that cite and the nearest of the names in their clause; 0 within them."""
    signs = [sign.end() for sign in _SIGN.finditer(text, max(0, start - _BEFORE), start)]
    first = signs[-1] if signs else max(0, start - _BEFORE)
    sign = _SIGN.search(text, end, end + _AFTER + _LONGEST_NAME)
    last = sign.start() if sign else min(len(text), end + _AFTER + _LONGEST_NAME)
    found = (match for name in names for match in name.finditer(text, first, last))
    distances = (
        max(start - match.end(), match.start() - end, 0) for match in found if match.start() <= end + _AFTER
    )
    return min(distances, default=None)


def _names(sides: set[str]) -> Names:
    """The names of each side and of its organisations, in all languages."""
    listed: dict[str, set[str]] = {side: {side} for side in sides}
    organisations = Alias.objects.filter(actor__side__name__in=sides).exclude(actor__kind=Actor.Kind.PERSON)
    for side, text in organisations.order_by().values_list("actor__side__name", "text"):
        listed[side].add(text)
    return {side: [_pattern(name) for name in sorted(names)] for side, names in listed.items()}


def _pattern(name: str) -> "re.Pattern[str]":
    """A name as it stands in a text: with another ending in Russian, with letters joined before it in Arabic."""
    stem = name.casefold()
    if _CYRILLIC.search(stem) and len(stem) > _SHORT:
        stem = stem.rstrip("аеёиоуыэюяйь")
    before = "" if re.search(r"[\u0600-\u06ff]", stem) else r"\b"
    return re.compile(before + re.escape(stem), re.IGNORECASE)
