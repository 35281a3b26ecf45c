"""An actor's page as a form: row, names by language, offices with dates."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from articles.extraction import language_codes
from timeline.actors.picking import label_of, matches
from timeline.actors.states import State
from timeline.edtf import bounds
from timeline.facets import language_name
from timeline.models import Actor, Alias

_FOR_ALL = (Alias.Kind.NAME, Alias.Kind.SHORT)
_FOR_ORGANISATIONS = (Alias.Kind.DEMONYM, Alias.Kind.METONYM)
_LONGEST = 200
_BOXES = {
    Alias.Kind.NAME: "Whole names",
    Alias.Kind.SHORT: "Short forms",
    Alias.Kind.DEMONYM: "Adjectives and demonyms",
    Alias.Kind.METONYM: "Places that stand for it",
}


class EdtfField(forms.CharField):
    """A year, a month or a day, or nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=20, **options)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not bounds(text):
            raise forms.ValidationError(f"“{text}” is not a date: write 2024, 2024-03 or 2024-03-19.")
        return text


class ActorForm(forms.Form):
    """The row, and a box of names, one a line, for each language and kind of name."""

    name = forms.CharField(max_length=_LONGEST)
    kind = forms.ChoiceField(choices=Actor.Kind)
    side = forms.CharField(max_length=120, required=False, widget=forms.TextInput(attrs={"list": "sides"}))
    country = forms.RegexField(
        r"^[A-Za-z]{2}$", required=False, help_text="Two letters: RU", label="Country",
        error_messages={"invalid": "Write the country's code of two letters, such as RU."},
    )  # fmt: skip
    died = EdtfField(label="Died")
    other_language = forms.RegexField(
        r"^[a-z]{2,3}$", required=False, label="Another language",
        help_text="Its code: fr, fa, tr", error_messages={"invalid": "Write a language's code, such as fr."},
    )  # fmt: skip
    other_names = forms.CharField(
        required=False, label="Names in it, one a line", widget=forms.Textarea(attrs={"rows": 3})
    )
    reason = forms.CharField(max_length=500, required=False, label="Why (kept with the change)")

    def __init__(self, state: State, data: Any = None) -> None:
        columns = ("name", "kind", "side", "country", "died")
        super().__init__(data, initial={name: state[name] for name in columns})
        self._state = state
        there = {alias[0] for alias in state["aliases"]}
        read = language_codes()  # others as the actor has names in them
        self.languages = [*read, *sorted(there - set(read))]
        kinds = [*_FOR_ALL, *(_FOR_ORGANISATIONS if state["kind"] != Actor.Kind.PERSON else ())]
        shown = {*kinds, *(alias[2] for alias in state["aliases"])}
        self._kinds = [kind for kind in Alias.Kind if kind in shown]
        for language in self.languages:
            for kind in self._kinds:
                self.fields[f"names-{language}-{kind}"] = _box(state, language, kind)

    def boxes(self) -> list[tuple[str, str, list[Any]]]:
        """For each language its code, its name and its boxes, for the template."""
        return [
            (code, language_name(code), [self[f"names-{code}-{kind}"] for kind in self._kinds])
            for code in self.languages
        ]

    def changes(self) -> dict[str, Any]:
        """The state's fields as the form has them."""
        given = self.cleaned_data
        return {
            "name": given["name"].strip(),
            "kind": given["kind"],
            "side": given["side"].strip() or None,
            "country": given["country"].upper(),
            "died": given["died"],
            "aliases": self._aliases(),
        }

    def _aliases(self) -> list[list[Any]]:
        """Names that were there keep their place and where they come from; new ones follow."""
        wanted: dict[tuple[str, str, str], None] = {}
        for language in self.languages:
            for kind in self._kinds:
                for text in _lines(self.cleaned_data[f"names-{language}-{kind}"]):
                    wanted[language, text, kind.value] = None
        if code := self.cleaned_data["other_language"]:
            wanted |= {
                (code, text, Alias.Kind.NAME.value): None for text in _lines(self.cleaned_data["other_names"])
            }
        stay = [alias for alias in self._state["aliases"] if tuple(alias[:3]) in wanted]
        there = {tuple(alias[:3]) for alias in stay}
        return [*stay, *([*name, False] for name in wanted if name not in there)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("other_names") and not given.get("other_language"):
            self.add_error("other_language", "Say which language these names are in.")
        return given


class RoleForm(forms.Form):
    """One office; without a title it is taken away."""

    title = forms.CharField(max_length=250, required=False)
    organisation = forms.CharField(
        max_length=250, required=False, widget=forms.TextInput(attrs={"list": "organisations"})
    )
    since = EdtfField(label="From")
    until = EdtfField(label="To")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = bounds(given.get("since")), bounds(given.get("until"))
        if since and until and since[0] > until[1]:
            self.add_error("until", "The office ends before it begins.")
        if given.get("organisation"):
            given["organisation"] = self._organisation(given["organisation"])
        return given

    def _organisation(self, text: str) -> str:
        """The key of the one that is meant."""
        found = [actor for actor in matches(text) if actor.kind != Actor.Kind.PERSON]
        if len(found) != 1:
            named = ", ".join(label_of(actor) for actor in found[:4])
            self.add_error(
                "organisation", f"Which one? {named}" if found else f"“{text}” is not on the list."
            )
            return ""
        return found[0].key


Roles = formset_factory(RoleForm, extra=2, max_num=60, absolute_max=200)


def roles_of(state: State, data: Any = None) -> "BaseFormSet[RoleForm]":
    """The offices as forms, with two empty ones."""
    keys = {key for _, key, _, _ in state["roles"] if key}
    names = {row.key: label_of(row) for row in Actor.objects.filter(key__in=keys).select_related("side")}
    initial = [
        {"title": title, "organisation": names.get(key or "", ""), "since": since, "until": until}
        for title, key, since, until in state["roles"]
    ]
    return Roles(data, initial=initial, prefix="role")


def roles_from(roles: "BaseFormSet[RoleForm]") -> list[list[Any]]:
    """The offices of a valid form, as a state has them."""
    given = [form.cleaned_data for form in roles if form.cleaned_data.get("title")]
    return [[row["title"], row["organisation"] or None, row["since"], row["until"]] for row in given]


def _box(state: State, language: str, kind: Alias.Kind) -> forms.CharField:
    names = [text for code, text, of, *_ in state["aliases"] if code == language and of == kind]
    rows = max(1, min(8, len(names) + (kind == Alias.Kind.NAME)))
    return forms.CharField(
        required=False,
        label=_BOXES[kind],
        initial="\n".join(names),
        widget=forms.Textarea(attrs={"rows": rows, "lang": language, "dir": "auto"}),
    )


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip()[:_LONGEST] for line in text.splitlines() if line.strip()))
