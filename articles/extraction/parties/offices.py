"""The words of an office: bodies of state within it, and two offices of one person."""

from collections.abc import Sequence
from itertools import pairwise

from ..words.spans import Span, is_person, names_in, rules_in
from ..words.text import POSSESSIVE, Token
from .atoms import is_organisation
from .gaps import Gaps

_BODY = 7  # words
_FIELD = 8  # words
_OWNER = 4  # titles and names of whoever something is of
_HELD = 2  # a body and the name of who holds an office in it


class Offices(Gaps):
    """Tells which words belong to a title."""

    def _is_body(self, before: Span, atom: Span) -> int:
        """ "speaker of the Lebanese **parliament**, NAME": the words of a body of state within a title."""
        inside = before.last < atom.first and bool(names_in(before)) and not is_person(before)
        if not inside:
            return 0
        return self.language.has("bodies", self.tokens[before.last].key) or self._named_body(
            before.last, atom
        )

    def _named_body(self, first: int, atom: Span) -> int:
        """ "head of US **Central Command**, Admiral NAME": the words of a body by name, up to the comma of a name."""
        last = first
        while last < atom.first and (
            self.tokens[last].text[:1].isupper()
            or self.tokens[last].key == POSSESSIVE
            or self.spans.has(last, "of")
        ):
            last += 1
        whole = last < atom.first and self._comma(last) and 1 < last - first + 1 <= _BODY
        behind = range(last + 1, atom.first)
        named = is_person(atom) and all(self.spans.has(i, "honorifics", "modifiers") for i in behind)
        return last - first if self.language.articles and whole and named else 0

    def _second_office(self, run: list[Span], rest: list[Span]) -> bool:
        """ "Special Representative of the President for Africa, Deputy Foreign Minister NAME": two offices of one."""
        atom, last = rest[0], run[-1].last
        comma = atom.first - 1
        if not (rules_in(atom, "title") and self._comma(comma)):
            return False
        named = len(rest) > 1 and is_person(rest[1]) and self._glued(atom.last, rest[1].first)
        capitals = self.tokens[run[0].first].text[:1].isupper() and self.tokens[atom.first].text[:1].isupper()
        between = range(last, comma)
        return (
            named
            and capitals
            and len(between) <= _BODY
            and all(
                self.spans.has(i, "and", "concerning")
                or self.language.has("glue", self.tokens[i].key)
                or self.language.has("regions", self.tokens[i].key)
                for i in between
            )
        )

    def in_two_bodies(self, run: list[Span], rest: list[Span]) -> bool:
        """ "член исполкома ООП | и ЦК ФАТХ | NAME": an office in two bodies, and who holds it behind the second."""
        first, atom = run[-1].last, rest[0]
        if len(rest) < _HELD or not (rules_in(run[0], "title") and is_organisation(atom)):
            return False
        name = rest[1]
        own = {known.side for known in names_in(name)}
        his = {known.side for known in names_in(atom)}
        linked = self.spans.has(first, "and") and self._glued(first + 1, atom.first)
        same = not (run[0].cases and name.cases) or bool(run[0].cases & name.cases)
        return linked and is_person(name) and self._glued(atom.last, name.first) and same and bool(own & his)

    def are_others(self, before: Span, atom: Span) -> bool:
        """ "With Hamas **the Russians** had talks": an article and a plural make those of a state of an adjective."""
        plural = self.spans.shaped(atom.last - 1, "plural") and self.spans.has(atom.first - 1, "definite")
        demonym = bool(names_in(atom)) and all(name.kind == "demonym" for name in names_in(atom))
        return self.language.articles and is_organisation(before) and demonym and plural

    def of_field(self, first: int, atom: Span) -> bool:
        """ "Deputy Secretary General | for Humanitarian Affairs | NAME": what somebody's office is for, in capitals."""
        between = self.tokens[first : atom.first]
        return (
            self.language.articles
            and is_person(atom)
            and 1 < len(between) <= _FIELD
            and self.language.has("concerning", between[0].key)
            and between[-1].text[:1].isupper()
            and all(
                t.text[:1].isupper() or t.text == "-" or self.spans.has(first + i, "and", "definite", "of")
                for i, t in enumerate(between)
                if i
            )
        )

    def _past_adjectives(self, first: int) -> int:
        """ "Menteri Luar Negeri Suriah | sementara, X": where the adjectives end before the comma of an office."""
        end = self.past_adjectives(first) if self.language.plain else first
        return end if self._comma(end) else first

    def _past_office(self, start: int, last: int) -> int:
        """ "pemimpin Hamas | kala itu, X": where the words end that say when somebody held an office."""
        while start < last and self.spans.has(start, "erstwhile"):
            start += 1
        return start

    def _of_body(self, first: int, atom: Span) -> bool:
        """ "speaker | of the National Assembly of | Venezuela": a body by name between a title and a state."""
        between = self.tokens[first : atom.first]
        return (
            self.language.articles
            and not is_person(atom)
            and bool(names_in(atom))
            and 0 < len(between) <= _BODY
            and self.language.has("of", between[0].key)
            and self.language.has("of", between[-1].key)
            and all(t.word and (t.text[0].isupper() or self.language.has("glue", t.key)) for t in between)
        )

    def _belongs(self, gap: Sequence[Token]) -> bool:
        return bool(gap) and (self.language.has("of", gap[0].key) or not gap[0].word)

    def is_sent(self, before: Span, atom: Span) -> bool:
        """ "delivered by Kyiv | to the Mongolian embassy": what a preposition parts is no one phrase."""
        between = range(before.last, atom.first)
        return (
            self.language.articles
            and is_organisation(before)
            and any(self.spans.has(i, "to") for i in between)
        )

    def is_of_somebody(self, run: list[Span], rest: list[Span]) -> bool:
        """ "the Fatah faction of | President X", "the army of | General X": whose it is, in a phrase of its own."""
        owner = next((i for i, atom in enumerate(rest[:_OWNER]) if is_person(atom)), None)
        if owner is None or not self.language.articles or any(is_person(a) for a in run):
            return False
        sent = any(rule.says in ("delegation", "team") for atom in run for rule in rules_in(atom, "group"))
        own = names_in(run[0]) or rules_in(run[0], "group")
        of = any(self.spans.has(i, "of") for i in range(run[-1].last, rest[0].first))
        whole = all(
            one.last == other.first and (rules_in(one, "title") or names_in(one))
            for one, other in pairwise(rest[: owner + 1])
        )
        return bool(own) and of and whole and not sent
