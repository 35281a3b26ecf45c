"""What stands beside a name and tells whose it is: "(PFLP)", ", who leads Hamas"."""

from collections.abc import Sequence

from ..words.spans import names_in
from .gaps import Gaps
from .parties import Party
from .people import People

_ALSO = 3  # words of "yang juga menjabat"
_CLAUSE = 12  # words of a relative clause up to the side it names


class Beside(Gaps):
    """Takes what stands beside a name into its party."""

    def without_abbreviations(self, parties: Sequence[Party]) -> list[Party]:
        """The parties but "(PFLP)" of "the Popular Front (PFLP)", which says the name before it again."""
        kept: list[Party] = []
        for party in parties:
            before = kept[-1] if kept else None
            again = (
                before is not None
                and before.last == party.first - 1
                and self.tokens[before.last].text == "("
                and party.last < self.sentence.last
                and self.tokens[party.last].text == ")"
                and party.side == before.side
                and not party.people
            )
            if again and before:
                before.last = party.last + 1
            elif self._says_again(party):
                continue
            else:
                kept.append(party)
        return kept

    def _says_again(self, party: Party) -> bool:
        """ "di New York, Amerika Serikat (AS)": the name of a country that only says where a town is."""
        first, last = party.first - 1, party.last
        bracketed = (
            self.tokens[first].text == "(" and last < self.sentence.last and self.tokens[last].text == ")"
        )
        if not bracketed or party.people:
            return False
        named = (name for atom in self.spans.atoms if atom.last == first for name in names_in(atom))
        return any(name.side == party.side for name in named)

    def of_speakers(self, parties: list[Party]) -> list[Party]:
        """ "The ministry announced that **its** envoy had met X": whose the office is that "its" stands before."""
        for index, party in enumerate(parties if self.language.articles else ()):
            unknown = party.kind in ("title", "group") and not (party.side or party.people)
            if not (unknown and self.spans.has(party.first - 1, "possessive")):
                continue
            owner = next((p for p in parties[:index] if p.side and not p.oblique), None)
            party.side = owner.side if owner and owner.kind in ("org", "title", "person") else None
        return parties

    def without_it(self, parties: list[Party]) -> list[Party]:
        """The parties but an "it" that no verb of saying opens: "Hamas said that **it** had met X" alone is clear."""
        ends = {s.last for s in (*self.spans.tables.get("reporting", ()), *self.spans.tables.get("cue", ()))}
        return [p for p in parties if p.means != "it" or self._says_it(p.first, ends)]

    def _says_it(self, index: int, ends: set[int]) -> bool:
        return index in ends or (self.spans.has(index - 1, "clause") and index - 1 in ends)

    def at_their_side(self, parties: list[Party]) -> list[Party]:
        """ "a delegation, **with X at its head**", "with Y at his side": who was there, and nobody's partner."""
        for party in parties if self.language.articles else ():
            behind = party.oblique == "with" and party.last < self.sentence.last
            if behind and party.people and self.spans.has(party.last, "members"):
                party.oblique = "company"
            elif behind and not party.people and self.spans.has(party.last, "mediating"):
                party.oblique = "mediator"  # "with Qatar acting as mediator"
        return parties

    def with_second_offices(self, parties: Sequence[Party], people: People) -> list[Party]:
        """ "Wakil Menteri Rusia **yang juga** utusan khusus, X", "penasihat Presiden Y, X": both are X's offices."""
        kept: list[Party] = []
        for party in parties:
            title = kept[-1] if kept and self.language.plain else None
            if title is None or title.kind != "title" or title.people or not title.side:
                kept.append(party)
                continue
            unknown = party.kind == "person" and party.side in (None, title.side) and not party.oblique
            if not (unknown and self._goes_on_with_office(title, party)):
                kept.append(party)
                continue
            party.people = [people.dressed(p, side=title.side, role=p.role) for p in party.people]
            party.first, party.side = title.first, title.side
            party.oblique, party.joined = title.oblique, title.joined
            kept[-1] = party
        return kept

    def _goes_on_with_office(self, title: Party, party: Party) -> bool:
        """Whether only "who is also" stands between two offices, or a comma between one and an unknown name."""
        between = range(title.last, party.first)
        if len(between) == 1 and self._comma(between[0]):
            return party.side is None and party.last < self.sentence.last and self._comma(party.last)
        also = (
            between
            and self.spans.has(between[0], "relative")
            and self.spans.has(between[-1], "again", "counted")
        )
        return bool(also) and len(between) <= _ALSO and bool(party.title)

    def note_clauses(self, parties: Sequence[Party], people: People) -> None:
        """ "Tadesse Worede, who commands the forces of the TPLF": a relative clause says whose somebody is."""
        for index, party in enumerate(parties[:-1]):
            comma = party.last
            if party.kind != "person" or party.side or not self._comma(comma):
                continue
            owner = next((p for p in parties[index + 1 :] if p.side), None)
            if owner is None or not self.spans.has(comma + 1, "relative"):
                continue
            clause = range(comma + 2, owner.first)
            said = any(
                t.first in clause
                for name in ("trigger", "reporting")
                for t in self.spans.tables.get(name, ())
            )
            if len(clause) <= _CLAUSE and not said and not any(map(self._comma, clause)):
                party.side = owner.side
                party.people = [people.dressed(p, side=owner.side, role=p.role) for p in party.people]
