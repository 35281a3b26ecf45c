"""Who is spoken of: titles, sides and names that stand together become one party.

"Wakil Menteri Luar Negeri Rusia, Mikhail Bogdanov" is one party: a title, a side, a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from .gazetteer import Place
from .language import Language, Rule
from .lexicon import Lexicon, Name
from .patterns import particle
from .people import People, Person
from .spans import SentenceSpans, Span, names_in, rules_in
from .text import Token

PartyKind = Literal["person", "org", "group", "title", "reference"]
_COMMAS = frozenset(",،")
_PASSED_ON = ("subject_stop", "locative", "agent")
_SAID = ("trigger", "cue", "reporting", "attribution", "topic")
_QUOTES = frozenset("\"'“”«»()")
_SIDE_LESS_STATE = "Palestinian Authority"  # "Palestinian movement Hamas" speaks for Hamas


@dataclass(slots=True, eq=False)
class Party:
    """One noun phrase that names, describes or points to somebody."""

    kind: PartyKind
    first: int
    last: int
    side: str | None = None
    people: list[Person] = field(default_factory=list)
    title: str = ""
    means: str = ""  # of a reference
    oblique: str = ""  # the kind of word before it: "locative", "with", "agent", ...
    cases: frozenset[str] = frozenset()
    plural: bool = False
    joined: bool = False  # an "and" is written to its first word ("وفتح")
    definite: bool = False  # "the minister": somebody already spoken of
    summed: bool = False  # "two Palestinian factions": a word for several sides
    sentence: int = 0
    place: Place | None = None  # of a capital that stands for its government, or a country


@dataclass(slots=True, eq=False)
class PlaceSpan:
    """A town or country named as where something is."""

    first: int
    last: int
    place: Place
    venue: bool = False
    bare: bool = False  # no "in", "to" or "from" before it


@dataclass(slots=True)
class Phrases:
    """The parties and places of one sentence, in order."""

    parties: list[Party]
    places: list[PlaceSpan]


def find_phrases(
    tokens: Sequence[Token], spans: SentenceSpans, language: Language, lexicon: Lexicon, people: People
) -> Phrases:
    """The parties and places of one sentence."""
    return _Chunker(tokens, spans, language, lexicon, people).run()


class _Chunker:
    def __init__(
        self,
        tokens: Sequence[Token],
        spans: SentenceSpans,
        language: Language,
        lexicon: Lexicon,
        people: People,
    ) -> None:
        self.tokens, self.spans, self.language, self.lexicon = tokens, spans, language, lexicon
        self.people = people
        self.sentence = spans.sentence
        self.places: list[PlaceSpan] = []

    def run(self) -> Phrases:
        known = [self._movement(atom) for atom in self.spans.atoms if self.people.may_be_meant(atom)]
        atoms = [atom for atom in self._with_unlisted_names(known) if not self._take_place(atom)]
        parties = [party for run in self._runs(atoms) if (party := self._party(run))]
        for one, other in pairwise(parties):
            if other.joined and one.oblique in _PASSED_ON and one.last == other.first:
                other.oblique = one.oblique  # "under the auspices of Qatar and Egypt"
        self._share_sides(parties)
        return Phrases(self._without_possessors(parties), self.places)

    def _share_sides(self, parties: list[Party]) -> None:
        """In a row of people somebody whom no list holds is of the side of the one before him."""
        for before, party in pairwise(parties):
            if party.kind != "person" or party.side or party.title or not before.side:
                continue
            between = range(before.last, party.first)
            if before.people and all(self._comma(i) or self.spans.has(i, "and") for i in between):
                party.side = before.side
                party.people = [self.people.dressed(p, side=party.side, role=p.role) for p in party.people]

    def _without_possessors(self, parties: list[Party]) -> list[Party]:
        """The parties but "Putin's" of "Putin's envoy M. Bogdanov", who is not spoken of himself."""
        kept = []
        for index, party in enumerate(parties):
            following = parties[index + 1] if index + 1 < len(parties) else None
            owns = party.last < self.sentence.last and self.tokens[party.last].key == "'s"
            if (
                following
                and owns
                and party.kind == "person"
                and following.kind in ("person", "title")
                and bool(following.title)
                and self._glued(party.last, following.first)
            ):
                following.side = following.side or party.side
                continue
            kept.append(party)
        return kept

    def _movement(self, atom: Span) -> Span:
        """The name for which "the movement" stands: the movement named last."""
        for name in names_in(atom):
            if name.kind == "org" and name.entry.kind in ("movement", "faction"):
                self.people.movement = name
        if self.people.movement and any(rule.says == "movement" for rule in rules_in(atom, "reference")):
            return replace(atom, values=[self.people.movement])
        return atom

    # -- places ---------------------------------------------------------------------------

    def _take_place(self, atom: Span) -> bool:
        """Put a town or country that is where something is among the places; True when it is no party."""
        place, venue = self._place_of(atom)
        if place is None:
            return False
        names = names_in(atom)
        if any(name.kind == "person" for name in names):
            return False
        if venue and names and self.language.cases:
            if self._locative(atom):  # "talks in the Foreign Ministry": where, and with whom
                self.places.append(PlaceSpan(atom.first, atom.last, place, venue=True))
            return False
        if venue:
            self.places.append(PlaceSpan(atom.first, atom.last, place, venue=True))
            return not names or self._locative(atom)
        government = any(name.kind in ("metonym", "org") for name in names)
        if government and not self._locative(atom):
            return False
        if any(name.kind == "demonym" for name in names) and not self._locative(atom):
            return False
        self.places.append(PlaceSpan(atom.first, atom.last, place, bare=not self._locative(atom)))
        return True

    def _place_of(self, atom: Span) -> tuple[Place | None, bool]:
        for rule in rules_in(atom, "venue"):
            return rule.row["place"], True
        for rule in rules_in(atom, "place"):
            return rule.row["place"], False
        for name in names_in(atom):
            if name.kind == "org" and name.entry.kind == "state" and name.entry.country:  # type: ignore[union-attr]
                return Place(None, name.entry.country, False), False
        return None, False

    def _locative(self, atom: Span) -> bool:
        kinds = ("locative", "destination", "origin")
        if any(self.language.has(kind, particle(atom.prefix)[-1:]) for kind in kinds):
            return True
        index = atom.first - 1
        if index >= self.sentence.first and self.tokens[index].key == "the":
            index -= 1
        if index < self.sentence.first or not self.spans.has(index, *kinds):
            return False
        # a person's name may follow a country: "from Russia's Lavrov"
        after = atom.last
        return not (after < self.sentence.last and self.tokens[after].key == "'s")

    # -- names no list holds --------------------------------------------------------------

    def _with_unlisted_names(self, atoms: list[Span]) -> list[Span]:
        """The atoms and the capitalised names that stand beside a title."""
        covered = {index for atom in atoms for index in range(atom.first, atom.last)}
        found = list(atoms)
        headline = self.sentence.block.role == "title"  # every word may have a capital
        for index, atom in enumerate(atoms):
            named = rules_in(atom, "title") or _is_counterpart(atom) or self._after_title(atoms, index)
            if headline or not named:
                continue
            for start in self._name_starts(atom):
                name = self._capitalised(start, covered)
                if name:
                    found.append(name)
                    covered.update(range(name.first, name.last))
                    break
        for index, token in enumerate(
            self.tokens[self.sentence.first : self.sentence.last], self.sentence.first
        ):
            if index not in covered and (person := self.people.by_surname(token)):
                found.append(Span(index, index + 1, [person]))
        found += self._listed_names(found, covered)
        return sorted(found, key=lambda a: a.first)

    def _listed_names(self, atoms: list[Span], covered: set[int]) -> list[Span]:
        """Names that no list holds, in a row of people: "X, Y Z and W"."""
        if self.language.script == "arabic" or self.sentence.block.role == "title":
            return []
        found, ends = [], {atom.last for atom in atoms if _is_person(atom)}
        for index in range(self.sentence.first + 1, self.sentence.last):
            start = index
            while start < self.sentence.last and self.spans.has(start, "and", "honorifics"):
                start += 1
            if not (index in ends and start > index) and not (index - 1 in ends and self._comma(index - 1)):
                continue
            name = None if start in covered else self._capitalised(start, covered)
            if name and name.last - name.first > 1:
                found.append(name)
                covered.update(range(name.first, name.last))
                ends.add(name.last)
        return found

    def _comma(self, index: int) -> bool:
        return self.tokens[index].text in _COMMAS

    def _after_title(self, atoms: list[Span], index: int) -> bool:
        """Whether an organisation follows a title: "Menteri Luar Negeri Indonesia", then a name."""
        if not index or not names_in(atoms[index]) or any(n.kind == "person" for n in names_in(atoms[index])):
            return False
        before = atoms[index - 1]
        return bool(rules_in(before, "title")) and self._glued(before.last, atoms[index].first)

    def _name_starts(self, atom: Span) -> list[int]:
        after = atom.last
        starts = [after]
        if after < self.sentence.last and self.tokens[after].text in _COMMAS:
            starts.append(after + 1)
        while starts[-1] < self.sentence.last and self.spans.has(starts[-1], "honorifics"):
            starts[-1] += 1
        return starts

    def _capitalised(self, start: int, covered: set[int]) -> Span | None:
        end = start
        cased = self.language.script != "arabic"
        while end < self.sentence.last and end - start < (5 if cased else 3) and end not in covered:
            token = self.tokens[end]
            hyphen = token.text == "-" and end > start and self.tokens[end - 1].end == token.start
            if not (hyphen or self._name_word(token, end, cased)):
                break
            end += 1
        while end > start and (
            self.tokens[end - 1].text == "-" or self.language.has("particles", self.tokens[end - 1].key)
        ):
            end -= 1
        words = end - start
        if not cased and not self._bare_name(start, end):
            return None
        if words < 1 or (words == 1 and (not cased or len(self.tokens[start].text) < 3)):
            return None
        return Span(start, end, [self.people.unlisted(self.tokens[start:end], self.language, self.lexicon)])

    def _bare_name(self, start: int, end: int) -> bool:
        """Whether words without capitals may be a name: they begin with no article or "and", and behind a
        comma another sign closes them."""
        if start >= end or self.tokens[start].key.startswith(("ال", "و")):
            return False
        if start and self.tokens[start - 1].text in _COMMAS:
            return end < self.sentence.last and not self.tokens[end].word
        return True

    def _name_word(self, token: Token, index: int, cased: bool) -> bool:
        if not token.word or token.text[0].isdigit() or self.language.has("not_names", token.key):
            return False
        if self.language.has("particles", token.key):
            return True
        if cased:
            return token.text[0].isupper() and not self.spans.has(index, "and")
        return not (
            self.spans.classes.get(index)
            or token.key in self.language.stop_words
            or any(s.first <= index < s.last for name in _SAID for s in self.spans.tables.get(name, ()))
            or any(s.first <= index < s.last for s in self.spans.times)
        )

    # -- chunks ---------------------------------------------------------------------------

    def _runs(self, atoms: list[Span]) -> list[list[Span]]:
        runs: list[list[Span]] = []
        for index, atom in enumerate(atoms):
            if runs and self._continues(runs[-1], atom, atoms[index:]):
                runs[-1].append(atom)
            else:
                runs.append([atom])
        return runs

    def _continues(self, run: list[Span], atom: Span, rest: list[Span]) -> bool:  # noqa: PLR0911
        before, person = run[-1], any(_is_person(a) for a in run)
        title = any(rules_in(a, "title") for a in run)
        if self.language.cases and self._begins_anew(run, atom):
            return False
        if (rules_in(atom, "reference") or rules_in(before, "reference")) and not rules_in(before, "title"):
            described = _is_counterpart(before) or (
                self.language.cases and any(rule.row.get("title") for rule in rules_in(atom, "reference"))
            )  # "российский дипломат"
            return not person and described and self._glued(before.last, atom.first)
        if any(names_in(a) for a in run) and (
            self._and_written_to(atom)
            or (not person and self._new_title(atom, title))
            or self._other_side(run, atom, title)
        ):
            return False
        first = before.last
        while first < atom.first and self.tokens[first].text in _QUOTES:
            first += 1
        gap = self.tokens[first : atom.first]
        if gap and gap[0].text in _COMMAS and self._glued(first + 1, atom.first):
            if not person:
                return title and _is_person(atom) and len(gap) == 1
            return self._is_apposition(rest)
        if not self._glued(before.last, atom.first) and not self._complement(before, atom):
            return False
        if person and self.language.order == "verb-first" and rules_in(atom, "title") and not gap:
            return self._is_apposition(rest) and self._same_side(run, rest)
        if person and not _is_person(before):
            return not _is_person(atom)  # inside an apposition: "X, Russia's deputy foreign minister"
        if person:
            appended = any(
                rules_in(a, "title") for a in run[run.index(next(a for a in run if _is_person(a))) :]
            )
            return bool(names_in(atom)) and not _is_person(atom) and (bool(gap) or appended)
        return True

    def _begins_anew(self, run: list[Span], atom: Span) -> bool:
        """Whether, in a language with cases, a noun cannot belong to the phrase before it.

        Owners follow what they own: "Приглашение Москвы лидер ХАМАС получил", "с делегацией ХАМАС Кремль".
        """
        if not _is_organisation(atom):
            head = next((a for a in run if _is_described(a)), None)
            clash = head is not None and bool(head.cases and atom.cases) and not head.cases & atom.cases
            return _only_organisations(run) or (_is_person(atom) and clash)
        sides = {name.side for name in names_in(atom)}
        return _is_organisation(run[-1]) and not sides & {name.side for name in names_in(run[-1])}

    def _and_written_to(self, atom: Span) -> bool:
        return any(self.language.has("and", letter) for letter in particle(atom.prefix)[:1])

    def _complement(self, title: Span, atom: Span) -> bool:
        """Whether only words of a title stand between it and a name: "head of the council of muftis NAME"."""
        between = range(title.last, atom.first)
        return (
            self.language.order == "verb-first"
            and bool(rules_in(title, "title"))
            and _is_person(atom)
            and len(between) <= 4
            and all(
                self.tokens[i].text in _COMMAS or self._name_word(self.tokens[i], i, cased=False)
                for i in between
            )
        )

    def _same_side(self, run: list[Span], rest: list[Span]) -> bool:
        """Whether a title behind a name names no other side than the name's."""
        own = {name.side for atom in run for name in names_in(atom)}
        for index, atom in enumerate(rest):
            if index and not self._glued(rest[index - 1].last, atom.first):
                break
            if any(name.side not in own for name in names_in(atom)[:1]):
                return False
        return True

    def _other_side(self, run: list[Span], atom: Span, title: bool) -> bool:
        """Whether a name of another side follows a name: "a delegation of Hamas | Bogdanov", "... | Moscow"."""
        named = [name for name in names_in(atom) if name.kind != "demonym"]
        if self.language.order != "verb-first" or title or not named:
            return False
        sides = {name.side for before in run for name in names_in(before)}
        return not sides & {name.side for name in named}

    def _new_title(self, atom: Span, title: bool) -> bool:
        """Whether a title begins another party: where sides follow titles, "delegation of Hamas | minister of"."""
        return self.language.order == "verb-first" and (
            (not title and bool(rules_in(atom, "title"))) or bool(rules_in(atom, "group"))
        )

    def _is_apposition(self, atoms: list[Span]) -> bool:
        """Whether a title follows ("X, deputy foreign minister of Russia,") and no other name with it."""
        has_title = False
        for index, atom in enumerate(atoms[:5]):
            if index and not self._glued(atoms[index - 1].last, atom.first):
                break
            if _is_person(atom) or rules_in(atom, "reference"):
                return False
            has_title = has_title or bool(rules_in(atom, "title"))
        return has_title

    def _glued(self, first: int, last: int) -> bool:
        if last - first > 4:
            return False
        return all(
            self.language.has("glue", token.key)
            or token.text in "-'\"“”«»"
            or token.key == "'s"
            or self.spans.has(first + offset, "honorifics", "modifiers")
            or self._initial(first + offset)
            for offset, token in enumerate(self.tokens[first:last])
        )

    def _initial(self, index: int) -> bool:
        """ "И.Ханию", "M. Bogdanov": a letter with its full stop, or the full stop."""
        if self.tokens[index].text == ".":
            index -= 1
        letter = self.tokens[index].text
        return len(letter) == 1 and letter.isupper() and self.tokens[index + 1].text == "."

    def _party(self, run: list[Span]) -> Party | None:
        people = [self.people.resolve(atom, self.tokens) for atom in run if _is_person(atom)]
        orgs = [name for atom in run if not _is_person(atom) for name in names_in(atom)[:1]]
        titles = [rule for atom in run for rule in rules_in(atom, "title")[:1]]
        groups = [rule for atom in run for rule in rules_in(atom, "group")[:1]]
        references = [rule for atom in run for rule in rules_in(atom, "reference")[:1]]
        party = Party(
            "org", self._start(run[0]), run[-1].last, sentence=self.sentence.index, cases=_cases(run)
        )
        party.joined = self._and_written_to(run[0])
        before = party.first - 1
        party.definite = before >= self.sentence.first and self.spans.has(before, "definite")
        party.side = _side(orgs, [*groups, *titles])
        party.title = titles[0].says if titles else ""
        party.oblique = self._oblique(party.first, run[0])
        if people:
            party.kind = "person"
            party.people = [self._dressed(person, run, party) for person in people]
            party.side = party.people[0].side or party.side
        elif references and (not orgs or self._described_by_origin(orgs)):
            party.kind, party.means = "reference", references[0].says
        elif groups:
            party.kind, party.plural = "group", True
            party.summed = any(rule.row.get("side") for rule in groups)
        elif titles or references:
            party.kind = "title"
        elif not orgs or all(name.kind == "demonym" for name in orgs):
            return None
        elif len(run) == 1:
            party.place = self._place_of(run[0])[0]
        return party

    def _described_by_origin(self, orgs: list[Name]) -> bool:
        """ "российский дипломат", "иранский коллега": an adjective says the side of a reference."""
        return self.language.cases and all(name.kind == "demonym" for name in orgs)

    def _start(self, atom: Span) -> int:
        first = atom.first
        while first > self.sentence.first and self.spans.has(first - 1, "modifiers"):
            first -= 1
        return first

    def _dressed(self, person: Person, run: list[Span], party: Party) -> Person:
        """The person with the side and role that this phrase gives."""
        titled = [atom for atom in run if rules_in(atom, "title")]
        role = None
        if titled:
            at = next(i for i, atom in enumerate(run) if _is_person(atom))
            part = run[:at] if run.index(titled[0]) < at else run[at + 1 :]
            if part:
                first = self._start(part[0]) if part[0] is run[0] else part[0].first
                role = (self.tokens[first].start, self.tokens[part[-1].last - 1].end)
        return self.people.dressed(person, side=party.side, role=role)

    def _before_participle(self, index: int) -> int:
        """ "с прибывшей в Москву делегацией": the word before the participle, or the same word."""
        for trigger in self.spans.tables.get("trigger", ()):
            if trigger.rule.row.get("participle") and trigger.last <= index + 1 <= trigger.last + 4:
                between = range(trigger.last, index + 1)
                if all(self.spans.has(i, "locative") or self._placed(i) for i in between):
                    return trigger.first - 1
        return index

    def _placed(self, index: int) -> bool:
        return any(p.first <= index < p.last for p in self.places) or any(
            time.first <= index < time.last for time in self.spans.times
        )

    def _oblique(self, first: int, atom: Span) -> str:
        kinds = ("company", "agent", "with", "to", "subject_stop", "locative", "between", "of")
        if attached := particle(atom.prefix)[-1:].replace("و", "").replace("ف", ""):
            return next((kind for kind in kinds if self.language.has(kind, attached)), "")
        index = first - 1
        while (
            index >= self.sentence.first
            and (self.language.has("glue", self.tokens[index].key) or self.tokens[index].text == "-")
            and not self.spans.has(index, *kinds)
        ):
            index -= 1
        index = self._before_participle(index)
        found = next(
            (kind for kind in kinds if index >= self.sentence.first and self.spans.has(index, kind)), ""
        )
        if (
            not found
            and not self.language.cases
            and any(first - 8 <= s.last <= first for s in self.spans.tables.get("topic", ()))
        ):
            return "topic"
        return found


