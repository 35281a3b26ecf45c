"""Which of a sentence's places is the contact's: the nearest, after penalties."""

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..parties.parties import PlaceSpan
from ..words.clauses import is_apart, participial_clauses
from ..words.spans import SentenceSpans, Span
from .aims import is_invited_to, is_of_journey_spoken_of
from .ownplaces import OwnPlaces

_TOLD_APART = 30  # a verb of saying between place and talks
_GOAL = 12  # "returned to Doha after talks in Cairo": where a journey went
_APART = 30  # where something else is, or somebody is from
_OPENING = 5  # words before a place that opens a sentence
_OF_MATTER = 120  # "discussed the war in Gaza", also where the verb embraces the town
_GOES = 2  # words between a verb of going and where to
_BEHIND_TOPIC = 45  # "to discuss the war in Gaza": where the topic is, not the talks


class Placing(OwnPlaces):
    """Chooses among the places that one sentence names."""

    def nearest(self, binding: Binding, *, within: int = 60) -> PlaceSpan | None:
        if not binding.phrases.places:
            return None
        trigger = binding.told_at
        # "discussed the war in Gaza with X in Moscow": behind X it is the talks that are somewhere
        with_whom = binding.rule.row.get("object") == "with" and binding.right
        partner = binding.right[0] if with_whom else None
        topics = binding.sentence.tables.get("topic", ())
        discussed = self.language.plain and any(t.first == trigger.first for t in topics)

        def told_apart(place: PlaceSpan) -> bool:  # "war in Gaza, X said at a meeting with Y"
            first, last = sorted((place.first, trigger.first))
            said = any(first < saying.first < last for saying in binding.sentence.sayings())
            return said or (self.language.plain and self._said_there(place, binding))

        sentence = binding.sentence
        described = participial_clauses(sentence, self.tokens) if self.language.cases else []

        def told_of_noun(place: PlaceSpan) -> bool:  # "встреча, прошедшая в Дохе"
            return binding.rule.frame == "noun" and trigger.last <= place.first

        def cost(place: PlaceSpan) -> tuple[int, int]:
            if self._happened_there(place, binding):
                return (place.place.name is None) * _GOAL, place.first
            after = place.first >= trigger.first
            gap = place.first - trigger.last if after else 2 * (trigger.first - place.last)
            beyond = place.first >= binding.right_limit or place.last <= binding.left_limit
            topic = not (partner and partner.first < place.first) and (
                (discussed and (place.first < trigger.first) == (binding.rule.frame == "noun"))
                or any(
                    trigger.last <= t.first < place.first and not self._told_besides(t.last, place, binding)
                    for t in topics
                )
            )
            apart = int(self.language.plain and self._apart(place, binding))
            apart += 2 * (self.language.plain and self._lives_there(place, binding))
            return (
                (apart + 2 * (self.language.plain and self._went_on(place, binding))) * _APART
                + (place.place.name is None) * 30
                + topic * _BEHIND_TOPIC
                + (topic and discussed) * _BEHIND_TOPIC
                + place.venue * 5
                + place.bare * 60
                + (place.origin and self.language.order == "verb-first")
                * (40 + (binding.rule.says == "visit") * 30)
                + (place.goal and self.language.order == "verb-first") * _GOAL
                + (self.language.order == "verb-first" and is_invited_to(place, binding)) * 60
                + (self._is_left(place) and binding.rule.says == "meeting") * 60
                + self._of_next_journey(place, binding) * 60
                + self._of_verb_before(place, binding) * 20
                + is_of_journey_spoken_of(place, binding) * 60
                + self._not_where(place, binding) * 60
                + self._of_seat(place, binding) * 60
                + self._before_retold(place, binding) * 60
                + self._of_what_was_told(place, binding) * 60
                + self._of_matter(place, binding) * _OF_MATTER
                + self._of_closed_clause(place, binding) * 60
                + (not told_of_noun(place) and is_apart(place.first, trigger.first, described)) * 60
                + self._of_title(place, binding) * 60
                + self._of_quotation(place, binding) * 60
                + self._of_journey_aimed_at(place, binding) * 60
                + (self._of_return(place, binding) or self._of_members(place, binding)) * 60
                + beyond * (30 if self.language.plain else 15)
                + told_apart(place) * _TOLD_APART
                + gap,
                place.first,
            )

        costs = [(cost(place), place) for place in binding.phrases.places]
        least, best = min(costs, key=lambda found: found[0])
        return best if least[0] < within else None

    def _told_besides(self, topic: int, place: PlaceSpan, binding: Binding) -> bool:
        """ "membahas kamp itu, Senin, di Beirut": behind a day it is the contact's place again."""
        return self.language.plain and any(topic <= t.first < place.first for t in binding.sentence.times)

    def _went_on(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "Usai menemui X, Y terbang **ke Riyadh**": where a journey goes that is told behind a meeting.

        Nor is "menemui X dan mengundangnya **ke Moskow**" told of Moscow.
        """
        if binding.rule.says != "meeting" or not place.goal:
            return False
        behind = range(binding.trigger.last, place.first)
        if any(binding.sentence.has(i, "inviting") for i in behind):
            return True
        return any(
            binding.trigger.last <= t.first <= place.first and t.rule.frame == "travel"
            for t in binding.sentence.tables.get("trigger", ())
        )

    def _apart(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "bantuan ke Gaza menjadi keluhan tatkala menemui X": where something else goes, or in another clause."""
        trigger = binding.trigger
        if place.last > trigger.first or binding.rule.says != "meeting":
            return False
        if place.place.name is None and place.first - binding.sentence.sentence.first > _OPENING:
            return True  # "orang kuat di Libya, bertemu X"
        clause = any(binding.sentence.has(i, "clause") for i in range(place.last, trigger.first))
        opened = any(
            binding.sentence.has(i, "clause") for i in range(binding.sentence.sentence.first, place.first)
        )
        return place.goal or (clause and not opened)

    def _lives_there(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "X, kepala biro yang bermukim di Damaskus, diterima": a place of the clause that describes somebody."""
        spans, first = binding.sentence, max(place.first - _OPENING, binding.sentence.sentence.first)
        closed = any(self.tokens[i].text == "," for i in range(place.last, binding.trigger.first))
        words = next((i for i in range(place.first - 1, first, -1) if spans.has(i, "relative")), None)
        if words is None or not closed or not all(self.tokens[i].word for i in range(words, place.first)):
            return False
        return any(
            p.last in (words, words - 1) for p in binding.phrases.parties
        )  # not "hari yang sama di Doha"

    def is_elsewhere(self, binding: Binding) -> bool:
        """ "bertemu X di Kota Padang": whether a town that no list holds stands behind the parties."""
        spans, phrases = binding.sentence, binding.phrases
        ranges = [(p.first, p.last) for p in phrases.places] + [(p.first, p.last) for p in phrases.parties]
        known = {i for first, last in ranges for i in range(first, last)}
        start = max([binding.trigger.last, *(p.last for p in binding.right)])
        for index in range(start, min(start + _GOES, spans.sentence.last - 1)):
            name = self.tokens[index + 1]
            if spans.has(index, "locative", "destination") and index + 1 not in known and name.word:
                return name.text[0].isupper() and not self.language.has("not_names", name.key)
        return False

    def _happened_there(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "dari Moskow, **tempat** Putin menerimanya": the town that a clause behind it is told of."""
        spans, index = binding.sentence, place.last
        named = {i for p in binding.phrases.places for i in range(p.first, p.last)}
        while index < binding.trigger.first and (self.tokens[index].text == "," or index in named):
            index += 1  # "di Doha, Qatar, tempat"
        clause = index < binding.trigger.first and spans.has(index, "where")
        if self.language.order == "verb-first":  # "قادما من دمشق حيث يقيم، اجتمع": where he set out from
            closed = any(self.tokens[i].text in COMMAS for i in range(index, binding.trigger.first))
            clause = clause and not (place.origin or closed)
        return clause and not any(
            index < t.first < binding.trigger.first for t in spans.tables.get("trigger", ())
        )

    def _of_what_was_told(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "gencatan senjata di Gaza menjadi keluhan yang disampaikan A kepada B": where what was said is."""
        told = self.language.plain and binding.rule.frame == "send" and binding.rule.says == "meeting"
        opens = place.first - binding.sentence.sentence.first <= _GOES
        return told and place.last <= binding.trigger.first and not opens

    def _said_there(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "mengatakan di Washington bahwa ia akan bertemu X": where somebody said it."""
        spans = binding.sentence
        said = any(
            saying.last <= place.first
            and not any(spans.has(i, "clause") for i in range(saying.last, place.first))
            for saying in spans.sayings()
        )
        return said and any(spans.has(i, "clause") for i in range(place.last, binding.trigger.first))

    def _is_left(self, place: PlaceSpan) -> bool:
        """ "without a murmur from Jerusalem": no meeting was there; not of a word that is "of" as well."""
        own = self.language.plain or not self.language.has("of", self.tokens[place.first - 1].key)
        return self.language.order != "verb-first" and place.origin and own

    def _of_next_journey(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "met Lavrov and left for Tehran", "met Lavrov before flying to Tehran": where he went after that."""
        if self.language.plain or self.language.order == "verb-first" or binding.rule.says != "meeting":
            return False
        sentence, own = binding.sentence, binding.trigger
        journeys = [
            t
            for t in sentence.tables.get("trigger", ())
            if own.last <= t.first <= place.first
            and t.rule.frame == "travel"
            and place.first <= t.last + _GOES
        ]
        if journeys and self.language.cases and binding.rule.frame == "noun":
            before = range(max(own.first - 2, sentence.sentence.first), own.first)
            return any(sentence.has(i, "afterwards") for i in before)  # "после встречи с A вылетел в Тегеран"
        return any(
            sentence.has(t.first - 1, "and", "afterwards") or self._closes(t, own, sentence) for t in journeys
        )

    def _not_where(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "прилетел в A из B, где встретился с X": of the places before "where" only the last is meant."""
        spans, first = binding.sentence, binding.trigger.first
        if not spans.holds("where"):
            return False
        where = [i for i in range(spans.sentence.first, first) if spans.has(i, "where")]
        if not where or place.first >= where[-1]:
            return False
        before = [p for p in binding.phrases.places if p.last <= where[-1]]
        reached = [p for p in before if not p.origin] if self.language.order == "verb-first" else before
        return place is not (reached or before)[-1]

    def _of_verb_before(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "While Lavrov met Haniyeh in Moscow, Fidan met": where the ones of the clause before met."""
        first, spans = binding.trigger.first, binding.sentence
        met = any(
            t.last <= place.first and t.rule.frame in ("active", "receive", "passive", "mutual")
            for t in spans.tables.get("trigger", ())
        )
        named = any(place.last <= p.first < first and not p.oblique for p in binding.phrases.parties)
        closed = any(self.tokens[i].text == "," or spans.has(i, "and") for i in range(place.last, first))
        return self.language.articles and met and named and closed

    def _of_closed_clause(self, place: PlaceSpan, binding: Binding) -> bool:
        """ "Haniyeh, who is based in Qatar, met Kamel": where the clause between the commas says he is."""
        first, spans = binding.trigger.first, binding.sentence
        closed = any(self.tokens[i].text == "," for i in range(place.last, first))
        if not self.language.articles or not closed:
            return False
        for index in range(place.first - 1, spans.sentence.first, -1):
            if self.tokens[index].text == ",":
                return False
            if spans.has(index, "relative") and self.tokens[index - 1].text == ",":
                return True
        return False

    def _closes(self, journey: Span, own: Span, spans: SentenceSpans) -> bool:
        """ "having met Lavrov, left for Tehran": a comma ends the clause of a participle."""
        return spans.has(own.first, "having", "clause") and self.tokens[journey.first - 1].text == ","
