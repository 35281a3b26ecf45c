"""Which articles the list shows; the query string is the whole state of the page."""

import django_filters
from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from articles.models import Article, Collection, Mention, Outlet
from timeline.facets import language_name

State = Article.State
WAITING = Q(state__in=[State.RECEIVED, State.READING])
_TOLD = Exists(Mention.objects.filter(article=OuterRef("pk")))

#: what a reader wants to tell apart, in the order of the tabs
STANDINGS: dict[str, tuple[str, Q]] = {
    "waiting": ("Waiting", WAITING),
    "contacts": ("With contacts", Q(_TOLD, state=State.READ)),
    "none": ("No contact found", ~Q(_TOLD) & Q(state=State.READ)),
    "duplicate": ("Duplicates", Q(state=State.DUPLICATE)),
    "failed": ("Failed", Q(state=State.FAILED)),
    "quarantined": ("Set aside", Q(state=State.QUARANTINED)),
}


def _languages_read() -> list[tuple[str, str]]:
    codes = Article.objects.exclude(language="").order_by("language").values_list("language", flat=True)
    return [(code, language_name(code)) for code in codes.distinct()]


def _outlets_read(_request: HttpRequest | None) -> QuerySet[Outlet]:
    return Outlet.objects.filter(Exists(Article.objects.filter(outlet=OuterRef("pk"))))


class ArticleFilter(django_filters.FilterSet):
    """A value that cannot be understood narrows nothing."""

    q = django_filters.CharFilter(method="by_words", label="Words", max_length=200)
    standing = django_filters.ChoiceFilter(
        choices=[(key, label) for key, (label, _) in STANDINGS.items()], method="by_standing", label="State"
    )
    language = django_filters.ChoiceFilter(
        choices=_languages_read, label="Language", empty_label="All languages"
    )
    outlet = django_filters.ModelChoiceFilter(
        queryset=_outlets_read, to_field_name="key", label="Outlet", empty_label="All outlets"
    )
    collection = django_filters.ModelChoiceFilter(
        queryset=Collection.objects.all(), to_field_name="slug", widget=forms.HiddenInput
    )
    id = django_filters.UUIDFilter(field_name="public_id", widget=forms.HiddenInput)
    upload = django_filters.CharFilter(method="by_upload", widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields: list[str] = []

    def by_words(self, articles: QuerySet[Article], _name: str, value: str) -> QuerySet[Article]:
        for word in value.replace("\x00", "").split()[:10]:
            articles = articles.filter(
                _contains("title", word) | _contains("text", word) | _contains("file_name", word)
            )
        return articles

    def by_standing(self, articles: QuerySet[Article], _name: str, value: str) -> QuerySet[Article]:
        return articles.filter(STANDINGS[value][1])

    def by_upload(self, articles: QuerySet[Article], _name: str, value: str) -> QuerySet[Article]:
        span = upload_span(value)
        return articles.filter(contributor=span[0], pk__range=span[1:]) if span else articles


def upload_name(contributor_id: int, first: int, last: int) -> str:
    """What the address calls one upload: who, and from which row to which."""
    return f"{contributor_id}-{first}-{last}"


def upload_span(value: str) -> tuple[int, int, int] | None:
    """Contributor, first and last row of an upload, from its name in the address."""
    parts = value.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        return None
    return int(parts[0]), int(parts[1]), int(parts[2])


def counts(articles: QuerySet[Article]) -> dict[str, int]:
    """How many articles are in each standing, and in all, in one query."""
    return articles.order_by().aggregate(
        all=Count("pk"), **{key: Count("pk", filter=condition) for key, (_, condition) in STANDINGS.items()}
    )


def _contains(field: str, word: str) -> Q:
    """SQLite compares letters beyond ASCII exactly, so the usual spellings are asked for."""
    spellings = {word, word.lower(), word.capitalize(), word.upper()}
    condition = Q(**{f"{field}__icontains": word})
    for spelling in sorted(spellings - {word}) if not word.isascii() else ():
        condition |= Q(**{f"{field}__contains": spelling})
    return condition
