"""The actors whom a person names in a form: found by any of their names, else made as candidates."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.forms import Form

from articles.found import candidate_key
from timeline.models import Actor, Side


class TooManyCalledSo(Exception):
    """Several actors have the name; the message says which."""


def actor_called(name: str) -> Actor | None:
    """The one person or organisation of that name in any script; None where nobody has it."""
    words = " ".join(name.split())
    spellings = {words, words.casefold(), words.title(), words.upper()}
    called = Q(name__iexact=words) | Q(key=candidate_key(words))
    for spelling in spellings:
        called |= Q(name=spelling) | Q(aliases__text=spelling) | Q(aliases__text__iexact=spelling)
    found = list(Actor.objects.filter(called).select_related("side").distinct()[:5])
    exact = [actor for actor in found if actor.name.casefold() == words.casefold()]
    if len(found) > 1 and len(exact) != 1:
        names = ", ".join(sorted(actor.name for actor in found))
        raise TooManyCalledSo(f"“{words}” may be several: {names}. Write the whole name.")
    return exact[0] if len(exact) == 1 else (found[0] if found else None)


def as_ledger(forms: Iterable[Form]) -> list[dict[str, Any]]:
    """The people of a form in the ledger's words, each once; those not known yet become candidates.

    Call it in the transaction that makes the decision.
    """
    people: dict[str, dict[str, Any]] = {}
    for form in forms:
        given = form.cleaned_data
        actor = given["found"] or _candidate(given["name"], given.get("side") or "")
        side = given.get("side") or (actor.side.name if actor.side else None)
        people.setdefault(
            actor.key,
            {
                "actor": actor.key,
                "name": actor.name,
                "side": side or None,
                "role": given.get("role") or "participant",
                "title": given.get("title") or "",
            },
        )
    return list(people.values())


def _candidate(name: str, side: str) -> Actor:
    actor, _ = Actor.objects.get_or_create(
        key=candidate_key(name),
        defaults={
            "name": name[:200],
            "standing": Actor.Standing.CANDIDATE,
            "side": Side.objects.filter(name=side).first() if side else None,
        },
    )
    return actor
