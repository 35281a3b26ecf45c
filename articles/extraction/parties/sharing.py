"""What the parties of one sentence lend each other: a noun, a side, a title."""

from dataclasses import replace
from itertools import pairwise

from ..words.spans import Span, names_in, rules_in
from ..words.text import POSSESSIVE
from .demonyms import Demonyms
from .gaps import counts
from .owned import Owned
from .parties import Party

_AREA = 4  # words of what somebody is in charge of
_LINK = 3  # words between two sides of a row


class Sharing(Owned, Demonyms):
    """Completes the parties of a sentence from those beside them."""

    def sides_from(self, parties: list[Party], atoms: list[Span]) -> None:
        """ "a security delegation from Cairo", "figures from the movement": whose they are stands behind them."""
        for party in parties:
            # "mitranya dari Rusia", "his counterparts from A and B"
            counterpart = party.means == "counterpart"
            somebody = self.language.plain and party.kind == "person"  # "Raja Felipe dari Spanyol"
            vague = party.kind in ("group", "title") and not party.people
            if party.side or not (vague or counterpart or somebody):
                continue
            start = party.last
            if not (start < self.sentence.last and self.spans.has(start, "origin", "speaking_for")):
                continue
            for atom in atoms:
                if atom.first - start not in (1, 2) or not (names := names_in(atom)):
                    continue
                if names[0].kind in ("org", "metonym") and names[0].side:
                    owned = self._movement_of(atom, atoms)
                    party.side, party.last = names_in(owned)[0].side, owned.last
                    party.people = [
                        self.people.dressed(p, side=party.side, role=p.role) for p in party.people
                    ]
                    self.whereabouts.places = [p for p in self.whereabouts.places if p.first != atom.first]
                    parties[:] = [p for p in parties if p is party or p.first != atom.first]
                    self._also_from(party, parties, atoms)
                    self._take_name(party, parties)
                    break
        parties.sort(key=lambda p: p.first)

    def _take_name(self, party: Party, parties: list[Party]) -> None:
        """ "his counterpart from Canada, Peter MacKay": the name behind is the counterpart's."""
        start = party.last + self._comma(party.last)
        name = next((p for p in parties if p.first == start and p.kind == "person" and not p.side), None)
        if party.means != "counterpart" or name is None:
            return
        party.kind, party.means, party.last = "person", "", name.last
        party.people = [self.people.dressed(p, side=party.side, role=p.role) for p in name.people]
        parties.remove(name)

    def _movement_of(self, land: Span, atoms: list[Span]) -> Span:
        """ "a delegation from Afghanistan's **Taliban**": the movement that is at home there, else the land."""
        behind = land.last + 1
        if (
            not self.language.articles
            or behind >= self.sentence.last
            or self.tokens[land.last].key != POSSESSIVE
        ):
            return land
        return next((a for a in atoms if a.first == behind and _is_movement(a)), land)

    def _also_from(self, party: Party, parties: list[Party], atoms: list[Span]) -> None:
        """ "delegations from Russia and Ukraine": the other sides whose they are."""
        last = party.last
        for atom in atoms:
            between = range(last, atom.first)
            linked = 0 < len(between) <= _LINK and all(
                self.spans.has(i, "and", "definite") or self._comma(i) for i in between
            )
            names = names_in(atom)
            if not linked or not names or names[0].kind not in ("org", "metonym") or not names[0].side:
                continue
            if any(p.first == atom.first for p in self.whereabouts.places):
                self.whereabouts.places = [p for p in self.whereabouts.places if p.first != atom.first]
                parties.append(
                    Party("group", atom.first, atom.last, names[0].side, sentence=self.sentence.index)
                )
            for also in (p for p in parties if p.first == atom.first):
                also.kind, also.cases, also.oblique, also.joined = "group", party.cases, party.oblique, True
            last = atom.last

    def share_sides(self, parties: list[Party]) -> None:
        """In a row of people somebody whom no list holds is of the side of the one before him."""
        for before, party in pairwise(parties):
            if party.kind != "person" or party.side or not before.side:
                continue
            between = range(before.last, party.first)
            two_offices = (  # "the UN special envoy and mediator X"
                self.language.articles
                and before.kind == "title"
                and bool(party.title)
                and len(between) == 1
                and self.spans.has(between[0], "and")
            )
            if (before.people or two_offices) and (
                party.joined
                or all(
                    self._comma(i) or self.spans.has(i, "and") or counts(self.tokens, i, self.sentence.first)
                    for i in between
                )
            ):
                party.side = before.side
                party.people = [self.people.dressed(p, side=party.side, role=p.role) for p in party.people]

    def share_land(self, parties: list[Party]) -> None:
        """ "с премьером и главой МИД страны": offices in a row are those of one country."""
        for one, other in reversed(list(pairwise(parties))):
            if other.of_land and one.title and not one.side and not one.people:
                between = range(one.last, other.first)
                one.of_land = len(between) > 0 and all(self.spans.has(i, "and", "with") for i in between)
                one.definite = one.definite and not one.of_land

    def share_heads(self, parties: list[Party]) -> list[Party]:
        """ "представители России и Ирана": one plural noun for both states, in the case in which it stands."""
        for one, other in pairwise(parties):
            between = range(one.last, other.first)
            if (
                one.plural
                and one.side
                and other.kind == "org"
                and not other.oblique
                and (not other.cases or "gen" in other.cases)
                and len(between) > 0
                and all(self.spans.has(i, "and") or self.tokens[i].text in ',«»"' for i in between)
            ):
                one.kind = "group"
                other.kind, other.cases, other.oblique = "group", one.cases, one.oblique
                other.joined = other.plural = True
        return parties

    def of_nationals(self, parties: list[Party]) -> list[Party]:
        """ "делегация палестинцев": whose people a delegation is of."""
        kept = parties[:1]
        for party in parties[1:]:
            group = kept[-1]
            owned = group.kind == "group" and group.side is None and group.last == party.first
            if owned and party.kind == "reference" and party.side and "gen" in party.cases:
                group.side, group.by_origin, group.last = party.side, True, party.last
            else:
                kept.append(party)
        return kept

    def with_bracketed(self, parties: list[Party]) -> list[Party]:
        """ "делегация ХАМАС (A и B)": whom brackets behind a delegation list."""
        for one, other in pairwise(parties):
            bracket = other.first - 1
            inside = self.tokens[bracket].text == "(" and one.last in (bracket, bracket - 1)
            if inside and one.kind == "group" and other.kind == "person" and other.side in (None, one.side):
                other.oblique = "company"
        return parties

    def with_antecedents(self, parties: list[Party]) -> list[Party]:
        """ "Хания, с которым встретился Лавров": a relative pronoun is whoever it stands behind, in its own case."""
        meant = []
        for party in parties:
            if party.means != "relative":
                meant.append(party)
                continue
            comma = party.first - (1 if self._comma(party.first - 1) else 2)
            head = next((p for p in reversed(meant) if p.last <= comma), None)
            if (
                self._comma(comma)
                and head
                and head.kind != "reference"
                and (self._reaches(head.last, comma) or self._is_area(head, comma))
            ):
                pronoun = replace(head, first=party.first, last=party.last, means="relative")
                meant.append(replace(pronoun, cases=party.cases, oblique=party.oblique))
        return meant

    def _is_area(self, head: Party, last: int) -> bool:
        """ "советнику президента по международным вопросам, которого ...": what somebody is in charge of."""
        titled = bool(head.title) and self.language.has("concerning", self.tokens[head.last].key)
        return titled and last - head.last <= _AREA

    def _reaches(self, first: int, last: int) -> bool:
        """Whether nothing but signs and places stands between somebody and the comma behind him."""
        places = {i for place in self.whereabouts.places for i in range(place.first - 1, place.last)}
        return all(i in places or not self.tokens[i].word for i in range(first, last))

    def is_acting(self, atom: Span) -> bool:
        """Whether a movement is named as one that does something: as a subject, or with its people."""
        people = (a for a in self.spans.atoms if rules_in(a, "title") or rules_in(a, "group"))
        return atom.cases == {"nom"} or any(
            atom.first - a.last >= 0 and self._glued(a.last, atom.first) for a in people
        )

    def is_named(self, atom: Span) -> bool:
        """False for "движение" before the name of a movement, or where none has been named, and in "во главе с"."""
        leading = all(self.spans.has(i, "company") for i in range(atom.first, atom.last))
        if leading and rules_in(atom, "title"):
            return False
        if not any(rule.says == "movement" for rule in rules_in(atom, "reference")):
            return True
        behind = atom.last
        while behind < self.sentence.last and self.tokens[behind].text in '«"':
            behind += 1
        named = any(a.first == behind and _is_movement(a) for a in self.spans.atoms)
        return self.people.movement is not None and not named

    def drop_cues_inside(self, parties: list[Party]) -> None:
        """ "Duta Besar Indonesia untuk Rusia": a word of somebody's title says nothing of what he did."""
        cues = self.spans.tables.get("cue")
        if cues:
            cues[:] = [c for c in cues if not any(p.first < c.first and c.last < p.last for p in parties)]

    def without_possessors(self, parties: list[Party]) -> list[Party]:
        """The parties but "Putin's" of "Putin's envoy M. Bogdanov", who is not spoken of himself."""
        kept = []
        for index, party in enumerate(parties):
            following = parties[index + 1] if index + 1 < len(parties) else None
            owns = party.last < self.sentence.last and self.tokens[party.last].key == POSSESSIVE
            if (
                following
                and owns
                and party.kind == "person"
                and self._is_of(party, following)
                and self._glued(party.last, following.first)
            ):
                if following.means == "delegation":  # "Haniyeh's delegation": he is of it
                    party.last = following.last
                    parties[index + 1] = party
                    continue
                following.side = following.side or party.side
                following.oblique = following.oblique or party.oblique
                following.first = party.first
                continue
            body = following if following and following.kind == "org" and owns else None
            if body and party.people and body.first - party.last == 1:
                body.first = party.first  # "Abbas's Fatah party"
                continue
            kept.append(party)
        return kept

    def _is_of(self, owner: Party, party: Party) -> bool:
        """ "Putin's envoy", "Abbas's negotiators": whose side is that of whoever stands before it."""
        described = party.kind in ("person", "title") and bool(party.title)
        return described or (
            self.language.articles and party.kind == "group" and party.side in (None, owner.side)
        )


def _is_movement(atom: Span) -> bool:
    return any(name.kind == "org" and name.side is not None for name in names_in(atom))
