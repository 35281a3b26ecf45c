"""Actors and sides that an article names: those not on the list come up as candidates."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from articles.extraction.types import Mention, Participant
from timeline.models import Actor, Side

_ARTICLE = re.compile(r"\b(al|el|ar|an|as|ash|at|ad|bin|ibn)[-\s]")
_CANDIDATE = re.compile(r"-[0-9a-f]{8}$")
_NOT_WORD = re.compile(r"[^\w\s]")


def ensure_sides(mentions: Iterable[Mention]) -> dict[str, Side]:
    """The rows of all sides named, by name; made where there is none yet."""
    names = {side for mention in mentions for side in mention.sides}
    names |= {p.side for mention in mentions for p in mention.participants if p.side}
    present = {side.name: side for side in Side.objects.filter(name__in=names).order_by()}
    if missing := sorted(names - present.keys()):
        Side.objects.bulk_create(
            [Side(name=name, slug=_side_slug(name)) for name in missing], ignore_conflicts=True
        )
        present |= {side.name: side for side in Side.objects.filter(name__in=missing)}
    return present


def ensure_actors(mentions: Iterable[Mention], sides: Mapping[str, Side]) -> dict[Participant, str]:
    """For each participant the key of an actor row: of the list, else of a candidate, made where it is new."""
    keys, known = actor_keys(mentions)
    named: dict[str, Participant] = {}
    for person in sorted(keys, key=lambda p: (p.name, p.side or "", p.as_written)):
        named.setdefault(keys[person], person)
    Actor.objects.bulk_create(
        [
            Actor(
                key=key,
                name=person.name[:200],
                standing=Actor.Standing.CANDIDATE,
                side=sides.get(person.side or ""),
            )
            for key, person in named.items()
            if key not in known
        ],
        ignore_conflicts=True,
    )
    return keys


def actor_keys(mentions: Iterable[Mention]) -> tuple[dict[Participant, str], set[str]]:
    """The key of each participant's actor, and those of the keys that have a row."""
    people = {person for mention in mentions for person in mention.participants}
    candidates = {person: candidate_key(person.name) for person in people}
    listed = {person.actor for person in people if person.actor}
    asked = Actor.objects.filter(key__in={*listed, *candidates.values()}).order_by()
    known = set(asked.values_list("key", flat=True))
    return {p: p.actor if p.actor and p.actor in known else candidates[p] for p in people}, known


def candidate_key(name: str) -> str:
    """The same for one name however its case, accents, article and hyphens are written."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    words = sorted(_NOT_WORD.sub("", _ARTICLE.sub("", folded.replace("'", "").replace("’", ""))).split())
    digest = hashlib.sha256(" ".join(words or [folded]).encode()).hexdigest()[:8]
    return f"{slugify(' '.join(words))[:100].strip('-') or 'person'}-{digest}"


def is_candidate(key: str) -> bool:
    """Whether the key was made from a name, and says no more than that."""
    return bool(_CANDIDATE.search(key))


def _side_slug(name: str) -> str:
    slug = slugify(name)[:40].strip("-")
    if slug and not Side.objects.filter(slug=slug).exists():
        return slug
    return f"{slug or 'side'}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
