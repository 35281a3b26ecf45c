"""Which names of towns and countries say where something is, and which stand for a government."""

from collections.abc import Sequence

from ..words.gazetteer import Place
from ..words.language import Language
from ..words.spans import SentenceSpans, Span, names_in, rules_in
from ..words.text import POSSESSIVE, Token
from ..words.trie import particle
from .atoms import and_written_to, is_realm, place_of
from .gaps import COMMAS
from .parties import PlaceSpan

_ROW = 2  # tokens between two states of a row
_HOUSE = 7  # words of a house's name


_SEAT = 2  # words before "embassy"
_SCENE = 5  # words from a town to "the venue"
_SETTLEMENT = 5  # words of "the northern port city"


class Whereabouts:
    """The places of one sentence."""

    def __init__(self, tokens: Sequence[Token], spans: SentenceSpans, language: Language) -> None:
        self.tokens, self.spans, self.language = tokens, spans, language
        self.sentence = spans.sentence
        self.places: list[PlaceSpan] = []

    def take(self, atom: Span) -> bool:
        """Put a town or country that is where something is among the places; True when it is no party."""
        place, venue = place_of(atom)
        if place is None or any(name.kind == "person" for name in names_in(atom)):
            return False
        names = names_in(atom)
        if venue and names:
            if self._locative(atom):  # "talks in the Foreign Ministry": where, and with whom
                self.places.append(PlaceSpan(atom.first, atom.last, place, venue=True))
            return False
        if venue:
            if names and (not self._locative(atom) or self._sender(atom)):
                return False  # "the Kremlin said", "an invitation from the ministry"
            self.places.append(PlaceSpan(atom.first, atom.last, place, venue=True))
            return not names or self._locative(atom)
        if self._completes_town(atom, place.country) or (self._is_recipient(atom) and names):
            return self._completes_town(atom, place.country)
        government = any(name.kind in ("metonym", "org") for name in names) and not self._is_scene(atom)
        stays = self._locative(atom) or self._with_place(atom)
        adjective = any(name.kind == "demonym" for name in names) and not self._locative(atom)
        owner = self._is_served(atom) or self._has_office(atom) or self._sent(atom)
        if adjective or (government and (not stays or owner)):
            return False
        before = atom.first - 1
        origin = before >= self.sentence.first and self.language.has("origin", self.tokens[before].key)
        goal = before >= self.sentence.first and self.language.has("destination", self.tokens[before].key)
        if self.language.order == "verb-first" and self.places and self.places[-1].last == atom.first:
            origin = origin or (self.places[-1].origin and self.places[-1].place.country == place.country)
        if self._is_seat(before):
            return True
        bare = not (self._locative(atom) or self._describes(atom) or self._is_scene(atom))
        bare = bare or (not place.capital and self._is_of_matter(atom))
        whither = goal and bool(atom.cases) and "loc" not in atom.cases
        self.places.append(
            PlaceSpan(atom.first, atom.last, place, bare=bare, origin=origin, goal=goal, whither=whither)
        )
        return True

    def _is_of_matter(self, atom: Span) -> bool:
        """ "for **Gaza** ceasefire talks": the town of what they are about."""
        behind = self.tokens[atom.last].key if atom.last < self.sentence.last else ""
        return self.language.articles and self.language.has("matter", behind)

    def house_of(self, atoms: Sequence[Span]) -> None:
        """ "в здании министерства | Ирана": the house is in the country of whose it is."""
        for place in self.places if self.language.cases else ():
            owner = next((place_of(a)[0] for a in atoms if a.first == place.last), None)
            if place.venue and owner and owner.country not in (None, place.place.country):
                place.place = Place(None, owner.country, capital=False)

    def _is_served(self, atom: Span) -> bool:
        """ "negotiators **for Manila**": a government, not a place."""
        before = atom.first - 1
        return (
            before > self.sentence.first
            and self.language.has("serving", self.tokens[before].key)
            and any(a.last == before and rules_in(a, "group") for a in self.spans.atoms)
        )

    def _sent(self, atom: Span) -> bool:
        """ "وفدا | من | أرمينيا": a country behind a group and "from" is whose it is, not where it had been."""
        before, (place, _) = atom.first - 1, place_of(atom)
        if (
            self.language.order != "verb-first"
            or place is None
            or place.name
            or before <= self.sentence.first
        ):
            return False
        group = any(a.last == before and rules_in(a, "group") for a in self.spans.atoms)
        return group and self.language.has("origin", self.tokens[before].key)

    def _has_office(self, atom: Span) -> bool:
        """ "وزير الخارجية في دولة قطر": whose minister it is, where a state is called by its full name."""
        first = atom.first
        place, _ = place_of(atom)
        if self.language.order != "verb-first" or place is None or place.name:
            return False
        while first > self.sentence.first and self.language.has("glue", self.tokens[first - 1].key):
            first -= 1
        named = any(is_realm(token, self.language) for token in self.tokens[first : atom.last])
        return named and any(a.last in (first, first - 1) and rules_in(a, "title") for a in self.spans.atoms)

    def _is_seat(self, before: int) -> bool:
        """ "российское посольство в Тель-Авиве разместило": where somebody who does something has his seat."""
        house = before - 1
        if (
            not self.language.cases
            or house <= self.sentence.first
            or not self.language.has("seats", self.tokens[house].key)
        ):
            return False
        inside = range(max(self.sentence.first, house - _SEAT), house)
        return not any(self.spans.has(i, "locative", "destination", "holder") for i in inside)

    def _is_scene(self, atom: Span) -> bool:
        """ "Doha was the venue of a meeting": a town of which a word behind it says that something was there."""
        if not self.language.articles or not self.spans.holds("scene"):
            return False
        ahead = range(atom.last, min(atom.last + _SCENE, self.sentence.last))
        scene = next((i for i in ahead if self.spans.has(i, "scene")), None)
        if scene is None:
            return False
        return any(self.spans.has(i, "copula") for i in range(atom.last, scene))

    def _describes(self, atom: Span) -> bool:
        """ "московские переговоры": the adjective of a town right before a noun that tells of a contact."""
        told = self.spans.tables.get("trigger", ())
        return any(t.first == atom.last and t.rule.frame in ("noun", "travel-noun", "round") for t in told)

    def _comma(self, index: int) -> bool:
        return self.tokens[index].text in COMMAS

    def _before_settlement(self, comma: int) -> int:
        """The word before "the northern port city", which stands before a comma and its name."""
        index = comma - 1
        if not self.language.has("settlements", self.tokens[index].key):
            return comma
        while index > self.sentence.first and comma - index <= _SETTLEMENT:
            if self.spans.has(index, "definite"):
                return index - 1
            index -= 1
        return comma

    def _before_town_word(self, index: int) -> int:
        """ "в городе | Сана", "в иракский город | Басра": the word before "town", where cases tell what it is of."""
        if index > self.sentence.first and self.language.articles and self.spans.has(index, "of"):
            return self._before_settlement(index)  # "in the Russian city of | Kazan"
        town = self.language.cases and index > self.sentence.first and self.spans.has(index, "settlements")
        if not town:
            return index
        return index - 1 if self.spans.has(index - 1, "locative", "destination", "origin") else index - 2

    def _sender(self, atom: Span) -> bool:
        index = atom.first - 1
        while index > self.sentence.first and self.spans.has(index, "definite"):
            index -= 1
        return self.spans.has(index, "origin")

    def _is_recipient(self, atom: Span) -> bool:
        """ "delivered its reply to Qatar": a government to which something is sent."""
        sent = (t for t in self.spans.tables.get("trigger", ()) if t.rule.frame == "send")
        return any(0 <= atom.first - t.last <= 1 for t in sent)

    def _completes_town(self, atom: Span, country: str | None) -> bool:
        """ "met in Doha, Qatar, on Monday": a country behind a comma and its town is no party."""
        if not self.places:
            return False
        town, after = self.places[-1], atom.last
        beside = atom.first - town.last == 1 and self.tokens[town.last].text in COMMAS
        same = town.place.name is not None and town.place.country == country
        closed = after >= self.sentence.last or (
            (not self.tokens[after].word and self.tokens[after].key != POSSESSIVE)
            or any(time.first == after for time in self.spans.times)
            or self.spans.has(after, "locative", "with", "between", "to")
        )
        return beside and same and closed

    def _with_place(self, atom: Span) -> bool:
        """ "negotiations in Cairo and Doha": a capital coordinated with the place before it."""
        if self.places and self.language.order == "verb-first":
            return self._beside_place(atom)
        if not self.places or self.places[-1].bare:
            return False
        between = range(self.places[-1].last, atom.first)
        if self.language.plain and len(between) <= _ROW:  # "di Venezuela, Kuba, dan Norwegia"
            named = bool(between) and not self.places[-1].place.name and not self.places[-1].origin
            return named and all(self.spans.has(i, "and") or self.tokens[i].text in COMMAS for i in between)
        return len(between) == 1 and self.spans.has(between[0], "and")

    def _beside_place(self, atom: Span) -> bool:
        """ "العاصمة العمانية | مسقط", "إلى المغرب | والجزائر": the capital's name, and one more goal."""
        before, (place, _) = self.places[-1], place_of(atom)
        if before.bare or before.last != atom.first or place is None:
            return False
        alike = (before.place.name is None) == (place.name is None)  # towns with towns
        further = before.goal and alike and and_written_to(atom, self.language)
        return before.place.country == place.country or further

    def _behind_house(self, comma: int) -> bool:
        """ "di Istana Dolmabahce, Istanbul": a town behind the comma of a house that something was in."""
        if not self.language.plain or comma < self.sentence.first or self.tokens[comma].text not in COMMAS:
            return False
        index = comma - 1
        while index > self.sentence.first and comma - index < _HOUSE and self.tokens[index].text[0].isupper():
            index -= 1
        if index == comma - 1 and self.spans.shaped(index, "his"):
            index -= 1  # "di kantornya, Moskow"
        return index < comma - 1 and self.spans.has(index, "locative", "destination")

    def _locative(self, atom: Span) -> bool:
        kinds = ("locative", "destination", "origin")
        if any(self.language.has(kind, particle(atom.prefix)[-1:]) for kind in kinds):
            return True
        index = atom.first - 1
        if index >= self.sentence.first and self.spans.has(index, "definite"):
            index -= 1
        if self._behind_house(index):
            return True
        triggers = self.spans.tables.get("trigger", ())
        if self.language.plain and any(
            t.first <= index < t.last and t.rule.frame in ("passive", "receive") for t in triggers
        ):
            return False  # "mendapat undangan dari | Rusia"
        if index > self.sentence.first and self._comma(index):
            index = self._before_settlement(index)  # "in the capital, Naypyitaw"
        index = self._before_town_word(index)
        if index < self.sentence.first or not self.spans.has(index, *kinds):
            return False
        if self.language.order == "verb-first" and self.spans.has(index, "company"):
            return False  # "visited | each of | A and B"
        # a person's name may follow a country: "from Russia's Lavrov"
        after = atom.last
        if self.language.articles and any(
            a.first == after and rules_in(a, "title") for a in self.spans.atoms
        ):
            return False  # "from the UK Foreign Secretary"
        return not (after < self.sentence.last and self.tokens[after].key == POSSESSIVE)
