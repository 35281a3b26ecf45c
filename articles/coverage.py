"""How many articles were read, month by month: drawn under the timeline, so that a gap is not taken for silence."""

from collections.abc import Sequence
from typing import TypedDict

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr

from articles.models import Article


class Coverage(TypedDict):
    """``counts[i]`` articles were published in ``months[i]`` ("2024-03"); ``undated`` ones say no day."""

    months: list[str]
    counts: list[int]
    undated: int


def articles_per_month(*, languages: Sequence[str] = (), outlets: Sequence[str] = ()) -> Coverage:
    """Articles that were read, with or without a contact in them, by month of publication. Two queries."""
    read = Article.objects.filter(state=Article.State.READ)
    if languages:
        read = read.filter(language__in=languages)
    if outlets:
        read = read.filter(outlet__key__in=outlets)
    # Cut from the text of the date: TruncMonth calls Python for each row on SQLite.
    months = (
        read.exclude(published=None)
        .order_by()
        .annotate(month=Substr(Cast("published", CharField()), 1, 7))
        .values_list("month")
        .annotate(articles=Count("pk"))
        .order_by("month")
    )
    counted = list(months)
    return {
        "months": [month for month, _ in counted],
        "counts": [count for _, count in counted],
        "undated": read.filter(published=None).count(),
    }
