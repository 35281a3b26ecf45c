"""Whether the days that two mentions give may be those of one event."""

from timeline.merge.telling import SLACK, STAY, UNDATED_APART, UNDATED_REACH, Telling


def days_between(one: Telling, other: Telling) -> int | None:
    """Days from the end of the earlier range to the start of the later, 0 where they meet; None if too far.

    Two days may be one apart, those of a visit some more; a month ends where it ends.
    """
    if not one.reach or not other.reach or _undated_too_far(one, other):
        return None
    days = (max(one.reach[0], other.reach[0]) - min(one.reach[1], other.reach[1])).days
    if days <= 0:
        return 0
    if not one.vagueness[0] == other.vagueness[0] == 0:
        return None
    return days if days <= (STAY if _may_be_one_stay(one, other) else SLACK) else None


def dates_tell(one: Telling, other: Telling) -> bool:
    """Whether dates can tell two events apart: both are dated, or both are undated news of one day.

    Without a day and without a person in common a plan is not what was held, nor are other sides the same.
    """
    if one.earliest or other.earliest:
        return bool(one.earliest and other.earliest)
    alike = one.sides == other.sides and (one.status == "planned") == (other.status == "planned")
    return alike and _published_within(SLACK, one, other)


def same_town(one: Telling, other: Telling) -> bool:
    """Whether a town stands for the date that one of them lacks.

    It does for a visit, and for what is told on its day or the day after. Two parties may meet in one town again
    and again, and of two mentions without a date it is not enough. Nor does it for background: "he had been to
    Moscow" may have been at any time.
    """
    if not one.place or one.place != other.place or bool(one.earliest) == bool(other.earliest):
        return False
    if (other if one.earliest else one).background:
        return False
    return one.kind == "visit" or _told_at_once(one, other) or _told_at_once(other, one)


def _may_be_one_stay(one: Telling, other: Telling) -> bool:
    """Whether two days may be of one visit: of the same people, and not held before the day it is planned for."""
    if one.kind != "visit" or not _share_people(one, other):
        return False
    plan, held = (one, other) if one.status == "planned" else (other, one)
    return one.status == other.status or plan.status != "planned" or _first(plan) <= _first(held)


def _first(telling: Telling) -> int:
    return telling.earliest.toordinal() if telling.earliest else 0


def _share_people(one: Telling, other: Telling) -> bool:
    return any(not people.isdisjoint(other.named.get(side, ())) for side, people in one.named.items())


def _undated_too_far(one: Telling, other: Telling) -> bool:
    """Whether two mentions are without a date and came out too far from each other to be one event.

    Who travels and talks for a side does so again. A plan and a refusal are spoken of for weeks, a letter for longer.
    """
    if one.earliest or other.earliest or one.kind == "message":
        return False
    weeks = UNDATED_APART if one.status == other.status == "held" else UNDATED_REACH
    return not _published_within(weeks, one, other)


def _told_at_once(news: Telling, dated: Telling) -> bool:
    """Whether news without a date came out on the days of a dated mention, or the day before or after."""
    if news.earliest or not (news.published and dated.earliest and dated.latest):
        return False
    published = news.published.toordinal()
    return dated.earliest.toordinal() - SLACK <= published <= dated.latest.toordinal() + SLACK


def _published_within(days: int, one: Telling, other: Telling) -> bool:
    if not one.published or not other.published:
        return False
    return abs((one.published - other.published).days) <= days
