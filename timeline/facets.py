"""The choices of each filter with the number of contacts behind them, counted under all the other filters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import get_language_info

from timeline.filters import ContactFilter
from timeline.models import Kind, Review, Status
from timeline.querysets import ContactQuerySet

#: longer lists are cut: the search box finds the rest
MAX_CHOICES = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter. ``note`` tells alike labels apart."""

    value: str
    label: str
    count: int
    selected: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter as the reader sees it. ``match`` names the parameter that says any or all."""

    name: str
    label: str
    choices: list[Choice]
    match: str = ""
    match_value: str = ""
    left_off: int = 0

    @property
    def selected(self) -> int:
        """How many values are chosen."""
        return sum(choice.selected for choice in self.choices)

    @property
    def open(self) -> bool:
        """Whether the choices are shown at once: the first questions, and whatever is chosen."""
        return self.name in {"actor", "side", "kind", "status"} or self.selected > (self.name == "origins")

    @property
    def is_named(self) -> bool:
        """Whether values without contacts can be found by name."""
        return self.name in {"actor", "side"}

    @property
    def match_words(self) -> tuple[str, ...]:
        """The two ways to read several values, the usual one first."""
        return ("any", "all") if self.name == "actor" else ("all", "any")


def facets(contact_filter: ContactFilter, contacts: ContactQuerySet) -> list[Facet]:
    """Every filter with its choices: a query each."""
    return [
        _by_column(contact_filter, contacts, "actor", "Actors", match="match"),
        _by_column(contact_filter, contacts, "side", "Sides", match="side_match"),
        _by_column(contact_filter, contacts, "kind", "Kind"),
        _by_column(contact_filter, contacts, "status", "Status"),
        _by_column(contact_filter, contacts, "review", "Review"),
        _by_column(contact_filter, contacts, "place", "Place"),
        _by_origins(contact_filter, contacts),
        _by_column(contact_filter, contacts, "language", "Language of an article"),
        _by_column(contact_filter, contacts, "outlet", "Outlet"),
    ]


#: value, label, note, number of contacts
Counted = tuple[str, str, str, int]

#: value, label and note of each filter's choices, as columns of the contact
_COLUMNS = {
    "actor": ("actors__key", "actors__name", "actors__side__name"),
    "side": ("sides__slug", "sides__name", None),
    "kind": ("kind", None, None),
    "status": ("status", None, None),
    "review": ("review", None, None),
    "place": ("place", None, "country"),
    "language": ("mentions__article__language", None, None),
    "outlet": ("mentions__article__outlet__key", "mentions__article__outlet__name", None),
}
#: with few choices the list keeps the order of the model, so that it does not jump
_FIXED = {"kind": Kind, "status": Status, "review": Review}


def _by_column(
    contact_filter: ContactFilter, contacts: ContactQuerySet, name: str, label: str, *, match: str = ""
) -> Facet:
    chosen: list[str] = contact_filter.active.get(name, [])
    # Values that must all be met narrow one another: their counts say what is left if one is added.
    narrowing = bool(match) and contact_filter.values[match] == "all"
    others = contact_filter.apply(contacts, without=None if narrowing else name)
    rows = _count(others, name)
    if name in _FIXED:
        rows = _in_order(rows, _FIXED[name])
    kept = [row for position, row in enumerate(rows) if position < MAX_CHOICES or row[0] in chosen]
    present = {row[0] for row in kept}
    kept += _gone(contact_filter, name, [value for value in chosen if value not in present])
    return Facet(
        name=name,
        label=label,
        choices=[
            Choice(value=value, label=words, count=count, selected=value in chosen, note=note)
            for value, words, note, count in kept
        ],
        match=match if len(kept) > 1 else "",
        match_value=contact_filter.values[match] if match else "",
        left_off=len(rows) - len(present),
    )


def _count(contacts: ContactQuerySet, name: str) -> list[Counted]:
    """Values with most contacts first; FILTER, not EXCLUDE, which would repeat the join in a subquery."""
    value, label, note = _COLUMNS[name]
    columns = [column for column in (value, label, note) if column]
    rows = (
        contacts.order_by()
        .filter(**{f"{value}__isnull": False})
        .values(*columns)
        .annotate(contacts=Count("pk", distinct=value.startswith("mentions")))
        .order_by("-contacts", label or value)
    )
    return [
        (
            row[value],
            str(row[label]) if label else value_label(name, row[value]),
            (row[note] or "") if note else "",
            row["contacts"],
        )
        for row in rows
        if row[value] != ""
    ]


def value_label(name: str, value: str) -> str:
    """How a value of a filter is called where it is not a name already."""
    if name in _FIXED and value in _FIXED[name].values:
        return str(_FIXED[name](value).label)
    return language_name(value) if name == "language" else value


def language_name(code: str) -> str:
    """The English name of a language, or its code where Django does not know it."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code


def _in_order(rows: Iterable[Counted], values: type[Any]) -> list[Counted]:
    """All of a short list, in its own order, those without contacts too."""
    found = {row[0]: row for row in rows}
    return [found.get(value, (value, str(label), "", 0)) for value, label in values.choices]


def _gone(contact_filter: ContactFilter, name: str, values: list[str]) -> list[Counted]:
    """Chosen values of which no contact is left under the other filters: shown, with a nought."""
    names = contact_filter.names(name)
    return [(value, value_label(name, names.get(value, value)), "", 0) for value in values]


def _by_origins(contact_filter: ContactFilter, contacts: ContactQuerySet) -> Facet:
    """How many contacts rest on one, two, three or five independent sources at least."""
    chosen = contact_filter.active.get("origins")
    steps = sorted({1, 2, 3, 5, *([chosen] if chosen else [])})
    counts = contact_filter.apply(contacts, without="origins").aggregate(
        **{f"at_least_{step}": Count("pk", filter=Q(origin_count__gte=step)) for step in steps}
    )
    return Facet(
        name="origins",
        label="Independent sources",
        choices=[
            Choice(
                value=str(step) if step > 1 else "",
                label="any number" if step == 1 else f"{step} or more",
                count=counts[f"at_least_{step}"],
                selected=step == (chosen or 1),
            )
            for step in steps
        ],
    )
