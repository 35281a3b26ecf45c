"""Who else was there: people of a side that met, listed beside a contact or in sentences of their own."""

from collections.abc import Sequence

from ..parties.gaps import COMMAS
from ..parties.parties import Party, Phrases
from ..parties.people import People, Person
from ..types import Document
from ..words.language import Language
from ..words.spans import SentenceSpans
from ..words.text import Token
from .attendance import attending, leader
from .companions import announced, companions, listed_in, recalls
from .delegations import Delegations, travellers
from .drafts import Draft, named
from .onlookers import mediators, onlookers
from .reference import Discourse
from .speaking import opens_speaking, speaks

_LIST_REACH = 25  # sentences back to the contact, from a line of a list
_FAR_MEMBERS = 8  # the same, where the sentence opens with "the delegation"
_MEMBERS_REACH = 3  # sentences back to the contact whose delegation is listed
_OPENING = 4  # words of a sentence that opens with its list
_REMARKED = 2  # sentences from a contact to what somebody told another at it
_MEMBERS_OF = 12  # drafts looked back at
_TWO = 2  # sides


class Company:
    """The delegations of one article."""

    def __init__(
        self, document: Document, tokens: Sequence[Token], language: Language, people: People
    ) -> None:
        self.document, self.tokens, self.language, self.people = document, tokens, language, people
        self.delegations = Delegations()  # as sentences of their own list them
        self.listing: str | None = None  # the side whose people the lines below list

    def add_members(self, drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases) -> None:
        """ "With him were X and Y", "X heads the delegation": people of a side that met in a sentence before."""
        sentence = spans.sentence
        listed = self._lists(spans, phrases)
        item = sentence.block.role == "item" and sentence.block.rule != "below" and self.listing is not None
        delegation = item or any(p.kind == "group" or p.means == "group" for p in phrases.parties)
        if self.language.plain:  # "X memimpinnya, didampingi Y"
            delegation = delegation or spans.holds("members")
        told = self.listing is not None and (delegation or not self.language.plain)
        opens = self.language.articles and any(p.means == "group" for p in phrases.parties[:1])
        reach = _LIST_REACH if item or told else _FAR_MEMBERS if opens else _MEMBERS_REACH
        owner = self._lister(spans, phrases)
        delegation = delegation or owner is not None
        near = self._near(drafts, sentence.index, reach)
        first = phrases.parties[0] if phrases.parties else None
        accompanied = spans.has(sentence.first, "with") and first is not None and first.oblique == "with"
        if not near or not (listed or accompanied or item):
            self._note_leaders(phrases, telling=not near and listed and delegation)
            return
        before, attended = near[-1], self._were_there(spans, phrases)
        if self._is_far_from(before, spans):
            return  # "dewan yang kini diketuai X": nobody of what was only recalled
        latest = self._latest(near, spans, phrases, attended=attended)
        plain, articles = self.language.plain, self.language.articles
        parties = listed_in(phrases, spans) if plain else phrases.parties
        listed_people = [
            p
            for party in parties
            if not speaks(party, spans)
            if not ((articles or plain) and opens_speaking(party, spans))
            for p in party.people
        ]
        guests = {side for d in near for side in d.visitors}
        for person in listed_people:
            if self.language.cases and delegation and person.side is None and len(guests) == 1:
                # "Делегацию возглавляет X"
                person = self.people.dressed(person, side=next(iter(guests)), role=person.role)  # noqa: PLW2901
            unknown = item or ((plain or articles) and delegation)
            side = owner or self.listing
            if unknown and person.side is None and side:
                person = self.people.dressed(person, side=side, role=person.role)  # noqa: PLW2901
            several = plain or self.language.order == "verb-first"
            held = [d for d in latest if self._may_hold(d, person) or not (several or len(d.sides) < _TWO)]
            draft = held[0] if held else None
            if draft is None or person.side is None or not self._may_hold(draft, person):
                continue
            if owner and person.side not in self.delegations:
                self.delegations.add(
                    person.side, [p for d in latest for p in d.people if p.side == person.side], draft
                )
            travels = not self.language.cases or not guests or person.side in guests
            joins = self.language.order == "verb-first" and person.side in self.delegations
            told_then = before.background and latest == [before] and len(near) > 1
            if not (attended or told_then) and ((delegation and travels) or accompanied or joins):
                led = (
                    self._leaders(draft, person, spans, drafts) if person.side not in self.delegations else []
                )
                self.delegations.add(person.side, [*led, person], draft)  # with who leads it
            if person.who not in draft.who:
                self.add_person(draft, person)

    def _latest(
        self, met: Sequence[Draft], spans: SentenceSpans, phrases: Phrases, *, attended: bool
    ) -> list[Draft]:
        """The contacts that a list may be of: the news, unless what the sentence before recalled is meant."""
        before = met[-1]
        sent = any(p.kind == "group" or p.means == "group" for p in phrases.parties)
        recalled = before.background and before.status == "held" and not sent
        recalled = recalled and (self.language.plain or self.language.articles)
        recalled = recalled or (before.background and recalls(spans))  # "then it was X who led it"
        if (recalled or attended) and before.sentence + 1 == spans.sentence.index:
            return [before]  # "In May Russia had a visit from Hamas. X led it"
        news = [d for d in reversed(met) if not d.background]
        far = all(spans.sentence.index - d.sentence > _MEMBERS_REACH for d in news)
        if far and before.background and before.sentence + 1 == spans.sentence.index:
            return [before]  # of a chronology, far below its news
        return news or [before]

    def _were_there(self, spans: SentenceSpans, phrases: Phrases) -> bool:
        """ "Also present were X and Y": at the contact told last, whatever else their delegation did."""
        sent = any(p.means in ("delegation", "team", "group") for p in phrases.parties)
        return spans.holds("onlookers") and not sent

    def _leaders(
        self, draft: Draft, member: Person, spans: SentenceSpans, drafts: Sequence[Draft]
    ) -> list[Person]:
        """Whom a list goes with: "the delegation comprises X", but not "a visitor, with whom came X"."""
        first = self.language.order == "verb-first"
        listed = self.language.plain or self.language.articles or (first and spans.holds("members"))
        own = [p for p in draft.people if p.side == member.side] if listed else []
        return own or (travellers(drafts, member) if first and listed else [])

    def _note_leaders(self, phrases: Phrases, *, telling: bool) -> None:
        """ "Делегацию возглавляет X", before any contact is told: he takes part in what it does."""
        if not telling or not self.language.cases:
            return
        leaders = [p for party in phrases.parties if party.oblique == "company" for p in party.people]
        for person in leaders:
            if person.side:
                self.delegations.add(person.side, [person])

    def add_attending(
        self,
        drafts: Sequence[Draft],
        told: int,
        spans: SentenceSpans,
        phrases: Phrases,
        discourse: Discourse,
    ) -> None:
        """ "رافق A إلى الاجتماع B وC": who came with whom, where the verb comes first."""
        if self.language.order != "verb-first":
            return
        led = leader(spans, phrases, discourse)
        if led and led.side:
            self.delegations.add(led.side, [led])
        for draft, person in attending(drafts, told, spans, phrases, discourse):
            self.add_person(draft, person)
            travelled = any(person.side in d.visitors for d in drafts[-_MEMBERS_OF:])
            if person.side and (travelled or person.side in self.delegations):
                self.delegations.add(person.side, [p for p in draft.people if p.side == person.side], draft)

    def _is_far_from(self, recalled: Draft, spans: SentenceSpans) -> bool:
        """Whether a sentence that does not open with its list stands apart from a contact only recalled."""
        first = spans.sentence.first
        words = range(first, min(first + _OPENING, spans.sentence.last))
        opens = any(spans.has(i, "company", "members") for i in words)
        apart = recalled.background and spans.sentence.index - recalled.sentence > 1
        return self.language.plain and apart and not opens

    def add_third_side(
        self, drafts: Sequence[Draft], told: int, spans: SentenceSpans, phrases: Phrases
    ) -> None:
        """ "dimediasi X", "in the presence of Assad": somebody of any side who was there, with that side."""
        for draft, party in mediators(drafts, spans, phrases):
            if party.side and party.side not in draft.mediators:
                draft.mediators.append(party.side)
            self._add_party(draft, party)
        for draft, party in onlookers(drafts, told, spans, phrases):
            self._add_party(draft, party)

    def _add_party(self, draft: Draft, party: Party) -> None:
        if party.side and party.side not in draft.sides:
            draft.sides.append(party.side)
        for person in party.people:
            if person.who not in draft.who:
                self.add_person(draft, person)

    def _lists(self, spans: SentenceSpans, phrases: Phrases) -> bool:
        """Whether words of a sentence list people."""
        nobody = self.language.articles and self._speaks_of_nobody(spans, phrases)
        return (spans.holds("company", "members") and not nobody) or bool(self._announced(spans, phrases))

    def _speaks_of_nobody(self, spans: SentenceSpans, phrases: Phrases) -> bool:
        """ "X praised the rank of **those who** took part": a clause of nobody named, where no other word lists."""
        sentence = spans.sentence
        listing = [i for i in range(sentence.first, sentence.last) if spans.has(i, "company", "members")]
        ends = {party.last for party in phrases.parties}
        clauses = {
            i
            for i in listing
            if spans.has(i - 1, "relative")
            and not ends & {i - 1, i - 2}
            and self.tokens[i - 2].text not in COMMAS  # "X, the leader of Y, who heads the group"
        }
        return bool(clauses) and all(i in clauses or i - 1 in clauses for i in listing)

    def _lister(self, spans: SentenceSpans, phrases: Phrases) -> str | None:
        """ "The group includes X and Y": the side of whoever stands before such a verb."""
        if not self.language.articles:
            return None
        before = (p for p in phrases.parties if not p.people and spans.has(p.last, "members"))
        return next((p.side for p in before if p.side), None)

    def _near(self, drafts: Sequence[Draft], sentence: int, reach: int) -> list[Draft]:
        """The contacts told last; those farther back only where none of these brought people together."""
        recent = drafts[-_MEMBERS_OF:]
        # not "the talks were long", and nobody travels with a message
        whole = [d for d in recent if d.sides and d.status != "denied" and d.kind in ("meeting", "visit")]
        told = [d for d in whole if sentence - d.sentence <= reach]
        close = [d for d in told if sentence - d.sentence <= _MEMBERS_REACH]
        return close if self.language.plain and close else told

    def _may_hold(self, draft: Draft, person: Person) -> bool:
        """Whether somebody listed may have taken part: in a journey only who travelled."""
        travelled = (self.language.order == "verb-first" or self.language.plain) and draft.kind == "visit"
        return person.side in (draft.visitors if travelled else draft.sides)

    def note_list(self, spans: SentenceSpans, phrases: Phrases, discourse: Discourse) -> None:
        """Remember whose people the lines below a sentence list: "The delegation of Hamas:"."""
        sentence = spans.sentence
        if sentence.block.role == "item":
            return
        groups = [p for p in phrases.parties if p.kind == "group" or p.means == "group"]
        listed = spans.holds("company", "members")
        sides = [p.side for p in groups]
        if listed and not any(sides):
            named = {p.side for p in phrases.parties if p.side}
            sides = [*named] if len(named) == 1 else [discourse.group_side]
        if listed and [p.means for p in phrases.parties] == ["person"]:  # "Ia didampingi:"
            sides = [side for meant in discourse.subject for side in meant.sides]
        fallback = discourse.group_side if groups else None
        self.listing = next((side for side in sides if side), fallback)

    def add_company(self, drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases) -> None:
        """ "four men met X on Tuesday, the others being Y and Z": people behind such a word, in the same sentence."""
        if not drafts:
            return
        for draft, person in companions(drafts, spans, phrases):
            self.add_person(draft, person)
            self._note_traveller(draft, person)
        listed = self._announced(spans, phrases)
        for party in phrases.parties if not listed else ():
            if (
                party.oblique == "company"
                or self._travels_along(party, drafts)
                or (listed and party.first - listed[-1].last <= 3)
            ):
                listed.append(party)
            elif listed and not (self.language.articles and party.oblique == "of" and not party.people):
                break  # not "X, one of the founders **of Hamas**, and Y"
        before = [d for d in drafts if listed and d.trigger.first < listed[0].first]
        if self.language.order == "verb-first" and before:  # whom the sentence lists behind its second verb
            drafts = [d for d in before if d.trigger.first == before[-1].trigger.first]
        for draft in drafts:
            for person in (p for party in listed for p in party.people):
                there = draft.visitors if draft.kind == "visit" else draft.sides
                if person.side in there and person.who not in draft.who and draft.status != "denied":
                    self.add_person(draft, person)

    def _note_traveller(self, draft: Draft, person: Person) -> None:
        """ "A tiba di Moskow bersama B": who came with somebody takes part in what they came for."""
        if self.language.plain and draft.kind == "visit" and not draft.background and person.side:
            self.delegations.add(person.side, [p for p in draft.people if p.side == person.side], draft)

    def _announced(self, spans: SentenceSpans, phrases: Phrases) -> list[Party]:
        return announced(spans, phrases, self.tokens) if self.language.cases else []

    def _travels_along(self, party: Party, drafts: Sequence[Draft]) -> bool:
        """ "mendarat di Moskow bersama **wakilnya**, X": with whom of one's own side one travels."""
        trip = drafts[-1]
        own = party.kind in ("group", "person", "title") and party.side in (None, *trip.visitors)
        behind = trip.kind == "visit" and party.first > trip.trigger.first
        return self.language.plain and party.oblique == "with" and own and behind

    def add_listener(self, draft: Draft, told: Draft | None) -> None:
        """ "A mengatakan kepada B": told beside a contact of their sides, both of them were there."""
        if told is None or not self.language.plain or draft.sentence - told.sentence > _REMARKED:
            return
        same = set(draft.sides) == set(told.sides) and told.kind in ("meeting", "call")
        if same and told.status == "held" and draft.who & told.who:
            for person in draft.people:
                if person.who not in told.who:
                    self.add_person(told, person)

    def add_person(self, draft: Draft, person: Person) -> None:
        """One more participant, with the words that name him."""
        draft.people.append(person)
        draft.listed.add(person.who)
        draft.evidence.append(named(person, self.document))
