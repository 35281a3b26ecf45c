"""What the page shows, said in a sentence whose numbers agree with the chart and the table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q

from timeline.facets import value_label
from timeline.filters import ContactFilter
from timeline.models import Status
from timeline.querysets import ContactQuerySet


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the filter in words, and the address without it."""

    name: str
    words: str
    query: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of the contacts found, and the sentences that say them."""

    contacts: int
    undated: int
    headline: str
    detail: str


def summarise(contact_filter: ContactFilter, contacts: ContactQuerySet) -> Summary:
    """Count the contacts found and say it in words: two queries."""
    numbers = contacts.order_by().aggregate(
        contacts=Count("pk"),
        undated=Count("pk", filter=Q(earliest=None)),
        first=Min("earliest"),
        last=Max("latest"),
        supported=Count("pk", filter=Q(origin_count__gte=2)),
        **{status.value: Count("pk", filter=Q(status=status)) for status in Status},
    )
    articles = contacts.order_by().aggregate(articles=Count("mentions__article", distinct=True))["articles"]
    return Summary(
        contacts=numbers["contacts"],
        undated=numbers["undated"],
        headline=_headline(contact_filter, numbers),
        detail=_detail(numbers, articles),
    )


def counted(number: int, singular: str, plural: str = "") -> str:
    """``1 contact``, ``2,000 contacts``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def _headline(contact_filter: ContactFilter, numbers: dict[str, Any]) -> str:
    found = numbers["contacts"]
    parts = [counted(found, "contact") if found else "No contacts", *_who(contact_filter)]
    if places := contact_filter.active.get("place"):
        parts.append(f"in {_listed(places, 'or')}")
    words = " ".join(parts)
    dates = _dates(numbers["first"], numbers["last"])
    return f"{words}, {dates}" if dates else words


def _who(contact_filter: ContactFilter) -> list[str]:
    parts = []
    if contact_filter.values["side"]:
        parts.append(f"of {_words(contact_filter, 'side')}")
    if contact_filter.values["actor"]:
        parts.append(f"with {_words(contact_filter, 'actor')}")
    return parts


def _listed(words: list[str], joint: str) -> str:
    if len(words) > 4:
        words = [*words[:3], f"{len(words) - 3} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _dates(first: date | None, last: date | None) -> str:
    if not first or not last:
        return ""
    begin, end = f"{first:%b %Y}", f"{last:%b %Y}"
    return begin if begin == end else f"{begin} – {end}"


def _detail(numbers: dict[str, Any], articles: int) -> str:
    if not numbers["contacts"]:
        return ""
    statuses = [f"{numbers[status]:,} {status.label.lower()}" for status in Status if numbers[status]]
    sentence = f"{', '.join(statuses)}; from {counted(articles, 'article')}"
    supported = numbers["supported"]
    if supported:
        sentence += f", {supported:,} told by two or more independent sources"
    if numbers["undated"]:
        sentence += f"; {numbers['undated']:,} without a date"
    return sentence + "."


def conditions(contact_filter: ContactFilter, query: Any) -> list[Condition]:
    """Each condition of the filter in words, with the query string that drops it."""
    return [
        Condition(name, _words(contact_filter, name), _without(query, name)) for name in contact_filter.active
    ]


def _words(contact_filter: ContactFilter, name: str) -> str:
    """One condition as it stands in a sentence."""
    value, names = contact_filter.values[name], contact_filter.names(name)
    if name in _JOINTS:
        parameter, joints = _JOINTS[name]
        return _listed([names[key] for key in value], joints[contact_filter.values[parameter]])
    if isinstance(value, list):
        called = [value_label(name, names[key]) for key in value]
        before = _BEFORE.get(name)
        return f"{before} {_listed(called, 'or')}" if before else _listed(called, "or").lower()
    return _SINGLE[name](value)


#: parameters whose values must be met by any or by all, and the word between them
_JOINTS = {
    "actor": ("match", {"any": "or", "all": "and"}),
    "side": ("side_match", {"any": "or", "all": "and"}),
}
_BEFORE = {"place": "in", "language": "told in", "outlet": "told by"}
_SINGLE: dict[str, Callable[[Any], str]] = {
    "date_from": lambda day: f"from {day.day} {day:%b %Y}",
    "date_to": lambda day: f"until {day.day} {day:%b %Y}",
    "origins": lambda number: f"{counted(number, 'independent source')} or more",
    "q": lambda words: f"“{words}”",
}


def _without(query: Any, name: str) -> str:
    rest = query.copy()
    for dropped in (name, "page", "contact", *_COMPANIONS.get(name, ())):
        rest.pop(dropped, None)
    return rest.urlencode() or "all=1"


_COMPANIONS = {"actor": ("match",), "side": ("side_match",)}


def looser(contact_filter: ContactFilter, query: Any) -> list[tuple[Condition, int]]:
    """For a filter that finds nothing: each condition without which there are contacts, and how many."""
    found = []
    for condition in conditions(contact_filter, query):
        contacts = contact_filter.apply(contact_filter.queryset, without=condition.name).count()
        if contacts:
            found.append((condition, contacts))
    return sorted(found, key=lambda pair: -pair[1])
