"""Adjectives of states that speak of a party: "the Americans", "الوفدان الروسي والأميركي", "российско-украинские"."""

from collections.abc import Sequence

from ..words.language import Rule
from ..words.spans import Span, names_in, rules_in
from .atoms import and_written_to, is_organisation
from .finder import Finder
from .parties import Party
from .whereabouts import Whereabouts


class Demonyms(Finder):
    """Finds the parties that adjectives of states are, by the nouns beside them."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.whereabouts = Whereabouts(self.tokens, self.spans, self.language)

    def is_body(self, run: list[Span]) -> bool:
        """ "the Colombian government": the name of a body of state behind an adjective."""
        index = run[-1].last
        adjectives = [name for name in names_in(run[-1]) if name.kind == "demonym"]
        if not adjectives or index >= self.sentence.last:
            return False
        movement = any(
            getattr(name.entry, "kind", "") == "movement" for name in adjectives
        )  # "the Houthi group"
        return self.language.has("bodies", self.tokens[index].key) or (
            movement and self.language.has("movements", self.tokens[index].key)
        )

    def are_nationals(self, run: list[Span]) -> bool:
        """ "The Americans met the Russians": those who speak for a state, by the article before their plural."""
        atom = run[0]
        plural = self._names_several(atom) and atom.first > self.sentence.first
        return (
            plural
            and len(run) == 1
            and bool(names_in(atom))
            and all(name.kind == "demonym" for name in names_in(atom))
            and (self.spans.has(atom.first - 1, "definite") or self.are_two(atom))
            and not self.language.has("civilians", self.tokens[atom.last - 1].key)
        )

    def _names_several(self, atom: Span) -> bool:
        """ "the Russians"; "the Lebanese" as well, where a verb, a sign or "and" stands behind them."""
        last, behind = atom.last - 1, atom.last
        if not self.spans.shaped(last, "alike"):
            return self.spans.shaped(last, "plural")
        if not self.language.articles or behind >= self.sentence.last or not self.tokens[behind].word:
            return False
        verbs = (s for name in ("trigger", "reporting") for s in self.spans.tables.get(name, ()))
        return self.spans.has(behind, "auxiliary", "and") or any(s.first == behind for s in verbs)

    def are_two(self, atom: Span) -> bool:
        """ "the two Americans": a number stands between the article and those of a state."""
        before = atom.first - 1
        counted = before > self.sentence.first and self.language.has("two", self.tokens[before].key)
        return counted and self.spans.has(before - 1, "definite")

    def without_counted(self, parties: list[Party]) -> list[Party]:
        """ "the two Americans": "the two" is no reference of its own."""
        ends = {p.first for p in parties if p.means == "nationals"}
        return [p for p in parties if not (p.kind == "reference" and p.means == "both" and p.last in ends)]

    def with_movements(self, parties: list[Party]) -> list[Party]:
        """ "the radical **Palestinian** organisation, Hamas": an adjective of where a movement is at home."""
        found: list[Party] = []
        for party in parties:
            home = found[-1] if found else None
            if home and self._is_home_of(home, party):
                home.side, home.last = party.side, party.last
            else:
                found.append(party)
        return found

    def _is_home_of(self, home: Party, party: Party) -> bool:
        if not self.language.articles or home.people or party.kind != "org" or home.side == party.side:
            return False
        adjective = any(a.last == home.last and _is_demonym(a) for a in self.spans.atoms)
        named = any(a.first == party.first and _is_movement(a) for a in self.spans.atoms)
        between = range(home.last, party.first)
        signs = [i for i in between if not self.tokens[i].word]
        return (
            adjective
            and named
            and any(self.language.has("movements", self.tokens[i].key) for i in between)
            and len(signs) <= 1
            and all(i in signs or self.language.has("glue", self.tokens[i].key) for i in between)
        )

    def with_shared_heads(self, runs: list[list[Span]], parties: list[Party]) -> list[Party]:
        """ "الوفدان الروسي والأميركي": an adjective behind another has the noun of that one."""
        found = list(parties)
        for run in runs:
            names = [name for atom in run for name in names_in(atom)]
            lone = len(run) == 1 and bool(names) and all(name.kind == "demonym" for name in names)
            noun = next((p for p in found if p.last == run[0].first), None)
            if not lone or not noun or not noun.side or not and_written_to(run[0], self.language):
                continue
            ends_so = any(
                n.kind == "demonym" for a in self.spans.atoms if a.last == noun.last for n in names_in(a)
            )
            bearer = noun.kind == "person" and bool(noun.title)  # "الوزيران الروسي X | والتركي"
            if (bearer or (ends_so and noun.kind in ("group", "title"))) and names[0].side != noun.side:
                kind = "title" if bearer else noun.kind
                adjective = Party(kind, run[0].first, run[0].last, names[0].side, title=noun.title)
                adjective.joined, adjective.sentence = True, self.sentence.index
                found.append(adjective)
                found.sort(key=lambda p: p.first)
        return found

    def _is_minister(self, party: Party, run: Sequence[Span]) -> bool:
        """ "وزير الخارجية في حكومة طالبان": a title first is somebody of the government, not it."""
        return bool(rules_in(run[0], "title")) and bool(party.side) and self.language.order == "verb-first"

    def _are_of_both(self, groups: Sequence[Rule], references: Sequence[Rule]) -> bool:
        """ "وزراء خارجية البلدان الأربعة": people of those who are spoken of."""
        both = any(rule.says == "both" for rule in references)
        return self.language.order == "verb-first" and bool(groups) and both

    def with_owners_of_groups(self, parties: list[Party]) -> list[Party]:
        """ "وزيري خارجية البلدين", "وفدي الطرفين": a group of both who are spoken of, none of their leaders."""
        found: list[Party] = []
        for party in parties:
            group = found[-1] if found else None
            between = range(group.last, party.first) if group else range(0)
            near = len(between) == 0 or (len(between) == 1 and self.spans.has(between[0], "locative"))
            if group and near and group.kind == "group" and not group.side and party.means == "both":
                group.kind, group.means, group.plural = "reference", "both", True
                group.last, group.title = party.last, party.title
                continue
            if group and party.kind == "reference" and party.means == "person" and group.last == party.first:
                continue  # "الوفد الروسي | الزائر": what it is called, not somebody else
            found.append(party)
        return found

    def with_adjectives(self, runs: list[list[Span]], parties: list[Party]) -> list[Party]:
        """ "المباحثات الروسية التركية في أنقرة": whose talks they are, where a place or day says they are an event."""
        if not (self.whereabouts.places or self.spans.times):
            return parties
        found = list(parties)
        for run in runs:
            names = [[n for n in names_in(atom) if n.kind == "demonym" and n.side] for atom in run]
            between = {own[0].side for own in names if own}
            first = run[0].first
            while self.language.has("glue", self.tokens[first - 1].key) and first > self.sentence.first:
                first -= 1  # "لقاء ثلاثي | روسي تركي"
            ends = range(first, run[0].first + 1)
            noun = next((t for t in self.spans.tables.get("trigger", ()) if t.last in ends), None)
            if (
                len(between) < 2
                or not all(names)
                or noun is None
                or noun.rule.frame not in ("noun", "active", "host")
            ):
                continue
            for atom, own in zip(run, names, strict=True):
                party = Party("org", atom.first, atom.last, own[0].side, sentence=self.sentence.index)
                party.oblique, party.joined = "between", atom is not run[0]
                found.append(party)
        return sorted(found, key=lambda p: p.first)

    def without_compounds(self, runs: list[list[Span]], parties: list[Party]) -> list[Party]:
        """ "российско-украинские переговоры": both sides of a compound before a noun that tells of a contact."""
        nouns = {t.first for t in self.spans.tables.get("trigger", ()) if t.rule.frame in ("noun", "round")}
        found = [p for p in parties if p.means != "compound"]
        for run in runs:
            first, last = run[0], run[-1]
            compound = any(rule.says == "compound" for rule in rules_in(first, "group"))
            if not compound or len(run) != 2 or not names_in(last):
                continue
            sides = [rules_in(first, "group")[0].row["side"], names_in(last)[0].side]
            if {last.last, last.last + 1} & nouns and len(set(sides)) > 1:
                for atom, side in zip(run, sides, strict=True):
                    half = Party("org", atom.first, atom.last, side, sentence=self.sentence.index)
                    half.oblique, half.joined = "between", atom is last
                    found.append(half)
        return sorted(found, key=lambda p: p.first)


def _is_demonym(atom: Span) -> bool:
    return any(name.kind == "demonym" for name in names_in(atom))


def _is_movement(atom: Span) -> bool:
    kinds = ("movement", "faction")
    return any(name.kind == "org" and name.side and name.entry.kind in kinds for name in names_in(atom))


def without_unnamed_movement(atoms: Sequence[Span], known: Sequence[Span]) -> list[Span]:
    """The atoms but the adjective of "палестинского движения" where the sentence names none."""
    movements = {
        a.first: a.last for a in known if any(r.says == "movement" for r in rules_in(a, "reference"))
    }
    named = {i for a in known if is_organisation(a) for i in (a.first, a.first - 1)}
    taken = {atom.first for atom in atoms}

    def is_of_movement(atom: Span) -> bool:
        noun = atom.last
        unnamed = noun in movements and noun not in taken and movements[noun] not in named
        return unnamed and bool(names_in(atom)) and all(name.kind == "demonym" for name in names_in(atom))

    return [atom for atom in atoms if not is_of_movement(atom)]
