"""One entry per event: drafts that tell the same contact become one, never across the news border."""

from collections.abc import Sequence

from ..dates.edtf import When
from .agreement import (
    borders_agree,
    dates_agree,
    kinds_agree,
    people_agree,
    places_agree,
    sides_agree,
    status_agrees,
)
from .bygone import mend_days
from .drafting import Drafter
from .drafts import Draft
from .inheritance import inherit, leave_hosts_at_home, send_delegations
from .named import name_sides

_FINITE = frozenset({"active", "receive", "passive", "send", "travel"})
_MEMORY = 60  # entries back that a draft is compared with: keeps hostile texts linear


def fold_drafts(drafts: Sequence[Draft], drafter: Drafter) -> list[Draft]:
    """The entries of an article, in the order in which it tells them."""
    entries: list[Draft] = []
    early: list[Draft] = []
    _spell_out(drafts, drafter.discourse.summed)
    _deny_reports(drafts)
    for draft in sorted(drafts, key=lambda d: (d.caption, d.untold, d.sentence)):
        same = _same_event(draft, entries) or _known_by_its_people(draft, entries)
        if same is not None:
            _merge(same, draft)
        elif draft.definite:
            early.append(draft)
        elif len(draft.sides) >= 2:
            entries.append(draft)
    first = {entry.sentence: entry for entry in reversed(entries)}
    for draft in early:  # "Переговоры эти состоялись во вторник. Делегацию принимал ...": told after it
        after = first.get(draft.sentence + 1)
        if after is not None and not after.another and _same_event(draft, [after]) is not None:
            _merge(after, draft)
        elif draft.stands_alone and not any(set(draft.sides) <= set(e.sides) for e in entries[-_MEMORY:]):
            entries.append(draft)  # "three days of the talks with X": nothing else tells of them
        else:
            _open_for_its_date(draft, entries)
    entries.sort(key=lambda d: (d.sentence, d.trigger.first))
    _call_off(entries)
    inherit(entries, drafter)
    send_delegations(entries, drafter)
    name_sides(entries, drafter.named, drafter.company)
    leave_hosts_at_home(entries, drafter)
    if not drafter.language.cases:  # "прилетел во вторник, его примет президент": on the same day
        mend_days(entries, drafter.document.published)
    return entries


def _spell_out(drafts: Sequence[Draft], summed: dict[str, list[str]]) -> None:
    """ "the factions", where the article lists them elsewhere: a contact is between those who are listed."""
    for draft in drafts:
        for whole in [side for side in draft.sides if side in summed]:
            rest = [side for side in draft.sides if side != whole]
            draft.sides = list(dict.fromkeys([*summed[whole], *rest]))


def _deny_reports(drafts: Sequence[Draft]) -> None:
    """ "Hamas membantah pertemuan dengan Israel. Koran itu memberitakan bahwa ...": what the denial is of."""
    denied = [d for d in drafts if d.status == "denied" and len(d.sides) > 1 and not d.when][-_MEMORY:]
    for draft in drafts:
        reported = draft.hearsay and draft.status == "held" and len(draft.sides) > 1
        if reported and any(d.kind == draft.kind and set(d.sides) <= set(draft.sides) for d in denied):
            draft.status = "denied"
            draft.when = draft.when if draft.timed else None  # not the day of the denial before it


def _call_off(entries: Sequence[Draft]) -> None:
    """ "was to fly to Doha and meet X. The trip was called off": whom one would have met there is not met either."""
    for trip in entries:
        if trip.kind != "visit" or trip.status != "cancelled":
            continue
        for other in entries:
            there = other.kind == "meeting" and other.status == "planned" and other.sentence in trip.told_in
            if there and set(trip.sides) <= set(other.sides) and (not trip.who or trip.who & other.who):
                other.status = "cancelled"
                other.evidence = [e for e in other.evidence if e.field != "status"]
                other.evidence += [e for e in trip.evidence if e.field == "status"]


def _open_for_its_date(draft: Draft, entries: list[Draft]) -> None:
    """ "The visit had been expected in June": told of another time, it is an entry of its own."""
    told = next(
        (
            e
            for e in reversed(entries[-_MEMORY:])
            if e.kind == draft.kind and (e.when or _was_another_day(draft, e))
        ),
        None,
    )
    if (
        told
        and draft.when
        and not draft.loose_date
        and (
            draft.status != "held"
            or draft.background
            or (told.status == "planned" and (draft.when.exact or draft.when.whole))
        )
        and set(draft.sides) <= set(told.sides)
    ):
        draft.sides, draft.definite = list(told.sides), False
        entries.append(draft)


def _same_event(draft: Draft, entries: Sequence[Draft]) -> Draft | None:
    if draft.definite:
        fitting = [
            e
            for e in entries[-_MEMORY:]
            if kinds_agree(draft, e)
            and set(draft.sides) <= set(e.sides)
            and dates_agree(draft, e)
            and not _was_before(draft, e)
            and not _called_off_another_day(draft, e)
            and not _is_yet_to_be(draft, e)
            and not _was_another_day(draft, e)
        ]
        return fitting[-1] if fitting else _called(draft, entries)
    for entry in reversed(entries[-_MEMORY:]):
        if (
            kinds_agree(draft, entry)
            and borders_agree(draft, entry)
            and status_agrees(draft, entry)
            and sides_agree(draft, entry)
            and dates_agree(draft, entry)
            and places_agree(draft, entry)
            and people_agree(draft, entry)
        ):
            return entry
    return None


