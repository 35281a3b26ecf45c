"""Whether two drafts may tell one contact, or contacts of one trip, field by field."""

from datetime import timedelta

from ..dates.edtf import When
from .drafts import Draft

_NEAR = timedelta(days=3)  # a loose date this near to a firm one is the day of the report
_MONTH = timedelta(days=31)
_JOURNEY = timedelta(days=7)
_BESIDE = 3  # sentences
_NEAR_BY = 4  # sentences between two entries of one trip


def kinds_agree(one: Draft, other: Draft) -> bool:
    """Whether the kinds are one, or one telling leaves open how they spoke: "discussed with", then "in a call"."""
    return (
        one.kind == other.kind
        or ({one.kind, other.kind} == {"meeting", "call"} and (one.vague or other.vague))
        or (_wrote_nothing(one) and _spoke(other, one))
        or (_wrote_nothing(other) and _spoke(one, other))
    )


def _wrote_nothing(draft: Draft) -> bool:
    """Whether a message may have been said: "congratulated"."""
    return draft.kind == "message" and draft.vague


def _spoke(draft: Draft, message: Draft) -> bool:
    """Whether the same two spoke with one another in a sentence near by."""
    near = any(abs(told - message.sentence) <= _BESIDE for told in draft.told_in)
    same = draft.kind in ("meeting", "call") and set(draft.sides) == set(message.sides)
    return near and same and bool(draft.who & message.who)


def borders_agree(one: Draft, other: Draft) -> bool:
    """Whether both are news, or both recalled, unless one exact day makes them one."""
    if one.background == other.background or (one.due and other.status == "cancelled"):
        return True
    if (one.when is None) != (other.when is None) and _same_people_there(one, other):
        return True  # "bertemu X di Kyiv kemarin", then "sebelumnya bertemu X di Kyiv"
    if one.when and other.when and one.when.exact != other.when.exact and _within(one.when, other.when):
        return True  # "early this month", then "on the 4th"
    return bool(one.when and other.when and one.when.exact and one.when.edtf == other.when.edtf)


def _same_people_there(one: Draft, other: Draft) -> bool:
    """Whether the same two people, or more, met in the same town."""
    town = one.place is not None and one.place.name is not None and one.place == other.place
    return town and len(one.who) > 1 and one.who == other.who


def _within(one: When, other: When) -> bool:
    """Whether a time lies within a vaguer one ("~") of a month at most."""
    short, long = sorted((one, other), key=lambda when: when.latest - when.earliest)
    return (
        "~" in long.edtf
        and long.latest - long.earliest < _MONTH
        and long.earliest <= short.earliest <= short.latest <= long.latest
    )


def status_agrees(one: Draft, other: Draft) -> bool:
    """Whether the statuses are one, or the second tells how the first ended."""
    if {one.status, other.status} == {"cancelled", "denied"}:  # "was called off", "will not take place"
        return bool(one.who & other.who)
    if one.due and other.status == "cancelled":  # "The visit is off. He was to have arrived on Wednesday"
        return not other.who or not one.who or bool(one.who & other.who)
    if {one.status, other.status} == {"held", "planned"} and _of_different_people(one, other):
        return False
    same_day = bool(one.when and other.when and one.when.exact and one.when.edtf == other.when.edtf)
    if {one.status, other.status} == {"held", "planned"} and _arrived_for_it(one, other):
        return True
    if {one.status, other.status} == {"held", "planned"} and (not one.when or same_day):
        # "came to meet officials. ... He met Bogdanov": what he came for, told again as done
        return (one if one.status == "planned" else other).purpose
    return one.status == other.status


def _of_different_people(one: Draft, other: Draft) -> bool:
    """ "A delegation led by A has arrived. B is expected as well": another's journey."""
    visits = one.kind == other.kind == "visit" and one.visitors == other.visitors
    return visits and bool(one.who and other.who) and not one.who & other.who


