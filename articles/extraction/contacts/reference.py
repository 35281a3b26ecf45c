"""Whom "he", "the delegation", "both sides" and bare titles speak of: one resolver for all triggers.

A reference is resolved when exactly one reading fits what was said before; else the party stays
without people or side, and the entry is not written.
"""

from dataclasses import replace

from ..parties.holders import OFFICES
from ..parties.newcomers import movement_from, name_untold, two_sides
from ..parties.parties import Party, Phrases
from ..parties.people import Person
from .meant import Meant
from .memory import Memory

_ANYONE = "diplomat"  # a title that says no office
_MEMBER = "senior member"
_LEADER = ("leader", "head")
_HEADS = ("head of the political bureau", "secretary-general", "president")  # who leads a movement
_ENVOYS = ("ambassador", "special representative")
_GUEST = "guest"  # a word for whoever came
_PAIR = 2  # people
_BOTH = "two"  # a word for two delegations
_SEVERAL = "several"  # a word for more than two sides


class Discourse(Memory):
    """Resolves the parties of one article."""

    def _led_by(self, party: Party, phrases: Phrases) -> str | None:
        """ "X dan rombongannya": the side of whoever stands right before."""
        before = [p for p in phrases.parties if p.last in (party.first - 1, party.first - 2) and p.people]
        return before[-1].side if before else None

    def _spoken_of(self, party: Party, phrases: Phrases, *, alone: bool) -> list[Meant]:
        """Whom "they" and "both" are, of those told before."""
        if self._is_row(party):
            return self.row
        if party.title == _SEVERAL:
            return self.several  # "في البلدان الأربعة"
        if party.means == "both":
            two = [p for m in self.acting for p in m.people]
            return self.acting if len(two) == _PAIR and not alone else self.both or self.pair
        return self.pair if alone else self._across(party, phrases)

    def _is_row(self, party: Party) -> bool:
        """ "Hubungan Rusia dan Hamas terjaga. Kedua pihak ...": both of whom the sentence before told together."""
        return self.plain and party.means == "both" and bool(self.row) and not self.both

    def _speaks_of_own(self, party: Party, phrases: Phrases) -> Party | None:
        """ "Hamas membantah bahwa mereka menemui X": the movement or state that the sentence itself speaks of."""
        if not self.plain:
            return None
        before = [p for p in phrases.parties if p.last <= party.first and p.side and not p.oblique]
        return before[0] if before and before[0].kind in ("org", "group") and not before[0].people else None

    def _it(self, party: Party, phrases: Phrases) -> list[str]:
        """ "Hamas said that **it** had met X": the movement or state that says so."""
        before = [p for p in phrases.parties if p.last <= party.first and p.side and not p.oblique]
        says = before and before[-1].kind in ("org", "group") and not before[-1].people
        return [before[-1].side or ""] if says else []

    def _two(self, party: Party, phrases: Phrases) -> list[Party]:
        """ "X was briefed by Y when the two met": the two named before, in the sentence or in the last one."""
        two = party.means == "both" and not self.language.cases
        if not (self.articles or two) or party.means not in ("people", "both"):
            return []
        if self.language.order == "verb-first":  # "أعلنت سيول أن بيونغيانغ قبلت محادثات بين الجانبين"
            before = [p for p in phrases.parties if p.last <= party.first and p.side and not p.people]
            states = list({p.side: p for p in before if p.kind == "org" and not p.oblique}.values())
            return states if len(states) == _PAIR else []
        if party.means == "people":
            return [m.party for m in self.row if m.party]
        before = two_sides([p for p in phrases.parties if p.last <= party.first])
        return before or two_sides(self.named) or self._with_last_of_other_side(party)

    def _with_last_of_other_side(self, party: Party) -> list[Party]:
        """ "Undangan diteken Lavrov. Keduanya bersua ...": the one named last, and the last one of another side."""
        named = [p for p in self.named if p.people]
        if not (self.plain and len(named) == 1 and named[0].side):
            return []
        other = self.last_not_of({named[0].side})
        met = replace(named[0], side=other.side, people=[other]) if other else None
        return [named[0], met] if met else []

    def _across(self, party: Party, phrases: Phrases) -> list[Meant]:
        """ "They are to meet Lavrov": the subject of the last contact, or its other side where that is Lavrov's."""
        partners = {p.side for p in phrases.parties if p.first > party.first and p.side}
        if any(set(meant.sides) & partners for meant in self.acting):
            return [meant for meant in self.both if not set(meant.sides) & partners] or self.acting
        return self.acting

    def _speaker(self, party: Party, phrases: Phrases) -> Person | None:
        """Who says "we": somebody named before in the sentence, or the last who was named."""
        if self.quoted or self.language.cases:
            return self.quoted
        before = self._person_before(party, phrases)
        if self.plain and before is None:  # "menurut X, pihaknya ..."
            told = [p for p in phrases.parties if p.last <= party.first and p.people]
            before = told[-1].people[0] if told else None
        return before or self.person

    def _person_before(self, party: Party, phrases: Phrases) -> Person | None:
        before = [
            p
            for p in phrases.parties
            if p.last <= party.first and p.kind == "person" and not p.oblique
            if not self._is_woman(p.people[0])
        ]
        return before[-1].people[0] if before else None

    def _not_among(self, person: Person | None, party: Party, phrases: Phrases) -> Person | None:
        """ "Он обсуждал это с Богдановым": not somebody of Bogdanov's own side, but the last of the other."""
        met = [p for p in phrases.parties if p is not party and p.oblique in ("with", "to")]
        partners = {p.side for p in (met[:1] if met and met[0].first > party.first else met)}
        if person is None or person.side not in partners:
            return person
        others = [one for side, one in self.by_side.items() if side not in partners]
        return others[-1] if others else person

    def _owner(self, party: Party, phrases: Phrases) -> str | None:
        """The side of "the delegation": who is named before it in the sentence, else the last delegation."""
        before = [p for p in phrases.parties if p.last <= party.first and p.side and not p.oblique]
        if before and party.kind != "reference":
            return before[-1].side
        if self.articles and party.kind == "reference" and (own := self._guests_of(party, before)):
            return own
        groups = [p for p in phrases.parties if p.last <= party.first and p.kind == "group" and p.side]
        if groups and not groups[-1].oblique:
            return groups[-1].side
        if party.kind == "reference" and len(self.guests) == 1:
            return self.guests[0]
        if self.group_side:
            return self.group_side
        if self.people.movement:
            return self.people.movement.side
        subject = [side for meant in self.subject for side in meant.sides]
        if self.language.order == "verb-first" and before and not subject:
            return before[-1].side  # "A said that the delegation is to meet B"
        return subject[0] if len(set(subject)) == 1 else None

    def _guests_of(self, party: Party, before: list[Party]) -> str | None:
        """ "The group was headed by X, and Y received **them**": whom the sentence is about, else who was sent."""
        if party.means == "people":
            subject = before[0] if before and before[0].kind in ("org", "group") else None
            return subject.side if subject and not subject.place else None
        return self.sent_side

    def _other_side(self, phrases: Phrases) -> str | None:
        """The one side of the last contact that the sentence does not name."""
        named = {p.side for p in phrases.parties}
        others = {side for meant in self.pair for side in meant.sides if side not in named}
        return others.pop() if len(others) == 1 else None

    def _he(self, party: Party, phrases: Phrases, meant: Meant) -> None:
        """Whoever "he" or "the envoy" is: who bears the title, was named before in the sentence, or as a subject."""
        held = self.people.by_office(party.title, None) if party.title and self.plain else None
        if self.plain and held is None and (side := self.titled.get(party.title)):
            meant.sides = [side]  # "an envoy of Russia ... the envoy", whom nobody has named yet
            return
        named = held or self._person_before(party, phrases)
        if named is None and self.articles and (titled := _titled_before(party, phrases)):
            _stand_for(meant, self._in_office(titled))
            meant.sides = meant.sides or [titled.side or ""]
            return
        guest = self.guest if party.title == _GUEST else None
        person = named or guest or self.man or self.person
        _stand_for(meant, self._not_among(person, party, phrases))

    def _second(self, party: Party, phrases: Phrases) -> Person | None:
        """Whoever "the latter" is: the one named last in the sentence."""
        named = [p.people[-1] for p in phrases.parties if p.last <= party.first and p.people]
        return named[-1] if named else self.person

    def _delegation(self, party: Party, phrases: Phrases) -> list[str]:
        """The sides of "the delegation" and "the guests"."""
        if party.title == _BOTH and (self.two_sides or self.both):  # "الوفدان"
            return self.two_sides or [side for m in self.both for side in m.sides]
        side = self._owner(party, phrases)
        others = (p for p in phrases.parties if p.last > party.first or p.kind != "group")
        if side in {p.side for p in others if p.oblique != "company"}:  # not "the delegation, led by X"
            # "the guests met Lavrov": not Lavrov's side
            side = self._other_side(phrases) or side
        led = self.plain and party.means != "people"  # "X menyambut mereka" are not his own
        if led and (leader := self._led_by(party, phrases)):
            side = leader
        row = self.group_row
        return list(row) if side in row or (side is None and self.plain) else [side] if side else []

    def _reference(self, party: Party, phrases: Phrases, meant: Meant, *, alone: bool) -> Meant:
        meant.resolved = True
        if party.means == "counterpart":  # "с иранским коллегой"
            meant.sides = [party.side] if party.side else []
            known = list(self.sided.get(party.side or "", {}).values())
            meant.people = known if len(known) == 1 else []
        elif party.means == "person" and party.side:  # "the Russian diplomat"
            person = self.by_side.get(party.side)
            side = party.side
            if person is None and self.language.cases:  # "с афганцем", after somebody of the Taliban
                side = movement_from(side, list(self.by_side), self.lexicon) or side
                person = self.by_side.get(side)
            meant.people, meant.sides = ([person] if person else []), [side]
        elif party.means == "person":
            self._he(party, phrases, meant)
        elif party.means == "people" and (speaker := self._speaks_of_own(party, phrases)):
            meant.sides = [speaker.side] if speaker.side else []
        elif party.means in ("people", "both") and (self.pair or self._is_row(party)):
            spoken_of = self._spoken_of(party, phrases, alone=alone)
            meant.people = [] if party.plural else [p for m in spoken_of for p in m.people]
            meant.sides = list(dict.fromkeys(s for m in spoken_of for s in m.sides))
        elif party.means == "it":
            meant.sides = self._it(party, phrases)
        elif party.means == "second":
            _stand_for(meant, self._second(party, phrases))
        elif party.means == "speaker":
            _stand_for(meant, self._speaker(party, phrases))
        elif party.means in ("group", "people"):
            meant.sides = self._delegation(party, phrases)
        return meant

    def _take_side(self, party: Party, meant: Meant) -> None:
        """Give a party the side that its origin or the country spoken of has: "с президентом страны"."""
        vague = party.kind == "group" or party.title == _ANYONE
        if party.by_origin and vague and (party.definite or not self.articles):
            told = [s for m in self.both for s in m.sides]
            told = told if self.articles else self.people.movement_for(party.side, told)
            party.side = movement_from(party.side, told, self.lexicon) or party.side
        if party.of_land and not party.side and self.land:  # "с президентом страны"
            party.side = self.land
            meant.people = [self.people.dressed(p, side=self.land, role=p.role) for p in meant.people]

    def _in_office(self, party: Party) -> Person | None:
        """Who bears a title that stands without a name."""
        person = self.people.by_title(party.title, party.side) or self._only_one(party)
        if not person and party.side and party.title in _LEADER:
            heads = (self.people.by_title(title, party.side) for title in _HEADS)
            person = next((head for head in heads if head), None)
        if not person and self.articles and party.definite and party.title in _ENVOYS:
            known = (self.people.by_title(title, party.side) for title in _ENVOYS)
            person = next((one for one in known if one), None)  # "the UN's personal envoy X ... the envoy"
        if not person and party.side and party.title in OFFICES:
            person = self._office_holder(party)
        if person or not party.definite:
            return person
        person = self.people.by_office(party.title, party.side) or self._office_holder(party)
        person = person or (None if party.attached else self._of_side(party))
        if not person and party.title in (_ANYONE, _MEMBER):
            return self._last_named(party, verb_first=self.language.order == "verb-first")
        return person

    def resolve(self, party: Party, phrases: Phrases, *, alone: bool = True) -> Meant:
        """The sides and people a party stands for, as far as the article tells.

        ``alone``: no counterpart is named beside it, so that "they" are both parties of the last contact.
        """
        meant = Meant(party=party)
        if party.kind == "reference" and not self.both and (named := self._two(party, phrases)):
            meant.people = [p for one in named for p in one.people]
            meant.sides = list(dict.fromkeys(one.side for one in named if one.side))
            return meant
        if party.kind == "reference":
            return self._reference(party, phrases, meant, alone=alone)
        meant.people = list(party.people)
        if self.articles and party.people and not party.side and not party.oblique and self.untold:
            meant.people = name_untold(self.people, party, self.untold)
        self._take_side(party, meant)
        if party.side:
            meant.sides = [party.side]
        elif party.kind == "group" and not party.plural:
            side = self._owner(party, phrases)
            meant.sides, meant.resolved = ([side] if side else []), True
            self.group_side = self.group_side or side
        known = [*self.sided.get(party.side or "", {}).values()]
        if party.two and len(known) >= _PAIR:
            meant.people, meant.resolved = known[-_PAIR:], True  # "the two Americans"
        if party.kind == "title" and not meant.people:
            person = self._in_office(party)
            if person:
                meant.people, meant.resolved = [person], True
                meant.sides = meant.sides or ([person.side] if person.side else [])
        return meant


def _titled_before(party: Party, phrases: Phrases) -> Party | None:
    """ "The Hamas leader said **he** had met X": the subject told by his office alone, in the same sentence."""
    before = [p for p in phrases.parties if p.last <= party.first and not p.oblique]
    titled = before[0] if before else None
    return titled if titled and titled.kind == "title" and titled.side and not titled.people else None


def _stand_for(meant: Meant, person: Person | None) -> None:
    """Let a reference be to somebody, where it is known who."""
    if person:
        meant.people, meant.sides = [person], ([person.side] if person.side else [])
