"""Names in a script with capitals that no list holds: how far one goes, and what only looks like one."""

from ..words.spans import Span
from .finder import Finder
from .plainnames import NAME

_ACRONYM = 6  # letters of an abbreviation at most


class CapitalisedNames(Finder):
    """Reads the name that begins at a token."""

    def _is_institution(self, name: Span, gap: int, cases: frozenset[str]) -> bool:
        """ "главой Генштаба": one word behind a title that cannot stand in the title's case."""
        if not self.language.cases or name.last - name.first > 1:
            return False
        bent = self.language.inflection.bent(self.tokens[name.first].text, cases)
        return gap > 1 or not bent or (self.complement_end(name.first) > name.first)

    def _describes(self, index: int) -> bool:
        """ "председатель Еврейского агентства": an adjective before its noun is no name."""
        behind = index + 1
        noun = behind < self.sentence.last and self.tokens[behind].text[:1].islower()
        return noun and self.language.inflection.bends_as_adjective(self.tokens[index].key)

    def _is_body(self, index: int) -> bool:
        """ "глава Управления общей разведки": one capitalised word before an adjective of its own."""
        behind = index + 1
        if not self.language.cases or behind >= self.sentence.last:
            return False
        return self.tokens[behind].text.islower() and self.language.inflection.bends_as_adjective(
            self.tokens[behind].key
        )

    def _is_acronym(self, index: int) -> bool:
        """ "kepala SVR", "pemimpin MNLF": letters of a body, where the words around them are no capitals."""
        text = self.tokens[index].text
        return text.isupper() and len(text) <= _ACRONYM and not self.tokens[index - 1].text.isupper()

    def _name_end(self, start: int, covered: set[int]) -> int:
        """The end of the words that may be one name: hyphens and initials in it, no particle at its end."""
        end = start
        while end < self.sentence.last and end - start < NAME and end not in covered:
            token = self.tokens[end]
            attached = end > start and self.tokens[end - 1].end == token.start
            hyphen = token.text == "-" and attached
            behind = token.word and attached and self.tokens[end - 1].text == "-"  # "Bahiddha-nukara"
            initial = end + 1 < self.sentence.last and self._initial(end)  # "V. | Muraleedharan"
            if not (hyphen or behind or initial or self._name_word(token, end, cased=True)):
                break
            end += 1
        while end > start and (
            self.tokens[end - 1].text in "-." or self.language.has("particles", self.tokens[end - 1].key)
        ):
            end -= 1
        return end

    def _is_no_name(self, start: int, end: int) -> bool:
        """Whether words with capitals are adjectives, a body or letters that stand for one."""
        if end - start > 1:  # "президент Сахарской Арабской Демократической Республики"
            bends = self.language.inflection.bends_as_adjective
            return self.language.cases and all(bends(t.key) for t in self.tokens[start:end])
        if len(self.tokens[start].text) < 3 or self._describes(start) or self._is_body(start):
            return True
        return self.language.plain and self._is_acronym(start)

    def _cased(self, start: int, covered: set[int], cases: frozenset[str]) -> Span | None:
        """The capitalised name at a token, in the case of its title, where there is one."""
        end = self._name_end(start, covered)
        if end == start or self._is_no_name(start, end):
            return None
        words = self.tokens[start:end]
        told = self.people.by_surname(words[0]) if len(words) == 1 else None  # "President Sirisena"
        person = told or self.people.unlisted(words, self.language, self.lexicon, cases)
        return Span(start, end, [person])
