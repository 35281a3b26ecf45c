"""Handing articles over: the page answers at once, reading comes later."""

from typing import cast

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles import door
from articles.filters import counts, upload_name
from articles.forms import UploadForm
from articles.models import Article
from articles.permissions import needs


@needs("articles.add_article")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, or on POST a row for each file and the way to the list of them.

    The page's script sends many files in several requests and asks for JSON; ``first`` is the first row.
    """
    contributor = cast(User, request.user)  # ``needs`` lets nobody else in
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        return _answer(request, contributor, _take_in(form, contributor))
    if form.is_bound and _wants_json(request):
        return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
    return render(
        request,
        "articles/upload.html",
        {"form": form, "max_megabytes": settings.MAX_FILE_BYTES // 1024 // 1024},
        status=400 if form.errors else 200,
    )


def _take_in(form: UploadForm, contributor: User) -> list[Article]:
    """Every document of the form or none: one transaction waits once for the workers, not once a file."""
    taken: list[Article] = []
    try:
        with transaction.atomic():
            for name, data in form.documents():
                taken.append(door.hand_over(name, data, contributor=contributor, given=form.given()))
    except BaseException:
        for article in taken:
            article.original.delete(save=False)
        raise
    return taken


def _answer(request: HttpRequest, contributor: User, handed_over: list[Article]) -> HttpResponse:
    begun = request.POST.get("first", "")
    first = int(begun) if begun.isascii() and begun.isdigit() and len(begun) < 16 else handed_over[0].pk
    name = upload_name(contributor.pk, first, handed_over[-1].pk)
    address = f"{reverse('article-list')}?upload={name}"
    if _wants_json(request):
        return JsonResponse({"first": first, "address": address, "found": _found_so_far(contributor, first)})
    return redirect(address)


def _found_so_far(contributor: User, first: int) -> int:
    """How many articles of the drop tell contacts already, while the rest of it is still on its way."""
    rows = Article.objects.filter(contributor=contributor.pk, pk__gte=first)
    return counts(rows)["contacts"]


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
