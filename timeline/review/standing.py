"""How a contact stands after review: what people corrected laid over what mentions say, and its state."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline.edtf import bounds
from timeline.merge import MergedContact, MergedPerson
from timeline.models import Review
from timeline.review.links import STANDING
from timeline.review.rulings import Key, Ruling, Verb


@dataclass(frozen=True)
class Standing:
    """What a contact's row says of its review; named as its columns."""

    review: str = Review.UNREVIEWED
    corrected: tuple[str, ...] = ()
    changed_since: tuple[str, ...] = ()
    by_hand: bool = False


#: fields that a person may correct, as the ledger names them, with what the contact's conflicts call them
FIELDS = ("kind", "status", "date", "place", "country", "sides", "people", "topics")
_ABOUT_PLACE = ("place", "country")


def ruled(
    fact: MergedContact, keys: Collection[Key], rulings: Sequence[Ruling]
) -> tuple[MergedContact, Standing]:
    """The contact of these mentions as the rulings on it have it, and how it stands."""
    if not rulings:
        return fact, Standing()
    corrections: dict[str, Any] = {}
    for ruling in rulings:
        if ruling.verb == Verb.CORRECT:
            corrections |= {name: value for name, value in ruling.after.items() if name in FIELDS}
    fact = corrected(fact, corrections)
    added = {key for ruling in rulings if ruling.verb == Verb.ADD for key in ruling.keys}
    by_hand = added.issuperset(keys)
    last = next((ruling for ruling in reversed(rulings) if ruling.verb in STANDING), None)
    review: str = Review.UNREVIEWED
    changed: tuple[str, ...] = ()
    if last and last.verb == Verb.REJECT:
        review = Review.REJECTED
    elif last and last.verb == Verb.CONFIRM:
        review = Review.CONFIRMED
        changed = _changed(last.before, seen(fact), corrections, rulings, last)
    elif not last and by_hand:
        review = Review.CONFIRMED
    return fact, Standing(
        review=review,
        corrected=tuple(name for name in FIELDS if name in corrections),
        changed_since=changed,
        by_hand=by_hand,
    )


def corrected(fact: MergedContact, corrections: Mapping[str, Any]) -> MergedContact:
    """The contact with some of its fields as a person gave them; what sources say of these is settled."""
    for name, value in corrections.items():
        fact = replace(fact, **_CORRECTIONS[name](value))
    settled = {"place" if name in _ABOUT_PLACE else name for name in corrections}
    return replace(fact, conflicts=tuple(name for name in fact.conflicts if name not in settled))


def seen(fact: MergedContact) -> dict[str, Any]:
    """The fields of a contact as the ledger keeps them: plain values, the same for the same contact."""
    return {
        "kind": fact.kind,
        "status": fact.status,
        "date": fact.date_edtf,
        "place": fact.place,
        "country": fact.country,
        "sides": sorted(fact.sides),
        "people": [
            {"actor": person.key, "side": person.side, "role": person.role, "title": person.title}
            for person in fact.people
        ],
        "topics": list(fact.topics),
    }


def _changed(
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    corrections: Mapping[str, Any],
    rulings: Sequence[Ruling],
    confirmed: Ruling,
) -> tuple[str, ...]:
    """Fields that sources changed since a person confirmed them; those that a person changed are none."""
    by_people = {
        name for ruling in rulings if ruling.number > confirmed.number for name in ruling.after
    } & corrections.keys()
    watched = (name for name in FIELDS if name != "topics" and name not in by_people)
    return tuple(name for name in watched if name in before and _essence(before[name]) != _essence(now[name]))


def _essence(value: Any) -> Any:
    """Of people who they are: an office worded otherwise is no change."""
    if isinstance(value, list):
        return sorted(str(item["actor"] if isinstance(item, dict) else item) for item in value)
    return value


def _date(value: str) -> dict[str, Any]:
    first, last = bounds(value) or (None, None)
    return {"date_edtf": value, "earliest": first, "latest": last}


def _people(value: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "people": tuple(
            MergedPerson(
                key=person["actor"],
                side=person.get("side"),
                title=person.get("title") or "",
                role=person.get("role") or "participant",
            )
            for person in value
        )
    }


_CORRECTIONS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "kind": lambda value: {"kind": value},
    "status": lambda value: {"status": value},
    "date": _date,
    "place": lambda value: {"place": value},
    "country": lambda value: {"country": value},
    "sides": lambda value: {"sides": tuple(sorted(value))},
    "people": _people,
    "topics": lambda value: {"topics": tuple(value)},
}
