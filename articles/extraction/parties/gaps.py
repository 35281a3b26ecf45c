"""What may stand between the words of one phrase, and which words may be part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..words.language import Language
from ..words.spans import SentenceSpans, rules_in
from ..words.text import POSSESSIVE, Token

COMMAS = frozenset(",،")
BULLETS = frozenset("-–—*•·●▪◦‣►✓➤")  # that begin a line of a list
#: how words of a script without capitals begin and end that are no names: particle and article, pronouns
_NO_NAME = ("بال", "لل", "كال", "فال", "وال")
_PRONOUNS = ("هما", "ها", "كم", "وا", "يين", "يون", "يات")
_INDEFINITE = ("\u064b", "\u064b\u0627")  # the written ending of an adverb or object, "حديثاً"
_WHOLE = 3
_ADJECTIVES = 2  # words behind an office and before its bearer's name
_COMPLEMENT = 7  # words that may complete a title
_SAID = ("trigger", "cue", "reporting", "attribution", "topic")


def counts(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether a token is the number of an entry, or the sign behind it: "1. X, 2. Y"."""
    token = tokens[index]
    if token.text in ".)" and index > first:
        token = tokens[index - 1]
    return token.key.isdecimal() and len(token.key) <= 2


@lru_cache(maxsize=1 << 14)
def _may_be_name(text: str, key: str, word: bool, cased: bool, language: Language) -> bool | None:
    """Whether a word may be part of a name, kept by word; None where the words around it decide."""
    plain = key.removeprefix("و") if text.endswith("ي") else ""
    if not cased and plain and language.has("given", plain):
        return True  # "علي", which only its last letter tells from "على"
    if not word or text[0].isdigit() or language.has("not_names", key):
        return False
    if language.has("particles", key):
        return True
    if cased:
        letters = not any(letter.isdecimal() for letter in text)  # not "G20"
        return None if text[0].isupper() and letters else False
    if text.endswith(_INDEFINITE):
        return False
    if len(key) > 4 and (key.startswith(_NO_NAME) or key.endswith(_PRONOUNS)):
        return False
    if any(key.startswith(p) and language.has("not_names", key[len(p) :]) for p in language.prefixes):
        return False
    return False if key in language.stop_words else None


