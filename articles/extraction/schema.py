"""What a language folder may hold: every file, table and key, checked when it is read.

``docs/adding-a-language.md`` describes the same in words; change both together.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import LanguageDataError

KINDS = ("meeting", "visit", "call", "message")
STATUSES = ("held", "planned", "cancelled", "denied")
FRAMES = (
    "active",
    "passive",
    "receive",
    "mutual",
    "noun",
    "send",
    "travel",
    "travel-noun",
    "stay",
    "host",
    "round",
    "guest",
)
CUES = (*STATUSES, "background", "news", "hypothetical", "appeal", "inside", "call")
CUE_SIDES = ("before", "after", "either")
REACHES = ("near", "clause", "sentence", "told")
REFERENCES = (
    "movement",
    "person",
    "people",
    "group",
    "both",
    "counterpart",
    "second",
    "speaker",
)
LINE_ROLES = ("boilerplate", "inline", "related", "end", "caption", "byline", "clock")
TIME_MEANINGS = (
    "day",
    "weekday",
    "shift",
    "ago",
    "month",
    "year",
    "part-of-month",
    "part-of-year",
    "relative-month",
    "relative-year",
    "relative-week",
    "interval",
    "weekend",
    "same",
    "after",
)
#: what the object of a trigger stands in, in a language with cases
OBJECTS = ("with", "acc", "dat", "ins", "gen", "from", "before", "at", "next", "inside")
PARTS = (
    *("early", "mid", "late", "first-half", "second-half"),
    *("week-1", "week-2", "week-3", "week-4", "last-week"),
    *("spring", "summer", "autumn", "winter"),
)


@dataclass(frozen=True)
class Keys:
    """The keys of one table: name to type, ``(type, choices)``, or ``list`` for a list of strings."""

    required: Mapping[str, Any]
    optional: Mapping[str, Any] = field(default_factory=dict)


_RULE = {"id": str, "forms": list}
_EXAMPLES = {"example": str, "counterexample": str}

#: file -> table -> keys; tables in ``ROWS`` are arrays of tables ([[trigger]])
FILES: dict[str, dict[str, Keys]] = {
    "language.toml": {
        "": Keys(
            {"code": str, "name": str, "direction": (str, ("ltr", "rtl")), "stop_words": list},
            {
                "script": (str, ("latin", "cyrillic", "arabic", "other")),
                "order": (str, ("subject-first", "verb-first")),
                "cases": bool,
                "news_days": bool,
                "abbreviations": list,
                "prefixes": list,
                "demonym_endings": list,
            },
        ),
        "lists": Keys({}, {"*": list}),
        "words": Keys(
            {"and": list},
            dict.fromkeys(
                (
                    "glue",
                    "locative",
                    "destination",
                    "origin",
                    "agent",
                    "with",
                    "between",
                    "of",
                    "to",
                    "not",
                    "but_not",
                    "relative",
                    "clause",
                    "purpose",
                    "subject_stop",
                    "holder",
                    "outset",
                    "ambiguous",
                    "naming",
                    "impersonal",
                    "aside",
                    "awaiting",
                    "concerning",
                    "definite",
                    "addressing",
                    "demonstrative",
                    "again",
                    "setting",
                    "matter",
                    "there",
                    "topical",
                ),
                list,
            ),
        ),
    },
    "layout.toml": {
        "line": Keys(
            {"id": str, "role": (str, LINE_ROLES), "pattern": str}, {"counterexample": str, "example": str}
        ),
        "dateline": Keys({"id": str, "pattern": str}, _EXAMPLES),
    },
    "calendar.toml": {
        "months": Keys({}, {"*": list}),
        "hijri_months": Keys({}, {"*": list}),
        "weekdays": Keys({}, {"*": list}),
        "units": Keys({}, dict.fromkeys(("day", "week", "month", "year"), list)),
        "parts": Keys({}, dict.fromkeys(PARTS, list)),
        "numbers": Keys({}, {"*": list}),
        "days": Keys({}, {"*": list}),
        "words": Keys(
            {},
            {
                "day_suffixes": list,
                "year_suffixes": list,
                "since": list,
                "capitalised": list,
            },
        ),
        "time": Keys(
            {"id": str, "means": (str, TIME_MEANINGS), "forms": list, "example": str, "gives": str},
            {
                "published": str,
                "counterexample": str,
                "shift": int,
                "turn": (str, ("last", "next", "this")),
                "part": (str, PARTS),
                "unit": (str, ("day", "week", "month", "year")),
            },
        ),
    },
    "triggers.toml": {
        "lists": Keys({}, {"*": list}),
        "trigger": Keys(
            {**_RULE, "kind": (str, KINDS), "frame": (str, FRAMES), "example": str},
            {
                "counterexample": str,
                "status": (str, STATUSES),
                "weak": bool,
                "definite": bool,
                "order": (str, ("subject-first", "verb-first", "object-first")),
                "object": (str, OBJECTS),
                "participle": bool,
                "vague": bool,
                "owned": bool,
                "both": bool,
                "placed": bool,
                "partnered": bool,
            },
        ),
    },
    "cues.toml": {
        "cue": Keys(
            {**_RULE, "says": (str, CUES)},
            {**_EXAMPLES, "side": (str, CUE_SIDES), "reach": (str, REACHES)},
        ),
        "reporting": Keys(_RULE, _EXAMPLES),
        "attribution": Keys({**_RULE, "names": (str, ("outlet", "statement", "person"))}, _EXAMPLES),
        "topic": Keys(_RULE, _EXAMPLES),
        "blocker": Keys(_RULE, _EXAMPLES),
    },
    "people.toml": {
        "words": Keys(
            {},
            dict.fromkeys(
                ("honorifics", "particles", "given", "not_names", "modifiers", "company", "members"),
                list,
            ),
        ),
        "title": Keys({"is": str, "forms": list}, {"side": str}),
        "group": Keys({"is": str, "forms": list}, {"side": str}),
        "reference": Keys({**_RULE, "means": (str, REFERENCES)}, {**_EXAMPLES, "title": str, "cases": list}),
    },
    "places.toml": {
        "places": Keys({}, {"*": list}),
        "countries": Keys({}, {"*": list}),
        "venue": Keys({"id": str, "forms": list}, {"place": str, "country": str, **_EXAMPLES}),
    },
    "morphology.toml": {
        "paradigm": Keys(
            {"id": str, "of": (str, ("noun", "adjective", "name")), "ending": str, "example": str},
            {"forms": dict, "gives": str},
        ),
    },
}
ROWS = frozenset(
    [
        "line",
        "dateline",
        "time",
        "trigger",
        "cue",
        "reporting",
        "attribution",
        "topic",
        "blocker",
        "title",
        "group",
        "reference",
        "venue",
        "paradigm",
    ]
)
_LIST = re.compile(r"@(\w+)")
OPTIONAL_FILES = frozenset({"morphology.toml"})


def read_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Every file of one language folder, checked: file name to its tables."""
    unknown = sorted(path.name for path in folder.glob("*.toml") if path.name not in FILES)
    if unknown:
        raise LanguageDataError(f"{folder.name}/{unknown[0]}", "", "file", f"is none of {', '.join(FILES)}")
    data = {name: _read_file(folder, name) for name in FILES}
    lists = {name: "|".join(words) for name, words in data["language.toml"].get("lists", {}).items()}
    return {name: _with_lists(file, lists, f"{folder.name}/{name}") for name, file in data.items()}


