"""What the article says once for the news that it tells in several entries: day, place, delegation."""

from collections.abc import Sequence
from datetime import date, timedelta

from ..types import Evidence
from .agreement import on_one_trip, sentences_between
from .drafting import Drafter
from .drafts import Draft, shown

_LEAD = 6  # sentences of an article in which the news of its headline stands
_STAY = 3  # sentences from a journey to a meeting where it went
_JUST_NOW = timedelta(days=1)
_NEAR_BY = 4  # sentences between two entries that may share a day or town
_RECENT = timedelta(days=3)
_MEMORY = 60  # entries around one that may be of its trip: keeps hostile texts linear


def inherit(entries: Sequence[Draft], drafter: Drafter) -> None:
    """Dates and places that the article gives once, for the news told in several entries."""
    for entry in entries:
        if not (entry.elsewhere or entry.another) and (entry.place is None or entry.place.name is None):
            _inherit_place(entry, entries, drafter)
        _inherit_people(entry, entries)
        _share_delegation(entry, entries, articles=drafter.language.articles)
        if entry.when is None and not entry.another:
            _inherit_date(entry, entries, drafter)


def _around(entry: Draft, entries: Sequence[Draft]) -> Sequence[Draft]:
    at = entries.index(entry) if len(entries) > _MEMORY else 0
    return entries[max(0, at - _MEMORY) : at + _MEMORY]


def _inherit_place(entry: Draft, entries: Sequence[Draft], drafter: Drafter) -> None:
    for other in _around(entry, entries):
        near = _is_of_stay(entry, other) or not _is_told_far_from(entry, other)
        if drafter.language.articles and not near:
            continue
        to_come = other.kind == "visit" and other.status != "held"
        if drafter.language.order == "verb-first" and entry.status == "held" and to_come:
            continue  # "met him and invited him to Moscow": where a journey is yet to go
        if other is not entry and other.place and other.place.name and on_one_trip(entry, other):
            entry.place = other.place
            entry.evidence += [e for e in other.evidence if e.field == "place"][:1]
            return
    if beside := _where_else_seen(entry, entries):
        entry.place = beside.place
        entry.evidence += [e for e in beside.evidence if e.field == "place"][:1]
        return
    if drafter.language.order == "verb-first" and (stay := _where_he_was(entry, entries)):
        entry.place = stay.place
        entry.evidence += [e for e in stay.evidence if e.field == "place"][:1]
        return
    headline = drafter.circumstances.towns.headline
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
    town = drafter.circumstances.towns.only(entry.place.country) if entry.place else None
    if town and entry.kind in ("meeting", "visit") and entry.status == "held":
        entry.place = town.place
        entry.evidence.append(
            shown(
                "place",
                town.first,
                town.last,
                tokens=drafter.tokens,
                document=drafter.document,
                derivation="the town of it that is named",
            )
        )
        return
    dateline = drafter.circumstances.furniture.dateline
    if not dateline or entry.background or entry.status != "held" or entry.kind in ("call", "message"):
        return
    place, (start, end) = dateline
    if entry.place and entry.place.country != place.country:
        return
    if drafter.lexicon.side_of_country(place.country) in entry.sides:
        entry.place = place
        entry.evidence.append(Evidence("place", start, end, drafter.document.text[start:end], "dateline"))


def _where_else_seen(entry: Draft, entries: Sequence[Draft]) -> Draft | None:
    """ "met A in Damascus on Sunday. He also saw B": who met twice on one day met in one town, where one is told."""
    if not entry.when or not entry.when.exact or entry.kind != "meeting":
        return None
    seen = [
        other
        for other in _around(entry, entries)
        if other is not entry
        and other.kind in ("meeting", "visit")
        and other.status == entry.status
        and other.place
        and other.place.name
        and other.when
        and other.when.edtf == entry.when.edtf
        and (entry.who & other.who or len(set(entry.sides) & set(other.sides)) > 1)
    ]
    towns = {other.place for other in seen if other.place}
    if len(towns) != 1 or (entry.place and entry.place.country != next(iter(towns)).country):
        return None
    return seen[0]


def _where_he_was(entry: Draft, entries: Sequence[Draft]) -> Draft | None:
    """ "flew to Damascus on Saturday. In the evening he sat with A": who has just come somewhere met people there."""
    if entry.kind != "meeting" or entry.status != "held" or entry.background or entry.place:
        return None
    came = [
        other
        for other in _around(entry, entries)
        if other.kind == "visit"
        and other.status == "held"
        and not other.background
        and 0 <= entry.sentence - other.sentence <= _STAY
        and other.place
        and other.place.name
        and any(p.who in entry.who and p.side in other.visitors for p in other.people)
        and (not entry.when or not other.when or entry.when.edtf == other.when.edtf)
    ]
    return came[-1] if len({other.place for other in came}) == 1 else None


