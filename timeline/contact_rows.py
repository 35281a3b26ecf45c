"""Writes contacts as merging found them: rows made and changed, old public identifiers redirected."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone

from timeline.contact_names import Names
from timeline.merge import MergedContact, Origin, Person, Telling, merged
from timeline.models import Contact, ContactRedirect, Participation
from timeline.review.rulings import Ruling
from timeline.review.standing import Standing, ruled

BATCH = 400
#: contacts asked for in one query; databases limit the number of parameters
CHUNK = 1000
#: digits of an article's hash by which a contact's origins name it
HASH = 16
_FIELDS = (
    "public_id",
    "kind",
    "status",
    "date_edtf",
    "earliest",
    "latest",
    "place",
    "country",
    "topics",
    "confidence",
    "article_count",
    "origin_count",
    "origins",
    "conflicts",
    "search_text",
)
_OF_REVIEW = ("review", "corrected", "changed_since", "by_hand")


@dataclass
class Group:
    """The mentions of one contact, how many of them belonged to which contact until now, and what people ruled."""

    tellings: Sequence[Telling]
    homes: Counter[int]
    rulings: Sequence[Ruling] = ()


def write_contacts(groups: Sequence[Group], contacts: Iterable[int]) -> list[Contact]:
    """A row for each group, in their order: one of ``contacts`` where that is possible, else a new one.

    The public identifier of a contact that is no more leads to where most of its mentions went. Rows of
    ``contacts`` that are not returned are empty: remove them once their mentions point elsewhere.
    """
    old = Contact.objects.in_bulk(list(contacts))
    public_ids = {pk: contact.public_id for pk, contact in old.items()}
    ruled_facts = [ruled_fact(group) for group in groups]
    facts = [fact for fact, _ in ruled_facts]
    names = Names(facts)
    kept = rows_to_keep(groups, facts, public_ids)
    rows = [old[kept[n]] if n in kept else Contact() for n in range(len(groups))]
    made = {n for n, row in enumerate(rows) if row.pk is None}
    _write_fields(rows, [_values(fact, standing, names) for fact, standing in ruled_facts])
    for start in range(0, len(rows), CHUNK):
        part = slice(start, start + CHUNK)
        there = [row for n, row in enumerate(rows[part], start) if n not in made]
        _write_sides(rows[part], facts[part], names, there)
        _write_people(rows[part], facts[part], names, there)
    _redirect(groups, rows, public_ids)
    return rows


def ruled_fact(group: Group) -> tuple[MergedContact, Standing]:
    """What the mentions say, as people corrected and reviewed it."""
    return ruled(merged(group.tellings), [telling.key for telling in group.tellings], group.rulings)


def rows_to_keep(
    groups: Sequence[Group], facts: Sequence[MergedContact], public_ids: Mapping[int, str]
) -> dict[int, int]:
    """For each group the contact whose row it keeps: that of its public identifier, else of most mentions."""
    row_of = {public_id: pk for pk, public_id in public_ids.items()}
    kept = {n: row_of[fact.public_id] for n, fact in enumerate(facts) if fact.public_id in row_of}
    taken = set(kept.values())
    wishes = [(-count, n, pk) for n, group in enumerate(groups) for pk, count in group.homes.items()]
    for _, n, pk in sorted(wishes):
        if n not in kept and pk not in taken and pk in public_ids:
            kept[n] = pk
            taken.add(pk)
    return kept


def _values(fact: MergedContact, standing: Standing, names: Names) -> dict[str, Any]:
    values = {field: getattr(fact, field) for field in _FIELDS if field != "search_text"}
    return {
        **values,
        "topics": list(fact.topics),
        "origins": [_origin(origin) for origin in fact.origins],
        "conflicts": list(fact.conflicts),
        "search_text": names.search_text(fact),
        "review": standing.review,
        "corrected": list(standing.corrected),
        "changed_since": list(standing.changed_since),
        "by_hand": standing.by_hand,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "name": origin.name,
        "via": list(origin.via),
        "articles": [article[:HASH] for article in origin.articles],
        "copies": origin.copies,
    }


def _write_fields(rows: Sequence[Contact], values: Sequence[Mapping[str, Any]]) -> None:
    """Write new rows and those whose fields changed."""
    now = timezone.now()
    new: list[Contact] = []
    changed: list[Contact] = []
    renamed: list[int] = []
    public_ids: list[str] = []
    for row, fields in zip(rows, values, strict=True):
        if row.public_id != fields["public_id"]:
            public_ids.append(fields["public_id"])
        if row.pk is None:
            new.append(row)
        elif any(getattr(row, field) != value for field, value in fields.items()):
            changed.append(row)
            renamed += [row.pk] if row.public_id != fields["public_id"] else []
        for field, value in fields.items():
            setattr(row, field, value)
        row.changed_at = now
    # Two rows may change names with each other: the old ones are given up before the new ones are written.
    if renamed:
        Contact.objects.filter(pk__in=renamed).update(public_id=models.F("pk"))
    for start in range(0, len(public_ids), CHUNK):
        ContactRedirect.objects.filter(old_public_id__in=public_ids[start : start + CHUNK]).delete()
    Contact.objects.bulk_create(new, batch_size=BATCH)
    for row in changed:
        row.save(update_fields=[*_FIELDS, *_OF_REVIEW, "changed_at"])


def _write_sides(
    rows: Sequence[Contact], facts: Sequence[MergedContact], names: Names, there: Sequence[Contact]
) -> None:
    """Write the sides of contacts; those that are not among ``there`` are new and have none yet."""
    through = Contact.sides.through
    wanted = {
        (row.pk, names.sides[side]) for row, fact in zip(rows, facts, strict=True) for side in fact.sides
    }
    present = {
        (contact, side): pk
        for pk, contact, side in through.objects.filter(contact__in=there).values_list(
            "pk", "contact_id", "side_id"
        )
    }
    if stale := [pk for pair, pk in present.items() if pair not in wanted]:
        through.objects.filter(pk__in=stale).delete()
    new = sorted(wanted - present.keys())
    through.objects.bulk_create([through(contact_id=c, side_id=s) for c, s in new], batch_size=BATCH)


def _write_people(
    rows: Sequence[Contact], facts: Sequence[MergedContact], names: Names, there: Sequence[Contact]
) -> None:
    """Write the participations of contacts anew where they differ; their order is that of the people."""
    columns = ("actor_id", "side_id", "role", "title", "earliest")
    present: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    former = Participation.objects.filter(contact__in=there).order_by("pk")
    for contact, *values in former.values_list("contact_id", *columns):
        present[contact].append(tuple(values))
    stale: list[int] = []
    new: list[Participation] = []
    for row, fact in zip(rows, facts, strict=True):
        # Of two names of one actor, whom a person put in before they were merged, the first stands.
        wanted = list(
            {
                actor: (
                    actor,
                    names.sides.get(person.side or ""),
                    person.role,
                    person.title[:250],
                    fact.earliest,
                )
                for person in reversed(fact.people)
                if (actor := names.actors.get(person.key))
            }.values()
        )[::-1]
        if wanted != present.get(row.pk, []):
            stale += [row.pk] if row.pk in present else []
            new += [
                Participation(contact=row, **dict(zip(columns, values, strict=True))) for values in wanted
            ]
    if stale:
        Participation.objects.filter(contact__in=stale).delete()
    Participation.objects.bulk_create(new, batch_size=BATCH)


@dataclass(frozen=True)
class _Words:
    """A contact's row as it is looked for by name."""

    place: str
    topics: Sequence[str]
    sides: Sequence[str]
    people: Sequence[Person]


