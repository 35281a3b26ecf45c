"""Whom and what the engine knows by name: actors and outlets, compiled per language on first use."""

from collections.abc import Iterable
from itertools import chain

from ..types import ActorEntry, OutletEntry
from .graph import growing
from .language import Language
from .names import Names, spellings
from .spellings import Spellings
from .text import fold

_REGIONS = frozenset({"tatarstan", "chechnya"})  # states in the registry that do not speak for their country


class Lexicon:
    """The registry, ready to be looked for in texts of any language."""

    def __init__(self, actors: Iterable[ActorEntry], outlets: Iterable[OutletEntry]) -> None:
        self.actors = {actor.key: actor for actor in actors}
        self.outlets = {outlet.key: outlet for outlet in outlets}
        self._names: dict[str, Names] = {}
        self._by_initial: dict[str, dict[str, list[tuple[str, ActorEntry]]]] = {}
        self._spellings: dict[tuple[str, str], Spellings] = {}
        self._lands: dict[str | None, set[str | None]] = {}  # of a state's side
        self._homes: dict[str | None, set[str | None]] = {}  # of a movement's side
        for actor in self.actors.values():
            if actor.kind == "state":
                self._lands.setdefault(actor.side, set()).add(actor.country)
            elif actor.kind in ("movement", "faction"):
                self._homes.setdefault(actor.side, set()).add(actor.country)
        self._states = {
            actor.country: actor
            for actor in reversed(self.actors.values())
            if actor.kind == "state" and actor.country and actor.key not in _REGIONS
        }

    def names(self, language: Language) -> Names:
        """Every name as it may be written in one language, in all its cases."""
        if language.code not in self._names:
            with growing():
                entries = chain[ActorEntry | OutletEntry](self.outlets.values(), self.actors.values())
                self._names[language.code] = Names(entries, language)
        return self._names[language.code]

    def side_of_country(self, country: str | None) -> str | None:
        """The side that speaks for a state, by ISO code."""
        state = self._states.get(country) if country else None
        return state.side if state else None

    def is_from(self, movement: str, state: str) -> bool:
        """Whether a movement is at home where a state is, both by their sides."""
        return bool(self._homes.get(movement, set()) & self._lands.get(state, set()))

    def are_compatriots(self, one: str, other: str) -> bool:
        """Whether two movements are at home in one country, both by their sides."""
        return bool(self._homes.get(one, set()) & self._homes.get(other, set()))

    def people_by_initial(self, language: Language, initial: str) -> Spellings:
        """The full names whose last word has this first letter: the candidates for an unlisted spelling."""
        asked = language.code, initial
        if asked not in self._spellings:
            if language.code not in self._by_initial:
                self._by_initial[language.code] = self._index_people(language)
            known = Spellings()
            for alias, person in self._by_initial[language.code].get(initial, ()):
                known.add([fold(word) for word in _words(alias)], person)
            self._spellings[asked] = known
        return self._spellings[asked]

    def _index_people(self, language: Language) -> dict[str, list[tuple[str, ActorEntry]]]:
        index: dict[str, list[tuple[str, ActorEntry]]] = {}
        for actor in self.actors.values():
            if actor.kind != "person":
                continue
            for alias in spellings(actor.aliases, language):
                words = _words(alias)
                if len(words) > 1:
                    index.setdefault(fold(words[-1])[:1], []).append((alias, actor))
        return index


def _words(alias: str) -> list[str]:
    return alias.replace("-", " ").split()


def build_lexicon(actors: Iterable[ActorEntry], outlets: Iterable[OutletEntry]) -> Lexicon:
    """A lexicon of these actors and outlets; cheap, the compiling happens when a language is first read."""
    return Lexicon(actors, outlets)
