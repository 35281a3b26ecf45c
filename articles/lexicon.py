"""The lexicon that articles are read with: from the tables, else from the shipped registry."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from articles.extraction import ActorEntry, Lexicon, OutletEntry, build_lexicon, read_outlets, read_registry
from articles.extraction.types import RoleEntry
from articles.models import Outlet
from timeline.actors.identity import Identities, identities
from timeline.models import Actor, Alias, Role
from timeline.registry import ACTOR_FILES

_FIELDS = {
    Alias.Kind.NAME: "aliases",
    Alias.Kind.SHORT: "short_forms",
    Alias.Kind.DEMONYM: "demonyms",
    Alias.Kind.METONYM: "metonyms",
}
#: one round trip, asked before each article
_STATE = f"""
SELECT * FROM
  (SELECT COUNT(*), MAX(id), SUM(revision) FROM {Actor._meta.db_table} WHERE standing = %s) AS actors,
  (SELECT COUNT(*), MAX(id) FROM {Alias._meta.db_table}) AS aliases,
  (SELECT COUNT(*), MAX(id) FROM {Outlet._meta.db_table}) AS outlets
"""


def current_lexicon() -> Lexicon:
    """The lexicon of now: compiled once per process, and again when actors, aliases or outlets changed."""
    state = _state()
    return _shipped() if state is None else _from_tables(state)


def current_entries() -> tuple[list[ActorEntry], list[OutletEntry]]:
    """The same as plain entries, to hand to other processes."""
    lexicon = current_lexicon()
    return list(lexicon.actors.values()), list(lexicon.outlets.values())


def _state() -> tuple | None:
    """What changes when the tables change; None when there is no database, no table or no actor in it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(_STATE, [Actor.Standing.LISTED.value])
            state = cursor.fetchone()
    except (DatabaseError, ImproperlyConfigured):
        return None
    return state if state[0] else None


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    outlets = Path(apps.get_app_config("articles").path, "registry", "outlets.json")
    actors = [actor for path in ACTOR_FILES for actor in read_registry(path.read_bytes())]
    return build_lexicon(actors, read_outlets(outlets.read_bytes()))


@lru_cache(maxsize=1)
def _from_tables(state: tuple) -> Lexicon:
    return build_lexicon(_actors(), _outlets())


def _actors() -> list[ActorEntry]:
    """Listed actors only: what an unreviewed candidate is called must not change how the next article reads.

    Names and offices of whoever was merged into another are the other's.
    """
    roots = dict(Actor.objects.exclude(merged_into=None).values_list("pk", "merged_into_id"))
    known = identities()
    names: dict[int, dict[str, dict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for alias in Alias.objects.order_by("actor_id", "language", "id"):
        actor = roots.get(alias.actor_id, alias.actor_id)
        names[actor][_FIELDS[Alias.Kind(alias.kind)]][alias.language].append(alias.text)
    roles: dict[int, list[RoleEntry]] = defaultdict(list)
    for role in Role.objects.select_related("organisation").order_by("actor_id", "since", "id"):
        organisation = role.organisation.key if role.organisation else None
        roles[roots.get(role.actor_id, role.actor_id)].append(
            RoleEntry(role.title, organisation, role.since or None, role.until or None)
        )
    listed = Actor.objects.filter(standing=Actor.Standing.LISTED, merged_into=None)
    rows = listed.select_related("side").order_by("id")
    return [_actor(row, names[row.pk], roles[row.pk], known) for row in rows]


def _actor(
    row: Actor, names: dict[str, dict[str, list[str]]], roles: list[RoleEntry], known: Identities
) -> ActorEntry:
    spelled = {
        field: {code: tuple(texts) for code, texts in names.get(field, {}).items()}
        for field in _FIELDS.values()
    }
    return ActorEntry(
        key=row.key,
        name=row.name,
        kind=row.kind,
        side=known.side(row.side.name) if row.side else None,
        country=row.country or None,
        roles=tuple(roles),
        died=row.died or None,
        **spelled,
    )


def _outlets() -> list[OutletEntry]:
    return [
        OutletEntry(
            key=row.key,
            name=row.name,
            kind=row.kind,
            country=row.country or None,
            domain=row.domain or None,
            aliases={code: tuple(texts) for code, texts in row.aliases.items()},
        )
        for row in Outlet.objects.order_by("id")
    ] or list(_shipped().outlets.values())
