"""From mentions to contacts: which rows a change reaches, and what becomes of their contacts.

Call these inside the transaction that changed the mentions, after ``one_at_a_time``.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from articles.models import Mention
from articles.tellings import Tellings, Window, between, hull, mentions_at
from timeline import contact_rows, merge, review
from timeline.contact_rows import Group, write_contacts
from timeline.merge import Affected, Telling, affected
from timeline.models import Contact, LoadedFile
from timeline.registry import FOLDER
from timeline.review.links import ruled_clusters
from timeline.review.rulings import Ruling, all_rulings, of_groups, rulings_on

#: any number; the same in every process
_LOCK = 0x6D65726765
#: what decides which contacts there are, and under which name it is noted what did so last
_RULES = [
    *sorted(Path(merge.__file__).parent.glob("*.py")),
    *sorted(Path(review.__file__).parent.glob("*.py")),
    Path(contact_rows.__file__),
    FOLDER / "groups.json",
]
_MERGED_BY = "merging"


def one_at_a_time() -> None:
    """Let no other transaction merge until this one ends. On SQLite every writing transaction does so."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def merge_around(before: Tellings, own: Tellings) -> None:
    """Merge anew whatever may change now that some articles say their ``own`` instead of what was ``before``."""
    reach, known, rulings = _ruled_reach(before, own)
    moving = {telling.row for telling in reach.tellings}
    groups = [
        group
        for group in ruled_clusters(reach.context, rulings)
        if any(telling.row in moving for telling in group)
    ]
    told_else = {contact for contact in before.contact_of.values() if contact}
    homes = {home for group in groups for home in _homes(group, known.contact_of)}
    members = Tellings(Mention.objects.filter(contact__in=told_else | homes))
    contact_of = {**known.contact_of, **members.contact_of}
    told_else |= {home for telling in own if (home := contact_of[telling.row])}
    groups = _with_those_who_stay(groups, moving, members)
    on_each = of_groups([[telling.key for telling in group] for group in groups], rulings)
    # Of a correction's mentions the contact with most has it: another may have lost it without any other change.
    ruled_on = {key for ruling in rulings for key in ruling.keys}
    told_else |= {
        home
        for group in groups
        if any(telling.key in ruled_on for telling in group)
        for home in _homes(group, contact_of)
    }
    same = _unchanged(groups, contact_of) - told_else
    changed = [
        Group(group, _homes(group, contact_of), on)
        for group, on in zip(groups, on_each, strict=True)
        if not same.issuperset(_homes(group, contact_of) or [0])
    ]
    _write(changed, (told_else | homes) - same, contact_of)


def _ruled_reach(before: Tellings, own: Tellings) -> tuple[Affected, Tellings, list[Ruling]]:
    """How far the change reaches, and the rulings of people within it.

    What people put together or apart may lie far from each other: a contact of which a mention that they
    ruled on is within reach is looked at whole, with all that the ruling was made on. That the mention itself
    cannot move is no matter: what joins it depends on what they ruled.
    """
    seeds, extra = [*before, *own], Tellings()
    while True:
        reach, known = _reach(seeds, own, extra)
        rulings = rulings_on(telling.key for telling in [*reach.context, *reach.tellings, *seeds])
        keys = {key for ruling in rulings for key in ruling.keys}
        if not keys:
            return reach, known, rulings
        moving = {telling.row for telling in reach.tellings}
        linked = Tellings(mentions_at(keys))
        contacts = {*linked.contact_of.values()} - {None}
        linked.take(Tellings(Mention.objects.filter(contact__in=contacts)))
        if moving.issuperset(linked.contact_of):
            return reach, known, rulings
        at_hand = {telling.row for telling in own}
        linked[:] = [telling for telling in linked if telling.row not in at_hand]
        extra.take(linked)
        seeds = [*before, *own, *extra]


