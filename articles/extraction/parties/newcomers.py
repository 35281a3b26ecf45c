"""Who is meant by words that name nobody spoken of before: a name on no list, "the Lebanese guests"."""

from collections.abc import Sequence

from ..words.lexicon import Lexicon
from .parties import Party
from .people import People, Person

_PAIR = 2  # sides


def name_untold(people: People, party: Party, told: Party) -> list[Person]:
    """ "The UN envoy left. Noeleen Heyzer had met ...": a name on no list is his whom that spoke of."""
    party.side = told.side
    party.people = [people.dressed(person, side=told.side, role=person.role) for person in party.people]
    for person in party.people:
        people.hold(person, told.title, told.side)
    return party.people


def movement_from(side: str | None, told: Sequence[str], lexicon: Lexicon) -> str | None:
    """ "the Lebanese guests", after a delegation of Hezbollah: the movement of that country told last."""
    if not side or side in told:
        return None
    from_there = {movement for movement in told if lexicon.is_from(movement, side)}
    return from_there.pop() if len(from_there) == 1 else None


def two_sides(parties: Sequence[Party]) -> list[Party]:
    """The people and groups named, where they are of two sides: whom "the two" then speaks of."""
    named = [p for p in parties if p.kind in ("person", "group", "title") and p.side]
    people = [p for p in named if p.people]
    if len({p.side for p in people}) == _PAIR:
        first = {p.side: p for p in reversed(people)}
        return named if len(people) == _PAIR == len({p.side for p in named}) else list(first.values())[::-1]
    return named if len({p.side for p in named}) == _PAIR else []
