"""Words of a text with their offsets, and the folded form by which they are compared.

Folding is per word, so offsets never move: case, diacritics, vowel signs, hamza and
apostrophes fall away, and digits of every script become ASCII.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word is letters or digits with the marks on them; an apostrophe may stand inside it. Every
# other visible character is a token of its own. Bidi controls and spaces are no tokens. Arabic pages lose the
# space beside a number ("مارس2006", "20أغسطس"): it is a word of its own; "2018م" is a year with its suffix.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u200d"
_TOKEN = re.compile(
    rf"[\u0621-\u064a][\u0621-\u064a{_MARKS}]*(?=\d)|\d+(?=[\u0621-\u064a]{{3}})"
    rf"|[^\W_][\w{_MARKS}]*(?:['’ʼ‘`´][^\W_][\w{_MARKS}]*)*|[^\w\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|_"
)
# "l'émissaire", "qu'il": the article or conjunction of the Romance languages is a word of its own. What may
# begin a name ("N'Djamena") is cut off before a small letter only.
_ELIDED = re.compile(
    r"(?:[LlDd]|[CJMNSTcjmnst](?=['’][^\W\dA-ZÀ-Þ_])|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W\d_])"
)
_APOSTROPHES = frozenset("'’")
POSSESSIVE = "'s"  # the key of what is cut off "Israel's"
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        "ё": "е",
        "ı": "i",
        "ی": "ي",
        "ک": "ك",
    }
)
_SHORT_I = "\ue000"  # й is a letter, not и with a mark: "делегаций" is no "делегации"
_FOLDED = {**_LETTERS, **str.maketrans(dict.fromkeys("'’ʼ‘`´ʿʾ", ""))}
#: letters that nothing is taken off any more: most words of Russian and Arabic are of these alone
_BASE_LETTERS = re.compile(r"[а-я]+|[\u0621\u0627-\u063a\u0641-\u064a]+")


class Token(NamedTuple):
    """One word or sign of the text; ``key`` is what patterns are compared with."""

    start: int
    end: int
    text: str
    key: str
    word: bool  # False for signs


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form in which two spellings of a word are equal."""
    folded = word.casefold().translate(_FOLDED)
    if folded.isascii() or _BASE_LETTERS.fullmatch(folded):
        return folded
    whole = unicodedata.normalize("NFC", folded).replace("й", _SHORT_I)
    kept = "".join(c for c in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(c))
    kept = kept.replace(_SHORT_I, "й")
    if not kept.isalpha():
        kept = "".join(str(unicodedata.digit(c, c)) for c in kept)
    return kept.translate(_FOLDED)


@lru_cache(maxsize=1 << 16)
def _read(raw: str) -> tuple[Token, ...]:
    """The tokens of one run of letters or one sign, counted from its beginning."""
    if not _APOSTROPHES.isdisjoint(raw) and (elided := _ELIDED.match(raw)):
        cut = elided.end()
        return Token(0, cut, raw[:cut], fold(raw[:cut]), True), *_word_or_sign(raw, cut)
    return _word_or_sign(raw, 0)


def _word_or_sign(raw: str, start: int) -> tuple[Token, ...]:
    """What stands from one of its letters on: a word, with the English possessive behind it, or a sign."""
    rest, end = raw[start:], len(raw)
    # What folds to nothing is a sign: a tatweel alone is a dash, a letter apostrophe alone a quote.
    key = fold(rest) if rest[0].isalnum() else ""
    mark = _POSSESSIVE.search(rest) if key and rest[-1] in "sS" else None
    if mark and (head := fold(rest[: mark.start()])):
        cut = start + mark.start()
        return Token(start, cut, raw[start:cut], head, True), Token(cut, end, raw[cut:], POSSESSIVE, False)
    return (Token(start, end, rest, key or rest, key != ""),)


@lru_cache(maxsize=2)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words and signs of a text in order; linear in its length, kept for the next reader."""
    new = tuple.__new__  # past the constructor's own call, which takes a third of this loop
    return tuple(
        [
            new(Token, (start + at, start + to, shown, key, word))
            for found in _TOKEN.finditer(text)
            for start in (found.start(),)
            for at, to, shown, key, word in _read(found[0])
        ]
    )
