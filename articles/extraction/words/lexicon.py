"""Whom and what the engine knows by name: actors and outlets, compiled per language on first use."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..types import ActorEntry, OutletEntry
from .graph import growing
from .language import Language
from .spellings import Spellings
from .text import Token, fold
from .trie import Trie

NameKind = Literal["person", "short", "org", "demonym", "metonym", "outlet"]


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an actor or outlet; ``letters`` says which capitals it must have in the text."""

    kind: NameKind
    key: str
    side: str | None
    letters: Literal["upper", "first", "any"]
    entry: ActorEntry | OutletEntry = field(hash=False, compare=False, repr=False)

    def fits(self, token: Token) -> bool:
        """Whether the first word of a hit has the capitals this name is written with."""
        if self.letters == "any":
            return True
        # an abbreviation may have an ending: "МИДа"
        return token.text[:2].isupper() if self.letters == "upper" else token.text[:1].isupper()


_REGIONS = frozenset({"tatarstan", "chechnya"})  # states in the registry that do not speak for their country


class Lexicon:
    """The registry, ready to be looked for in texts of any language."""

    def __init__(self, actors: Iterable[ActorEntry], outlets: Iterable[OutletEntry]) -> None:
        self.actors = {actor.key: actor for actor in actors}
        self.outlets = {outlet.key: outlet for outlet in outlets}
        self._tries: dict[str, Trie] = {}
        self._initials: dict[str, dict[str, Spellings]] = {}
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

    def names(self, language: Language) -> Trie:
        """Every name as it may be written in one language, in all its cases."""
        if language.code not in self._tries:
            with growing():
                self._tries[language.code] = self._compile(language)
        return self._tries[language.code]

    def side_of_country(self, country: str | None) -> str | None:
        """The side that speaks for a state, by ISO code."""
        state = self._states.get(country) if country else None
        return state.side if state else None

    def is_from(self, movement: str, state: str) -> bool:
        """Whether a movement is at home where a state is, both by their sides."""
        return bool(self._homes.get(movement, set()) & self._lands.get(state, set()))

    def people_by_initial(self, language: Language, initial: str) -> Spellings:
        """The full names whose last word has this first letter: the candidates for an unlisted spelling."""
        if language.code not in self._initials:
            self._initials[language.code] = self._index_people(language)
        return self._initials[language.code].get(initial, Spellings())

    def _index_people(self, language: Language) -> dict[str, Spellings]:
        index: dict[str, Spellings] = {}
        for actor in self.actors.values():
            if actor.kind != "person":
                continue
            for alias in _spellings(actor.aliases, language):
                words = [fold(word) for word in alias.replace("-", " ").split()]
                if len(words) > 1:
                    index.setdefault(words[-1][:1], Spellings()).add(words, actor)
        return index

    def _compile(self, language: Language) -> Trie:
        trie = Trie(prefixes=language.prefixes)
        for outlet in self.outlets.values():
            for alias in {outlet.name, *_spellings(outlet.aliases, language)}:
                trie.add(_plain(alias), Name("outlet", outlet.key, None, _letters(alias, language), outlet))
        for actor in self.actors.values():
            for kind, alias in _actor_names(actor, language):
                name = Name(kind, actor.key, actor.side, _letters(alias, language), actor)
                unbent = kind == "org" and (name.letters == "upper" or actor.kind in _LOOSE)
                for form, cases in _forms(alias, kind, language):
                    # nobody has to bend "ХАМАС": as it stands in the list it may be any case
                    loose = unbent and form.casefold() == alias.casefold()
                    trie.add(_plain(form), name, frozenset() if loose else cases)
        return trie


#: kinds of organisations whose names many newsrooms leave unbent
_LOOSE = frozenset({"movement", "faction", "ministry", "organisation"})


def build_lexicon(actors: Iterable[ActorEntry], outlets: Iterable[OutletEntry]) -> Lexicon:
    """A lexicon of these actors and outlets; cheap, the compiling happens when a language is first read."""
    return Lexicon(actors, outlets)


def _actor_names(actor: ActorEntry, language: Language) -> Iterator[tuple[NameKind, str]]:
    whole: NameKind = "person" if actor.kind == "person" else "org"
    for alias in dict.fromkeys(_spellings(actor.aliases, language)):
        yield whole, alias
    for alias in dict.fromkeys(_spellings(actor.short_forms, language)):
        yield "short", alias
    for alias in dict.fromkeys(_spellings(actor.metonyms, language)):
        yield "metonym", alias
    for alias in dict.fromkeys(_spellings(actor.demonyms, language)):
        yield "demonym", alias
        if " " not in alias and alias.endswith("ي"):
            yield from (("demonym", alias + ending) for ending in language.demonym_endings)


def _spellings(names: Mapping[str, tuple[str, ...]], language: Language) -> Iterator[str]:
    yield from names.get(language.code, ())
    if language.script == "latin" and language.code != "en":
        yield from names.get("en", ())


def _forms(alias: str, kind: NameKind, language: Language) -> Iterable[tuple[str, frozenset[str]]]:
    if not language.inflection:
        return [(alias, frozenset())]
    words = alias.split()
    if kind in ("person", "short"):
        return language.inflection.phrase(words, of="name")
    return _inanimate(dict(language.inflection.phrase(words, of="noun")))


def _inanimate(forms: dict[str, frozenset[str]]) -> Iterable[tuple[str, frozenset[str]]]:
    """ "посетил Дамаск": the accusative of a thing is its nominative, where it is not a case of its own."""
    for form, cases in forms.items():
        if "acc" in cases and "gen" in cases:
            yield form, cases - {"acc"}
        elif "nom" in cases and not any("acc" in other and "gen" not in other for other in forms.values()):
            yield form, cases | {"acc"}
        else:
            yield form, cases


def _letters(alias: str, language: Language) -> Literal["upper", "first", "any"]:
    if language.script == "arabic":
        return "any"
    letters = "".join(c for c in alias if c.isalpha())
    if letters.isupper() and len(letters) < 5:
        return "upper"
    return "first" if letters[:1].isupper() else "any"


def _plain(alias: str) -> str:
    """An alias as a pattern: the signs of the pattern language have no meaning in names."""
    return alias.translate(_SIGNS)


_SIGNS = str.maketrans({"<": " ", ">": " ", "*": " ", "{": " ", "}": " ", "~": " "})