def _is_person(atom: Span) -> bool:
    return any(
        isinstance(v, Person) or (isinstance(v, Name) and v.kind in ("person", "short")) for v in atom.values
    )


def _is_organisation(atom: Span) -> bool:
    return any(name.kind in ("org", "metonym") for name in names_in(atom)) and not _is_described(atom)


def _is_described(atom: Span) -> bool:
    return any(rules_in(atom, table) for table in ("title", "group", "reference")) or _is_person(atom)


def _only_organisations(run: list[Span]) -> bool:
    return all(_is_organisation(atom) for atom in run)


def _cases(run: list[Span]) -> frozenset[str]:
    """The case of a phrase: what its first word, its title and its person have in common."""
    agreeing = [run[0], *(atom for atom in run[1:] if _is_person(atom))]
    if names_in(run[0]) and names_in(run[0])[0].kind == "demonym":
        agreeing += [atom for atom in run[1:] if rules_in(atom, "title") or rules_in(atom, "group")][:1]
    known = run[0].cases
    for atom in agreeing:
        known = known & atom.cases or known or atom.cases
    return known


def _is_counterpart(atom: Span) -> bool:
    return any(rule.says == "counterpart" for rule in rules_in(atom, "reference"))


def _side(orgs: list[Name], described: list[Rule]) -> str | None:
    concrete = any(name.side for name in orgs if name.kind != "demonym")
    for rule in described:
        if rule.row.get("side") and not concrete:
            return rule.row["side"]
    sides = [name.side for name in orgs if name.side]
    movements = [side for side in sides if side != _SIDE_LESS_STATE]
    return next(iter(movements or sides), None)
