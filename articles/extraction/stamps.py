"""The day that a page prints beside an article: in figures or English month names, whatever its language.

"2015-8-2 22:10 | Politics", "31.07.24 12:20", "2nd, February 2025 GMT", "14/ديسمبر/2023", "2 June 2025 10:10".
"""

import re
from collections.abc import Sequence
from datetime import date

from .words.language import Language, language_codes, load_language
from .words.text import Token

_BETWEEN = frozenset("/-–.,،")  # signs within a stamp; any other ends it
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_YEARS = range(1990, 2100)
_COMMON = "en"  # the language in which page software prints months unless it is told otherwise


def stamped_day(part: Sequence[Token], language: Language) -> tuple[date, tuple[int, int]] | None:
    """The first whole day of a line in the order day, month, year or year, month, day, and where it stands."""
    for index in range(len(part) - 2):
        if index and _joined(part, index - 1):
            continue  # "1427/1/19/3": a number that is cut off is none
        three = _three(part, index)
        if three and (day := _day(*three, part=part, language=language)):
            return day, (part[three[0]].start, part[three[2]].end)
    return None


def _joined(part: Sequence[Token], index: int) -> bool:
    return part[index].text in "/-." and index > 0 and part[index - 1].text.isdecimal()


def _three(part: Sequence[Token], index: int) -> tuple[int, int, int] | None:
    """The indices of three words that nothing but signs of a date stands between."""
    found = []
    for at in range(index, min(index + 6, len(part))):
        if part[at].word:
            found.append(at)
            if len(found) == 3:
                return found[0], found[1], found[2]
        elif not found or part[at].text not in _BETWEEN:
            return None
    return None


def _day(first: int, second: int, third: int, *, part: Sequence[Token], language: Language) -> date | None:
    one, two, three = (_number(part[i].key) for i in (first, second, third))
    if one in _YEARS:
        year, month, day = one, two or _month(part, second, language), three
    elif one is None:
        year, month, day = _year(three, part, third), _month(part, first, language), two
    else:
        year, month, day = _year(three, part, third), two or _month(part, second, language), one
    if not (year and month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(key: str) -> int | None:
    ordinal = _ORDINAL.fullmatch(key)
    digits = ordinal.group(1) if ordinal else key
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) <= 4 else None


def _year(number: int | None, part: Sequence[Token], index: int) -> int | None:
    if number in _YEARS:
        return number
    if number is None or len(part[index].key) != 2 or part[index - 1].text not in "./":
        return None
    clock = index + 1 < len(part) and part[index + 1].text == ":"  # "28 Oct. 19:05"
    return None if clock else 2000 + number


def _month(part: Sequence[Token], index: int, language: Language) -> int | None:
    """The month that a word names in the article's language, or in that of page software."""
    spoken = [language, *([load_language(_COMMON)] if _in_latin(part[index]) else [])]
    for known in spoken:
        for after, month in known.times.read("month", part, index):
            if after == index + 1:
                return month
    return None


def _in_latin(token: Token) -> bool:
    return token.key.isascii() and _COMMON in language_codes()
