"""What a person hands over, and what a person corrects."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from articles.extraction import language_codes
from articles.models import Article
from timeline.facets import language_name

#: those that are read, and others that newsrooms of the field write in
_LANGUAGES = sorted({*language_codes(), "fa", "he", "tr"})
_LANGUAGE_CHOICES = [("", "not known"), *((code, language_name(code)) for code in _LANGUAGES)]
_DAY = forms.DateInput(attrs={"type": "date", "min": "1900-01-01"}, format="%Y-%m-%d")


class _Files(forms.FileField):
    """Any number of files in one field. Each is judged when it is read, in a row of its own."""

    widget = type("FilesInput", (forms.ClearableFileInput,), {"allow_multiple_selected": True})

    def clean(self, data: Iterable[UploadedFile] | None, initial: Any = None) -> list[UploadedFile]:
        return list(data or [])


class UploadForm(forms.Form):
    """Files, or one pasted text, with what is known of all of them."""

    files = _Files(required=False)  # type: ignore[assignment]  # the form's own attribute is set in __init__
    text = forms.CharField(
        required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"})
    )
    published = forms.DateField(required=False, widget=_DAY, label="Publication date")
    outlet = forms.CharField(required=False, max_length=200)
    url = forms.URLField(required=False, max_length=2000, label="Address", assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("files") and not cleaned.get("text", "").strip():
            raise forms.ValidationError("Choose files or paste a text.", code="nothing")
        return cleaned

    def documents(self) -> Iterable[tuple[str, bytes]]:
        """Name and bytes of each article handed over, the pasted one last."""
        for file in self.cleaned_data["files"]:
            yield file.name or "unnamed", file.read()
        if (text := self.cleaned_data["text"].replace("\r\n", "\n")).strip():
            # A lone surrogate cannot be sent by a browser, only by hand.
            yield _name_of(text), text.encode("utf-8", "replace")

    def given(self) -> dict[str, str]:
        """What was filled in, as the door takes it."""
        return _as_given({key: self.cleaned_data[key] for key in ("published", "outlet", "url")})


class CorrectionForm(forms.ModelForm):
    """What was found or given of an article; only what a person changes wins over what is found."""

    outlet = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(required=False, choices=_LANGUAGE_CHOICES)
    url = forms.URLField(required=False, max_length=2000, label="Address", assume_scheme="https")

    class Meta:
        model = Article
        fields = ["published", "outlet", "title", "language", "url"]
        labels = {"published": "Publication date", "title": "Headline"}
        widgets = {"published": _DAY, "title": forms.TextInput(attrs={"dir": "auto"})}

    def __init__(self, data: QueryDict | None = None, *, instance: Article) -> None:
        initial = {"outlet": outlet_words(instance), "language": instance.language}
        super().__init__(data, instance=instance, initial=initial)
        if (code := instance.language) and code not in _LANGUAGES:
            self.fields["language"].choices += [(code, language_name(code))]  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The row is not touched: corrections go through the queue, and the article is read again."""

    def corrections(self) -> dict[str, str]:
        """The fields that were changed; an emptied one goes back to what is found."""
        return _as_given({key: self.cleaned_data[key] for key in self.changed_data})


def outlet_words(article: Article) -> str:
    """The outlet as the reader knows it: by the list's name, else as the article writes it."""
    return article.outlet.name if article.outlet else article.outlet_name


def _as_given(values: dict[str, Any]) -> dict[str, str]:
    return {
        key: value.isoformat() if key == "published" and value else (value or "")
        for key, value in values.items()
    }


def _name_of(text: str) -> str:
    first = next(line.strip() for line in text.splitlines() if line.strip())
    return f"{first[:80].replace('/', '-')}.txt"
