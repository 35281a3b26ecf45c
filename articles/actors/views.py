"""Deciding on actors: the candidates, one action each; merging, telling apart, editing, undoing."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.actors import actions
from articles.actors.actions import ChangedMeanwhile
from articles.actors.answers import back, changed, decider, done, picked, reason_in, version_on
from articles.actors.candidates import cards, waiting
from articles.permissions import needs
from articles.review.actions import Refused
from timeline.actors.ledger import OF_ACTORS
from timeline.actors.subjects import subject
from timeline.models import Actor, Decision, Side

CANDIDATES_A_PAGE = 10
#: decisions shown beside the candidates, to be undone
LATELY = 5
_MAY = "timeline.add_decision"
View = Callable[..., HttpResponse]
Checked = Callable[..., HttpResponseBase]


@never_cache
@require_GET
def candidates(request: HttpRequest) -> HttpResponse:
    """People found and not on the list, those in the most contacts first."""
    page = Paginator(waiting(), CANDIDATES_A_PAGE).get_page(request.GET.get("page"))
    may_decide = request.user.has_perm(_MAY)
    lately = Decision.objects.filter(verb__in=OF_ACTORS).order_by("-pk")[:LATELY]
    return render(
        request,
        "actors/candidates.html",
        {
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "cards": cards(cast("QuerySet[Actor]", page.object_list)),
            "may_decide": may_decide,
            "sides": Side.objects.values_list("name", flat=True) if may_decide else [],
            "lately": [(decision, _named(decision)) for decision in lately] if may_decide else [],
        },
    )


def _deciding(view: View) -> Checked:
    """A decision by POST: refused with a sentence, or met with what changed meanwhile, else back to where it was."""

    @needs(_MAY)
    @require_POST
    @wraps(view)
    def decide(request: HttpRequest, key: str) -> HttpResponse:
        try:
            return view(request, key)
        except Refused as reason:
            messages.error(request, str(reason))
            return back(request, key)
        except ChangedMeanwhile as meanwhile:
            return changed(request, key, meanwhile.now)

    return decide


@_deciding
def accept(request: HttpRequest, key: str) -> HttpResponse:
    """Put a candidate on the list."""
    given = request.POST
    name = given.get("name", "")[:200]
    side = given["side"][:120] if "side" in given else None
    actions.accept(key, version_on(request), decider(request), name=name, side=side)
    return done(request, key, f"{name or key} is on the list now.")


@_deciding
def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Take a candidate for somebody on the list."""
    if isinstance(target := picked(request, key), HttpResponse):
        return target
    actions.attach(key, version_on(request), target.key, decider(request))
    return done(request, key, f"Attached: that is {target.name} now.")


@_deciding
def dismiss(request: HttpRequest, key: str) -> HttpResponse:
    """Leave a candidate out."""
    decision = actions.dismiss(key, version_on(request), decider(request))
    return done(request, key, f"{_named(decision)} is dismissed.")


@_deciding
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Merge an actor into another; the other's page is the page of both from then on."""
    if isinstance(target := picked(request, key), HttpResponse):
        return target
    now = subject(target.key)
    assert now
    seen = request.POST.get("to_version") or now.version
    actions.join((key, version_on(request)), (target.key, seen), decider(request), reason=reason_in(request))
    messages.success(request, f"Merged: that is {target.name} now.")
    return redirect("actor", key=target.key)


@needs(_MAY)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Let a decision count no more."""
    try:
        decision = actions.undo(number, decider(request))
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Undone: {decision.get_verb_display().lower()}, {_named(decision)}.")
    return back(request, "")


def _named(decision: Decision) -> str:
    """Whom a decision was made on."""
    states = decision.after.get("actors", {})
    own = states.get(decision.after.get("from", "")) or next(iter(states.values()), None) or {}
    return str(own.get("name") or decision.after.get("from") or "")
