"""What reading again would change, in words: one plain structure for the page and the command line."""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import Article
from articles.preview import Change, Foreseen, differing
from timeline.date_words import date_in_words
from timeline.merge import MergedContact
from timeline.models import Actor, Contact, Kind, Review, Status
from timeline.wording import contact_title, place_in_words

#: changes and articles that are listed; the numbers say how many there are
LISTED = 300
_LABELS = {
    "kind": "What",
    "status": "Status",
    "date": "When",
    "place": "Where",
    "sides": "Sides",
    "people": "Who",
    "articles": "Articles",
    "origins": "Independent origins",
}


def in_words(foreseen: Foreseen) -> dict[str, Any]:
    """The changes as plain data: ``sentence``, ``numbers``, ``changes`` and ``unreadable``."""
    numbers = _numbers(foreseen)
    listed = foreseen.changes[:LISTED]
    contacts = _contacts(listed)
    names = _names(listed, foreseen.new_names)
    titles = dict(Article.objects.filter(pk__in=[pk for pk, _ in foreseen.unreadable]).in_bulk())
    return {
        "sentence": _sentence(numbers),
        "numbers": numbers,
        "changes": [_change(change, contacts, names) for change in listed],
        "unreadable": [
            {"article": str(titles.get(pk, "")), "reason": reason}
            for pk, reason in foreseen.unreadable[:LISTED]
        ],
    }


def _numbers(foreseen: Foreseen) -> dict[str, int]:
    sorts = [_sort(change) for change in foreseen.changes]
    return {
        "articles": foreseen.articles,
        "otherwise": len(foreseen.otherwise),
        "unreadable": len(foreseen.unreadable),
        "contacts": foreseen.contacts,
        **{sort: sorts.count(sort) for sort in ("new", "changed", "joined", "gone")},
    }


def _sort(change: Change) -> str:
    if not change.before:
        return "new"
    if not change.after:
        return "gone"
    return "joined" if change.joined else "changed"


def _sentence(numbers: Mapping[str, int]) -> str:
    read = f"{_counted(numbers['articles'], 'article')} read on trial"
    if not numbers["otherwise"]:
        return f"{read}: nothing would change."
    sorts = ", ".join(f"{numbers[sort]:,} {words}" for sort, words in _SORTS.items() if numbers[sort])
    return f"{read}: {numbers['otherwise']:,} would say something else. {_of_contacts(numbers['contacts'], sorts)}"


def _of_contacts(contacts: int, sorts: str) -> str:
    return f"Of {_counted(contacts, 'contact')}: {sorts}." if sorts else "No contact would change."


_SORTS = {"new": "new beside them", "changed": "changed", "joined": "joined by others", "gone": "gone"}


def _counted(number: int, singular: str) -> str:
    return f"{number:,} {singular}{'' if number == 1 else 's'}"


def _contacts(changes: Iterable[Change]) -> dict[int, Contact]:
    wanted = {pk for change in changes for pk in (change.contact, *change.joined) if pk}
    return {row.pk: row for row in Contact.objects.for_timeline().filter(pk__in=wanted)}


def _names(changes: Iterable[Change], new_names: Mapping[str, str]) -> dict[str, str]:
    facts = [fact for change in changes for fact in (change.before, change.after) if fact]
    keys = {person.key for fact in facts for person in fact.people}
    return {**new_names, **dict(Actor.objects.filter(key__in=keys).order_by().values_list("key", "name"))}


def _change(change: Change, contacts: Mapping[int, Contact], names: Mapping[str, str]) -> dict[str, Any]:
    row = contacts.get(change.contact or 0)
    fact = change.after or change.before
    assert fact
    return {
        "sort": _sort(change),
        "contact": row.public_id if row else None,
        "title": contact_title(row) if row else _described(fact, names),
        "when": date_in_words(fact.date_edtf, fact.earliest, fact.latest),
        "reviewed": Review(row.review).label.lower() if row and row.review != Review.UNREVIEWED else "",
        "fields": _fields(change, names),
        "joined": [
            {"contact": other.public_id, "title": contact_title(other)}
            for pk in change.joined
            if (other := contacts.get(pk))
        ],
    }


def _fields(change: Change, names: Mapping[str, str]) -> list[dict[str, str]]:
    if not (change.before and change.after):
        return []
    before, after = _values(change.before, names), _values(change.after, names)
    return [
        {"name": name, "label": _LABELS[name], "before": before[name], "after": after[name]}
        for name in differing(change.before, change.after)
    ]


def _values(fact: MergedContact, names: Mapping[str, str]) -> dict[str, str]:
    """Each field as it is shown; a dash where nothing is said."""
    values = {
        "kind": str(Kind(fact.kind).label),
        "status": str(Status(fact.status).label),
        "date": date_in_words(fact.date_edtf, fact.earliest, fact.latest),
        "place": place_in_words(fact),
        "sides": ", ".join(fact.sides),
        "people": ", ".join(names.get(person.key, person.key) for person in fact.people),
        "articles": str(fact.article_count),
        "origins": str(fact.origin_count),
    }
    return {name: value or "–" for name, value in values.items()}


def _described(fact: MergedContact, names: Mapping[str, str]) -> str:
    """A contact that has no row yet: "Meeting of Hamas and Russia: Abu Marzouk, Bogdanov"."""
    sides = (
        " and ".join(fact.sides)
        if len(fact.sides) < 3
        else f"{', '.join(fact.sides[:-1])} and {fact.sides[-1]}"
    )
    people = ", ".join(names.get(person.key, person.key) for person in fact.people)
    told = f"{Kind(fact.kind).label} of {sides}"
    return f"{told}: {people}" if people else told
