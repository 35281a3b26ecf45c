"""Where a journey goes whose sentence leaves it out, as the article told before."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import PlaceSpan
from ..words.gazetteer import Place
from ..words.language import Language
from ..words.lexicon import Lexicon
from ..words.text import Token
from .drafts import Draft

_MADE = 12  # journeys back that an announced one may be
_GOES_ON = 3  # sentences back to the contact that somebody came to


class Destinations:
    """The journeys and meetings of one article, as places to go to."""

    def __init__(self, tokens: Sequence[Token], language: Language, lexicon: Lexicon) -> None:
        self.tokens, self.language, self.lexicon = tokens, language, lexicon
        self.last: Draft | None = None  # the journey told last
        self.met: list[Draft] = []  # the meetings of the news
        self.made: list[tuple[str | Place | None, ...]] = []  # who went where, of the news
        self.journeys: dict[str, Place] = {}  # by side of the travellers, where they went last
        self.stage: Place | None = None  # the town of the headline or the dateline

    def note_meeting(self, draft: Draft) -> None:
        """Remember where two sides met."""
        if len(draft.sides) > 1 and draft.kind == "meeting" and not draft.background:
            self.met.append(draft)

    def _where_met(self, draft: Draft, told: Draft | None) -> Place | None:
        """ "Приехала она с ...": to where the contact before was, at the other side's."""
        if not (told and told.place and draft.sentence - told.sentence <= _GOES_ON):
            return None
        home = self.lexicon.side_of_country(told.place.country)
        abroad = home in told.sides and home not in draft.sides and set(draft.sides) <= set(told.sides)
        return told.place if abroad and told.kind == "meeting" and draft.status == told.status else None

    def _where_received(self, draft: Draft) -> Place | None:
        """ "Kedatangan X dikecam": to where the article told that he met the other side, at its home."""
        for met in reversed(self.met[-_MADE:]):
            home = self.lexicon.side_of_country(met.place.country) if met.place else None
            if home in met.sides and home not in draft.sides and set(draft.sides) <= set(met.sides):
                same = not draft.people or bool(draft.who & met.who)
                return met.place if same and met.status == "held" else None
        return None

    def _told_frames(self) -> tuple[str, ...]:
        """The frames of a journey to where the article sent the side before: "его визит отложили" as well."""
        return ("travel", "travel-noun") if self.language.cases else ("travel",)

    def _is_told_anew(self, draft: Draft) -> bool:
        """ "Dia datang lagi pada Maret": where nothing else marks it, a journey of its own has a day of its own."""
        dated = any(e.field == "date" for e in draft.evidence)
        return self.language.cases or (dated and bool(draft.people))

    def _is_one_more(self, draft: Draft, binding: Binding) -> bool:
        """ "استقبلت موسكو وفدا. وتلتها زيارة ثانية للوفد": to where they went before."""
        behind, last = binding.trigger.last, self.last
        if self.language.order != "verb-first" or binding.rule.frame != "travel-noun" or last is None:
            return False
        again = behind < binding.sentence.sentence.last and binding.sentence.has(behind, "one_more")
        return again and list(last.visitors) == draft.sides and draft.sentence - last.sentence <= _GOES_ON

    def _implied(self, draft: Draft, binding: Binding, told: Draft | None) -> Place | None:
        """The place that a journey told without one goes to."""
        if self.language.plain and binding.rule.frame == "travel-noun":
            named = bool(draft.people) or any(p.kind == "group" for p in binding.left)
            return self._where_received(draft) if named and not binding.definite else None
        if self._is_one_more(draft, binding) and self.last:
            return self.last.place
        if binding.rule.frame not in self._told_frames():
            return None
        place = self.journeys.get(draft.sides[0]) if self._is_told_anew(draft) else None
        place = place or (None if self.language.plain else self._where_met(draft, told))
        return place or (self._on_stage(draft, binding) if self.language.articles else None)

    def _on_stage(self, draft: Draft, binding: Binding) -> Place | None:
        """ "The Lebanese arrived on Sunday evening": in the town of the headline or dateline, where that is abroad."""
        stage = self.stage
        arrives = binding.sentence.has(binding.trigger.first, "arriving") or binding.sentence.has(
            binding.trigger.first + 1, "arriving"
        )
        if stage is None or not arrives or draft.background or not binding.left:
            return None
        home = self.lexicon.side_of_country(stage.country)
        return stage if home and home not in draft.sides else None

    def _made_before(self, draft: Draft, binding: Binding) -> None:
        """ "Kunjungan pertama berlangsung pada Maret 2006": another journey of those who travel in the article."""
        trigger, last = binding.trigger, self.last
        nth = any(binding.sentence.has(i, "nth") for i in range(trigger.first, trigger.last + 1))
        if (
            not (self.language.plain and nth and last and binding.rule.frame == "travel-noun")
            or binding.right
        ):
            return
        own = any(p.people or p.side for p in binding.left)
        if own or binding.destination or not draft.when or draft.when == last.when:
            return
        if draft.sentence - last.sentence > _GOES_ON or last.place is None:
            return
        his = any(binding.sentence.shaped(i, "his") for i in range(trigger.first, trigger.last + 1))
        draft.sides = list(last.visitors)
        draft.people = [p for p in last.people if his and p.side in last.visitors]
        draft.place, draft.background = last.place, True
        binding.destination = PlaceSpan(trigger.first, trigger.last, last.place)

    def note_journey(self, draft: Draft) -> None:
        """Remember the journey told last."""
        if draft.kind == "visit" and draft.visitors and draft.place:
            self.last = draft

    def note_invitation(self, draft: Draft, binding: Binding) -> None:
        """ "menerima undangan ke Moskow": where those who are asked to come will go to."""
        if draft.kind != "message" or not self.language.plain:
            return
        towns = [p.place for p in binding.phrases.places if p.goal and not p.origin and p.place.name]
        asked = draft.sides or [
            p.side for p in binding.phrases.parties if p.people and p.side and not p.oblique
        ]
        for side in asked if len(towns) == 1 else ():
            if self.lexicon.side_of_country(towns[0].country) != side:
                self.journeys[side] = towns[0]

    def journey(self, draft: Draft, binding: Binding, told: Draft | None) -> None:
        """ "Ожидалось, что Хания прилетит в июне": where he goes is where the article sent his side before.

        ``told`` is the last contact that has both its sides.
        """
        self._made_before(draft, binding)
        if draft.definite or len(draft.sides) != 1 or draft.elsewhere:
            return  # elsewhere: "berangkat ke Eropa"
        if binding.destination is not None and draft.place:
            self.journeys[draft.sides[0]] = draft.place
        elif draft.place is None:
            draft.place = self._implied(draft, binding, told)
            if draft.place:
                binding.destination = PlaceSpan(binding.trigger.first, binding.trigger.last, draft.place)

    def is_made(self, draft: Draft) -> bool:
        """ "tiba di Moskow. ... akan ke Moskow, katanya": whether a journey that is announced has been made."""
        if not self.language.plain or draft.background:
            return False
        journey = (*draft.visitors, draft.place)
        if draft.status == "held":
            self.made.append(journey)
        return (
            draft.status == "planned"
            and not draft.when
            and draft.place is not None
            and journey in self.made[-_MADE:]
        )