def _with_lists(value: Any, lists: Mapping[str, str], where: str, rule: str = "") -> Any:
    """The data with every ``@name`` of its forms written out as the alternatives of that list."""
    if isinstance(value, dict):
        rule = str(value.get("id") or value.get("is") or rule)
        return {key: _with_lists(part, lists, where, rule or key) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    return [
        _LIST.sub(lambda found: _list_of(lists, found.group(1), where, rule), part)
        if isinstance(part, str)
        else _with_lists(part, lists, where, rule)
        for part in value
    ]


def _list_of(lists: Mapping[str, str], name: str, where: str, rule: str) -> str:
    if name not in lists:
        raise LanguageDataError(where, rule, "forms", f"names @{name}, which is no list of language.toml")
    return lists[name]


def _read_file(folder: Path, name: str) -> dict[str, Any]:
    where, path = f"{folder.name}/{name}", folder / name
    if not path.exists():
        if name in OPTIONAL_FILES:
            return {}
        raise LanguageDataError(where, "", "file", "is missing")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageDataError(where, "", "file", f"is not TOML: {error}") from error
    tables = FILES[name]
    plain = {key: value for key, value in data.items() if key not in tables}
    if "" in tables:
        _check(where, "", plain, tables[""])
    elif plain:
        raise LanguageDataError(where, "", next(iter(plain)), f"is none of {', '.join(tables)}")
    for table, keys in tables.items():
        if table in ROWS:
            _check_rows(where, table, data.get(table, []), keys)
        elif table:
            _check(where, table, data.get(table, {}), keys)
    return data


def _check_rows(where: str, table: str, rows: Any, keys: Keys) -> None:
    if not isinstance(rows, list):
        raise LanguageDataError(where, "", table, f"must be rows, written [[{table}]]")
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        rule = str(row.get("id") or row.get("is") or f"{table} {number}")
        _check(where, rule, row, keys)
        if "id" in row and rule in seen:
            raise LanguageDataError(where, rule, "id", "is used twice")
        seen.add(rule)


def _check(where: str, rule: str, row: Any, keys: Keys) -> None:
    if not isinstance(row, dict):
        raise LanguageDataError(where, "", rule, "must be a table")
    for key in keys.required:
        if key not in row:
            raise LanguageDataError(where, rule, key, "is missing")
    for key, value in row.items():
        wanted = keys.required.get(key, keys.optional.get(key, keys.optional.get("*")))
        if wanted is None:
            known = [*keys.required, *(k for k in keys.optional if k != "*")]
            raise LanguageDataError(where, rule, key, f"is no key here; known are {', '.join(known)}")
        _check_value(where, rule, key, value, wanted)


def _check_value(where: str, rule: str, key: str, value: Any, wanted: Any) -> None:
    if isinstance(wanted, tuple):
        if value not in wanted[1]:
            raise LanguageDataError(where, rule, key, f"must be one of {', '.join(wanted[1])}, is {value!r}")
    elif wanted is list:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise LanguageDataError(where, rule, key, "must be a list of words")
    elif not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise LanguageDataError(where, rule, key, f"must be {wanted.__name__}, is {value!r}")