def _inherit_people(entry: Draft, entries: Sequence[Draft]) -> None:
    """The travellers of a visit are those who met there, and the reverse, where one names nobody."""
    for side in entry.visitors if entry.kind == "visit" else entry.sides:
        if entry.status == "denied" or any(p.side == side for p in entry.people):
            continue
        for other in _around(entry, entries):
            if (
                other is not entry
                and {entry.kind, other.kind} == {"meeting", "visit"}
                and on_one_trip(entry, other)
            ):
                entry.people += [p for p in other.people if p.side == side and p.who not in entry.who]


def _share_delegation(entry: Draft, entries: Sequence[Draft], *, articles: bool) -> None:
    """Who met there had travelled there: the meeting of a trip may name more of the travellers than the visit."""
    for other in _around(entry, entries) if entry.kind == "visit" else ():
        if other is entry or other.kind != "meeting" or not on_one_trip(entry, other):
            continue
        for side in entry.visitors:
            travelled = {p.who for p in entry.people if p.side == side}
            met = {p.who for p in other.people if p.side == side}
            apart = articles and not travelled & met and entry.status == other.status
            if travelled and (travelled < met or apart):
                entry.people += [p for p in other.people if p.side == side and p.who not in entry.who]


def _is_of_stay(entry: Draft, other: Draft) -> bool:
    """ "On Sunday he also met B": of a stay that is told again near by, and of no day more than one from it."""
    if entry.when is None or not entry.when.exact or sentences_between(entry, other) > _NEAR_BY:
        return False
    days = other.when.earliest - entry.when.earliest if other.when and other.when.exact else timedelta(0)
    return abs(days) <= _JUST_NOW


def _is_told_far_from(entry: Draft, other: Draft) -> bool:
    """Whether other sentences stand between two entries: where newsrooms tell the past below the news."""
    return abs(entry.sentence - other.sentence) > _NEAR_BY


def _of_others(entry: Draft, other: Draft) -> bool:
    """ "X received A in March. With B he has met time and again": recalled of others, the day is not theirs."""
    met, told = entry.who, other.who
    return entry.background and bool(met and told) and not (met <= told or told <= met)


def _inherit_date(entry: Draft, entries: Sequence[Draft], drafter: Drafter) -> None:
    trip = [e for e in _around(entry, entries) if e is not entry and e.when and on_one_trip(entry, e)]
    if drafter.language.articles:
        trip = [e for e in trip if not (_of_others(entry, e) or _is_told_far_from(entry, e))]
    for other in [e for e in trip if e.status == entry.status] + trip:
        if other.status == entry.status or _is_on_now(entry, other, drafter):
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
    if drafter.circumstances.furniture.report_day and entry.kind != "message":
        drafter.circumstances.date_by_report(entry)
    else:
        drafter.circumstances.date_by_news(entry)


def _is_on_now(entry: Draft, journey: Draft, drafter: Drafter) -> bool:
    """ "Лавров прилетел во вторник, его примет президент": what is to come on a journey that has just begun."""
    when, published = journey.when, drafter.document.published
    came = journey.kind == "visit" and journey.status == "held" and not journey.background
    ahead = entry.kind == "meeting" and entry.status == "planned" and not entry.background
    fresh = bool(when and when.exact and published and timedelta(0) <= published - when.latest <= _JUST_NOW)
    return drafter.language.cases and came and ahead and fresh


def send_delegations(entries: Sequence[Draft], drafter: Drafter) -> None:
    """The members of a delegation that is listed once took part in all its news."""
    for side, delegation in drafter.company.delegations.items():
        members = delegation.members
        for entry in entries:
            named = {person.who for person in entry.people if person.side == side}
            if side not in entry.sides or entry.kind not in ("meeting", "visit") or entry.status == "denied":
                continue
            said = drafter.language.order == "verb-first" and side in entry.as_group  # "كما التقى الوفد B"
            if not (delegation.met(entry) or said):
                continue
            if entry.background and not _of_these_days(entry, drafter.document.published):
                continue
            if drafter.language.plain and named and side not in entry.as_group:
                continue
            if drafter.language.order == "verb-first" and entry.kind == "visit" and side in entry.hosts:
                continue  # who received them did not travel
            for person in members.values() if named <= members.keys() else ():
                if person.who not in entry.who:
                    drafter.company.add_person(entry, person)


def leave_hosts_at_home(entries: Sequence[Draft], drafter: Drafter) -> None:
    """Of a visit only who travelled is named: who received the guests took part in what was held with them."""
    for entry in entries:
        at_home = set(entry.hosts) - set(entry.visitors) if entry.kind == "visit" else set()
        if drafter.language.order == "verb-first" and entry.kind == "visit" and entry.place:
            host = drafter.lexicon.side_of_country(entry.place.country)
            at_home |= {host} if host in entry.sides and len(entry.sides) > 1 else set()
        names = {person.name for person in entry.people if person.side in at_home}
        if names:
            entry.people = [person for person in entry.people if person.side not in at_home]
            entry.evidence = [e for e in entry.evidence if e.field != "participant" or e.of not in names]


def _of_these_days(entry: Draft, published: date | None) -> bool:
    """ "The delegation had met him on Monday": recalled, but of the trip that the news is about."""
    when = entry.when
    return bool(when and when.exact and published and timedelta(0) <= published - when.latest <= _RECENT)
