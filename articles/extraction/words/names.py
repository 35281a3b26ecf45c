"""The names of the registry as a graph that grows with what is read: a name is bent when a word begins like it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Literal

from ..types import ActorEntry, OutletEntry
from .graph import first_key, put_words
from .language import Language
from .text import Token
from .trie import Trie

_LETTERS = 3  # of a word, by which names wait for it

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


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A spelling whose forms are not in the graph yet."""

    kind: NameKind
    alias: str
    entry: ActorEntry | OutletEntry


class Names(Trie):
    """Every name as it may be written in one language, in all its cases.

    An article holds the first words of few of them, so the forms of a name are put into the graph when a word
    is looked up for the first time whose first letters one of the forms begins with.
    """

    def __init__(self, entries: Iterable[ActorEntry | OutletEntry], language: Language) -> None:
        super().__init__(prefixes=language.prefixes)
        self._language = language
        self._waiting: defaultdict[str, list[_Waiting]] = defaultdict(list)
        self._growing = Lock()  # the threads of a process read with one lexicon
        first_letters = lru_cache(maxsize=None)(self._first_letters)  # names share their first words
        for entry in entries:
            for kind, alias in _names_of(entry, language):
                for first in alias.split(maxsplit=1)[:1]:
                    for letters in first_letters(first, kind):
                        self._waiting[letters].append(_Waiting(kind, alias, entry))

    def _first_letters(self, first: str, kind: NameKind) -> set[str]:
        """The first letters of all forms of a word: those of its stem, where that is long enough."""
        stem = first_key(_plain(first[: len(first) - self._language.inflection.longest_ending]))
        if len(stem) >= _LETTERS:
            return {stem[:_LETTERS]}
        return {first_key(_plain(form))[:_LETTERS] for form, _ in _forms(first, kind, self._language)}

    def _meet(self, key: str) -> None:
        letters = key[:_LETTERS]
        if letters not in self._waiting:
            return
        with self._growing:
            for waiting in self._waiting.get(letters, ()):
                self._put(waiting, letters)
            self._waiting.pop(letters, None)

    def _put(self, waiting: _Waiting, letters: str) -> None:
        """Put the forms of a name into the graph that begin with these letters."""
        kind, alias, entry = waiting.kind, waiting.alias, waiting.entry
        name = Name(kind, entry.key, getattr(entry, "side", None), _letters(alias, self._language), entry)
        unbent = kind == "org" and (name.letters == "upper" or entry.kind in _LOOSE)
        for form, cases in _forms(alias, kind, self._language):
            if first_key(plain := _plain(form))[:_LETTERS] == letters:
                # nobody has to bend "ХАМАС": as it stands in the list it may be any case
                loose = unbent and form.casefold() == alias.casefold()
                put_words(self._root, plain, name, frozenset() if loose else cases)


#: kinds of organisations whose names many newsrooms leave unbent
_LOOSE = frozenset({"movement", "faction", "ministry", "organisation"})


def _names_of(entry: ActorEntry | OutletEntry, language: Language) -> Iterable[tuple[NameKind, str]]:
    if isinstance(entry, ActorEntry):
        return _actor_names(entry, language)
    return [("outlet", alias) for alias in {entry.name, *spellings(entry.aliases, language)}]


def _actor_names(actor: ActorEntry, language: Language) -> Iterator[tuple[NameKind, str]]:
    whole: NameKind = "person" if actor.kind == "person" else "org"
    for alias in dict.fromkeys(spellings(actor.aliases, language)):
        yield whole, alias
    for alias in dict.fromkeys(spellings(actor.short_forms, language)):
        yield "short", alias
    for alias in dict.fromkeys(spellings(actor.metonyms, language)):
        yield "metonym", alias
    for alias in dict.fromkeys(spellings(actor.demonyms, language)):
        yield "demonym", alias
        if " " not in alias and alias.endswith("ي"):
            yield from (("demonym", alias + ending) for ending in language.demonym_endings)


def spellings(names: Mapping[str, tuple[str, ...]], language: Language) -> Iterator[str]:
    """The spellings of a name that texts of a language may use."""
    yield from names.get(language.code, ())
    if language.script == "latin" and language.code != "en":
        yield from names.get("en", ())


def _forms(alias: str, kind: NameKind, language: Language) -> Iterable[tuple[str, frozenset[str]]]:
    if kind == "outlet" or not language.inflection:
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
