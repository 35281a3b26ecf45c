"""One language, compiled from its folder: ``load_language("id")``. Compiled once per process."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ..errors import LanguageDataError
from .folders import read_folder
from .gazetteer import Place, load_gazetteer
from .graph import growing
from .inflection import Inflection
from .patterns import expand
from .schema import FILES
from .shapes import Shapes
from .slots import calendar_readers, list_readers
from .text import fold
from .trie import Trie

FOLDER = Path(__file__).parent.parent / "languages"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a language's data: ``table`` says which kind, ``says`` what it means."""

    table: str
    id: str
    says: str
    row: Mapping[str, Any] = field(default_factory=dict, hash=False, compare=False)
    #: a hint that is cheap to ask for in loops: the frame of a trigger
    frame: str = ""


@dataclass(frozen=True)
class LineRule:
    """A line of an article that is no sentence of it."""

    id: str
    role: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Language:
    """Everything the engine knows of one language; what is kept of a text is kept by it."""

    code: str
    name: str
    direction: str
    order: str
    cases: bool
    news_days: bool  # undated news is of the day it was told on, or of the month of publication
    script: str
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    prefixes: tuple[str, ...]
    demonym_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]  # where adjectives follow their noun
    complement_endings: tuple[str, ...]  # of words that may complete a title: "министр промышленности"
    verb_endings: tuple[str, ...]  # of words that never do, though they end alike
    marks: Trie  # rules of every table but calendar and layout
    times: Trie
    lines: tuple[LineRule, ...]
    datelines: tuple[re.Pattern[str], ...]
    inflection: Inflection
    words: Mapping[str, frozenset[str]]
    shapes: Shapes
    data: Mapping[str, Mapping[str, Any]]

    @cached_property
    def articles(self) -> bool:
        """Whether "the meeting" is another than "a meeting"."""
        return "definite" in self.words

    @cached_property
    def plain(self) -> bool:
        """Whether neither cases nor articles nor the verb's place help to tell who does what to whom."""
        return not (self.cases or self.articles) and self.order == "subject-first"

    def has(self, name: str, key: str) -> bool:
        """Whether a folded word stands in one of the word lists."""
        return key in self.words.get(name, _NONE)


_NONE: frozenset[str] = frozenset()


