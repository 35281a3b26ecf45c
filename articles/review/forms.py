"""What a person says of a contact: its fields as they should be, and the words of an article that say so."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from articles.models import Article
from articles.review.people import TooManyCalledSo, actor_called
from timeline.edtf import bounds
from timeline.models import Actor, Kind, Participation, Side, Status

_WORDS = {"dir": "auto", "autocomplete": "off"}


class FieldsForm(forms.Form):
    """The fields of a contact, but for its people."""

    kind = forms.ChoiceField(choices=Kind.choices, label="What")
    status = forms.ChoiceField(choices=Status.choices, label="Status")
    date = forms.CharField(
        required=False,
        max_length=40,
        label="When",
        help_text="2024, 2024-03, 2024-03-19, 2024-03-19/2024-03-21, or 2024-03-19~ for “about then”; "
        "empty where it is not known.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "2024-03-19"}),
    )
    place = forms.CharField(
        required=False, max_length=120, label="Town", widget=forms.TextInput(attrs=_WORDS)
    )
    country = forms.CharField(
        required=False,
        max_length=2,
        label="Country",
        help_text="Two letters: RU, QA, EG.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 4}),
    )
    sides = forms.CharField(
        label="Sides",
        max_length=500,
        help_text="At least two, with a semicolon between them.",
        widget=forms.TextInput(attrs={**_WORDS, "list": "sides"}),
    )
    topics = forms.CharField(
        required=False,
        max_length=500,
        label="Topics",
        help_text="With a semicolon between them.",
        widget=forms.TextInput(attrs=_WORDS),
    )
    reason = forms.CharField(
        required=False,
        max_length=2000,
        label="Why",
        help_text="May stay empty; it is kept with the decision.",
        widget=forms.TextInput(attrs=_WORDS),
    )

    def clean_date(self) -> str:
        value: str = self.cleaned_data["date"].strip()
        if value and not bounds(value):
            raise forms.ValidationError(
                f"“{value}” is not a date: write 2024, 2024-03, 2024-03-19 or 2024-03-19/2024-03-21."
            )
        return value

    def clean_country(self) -> str:
        value: str = self.cleaned_data["country"].strip().upper()
        if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
            raise forms.ValidationError(f"“{value}” is no country code: write two letters, such as RU.")
        return value

    def clean_sides(self) -> list[str]:
        named = split_list(self.cleaned_data["sides"])
        known = {side.name.casefold(): side.name for side in Side.objects.all()}
        if missing := [name for name in named if name.casefold() not in known]:
            raise forms.ValidationError(
                f"There is no side called “{missing[0]}”. An operator can add sides in the administration."
            )
        sides = sorted({known[name.casefold()] for name in named})
        if len(sides) < 2:
            raise forms.ValidationError("A contact is between two sides at least.")
        return sides

    def clean_topics(self) -> list[str]:
        return split_list(self.cleaned_data["topics"])

    def fields_given(self) -> dict[str, Any]:
        """The cleaned fields by the names of the ledger."""
        return {name: self.cleaned_data[name] for name in FIELD_NAMES}


FIELD_NAMES = ("kind", "status", "date", "place", "country", "sides", "topics")


class PersonForm(forms.Form):
    """Somebody who took part; an empty name is nobody."""

    actor = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    name = forms.CharField(
        required=False,
        max_length=200,
        label="Name",
        widget=forms.TextInput(attrs={**_WORDS, "list": "people"}),
    )
    side = forms.CharField(
        required=False,
        max_length=120,
        label="Side",
        widget=forms.TextInput(attrs={**_WORDS, "list": "sides"}),
    )
    role = forms.ChoiceField(
        required=False,
        choices=Participation.Role.choices,
        initial=Participation.Role.PARTICIPANT,
        label="Part",
    )
    title = forms.CharField(
        required=False, max_length=250, label="Office", widget=forms.TextInput(attrs=_WORDS)
    )
    absent = forms.BooleanField(required=False, label="Did not take part")

    def clean_side(self) -> str:
        name: str = self.cleaned_data["side"].strip()
        if not name:
            return ""
        side = Side.objects.filter(name__iexact=name).first()
        if not side:
            raise forms.ValidationError(f"There is no side called “{name}”.")
        return side.name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        key, name = cleaned.get("actor", ""), cleaned.get("name", "").strip()
        actor = Actor.objects.filter(key=key).select_related("side").first() if key else None
        if not actor and name:
            try:
                actor = actor_called(name)
            except TooManyCalledSo as several:
                self.add_error("name", str(several))
        cleaned["found"], cleaned["name"] = actor, name
        return cleaned

    @property
    def takes_part(self) -> bool:
        """Whether the line names somebody who was there."""
        cleaned = self.cleaned_data
        return bool(cleaned.get("found") or cleaned.get("name")) and not cleaned.get("absent")


PeopleFormSet = formset_factory(PersonForm, extra=2, max_num=60, absolute_max=80)


def people_initial(people: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The lines of the people there are, from the ledger's words."""
    return [
        {
            "actor": person["actor"],
            "name": person.get("name", ""),
            "side": person.get("side") or "",
            "role": person.get("role") or Participation.Role.PARTICIPANT,
            "title": person.get("title") or "",
        }
        for person in people
    ]


def fields_initial(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The form's first values, from the ledger's words."""
    return {
        name: "; ".join(fields[name]) if isinstance(fields[name], list) else fields[name]
        for name in FIELD_NAMES
    }


class QuoteForm(FieldsForm):
    """A contact that no reader found, with the words of the article that tell it."""

    quote = forms.CharField(
        label="Words of the article",
        strip=False,
        max_length=2000,
        help_text="Mark them in the text, or copy them here.",
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    field_order = ["quote", "start", *FIELD_NAMES, "reason"]

    def __init__(self, *arguments: Any, article: Article, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._text = article.text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        quote = cleaned.get("quote", "").replace("\r\n", "\n").strip()
        if "quote" in cleaned:
            try:
                cleaned["start"] = find_quote(self._text, quote, near=cleaned.get("start"))
                cleaned["quote"] = quote
            except ValueError as problem:
                self.add_error("quote", str(problem))
        return cleaned


def find_quote(text: str, quote: str, *, near: int | None) -> int:
    """Where the words stand in the text; raises ValueError with a sentence where that is not certain."""
    if not quote:
        raise ValueError("Mark some words of the article.")
    if near is not None and near < len(text):
        # The mark may begin with a space or a line break that was taken off the words.
        at = text.find(quote, near)
        if at >= 0 and not text[near:at].strip():
            return at
    count = text.count(quote)
    if not count:
        raise ValueError("These words do not stand in the article as they are written here.")
    if count > 1:
        raise ValueError(f"These words stand in the article {count} times: mark some more around them.")
    return text.index(quote)


def split_list(text: str) -> list[str]:
    """What stands between semicolons, once each."""
    return list(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def people_given(formset: "BaseFormSet[PersonForm]") -> list[PersonForm]:
    """The lines that name somebody who took part."""
    return [form for form in formset if form.takes_part]
