"""What a language folder may hold: every file, table and key, checked when it is read.

``docs/adding-a-language.md`` describes the same in words; change both together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .choices import (
    CUE_SIDES,
    CUES,
    FRAMES,
    KINDS,
    LINE_ROLES,
    OBJECTS,
    PARTS,
    REACHES,
    REFERENCES,
    STATUSES,
    TIME_MEANINGS,
    TOPIC_SIDES,
)
from .wordclasses import BEGINNINGS, ENDINGS, LANGUAGE_CLASSES, PEOPLE_CLASSES


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
                "adjective_endings": list,
                "complement_endings": list,
                "verb_endings": list,
            },
        ),
        "lists": Keys({}, {"*": list}),
        "beginnings": Keys({}, dict.fromkeys(BEGINNINGS, list)),
        "endings": Keys({}, dict.fromkeys(ENDINGS, list)),
        "words": Keys({"and": list}, dict.fromkeys(LANGUAGE_CLASSES, list)),
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
        "jalali_months": Keys({}, {"*": list}),
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
                "attribute": bool,
                "turn": (str, ("last", "next", "this")),
                "inside": bool,
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
                "spelt": list,
                "adverb": bool,
                "both": bool,
                "placed": bool,
                "asking": bool,
                "partnered": bool,
                "paired": bool,
                "sides": list,
            },
        ),
    },
    "cues.toml": {
        "cue": Keys(
            {**_RULE, "says": (str, CUES)},
            {**_EXAMPLES, "side": (str, CUE_SIDES), "reach": (str, REACHES), "nominal": bool, "ready": bool},
        ),
        "reporting": Keys(_RULE, _EXAMPLES),
        "attribution": Keys({**_RULE, "names": (str, ("outlet", "statement", "person"))}, _EXAMPLES),
        "topic": Keys(_RULE, _EXAMPLES),
        "about": Keys({**_RULE, "says": (str, TOPIC_SIDES)}, _EXAMPLES),
        "blocker": Keys(_RULE, _EXAMPLES),
    },
    "people.toml": {
        "words": Keys({}, dict.fromkeys(PEOPLE_CLASSES, list)),
        "title": Keys({"is": str, "forms": list}, {"side": str}),
        "group": Keys({"is": str, "forms": list}, {"side": str, "joined": bool}),
        "reference": Keys(
            {**_RULE, "means": (str, REFERENCES)}, {**_EXAMPLES, "title": str, "side": str, "cases": list}
        ),
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
        "about",
        "blocker",
        "title",
        "group",
        "reference",
        "venue",
        "paradigm",
    ]
)


OPTIONAL_FILES = frozenset({"morphology.toml"})