def _reach(seeds: Sequence[Telling], own: Tellings, extra: Tellings) -> tuple[Affected, Tellings]:
    """Whose contact may change with these mentions, and all mentions of the days that had to be looked at."""
    kinds = {telling.kind for telling in seeds}
    known = Tellings()
    known.take(own)
    known.take(extra)
    window, loaded = hull(seeds), None
    while window:
        known.take(between(*window, kinds=kinds, known=loaded))
        reach = affected(seeds, known)
        needed = hull([*seeds, *reach.context]) or window
        if window[0] <= needed[0] and needed[1] <= window[1]:
            return reach, known
        window, loaded = _wider(window, needed), window
    return affected(seeds, known), known


def _wider(window: Window, needed: Window) -> Window:
    """Far enough for what is needed, and twice as long where it grows, so that a long chain takes few steps."""
    days = (window[1] - window[0]).days + 1
    first, last = window
    if needed[0] < first:
        first = min(needed[0], date.fromordinal(max(1, first.toordinal() - days)))
    if needed[1] > last:
        last = max(needed[1], date.fromordinal(min(date.max.toordinal(), last.toordinal() + days)))
    return first, last


def _unchanged(groups: Iterable[list[Telling]], contact_of: Mapping[int, int | None]) -> set[int]:
    """The contacts that have the very mentions of one of the groups."""
    sizes = Counter(contact_of.values())
    homes = [(group, _homes(group, contact_of)) for group in groups]
    return {
        home
        for group, counts in homes
        for home, count in counts.items()
        if count == len(group) == sizes[home]
    }


def merge_when_rules_changed() -> bool:
    """Merge everything if another version of the rules merged it last; whether that was so."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in _RULES)).hexdigest()
    with transaction.atomic():
        one_at_a_time()
        if LoadedFile.objects.filter(name=_MERGED_BY, sha256=digest).exists():
            return False
        merge_everything()
        LoadedFile.objects.update_or_create(name=_MERGED_BY, defaults={"sha256": digest})
    return True


def merge_everything() -> None:
    """All contacts anew from all mentions."""
    known, rulings = Tellings(Mention.objects.all()), all_rulings()
    groups = ruled_clusters(known, rulings)
    on_each = of_groups([[telling.key for telling in group] for group in groups], rulings)
    _write(
        [
            Group(group, _homes(group, known.contact_of), on)
            for group, on in zip(groups, on_each, strict=True)
        ],
        set(Contact.objects.values_list("pk", flat=True)),
        known.contact_of,
    )


def _write(groups: list[Group], contacts: set[int], contact_of: Mapping[int, int | None]) -> None:
    """Write the groups' contacts; those of ``contacts`` that have no mentions any more are removed."""
    rows = write_contacts(groups, contacts)
    _move([list(group.tellings) for group in groups], rows, contact_of)
    Contact.objects.filter(pk__in=contacts - {row.pk for row in rows}).delete()


def _move(
    groups: Sequence[list[Telling]], rows: Sequence[Contact], contact_of: Mapping[int, int | None]
) -> None:
    """Let the mentions of each group point to its contact."""
    for group, row in zip(groups, rows, strict=True):
        if moved := [telling.row for telling in group if contact_of[telling.row] != row.pk]:
            Mention.objects.filter(pk__in=moved).update(contact=row)


def _with_those_who_stay(
    groups: list[list[Telling]], moving: set[int], members: Tellings
) -> list[list[Telling]]:
    """The groups with all of the mentions that stay in a contact, and a group of them where nobody joins."""
    staying: dict[int, list[Telling]] = defaultdict(list)
    for telling in members:
        if telling.row not in moving and (contact := members.contact_of[telling.row]):
            staying[contact].append(telling)
    whole = []
    for group in groups:
        homes = {members.contact_of[telling.row] for telling in group if telling.row not in moving}
        stayers = [telling for home in homes if home for telling in staying.pop(home, [])]
        whole.append([*(telling for telling in group if telling.row in moving), *stayers])
    return [*whole, *staying.values()]


def _homes(group: Iterable[Telling], contact_of: Mapping[int, int | None]) -> Counter[int]:
    """How many of the mentions belonged to which contact."""
    return Counter(contact for telling in group if (contact := contact_of[telling.row]))
