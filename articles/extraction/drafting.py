"""From a binding to a draft: who, what status, when and where, or the reason why it is no contact."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from .binding import Binding
from .dates import When
from .drafts import Draft
from .gazetteer import Place, load_gazetteer
from .language import Language
from .layout import Block
from .lexicon import Lexicon
from .parties import Party, Phrases, PlaceSpan
from .people import Person
from .reference import Discourse, Meant
from .spans import SentenceSpans, Span
from .status import Stance, stance
from .text import Token
from .types import Document, Evidence
from .when import Dated, choose, dated, is_background

_LOOSE = 8  # a date behind a clause border may be another event's
_SIDED_FRAMES = {
    "receive": ("hosts", "visitors"),
    "passive": ("visitors", "hosts"),
    "stay": ("visitors", "hosts"),
}

_GOES_ON = 3  # sentences back to the contact whose parties an event has
_PROSE = 60  # characters of a line that is text of the article
_BEHIND_TOPIC = 45  # "to discuss the war in Gaza": where the topic is, not the talks
_MEMBERS_REACH = 3  # sentences back to the contact whose delegation is listed
#: towns whose guests are received by another side than their country's
_GOVERNED = {"Gaza": "Hamas", "Gaza City": "Hamas", "Rafah": "Hamas", "Khan Younis": "Hamas"}
_NEAR_DATE = 12  # farther off, a date is another event's, not that of "the meeting"
_MEMBERS_OF = 12  # drafts looked back at


class Drafter:
    """Turns bindings into drafts, one article long."""

    def __init__(  # noqa: PLR0917 - an article and what it is read with
        self,
        document: Document,
        tokens: Sequence[Token],
        blocks: Sequence[Block],
        language: Language,
        lexicon: Lexicon,
        discourse: Discourse,
    ) -> None:
        self.document, self.tokens, self.language = document, tokens, language
        self.lexicon, self.discourse = lexicon, discourse
        self.last_when: When | None = None
        self.delegations: dict[str, list[Person]] = {}  # by side, as sentences of their own list them
        self.last: Draft | None = None
        self.last_left: list[Party] = []
        self.articles = "definite" in language.words  # "the meeting" is another than "a meeting"
        self.told: Draft | None = None  # the last contact that has both its sides
        self.dateline = self._dateline(blocks)
        self.report_day = self._report_day(blocks)
        self.headings = self._headings(blocks)
        self.heading: tuple[int, Span] | None = None  # paragraph and day
        self.journeys: dict[str, Place] = {}  # by side of the travellers, where they went last

    def draft(self, binding: Binding) -> tuple[list[Draft], str]:
        """The contacts of one binding (one held and one denied, one, or none), and what became of it."""
        position = stance(binding, self.tokens)
        if {"appeal", "hypothetical"} & position.says or "inside" in position.says:
            return [], "no contact: an appeal or a talk inside one organisation"
        parties = self._meant(binding)
        draft = self._new(binding, position, parties)
        self._date(draft, binding, position)
        if draft.caption and not any(e.field == "date" for e in draft.evidence):
            return [], "a caption without a date of its own"
        self._place(draft, binding)
        if draft.kind == "visit":
            self._journey(draft, binding)
            self._host_of_visit(draft, binding)
        if reason := self._nowhere(binding) or self._complete_sides(draft, binding, parties):
            return [], reason
        self._carry_over(draft, binding, position)
        drafts = [draft]
        if binding.negated:
            drafts.append(self._denied_part(draft, binding, parties))
        if len(draft.sides) >= 2:
            self.told = draft
        if not draft.definite and any(meant.sides for meant in parties):
            self.discourse.note_contact(parties, [m for m in parties if m.party in binding.left])
        if draft.when and (draft.when.exact or draft.background):
            self.last_when = draft.when
        return drafts, "entry"

    def _carry_over(self, draft: Draft, binding: Binding, position: Stance) -> None:
        """What goes on from the contact told before: "will meet A and meet B", "in May ... he met B"."""
        last = self.last
        if last and last.sentence == draft.sentence and not position.cue and self.last_left == binding.left:
            draft.status = last.status
        by_reference = not binding.left or any(p.kind == "reference" for p in binding.left)
        if (
            last
            and last.background
            and not draft.when
            and by_reference
            and draft.sentence - last.sentence <= 1
        ):
            draft.background = True
        self.last, self.last_left = draft, binding.left

    # -- who ------------------------------------------------------------------------------

    def _meant(self, binding: Binding) -> list[Meant]:
        alone = not binding.right
        meant = [self.discourse.resolve(party, binding.phrases, alone=alone) for party in binding.parties]
        _drop_summed_up(meant)
        if (
            binding.rule.frame == "noun"
        ):  # "we discussed the talks of the factions" does not say that we were there
            for m in meant:
                m.people = [] if m.party and m.party.means == "speaker" else m.people
        if self._bare_noun(binding) and not binding.parties:
            return meant
        sides = {side for m in meant for side in m.sides}
        if not binding.left and len(sides) < 2 and binding.rule.frame not in ("round", "mutual"):
            meant = [*self._subject_before(sides), *meant]
        for one, other in pairwise(meant):
            if _is_vague_group(one) and other.party and other.party.oblique == "company" and other.sides:
                one.sides = list(other.sides)  # "officials, among them the minister"
            if not other.sides and one.sides and other.party and other.party.people:
                other.sides = list(one.sides)  # "a Hamas delegation led by X"
                other.people = [
                    self.discourse.people.dressed(p, side=one.sides[0], role=p.role) for p in other.people
                ]
        return meant

    def _subject_before(self, sides: set[str]) -> list[Meant]:
        """The subject of the sentence before, where the sentence itself names none."""
        subject = self.discourse.subject
        if not subject or sides & {s for m in subject for s in m.sides}:
            subject = self.discourse.opposite(sides) if self.language.cases or self.articles else []
        return subject

    def _new(self, binding: Binding, position: Stance, parties: list[Meant]) -> Draft:
        rule = binding.rule
        draft = Draft(
            kind=_kind(binding),
            status=position.status,
            sides=list(dict.fromkeys(side for meant in parties for side in meant.sides)),
            people=list({p.who: p for meant in parties for p in meant.people}.values()),
            sentence=binding.sentence.sentence.index,
            trigger=binding.trigger,
            rule=rule.id,
            definite=not _names_parties(binding)
            and bool(rule.row.get("definite") or self._bare_noun(binding)),
            background="background" in position.says and "news" not in position.says,
            told_in={binding.sentence.sentence.index},
            caption=binding.sentence.sentence.block.role == "caption",
        )
        draft.evidence.append(self._evidence("trigger", binding.trigger.first, binding.trigger.last, rule.id))
        if position.cue and position.cue is not binding.trigger:
            draft.evidence.append(
                self._evidence("status", position.cue.first, position.cue.last, position.status)
            )
        for meant in parties:
            if meant.resolved:
                draft.doubts.append("a party is resolved by reference")
            self._show_party(draft, meant)
        self._roles(draft, binding)
        return draft

    def _bare_noun(self, binding: Binding) -> bool:
        """ "Визит перенесли": without articles, a noun alone is the event told before."""
        frame, nowhere = binding.rule.frame, binding.destination is None
        if not self.language.cases or not nowhere:
            return False
        joined = frame == "travel-noun" or bool(binding.rule.row.get("participle"))
        return (frame == "noun" and not binding.parties) or (joined and not binding.right)

    def _show_party(self, draft: Draft, meant: Meant) -> None:
        for person in meant.people:
            draft.evidence.append(
                Evidence(
                    "participant",
                    person.start,
                    person.end,
                    self.document.text[person.start : person.end],
                    of=person.name,
                )
            )
        party = meant.party
        if party and not party.people and meant.sides:
            shown = self._evidence("side", party.first, party.last)
            draft.evidence.append(Evidence("side", shown.start, shown.end, shown.quote, of=meant.sides[0]))

    def _roles(self, draft: Draft, binding: Binding) -> None:
        names = _SIDED_FRAMES.get(binding.rule.frame)
        left, right = self._sides(binding.left), self._sides(binding.right)
        if names:
            setattr(draft, names[0], left)
            setattr(draft, names[1], right)
        elif binding.rule.frame == "host" and len(set(right)) > 1:
            draft.mediators = left

    def _sides(self, parties: Sequence[Party]) -> list[str]:
        return [party.side for party in parties if party.side]

    def _journey(self, draft: Draft, binding: Binding) -> None:
        """ "Ожидалось, что Хания прилетит в июне": where he goes is where the article sent his side before."""
        if not self.language.cases or draft.definite or len(draft.sides) != 1:
            return
        if binding.destination is not None and draft.place:
            self.journeys[draft.sides[0]] = draft.place
        elif draft.place is None and binding.rule.frame == "travel":
            draft.place = self.journeys.get(draft.sides[0])

    def _host_of_visit(self, draft: Draft, binding: Binding) -> None:
        draft.visitors = list(draft.sides)
        if binding.destination and binding.right:  # "visited the embassy of Russia in Beirut"
            draft.hosts = [side for side in self._sides(binding.right) if len(draft.sides) > 1]
            draft.visitors = [side for side in draft.sides if side not in draft.hosts]
            return
        place = binding.destination.place if binding.destination else draft.place
        host = (
            _GOVERNED.get(place.name or "") or self.lexicon.side_of_country(place.country) if place else None
        )
        if host and host not in draft.sides:
            draft.sides.append(host)
            draft.hosts = [host]

    def _nowhere(self, binding: Binding) -> str:
        """Why "have come to nothing" is no visit, or nothing."""
        nowhere = binding.rule.frame == "travel" and binding.destination is None and not binding.right
        return "a journey without a destination" if self.articles and nowhere else ""

    def _complete_sides(self, draft: Draft, binding: Binding, parties: list[Meant]) -> str:
        """Fill the counterpart that a place implies; the reason why there is no contact, or nothing."""
        if len(draft.sides) >= 2:
            if binding.rule.row.get("weak") and not _two_parties(binding):
                return "an everyday word with a side missing"
            if (
                not draft.people
                and not any(m.party and m.party.kind != "org" for m in parties)
                and binding.rule.row.get("weak")
            ):
                return "an everyday word between states only"
            return ""
        if draft.definite:
            return ""
        vague = any(m.party and m.party.kind in ("group", "title") and not m.sides for m in parties)
        country = draft.place.country if draft.place else None
        host = _GOVERNED.get(draft.place.name or "") if draft.place else None
        host = host or self.lexicon.side_of_country(country)
        if vague and host and host not in draft.sides and draft.sides:
            draft.sides.append(host)
            draft.doubts.append("the counterpart follows from the place")
            return ""
        received = (
            binding.rule.frame == "passive"
            or (self.articles and binding.rule.frame == "active" and not binding.rule.row.get("weak"))
        ) and any(m.people or _is_group(m) for m in parties)
        if received and not binding.right and host and host not in draft.sides and draft.sides:
            draft.sides.append(host)
            draft.hosts = [host]
            draft.doubts.append("the host follows from the place")
            return ""
        if self._goes_on(draft, binding, parties):
            return ""
        return "fewer than two sides"

    def _goes_on(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """ "After talks in Moscow ...": an event told without its parties is between those of the last contact."""
        told = self.told
        if not told or binding.rule.frame != "noun" or draft.kind != "meeting" or not self.articles:
            return False
        fits = set(draft.sides) <= set(told.sides) and draft.sentence - told.sentence <= _GOES_ON
        if (
            not fits
            or told.status == "denied"
            or draft.status == "denied"
            or told.background != draft.background
        ):
            return False
        draft.sides = list(told.sides)
        draft.people += [p for p in told.people if p.who not in draft.who]
        for side in told.sides:  # the only one named of a side that the contact before left without people
            known = list(self.discourse.sided.get(side, {}).values())
            if len(known) == 1 and not any(p.side == side for p in draft.people):
                draft.people.append(known[0])
        draft.doubts.append("the parties are those of the contact before")
        return True

    def _denied_part(self, draft: Draft, binding: Binding, parties: list[Meant]) -> Draft:
        negated = [self.discourse.resolve(party, binding.phrases) for party in binding.negated]
        left = [m for m in parties if m.party in binding.left or m.party is None]
        denied = self._new(binding, Stance("denied"), [*left, *negated])
        denied.when, denied.place, denied.background = draft.when, draft.place, draft.background
        return denied

    def add_members(self, drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases) -> None:
        """ "With him were X and Y", "X heads the delegation": people of a side that met in a sentence before."""
        sentence = spans.sentence
        listed = any(spans.has(i, "company", "members") for i in range(sentence.first, sentence.last))
        near = [d for d in drafts[-_MEMBERS_OF:] if sentence.index - d.sentence <= _MEMBERS_REACH]
        first = phrases.parties[0] if phrases.parties else None
        accompanied = spans.has(sentence.first, "with") and first is not None and first.oblique == "with"
        if not near or not (listed or accompanied):
            return
        delegation = any(p.kind == "group" or p.means == "group" for p in phrases.parties)
        draft = next((d for d in reversed(near) if not d.background), near[-1])
        listed_people = [p for party in phrases.parties if not _speaks(party, spans) for p in party.people]
        for person in listed_people:
            if person.side is None or person.side not in draft.sides:
                continue
            if delegation:
                self.delegations.setdefault(person.side, []).append(person)
            if person.who not in draft.who:
                self.add_person(draft, person)

    def add_company(self, drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases) -> None:
        """ "four men met X on Tuesday, the others being Y and Z": people behind such a word, in the same sentence."""
        if not self.articles or not drafts:
            return
        listed: list[Party] = []
        for party in phrases.parties:
            if party.oblique == "company" or (listed and party.first - listed[-1].last <= 3):
                listed.append(party)
            elif listed:
                break
        for draft in drafts:
            for person in (p for party in listed for p in party.people):
                if person.side in draft.sides and person.who not in draft.who and draft.status != "denied":
                    self.add_person(draft, person)

    def add_person(self, draft: Draft, person: Person) -> None:
        """One more participant, with the words that name him."""
        draft.people.append(person)
        text = self.document.text[person.start : person.end]
        draft.evidence.append(Evidence("participant", person.start, person.end, text, of=person.name))

    # -- when and where -------------------------------------------------------------------

    def _date(self, draft: Draft, binding: Binding, position: Stance) -> None:
        planned = position.status in ("planned", "cancelled")
        found = choose(
            binding, self.tokens, published=self.document.published, planned=planned, before=self.last_when
        )
        if found is None and self.heading and self.heading[0] == binding.sentence.sentence.paragraph:
            span = self.heading[1]
            when = dated(span, published=self.document.published, planned=planned, before=self.last_when)
            found = Dated(span, when, 0.0) if when else None
        found = found or self._heading_of(binding)
        if found is None or (draft.definite and found.cost > _NEAR_DATE):
            return
        self._set_date(draft, found)
        if is_background(found.when, self.document.published) and "news" not in position.says:
            draft.background = True

    def date_by_report(self, draft: Draft) -> None:
        """Give news without a day of its own the day of the dateline."""
        assert self.report_day
        self._set_date(draft, self.report_day)
        draft.doubts.append("the day is the dateline's")

    def note_heading(self, spans: SentenceSpans) -> None:
        """ "12 сентября, понедельник.": a sentence that is nothing but a day dates the rest of its paragraph."""
        sentence, dated_by = spans.sentence, [i for s in spans.times for i in range(s.first, s.last)]
        words = [i for i in range(sentence.first, sentence.last) if self.tokens[i].word]
        if words and set(words) <= set(dated_by):
            self.heading = sentence.paragraph, spans.times[0]

    def _headings(self, blocks: Sequence[Block]) -> list[tuple[int, Span, When]]:
        """The lines of a chronicle that are nothing but a date, with their first token and days."""
        headings, told = [], False
        for block in blocks:
            told = told or (block.role == "body" and block.end - block.start > _PROSE)
            if not told or block.role not in ("clock", "subhead"):
                continue
            first = bisect_left(self.tokens, block.start, key=lambda t: t.start)
            last = bisect_left(self.tokens, block.end, key=lambda t: t.start)
            for hit in self.language.times.finditer(self.tokens[first:last]):
                span = Span(first + hit.first, first + hit.last, [hit.value], hit.slots)
                when = dated(span, published=self.document.published, planned=False, before=None)
                if when and hit.first == 0 and hit.last == last - first:
                    headings.append((first, span, when))
                    break
        return headings

    def _heading_of(self, binding: Binding) -> Dated | None:
        """The date above the paragraphs of a chronicle."""
        position = bisect_left(self.headings, binding.trigger.first, key=lambda h: h[0])
        return Dated(*self.headings[position - 1][1:]) if position else None

    def _set_date(self, draft: Draft, found: Dated) -> None:
        draft.when, draft.loose_date = found.when, found.cost >= _LOOSE
        draft.evidence.append(self._evidence("date", found.span.first, found.span.last, found.when.why))

    def _place(self, draft: Draft, binding: Binding) -> None:
        within = 12 if draft.definite else 60
        somewhere = not (self._bare_noun(binding) or (self.language.cases and binding.rule.frame == "travel"))
        chosen = binding.destination or (self._nearest_place(binding, within=within) if somewhere else None)
        if chosen is None or draft.kind in ("call", "message"):
            return
        draft.place = chosen.place
        if chosen.place.name is None:
            town = self._nearest_place(binding)
            if town and town.place.name and town.place.country == chosen.place.country:
                chosen, draft.place = town, town.place
        draft.evidence.append(
            self._evidence("place", chosen.first, chosen.last, "venue" if chosen.venue else "")
        )

    def _nearest_place(self, binding: Binding, *, within: int = 60) -> PlaceSpan | None:
        trigger = binding.trigger

        def cost(place: PlaceSpan) -> tuple[int, int]:
            after = place.first >= trigger.first
            gap = place.first - trigger.last if after else 2 * (trigger.first - place.last)
            beyond = place.first >= binding.right_limit or place.last <= binding.left_limit
            topic = any(
                trigger.last <= t.first < place.first for t in binding.sentence.tables.get("topic", ())
            )
            return (
                (place.place.name is None) * 30
                + topic * _BEHIND_TOPIC
                + place.venue * 5
                + place.bare * 40
                + beyond * 15
                + gap,
                place.first,
            )

        best = min(binding.phrases.places, key=cost, default=None)
        return best if best and cost(best)[0] < within else None

    def _report_day(self, blocks: Sequence[Block]) -> Dated | None:
        """The day that a dateline gives, where it is the day of publication: news without a day is of that day."""
        for block in blocks:
            if not block.dateline:
                continue
            start, end = block.dateline
            inside = [i for i, t in enumerate(self.tokens) if start <= t.start and t.end <= end]
            for hit in self.language.times.finditer([self.tokens[i] for i in inside]):
                span = Span(inside[hit.first], inside[hit.last - 1] + 1, [hit.value], hit.slots)
                when = dated(span, published=self.document.published, planned=False, before=None)
                if when and when.exact and when.earliest == self.document.published:
                    return Dated(span, when)
        return None

    def _dateline(self, blocks: Sequence[Block]) -> tuple[Place, tuple[int, int]] | None:
        for block in blocks:
            if block.dateline_place:
                start, end = block.dateline_place
                words = [t for t in self.tokens if start <= t.start and t.end <= end]
                for hit in self.language.marks.finditer(words):
                    if hit.value.table == "place" and hit.value.says in load_gazetteer():
                        return hit.value.row["place"], (start, end)
        return None

    def _evidence(self, field: str, first: int, last: int, derivation: str = "") -> Evidence:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Evidence(field, start, end, self.document.text[start:end], derivation)  # type: ignore[arg-type]


def _two_parties(binding: Binding) -> bool:
    """Whether subject and object are named, or a subject that is several: "X and Y spoke", "they spoke"."""
    sides = {party.side for party in binding.left if party.side}
    several = any(party.means in ("people", "both") for party in binding.left)
    met = binding.rule.frame == "noun" and any(p.people and p.oblique == "with" for p in binding.right)
    return bool(binding.left and binding.right) or len(sides) > 1 or several or met


def _speaks(party: Party, spans: SentenceSpans) -> bool:
    """Whether a verb of saying stands right before somebody: the speaker is none of those he lists."""
    return any(0 <= party.first - saying.last <= 1 for saying in spans.tables.get("reporting", ()))


def _kind(binding: Binding) -> str:
    """What the trigger says; who visits a person meets him."""
    return "meeting" if binding.visited else binding.rule.says


def _names_parties(binding: Binding) -> bool:
    """Whether "the meeting" goes on with its parties, as a new one would: "the meeting between A and B"."""
    return any(party.oblique in ("with", "between", "of") for party in binding.right)


def _is_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group"


def _is_vague_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group" and meant.party.side is None


def _drop_summed_up(meant: list[Meant]) -> None:
    """ "two Palestinian factions, Fatah and Hamas": the list says who the sum is."""
    for one, other in pairwise(list(meant)):
        if one.party and one.party.summed and other.party and other.sides and not other.party.oblique:
            meant.remove(one)


__all__ = ["Drafter", "dated"]