@dataclass(eq=False)
class Gaps:
    """The words between the spans of one sentence."""

    tokens: Sequence[Token]
    spans: SentenceSpans
    language: Language

    def __post_init__(self) -> None:
        self.sentence = self.spans.sentence

    def _compounded(self, first: int, last: int) -> set[int]:
        """The tokens of adjectives like "Iranian-backed" between two spans."""
        words = range(first + 2, last)
        ends = [
            i
            for i in words
            if self.tokens[i - 1].text == "-" and self.language.has("compounds", self.tokens[i].key)
        ]
        return {index for end in ends for index in range(end - 2, end + 1)}

    def _glued(self, first: int, last: int) -> bool:
        compounded = self._compounded(first, last) if last - first <= _COMPLEMENT else set[int]()
        if last - first - len(compounded) > 4:
            return False
        return all(
            self.language.has("glue", token.key)
            or token.text in "-'\"“”«»"
            or token.key == POSSESSIVE
            or (
                self.spans.has(first + offset, "honorifics", "modifiers")
                and not (
                    self.spans.shaped(first + offset, "joined") and self.spans.has(first + offset, "and")
                )
            )
            or self._initial(first + offset)
            or first + offset in compounded
            for offset, token in enumerate(self.tokens[first:last])
        )

    def past_adjectives(self, first: int) -> int:
        """The end of the adjectives behind an office: "Perdana Menteri Irak | terpilih | NAME"."""
        end = first
        while end < min(self.sentence.last - 1, first + _ADJECTIVES):
            token = self.tokens[end]
            if not (token.text.islower() and self.language.has("glue", token.key)):
                break
            if self.spans.has(end, "to", "of", "locative", "concerning", "and"):
                break
            end += 1
        return end

    def complement_end(self, first: int) -> int:
        """The end of the words that complete a title: "министр | промышленности и торговли | РФ"."""
        index, last = first, min(self.sentence.last - 1, first + _COMPLEMENT)
        if not self.language.complement_endings or self.sentence.block.role == "title":
            return first
        heads = {atom.first for atom in self.spans.atoms if rules_in(atom, "title")}
        while (
            index < last and index not in heads and (self._completes(index) or self.spans.has(index, "and"))
        ):
            index += 1
        while index > first and self.spans.has(index - 1, "and", "concerning"):
            index -= 1
        return index

    def _completes(self, index: int) -> bool:
        """Whether a word may be part of such a complement, or an institution whose name goes on in small letters."""
        token, after = self.tokens[index], self.tokens[index + 1]
        if self.language.has("glue", token.key) and not self.spans.has(index, "with", "of", "to", "between"):
            return True
        goes_on = after.text.islower() and (
            self._in_case(after) or self.language.has("concerning", after.key)
        )
        if not token.text.islower() and not goes_on:
            return False
        free = not self.spans.classes.get(index) or self.spans.has(index, "matter", "bodies")
        return (
            free
            and self._in_case(token)
            and token.key not in self.language.stop_words
            and not self._said(index)
        )

    def _in_case(self, token: Token) -> bool:
        fits = token.word and token.key.endswith(self.language.complement_endings)
        return fits and not token.key.endswith(self.language.verb_endings)

    def _initial(self, index: int) -> bool:
        """ "И.Ханию", "M. Bogdanov": a letter with its full stop, or the full stop."""
        if self.tokens[index].text == ".":
            index -= 1
        letter = self.tokens[index].text
        return len(letter) == 1 and letter.isupper() and self.tokens[index + 1].text == "."

    def _comma(self, index: int) -> bool:
        return self.tokens[index].text in COMMAS

    def _plain_word(self, index: int) -> bool:
        """A word that says nothing by itself: what may complete a title."""
        token = self.tokens[index]
        return (
            token.word
            and not token.text[0].isdigit()
            and not self.spans.classes.get(index)
            and token.key not in self.language.stop_words
            and not self._said(index)
        )

    def _said(self, index: int) -> bool:
        return any(
            s.first <= index < s.last and (s.last - s.first <= _WHOLE or index in (s.first, s.last - 1))
            for name in _SAID  # a long span has a gap in it, and a name may stand there: "كان X Y قد"
            for s in self.spans.tables.get(name, ())
        ) or any(s.first <= index < s.last for s in self.spans.times)

    def _name_word(self, token: Token, index: int, cased: bool) -> bool:
        by_itself = _may_be_name(token.text, token.key, token.word, cased, self.language)
        if by_itself is not None or self._opens_compound(index):
            return bool(by_itself) and not self._opens_compound(index)
        if cased:
            return not self.spans.has(index, "and")
        return not (self.spans.classes.get(index) or self._said(index))

    def _opens_compound(self, index: int) -> bool:
        """ "the **Qatar**-based political bureau": the first half of an adjective is no name."""
        sign, end = index + 1, index + 2
        joined = end < self.sentence.last and self.tokens[sign].text == "-"
        return joined and self.language.has("compounds", self.tokens[end].key)

    def hyphenates(self, index: int) -> bool:
        """Whether a hyphen is written to the word before it: "Abdul-Hafeez"."""
        token = self.tokens[index]
        return token.text == "-" and self.tokens[index - 1].end == token.start

    def may_be_given(self, index: int, covered: set[int]) -> bool:
        """ "Abdel | Hamid Dbeibah": one more capitalised word before a name."""
        return (
            index > self.sentence.first
            and index not in covered
            and self._name_word(self.tokens[index], index, cased=True)
            and not self.language.has("particles", self.tokens[index].key)
            and not self.spans.has(index, "honorifics", "modifiers")
        )
