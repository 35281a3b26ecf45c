"""Saved views: the page that keeps a filter under a name, and the one that arranges them."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from timeline import saved_views
from timeline.filters import ContactFilter
from timeline.models import SavedView, Side
from timeline.saved_views import ChangedMeanwhile, Refused

#: sides that a new view may be between, beside each other on the page
_BETWEEN = 3


@never_cache
@require_http_methods(["GET", "POST"])
@permission_required("timeline.add_savedview", raise_exception=True)
def view_new(request: HttpRequest) -> HttpResponse:
    """Keep a filter under a name: that of the page one comes from, or one between sides named here."""
    if request.method == "POST":
        return _save(request)
    query = "" if not request.GET else saved_views.filter_query(request.GET)
    query = "" if query == "all=1" else query
    return _new(request, query, name=saved_views.name_for(query) if query else "")


@never_cache
@require_GET
def view_list(request: HttpRequest) -> HttpResponse:
    """Every view with what it shows, in the order of the menu."""
    views = list(SavedView.objects.all())
    may_change = request.user.has_perm("timeline.change_savedview")
    removed = SavedView.with_removed.exclude(removed_at=None).order_by("-removed_at")
    context = {
        "rows": [(view, saved_views.in_words(view.query), saved_views.version_of(view)) for view in views],
        "saved_views": views,
        "may_change": may_change,
        "removed": removed[: saved_views.MOST_REMOVED] if may_change else [],
    }
    return render(request, "timeline/views.html", context)


@require_POST
@permission_required("timeline.change_savedview", raise_exception=True)
def view_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Rename, move, remove, bring back, or open the site with it: ``verb`` says which."""
    try:
        if sentence := _changed(request, slug, request.POST.get("verb", "")):
            messages.success(request, sentence)
    except Refused as reason:
        messages.error(request, str(reason))
    except ChangedMeanwhile as meanwhile:
        context = {"now": meanwhile.now, "asked": request.POST.get("name", "")}
        return render(request, "timeline/view_changed.html", context, status=409)
    return redirect("view-list")


def _changed(request: HttpRequest, slug: str, verb: str) -> str:
    """Do it; a sentence for what does not show by itself."""
    version = request.POST.get("version", "")
    if verb == "rename":
        saved_views.rename(slug, version, request.POST.get("name", ""))
    elif verb == "remove":
        return f"{saved_views.remove(slug, version)} is removed; it can be brought back below."
    elif verb == "bring-back":
        saved_views.bring_back(slug)
    elif verb in ("up", "down"):
        saved_views.move(slug, -1 if verb == "up" else 1)
    elif verb == "default":
        view = SavedView.objects.filter(slug=slug).first()
        if not view:
            raise ChangedMeanwhile(None)
        saved_views.make_default(view)
        return f"Demarche opens with {view} now."
    return ""


def _save(request: HttpRequest) -> HttpResponse:
    given = request.POST
    query, name = given.get("query", ""), given.get("name", "")
    try:
        query = query or saved_views.query_between(given.getlist("between"))
        view = saved_views.save(
            name or saved_views.name_for(query),
            query,
            default="default" in given,
            replace="replace" in given,
        )
    except Refused as reason:
        return _new(request, query, name=name, complaint=str(reason))
    messages.success(request, f"Saved: {view} is in the menu of views now.")
    return redirect(f"{reverse('timeline')}?{view.query}")


def _new(request: HttpRequest, query: str, *, name: str, complaint: str = "") -> HttpResponse:
    typed = request.POST.getlist("between")
    taken = bool(name) and SavedView.objects.filter(name__iexact=name.strip()).exists()
    context = {
        "query": query,
        "words": saved_views.in_words(query) if query else [],
        "name": name,
        "complaint": complaint,
        "taken": taken and complaint,
        "default": "default" in request.POST,
        "between": [*typed, *([""] * _BETWEEN)][:_BETWEEN] if not query or typed else [],
        "sides": Side.objects.values_list("name", flat=True),
        # What of the filter was not understood is no part of what the view shows.
        "complaints": ContactFilter(QueryDict(query)).complaints if query else [],
    }
    return render(request, "timeline/view_new.html", context, status=400 if complaint else 200)
