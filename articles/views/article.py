"""One article: its text with the evidence marked, what it says of contacts, and corrections by hand."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles import door
from articles.cards import cards
from articles.forms import CorrectionForm
from articles.marks import paragraphs
from articles.models import Article, Outlet
from articles.permissions import needs
from timeline.models import Contact

_RETRIED = {Article.State.FAILED, Article.State.QUARANTINED}


@never_cache
@require_GET
def article(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The article's page."""
    found = _article(public_id)
    form = CorrectionForm(instance=found) if request.user.has_perm("articles.change_article") else None
    return _page(request, found, form)


@needs("articles.change_article")
@require_POST
def article_correct(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep what a person set right and have the article read again with it."""
    found = _article(public_id)
    form = CorrectionForm(request.POST, instance=found)
    if not form.is_valid():
        return _page(request, found, form, status=400)
    if corrections := form.corrections():
        door.reread(found, given=corrections)
        messages.success(request, "Kept. The article is read again with it.")
    else:
        messages.info(request, "Nothing was changed.")
    return redirect("article", public_id=public_id)


@needs("articles.change_article")
@require_POST
def article_retry(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Queue an article again that could not be read; from the list, back to the list."""
    found = get_object_or_404(Article, public_id=public_id)
    if found.state in _RETRIED and found.original:
        door.retry(found)
    if request.headers.get("Accept") == "application/json":
        return HttpResponse(status=204)
    messages.success(request, f"{found} is read again.")
    return redirect("article", public_id=public_id)


@require_GET
def article_original(request: HttpRequest, public_id: UUID) -> FileResponse:
    """The file as it was handed over; to be kept, and never shown by the browser under this site's name."""
    found = get_object_or_404(Article, public_id=public_id)
    if not found.original:
        raise Http404("The original of this article was not kept.")
    return FileResponse(
        found.original.open("rb"),
        as_attachment=True,
        filename=door.display_name(found.file_name),
        content_type="application/octet-stream",
    )


def _article(public_id: UUID) -> Article:
    related = Article.objects.select_related("outlet", "collection", "contributor", "duplicate_of")
    return get_object_or_404(related.defer("duplicate_of__text"), public_id=public_id)


def _page(
    request: HttpRequest, found: Article, form: CorrectionForm | None, *, status: int = 200
) -> HttpResponse:
    mentions = list(
        found.mentions.prefetch_related("evidence", Prefetch("contact", Contact.objects.for_timeline()))
    )
    shown = {name: found.text[start:end] for name, (start, end) in found.shown.items()}
    return render(
        request,
        "articles/article.html",
        {
            "article": found,
            "paragraphs": paragraphs(found, mentions),
            "cards": cards(mentions),
            "shown": shown,
            "form": form,
            "outlets": Outlet.objects.values_list("name", flat=True) if form else [],
            "may_retry": form and found.state in _RETRIED and found.original,
            "unsettled": found.state in {Article.State.RECEIVED, Article.State.READING},
        },
        status=status,
    )