def _was_another_day(draft: Draft, entry: Draft) -> bool:
    """ "A met B, a statement says. On 3 February, at talks in the ministry, ...": a day recalled is not the news'."""
    recalled = draft.background and not entry.background and draft.status == entry.status == "held"
    return bool(recalled and entry.when is None and draft.when and draft.when.exact and not draft.loose_date)


def _is_yet_to_be(draft: Draft, entry: Draft) -> bool:
    """ "A received B on the 14th. They will begin on the 15th": what is still to come is nothing that was held."""
    return draft.status == "planned" and entry.status == "held" and draft.when is not None and draft.timed


def _called_off_another_day(draft: Draft, entry: Draft) -> bool:
    """ "The talks had been set for the 26th, but were put off": another day of those held on the 29th."""
    if draft.status != "cancelled" or entry.status != "held" or not (draft.when and entry.when):
        return False
    return draft.when.exact and entry.when.exact and draft.when.edtf != entry.when.edtf


def _known_by_its_people(draft: Draft, entries: Sequence[Draft]) -> Draft | None:
    """Of what no known word tells: the contact of the same people, whatever else is said of it."""
    if not draft.untold:
        return None
    return next(
        (
            entry
            for entry in entries[-_MEMORY:]
            if len(set(entry.sides) & set(draft.sides)) > 1
            and draft.who <= entry.who
            and (entry.status != "planned" or not draft.background)
            and dates_agree(draft, entry)
        ),
        None,
    )


def _called(draft: Draft, entries: Sequence[Draft]) -> Draft | None:
    """ "A phoned B. During the meeting they discussed ...": the call right before, of which "the meeting" says more."""
    last = entries[-1] if entries else None
    if last is None or {draft.kind, last.kind} != {"meeting", "call"} or draft.sentence - last.sentence > 1:
        return None
    told = draft.when or draft.place or draft.people
    return last if not told and set(draft.sides) <= set(last.sides) else None


def _was_before(draft: Draft, entry: Draft) -> bool:
    """ "after the consultations of last week": what had a day of its own is not what is still to come."""
    other = bool(draft.sides) or draft.kind != entry.kind
    told = other and draft.when is not None and not draft.loose_date and draft.status == "held"
    elsewhere = draft.place != entry.place or draft.kind != entry.kind
    return told and entry.status == "planned" and entry.when is None and elsewhere


def _merge(entry: Draft, more: Draft) -> None:
    """Add to an entry what another telling of it says."""
    if (
        "held" in (entry.status, more.status)
        and "planned" in (entry.status, more.status)
        and not more.definite
    ):
        entry.status = "held"
    entry.told_in |= more.told_in
    entry.as_group |= more.as_group
    if entry.vague and not more.vague:
        entry.kind, entry.vague = more.kind, False
    known, named = entry.who, {person.side for person in entry.people}
    # "X thanked them for the talks": a noun that tells again adds nobody to a side that is named
    added = [p for p in more.people if not (more.definite and p.side in named and p.who not in more.listed)]
    entry.people += [person for person in added if person.who not in known]
    if not more.definite:
        entry.sides += [side for side in more.sides if side not in entry.sides]
    told = (
        entry.trigger.rule.frame not in _FINITE
    )  # "he held talks" was so, whatever "the talks" are said to be
    if _mends_status(more) and told and not any(e.field == "status" for e in entry.evidence):
        entry.status = more.status  # "Talks are with Saltanov. They will be held at the ministry."
    if more.definite and more.status == "cancelled" and entry.status in ("planned", "denied"):
        entry.status = more.status
        entry.evidence = [e for e in entry.evidence if e.field != "status"]
    if more.when and (entry.when is None or _firmer(more, entry)):
        entry.when, entry.loose_date = more.when, more.loose_date
        entry.evidence = [e for e in entry.evidence if e.field != "date"]
    elif more.when:
        more.evidence = [e for e in more.evidence if e.field != "date"]
    if (
        more.place
        and not more.untold
        and entry.kind not in ("call", "message")
        and (entry.place is None or (entry.place.name is None and more.place.name))
    ):
        entry.place = more.place
    for name, others in (("visitors", entry.hosts), ("hosts", entry.visitors), ("mediators", [])):
        added = [side for side in getattr(more, name) if side not in others]  # nobody visits himself
        setattr(entry, name, list(dict.fromkeys([*getattr(entry, name), *added])))
    entry.evidence += more.evidence


def _mends_status(more: Draft) -> bool:
    """Whether "the meeting", told again, says that it is to come or was called off; not what was so before."""
    told = (
        ("planned", "cancelled", "held")
        if more.trigger.rule.row.get("status") == "held"
        else ("planned", "cancelled")
    )
    return more.definite and more.status in told and not more.people and not more.background


def _lies_within(day: When, other: When) -> bool:
    return other.earliest <= day.earliest <= day.latest <= other.latest


def _firmer(one: Draft, other: Draft) -> bool:
    assert one.when
    assert other.when
    if one.when.whole or other.when.whole:  # "began on the 10th and ended on the 16th": not a day of it
        return one.when.whole and not other.when.whole
    if one.when.exact and not other.when.exact and _lies_within(one.when, other.when):
        return True  # "pekan lalu", then the day itself
    if one.loose_date != other.loose_date and one.when.exact >= other.when.exact:
        return other.loose_date
    return one.when.latest - one.when.earliest < other.when.latest - other.when.earliest
