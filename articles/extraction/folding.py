"""One entry per event: drafts that tell the same contact become one, never across the news border."""

from collections.abc import Sequence
from datetime import timedelta

from .drafting import Drafter
from .drafts import Draft, shown
from .types import Evidence

_NEAR = timedelta(days=3)  # a loose date this near to a firm one is the day of the report
_JOURNEY = timedelta(days=7)
_LEAD = 6  # sentences of an article in which the news of its headline stands
_FINITE = frozenset({"active", "receive", "passive", "send", "travel"})
_MEMORY = 60  # entries back that a draft is compared with: keeps hostile texts linear


def fold_drafts(drafts: Sequence[Draft], drafter: Drafter) -> list[Draft]:
    """The entries of an article, in the order in which it tells them."""
    entries: list[Draft] = []
    early: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.caption, d.sentence)):
        same = _same_event(draft, entries)
        if same is not None:
            _merge(same, draft)
        elif draft.definite:
            early.append(draft)
        elif len(draft.sides) >= 2:
            entries.append(draft)
    first = {entry.sentence: entry for entry in reversed(entries)}
    for draft in early:  # "Переговоры эти состоялись во вторник. Делегацию принимал ...": told after it
        after = first.get(draft.sentence + 1)
        if after is not None and _same_event(draft, [after]) is not None:
            _merge(after, draft)
        elif draft.stands_alone and not any(set(draft.sides) <= set(e.sides) for e in entries[-_MEMORY:]):
            entries.append(draft)  # "three days of the talks with X": nothing else tells of them
        else:
            _open_for_its_date(draft, entries)
    entries.sort(key=lambda d: (d.sentence, d.trigger.first))
    _inherit(entries, drafter)
    _send_delegations(entries, drafter)
    return entries


def _open_for_its_date(draft: Draft, entries: list[Draft]) -> None:
    """ "The visit had been expected in June": told of another time, it is an entry of its own."""
    told = next((e for e in reversed(entries[-_MEMORY:]) if e.kind == draft.kind and e.when), None)
    if (
        told
        and draft.when
        and not draft.loose_date
        and (draft.status != "held" or draft.background)
        and set(draft.sides) <= set(told.sides)
    ):
        draft.sides, draft.definite = list(told.sides), False
        entries.append(draft)


def _same_event(draft: Draft, entries: Sequence[Draft]) -> Draft | None:
    if draft.definite:
        fitting = [
            e
            for e in entries[-_MEMORY:]
            if _kinds_agree(draft, e) and set(draft.sides) <= set(e.sides) and _dates_agree(draft, e)
        ]
        return fitting[-1] if fitting else None
    for entry in reversed(entries[-_MEMORY:]):
        if (
            _kinds_agree(draft, entry)
            and _borders_agree(draft, entry)
            and _status_agrees(draft, entry)
            and _sides_agree(draft, entry)
            and _dates_agree(draft, entry)
            and _places_agree(draft, entry)
            and _people_agree(draft, entry)
        ):
            return entry
    return None


def _kinds_agree(one: Draft, other: Draft) -> bool:
    """Whether the kinds are one, or one telling leaves open how they spoke: "discussed with", then "in a call"."""
    return one.kind == other.kind or (
        {one.kind, other.kind} == {"meeting", "call"} and (one.vague or other.vague)
    )


def _borders_agree(one: Draft, other: Draft) -> bool:
    if one.background == other.background:
        return True
    return bool(one.when and other.when and one.when.exact and one.when.edtf == other.when.edtf)


def _status_agrees(one: Draft, other: Draft) -> bool:
    if {one.status, other.status} == {"cancelled", "denied"}:  # "was called off", "will not take place"
        return bool(one.who & other.who)
    if {one.status, other.status} == {"held", "planned"} and not one.when:
        # "came to meet officials. ... He met Bogdanov": what he came for, told again as done
        return (one if one.status == "planned" else other).purpose
    return one.status == other.status


def _sides_agree(one: Draft, other: Draft) -> bool:
    a, b = set(one.sides), set(other.sides)
    return a <= b or b <= a


def _people_agree(one: Draft, other: Draft) -> bool:
    """A side told by two different people speaks of two meetings, unless one of them says nobody."""
    for side in set(one.sides) & set(other.sides):
        a = {p.who for p in one.people if p.side == side}
        b = {p.who for p in other.people if p.side == side}
        if a and b and not a & b:
            return False
    return True


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.when is None or other.when is None:
        return True
    if (one.loose_date or other.loose_date) and one.who & other.who:
        return (
            one.when.earliest - other.when.latest <= _NEAR and other.when.earliest - one.when.latest <= _NEAR
        )
    return one.when.earliest <= other.when.latest and other.when.earliest <= one.when.latest


def _places_agree(one: Draft, other: Draft) -> bool:
    if one.place is None or other.place is None:
        return True
    if one.place.country != other.place.country:
        return False
    return None in (one.place.name, other.place.name) or one.place.name == other.place.name


def _merge(entry: Draft, more: Draft) -> None:
    """Add to an entry what another telling of it says."""
    if (
        "held" in (entry.status, more.status)
        and "planned" in (entry.status, more.status)
        and not more.definite
    ):
        entry.status = "held"
    entry.told_in |= more.told_in
    if entry.vague and not more.vague:
        entry.kind, entry.vague = more.kind, False
    known = entry.who
    entry.people += [person for person in more.people if person.who not in known]
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
    if more.place and (entry.place is None or (entry.place.name is None and more.place.name)):
        entry.place = more.place
    for name, others in (("visitors", entry.hosts), ("hosts", entry.visitors), ("mediators", [])):
        added = [side for side in getattr(more, name) if side not in others]  # nobody visits himself
        setattr(entry, name, list(dict.fromkeys([*getattr(entry, name), *added])))
    entry.evidence += more.evidence


