"""Words that tell no contact where they stand, where the verb comes first: "حل الأزمة" is no journey."""

from collections.abc import Sequence

from ..parties.parties import Party, Phrases
from ..words.language import Language
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .verbfirstjourneys import BARE, FAR, is_place
from .verbfirstparts import VerbFirstParts

_HANDED = 18  # words from a verb of handing over to what is handed over


class VerbFirstIdle(VerbFirstParts):
    """Leaves out the triggers whose sentence shows that they are none."""

    def __init__(
        self, tokens: Sequence[Token], spans: SentenceSpans, phrases: Phrases, language: Language
    ) -> None:
        super().__init__(tokens, spans, phrases, language)
        for index, trigger in enumerate(self.triggers):
            if len(trigger.values) > 1:
                self._settle_partner(trigger, index)
        self.triggers[:] = [t for t in self.triggers if not self._is_idle(t)]

    def _settle_partner(self, trigger: Span, index: int) -> None:
        """ "spent an hour with A", "spent the day in Cairo": a partner in the clause makes a meeting of it."""
        limit = self._right_limit(index)
        met = any(trigger.last <= p.first < limit and p.oblique == "with" for p in self.phrases.parties)
        trigger.values.sort(key=lambda rule: (rule.row.get("object") == "with") != met)

    def _is_idle(self, trigger: Span) -> bool:
        """ "كان A قد أعلن": "was" tells a journey where nothing but a day stands between A and a town."""
        wanted = trigger.rule.row.get("object")
        if wanted == "inside":
            return not self._is_of_tour(trigger)
        if trigger.rule.frame == "send" and wanted == "acc":
            return not self._names_document(trigger)
        if trigger.rule.frame == "travel" and wanted == "from":  # "goes back to 2010"
            behind = [p for p in self.phrases.places if 0 <= p.first - trigger.last <= FAR]
            return not behind or not behind[0].origin
        everyday = trigger.rule.row.get("weak") and trigger.last - trigger.first == 1
        if trigger.rule.frame == "travel" and everyday and wanted in (None, "at"):
            return not self._begins_journey(trigger)  # "حل الأزمة": a solution
        if trigger.rule.frame != "travel" or wanted != "next":
            return False
        who = next((p for p in self.phrases.parties if 0 <= p.first - trigger.last <= BARE), None)
        if who is None or who.kind == "org":
            return True
        places = (p for p in self.phrases.places if who.last <= p.first and not p.bare)
        town = next(places, None)
        led = {
            i for p in self.phrases.parties if p.oblique == "company" for i in range(who.last, p.last)
        }  # "كان وفد، | على رأسه A، | في B"
        return town is None or any(
            self.tokens[i].word
            and i not in led
            and not self._inside(i)
            and not self.spans.has(i, "locative", "destination")
            for i in range(who.last, town.first)
        )

    def _names_document(self, trigger: Span) -> bool:
        """ "سلم A وزارة الخارجية | كتابا", "نقل إلى A | احتجاجا": what is handed over stands in the verb's clause."""
        last = min(trigger.last + _HANDED, self.spans.sentence.last)
        for index in range(trigger.last, last):
            if self.spans.has(index, "documents"):
                return True
            if self.spans.has(index, "clause", "relative"):
                return False
        return False

    def _begins_journey(self, trigger: Span) -> bool:
        """Whether somebody, or where he came to, is named right behind an everyday verb."""
        who = (p for p in self.phrases.parties if 0 <= p.first - trigger.last <= BARE and not p.oblique)
        where = (p for p in self.phrases.places if 0 <= p.first - trigger.last <= BARE and not p.bare)
        return any(p.kind != "org" or self._is_reached(trigger, p) for p in who) or any(where)

    def _is_reached(self, trigger: Span, party: Party) -> bool:
        """ "كان A قد بلغ | طهران": a capital or country right behind the verb is where the journey ends."""
        return is_place(party) and party.first == trigger.last
