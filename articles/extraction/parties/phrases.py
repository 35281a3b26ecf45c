"""Who is spoken of: titles, sides and names that stand together become one party.

"Wakil Menteri Luar Negeri Rusia, Mikhail Bogdanov" is one party: a title, a side, a person.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..words.language import Language, Rule
from ..words.lexicon import Lexicon
from ..words.names import Name
from ..words.spans import SentenceSpans, Span, is_person, names_in, rules_in
from ..words.text import Token
from .atoms import and_written_to, place_of
from .beside import Beside
from .complements import with_complements
from .demonyms import without_unnamed_movement
from .heads import cases_of, leads_in, people_in, sent_by, side_of, speaks_for, speaks_for_state
from .obliques import Obliques
from .oneof import as_group, with_one_of
from .pairs import with_pairs
from .parties import Party, Phrases
from .people import People, Person
from .runs import Runs
from .unlisted import UnlistedNames

_SENT = frozenset({"special representative", "special envoy", "representative", "ambassador", "diplomat"})
_BODY = "political bureau"  # a title that is no person's: "hosted Hamas's political office"
_OF_STATE = frozenset(
    {"foreign minister", "president", "prime minister", "minister", "deputy foreign minister"}
)
_BODIES = frozenset(
    {"United Nations", "European Union", "NATO", "ASEAN", "Arab League"}
)  # that states' people serve later
_PASSED_ON = ("subject_stop", "locative", "agent")


def find_phrases(
    tokens: Sequence[Token], spans: SentenceSpans, language: Language, lexicon: Lexicon, people: People
) -> Phrases:
    """The parties and places of one sentence."""
    return _Chunker(tokens, spans, language, lexicon, people).run()


class _Chunker(Obliques, Beside):
    def __post_init__(self) -> None:
        super().__post_init__()
        self.names = UnlistedNames(self.tokens, self.spans, self.language, self.lexicon, self.people)
        self.runs = Runs(self.tokens, self.spans, self.language)

    def run(self) -> Phrases:
        named = [
            self._movement(atom)
            for atom in self.spans.atoms
            if (self.people.may_be_meant(atom) or self._named_here(atom))
            and (self.is_named(atom) if self.language.cases else not leads_in(atom, self.spans))
        ]
        if self.language.cases:
            named = without_unnamed_movement(named, self.spans.atoms)
            named = with_one_of([as_group(atom, named[i : i + 1]) for i, atom in enumerate(named, 1)])
        known = with_complements(named, self.tokens, self.spans, self.language)
        heads = {atom.first for atom in known}
        for atom in named:  # "the envoy in Doha" tells a place besides
            about = self.language.articles and self.spans.has(atom.first - 1, "serving")
            if atom.first not in heads and not about and self.spans.has(atom.first - 1, "locative"):
                self.whereabouts.take(atom)
        atoms = [atom for atom in self.names.beside(known) if not self.whereabouts.take(atom)]
        runs = self.runs.of(atoms)
        parties = [party for run in runs if (party := self._party(run))]
        parties = self.without_counted(self._with_shared_nouns(runs, parties))
        if self.language.order == "verb-first":
            parties = self.with_shared_heads(runs, self.with_adjectives(runs, parties))
            parties = self.with_owners_of_groups(parties)
        if self.language.cases:
            parties = self.share_heads(self.without_compounds(runs, parties))
            parties = self.with_chained_titles(self.with_distant_names(self.of_nationals(parties)))
            parties = self.with_bracketed(self.without_served(self.without_owners(parties)))
            parties = self.with_antecedents(parties)
        for one, other in pairwise(parties):
            if other.joined and one.oblique in _PASSED_ON and one.last == other.first:
                other.oblique = one.oblique  # "under the auspices of Qatar and Egypt"
            elif one.oblique == "bond" and not other.oblique and self._and_between(one, other):
                other.oblique = one.oblique
            elif other.joined and "topic" in (one.oblique, other.oblique) and one.last == other.first:
                other.oblique = one.oblique  # "بحث A وB": what one of a row does the other does
        self.share_sides(parties)
        self.share_land(parties)
        if self.language.order != "verb-first":
            self.sides_from(parties, known)
            parties = with_pairs(parties, atoms, self.tokens, self.spans)
            self.note_clauses(parties, self.people)
            parties = self.without_it(self.of_speakers(self.at_their_side(parties)))
            parties = self.without_abbreviations(self.with_second_offices(parties, self.people))
        parties = self.with_movements(parties)
        self.drop_cues_inside(parties)
        self.whereabouts.house_of(self.spans.atoms)
        return Phrases(self.without_possessors(parties), self.whereabouts.places)

    def _with_shared_nouns(self, runs: list[list[Span]], parties: list[Party]) -> list[Party]:
        """ "Saudi and Omani delegations": an adjective whose noun stands behind the next one."""
        shared: list[Party] = []
        for run, following in reversed(list(pairwise(runs))):
            names = names_in(run[0])
            if len(run) > 1 or not names or any(name.kind != "demonym" for name in names):
                continue
            between = range(run[0].last, following[0].first)
            known = [*shared, *parties]  # "his Iranian, Egyptian and Qatari counterparts"
            noun = next((p for p in known if p.first <= following[0].first < p.last), None)
            kinds = ("demonym", "org")
            described = any(name.kind in kinds for name in names_in(following[0]))
            linked = bool(between) and all(self.spans.has(i, "and") or self._comma(i) for i in between)
            if linked and described and noun and noun.kind == "group":
                first, last = run[0].first, run[0].last
                adjective = Party("group", first, last, names[0].side, sentence=self.sentence.index)
                adjective.oblique, adjective.cases = self._oblique(first, run[0]), noun.cases
                shared.append(adjective)
        return sorted([*parties, *shared], key=lambda p: p.first)

    def _movement(self, atom: Span) -> Span:
        """The name for which "the movement" stands: the movement named last."""
        atom = self.people.without_unnamed(atom)
        for name in names_in(atom):
            if name.kind == "org" and name.entry.kind in ("movement", "faction"):
                self.people.note_movement(name, acting=self.is_acting(atom))
        if self.people.movement and any(rule.says == "movement" for rule in rules_in(atom, "reference")):
            return replace(atom, values=[self.people.movement])
        return atom

    def _sends(self, run: list[Span], titles: list[Rule], groups: list[Rule]) -> bool:
        """ "utusan khusus Presiden Putin" is not Putin, nor is "kubu X" X."""
        office = bool(groups) and groups[0].says == "office"
        if self.language.plain and (office or speaks_for(run, titles)):
            return True
        return bool(groups) and self.language.order == "verb-first" and sent_by(run)

    def _party(self, run: list[Span]) -> Party | None:
        people = [
            self.people.resolve(atom, self.tokens) for atom in people_in(run, self.language, self.spans)
        ]
        orgs = [name for atom in run if not is_person(atom) for name in names_in(atom)[:1]]
        titles = [rule for atom in run for rule in rules_in(atom, "title")[:1]]
        groups = [rule for atom in run for rule in rules_in(atom, "group")[:1]]
        references = [rule for atom in run for rule in rules_in(atom, "reference")[:1]]
        party = Party(
            "org", self._start(run[0]), run[-1].last, sentence=self.sentence.index, cases=self._cases_of(run)
        )
        party.joined = and_written_to(run[0], self.language) or self._hyphenated(run[0].first)
        party.side = side_of(orgs, [*groups, *titles, *references])
        self._mark_definite(party, run, titled=bool(titles))
        if len(orgs) > 1 and orgs[0].entry.kind == "state":
            movement = next((n for n in orgs[1:] if n.side and n.entry.kind in ("movement", "faction")), None)
            party.side = movement.side if movement else party.side  # "Yemen's Houthi delegation"
        party.title = titles[0].says if titles else ""
        party.by_origin = bool(orgs) and self._described_by_origin(orgs) and not self._of_government(run)
        party.oblique, party.plural = (
            self._oblique(party.first, run[0]),
            self._are_of_both(groups, references),
        )
        people = [] if people and self._sends(run, titles, groups) else people
        if not people and any(is_person(atom) for atom in run):
            party.side = party.side or next((n.side for a in run for n in names_in(a) if n.side), None)
        if people and party.oblique == "topic" and self._opens_clause(party.first):
            party.oblique = ""
        if people:
            party.kind = "person"
            party.people = [self._dressed(person, run, party) for person in people]
            self._side_with(party)
        elif references and (not orgs or (self._described_by_origin(orgs) and not groups)):
            party.kind, party.means = "reference", references[0].says
            if party.side and self.language.order == "verb-first" and party.means in ("group", "both"):
                party.kind, party.means = "group", ""  # "the Russian delegation" is one by itself
            party.title = references[0].row.get("title", "")
        elif groups and all(rule.says == "office" for rule in groups) and not self._is_minister(party, run):
            return party if party.side else None  # "the government": whose it is nobody says
        elif groups and not (self._is_minister(party, run) and groups[0].says == "office"):
            several = self.language.cases and not any(rule.says == "delegation" for rule in groups)
            party.kind = "title" if titles and several else "group"  # "главы МИД": one's, or several
            party.last += self.is_body(run)
            party.summed = self._sums_up(groups, orgs)
            party.plural = several
            party.means = groups[0].says
        elif titles or references:
            party.kind = "org" if self.language.articles and party.title == _BODY else "title"
        elif self.is_body(run) and orgs:
            party.last += 1
        elif self.are_nationals(run):
            party.kind, party.means, party.two = "group", "nationals", self.are_two(run[0])
        elif not orgs or all(name.kind == "demonym" for name in orgs) or self._describes(run, orgs):
            return None
        elif len(run) == 1:
            party.place = place_of(run[0])[0]
        return party

    def _sums_up(self, groups: Sequence[Rule], orgs: Sequence[Name]) -> bool:
        """Whether a word stands for several sides: "faksi Palestina", but not "kelompok Palestina Hamas"."""
        named = any(n.entry.kind in ("movement", "faction") for n in orgs)
        several = any(rule.row.get("side") and rule.says not in ("nationals", "officials") for rule in groups)
        return several and not (named and self.language.order != "verb-first")

    def _cases_of(self, run: list[Span]) -> frozenset[str]:
        """ "заместителем премьера": the case is that of the word before the title."""
        first = self._start(run[0])
        before = self.spans.bent.get(first) if first < run[0].first else None
        return before or cases_of(run)

    def _side_with(self, party: Party) -> None:
        """The side of somebody named, whom an office may make speak for another than his own."""
        if speaks_for_state(party.side, party.people[0].side):
            party.people = [self.people.sent_by(person, party.side or "") for person in party.people]
        elif self.language.articles and party.side and party.title in _SENT:
            party.people = [self.people.sent_by(person, party.side) for person in party.people]
        if self.language.plain and party.title in _OF_STATE and self._serves_another(party):
            party.people = [self.people.sent_by(person, party.side or "") for person in party.people]
        party.side = party.people[0].side or party.side

    def _serves_another(self, party: Party) -> bool:
        """ "Menteri Luar Negeri Australia Julie Bishop": an office held before the one that is known of somebody."""
        own = party.people[0].side
        bodies = own in _BODIES
        return bool(party.side) and party.side != own and bodies and party.side not in _BODIES

    def _mark_definite(self, party: Party, run: list[Span], *, titled: bool) -> None:
        """Note whether a phrase means somebody already spoken of: "the minister", "menteri itu"."""
        before = party.first - 1
        party.definite = before >= self.sentence.first and self.spans.has(before, "definite")
        written = self.spans.shaped(run[-1].last - 1, "with_article")
        if titled and (run[0].prefix.endswith("ال") or written):  # "الوزير", "رئيس المكتب السياسي"
            party.definite = party.attached = True
        elif titled and self.language.cases:  # without articles, a title alone is whoever bears it
            party.definite = len(run) == 1 and not party.side
        if titled and self.spans.has(party.last, "demonstrative"):
            party.definite = True
        if self.spans.holds("whose_land"):
            party.of_land = any(self.spans.has(i, "whose_land") for i in range(party.first, party.last + 1))

    def _named_here(self, atom: Span) -> bool:
        """ "untuk Ali Khamenei dibawa Abe, yang bertemu **Khamenei**": named in full before in the sentence."""
        if not self.language.plain:
            return False
        keys = {name.key for name in names_in(atom)}
        before = (other for other in self.spans.atoms if other.first < atom.first)
        return any(name.kind == "person" and name.key in keys for other in before for name in names_in(other))

    def _and_between(self, one: Party, other: Party) -> bool:
        """ "tensions between the US | and | the EU"."""
        between = range(one.last, other.first)
        return any(self.spans.has(i, "and") for i in between) and all(
            self.spans.has(i, "and", "definite") for i in between
        )

    def _hyphenated(self, first: int) -> bool:
        """ "Rusia-Iran": two states in one word."""
        before = first - 1
        return before > self.sentence.first and self.tokens[before].text in "-–"

    def _described_by_origin(self, orgs: list[Name]) -> bool:
        """ "российский дипломат", "his Thai counterpart": an adjective says the side of a reference."""
        return all(name.kind == "demonym" for name in orgs)

    def _of_government(self, run: list[Span]) -> bool:
        """ "представители афганского правительства": not those of a movement that is at home there."""
        return self.language.cases and self.is_body(run)

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
            at = next(i for i, atom in enumerate(run) if is_person(atom))
            part = run[:at] if run.index(titled[0]) < at else run[at + 1 :]
            if part:
                first = self._start(part[0]) if part[0] is run[0] else part[0].first
                role = (self.tokens[first].start, self.tokens[part[-1].last - 1].end)
        return self.people.dressed(person, side=party.side, role=role)

    def _describes(self, run: list[Span], orgs: list[Name]) -> bool:
        """ "dialog nasional Palestina": a state that speaks through another side describes the noun before it."""
        before = run[0].first - 1
        if not self.language.plain or len(run) > 1 or before < self.sentence.first:
            return False
        own = all(n.entry.kind == "state" and n.side != n.entry.name for n in orgs)  # type: ignore[union-attr]
        token = self.tokens[before]
        plain_noun = token.word and token.text.islower() and not self.spans.classes.get(before)
        told = any(
            s.first <= before < s.last
            for table in ("trigger", "cue", "reporting")
            for s in self.spans.tables.get(table, ())
        )
        return own and plain_noun and not told and token.key not in self.language.stop_words
