"""All articles, those of one upload, and how far each has come."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles import door
from articles.filters import STANDINGS, ArticleFilter, counts
from articles.models import Article, Collection, Mention
from articles.permissions import needs

PER_PAGE = 100


@never_cache
@require_GET
def article_list(request: HttpRequest) -> HttpResponse:
    """The articles of the filter, newest first; the states of this page's rows go on live."""
    found = _Found(request)
    return render(
        request,
        "articles/list.html",
        {
            "filter": found.filter,
            "page": found.page,
            "pages": found.page.paginator.get_elided_page_range(found.page.number, on_each_side=2, on_ends=1),
            "query": found.query_without("page"),
            "tabs": found.tabs(),
            "summary": found.summary(),
            "unsettled": found.counts["waiting"],
            "is_filtered": any(
                request.GET.get(name) for name in ("q", "standing", "language", "outlet", "upload")
            ),
            "collections": Collection.objects.annotate(size=Count("articles")).filter(size__gt=0),
        },
    )


@never_cache
@require_GET
def article_states(request: HttpRequest) -> JsonResponse:
    """The rows of the same page as they are now: takes the query string of the list."""
    found = _Found(request)
    rows = [
        {"id": str(article.public_id), "html": render_to_string("articles/_row.html", _row(article), request)}
        for article in found.page
    ]
    return JsonResponse(
        {
            "rows": rows,
            "tabs": render_to_string("articles/_tabs.html", {"tabs": found.tabs()}, request),
            "summary": found.summary(),
            "unsettled": found.counts["waiting"],
        }
    )


@needs("articles.delete_article")
@require_POST
def collection_remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Remove all articles of a collection, and the contacts that no other article tells."""
    collection = get_object_or_404(Collection, slug=slug)
    count = door.remove_collection(collection)
    messages.success(request, f"Removed {collection.name}: {count} article{'' if count == 1 else 's'}.")
    return redirect("article-list")


def _row(article: Article) -> dict[str, Any]:
    return {"article": article, "told": getattr(article, "told", 0)}


class _Found:
    """What a query string asks for: the filter, one page of its articles, and the counts of its standings."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.filter = ArticleFilter(request.GET, queryset=Article.objects.all())
        self.counts = counts(self._without_standing().qs)
        self.page: Page[Article] = _paginator(self.filter.qs).get_page(request.GET.get("page"))

    def _without_standing(self) -> ArticleFilter:
        """The tabs count what they would show, whichever of them is open."""
        params = self.request.GET.copy()
        params.pop("standing", None)
        return ArticleFilter(params, queryset=Article.objects.all())

    def query_without(self, *names: str) -> str:
        params = self.request.GET.copy()
        for name in names:
            params.pop(name, None)
        return params.urlencode()

    def tabs(self) -> list[dict[str, Any]]:
        """Standings that have articles, and the open one, with their numbers and addresses."""
        query, chosen = self.query_without("standing", "page"), self.request.GET.get("standing", "")
        shown = [("", "All", self.counts["all"])]
        shown += [(key, label, self.counts[key]) for key, (label, _) in STANDINGS.items()]
        return [
            {
                "label": label,
                "count": count,
                "chosen": key == chosen,
                "key": key,
                "query": "&".join(filter(None, [query, key and f"standing={key}"])),
            }
            for key, label, count in shown
            if count or key in ("", chosen)
        ]

    def summary(self) -> str:
        """How far these articles have come, in a sentence."""
        told = self.counts
        if not told["all"]:
            return "No articles."
        settled = told["all"] - told["waiting"]
        if told["waiting"]:
            return f"{settled:,} of {told['all']:,} settled, {told['waiting']:,} waiting."
        parts = [
            f"{told['contacts']:,} with contacts" if told["contacts"] else "",
            f"{told['none']:,} without" if told["none"] else "",
            f"{told['duplicate']:,} duplicate{'s' if told['duplicate'] > 1 else ''}"
            if told["duplicate"]
            else "",
            f"{told['failed'] + told['quarantined']:,} not read"
            if told["failed"] + told["quarantined"]
            else "",
        ]
        return f"{told['all']:,} article{'s' if told['all'] > 1 else ''}: {', '.join(filter(None, parts))}."


def _paginator(articles: QuerySet[Article]) -> "Paginator[Article]":
    rows = (
        articles.select_related("outlet", "duplicate_of")
        .defer("text", "duplicate_of__text")
        .annotate(told=_contacts_told())
        .order_by("-pk")
    )
    return Paginator(rows, PER_PAGE)


def _contacts_told() -> Coalesce:
    mentions = Mention.objects.filter(article=OuterRef("pk")).order_by().values("article")
    return Coalesce(Subquery(mentions.annotate(number=Count("pk")).values("number")), 0)
