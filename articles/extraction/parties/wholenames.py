"""The whole of a name of which a list holds a part: given names before it, a surname behind it."""

from dataclasses import replace

from ..words.spans import Span, is_person
from .finder import Finder


class WholeNames(Finder):
    """Finds the words beside a known name that make it another or are part of it, in a script with capitals."""

    def _with_given_name(self, atom: Span, covered: set[int]) -> Span:
        """ "Robert Yellen" is nobody's surname alone: a given name that no list holds makes him another."""
        before, known = atom.first - 1, atom.last - atom.first > 1
        if (
            self.sentence.block.role == "title"
            or (known and not self.language.cases)
            or not is_person(atom)
            or before <= self.sentence.first
            or before in covered
            or self.tokens[before].text.isupper()
            or not self._name_word(self.tokens[before], before, cased=True)
            or self.language.has("particles", self.tokens[before].key)
            or self.spans.has(before, "honorifics", "modifiers")
        ):
            return atom
        while self.may_be_given(before - 1, covered) or self.hyphenates(before - 1):
            before -= 1
        words = self.tokens[before : atom.last]
        covered.update(range(before, atom.first))
        if known:
            return replace(atom, first=before)  # "Ахмед | Муаз аль-Хатыб"
        return Span(before, atom.last, [self.people.unlisted(words, self.language, self.lexicon, atom.cases)])

    def _with_surname(self, atom: Span, covered: set[int]) -> Span:
        """ "Abbas Mousavi" is not Abbas: one word that no list holds behind a lone name makes him another."""
        after = atom.last
        if (
            not is_person(atom)
            or atom.last - atom.first > 1
            or after >= self.sentence.last
            or after in covered
        ):
            return atom
        token = self.tokens[after]
        if not self._name_word(token, after, cased=True) or self._said(after) or token.text.isupper():
            return atom
        if not token.text[0].isupper() or self.spans.classes.get(after):
            return atom
        covered.add(after)
        words = self.tokens[atom.first : after + 1]
        return Span(atom.first, after + 1, [self.people.unlisted(words, self.language, self.lexicon)])

    def _with_particles(self, index: int) -> int:
        """ "с аль-Бурханом": the first token of a surname, with the particles written before it."""
        first, cases = index, self.language.cases
        while (
            cases
            and first > self.sentence.first
            and (self.hyphenates(first - 1) or self.language.has("particles", self.tokens[first - 1].key))
        ):
            first -= 1
        return first

    def _in_longer_name(self, index: int) -> bool:
        """Whether more of a name stands beside a capitalised word: "Mohammed" of "Mohammed Ali al-Houthi"."""
        if index + 1 >= self.sentence.last:
            return False
        after = self.tokens[index + 1]
        if after.text == "-":
            return True
        particle = self.language.has("particles", after.key)
        return particle or (
            after.word and after.text[0].isupper() and self._name_word(after, index + 1, cased=True)
        )
