"""When and where a contact was: the words beside its trigger, else headings, dateline and report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ..binding.bindings import Binding, is_bare_noun, is_previous
from ..dates.edtf import When
from ..dates.nearness import tells_nothing_else
from ..dates.periods import month_of
from ..dates.resolving import dated
from ..dates.several import coordinated, each_day
from ..dates.when import Dated, choose, is_background
from ..parties.parties import PlaceSpan
from ..types import Document, Evidence, EvidenceField
from ..words.language import Language
from ..words.layout import Block
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .aims import is_of_journey_made, is_purpose
from .bygone import fell_yesterday, had_been_due, has_gone_by, told_weekday, was_due, was_missed
from .drafts import Draft, shown
from .furniture import Furniture
from .placing import Placing
from .scenes import LOOSE, Scenes
from .status import Stance
from .towns import Towns

_TOLD_NEAR = 4  # sentences between news and the statement that tells it
_OPENING = 3  # the same, where newsrooms leave out the day of their news less often
_LEAD = 6  # sentences of an article in which its news stands
_AT_ONCE = 3  # words between "the meeting" and where it was
_MONTH = timedelta(days=31)
_NEWS = timedelta(days=7)  # a statement older than this is no news

_NEAR_DATE = 12  # farther off, a date is another event's, not that of "the meeting"


class Circumstances:
    """Gives the drafts of one article their days and places."""

    def __init__(
        self, document: Document, tokens: Sequence[Token], blocks: Sequence[Block], language: Language
    ) -> None:
        self.document, self.tokens, self.language = document, tokens, language
        self.placing = Placing(tokens, language)
        self.scenes = Scenes(tokens, language, document.published)
        self.last: When | None = None  # the day told last: "the same day", "two days later"
        self.sentence: tuple[int, When | None] = -1, None  # the one read, and the day told before it
        self.towns = Towns(tokens, language)
        self.furniture = Furniture(tokens, blocks, language, document.published)
        self.said: list[tuple[int, Dated]] = []  # days on which somebody said something, with their sentence

    def date(self, draft: Draft, binding: Binding, position: Stance) -> None:
        """Give a draft the day told nearest to its trigger, or that of the heading it stands under."""
        planned = position.status in ("planned", "cancelled")
        planned = planned or (
            position.status == "denied" and "planned" in position.says
        )  # "will not meet on Monday"
        if planned and is_of_journey_made(position, binding, self.tokens, self.language):
            planned = False
        if planned and "background" in position.says and not told_weekday(binding):
            planned = False  # "it had been expected that in December ..."
        if position.status == "planned" and had_been_due(binding):
            planned = False  # "had been expected at the end of December"
        if position.status == "cancelled" and (
            was_due(binding, self.language)
            or was_missed(binding)
            or fell_yesterday(binding, self.language, self.document.published)
        ):
            planned = False
        above = self.furniture.heading_of(binding)
        told = self._told_before(binding.sentence.sentence.index) if self.language.plain else self._before()
        before = above.when if above else told  # "on the 15th" below "January 2019"
        found = choose(
            binding,
            self.tokens,
            published=self.document.published,
            planned=planned,
            ahead=planned and not self._told_back(draft, binding, position),
            before=before,
            plain=self.language.plain,
            cases=self.language.cases,
        )
        if found is None and position.status == "denied" and self.language.plain:
            return  # the day above a denial is that of the denial
        if found is None and (span := self.scenes.day_above(binding)):
            when = dated(span, published=self.document.published, planned=planned, before=self._before())
            found = Dated(span, when, 0.0) if when else None
        found = found or above or self.scenes.day(draft, binding, position)
        draft.timed = bool(binding.sentence.times)
        far = draft.definite and found is not None and found.cost > _NEAR_DATE
        if found is None or (far and not (self.language.plain and tells_nothing_else(binding))):
            return
        published = self.document.published
        if draft.status == "held" and published and found.when.earliest > published:
            if draft.kind == "message" or (self.language.order == "verb-first" and found.cost > _NEAR_DATE):
                return  # "invited them to come next week": the day of the journey
            draft.status = "planned"
        still = self.language.articles and not was_due(binding, self.language)
        if still and has_gone_by(draft, found.when, self.document.published):
            return
        self._set_date(draft, found)
        draft.loose_date = draft.loose_date and not (self.language.plain and tells_nothing_else(binding))
        if is_background(found.when, self.document.published) and "news" not in position.says:
            draft.background = True
            if draft.caption and draft.status == "planned" and self.language.plain:
                draft.status = "held"  # "A menanti pertemuan dengan B, 12 Februari 2019": a picture of it

    def _told_back(self, draft: Draft, binding: Binding, position: Stance) -> bool:
        """Whether what is not held may be of a day gone by: called off, due once, or an aim of what was done."""
        if draft.status != "planned" or draft.background or draft.due or was_due(binding, self.language):
            return True
        invited = self.language.order == "verb-first" and draft.kind == "visit"  # "وجه إليه أمس دعوة لزيارة"
        return not invited and is_purpose(position, binding, self.tokens, self.language)

    def other_times(self, draft: Draft, binding: Binding) -> list[Draft]:
        """The same contact at the other times that the sentence gives for it, each a draft of its own."""
        shown_at = {(e.start, e.end) for e in draft.evidence if e.field == "date"}
        span = next((s for s in binding.sentence.times if self._where(s) in shown_at), None)
        if span is None or draft.when is None:
            return []
        others = coordinated(
            Dated(span, draft.when),
            binding,
            self.tokens,
            published=self.document.published,
            planned=draft.status in ("planned", "cancelled"),
        )
        own = each_day(Dated(span, draft.when), binding.sentence)
        draft.when = own[0].when
        others = own[1:] + [day for other in others for day in each_day(other, binding.sentence)]
        return [self._in_own_town(self._at(draft, other), other, binding) for other in others]

    def at_new_time(self, draft: Draft, span: Span) -> list[Draft]:
        """ "was postponed to April": what is called off, as it is to come."""
        when = dated(span, published=self.document.published, planned=True, before=self._before())
        moved = [self._at(draft, Dated(span, when))] if when else []
        return [replace(again, status="planned", background=False) for again in moved]

    def _in_own_town(self, draft: Draft, found: Dated, binding: Binding) -> Draft:
        """ "in Damascus in 2009, and in Moscow in 2010": the town told beside a time of one verb."""
        before = max((t.last for t in binding.sentence.times if t.last <= found.span.first), default=0)
        own = [p for p in binding.phrases.places if before <= p.first and p.last <= found.span.first]
        behind = [p for p in binding.phrases.places if p.first == found.span.last + 1 and p.place.name]
        own = behind or own  # "6 октября в Праге и 31 октября в Сочи"
        if own and draft.place and before:
            draft.place, kept = own[-1].place, [e for e in draft.evidence if e.field != "place"]
            draft.evidence = [*kept, self._shown("place", own[-1].first, own[-1].last)]
        return draft

    def _where(self, span: Span) -> tuple[int, int]:
        return self.tokens[span.first].start, self.tokens[span.last - 1].end

    def _at(self, draft: Draft, found: Dated) -> Draft:
        again = draft.again(
            evidence=[e for e in draft.evidence if e.field != "date"],
            background=draft.background or is_background(found.when, self.document.published),
        )
        self._set_date(again, found)
        return again

    def note_day(self, when: When) -> None:
        """Remember the time told last; a month does not make the day told before it forgotten."""
        before = self.last
        told = (before.earliest if before.exact else before.told_day) if before else None
        self.last = when if when.exact else replace(when, told_day=told)

    def note_sentence(self, spans: SentenceSpans, places: Sequence[PlaceSpan]) -> None:
        """Remember when and where a sentence is, for those behind it."""
        self.scenes.note_heading(spans)
        self.scenes.note_scene(spans, self._before())
        self.scenes.note_stage(spans, places)
        self.towns.note(spans, places)

    def note_times(self, spans: SentenceSpans) -> None:
        """Remember the day told last by a sentence without a contact: "that day" goes back to it as well."""
        reporting = spans.tables.get("reporting", ())  # "undangan disampaikan" says nothing
        said = [s for s in reporting if not spans.has(s.first, "delivering")] or spans.tables.get(
            "attribution"
        )
        if said or spans.sentence.block.role != "body":
            return
        if not (self.language.plain or spans.tables.get("trigger")):
            return  # "since the attack of 7 October": the day of something else
        for span in spans.times[-1:]:
            if self.language.plain and spans.has(span.first - 1, "until"):
                continue  # "sampai Sabtu": nothing was told of that day
            when = dated(span, published=self.document.published, planned=False, before=self._before())
            month = self.language.articles and when and when.latest - when.earliest <= _MONTH
            if when and (when.exact or month):  # "in October it was opened. He came that month"
                self.note_day(when)

    def _told_before(self, sentence: int) -> When | None:
        """The day told last before a sentence: "two days later", said of both its verbs, is counted once."""
        if self.sentence[0] != sentence:
            self.sentence = sentence, self._before()
        return self.sentence[1]

    def _before(self) -> When | None:
        """What "the day before" counts from: the day told last, or that of the last statement."""
        return self.last or (self.said[-1][1].when if self.said else None)

    def date_by_report(self, draft: Draft) -> None:
        """Give news without a day of its own the day of the dateline."""
        assert self.furniture.report_day
        self._set_date(draft, self.furniture.report_day)
        draft.doubts.append("dateline_day")

    def note_statement(self, spans: SentenceSpans) -> None:
        """Remember the day of a verb of saying: news that is told without a day came out on it."""
        published = self.document.published
        saying = [*spans.tables.get("reporting", ()), *spans.tables.get("attribution", ())]
        if published is None or spans.sentence.block.role != "body" or not saying:
            return
        for span in spans.times:
            when = dated(span, published=published, planned=False, before=None)
            if when and when.exact and timedelta(0) <= published - when.earliest <= _NEWS:
                self.said.append((spans.sentence.index, Dated(span, when, LOOSE)))
                return

    def date_by_news(self, draft: Draft) -> None:
        """Give news without a day that of the statement nearest to it, else the month of publication.

        Where newsrooms leave out the day of their news less often, only what opens the article, and no month;
        in Russian neither, where it was tried without gain.
        """
        published = self.document.published
        often = self.language.news_days
        if not often and (self.language.cases or draft.sentence > _OPENING or draft.timed):
            return
        near = [s for s in self.said if abs(s[0] - draft.sentence) <= (_TOLD_NEAR if often else 1)]
        if near:
            _, found = min(near, key=lambda said: (abs(said[0] - draft.sentence), said[0]))
            self._set_date(draft, found)
            draft.doubts.append("statement_day")
        elif often and published and draft.sentence <= _LEAD:
            draft.when = month_of(published)
            draft.doubts.append("month_of_publication")

    def _set_date(self, draft: Draft, found: Dated) -> None:
        draft.when, draft.loose_date = found.when, found.cost >= LOOSE
        draft.evidence.append(self._shown("date", found.span.first, found.span.last, found.when.why))

    def place(self, draft: Draft, binding: Binding) -> None:
        """Give a draft its destination, or the place told nearest to its trigger."""
        within = 12 if draft.definite else 60
        bare = is_bare_noun(binding, self.language) and not is_previous(binding)
        somewhere = not (bare or (self.language.cases and binding.rule.frame == "travel"))
        chosen = binding.destination or (self.placing.nearest(binding, within=within) if somewhere else None)
        there = self.towns.there(binding)
        if chosen is None and draft.kind == "meeting" and there is not None:
            draft.place = self.towns.meant(there, binding)
        told = self.language.plain or self.language.cases
        under = self.scenes.heading and self.scenes.heading[0] == binding.sentence.sentence.paragraph
        if chosen is None and under and self.scenes.heading_place and draft.kind == "meeting":
            draft.place = self.scenes.heading_place
        if chosen is None and self.language.cases and is_bare_noun(binding, self.language):
            last = binding.trigger.last  # "Встреча состоялась в Москве"
            near = (p for p in binding.phrases.places if 0 <= p.first - last <= _AT_ONCE and not p.bare)
            chosen = next(near, None)
        if chosen is None and draft.place is None:
            draft.place = self.scenes.town(draft, binding)
        journey = told and draft.kind == "visit" and binding.destination is None
        named = self.towns.before(binding)
        if journey and named and there is not None:  # "tiba di kota itu"
            trigger = binding.trigger
            chosen = binding.destination = PlaceSpan(trigger.first, trigger.last, named)
        if chosen is None and draft.place is None and self.language.plain:
            draft.elsewhere = self.placing.is_elsewhere(binding)
        if chosen is None or draft.kind in ("call", "message"):
            return
        self.towns.last = chosen.place if chosen.place.name else self.towns.last
        draft.place = chosen.place
        if chosen.place.name is None:
            town = self.placing.nearest(binding)
            if town and town.place.name and town.place.country == chosen.place.country:
                chosen, draft.place = town, town.place
        draft.evidence.append(
            self._shown("place", chosen.first, chosen.last, "venue" if chosen.venue else "")
        )

    def _shown(self, field: EvidenceField, first: int, last: int, derivation: str = "") -> Evidence:
        return shown(field, first, last, tokens=self.tokens, document=self.document, derivation=derivation)
