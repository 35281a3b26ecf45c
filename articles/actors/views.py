"""Deciding on actors: the candidates, one action each; merging, telling apart, editing, undoing."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.actors import actions
from articles.actors.actions import ChangedMeanwhile, told_of
from articles.actors.candidates import cards, waiting
from articles.actors.forms import ActorForm, roles_from, roles_of
from articles.permissions import needs
from articles.review.actions import Refused
from timeline.actor_profile import FoundIn, sentence_around
from timeline.actors.ledger import OF_ACTORS, history_of
from timeline.actors.picking import label_of, matches
from timeline.actors.subjects import Subject, subject
from timeline.evidence import article_url
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
            return _back(request, key)
        except ChangedMeanwhile as meanwhile:
            return _changed(request, key, meanwhile.now)

    return decide


@_deciding
def accept(request: HttpRequest, key: str) -> HttpResponse:
    """Put a candidate on the list."""
    given = request.POST
    name = given.get("name", "")[:200]
    side = given["side"][:120] if "side" in given else None
    actions.accept(key, _version(request), _user(request), name=name, side=side)
    return _done(request, key, f"{name or key} is on the list now.")


@_deciding
def attach(request: HttpRequest, key: str) -> HttpResponse:
    """Take a candidate for somebody on the list."""
    if isinstance(target := _picked(request, key), HttpResponse):
        return target
    actions.attach(key, _version(request), target.key, _user(request))
    return _done(request, key, f"Attached: that is {target.name} now.")


@_deciding
def dismiss(request: HttpRequest, key: str) -> HttpResponse:
    """Leave a candidate out."""
    decision = actions.dismiss(key, _version(request), _user(request))
    return _done(request, key, f"{_named(decision)} is dismissed.")


@_deciding
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Merge an actor into another; the other's page is the page of both from then on."""
    if isinstance(target := _picked(request, key), HttpResponse):
        return target
    now = subject(target.key)
    assert now
    seen = request.POST.get("to_version") or now.version
    actions.join((key, _version(request)), (target.key, seen), _user(request), reason=_reason(request))
    messages.success(request, f"Merged: that is {target.name} now.")
    return redirect("actor", key=target.key)


@needs(_MAY)
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, key: str) -> HttpResponse:
    """Choose the sources that speak of somebody else, and say who that is."""
    now = _subject_or_404(key)
    if request.method == "GET":
        return _part_page(request, now)
    chosen = [_mention_key(value) for value in request.POST.getlist("mention")]
    options = {"name": request.POST.get("name", "")[:200], "reason": _reason(request)}
    try:
        if request.POST.get("to"):
            if isinstance(target := _picked(request, key), HttpResponse):
                return target
            options["to"] = target.key
        decision = actions.part(key, _version(request), chosen, _user(request), **options)
    except Refused as reason:
        return _part_page(request, now, complaint=str(reason))
    except ChangedMeanwhile as meanwhile:
        return _changed(request, key, meanwhile.now)
    messages.success(
        request, f"Told apart: {decision.after['mentions']} of the sources speak of somebody else."
    )
    return redirect("actor", key=decision.after["to"])


@needs(_MAY)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """The actor's row, names and offices; kept as a decision that can be undone."""
    now = _subject_or_404(key)
    data = request.POST if request.method == "POST" else None
    if data is not None and _version(request) != now.version:
        return _changed(request, key, now)
    form, roles = ActorForm(now.state, data), roles_of(now.state, data)
    if data is not None and form.is_valid() and roles.is_valid():
        changes = {**form.changes(), "roles": roles_from(roles)}
        try:
            actions.edit(key, _version(request), changes, _user(request), reason=form.cleaned_data["reason"])
        except Refused as reason:
            messages.info(request, str(reason))
        except ChangedMeanwhile as meanwhile:
            return _changed(request, key, meanwhile.now)
        else:
            messages.success(request, "Kept. Contacts and the next articles follow it.")
        return redirect("actor", key=key)
    context = {
        "actor": now.actor,
        "version": now.version,
        "form": form,
        "roles": roles,
        "sides": Side.objects.values_list("name", flat=True),
        "organisations": Actor.objects.filter(merged_into=None)
        .exclude(kind=Actor.Kind.PERSON)
        .values_list("name", flat=True),
    }
    return render(request, "actors/edit.html", context, status=200 if data is None else 400)


