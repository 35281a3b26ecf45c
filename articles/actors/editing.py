"""The two pages on which more than one thing is said of an actor: its names and offices, and whom sources mean."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from articles.actors import actions
from articles.actors.actions import ChangedMeanwhile, told_of
from articles.actors.answers import changed, decider, picked, reason_in, version_on
from articles.actors.forms import ActorForm, roles_from, roles_of
from articles.permissions import needs
from articles.review.actions import Refused
from timeline.actor_profile import FoundIn, sentence_around
from timeline.actors.subjects import Subject, subject
from timeline.evidence import article_url
from timeline.models import Actor, Side

_MAY = "timeline.add_decision"


@needs(_MAY)
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, key: str) -> HttpResponse:
    """Choose the sources that speak of somebody else, and say who that is."""
    now = _subject_or_404(key)
    if request.method == "GET":
        return _part_page(request, now)
    chosen = [_mention_key(value) for value in request.POST.getlist("mention")]
    options = {"name": request.POST.get("name", "")[:200], "reason": reason_in(request)}
    try:
        if request.POST.get("to"):
            if isinstance(target := picked(request, key), HttpResponse):
                return target
            options["to"] = target.key
        decision = actions.part(key, version_on(request), chosen, decider(request), **options)
    except Refused as reason:
        return _part_page(request, now, complaint=str(reason))
    except ChangedMeanwhile as meanwhile:
        return changed(request, key, meanwhile.now)
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
    if data is not None and version_on(request) != now.version:
        return changed(request, key, now)
    form, roles = ActorForm(now.state, data), roles_of(now.state, data)
    if data is not None and form.is_valid() and roles.is_valid():
        changes = {**form.changes(), "roles": roles_from(roles)}
        try:
            actions.edit(
                key, version_on(request), changes, decider(request), reason=form.cleaned_data["reason"]
            )
        except Refused as reason:
            messages.info(request, str(reason))
        except ChangedMeanwhile as meanwhile:
            return changed(request, key, meanwhile.now)
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
