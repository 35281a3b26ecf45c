"""Whether the day of a plan has gone by: "would have met on Wednesday", "had been expected", "without having seen".

And what an entry is, seen from the day of publication, when all its tellings are put together.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..dates.edtf import When
from ..words.language import Language
from .drafts import Draft

_STATED = timedelta(days=3)  # from a contact to a statement about it
_NEWS = timedelta(days=7)  # what is older is no news
_RIGHT_BEFORE = 2  # words between "had been" and its verb


def told_weekday(binding: Binding) -> bool:
    """ "they were to have met on Wednesday, but": a weekday called off may be still to come."""
    times = binding.sentence.times
    return bool(times) and all(rule.says == "weekday" for span in times for rule in span.values[:1])


def was_due(binding: Binding, language: Language) -> bool:
    """ "would have met on Wednesday", "the meeting on Wednesday fell through": the day has gone by."""
    sentence = binding.sentence.sentence
    early = language.articles or language.plain
    words = range(sentence.first, binding.trigger.last) if early else ()
    due = binding.sentence.holds("overdue") and any(binding.sentence.has(i, "overdue") for i in words)
    return due or binding.sentence.holds("foiled")


def had_been_due(binding: Binding) -> bool:
    """Whether a plan is told in the past perfect right before its verb; a weekday may be still to come."""
    first, last = binding.sentence.sentence.first, binding.trigger.first
    told = any(binding.sentence.has(i, "pluperfect") for i in range(max(last - _RIGHT_BEFORE, first), last))
    return binding.articles and told and not told_weekday(binding)


def fell_yesterday(binding: Binding, language: Language, published: date | None) -> bool:
    """ "ألغي اجتماع كان مقررا الأربعاء", read on Thursday: what was called off for the day just gone by."""
    times = [span for span in binding.sentence.times if span.rule.says == "weekday"]
    if language.order != "verb-first" or published is None or not times:
        return False
    yesterday = (published - timedelta(days=1)).isoweekday()
    bare = all(not {"turn", "shift"} & span.rule.row.keys() for span in times)
    return bare and all(span.slots.get("weekday") == yesterday for span in times)


def was_missed(binding: Binding) -> bool:
    """ "left on Friday without having seen X": what somebody is said not to have done is of a day gone by."""
    first = binding.trigger.first
    spans = binding.sentence
    return binding.articles and spans.has(first, "having") and spans.has(first - 1, "not")


def came_before_meeting(entries: Sequence[Draft]) -> None:
    """ "The minister confirmed on Wednesday that envoys had come": they came no later than they met there on Tuesday.

    Of a visit whose only day may be that of a statement.
    """
    for visit in entries:
        if visit.kind != "visit" or visit.status != "held" or not (visit.loose_date and visit.when):
            continue
        for other in entries:
            there = other.kind == "meeting" and other.status == "held" and other.place == visit.place
            same = len(set(visit.sides) & set(other.sides)) > 1 and other.when and other.when.exact
            firm = there and same and not (other.loose_date or other.caption)
            if firm and other.when and timedelta(0) < visit.when.earliest - other.when.latest <= _STATED:
                visit.when = other.when
                visit.evidence = [e for e in visit.evidence if e.field != "date"]
                visit.evidence += [e for e in other.evidence if e.field == "date"][:1]
                break


def has_gone_by(draft: Draft, when: When | None, published: date | None) -> bool:
    """ "came on Tuesday to meet X", read on Thursday: what is still to come has no day before the news."""
    if when is None or published is None or draft.status != "planned" or draft.due or draft.background:
        return False
    return when.exact and timedelta(0) < published - when.latest <= _NEWS


def mend_days(entries: Sequence[Draft], published: date | None) -> None:
    """What is still to come is not of a day gone by, and what is of a day to come was not held."""
    came_before_meeting(entries)
    for entry in entries if published else ():
        when = entry.when
        if when is None or not published:
            continue
        borrowed = "borrowed_day" in entry.doubts and not entry.background
        if entry.status == "planned" and when.latest < published and borrowed:
            entry.when = None  # "arrived on Tuesday. They are to meet Lavrov": the day of the journey
            entry.evidence = [e for e in entry.evidence if e.field != "date"]
        elif entry.status == "held" and entry.kind != "message" and when.exact and when.earliest > published:
            entry.status = "planned"
