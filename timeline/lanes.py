"""The lanes that contacts are drawn in, and how marks that would cover one another are moved apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Literal, get_args

from django.db.models import Count, Exists, OuterRef, Q

from timeline.models import Contact, Kind, Participation
from timeline.person_names import short_name
from timeline.querysets import ContactQuerySet

Lanes = Literal["actor", "side", "kind", "place", "none"]
LANES: tuple[Lanes, ...] = get_args(Lanes)
#: more lanes than this are gathered in one, "others"
MAX_LANES = 10
OTHERS, NOBODY = "others", "nobody"


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the chart: ``key`` is what contacts are sorted by, ``contacts`` how many there are."""

    key: int | str
    label: str
    contacts: int
    group: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the values of a lane stand: columns of the contact, and the same on a contact in memory."""

    key: str
    label: str
    group: str
    person: str
    of: Callable[[Contact], list[int | str]]
    nobody: str


_SOURCES: dict[str, _Source] = {
    "actor": _Source(
        "participations__actor_id",
        "participations__actor__name",
        "participations__actor__side__name",
        "participations__actor__kind",
        lambda contact: [person.actor_id for person in contact.participations.all()],
        "No one named",
    ),
    "side": _Source(
        "sides__pk",
        "sides__name",
        "",
        "",
        lambda contact: [side.pk for side in contact.sides.all()],
        "Sides not known",
    ),
    "kind": _Source("kind", "kind", "", "", lambda contact: [contact.kind], ""),
    "place": _Source(
        "place", "place", "", "", lambda contact: [contact.place] if contact.place else [], "Place not known"
    ),
}


def choose(contacts: ContactQuerySet, lanes: Lanes) -> list[Lane]:
    """The lanes with most contacts, those of one side together; then the others, then the unknown."""
    dated = contacts.exclude(earliest=None)
    if lanes == "none":
        return [Lane("", "", dated.count())]
    source = _SOURCES[lanes]
    columns = [c for c in dict.fromkeys((source.key, source.label, source.group, source.person)) if c]
    rows = (
        dated.order_by()
        .filter(_has_value(source))
        .values(*columns)
        .annotate(contacts=Count("pk"))
        .order_by("-contacts", source.label)
    )
    found = [
        Lane(
            row[source.key],
            str(row[source.label]),
            row["contacts"],
            group=row.get(source.group) or "",
            person=row.get(source.person) == "person",
        )
        for row in rows[: MAX_LANES + 1]
    ]
    top = _together(found[:MAX_LANES]) if lanes == "actor" else found[:MAX_LANES]
    return [*_named(top, lanes), *_rest(dated, lanes, top, more=len(found) > MAX_LANES)]


def column_of(lanes: Lanes) -> str:
    """The column of the contact that its lane is named by."""
    return _SOURCES[lanes].key


def others(contacts: ContactQuerySet, lanes: Lanes, named: Sequence[Lane]) -> ContactQuerySet:
    """The contacts with values, none of which has a lane of its own."""
    source = _SOURCES[lanes]
    return contacts.filter(_exists(source)).exclude(_exists(source, [lane.key for lane in named]))


def nobody(contacts: ContactQuerySet, lanes: Lanes) -> ContactQuerySet:
    """The contacts without a value."""
    return contacts.exclude(_exists(_SOURCES[lanes]))


def lanes_of(contact: Contact, lanes: Lanes, present: Iterable[int | str]) -> list[int | str]:
    """The lanes that a contact in memory stands in."""
    if lanes == "none":
        return [""]
    values = _SOURCES[lanes].of(contact)
    return [value for value in values if value in present] or [OTHERS if values else NOBODY]


def _has_value(source: _Source) -> Q:
    return Q(**{f"{source.key}__isnull": False}) & (~Q(place="") if source.key == "place" else Q())


def _exists(source: _Source, keys: Sequence[int | str] | None = None) -> Exists | Q:
    lookup = Q(**{f"{source.key}__in": keys}) if keys is not None else _has_value(source)
    if "__" not in source.key:
        return lookup
    through = Contact.sides.through if source.key.startswith("sides") else Participation
    column = "side" if source.key.startswith("sides") else "actor"
    rows = through._default_manager.filter(contact=OuterRef("pk"))
    return Exists(rows.filter(**{f"{column}__in": keys}) if keys is not None else rows)


def _rest(dated: ContactQuerySet, lanes: Lanes, top: Sequence[Lane], *, more: bool) -> list[Lane]:
    rest = []
    if more and (number := others(dated, lanes, top).count()):
        rest.append(Lane(OTHERS, "Others", number))
    if (label := _SOURCES[lanes].nobody) and (number := nobody(dated, lanes).count()):
        rest.append(Lane(NOBODY, label, number))
    return rest


def _together(lanes: Sequence[Lane]) -> list[Lane]:
    """Lanes of one side beside one another, the side with most contacts first."""
    weight: dict[str, int] = {}
    for lane in lanes:
        weight[lane.group] = weight.get(lane.group, 0) + lane.contacts
    return sorted(lanes, key=lambda lane: (not lane.group, -weight[lane.group], lane.group, -lane.contacts))


def _named(lanes: Sequence[Lane], kind: Lanes) -> list[Lane]:
    """With labels short enough for the margin: family names, unless two people share one."""
    if kind == "kind":
        by_kind = {lane.key: lane for lane in lanes}
        return [
            Lane(value, str(label), by_kind[value].contacts)
            for value, label in Kind.choices
            if value in by_kind
        ]
    if kind != "actor":
        return list(lanes)
    short = [short_name(lane.label) if lane.person else lane.label for lane in lanes]
    return [
        replace(lane, label=name if short.count(name) == 1 else lane.label)
        for lane, name in zip(lanes, short, strict=True)
    ]


def stack(spans: Sequence[tuple[date, date]], *, apart: float, levels: int) -> list[int]:
    """A level for each span (in order of first day), so that none covers another: 0, 1, -1, 2, -2 ...

    Spans nearer than ``apart`` days take different levels; when all ``levels`` are taken they go round.
    """
    taken: list[float] = []
    result = []
    for position, (first, last) in zip(count(), spans):
        start, end = float(first.toordinal()), float(last.toordinal()) + apart
        free = next((i for i, until in enumerate(taken) if until <= start), None)
        if free is None:
            free = len(taken) if len(taken) < levels else position % levels
            taken[free:] = [end, *taken[free + 1 :]]
        else:
            taken[free] = end
        result.append((free + 1) // 2 * (1 if free % 2 else -1))
    return result