def _mends_status(more: Draft) -> bool:
    """Whether "the meeting", told again, says that it is to come or was called off; not what was so before."""
    return (
        more.definite and more.status in ("planned", "cancelled") and not more.people and not more.background
    )


def _firmer(one: Draft, other: Draft) -> bool:
    assert one.when
    assert other.when
    if one.loose_date != other.loose_date and one.when.exact >= other.when.exact:
        return other.loose_date
    return one.when.latest - one.when.earliest < other.when.latest - other.when.earliest


def _inherit(entries: Sequence[Draft], drafter: Drafter) -> None:
    """Dates and places that the article gives once, for the news told in several entries."""
    for entry in entries:
        if entry.place is None or entry.place.name is None:
            _inherit_place(entry, entries, drafter)
        _inherit_people(entry, entries)
        if entry.when is None:
            _inherit_date(entry, entries, drafter)


def _around(entry: Draft, entries: Sequence[Draft]) -> Sequence[Draft]:
    at = entries.index(entry) if len(entries) > _MEMORY else 0
    return entries[max(0, at - _MEMORY) : at + _MEMORY]


def _inherit_place(entry: Draft, entries: Sequence[Draft], drafter: Drafter) -> None:
    for other in _around(entry, entries):
        if other is not entry and other.place and other.place.name and _trip(entry, other):
            entry.place = other.place
            entry.evidence += [e for e in other.evidence if e.field == "place"][:1]
            return
    headline = drafter.circumstances.headline
    lead = not entry.background and entry.sentence <= _LEAD and entry.kind in ("meeting", "visit")
    if headline and lead and (entry.place is None or entry.place.country == headline.place.country):
        first, last = headline.first, headline.last
        entry.place = headline.place
        entry.evidence.append(
            shown(
                "place", first, last, tokens=drafter.tokens, document=drafter.document, derivation="headline"
            )
        )
        return
    dateline = drafter.circumstances.dateline
    if not dateline or entry.background or entry.status != "held" or entry.kind in ("call", "message"):
        return
    place, (start, end) = dateline
    if entry.place and entry.place.country != place.country:
        return
    if drafter.lexicon.side_of_country(place.country) in entry.sides:
        entry.place = place
        entry.evidence.append(Evidence("place", start, end, drafter.document.text[start:end], "dateline"))


def _inherit_people(entry: Draft, entries: Sequence[Draft]) -> None:
    """The travellers of a visit are those who met there, and the reverse, where one names nobody."""
    for side in entry.visitors if entry.kind == "visit" else entry.sides:
        if any(p.side == side for p in entry.people):
            continue
        for other in _around(entry, entries):
            if (
                other is not entry
                and {entry.kind, other.kind} == {"meeting", "visit"}
                and _trip(entry, other)
            ):
                entry.people += [p for p in other.people if p.side == side and p.who not in entry.who]


def _inherit_date(entry: Draft, entries: Sequence[Draft], drafter: Drafter) -> None:
    for other in _around(entry, entries):
        if other is not entry and other.when and _trip(entry, other) and entry.status == other.status:
            entry.when = other.when
            entry.evidence += [
                Evidence(e.field, e.start, e.end, e.quote, "the day of the trip told beside it")
                for e in other.evidence
                if e.field == "date"
            ][:1]
            entry.doubts.append("borrowed_day")
            return
    if entry.status != "held" or entry.background:
        return
    if drafter.circumstances.report_day and entry.kind != "message":
        drafter.circumstances.date_by_report(entry)
    elif drafter.language.news_days:
        drafter.circumstances.date_by_news(entry)


def _trip(one: Draft, other: Draft) -> bool:
    """Whether two entries are of one trip: the same sides, on the same side of the news border."""
    return (
        one.background == other.background
        and len(set(one.sides) & set(other.sides)) >= 2
        and {one.kind, other.kind} <= {"meeting", "visit"}
        and _places_agree(one, other)
        and abs(one.sentence - other.sentence) <= 4
        and _days_near(one, other)
        and _one_occasion(one, other)
    )


def _one_occasion(one: Draft, other: Draft) -> bool:
    """Of what is only recalled, one day or person in common; else "he had met Hamas" is of no trip told beside it."""
    if not one.background or (one.when and other.when):
        return True
    return not one.people or not other.people or bool(one.who & other.who)


def _days_near(one: Draft, other: Draft) -> bool:
    """Whether the days of two entries, where both are known, may be those of one trip."""
    if one.when is None or other.when is None:
        return True
    return (
        one.when.earliest - other.when.latest <= _JOURNEY
        and other.when.earliest - one.when.latest <= _JOURNEY
    )


def _send_delegations(entries: Sequence[Draft], drafter: Drafter) -> None:
    """The members of a delegation that is listed once took part in all its news."""
    for side, members in drafter.company.delegations.items():
        listed = {person.who for person in members}
        for entry in entries:
            named = {person.who for person in entry.people if person.side == side}
            if entry.background or side not in entry.sides or entry.kind not in ("meeting", "visit"):
                continue
            for person in members if named <= listed else ():
                if person.who not in entry.who:
                    drafter.company.add_person(entry, person)
