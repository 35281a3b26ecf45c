"""The shipped JSON registries as entries: ``read_registry`` for actors, ``read_outlets`` for outlets."""

import json
from collections.abc import Mapping
from typing import Any

from .types import ActorEntry, OutletEntry, RoleEntry


def read_registry(actors_json: bytes | str) -> list[ActorEntry]:
    """Organisations and people of an actors.json, organisations first."""
    data = json.loads(actors_json)
    return [
        _actor(row, row.get("kind", "organisation") if group == "organisations" else "person")
        for group in ("organisations", "people")
        for row in data.get(group, ())
    ]


def read_outlets(outlets_json: bytes | str) -> list[OutletEntry]:
    """Newspapers, agencies and broadcasters of an outlets.json."""
    return [
        OutletEntry(
            key=row["id"],
            name=row["name"],
            kind=row.get("kind", ""),
            country=row.get("country"),
            domain=row.get("domain"),
            aliases=_names(row, "aliases"),
        )
        for row in json.loads(outlets_json)
    ]


def _actor(row: Mapping[str, Any], kind: str) -> ActorEntry:
    return ActorEntry(
        key=row["id"],
        name=row["name"],
        kind=kind,
        side=None if row.get("side") in (None, "none") else row["side"],
        country=row.get("country"),
        aliases=_names(row, "aliases"),
        short_forms=_names(row, "short_forms"),
        demonyms=_names(row, "demonyms"),
        metonyms=_names(row, "metonyms"),
        roles=tuple(
            RoleEntry(role["title"], role.get("organisation"), role.get("from"), role.get("to"))
            for role in row.get("roles", ())
        ),
        died=row.get("died"),
    )


def _names(row: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {language: tuple(names) for language, names in row.get(key, {}).items()}
