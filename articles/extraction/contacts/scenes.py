"""What the sentences before say of when and where, for those that go on: a day or town that opens a paragraph."""

from collections.abc import Sequence
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..dates.edtf import When
from ..dates.resolving import dated
from ..dates.when import Dated
from ..parties.atoms import place_of
from ..parties.gaps import COMMAS
from ..parties.parties import PlaceSpan
from ..words.gazetteer import Place
from ..words.language import Language
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .drafts import Draft
from .status import Stance
from .untold import is_untold

LOOSE = 8  # a date behind a clause border may be another event's
_OPENING = 2  # words of a sentence before the day that opens it
_WEEK = timedelta(days=7)
_SCENE = 2  # sentences behind such a day


class Scenes:
    """Remembers where and when an article is, sentence by sentence."""

    def __init__(self, tokens: Sequence[Token], language: Language, published: date | None) -> None:
        self.tokens, self.language, self.published = tokens, language, published
        self.heading: tuple[int, Span] | None = None  # paragraph and day
        self.heading_place: Place | None = None
        self.stage: tuple[int, int, Place] | None = None  # paragraph, sentence and its town
        self.scene: tuple[int, int, Dated] | None = None  # paragraph, sentence and the day it opens with
        self.opens = False  # whether that day does open it, or ends it

    def note_scene(self, spans: SentenceSpans, before: When | None) -> None:
        """ "В субботу гостей ждали по двум адресам.": a day that opens a sentence is that of those behind it."""
        sentence, published = spans.sentence, self.published
        for span in spans.times if sentence.block.role == "body" else ():
            opens = span.first - sentence.first <= _OPENING
            if not opens and (len(spans.times) > 1 or spans.sayings() or self._aside(span, spans)):
                return
            if self.language.cases and self._is_of_words_alone(spans):
                return
            when = dated(span, published=published, planned=False, before=before)
            week = opens and when is not None and when.latest - when.earliest <= _WEEK
            if when and (when.exact or week) and published and when.latest <= published:
                # what ends a sentence dates the next one alone
                index = sentence.index if opens else sentence.index - _SCENE + 1
                self.scene, self.opens = (sentence.paragraph, index, Dated(span, when, LOOSE)), opens
            return

    def _is_of_words_alone(self, spans: SentenceSpans) -> bool:
        """ "20 декабря выходящая в Лондоне газета писала о плане": a day on which something was only said."""
        said = spans.sayings()
        remark = bool(said) and self.tokens[said[0].first - 1].text in COMMAS
        return bool(said) and not remark and not spans.tables.get("trigger")

    def note_stage(self, spans: SentenceSpans, places: Sequence[PlaceSpan]) -> None:
        """Remember the one town that a sentence is set in: "Компанию им в Москве составили иранцы."."""
        towns = {p.place.name: p.place for p in places if p.place.name and not (p.bare or p.origin)}
        if self.language.cases and len(towns) == 1 and spans.sentence.block.role == "body":
            self.stage = spans.sentence.paragraph, spans.sentence.index, next(iter(towns.values()))

    def town(self, draft: Draft, binding: Binding) -> Place | None:
        """The town of the sentence before, in the same paragraph, for a meeting told without one."""
        sentence = binding.sentence.sentence
        if self.stage is None or draft.kind != "meeting" or draft.definite or draft.background:
            return None
        paragraph, index, town = self.stage
        near = paragraph == sentence.paragraph and sentence.index - index == 1
        return town if near and draft.status == "held" and not binding.phrases.places else None

    def day(self, draft: Draft, binding: Binding, position: Stance) -> Dated | None:
        """The day that a sentence before opened with, in the same paragraph, for what has no time of its own."""
        sentence = binding.sentence.sentence
        if self.scene is None or draft.definite or draft.status != "held" or "background" in position.says:
            return None
        paragraph, index, found = self.scene
        near = paragraph == sentence.paragraph and 0 < sentence.index - index <= _SCENE
        before = any(
            binding.sentence.has(i, "pluperfect") for i in range(sentence.first, binding.trigger.last)
        )
        if is_untold(binding) and not self.opens:
            return (
                None  # "They were taken on October 7. A asked B for their release": of what was told before
            )
        return found if near and not (before or binding.sentence.times) else None

    def day_above(self, binding: Binding) -> Span | None:
        """The day that heads the paragraph of a binding."""
        paragraph = binding.sentence.sentence.paragraph
        return self.heading[1] if self.heading and self.heading[0] == paragraph else None

    def _aside(self, span: Span, spans: SentenceSpans) -> bool:
        """ "said X, who was on television last night": the day of a relative clause, or of one of two contacts."""
        inside = any(
            spans.has(i, "relative") and not any(self.tokens[j].text in COMMAS for j in range(i, span.first))
            for i in range(spans.sentence.first, span.first)
        )
        several = len(spans.tables.get("trigger", ())) > 1
        return not self.language.cases and (inside or several)

    def note_heading(self, spans: SentenceSpans) -> None:
        """ "12 сентября, понедельник.": a sentence that is nothing but a day dates the rest of its paragraph."""
        sentence, dated_by = spans.sentence, [i for s in spans.times for i in range(s.first, s.last)]
        words = {i for i in range(sentence.first, sentence.last) if self.tokens[i].word}
        where = [a for a in spans.atoms if self.language.cases and place_of(a)[0]] if spans.times else []
        placed = {i for a in where for i in range(a.first, a.last)}
        if words and spans.times and words <= {*dated_by, *placed}:
            self.heading = sentence.paragraph, spans.times[0]
            self.heading_place = place_of(where[0])[0] if where else None
