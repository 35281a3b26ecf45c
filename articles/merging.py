"""From mentions to contacts: which rows a change reaches, and what becomes of their contacts.

Call these inside the transaction that changed the mentions, after ``one_at_a_time``.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection

from articles.models import Mention
from articles.tellings import Tellings, between, hull
from timeline.contact_rows import BATCH, Group, write_contacts
from timeline.merge import Telling, affected, clusters
from timeline.models import Contact

#: any number; the same in every process
_LOCK = 0x6D65726765


def one_at_a_time() -> None:
    """Let no other transaction merge until this one ends. On SQLite every writing transaction does so."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def merge_around(
    before: Collection[Telling], articles: Iterable[int], *, contacts: Iterable[int] = ()
) -> None:
    """Merge anew whatever may change now that the articles' mentions are others than ``before``.

    ``contacts`` are those that the former mentions belonged to.
    """
    ids = list(articles)
    own = Tellings(Mention.objects.filter(article__in=ids))
    kinds = {telling.kind for telling in (*before, *own)}
    known: Tellings = own
    seeds: list[Telling] = [*before, *own]
    window = hull(seeds)
    reach = affected(seeds, known)
    while window:
        known = between(*window, kinds=kinds, articles=ids)
        own_rows = {telling.row for telling in own}
        seeds = [*before, *(telling for telling in known if telling.row in own_rows)]
        reach = affected(seeds, known)
        needed = hull([*seeds, *reach.context])
        if needed is None or (window[0] <= needed[0] and needed[1] <= window[1]):
            break
        window = min(window[0], needed[0]), max(window[1], needed[1])
    _regroup(clusters(reach.context), reach.tellings, known, {*contacts})


def merge_everything() -> None:
    """All contacts anew from all mentions."""
    known = Tellings(Mention.objects.all())
    _regroup(clusters(known), known, known, set(Contact.objects.values_list("pk", flat=True)))


def _regroup(
    groups: list[list[Telling]], changed: Iterable[Telling], known: Tellings, contacts: set[int]
) -> None:
    """Write the contacts of the changed mentions; the others stay in the contact that they are in."""
    moving = {telling.row for telling in changed}
    contact_of = known.contact_of
    touched = [group for group in groups if any(telling.row in moving for telling in group)]
    contacts |= {c for group in touched for telling in group if (c := contact_of[telling.row])}
    contacts |= {c for row in moving if (c := contact_of[row])}
    if len(moving) < len(known):
        members = Tellings(Mention.objects.filter(contact__in=contacts))
        contact_of = {**contact_of, **members.contact_of}
        touched = _with_those_who_stay(touched, moving, members)
    rows = write_contacts([Group(group, _homes(group, contact_of)) for group in touched], contacts)
    _move(touched, rows, contact_of)
    Contact.objects.filter(pk__in=contacts - {row.pk for row in rows}).delete()


def _move(
    groups: Sequence[list[Telling]], rows: Sequence[Contact], contact_of: Mapping[int, int | None]
) -> None:
    """Let the mentions of each group point to its contact."""
    moved = [
        Mention(pk=telling.row, contact=row)
        for group, row in zip(groups, rows, strict=True)
        for telling in group
        if contact_of[telling.row] != row.pk
    ]
    Mention.objects.bulk_update(moved, ["contact"], batch_size=BATCH)


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
