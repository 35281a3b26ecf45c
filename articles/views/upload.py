"""Handing articles over: the page answers at once, reading comes later."""

from typing import cast

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles import door
from articles.filters import upload_name
from articles.forms import UploadForm
from articles.models import Article
from articles.permissions import needs


@needs("articles.add_article")
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, or on POST a row for each file and the way to the list of them.

    The page's script sends many files in several requests and asks for JSON; ``first`` is the first row.
    """
    contributor = cast(AbstractUser, request.user)  # ``needs`` lets nobody else in
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        handed_over = [
            door.hand_over(name, data, contributor=contributor, given=form.given())
            for name, data in form.documents()
        ]
        return _answer(request, contributor, handed_over)
    if form.is_bound and _wants_json(request):
        return JsonResponse({"errors": form.errors.get_json_data()}, status=400)
    return render(
        request,
        "articles/upload.html",
        {"form": form, "max_megabytes": settings.MAX_FILE_BYTES // 1024 // 1024},
        status=400 if form.errors else 200,
    )


def _answer(request: HttpRequest, contributor: AbstractUser, handed_over: list[Article]) -> HttpResponse:
    begun = request.POST.get("first", "")
    first = int(begun) if begun.isascii() and begun.isdigit() and len(begun) < 16 else handed_over[0].pk
    name = upload_name(contributor.pk, first, handed_over[-1].pk)
    address = f"{reverse('article-list')}?upload={name}"
    if _wants_json(request):
        return JsonResponse({"first": first, "count": len(handed_over), "address": address})
    return redirect(address)


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