def _arrived_for_it(one: Draft, other: Draft) -> bool:
    """ "arrived in Moscow for a visit to Russia": what somebody came for is the coming itself."""
    visits = one.kind == other.kind == "visit" and one.sentence == other.sentence
    return visits and one.place is not None and one.place == other.place and one.who == other.who


def sides_agree(one: Draft, other: Draft) -> bool:
    """Whether the sides of one are among those of the other."""
    a, b = set(one.sides), set(other.sides)
    if one.beside != other.beside and a != b and min(len(a), len(b)) > 1:
        return False  # "on the sidelines of the four-way talks A met B"
    return (a <= b or b <= a) and not (_only_hosts(one, other) or _only_hosts(other, one))


def _only_hosts(one: Draft, other: Draft) -> bool:
    """Whether a side at whose place others met is told elsewhere to have received them: two meetings."""
    between = len(set(one.sides) - set(one.mediators)) > 1
    received = any(p.side in one.mediators for p in other.people)
    return (
        between and received and not other.mediators and not any(p.side in one.mediators for p in one.people)
    )


def people_agree(one: Draft, other: Draft) -> bool:
    """A side told by two different people speaks of two meetings, unless one of them says nobody but by a list.

    Visits of one side to one place on one day are one journey.
    """
    if one.kind == other.kind == "visit" and one.when and one.when.exact and one.visitors == other.visitors:
        same_day = other.when is not None and one.when.edtf == other.when.edtf
        if same_day and one.place is not None and one.place == other.place:
            return True
    for side in set(one.sides) & set(other.sides):
        a = {p.who for p in one.people if p.side == side} - one.listed
        b = {p.who for p in other.people if p.side == side} - other.listed
        if a and b and not a & b:
            return False
    return True


def dates_agree(one: Draft, other: Draft) -> bool:
    """Whether the days overlap, or are near where one is loosely bound."""
    if one.when is None or other.when is None:
        return True
    unnamed = not one.who or not other.who
    if (one.loose_date or other.loose_date) and (unnamed or one.who & other.who):
        return _within_days(one.when, other.when, _NEAR)
    return one.when.earliest <= other.when.latest and other.when.earliest <= one.when.latest


def places_agree(one: Draft, other: Draft) -> bool:
    """Whether the places are one town, or one country where a town is not told."""
    if one.place is None or other.place is None:
        return True
    if one.place.country != other.place.country:
        return False
    return None in (one.place.name, other.place.name) or one.place.name == other.place.name


def on_one_trip(one: Draft, other: Draft) -> bool:
    """Whether two entries are of one trip: the same sides, on the same side of the news border."""
    return (
        (one.background == other.background or _just_before(one, other))
        and len(set(one.sides) & set(other.sides)) >= 2
        and {one.kind, other.kind} <= {"meeting", "visit"}
        and places_agree(one, other)
        and sentences_between(one, other) <= _NEAR_BY
        and _days_near(one, other)
        and _one_occasion(one, other)
    )


def sentences_between(one: Draft, other: Draft) -> int:
    """How far apart two entries are told; news is told again further down."""
    if one.background or other.background:
        return abs(one.sentence - other.sentence)
    return min(abs(told - beside) for told in one.told_in for beside in other.told_in)


def _just_before(one: Draft, other: Draft) -> bool:
    """ "They met on Tuesday. The delegation had arrived on Monday": recalled, but of these days."""
    if not (one.when and other.when and one.when.exact and other.when.exact):
        return False
    return _within_days(one.when, other.when, _NEAR)


def _within_days(one: When, other: When, days: timedelta) -> bool:
    return one.earliest - other.latest <= days and other.earliest - one.latest <= days


def _one_occasion(one: Draft, other: Draft) -> bool:
    """Of what is only recalled, one day or person in common; else "he had met Hamas" is of no trip told beside it."""
    if not one.background or (one.when and other.when):
        return True
    return not one.people or not other.people or bool(one.who & other.who)


def _days_near(one: Draft, other: Draft) -> bool:
    """Whether the days of two entries, where both are known, may be those of one trip."""
    if one.when is None or other.when is None:
        return True
    return _within_days(one.when, other.when, _JOURNEY)
