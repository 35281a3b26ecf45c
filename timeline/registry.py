"""The registry that comes with the project: sides, actors with their names and offices, saved views.

It is data (``timeline/registry/*.json``); rows edited by hand win over it, whatever it says later.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from timeline.models import Actor, Alias, LoadedFile, Role, SavedView, Side

FOLDER = Path(__file__).parent / "registry"
#: the actors of the project's first case; the world's states and organisations; their leaders
ACTOR_FILES = tuple(FOLDER / name for name in ("actors.json", "world.json", "leaders.json"))
ALIAS_KINDS = {
    "aliases": Alias.Kind.NAME,
    "short_forms": Alias.Kind.SHORT,
    "demonyms": Alias.Kind.DEMONYM,
    "metonyms": Alias.Kind.METONYM,
}
BATCH = 500


class RegistryDataError(ValueError):
    """A registry file that cannot be loaded; says which file, entry and key."""


def load_all_actors(*, force: bool = False) -> bool:
    """Load every file of actors; False when none has changed."""
    loaded = [load_actors(path, force=force) for path in ACTOR_FILES]
    return any(loaded)


def load_actors(path: Path, *, force: bool = False) -> bool:
    """Load sides, actors, aliases and roles; False when the file is the one loaded last."""
    with when_changed(path, force=force) as content:
        if content is None:
            return False
        data = json.loads(content)
        entries = [
            *_checked(path, data["organisations"], {"id", "name", "kind", "side", "aliases"}),
            *(
                {"kind": Actor.Kind.PERSON, **e}
                for e in _checked(path, data["people"], {"id", "name", "side"})
            ),
        ]
        sides = _load_sides(entries)
        actors = _load_actor_rows(entries, sides)
        _load_aliases(entries, actors)
        _load_roles(entries, actors)
    return True


def load_views(path: Path = FOLDER / "views.json", *, force: bool = False) -> bool:
    """Make the saved views that are not there yet; False when the file is the one loaded last."""
    with when_changed(path, force=force) as content:
        if content is None:
            return False
        for position, view in enumerate(_checked(path, json.loads(content), {"slug", "name", "query"})):
            SavedView.with_removed.get_or_create(
                slug=view["slug"],
                defaults={
                    "name": view["name"],
                    "query": view["query"],
                    "position": position,
                    "is_default": view.get("default", False),
                },
            )
    return True


@contextmanager
def when_changed(path: Path, *, force: bool = False) -> Iterator[bytes | None]:
    """The file's bytes, inside one transaction that also notes their hash; None when that is the last one."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if not force and LoadedFile.objects.filter(name=path.name, sha256=digest).exists():
        yield None
        return
    with transaction.atomic():
        yield content
        LoadedFile.objects.update_or_create(name=path.name, defaults={"sha256": digest})


def _checked(path: Path, entries: Iterable[dict[str, Any]], keys: set[str]) -> list[dict[str, Any]]:
    """The entries, each with all of ``keys``; the error names file, entry and key."""
    checked = []
    for number, entry in enumerate(entries, 1):
        if missing := keys - entry.keys():
            name = entry.get("id") or entry.get("slug") or f"entry {number}"
            raise RegistryDataError(f"{path.name}: {name} lacks {', '.join(sorted(missing))}")
        checked.append(entry)
    return checked


def _load_sides(entries: list[dict[str, Any]]) -> dict[str, Side]:
    """Sides by name. A side's country is that of the organisation of the same name, else of its first one."""
    countries: dict[str, str] = {}
    for entry in entries:
        if side := _side_of(entry):
            countries.setdefault(side, "")
            if entry["kind"] != Actor.Kind.PERSON and (not countries[side] or entry["name"] == side):
                countries[side] = entry.get("country") or countries[side]
    Side.objects.bulk_create(
        [Side(slug=slugify(name), name=name, country=country) for name, country in countries.items()],
        ignore_conflicts=True,
    )
    return {side.name: side for side in Side.objects.all()}


def _side_of(entry: Mapping[str, Any]) -> str | None:
    return None if entry["side"] in (None, "none") else entry["side"]


def _load_actor_rows(entries: list[dict[str, Any]], sides: Mapping[str, Side]) -> dict[str, Actor]:
    """Registry actors by key, without those edited by hand."""
    by_hand = set(Actor.objects.filter(edited_by_hand=True).values_list("key", flat=True))
    rows = [
        Actor(
            key=entry["id"],
            name=entry["name"],
            kind=entry["kind"],
            standing=Actor.Standing.LISTED,
            side=sides[side] if (side := _side_of(entry)) else None,
            country=entry.get("country") or "",
            died=entry.get("died") or "",
        )
        for entry in entries
        if entry["id"] not in by_hand
    ]
    Actor.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["name", "kind", "standing", "side", "country", "died"],
    )
    loaded = Actor.objects.filter(key__in=[row.key for row in rows])
    # What a process read the names of before is out of date.
    loaded.update(revision=F("revision") + 1)
    return {actor.key: actor for actor in loaded}


def _load_aliases(entries: list[dict[str, Any]], actors: Mapping[str, Actor]) -> None:
    """Add names that are new, drop the registry's own that are no longer in it; people's additions stay."""
    # A dict, for the registry's order: in each language the customary name comes first.
    wanted = dict.fromkeys(
        (actors[entry["id"]].pk, language, text, kind)
        for entry in entries
        if entry["id"] in actors
        for field, kind in ALIAS_KINDS.items()
        for language, texts in (entry.get(field) or {}).items()
        for text in texts
    )
    present = {
        (alias.actor_id, alias.language, alias.text, alias.kind): alias
        for alias in Alias.objects.filter(actor__in=actors.values())
    }
    gone = [alias.pk for name, alias in present.items() if alias.from_registry and name not in wanted]
    Alias.objects.filter(pk__in=gone).delete()
    Alias.objects.bulk_create(
        [
            Alias(actor_id=actor, language=language, text=text, kind=kind, from_registry=True)
            for actor, language, text, kind in (name for name in wanted if name not in present)
        ],
        batch_size=BATCH,
    )


def _load_roles(entries: list[dict[str, Any]], actors: Mapping[str, Actor]) -> None:
    """Write the offices of actors anew where they differ from the registry's."""
    organisations = dict(Actor.objects.exclude(kind=Actor.Kind.PERSON).values_list("key", "pk"))
    present: dict[int, list[tuple[Any, ...]]] = {}
    roles = Role.objects.filter(actor__in=actors.values()).order_by("id")
    for actor_id, *values in roles.values_list("actor_id", "title", "organisation_id", "since", "until"):
        present.setdefault(actor_id, []).append(tuple(values))
    stale: list[int] = []
    rows: list[Role] = []
    for entry in entries:
        if not (actor := actors.get(entry["id"])):
            continue
        wanted = [
            (
                role["title"],
                organisations.get(role.get("organisation") or ""),
                role.get("from") or "",
                role.get("to") or "",
            )
            for role in entry.get("roles") or []
        ]
        if wanted != present.get(actor.pk, []):
            stale.append(actor.pk)
            rows += [
                Role(actor=actor, title=title, organisation_id=organisation, since=since, until=until)
                for title, organisation, since, until in wanted
            ]
    Role.objects.filter(actor__in=stale).delete()
    Role.objects.bulk_create(rows, batch_size=BATCH)


@cache
def groups_of_sides() -> Mapping[str, frozenset[str]]:
    """Names that stand for several sides at once ("Palestinian factions"), and the sides they stand for."""
    data = json.loads((FOLDER / "groups.json").read_text("utf8"))
    return {name: frozenset(sides) for name, sides in data.items()}
