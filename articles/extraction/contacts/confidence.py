"""How far an entry can be trusted: a logistic sum over the doubts that its reading left.

The weights are measured, not chosen: ``benchmarks/calibrate.py`` fits them to annotated articles, and
``benchmarks/quality.py`` shows how often the entries given 0.9 are right.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .drafts import Draft

FILE = Path(__file__).parent.parent / "languages" / "confidence.toml"
_LEAST, _MOST = 0.05, 0.97


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to trust an entry less: in words, and by how much (in log odds, never below nought)."""

    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What an entry without any doubt has in log odds, and the doubts by their key."""

    base: float
    doubts: Mapping[str, Doubt]


@cache
def load_scale() -> Scale:
    """The scale of the data file."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    return Scale(data["base"], {key: Doubt(**row) for key, row in data["doubts"].items()})


def doubts_of(entry: Draft) -> list[str]:
    """The keys of everything that lowers the confidence in an entry, each once."""
    doubts = list(dict.fromkeys(entry.doubts))
    if entry.when is None:
        doubts.append("undated")
    elif entry.loose_date:
        doubts.append("loose_date")
    if entry.place is None and entry.kind in ("meeting", "visit"):
        doubts.append("nowhere")
    if not entry.people:
        doubts.append("nobody")
    elif any(person.actor is None for person in entry.people):
        doubts.append("unlisted")
    if entry.background:
        doubts.append("background")
    if entry.status != "held":
        doubts.append("not_held")
    if len(entry.sides) > 2:
        doubts.append("many_sides")
    return doubts


def confidence(doubts: Iterable[str], scale: Scale | None = None) -> float:
    """How likely an entry with these doubts is right, between 0.05 and 0.97."""
    scale = scale or load_scale()
    odds = scale.base - sum(scale.doubts[key].weight for key in doubts)
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2)


def in_words(doubts: Iterable[str]) -> tuple[str, ...]:
    """The doubts as a reader of the page understands them."""
    return tuple(load_scale().doubts[key].says for key in doubts)
