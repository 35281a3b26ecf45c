"""Whether two mentions may speak of one event, and how well they fit."""

from typing import NamedTuple

from timeline.merge.days import dates_tell, days_between, same_town
from timeline.merge.spelling import may_be_same
from timeline.merge.telling import Telling

_REFUSALS = frozenset(["cancelled", "denied"])


class Likeness(NamedTuple):
    """Greater is better; equal values are no reason to prefer one candidate to another."""

    #: sides of which both name somebody in common
    people: int
    #: nothing is said of the place that tells them apart
    one_place: bool
    #: neither says that it was while the other says that it was not
    agrees: bool
    #: minus the days between the two dates
    nearness: int
    same_sides: bool
    #: people whom both name
    persons: int


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How well two mentions fit, or None where they cannot speak of one event.

    One event is of one kind, on days that meet, between the same sides, and nothing known of its people or
    its place tells the two apart. Sources that put the same two people in two towns on one day contradict
    each other, they do not tell of two meetings. Two mentions of one article are two events: the article tells
    them apart (but for the days of one visit).
    """
    if one.kind != other.kind or (one.article == other.article and not _one_visit(one, other)):
        return None
    days = days_between(one, other)
    one_place = _places_agree(one, other)
    if days is None or not (one_place or _met_on_one_day(one, other)):
        return None
    people = _people_in_common(one, other)
    if people is None or not (people >= 2 or (one_place and _sides_agree(one, other))):
        return None
    if not people and not dates_tell(one, other) and not same_town(one, other):
        return None
    agrees = (one.status in _REFUSALS) == (other.status in _REFUSALS)
    if not agrees and not people and (one.named or other.named):
        # What is called off or denied is a definite contact, not any that nobody is named for.
        return None
    persons = len({person.key for person in one.people} & {person.key for person in other.people})
    return Likeness(people, one_place, agrees, -days, one.sides == other.sides, persons)


def _one_visit(one: Telling, other: Telling) -> bool:
    """Whether one article tells the days of one visit twice ("flew in on Monday", "is in Moscow on Tuesday").

    Nobody arrives in one town twice within some days.
    """
    if one.kind != "visit" or one.status != other.status or one.sides != other.sides:
        return False
    if not one.place or one.place != other.place or not one.vagueness[0] == other.vagueness[0] == 0:
        return False
    return bool(_people_in_common(one, other))


def _places_agree(one: Telling, other: Telling) -> bool:
    """Another town or another country is another event; what is not said contradicts nothing."""
    if one.country and other.country and one.country != other.country:
        return False
    return not (one.place and other.place and one.place != other.place)


def _met_on_one_day(one: Telling, other: Telling) -> bool:
    """Whether two places can only be a contradiction, if the people are the same: nobody meets in both on one day."""
    days = {one.earliest, one.latest, other.earliest, other.latest}
    return one.kind == "meeting" and len(days) == 1 and None not in days


def _people_in_common(one: Telling, other: Telling) -> int | None:
    """The number of sides of which both name somebody in common; None where they name others for a side."""
    common = 0
    for side, people in one.named.items():
        if others := other.named.get(side):
            if people.isdisjoint(others) and not _spelled_alike(one, other, side):
                return None
            common += 1
    return common


def _spelled_alike(one: Telling, other: Telling, side: str) -> bool:
    """Whether somebody of the side whom no list holds is named by both, in whatever spelling or script."""
    if side not in one.unlisted and side not in other.unlisted:
        return False
    return any(
        may_be_same(person, another)
        for person in one.people
        if (person.side or "") == side
        for another in other.people
        if (another.side or "") == side
    )


def _sides_agree(one: Telling, other: Telling) -> bool:
    """Two sides in common that are at least half of all: two parties' talks are not the conference of six.

    A name for many ("Palestinian factions") counts as one more in common with those it stands for.
    """
    common = one.sides & other.sides
    left, right = one.sides - common, other.sides - common
    if right & one.stands_for or left & other.stands_for:
        left, right = left - other.stands_for - one.lumps, right - one.stands_for - other.lumps
        together = len(common) + 1
    else:
        together = len(common)
    return together >= 2 and together >= len(left) + len(right)
