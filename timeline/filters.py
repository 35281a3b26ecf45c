"""The filter of the timeline: one query string, one form, one QuerySet."""

import shlex
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property

from timeline.actors.picking import matches, sides_called
from timeline.filter_fields import ChoicesField, EdgeField, NamedField, OneOfField, ValuesField
from timeline.models import Actor, Contact, Kind, Review, Side, Status
from timeline.querysets import ContactQuerySet, Match

#: what the query string says besides the filter: how the page shows what the filter finds
DISPLAY_PARAMETERS = ("all", "lanes", "sort", "page", "contact")
MAX_WORDS = 8
#: SQLite takes 32,766 values in one query
MAX_LISTED = 30_000


class _Filter(django_filters.Filter):
    """A filter that takes its form field ready made and its meaning from a method of the FilterSet."""

    def __init__(self, field: forms.Field, *, label: str, method: str | None = None) -> None:
        super().__init__(label=label, method=method)
        field.label = label
        self._field = field

    def filter(self, contacts: ContactQuerySet, value: Any) -> ContactQuerySet:
        """Without a method it only serves another filter."""
        return contacts


class ContactFilter(django_filters.FilterSet):
    """Which contacts the page shows. A value that cannot be understood is said so, and the rest applies."""

    actor = _Filter(
        NamedField(known="key", name="name", model=Actor, called=matches), label="Actor", method="by_actors"
    )
    match = _Filter(OneOfField(words=("any", "all")), label="Any or all of the actors")
    side = _Filter(
        NamedField(known="slug", name="name", model=Side, called=sides_called),
        label="Side",
        method="by_sides",
    )
    side_match = _Filter(OneOfField(words=("all", "any")), label="All or any of the sides")
    date_from = _Filter(EdgeField(last=False), label="From", method="from_day")
    date_to = _Filter(EdgeField(last=True), label="To", method="to_day")
    kind = _Filter(ChoicesField(choices=Kind), label="Kind", method="by_kind")
    status = _Filter(ChoicesField(choices=Status), label="Status", method="by_status")
    review = _Filter(ChoicesField(choices=Review), label="Review", method="by_review")
    place = _Filter(ValuesField(known="place", model=Contact), label="Place", method="by_place")
    origins = _Filter(
        forms.IntegerField(required=False, min_value=1, max_value=1000),
        label="Independent sources, at least",
        method="by_origins",
    )
    language = _Filter(
        ValuesField(known="mentions__article__language", model=Contact),
        label="Language",
        method="by_language",
    )
    outlet = _Filter(
        ValuesField(
            known="mentions__article__outlet__key", name="mentions__article__outlet__name", model=Contact
        ),
        label="Outlet",
        method="by_outlet",
    )
    q = _Filter(forms.CharField(required=False, max_length=200), label="Words", method="by_words")

    class Meta:
        model = Contact
        fields: list[str] = []

    def __init__(self, data: QueryDict | Mapping[str, Any] | None = None, **options: Any) -> None:
        options.setdefault("queryset", Contact.objects.all())
        super().__init__(data if data is not None else MultiValueDict(), **options)

    @cached_property
    def values(self) -> dict[str, Any]:
        """What each parameter means; a bad value is as if it were not given."""
        self.errors  # noqa: B018 - cleaning is lazy
        cleaned: dict[str, Any] = self.form.cleaned_data
        values = {name: cleaned.get(name) for name in self.filters}
        first, last = values["date_from"], values["date_to"]
        if first and last and first > last:
            values["date_from"] = values["date_to"] = None
        return {
            **values,
            "match": values["match"] or "any",
            "side_match": values["side_match"] or "all",
        }

    @property
    def active(self) -> dict[str, Any]:
        """The parameters that narrow the timeline."""
        return {
            name: value
            for name, value in self.values.items()
            if value and name not in {"match", "side_match"}
        }

    def names(self, name: str) -> dict[str, str]:
        """How the chosen values of a parameter are called."""
        self.errors  # noqa: B018 - cleaning is lazy
        found: dict[str, str] = getattr(self.form.fields[name], "names", {})
        return found

    @property
    def complaints(self) -> list[str]:
        """A sentence for each value that could not be applied."""
        return list(self._complaints())

    def _complaints(self) -> Iterator[str]:
        values = self.values
        for name, field in self.form.fields.items():
            if unknown := getattr(field, "unknown", None):
                listed = ", ".join(f"“{value[:40]}”" for value in unknown[:3])
                more = f" and {len(unknown) - 3} more" if len(unknown) > 3 else ""
                yield f"{field.label}: nothing here is called {listed}{more}, so that was left out."
            for error in self.errors.get(name, []):
                yield f"{field.label}: {error}"
        cleaned = self.form.cleaned_data
        if cleaned.get("date_from") and cleaned.get("date_to") and not values["date_from"]:
            yield "The first day lies after the last one, so the dates were left out."

    def filter_queryset(self, queryset: ContactQuerySet) -> ContactQuerySet:
        return self.apply(queryset)

    def apply(self, contacts: ContactQuerySet, *, without: str | None = None) -> ContactQuerySet:
        """The contacts of every filter, or of every one but ``without``.

        What a person rejected is no contact: it is there only for those who ask for it.
        """
        if without != "review" and not self.values["review"]:
            contacts = contacts.standing()
        for name, value in self.active.items():
            if name != without:
                contacts = getattr(self, self.filters[name].method)(contacts, name, value)
        return contacts

    def by_actors(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        match: Match = self.values["match"]
        return contacts.involving(value, match=match)

    def by_sides(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        match: Match = self.values["side_match"]
        return contacts.of_sides(value, match=match)

    def from_day(self, contacts: ContactQuerySet, _name: str, value: date) -> ContactQuerySet:
        return contacts.between(value, None)

    def to_day(self, contacts: ContactQuerySet, _name: str, value: date) -> ContactQuerySet:
        return contacts.between(None, value)

    def by_kind(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.filter(kind__in=value)

    def by_status(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.filter(status__in=value)

    def by_review(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.filter(review__in=value)

    def by_place(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.filter(place__in=value)

    def by_origins(self, contacts: ContactQuerySet, _name: str, value: int) -> ContactQuerySet:
        return contacts.filter(origin_count__gte=value)

    def by_language(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.told_by(article__language__in=value)

    def by_outlet(self, contacts: ContactQuerySet, _name: str, value: list[str]) -> ContactQuerySet:
        return contacts.told_by(article__outlet__key__in=value)

    def by_words(self, contacts: ContactQuerySet, _name: str, value: str) -> ContactQuerySet:
        if self._matching is None:
            return contacts.matching(split_words(value))
        return contacts.filter(pk__in=self._matching)

    @cached_property
    def _matching(self) -> list[int] | None:
        """The contacts with the words, looked up once for all counts of a page; None when they are many."""
        found = Contact.objects.order_by().matching(split_words(self.values["q"]))
        matching = list(found.values_list("pk", flat=True)[: MAX_LISTED + 1])
        return None if len(matching) > MAX_LISTED else matching


def split_words(text: str) -> list[str]:
    """The words to look for; words in double quotes stay together."""
    lexer = shlex.shlex(text, posix=True)
    lexer.whitespace_split, lexer.quotes, lexer.escape, lexer.commenters = True, '"', "", ""
    try:
        words = list(lexer)
    except ValueError:  # a quote that is not closed
        words = text.replace('"', " ").split()
    return [word for word in words if word][:MAX_WORDS]