@cache
def language_codes() -> tuple[str, ...]:
    """The languages there are folders for."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/language.toml")))


@dataclass(frozen=True)
class Profile:
    """What tells a language: its script and its commonest words."""

    script: str
    stop_words: frozenset[str]


@cache
def language_profile(code: str) -> Profile:
    """The profile alone, so that telling the language compiles none."""
    try:
        data = tomllib.loads((FOLDER / code / "language.toml").read_text("utf-8"))
        return Profile(data.get("script", "latin"), frozenset(fold(word) for word in data["stop_words"]))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise LanguageDataError(f"{code}/language.toml", "", "file", str(error)) from error


@cache
def load_language(code: str) -> Language:
    """The language of a folder of ours; raises LanguageDataError when its data is wrong."""
    with growing():
        return compile_folder(FOLDER / code)


def compile_folder(folder: Path) -> Language:
    """Read, check and compile one language folder."""
    data = read_folder(folder)
    main = data["language.toml"]
    inflection = Inflection(data["morphology.toml"].get("paradigm", ()))
    inflect = _inflector(inflection)
    prefixes = tuple(fold(p) for p in main.get("prefixes", ()))
    marks = Trie(
        prefixes=prefixes, inflect=inflect, readers=list_readers(data["triggers.toml"].get("lists", {}))
    )
    for where, rule, form in _mark_forms(folder.name, data):
        _add(marks, where, rule.id, form, rule, cases=frozenset(rule.row.get("cases", ())))
    times = Trie(
        prefixes=prefixes, inflect=inflect, readers=calendar_readers(data["calendar.toml"], prefixes, inflect)
    )
    for row in data["calendar.toml"].get("time", ()):
        rule = Rule("time", row["id"], row["means"], row)
        for form in row["forms"]:
            _add(times, f"{folder.name}/calendar.toml", row["id"], form, rule)
    return Language(
        code=main["code"],
        name=main["name"],
        direction=main["direction"],
        order=main.get("order", "subject-first"),
        cases=main.get("cases", False),
        news_days=main.get("news_days", False),
        script=main.get("script", "latin"),
        stop_words=frozenset(fold(w) for w in main["stop_words"]),
        abbreviations=frozenset(fold(w.rstrip(".")) for w in main.get("abbreviations", ())),
        prefixes=prefixes,
        adjective_endings=tuple(fold(e) for e in main.get("adjective_endings", ())),
        complement_endings=tuple(fold(e) for e in main.get("complement_endings", ())),
        verb_endings=tuple(fold(e) for e in main.get("verb_endings", ())),
        demonym_endings=tuple(main.get("demonym_endings", ())),
        marks=marks,
        times=times,
        lines=tuple(_line_rules(folder.name, data)),
        datelines=tuple(
            _regex(folder.name, row["id"], row["pattern"], flags=0)
            for row in data["layout.toml"].get("dateline", ())
        ),
        inflection=inflection,
        words=_word_sets(data, inflect),
        shapes=Shapes(main.get("beginnings", {}), main.get("endings", {})),
        data=data,
    )


def _inflector(inflection: Inflection) -> Callable[[str], Iterable[tuple[str, frozenset[str]]]]:
    def inflect(word: str) -> Iterable[tuple[str, frozenset[str]]]:
        return inflection.forms(word, of="adjective" if inflection.is_adjective(word) else "noun")

    return inflect


def _add(
    trie: Trie, where: str, rule: str, form: str, value: Rule, *, cases: frozenset[str] = frozenset()
) -> None:
    try:
        trie.add(form, value, cases)
    except ValueError as error:
        raise LanguageDataError(where, rule, "forms", f"{form!r} {error}") from error


def _mark_forms(code: str, data: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Rule, str]]:
    for file, table, says in _MARK_TABLES:
        for row in data[file].get(table, ()):
            name = row.get("id") or f"{table} {row['is']}"
            rule = Rule(table, name, str(row.get(says, table)), row, row.get("frame", ""))
            yield from ((f"{code}/{file}", rule, form) for form in row["forms"])
    for file in ("language.toml", "people.toml"):
        for name, forms in data[file].get("words", {}).items():
            if name in _NOT_FOUND_IN_TEXT:
                continue
            rule = Rule("word", f"words.{name}", name)
            yield from ((f"{code}/{file}", rule, form) for form in forms)
    since = Rule("word", "words.since", "since")
    for form in data["calendar.toml"].get("words", {}).get("since", ()):
        yield f"{code}/calendar.toml", since, form
    yield from _place_forms(code, data["places.toml"])


#: word lists that are asked for a word at hand, never looked for
_NOT_FOUND_IN_TEXT = frozenset(
    {"not_names", "particles", "given", "glue", "concerning", "ambiguous", "naming"}
)
_MARK_TABLES = (
    ("triggers.toml", "trigger", "kind"),
    ("cues.toml", "cue", "says"),
    ("cues.toml", "reporting", "id"),
    ("cues.toml", "attribution", "names"),
    ("cues.toml", "topic", "id"),
    ("cues.toml", "about", "says"),
    ("cues.toml", "blocker", "id"),
    ("people.toml", "title", "is"),
    ("people.toml", "group", "is"),
    ("people.toml", "reference", "means"),
)


def _place_forms(code: str, data: Mapping[str, Any]) -> Iterator[tuple[str, Rule, str]]:
    where, known = f"{code}/places.toml", load_gazetteer()
    for name, forms in data.get("places", {}).items():
        if name not in known:
            raise LanguageDataError(where, "places", name, "is not in languages/gazetteer.toml")
        rule = Rule("place", f"place {name}", name, {"place": known[name]})
        yield from ((where, rule, form) for form in forms)
    for country, forms in data.get("countries", {}).items():
        rule = Rule("place", f"country {country}", country, {"place": Place(None, country, False)})
        yield from ((where, rule, form) for form in forms)
    for row in data.get("venue", ()):
        town = row.get("place")
        if town and town not in known:
            raise LanguageDataError(where, row["id"], "place", f"{town} is not in languages/gazetteer.toml")
        place = known[town] if town else Place(None, row.get("country"), False)
        rule = Rule("venue", row["id"], town or "", {**row, "place": place})
        yield from ((where, rule, form) for form in row["forms"])


def _line_rules(code: str, data: Mapping[str, Mapping[str, Any]]) -> Iterator[LineRule]:
    for row in data["layout.toml"].get("line", ()):
        yield LineRule(row["id"], row["role"], _regex(code, row["id"], row["pattern"]))


def _regex(code: str, rule: str, pattern: str, *, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise LanguageDataError(f"{code}/layout.toml", rule, "pattern", str(error)) from error


def _word_sets(
    data: Mapping[str, Mapping[str, Any]], inflect: Callable[[str], Iterable[tuple[str, frozenset[str]]]]
) -> dict[str, frozenset[str]]:
    """The single words of each list, in every form, for asking whether a word at hand is one of them."""
    lists: Sequence[tuple[str, list[str]]] = [
        *data["language.toml"].get("words", {}).items(),
        *data["people.toml"].get("words", {}).items(),
        ("capitalised", data["calendar.toml"].get("words", {}).get("capitalised", [])),
    ]
    return {
        name: frozenset(fold(word) for form in forms for word in _single_words(form, inflect))
        for name, forms in lists
    }


def _single_words(form: str, inflect: Callable[[str], Iterable[tuple[str, frozenset[str]]]]) -> Iterator[str]:
    for word in expand(form):
        if " " in word:
            continue
        if word.endswith("~"):
            yield from (inflected for inflected, _ in inflect(word[:-1]))
        else:
            yield word


__all__ = ["FILES", "Language", "Rule", "compile_folder", "language_codes", "load_language"]
