"""From a binding to a draft: who, what status, when and where, or the reason why it is no contact."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import Phrases
from ..types import Document
from ..words.language import Language
from ..words.layout import Block
from ..words.lexicon import Lexicon
from ..words.spans import SentenceSpans
from ..words.text import Token
from .aims import come_true, is_purpose, share_day
from .apart import one_by_one
from .circumstances import Circumstances
from .company import Company
from .counterparts import Counterparts
from .destinations import Destinations
from .drafts import Draft, shown
from .gatherings import Gatherings
from .lasttold import Last
from .meaning import Meaning
from .meant import Meant
from .named import Named
from .newdrafts import NewDrafts
from .putoff import put_off_to
from .reasons import nowhere, nowhere_told
from .reference import Discourse
from .status import Stance, restated, stance
from .unbound import name_unbound
from .untold import untold

_RESTATED = 3  # sentences, and drafts, back to what "this was denied" speaks of


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
        self.circumstances = Circumstances(document, tokens, blocks, language)
        self.counterparts = Counterparts(language, lexicon, discourse, document.published)
        self.destinations = Destinations(tokens, language, lexicon)
        self.meaning = Meaning(tokens, language, discourse)
        self.company = Company(document, tokens, language, discourse.people)
        self.new = NewDrafts(document, tokens, language)
        self.last = Last(tokens, language)
        self.named = Named()
        self.gatherings = Gatherings(language, lexicon, discourse)

    def _note_pair(self, binding: Binding) -> None:
        """Remember whom "they" are, of a contact that is only spoken of: "A bersedia menemui B. Keduanya ..."."""
        parties = self.meaning.of(binding)
        if binding.rule.frame == "noun" and not any(meant.people for meant in parties):
            return  # "peluang perundingan Palestina-Israel": not the two who met
        if len({side for meant in parties for side in meant.sides}) > 1:
            self.discourse.note_contact(parties, [m for m in parties if m.party in binding.left])

    def _date(self, draft: Draft, binding: Binding, position: Stance) -> None:
        self.circumstances.date(draft, binding, position)
        told = self.last.draft
        one_verb = told is not None and told.trigger is draft.trigger and not (binding.anchor or binding.day)
        if told and one_verb and draft.when and told.when and draft.sentence == told.sentence:
            draft.when = told.when  # "днем ранее прошли разговоры с A и с B": not the day before that
        if not self.language.articles:
            aim = is_purpose(position, binding, self.tokens, self.language)
            come_true(draft, aim=aim)
        before = self.document.published if self.language.articles else None
        share_day(draft, self.last.draft, last_is_aim=self.last.is_aim, before=before)

    def _place(self, draft: Draft, binding: Binding) -> None:
        self.circumstances.towns.go_there(binding)
        self.circumstances.place(draft, binding)
        self.last.place(draft, binding)
        self.destinations.note_invitation(draft, binding)
        if draft.kind == "visit":
            headline, dateline = self.circumstances.towns.headline, self.circumstances.furniture.dateline
            self.destinations.stage = headline.place if headline else dateline[0] if dateline else None
            self.destinations.journey(draft, binding, self.counterparts.told)
            self.counterparts.host_of_visit(draft, binding)
            draft.purpose = draft.purpose or self.destinations.is_made(draft)
            self.destinations.note_journey(draft)
            guests = [p for p in draft.people if p.side in draft.visitors]
            self.discourse.guest = guests[0] if len(guests) == 1 else self.discourse.guest
            if draft.place:
                self.discourse.land = self.lexicon.side_of_country(draft.place.country)

    def _complete(self, draft: Draft, binding: Binding, parties: list[Meant]) -> str:
        """Fill the side that is left open; the reason why there is no contact, or nothing."""
        if reason := nowhere(binding, self.language) or nowhere_told(draft, binding):
            return reason
        self.destinations.note_meeting(draft)
        return self.counterparts.complete(draft, binding, parties)

    def _spoke_again(self, draft: Draft, binding: Binding) -> bool:
        """ "Предыдущий разговор двух лидеров": of those who telephoned, where the noun names no parties itself."""
        told = self.counterparts.told
        named = {p.side for p in binding.parties if p.side}
        if self._talks_on_the_line(draft, binding, told):
            return True
        return (
            draft.vague
            and len(named) < len(draft.sides)
            and told is not None
            and told.kind == "call"
            and draft.sentence - told.sentence <= _RESTATED
            and set(draft.sides) <= set(told.sides)
        )

    def _talks_on_the_line(self, draft: Draft, binding: Binding, told: Draft | None) -> bool:
        """ "A menelepon B. Sehari sebelumnya A berbicara dengan C": no town is told, and A was telephoning."""
        verb = self.language.plain and draft.vague and binding.rule.frame == "active"
        if not verb or told is None or told.kind != "call" or draft.sentence - told.sentence > 1:
            return False
        return bool(draft.who & told.who) and not binding.phrases.places

    def _spoke_of_it(self, draft: Draft, binding: Binding) -> bool:
        """ "После встречи министр сказал": somebody else of a side speaks of the contact just told."""
        told, spans, first = self.counterparts.told, binding.sentence, binding.trigger.first
        if not self.language.cases or binding.rule.frame != "noun" or binding.right or told is None:
            return False
        scene = any(spans.has(i, "setting") for i in (first - 1, first - 2) if i >= spans.sentence.first)
        near = draft.sentence - told.sentence <= _RESTATED and told.kind in ("meeting", "call")
        met = {p.who for p in told.people if p.side in draft.sides}
        others = bool(met) and bool(draft.who) and not met & draft.who
        return scene and near and others and set(draft.sides) <= set(told.sides)

    def _denied_part(self, draft: Draft, binding: Binding, parties: list[Meant]) -> Draft:
        negated = [self.discourse.resolve(party, binding.phrases) for party in binding.negated]
        left = [m for m in parties if m.party in binding.left or m.party is None]
        denied = self.new.open(binding, Stance("denied"), [*left, *negated])
        denied.when, denied.place, denied.background = draft.when, draft.place, draft.background
        return denied

    def _note(self, draft: Draft, binding: Binding, parties: list[Meant]) -> None:
        """Remember a contact for what the article tells behind it."""
        if len(draft.sides) >= 2:
            self.counterparts.told = draft
            self.discourse.guests = draft.visitors or self.discourse.guests
        if not draft.definite and any(meant.sides for meant in parties):
            self.discourse.note_contact(parties, [m for m in parties if m.party in binding.left])
        if draft.when and (draft.when.exact or draft.background):
            self.circumstances.note_day(draft.when)

    def draft(self, binding: Binding) -> tuple[list[Draft], str]:
        """The contacts of one binding (one held and one denied, one, or none), and what became of it."""
        position = stance(binding, self.tokens, self.language)
        if {"appeal", "hypothetical", "inside"} & position.says:
            if self.language.plain:
                self._note_pair(binding)
            return [], "no contact: an appeal or a talk inside one organisation"
        parties = self.meaning.of(binding)
        position.status = self.last.status(binding, position)
        binding.put_off = put_off_to(binding, position)
        draft = self.new.open(binding, position, parties)
        if self._spoke_of_it(draft, binding):
            draft.definite, draft.people = True, []
        self._date(draft, binding, position)
        if draft.caption and not any(e.field == "date" for e in draft.evidence):
            return [], "a caption without a date of its own"
        self._place(draft, binding)
        if listed := self.gatherings.of(draft, binding):
            draft.sides, parties = listed, [Meant([side]) for side in listed]
        if reason := self._complete(draft, binding, parties):
            if (
                self.language.articles
                and binding.rule.row.get("weak")
                and len({m.people[0].side for m in parties if m.people}) > 1
            ):
                self._note_pair(binding)  # "X and Y agreed that ...": whom "we met" speaks of behind it
            if binding.rule.row.get("placed"):
                self.company.add_listener(draft, self.counterparts.told)
            return [], reason
        if self._spoke_again(draft, binding):
            draft.kind, draft.place = "call", None
        self.counterparts.add_mediators(draft, binding)
        self.last.carry_over(draft, binding, position)
        name_unbound(draft, binding, self.counterparts.beside)
        drafts = [*one_by_one(draft, binding, parties), *self.circumstances.other_times(draft, binding)]
        for other in drafts[1:]:
            self.counterparts.host_elsewhere(other, draft)
        if binding.put_off:
            drafts += self.circumstances.at_new_time(draft, binding.put_off)
        if binding.negated:
            drafts.append(self._denied_part(draft, binding, parties))
        self._note(draft, binding, parties)
        return drafts, "entry"

    def _lists_attendance(self, spans: SentenceSpans, phrases: Phrases) -> bool:
        """ "С российской стороны присутствовал X, с палестинской Y": who was at the contact told before."""
        told, named = self.counterparts.told, {p.side for p in phrases.parties if p.people and p.side}
        if not spans.holds("members") or told is None or told.kind != "meeting":
            return False
        reach = _RESTATED if self.language.cases else int(self.language.articles)
        return spans.sentence.index - told.sentence <= reach and named <= set(told.sides)

    def draft_untold(
        self,
        spans: SentenceSpans,
        phrases: Phrases,
        bindings: Sequence[Binding],
        drafts: Sequence[Draft],
    ) -> tuple[Binding, list[Draft], str] | None:
        """What a sentence tells by no known word beside its ``drafts``: a binding, contacts, what became of it."""
        if not drafts and self._lists_attendance(spans, phrases):
            return None
        binding = untold(spans, phrases, bindings, drafts, language=self.language, lexicon=self.lexicon)
        if binding is None:
            return None
        more, verdict = self.draft(binding)
        for draft in more:
            draft.untold = True
            draft.doubts.append("untold")
        return binding, more, verdict

    def restate(self, drafts: Sequence[Draft], spans: SentenceSpans) -> None:
        """Give the contacts of the sentence told last the status that a sentence of its own says of them."""
        said, index = restated(spans), spans.sentence.index
        last = drafts[-1].sentence if drafts else -1
        if said is None or index - last > _RESTATED:
            return
        status, cue = said
        for draft in drafts[-_RESTATED:]:
            if self.language.plain and status == "cancelled" and draft.status != "planned":
                continue  # "semua itu buyar": of what was to come
            news = (
                not draft.background or draft.status == "planned"
            )  # a plan of months ago was put off as well
            if draft.sentence == last and news:
                draft.status = status
                draft.evidence = [e for e in draft.evidence if e.field != "status"]
                draft.evidence.append(
                    shown(
                        "status",
                        cue.first,
                        cue.last,
                        tokens=self.tokens,
                        document=self.document,
                        derivation=status,
                    )
                )
