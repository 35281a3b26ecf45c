"""The towns that an article has named: what "there", "in the same city" and a country without a town mean."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import PlaceSpan
from ..words.gazetteer import Place
from ..words.language import Language
from ..words.spans import SentenceSpans
from ..words.text import Token

_OPENING = 5  # words before "there that"


class Towns:
    """Remembers where an article is set, sentence by sentence."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language
        self.last: Place | None = None  # the town told last
        self.headline: PlaceSpan | None = None  # the one town that the headline says something was in
        self.by_country: dict[str | None, dict[Place, PlaceSpan]] = {}

    def note(self, spans: SentenceSpans, places: Sequence[PlaceSpan]) -> None:
        """Remember the towns of a sentence; one that stands alone is "there" for those behind it."""
        towns = [p for p in places if p.place.name and not (p.bare or p.origin)]
        for town in towns:
            self.by_country.setdefault(town.place.country, {}).setdefault(town.place, town)
        if len({t.place for t in towns}) == 1 and spans.sentence.block.role == "body":
            self.last = towns[0].place  # "Tianjin is a stage this week. It was there that ..."

    def note_headline(self, places: Sequence[PlaceSpan]) -> None:
        """Remember where the headline says that its news was."""
        towns = [p for p in places if p.place.name and not p.bare]
        if len({p.place.name for p in towns}) == 1:
            self.headline = towns[0]

    def only(self, country: str | None) -> PlaceSpan | None:
        """The town of a country where the article names but one as the place of something."""
        towns = list(self.by_country.get(country, {}).values()) if country else []
        return towns[0] if len(towns) == 1 else None

    def there(self, binding: Binding) -> int | None:
        """ "He embraced Haniyeh there": the word that speaks of the town told last, if there is one."""
        spans, first, last = binding.sentence, binding.sentence.sentence.first, binding.sentence.sentence.last
        if not spans.holds("there"):
            return None
        opening = range(first, min(first + _OPENING, last - 1))
        opens = next((i for i in opening if spans.has(i, "there") and spans.has(i + 1, "clause")), None)
        if opens is not None:
            return opens  # "It was there that Wang received her"
        trigger, anywhere = binding.trigger, self.language.plain or self.language.cases
        told = (*spans.tables.get("trigger", ()), *spans.sayings())
        behind = [t.last for t in told if t.last <= trigger.first] if anywhere else [trigger.first - 1]
        for i in range(max([first, *behind]), min(binding.right_limit, last - 1)):
            if not spans.has(i, "there"):
                continue
            inside = trigger.first <= i < trigger.last or spans.has(i + 1, "there")  # "in the same city"
            told_of = self.language.has("stop_words", self.tokens[i + 1].key) or spans.has(i + 1, "copula")
            if inside or anywhere or not told_of:
                return i  # not "there was", "what hope there is of"
        return None

    def meant(self, there: int, binding: Binding) -> Place | None:
        """ "offered it in Istanbul, where they talked there": the town that the sentence has named, or the last."""
        towns = [p for p in binding.phrases.places if p.last <= there and p.place.name and not p.bare]
        return towns[-1].place if towns else self.last

    def before(self, binding: Binding) -> Place | None:
        """ "Sejak Kabul jatuh, X tiba di kota itu": the town that the sentence itself has named, or the last."""
        first = binding.trigger.first
        before = [p.place for p in binding.phrases.places if p.last <= first and p.place.name]
        return before[-1] if before and self.language.plain else self.last

    def go_there(self, binding: Binding) -> None:
        """ "has been there twice", "arrived in the country": the town told last, or its country."""
        told, trigger = self.last, binding.trigger
        if not (self.language.articles and told and binding.rule.frame in ("travel", "travel-noun")):
            return
        spans, last = binding.sentence, binding.sentence.sentence.last
        for index in range(trigger.first, min(trigger.last + 2, last)):
            town, country = spans.has(index, "there"), spans.has(index, "homeland")
            if (town or country) and binding.destination is None and not binding.right:
                place = told if town else Place(None, told.country, capital=False)
                binding.destination = PlaceSpan(index, index + 1, place)