def refresh_search_text(contacts: models.QuerySet[Contact]) -> None:
    """Let contacts be found by the names that their people and sides have now."""
    rows = list(contacts.only("pk", "place", "topics", "search_text").prefetch_related("sides"))
    for start in range(0, len(rows), CHUNK):
        part = rows[start : start + CHUNK]
        people: dict[int, list[Person]] = defaultdict(list)
        named = Participation.objects.filter(contact__in=part).order_by("pk")
        for contact, key in named.values_list("contact_id", "actor__key"):
            people[contact].append(Person(key))
        facts = [
            _Words(row.place, row.topics, sorted(side.name for side in row.sides.all()), people[row.pk])
            for row in part
        ]
        names = Names(facts)
        stale = []
        for row, words in zip(part, facts, strict=True):
            if (text := names.search_text(words)) != row.search_text:
                row.search_text = text
                stale.append(row)
        Contact.objects.bulk_update(stale, ["search_text"], batch_size=BATCH)


def _redirect(groups: Sequence[Group], rows: Sequence[Contact], public_ids: Mapping[int, str]) -> None:
    """Lead each public identifier that is no longer in use to the contact that has most of its mentions."""
    heirs: dict[int, tuple[int, Contact]] = {}
    for group, row in zip(groups, rows, strict=True):
        for contact, count in group.homes.items():
            if contact not in heirs or count > heirs[contact][0]:
                heirs[contact] = count, row
    in_use = {row.public_id for row in rows}
    staying = {row.pk for row in rows}
    for contact, (_, heir) in heirs.items():
        if contact not in staying:
            ContactRedirect.objects.filter(contact=contact).update(contact=heir)
    ContactRedirect.objects.bulk_create(
        [
            ContactRedirect(old_public_id=public_ids[contact], contact=heir)
            for contact, (_, heir) in heirs.items()
            if contact in public_ids and public_ids[contact] not in in_use
        ],
        batch_size=BATCH,
    )
