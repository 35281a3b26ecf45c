"""The fields of the timeline's filter: what each parameter of the query string may say, and what it then means."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django import forms

from timeline.edtf import bounds
from timeline.models import Actor, Contact

MAX_VALUES = 100
#: values that are looked for as names of somebody
MAX_NAMED = 5


def _distinct(values: Iterable[str] | None) -> list[str]:
    """The values given, once each; a null character is none that a database takes."""
    stripped = (value.replace("\x00", "").strip() for value in values or ())
    return list(dict.fromkeys(value for value in stripped if value))[:MAX_VALUES]


class ValuesField(forms.Field):
    """Several values of one parameter, each known or complained of; what is known is applied."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, known: str, model: type[Any], name: str = "", **options: Any) -> None:
        super().__init__(required=False, **options)
        self._known, self._model, self._name = known, model, name or known
        self.unknown: list[str] = []
        #: how each known value is called
        self.names: dict[str, str] = {}

    def clean(self, value: Any) -> list[str]:
        given = _distinct(value)
        if not given:
            return []
        rows = self._model._default_manager.order_by().filter(**{f"{self._known}__in": given})
        self.names = dict(rows.values_list(self._known, self._name).distinct())
        self.unknown = [value for value in given if value not in self.names]
        return [value for value in given if value in self.names]


class NamedField(ValuesField):
    """Several values by key, or by a name in any script that one alone has; what is merged is the other."""

    def __init__(self, *, called: Callable[[str], Sequence[Any]], **options: Any) -> None:
        super().__init__(**options)
        self._called = called

    def clean(self, value: Any) -> list[str]:
        given = _distinct(value)
        meant = self._by_key(given) if given else {}
        self.unknown = []
        for text in given:
            if text in meant:
                continue
            looked_for = len(self.unknown) < MAX_NAMED
            if looked_for and len(found := self._called(text)) == 1:
                meant[text] = getattr(found[0], self._known)
                self.names[meant[text]] = getattr(found[0], self._name)
            else:
                self.unknown.append(text)
        return list(dict.fromkeys(meant[text] for text in given if text in meant))

    def _by_key(self, given: list[str]) -> dict[str, str]:
        """The key that each known key stands for: its own, or that of the actor it was merged into since."""
        of_root = (
            ("merged_into__key", "merged_into__name") if self._model is Actor else (self._known, self._name)
        )
        rows = self._model._default_manager.order_by().filter(**{f"{self._known}__in": given})
        meant = {}
        for key, name, root, root_name in rows.values_list(self._known, self._name, *of_root):
            meant[key] = root or key
            self.names[meant[key]] = root_name or name
        return meant


class ChoicesField(ValuesField):
    """Several of a fixed list of values."""

    def __init__(self, *, choices: type[Any], **options: Any) -> None:
        super().__init__(known="", model=Contact, **options)
        self._choices = choices

    def clean(self, value: Any) -> list[str]:
        given = _distinct(value)
        self.names = {value: str(label) for value, label in self._choices.choices if value in given}
        self.unknown = [value for value in given if value not in self.names]
        return [value for value in given if value in self.names]


class EdgeField(forms.CharField):
    """The first or last day of a year, a month or a day: "2024", "2024-03", "2024-03-19"."""

    widget = forms.DateInput(attrs={"type": "date"})

    def __init__(self, *, last: bool, **options: Any) -> None:
        super().__init__(required=False, **options)
        self._last = last

    def clean(self, value: Any) -> date | None:
        value = super().clean(value)
        if not value:
            return None
        days = bounds(value)
        if not days:
            raise forms.ValidationError(f"“{value[:40]}” is not a date: write 2024, 2024-03 or 2024-03-19.")
        return days[1] if self._last else days[0]


class OneOfField(forms.CharField):
    """One of a few words, the first of which holds when nothing is said."""

    def __init__(self, *, words: tuple[str, ...], **options: Any) -> None:
        super().__init__(required=False, **options)
        self.words = words

    def clean(self, value: Any) -> str:
        value = super().clean(value)
        if value and value not in self.words:
            raise forms.ValidationError(f"“{value[:40]}” is not one of {' and '.join(self.words)}.")
        return value or self.words[0]
