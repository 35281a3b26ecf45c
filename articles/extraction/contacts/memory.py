"""What an article has spoken of so far: who was named, who acted, who met."""

from dataclasses import replace
from itertools import pairwise

from ..parties.holders import Holders
from ..parties.parties import Party, Phrases
from ..parties.people import People, Person
from ..words.language import Language
from ..words.lexicon import Lexicon
from .meant import Meant, row_of

_LISTED = 3  # words between two of a list
_TWO = 2  # sides of a contact


class Memory(Holders):
    """The people, delegations and subjects of one article, as far as it has been read."""

    def __init__(self, people: People, lexicon: Lexicon, language: Language) -> None:
        super().__init__(people, lexicon, articles=language.articles)
        self.language, self.plain = language, language.plain
        self.untold: Party | None = None  # "the UN envoy", the subject of the last sentence, not named in it
        self.subject: list[Meant] = []  # of the last sentence that had one
        self.named: list[Party] = []  # of the last sentence that named anybody
        self.person: Person | None = None
        self.man: Person | None = None  # the last whose name is not a woman's
        self.pair: list[Meant] = []  # the parties of the last contact
        self.acting: list[Meant] = []  # its subject
        self.both: list[Meant] = []  # the parties of the last contact that names two sides
        self.two_sides: list[str] = []  # those of two who stood on one side of a contact: "وفدين من A وB"
        self.several: list[Meant] = []  # those of the last contact of more than two sides
        self.group_side: str | None = None  # of the last delegation
        self.guests: list[str] = []  # the sides of those who came to somebody last
        self.sent_side: str | None = None  # of the last group called a delegation or a team
        self.group_row: list[str] = []  # the sides of the last delegations that acted together
        self.row: list[Meant] = []  # the several subjects of the last sentence: "Fatah dan Hamas menyatakan"
        self.quoted: Person | None = None  # who speaks in the quotation that is read
        self.guest: Person | None = None  # whoever travelled last, alone of those named
        self.land: str | None = None  # the side of the country that somebody went to last
        self.summed: dict[
            str, list[str]
        ] = {}  # by the side of a word for several, whom the article lists as them
        self.titled: dict[str, str] = {}  # the side of a title that nobody was named with

    def of_person(self) -> Meant:
        """Whoever "he" is: the person named last as a subject."""
        person = self.person
        sides = [person.side] if person and person.side else []
        return Meant(sides=sides, people=[person] if person else [], resolved=True)

    def group_side_besides(self, own: set[str]) -> str | None:
        """Whose "the delegation" is that these received: the last one's, or the movement's."""
        movement = self.people.movement.side if self.people.movement else None
        return next((side for side in (self.group_side, movement) if side and side not in own), None)

    def last_not_of(self, sides: set[str]) -> Person | None:
        """Who was named last of any side but these."""
        others = [person for side, person in self.by_side.items() if side not in sides]
        return others[-1] if others else None

    def opposite(self, sides: set[str]) -> list[Meant]:
        """The one side besides these that the article has named people of: "Переговоры с Лавровым."."""
        others = [side for side in self.by_side if side not in sides]
        if len(sides) != 1 or len(others) != 1:
            return []
        return [Meant(sides=others, people=[self.by_side[others[0]]], resolved=True)]

    def _is_woman(self, person: Person) -> bool:
        """ "Мария Захарова": whether a surname ends as those of women do."""
        actor = self.lexicon.actors.get(person.actor or "")
        name = next(iter(actor.aliases.get(self.language.code, ())), "") if actor else person.name
        return any(name.endswith(ending) for ending in self.language.words.get("feminine", ()))

    def _note_first(self, phrases: Phrases) -> None:
        """ "Турне Ли Хуэя", "приезд Абу Марзука": a sentence without another subject is about whom it names."""
        named = [p for p in phrases.parties if p.people and not p.oblique]
        men = [p.people[0] for p in named if not self._is_woman(p.people[0])]
        acting = any("nom" in p.cases for p in phrases.parties)
        if men and (self.man is None or (len(named) == 1 and not acting)):
            self.man = men[0]

    def _note_people(self, phrases: Phrases) -> None:
        for party in phrases.parties:
            for person in party.people:
                if person.side:
                    self.by_side.pop(person.side, None)  # the last named stands last
                    self.by_side[person.side] = person
                    self.sided.setdefault(person.side, {})[person.who] = person
                if party.title:
                    self.people.hold(person, party.title, party.side)
                elif self.plain:
                    self.people.name_again(person)
        for party in phrases.parties:
            if party.kind == "title" and party.side and party.title:
                self.titled[party.title] = party.side

    def _note_subject(self, free: list[Party], opening: Party | None, phrases: Phrases) -> None:
        """Remember whom a sentence is about, of those in it who may be its subject."""
        leads = opening is not None and opening.means == "person" and not opening.side
        goes_on = (self.articles or self.plain) and leads
        led = free[0].kind == "group"
        named = next(
            (
                p
                for p in phrases.parties
                if p.kind == "person" and (p in free or (led and p.oblique == "company"))
            ),
            None,
        )
        if named and not (goes_on and self.person):  # "He followed X": he is still whom it is about
            self.person = named.people[0]
            self.man = self.man if self._is_woman(self.person) else self.person
        first = free[0]
        self.subject = [
            Meant(sides=[first.side] if first.side else [], people=list(first.people), party=first)
        ]

    def _note_sum(self, phrases: Phrases) -> None:
        """ "Faksi-faksi Palestina, antara lain Hamas dan Fatah": whom a word for several sides stands for."""
        for index, one in enumerate(phrases.parties):
            if not (self.plain and one.summed and one.side):
                continue
            listed, last = [], one.last
            for party in phrases.parties[index + 1 :]:
                if party.first - last > _LISTED or not party.side or party.oblique not in ("", "company"):
                    break
                listed.append(party.side)
                last = party.last
            opened = len(phrases.parties) > index + 1 and phrases.parties[index + 1].oblique == "company"
            if opened and len(set(listed)) > len(self.summed.get(one.side, [one.side])):
                self.summed[one.side] = list(dict.fromkeys(listed))

    def _note_sent(self, phrases: Phrases) -> None:
        """ "a delegation led by X": whose the delegation is that a sentence names last, be it by its leader."""
        for party, behind in pairwise([*phrases.parties, None]):
            if party is None or party.kind != "group" or party.means not in ("delegation", "team"):
                continue
            led = behind.side if behind and behind.oblique == "company" else None
            self.sent_side = party.side or led or self.sent_side

    def note_sentence(self, phrases: Phrases) -> None:
        """Remember the people, titles and delegations of a sentence that was read."""
        self._note_people(phrases)
        self._note_sum(phrases)
        free = [p for p in phrases.parties if p.kind != "reference" and _may_be_subject(p)]
        opening = next((p for p in phrases.parties if not p.oblique), None)
        titled = opening if opening and opening.kind == "title" and opening.side else None
        self.untold = titled if titled and titled.definite else None
        if self.language.cases:
            self._note_first(phrases)
        groups = [p for p in phrases.parties if p.kind == "group" and p.means != "nationals"]
        group = next((p for p in groups if p.side and not p.oblique), None)
        if self.language.cases:  # "встреча властей A с делегацией из B. Она прилетела ..."
            group = next((p for p in groups if p.side and p.means == "delegation"), group)
        self.group_side = group.side if group else self.group_side
        self._note_sent(phrases)
        if self.language.cases and (led := _led(phrases)):
            self.group_side = led
        self.row = row_of(free)
        if free:
            self._note_subject(free, opening, phrases)
        self.named = [*self._he_who_opens(opening), *(p for p in phrases.parties if p.side)] or self.named

    def _he_who_opens(self, opening: Party | None) -> list[Party]:
        """ "He had it from X. When the two spoke ...": whoever a pronoun that opens a sentence stands for."""
        he = opening is not None and opening.kind == "reference" and opening.means == "person"
        if not he or opening is None or opening.side or not (self.articles and self.person):
            return []
        return [replace(opening, kind="person", side=self.person.side, people=[self.person])]

    def _whose(self, parties: list[Meant]) -> list[Meant]:
        """ "встреча A и B": both had it; "встреча A с B" is A's."""
        met = next((i for i, m in enumerate(parties) if m.party and m.party.oblique), len(parties))
        return parties[: max(met, 1)] if self.language.cases else parties[:1]

    def note_contact(self, parties: list[Meant], acting: list[Meant]) -> None:
        """Remember who met last, and who of them is the subject."""
        self.pair, self.acting = parties, acting or self._whose(parties)
        first = acting[0].party if self.plain and acting else None
        if first and (first.kind == "group" or first.oblique == "company"):
            self.group_row = list(dict.fromkeys(side for meant in acting for side in meant.sides))
        sides = {side for meant in parties for side in meant.sides}
        if len(sides) >= _TWO:
            self.both = parties
        if len(sides) > _TWO:
            self.several = parties
        for row in (acting, [m for m in parties if m not in acting]):
            together = list(dict.fromkeys(side for meant in row for side in meant.sides))
            if len(together) == _TWO:
                self.two_sides = together


def _led(phrases: Phrases) -> str | None:
    """ "Палестинцев возглавляет X": the side of a delegation that only its leader tells."""
    groups = [p for p in phrases.parties if p.means == "group" or (p.kind == "group" and not p.side)]
    leaders = {p.side for p in phrases.parties if p.oblique == "company" and p.people and p.side}
    return leaders.pop() if groups and len(leaders) == 1 else None


def _may_be_subject(party: Party) -> bool:
    return not party.oblique and party.means != "relative" and (not party.cases or "nom" in party.cases)
