"""Which meetings are part of which visit: they stay contacts of their own, and lead to each other."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from timeline.models import Contact, Kind, Status

#: "surely": on days of the visit; "perhaps": on days that may be, or just after an arrival
Bond = Literal["surely", "perhaps"]

#: a date that leaves more open than this overlaps with too much to say that two contacts belong together
LONGEST = timedelta(days=31)
#: longest visit whose days are known well enough to say so surely
_KNOWN = timedelta(days=10)
#: meetings so soon after the day of arrival, where no last day of the visit is told, may be part of it
AFTER_ARRIVAL = timedelta(days=3)
_REFUSED = frozenset([Status.CANCELLED, Status.DENIED])


def bond(visit: Contact, meeting: Contact) -> Bond | None:
    """Whether the meeting is part of the visit: of its sides, in its country, on its days, with its people.

    Both come with prefetched people and sides.
    """
    if visit.kind != Kind.VISIT or meeting.kind != Kind.MEETING:
        return None
    if visit.country and meeting.country and visit.country != meeting.country:
        return None
    if (visit.status in _REFUSED) != (meeting.status in _REFUSED):
        return None
    if len({side.pk for side in visit.sides.all()} & {side.pk for side in meeting.sides.all()}) < 2:
        return None
    return _by_days(visit, meeting) if _share_people(visit, meeting) else None


def _by_days(visit: Contact, meeting: Contact) -> Bond | None:
    if not (visit.earliest and visit.latest and meeting.earliest and meeting.latest):
        return None
    length = visit.latest - visit.earliest
    if length > LONGEST or meeting.latest - meeting.earliest > LONGEST:
        return None
    if length <= _KNOWN and visit.earliest <= meeting.earliest and meeting.latest <= visit.latest:
        return "surely"
    if visit.earliest <= meeting.latest and meeting.earliest <= visit.latest:
        return "perhaps"
    soon = timedelta(0) < meeting.earliest - visit.latest <= AFTER_ARRIVAL
    return "perhaps" if soon and not length and meeting.earliest == meeting.latest else None


def _share_people(visit: Contact, meeting: Contact) -> bool:
    """Whether for each side of which both name people somebody is in both."""
    travelling, meeting_them = _people(visit), _people(meeting)
    return all(
        not travelling[side].isdisjoint(meeting_them[side])
        for side in travelling.keys() & meeting_them.keys()
    )


def _people(contact: Contact) -> dict[int | None, set[int]]:
    by_side: dict[int | None, set[int]] = defaultdict(set)
    for person in contact.participations.all():
        by_side[person.side_id].add(person.actor_id)
    return by_side


class Visits:
    """Visits by their days, to ask for that of many meetings at once."""

    def __init__(self, visits: Iterable[Contact]) -> None:
        dated = ((visit.earliest, visit.public_id, visit) for visit in visits if visit.earliest)
        self._visits = sorted(dated, key=lambda entry: entry[:2])
        self._days = [first for first, _, _ in self._visits]

    def of(self, meeting: Contact) -> Contact | None:
        """The visit that the meeting surely is part of, where it is one alone."""
        if meeting.kind != Kind.MEETING or not (meeting.earliest and meeting.latest):
            return None
        first = bisect_left(self._days, _before(meeting.earliest))
        last = bisect_right(self._days, meeting.latest)
        found = [visit for _, _, visit in self._visits[first:last] if bond(visit, meeting) == "surely"]
        return found[0] if len(found) == 1 else None


def _before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - _KNOWN.days))
