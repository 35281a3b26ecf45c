"""What the views of decisions on actors have in common: what a form says, and how one answers it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from timeline.actors.ledger import history_of
from timeline.actors.picking import label_of, matches
from timeline.actors.subjects import Subject
from timeline.models import Actor


def picked(request: HttpRequest, key: str) -> Actor | HttpResponse:
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


def changed(request: HttpRequest, key: str, now: Subject | None) -> HttpResponse:
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


def done(request: HttpRequest, key: str, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return back(request, key)


def back(request: HttpRequest, key: str) -> HttpResponse:
    if where := _next(request):
        return redirect(where)
    return redirect("actor", key=key) if key else redirect("candidates")


def version_on(request: HttpRequest) -> str:
    return request.POST.get("version", "")


def reason_in(request: HttpRequest) -> str:
    return request.POST.get("reason", "")[:500]


def decider(request: HttpRequest) -> Any:
    return request.user


def _next(request: HttpRequest) -> str:
    """Where the form asks to return to, if that is a page of ours."""
    where = request.POST.get("next", "")
    return where if url_has_allowed_host_and_scheme(where, allowed_hosts=None) else ""
