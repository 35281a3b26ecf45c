"""Whose somebody is, in a language with cases: "их министр", "заместитель Лаврова", of whom nothing else is told."""

from itertools import pairwise

from .atoms import is_counterpart
from .gaps import Gaps
from .heads import serves, speaks_for_state
from .parties import Party

_WORDS = 9  # between a title and the name of its bearer
_LINKS = ("with", "to", "between", "agent", "company", "and", "clause", "relative", "not")


class Owned(Gaps):
    """Leaves out whoever only owns or is served by the one behind."""

    def without_owners(self, parties: list[Party]) -> list[Party]:
        """The parties but "their" of "принял их министра", who is not spoken of himself."""
        owners = [
            (one, other)
            for one, other in pairwise(parties)
            if one.kind == "reference"
            and one.means in ("person", "people", "group")
            and one.last == other.first
            and "gen" in one.cases
            and ("nom" not in other.cases or self.spans.has(one.first - 1, "and"))
            and (other.title or other.kind == "group" or self._is_described(other))
        ]
        for one, other in owners:
            other.oblique = other.oblique or one.oblique  # "с его заместителем"
        dropped = [one for one, _ in owners]
        return [party for party in parties if party not in dropped]

    def with_distant_names(self, parties: list[Party]) -> list[Party]:
        """ "лидером переговорной группы радикалов NAME": a name in the case of a title before it, its words between."""
        kept: list[Party] = []
        for party in parties:
            near = kept[-_WORDS:]  # no more parties can stand between: keeps hostile texts linear
            title = next((p for p in reversed(near) if p.kind == "title"), None)
            if title and party.kind == "person" and self._is_named_by(title, party, near):
                party.first, party.oblique, party.title = title.first, title.oblique, title.title
                party.side, party.cases = party.side or title.side, party.cases & title.cases
                del kept[kept.index(title) :]
            kept.append(party)
        return kept

    def _is_named_by(self, title: Party, named: Party, parties: list[Party]) -> bool:
        between = range(title.last, named.first)
        owned = (
            p for p in parties[parties.index(title) + 1 :] if p.people or (p.cases and "gen" not in p.cases)
        )
        own = title.side in (None, named.side) or speaks_for_state(title.side, named.side)
        return (
            0 < len(between) <= _WORDS
            and bool(title.cases & named.cases)
            and own
            and not (title.people or title.plural or named.title or named.oblique)
            and not any(self._comma(i) or self._said(i) or self.spans.has(i, *_LINKS) for i in between)
            and not any(owned)
        )

    def with_chained_titles(self, parties: list[Party]) -> list[Party]:
        """ "с заместителем премьера, министром информации, членом ЦК ФАТХ NAME": the titles of one, commas between."""
        kept: list[Party] = []
        for party in reversed(parties):
            named = kept[-1] if kept else None
            if named and named.people and not named.oblique and self._belongs_to(party, named):
                named.first = party.first
            elif named and named.people and not named.oblique and self._is_title_of(party, named):
                named.first, named.oblique = party.first, party.oblique
                named.cases = party.cases & named.cases or named.cases
                named.side, named.title = named.side or party.side, party.title
            else:
                kept.append(party)
        return kept[::-1]

    def _belongs_to(self, org: Party, named: Party) -> bool:
        """ "членом исполкома ООП, ЦК | ФАТХ | NAME": the side of a second title that is not said again."""
        first = org.first - 1
        while first > self.sentence.first and self._completes(first):
            first -= 1
        beside = org.kind == "org" and not named.title and org.last == named.first and org.side == named.side
        return beside and self._comma(first)

    def _is_title_of(self, title: Party, named: Party) -> bool:
        """Whether a title without a name is that of whoever is named behind its comma."""
        comma, own = title.last, title.side in (None, named.side) or speaks_for_state(title.side, named.side)
        agree = not title.cases or not named.cases or bool(title.cases & named.cases)
        bare = title.kind == "title" and not title.people and not title.plural
        near = self._comma(comma) and named.first in (comma + 1, self.complement_end(comma + 1))
        titled = bool(named.title) or self.tokens[named.first].start < named.people[0].start
        return bare and own and agree and near and titled

    def without_served(self, parties: list[Party]) -> list[Party]:
        """The parties but "Лаврова" of "заместитель Лаврова Михаил Богданов", whose title is another's."""
        kept: list[Party] = []
        named: list[Party] = []
        for party in parties:
            before = kept[-1] if kept else None
            gap = range(before.last, party.first) if before else range(0)
            if (
                before
                and before.kind == "person"
                and party.kind == "person"
                and not party.title
                and all(self._comma(i) for i in gap)
                and len(gap) <= 1
                and serves(before, self.spans.atoms, named=not gap)
            ):
                party.first, party.title, party.oblique = before.first, before.title, before.oblique
                party.side, party.cases = party.side or before.side, before.cases & party.cases or party.cases
                kept[-1] = party
                named.append(party)
                continue
            kept.append(party)
        for party in kept:
            if party not in named and party.kind == "person" and serves(party, self.spans.atoms, named=False):
                party.kind, party.people = "title", []
                party.cases = next((a.cases for a in self.spans.atoms if a.first == party.first), frozenset())
        return kept

    def _is_described(self, party: Party) -> bool:
        """ "его турецкий коллега Хакан Фидан", "его заместитель Михаил Богданов"."""
        inside = [a for a in self.spans.atoms if party.first <= a.first < party.last]
        modified = party.kind == "person" and bool(inside) and party.first < inside[0].first
        return modified or any(is_counterpart(a) for a in inside)
