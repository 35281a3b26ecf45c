"""What the page shows, said in a sentence whose numbers agree with the chart and the table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q

from timeline.facets import language_name
from timeline.filters import ContactFilter
from timeline.models import Actor, Kind, Side, Status
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
    """Count the contacts found and say it in words: two queries, and one each for chosen sides and actors."""
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
    values, names = contact_filter.values, chosen_names(contact_filter)
    parts = []
    if sides := values["side"]:
        joint = "and" if values["side_match"] == "all" else "or"
        parts.append(f"of {_listed([names[side] for side in sides], joint)}")
    if actors := values["actor"]:
        joint = "and" if values["match"] == "all" else "or"
        parts.append(f"with {_listed([names[actor] for actor in actors], joint)}")
    return parts


def chosen_names(contact_filter: ContactFilter) -> dict[str, str]:
    """Names of the chosen sides and actors by slug and key."""
    names: dict[str, str] = {}
    if sides := contact_filter.values["side"]:
        names |= dict(Side.objects.filter(slug__in=sides).values_list("slug", "name"))
    if actors := contact_filter.values["actor"]:
        names |= dict(Actor.objects.filter(key__in=actors).values_list("key", "name"))
    return names


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
    names = chosen_names(contact_filter)
    return [
        Condition(name, _words(contact_filter, name, value, names), _without(query, name))
        for name, value in contact_filter.active.items()
    ]


def _words(contact_filter: ContactFilter, name: str, value: Any, names: dict[str, str]) -> str:
    if name in {"actor", "side"}:
        match = contact_filter.values["match" if name == "actor" else "side_match"]
        return _listed([names[key] for key in value], "and" if match == "all" else "or")
    return _WORDS[name](value)


_WORDS: dict[str, Callable[[Any], str]] = {
    "kind": lambda kinds: _listed([Kind(kind).label.lower() for kind in kinds], "or"),
    "status": lambda statuses: _listed([Status(status).label.lower() for status in statuses], "or"),
    "place": lambda places: f"in {_listed(places, 'or')}",
    "date_from": lambda day: f"from {day.day} {day:%b %Y}",
    "date_to": lambda day: f"until {day.day} {day:%b %Y}",
    "origins": lambda number: f"{counted(number, 'independent source')} or more",
    "language": lambda codes: f"told in {_listed([language_name(code) for code in codes], 'or')}",
    "outlet": lambda keys: f"told by {_listed(keys, 'or')}",
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
