"""Towns by their English name: country, and whether the name also stands for a government."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import LanguageDataError

_FILE = Path(__file__).parent.parent / "languages" / "gazetteer.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its country, or a country alone (``name`` is None)."""

    name: str | None
    country: str | None
    capital: bool


@dataclass(frozen=True, slots=True)
class Government:
    """Who receives the guests of some towns, where it is not the government of their country."""

    side: str
    towns: tuple[str, ...]
    since: int  # the first year
    article: str | None = None  # the country whose guests it receives in an article that names it


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def load_gazetteer() -> dict[str, Place]:
    """Every town the engine knows by name."""
    data = _read()
    return {
        town: Place(town, country, town in data["capitals"])
        for country, towns in data["towns"].items()
        for town in towns
    }


@cache
def load_governments() -> tuple[Government, ...]:
    """The sides that govern towns in the place of a state; LanguageDataError names a town that is on no list."""
    known = load_gazetteer()
    governments = []
    for row in _read()["government"]:
        if unknown := [town for town in row["towns"] if town not in known]:
            raise LanguageDataError(_FILE.name, row["side"], "towns", f"{unknown[0]} is not in [towns]")
        governments.append(Government(row["side"], tuple(row["towns"]), row["since"], row.get("article")))
    return tuple(governments)


def governor(town: str, year: int | None) -> str | None:
    """The side that governs a town in a year (None: in our time) in the place of its state."""
    for one in load_governments():
        if town in one.towns and (year is None or year >= one.since):
            return one.side
    return None
