"""Places that somebody or something else in the sentence has: where an office, a seat, a matter or a quotation is."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..parties.parties import PlaceSpan
from ..words.language import Language
from ..words.spans import SentenceSpans
from ..words.text import Token
from ..words.trie import particle

_GOES = 2  # words between what opens a sentence and its place
_DESCRIBED = 4  # words from a matter to the preposition of its place
_QUOTES = frozenset('"“”«»')


class OwnPlaces:
    """Tells the places that belong to other words than the contact's."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language

    def _of_title(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "посол РФ в Израиле X": where somebody has his office stands within the words that name him."""
        if self.language.plain or self.language.articles:
            return False
        parties = binding.phrases.parties
        inside = any(p.first < place.first and place.last < p.last for p in parties if p.people)
        return inside or (self.language.order == "verb-first" and self._of_seat_of_name(place, binding))

    def _of_seat_of_name(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "رئيس المكتب السياسي للحركة | في الدوحة |، الملا X": a place between an office and who bears it."""
        parties, spans = binding.phrases.parties, binding.sentence
        office = any(p.kind == "title" and not p.people and 0 <= place.first - p.last <= 1 for p in parties)
        behind = (p for p in parties if p.kind == "person" and 0 < p.first - place.last <= _GOES)
        return office and any(
            all(
                self.tokens[i].text in COMMAS or spans.has(i, "honorifics")
                for i in range(place.last, p.first)
            )
            for p in behind
        )

    def _of_quotation(self, place: PlaceSpan, binding: Binding) -> bool:
        """'دعا إلى وقف "العدوان في غزة"': a place within quotation marks that do not hold the contact as well."""
        if self.language.order != "verb-first":
            return False
        first, last = sorted((place.first, binding.trigger.first))
        marks = sum(1 for i in range(first, last) if self.tokens[i].text in _QUOTES)
        opens = sum(
            1 for i in range(binding.sentence.sentence.first, place.first) if self.tokens[i].text in _QUOTES
        )
        return marks % 2 == 1 and opens % 2 == 1

    def _of_seat(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "the Ukrainian embassy in Tel Aviv protested": where somebody has his seat; not "met at the embassy in"."""
        spans, index = binding.sentence, place.first - 2
        if index <= spans.sentence.first or not self.language.has("seats", self.tokens[index].key):
            return False
        while index > spans.sentence.first and self.tokens[index].word and not spans.has(index, "locative"):
            if spans.has(index, "definite"):
                index -= 1
                break
            index -= 1
        return not spans.has(index, "locative")

    def _of_matter_described(self, index: int, spans: SentenceSpans) -> bool:
        """ "آخر تطورات حرب الإبادة | في غزة": adjectives and what is possessed stand behind the matter."""
        for back in range(index - 1, max(index - 1 - _DESCRIBED, spans.sentence.first), -1):
            told = any(t.first <= back < t.last for t in spans.tables.get("trigger", ()))
            if told or not self.tokens[back].word:
                return False
            if spans.has(back, "matter"):
                return True
        return False

    def _of_matter(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "discussed the war in Gaza": where the matter is, not the talks."""
        if place.place.capital:
            return False
        index = place.first - 1
        if index > 0 and self.language.has("definite", self.tokens[index].key):
            index -= 1
        sentence = binding.sentence
        if self.language.order == "verb-first":
            return self._of_matter_described(index, sentence)
        if index <= sentence.sentence.first or not self.language.has("matter", self.tokens[index - 1].key):
            return False
        if binding.rule.frame == "noun" and self._held_there(index - 1, binding):
            return False
        # "round of talks in Geneva" is the contact's own; not "discussed a truce in Gaza with", one verb
        own = (t for t in sentence.tables.get("trigger", ()) if t.first <= index - 1 < t.last)
        return all(place.first < t.last for t in own)

    def _held_there(self, index: int, binding: Binding) -> bool:
        """ "talks on aid were held in Geneva", "talks, held in Geneva"; not "talks on the hostages held in Gaza"."""
        spans, between = binding.sentence, range(binding.trigger.last, index)
        other = any(self.language.has("matter", self.tokens[i].key) for i in between)
        finite = spans.has(index - 1, "auxiliary") and not spans.has(index - 2, "relative")
        behind = self.language.has("past", self.tokens[index].key) and binding.trigger.last <= index
        return behind and (finite or not other)

    def _before_retold(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "a cabinet in Beirut was the subject of the talks": a town before talks told of is another noun's."""
        opens = place.first - binding.sentence.sentence.first <= _GOES
        told = self.language.articles and bool(binding.rule.row.get("definite"))
        return told and not opens and binding.trigger.first - place.last > _GOES

    def _of_journey_aimed_at(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "اجتمع به ووجه إليه دعوة **لزيارة موسكو**": where a journey is to go that the meeting was told before."""
        if self.language.order != "verb-first" or binding.rule.says != "meeting":
            return False
        return any(
            t is not binding.trigger
            and t.first < place.first <= t.last + _GOES
            and t.rule.frame in ("travel", "travel-noun")
            and self.language.has("purpose", particle(t.prefix)[-1:])
            for t in binding.sentence.tables.get("trigger", ())
        )

    def _of_return(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "غادر القاهرة عائدا **إلى غزة** بعد لقاءات": where somebody goes back to behind what is told of."""
        before = self.language.order == "verb-first" and place.goal and place.last <= binding.trigger.first
        return before and binding.sentence.has(binding.trigger.first - 1, "setting")

    def _of_members(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "قيادة حماس **في غزة** لينضم إلى الوفد الذي سيلتقي A": where those are who stand before another clause."""
        spans, parties = binding.sentence, binding.phrases.parties
        if self.language.order != "verb-first" or place.last > binding.trigger.first:
            return False
        beside = any(p.kind in ("group", "title", "org") and 0 <= place.first - p.last <= 1 for p in parties)
        first = binding.trigger.first
        return beside and any(place.last <= i and spans.has(i, "relative") for i in (first - 1, first))
