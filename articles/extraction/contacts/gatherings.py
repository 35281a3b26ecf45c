"""Who met where several movements of one country gathered: those whom the sentence, or the ones behind it, list.

"Прошла встреча палестинских движений. В ней участвовали ФАТХ, ХАМАС и «Исламский джихад»": the word for several
says only that there were some.
"""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import Phrases
from ..words.language import Language
from ..words.lexicon import Lexicon
from ..words.spans import SentenceSpans
from .drafts import Draft
from .meant import Meant
from .reference import Discourse

_REACH = 2  # sentences from a gathering to the list of who was there
_SEVERAL = 2  # movements
_LISTS = ("company", "members")
_SPOKEN_OF = ("topic", "locative", "to", "agent")


class Gatherings:
    """The gatherings of one article."""

    def __init__(self, language: Language, lexicon: Lexicon, discourse: Discourse) -> None:
        self.language, self.lexicon, self.discourse = language, lexicon, discourse
        self.open: Draft | None = None  # of whom nobody has been listed so far

    def of(self, draft: Draft, binding: Binding) -> list[str]:
        """The movements that the sentence of a gathering lists; where it lists none, those behind may."""
        several = [p.side for p in binding.parties if p.summed]
        if not self.language.cases or not several or draft.kind != "meeting" or set(draft.sides) - {*several}:
            return []
        listed = self._movements(binding.phrases)
        if len(listed) < _SEVERAL:
            self.open = draft
        return listed

    def add(self, drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases) -> Draft | None:
        """Add who a sentence says took part; the gathering itself, where it is the first to say so."""
        if not (self.language.cases and spans.holds(*_LISTS)):
            return None
        listed, index = self._movements(phrases), spans.sentence.index
        gathering, new = self.open, (d for d in reversed(drafts) if not d.definite)
        told = next(new, None)
        if told and 0 < index - told.sentence <= _REACH and self._is_gathering(told):
            among = [side for side in listed if self.lexicon.are_compatriots(side, told.sides[0])]
            told.sides += [side for side in among if side not in told.sides]
            self.discourse.note_contact([Meant([side]) for side in told.sides], [])
        elif gathering and index - gathering.sentence <= _REACH and len(listed) >= _SEVERAL:
            self.open = None
            gathering.sides, gathering.definite = listed, False
            return gathering
        return None

    def _is_gathering(self, draft: Draft) -> bool:
        first, several = draft.sides[:1], len(draft.sides) >= _SEVERAL
        return (
            draft.kind == "meeting"
            and several
            and all(self.lexicon.are_compatriots(side, first[0]) for side in draft.sides)
        )

    def _movements(self, phrases: Phrases) -> list[str]:
        """The movements of one country that a sentence names."""
        named = [p.side for p in phrases.parties if p.side and p.oblique not in _SPOKEN_OF]
        first = next((side for side in named if self.lexicon.are_compatriots(side, side)), None)
        return list(
            dict.fromkeys(side for side in named if first and self.lexicon.are_compatriots(side, first))
        )