@needs(_MAY)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Let a decision count no more."""
    try:
        decision = actions.undo(number, _user(request))
    except Refused as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, f"Undone: {decision.get_verb_display().lower()}, {_named(decision)}.")
    return _back(request, "")


# --- what the views share


def _subject_or_404(key: str) -> Subject:
    actor = get_object_or_404(Actor, key=key)
    now = subject(actor.key)
    assert now
    return now


def _part_page(request: HttpRequest, now: Subject, *, complaint: str = "") -> HttpResponse:
    told = [
        (mention, _mention_value(mention), _first_sentence(mention, now.actor))
        for mention in told_of(now.actor)
    ]
    context = {
        "actor": now.actor,
        "version": now.version,
        "told": told,
        "complaint": complaint,
        "chosen": request.POST.getlist("mention"),
        "name": request.POST.get("name", ""),
        "to": request.POST.get("to", ""),
    }
    return render(request, "actors/part.html", context, status=400 if complaint else 200)


def _first_sentence(mention: Any, actor: Actor) -> FoundIn | None:
    names = {entry.get("name") for entry in mention.participants if entry.get("actor") == actor.key}
    for evidence in mention.evidence.all():
        if evidence.field == "participant" and evidence.of in names:
            around = sentence_around(mention.article.text, evidence.start, evidence.end)
            return FoundIn(*around, url=article_url(mention, evidence), article=mention.article)
    return None


def _mention_value(mention: Any) -> str:
    return f"{mention.article.text_sha256}-{mention.position}"


def _mention_key(value: str) -> tuple[str, int]:
    text, _, position = value.partition("-")
    return text, int(position) if position.isdecimal() else -1


def _picked(request: HttpRequest, key: str) -> Actor | HttpResponse:
    """Whom the person means: the one that is called so, else a page that asks which one."""
    text = request.POST.get("to", "")[:200]
    found = [actor for actor in matches(text) if actor.key != key]
    if len(found) == 1:
        return found[0]
    context = {
        "typed": text,
        "found": [(actor, label_of(actor)) for actor in found],
        "action": request.path,
        "given": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in ("to", "csrfmiddlewaretoken")
        ],
        "back": _next(request) or request.META.get("HTTP_REFERER", ""),
    }
    return render(request, "actors/which.html", context, status=300 if found else 404)


def _changed(request: HttpRequest, key: str, now: Subject | None) -> HttpResponse:
    """Somebody else was faster: what was asked for, and how it stands."""
    asked = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if value and name in ("name", "side", "to", "kind", "died", "reason")
    ]
    context = {
        "key": key,
        "now": now,
        "history": history_of(key, now.decisions)[:3] if now else [],
        "asked": asked,
    }
    return render(request, "actors/changed.html", context, status=409)


def _done(request: HttpRequest, key: str, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return _back(request, key)


def _back(request: HttpRequest, key: str) -> HttpResponse:
    if where := _next(request):
        return redirect(where)
    return redirect("actor", key=key) if key else redirect("candidates")


def _next(request: HttpRequest) -> str:
    """Where the form asks to return to, if that is a page of ours."""
    where = request.POST.get("next", "")
    return where if url_has_allowed_host_and_scheme(where, allowed_hosts=None) else ""


def _version(request: HttpRequest) -> str:
    return request.POST.get("version", "")


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")[:500]


def _user(request: HttpRequest) -> Any:
    return request.user


def _named(decision: Decision) -> str:
    """Whom a decision was made on."""
    states = decision.after.get("actors", {})
    own = states.get(decision.after.get("from", "")) or next(iter(states.values()), None) or {}
    return str(own.get("name") or decision.after.get("from") or "")
