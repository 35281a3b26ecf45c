"""Reading everything again, such as after a change of rules: first what it would change, then doing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles import previewing
from articles.models import Article, Preview
from articles.permissions import needs


@never_cache
@needs("articles.change_article")
@require_GET
def reread(request: HttpRequest) -> HttpResponse:
    """The latest preview, or how far it is; the page asks again by itself until the answer is there."""
    preview = Preview.objects.select_related("asked_by").first()
    context = {
        "preview": preview,
        "is_under_way": bool(preview and not preview.done_at),
        "articles": Article.objects.filter(state=Article.State.READ).count(),
    }
    return render(request, "articles/reread.html", context)


@needs("articles.change_article")
@require_POST
def reread_preview(request: HttpRequest) -> HttpResponse:
    """Ask a worker what reading everything again would change."""
    previewing.ask(request.user if request.user.is_authenticated else None)
    return redirect("reread")


@needs("articles.change_article")
@require_POST
def reread_all(request: HttpRequest) -> HttpResponse:
    """Queue every article that was read."""
    count = previewing.read_everything_again()
    messages.success(request, f"{count} article{' waits' if count == 1 else 's wait'} to be read again.")
    return redirect("article-list")
