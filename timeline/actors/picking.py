"""Finds actors by what a person types: a name in any script, part of it, or a spelling that is not listed."""

import re
from collections.abc import Iterable, Sequence

from django.db.models import Count, Q, QuerySet
from rapidfuzz import fuzz, process

from timeline.models import Actor, Alias, Side

#: from which likeness on (of 100) somebody on the list is suggested, and how many are
ALIKE, MOST_ALIKE = 84, 3
#: whom a few letters find by other names; SQLite takes 32,766 values in one query
MOST_NAMED = 5000
_WITH_SIDE = re.compile(r"^(?P<name>.*\S)\s*\((?P<side>[^()]+)\)$")


def label_of(actor: Actor) -> str:
    """What a picker offers, and understands: "Mikhail Bogdanov (Russia)"."""
    side = actor.side.name if actor.side else ""
    return f"{actor.name} ({side})" if side and side != actor.name else actor.name


def spelled(column: str, words: str) -> Q:
    """The words in any case. SQLite folds ASCII letters only, so the spellings that names have are tried."""
    condition = Q()
    for spelling in dict.fromkeys(
        [words, words.casefold(), words.title(), words.upper(), words.capitalize()]
    ):
        condition |= Q(**{f"{column}__icontains": spelling})
    return condition


def called(actors: QuerySet[Actor], words: str) -> QuerySet[Actor]:
    """Those with the words in a name of theirs, or of somebody merged into them: one query at once.

    Not as a subquery, which would look through all names for each actor.
    """
    named = Alias.objects.filter(spelled("text", words)).order_by()
    rows = named.values_list("actor_id", "actor__merged_into_id").distinct()[:MOST_NAMED]
    return actors.filter(spelled("name", words) | Q(key=words) | Q(pk__in={into or pk for pk, into in rows}))


def matches(text: str, *, most: int = 12) -> list[Actor]:
    """Actors in force that a person may mean, those with contacts first; exactly one where it is plain."""
    text = text.replace("\x00", "").strip()[:200]
    if not text:
        return []
    listed = Actor.objects.filter(merged_into=None).exclude(standing=Actor.Standing.DISMISSED)
    listed = listed.select_related("side")
    parts = _WITH_SIDE.match(text)
    for exact in (
        Q(key=text),
        Q(name__iexact=text),
        Q(name__iexact=parts["name"], side__name__iexact=parts["side"]) if parts else None,
    ):
        if exact and len(found := list(listed.filter(exact)[:2])) == 1:
            return found
    counted = called(listed, parts["name"] if parts else text).annotate(number=Count("participations"))
    return list(counted.order_by("-number", "name", "pk")[:most])


def sides_called(text: str) -> list[Side]:
    """The side of that name, else the sides of the states and movements that are called so in any script."""
    text = text.replace("\x00", "").strip()[:200]
    if side := Side.objects.filter(name__iexact=text).first() or Side.objects.filter(slug=text).first():
        return [side]
    found = [actor for actor in matches(text) if actor.kind != Actor.Kind.PERSON and actor.side]
    return list({actor.side_id: actor.side for actor in found if actor.side}.values())


def spelled_alike(actors: Sequence[Actor], words: str) -> dict[int, str]:
    """For each actor whose own name has not the words, the other name that has them: one query."""
    other = [actor.pk for actor in actors if words.casefold() not in actor.name.casefold()]
    own = Q(actor__in=other) | Q(actor__merged_into__in=other)
    rows = Alias.objects.filter(own, spelled("text", words)).order_by("-pk")
    named = rows.values_list("actor_id", "actor__merged_into_id", "text")
    return {into or actor: text for actor, into, text in named} if other else {}


def alike(names: Sequence[str]) -> dict[str, list[Actor]]:
    """For each name those on the list who are called nearly so, the likest first: two queries."""
    known = _known_names()
    spellings = [text for text, _ in known]
    suggested: dict[str, list[int]] = {}
    for name in names:
        hits = process.extract(
            _folded(name), spellings, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=12
        )
        ranked = sorted(hits, key=lambda hit: (-hit[1], -fuzz.ratio(_folded(name), hit[0])))
        suggested[name] = list(dict.fromkeys(known[index][1] for _, _, index in ranked))[:MOST_ALIKE]
    rows = Actor.objects.select_related("side").in_bulk({pk for pks in suggested.values() for pk in pks})
    return {name: [rows[pk] for pk in pks] for name, pks in suggested.items()}


def _known_names() -> list[tuple[str, int]]:
    """Every name of the people on the list, folded, and whose it is."""
    aliases = Alias.objects.filter(
        actor__standing=Actor.Standing.LISTED, actor__kind=Actor.Kind.PERSON, kind=Alias.Kind.NAME
    )
    rows: Iterable[tuple[int, int | None, str]] = aliases.order_by().values_list(
        "actor_id", "actor__merged_into_id", "text"
    )
    return [(_folded(text), into or actor) for actor, into, text in rows]


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
