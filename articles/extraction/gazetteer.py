"""Towns by their English name: country, and whether the name also stands for a government."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "languages" / "gazetteer.toml"


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its country, or a country alone (``name`` is None)."""

    name: str | None
    country: str | None
    capital: bool


@cache
def load_gazetteer() -> dict[str, Place]:
    """Every town the engine knows by name."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    return {
        town: Place(town, country, town in data["capitals"])
        for country, towns in data["towns"].items()
        for town in towns
    }
