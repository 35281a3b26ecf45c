"""A person decides: confirm, reject, correct, merge, split, note and undo, each on the version that was seen."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from articles.permissions import needs
from articles.review import actions
from articles.review.actions import ChangedMeanwhile, Refused, Subject, subject
from articles.review.candidates import Candidate, named_by, near
from articles.review.forms import FieldsForm, PeopleFormSet, fields_initial, people_given, people_initial
from articles.review.people import as_ledger
from timeline.evidence import mentions_of
from timeline.models import Actor, ContactRedirect, Side
from timeline.review.ledger import differences, on_record, seen
from timeline.wording import contact_title, date_in_words, place_in_words

REVIEWER = "timeline.add_decision"
_DONE = {"confirm": "Confirmed.", "reject": "Rejected.", "note": "The note is kept."}


@needs(REVIEWER)
@require_POST
def decide(request: HttpRequest, public_id: str) -> HttpResponse:
    """Confirm, reject, or leave a note: one key each."""
    verb = request.POST.get("verb", "")
    act: Callable[..., Any] | None = getattr(actions, verb, None) if verb in _DONE else None
    if not act:
        return _refusal(request, public_id, "Choose what to do with the contact.")
    reason = _given(request, "reason")
    with _answering(request, public_id) as answer:
        act(public_id, _given(request, "version"), _user(request), reason=reason)
        messages.success(request, _DONE[verb])
        answer.response = _back(request, public_id)
    return answer.response


@needs(REVIEWER)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Let a decision count no more."""
    public_id = _given(request, "contact")
    with _answering(request, public_id) as answer:
        decision = actions.undo(number, _user(request))
        messages.success(request, f"Undone: {decision}.")
        answer.response = _back(request, public_id)
    return answer.response


@needs(REVIEWER)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, public_id: str) -> HttpResponse:
    """The fields and the people of the contact as they should be."""
    it = _subject(public_id)
    now = seen(it.contact)
    data = request.POST if request.method == "POST" else None
    form = FieldsForm(data, initial=fields_initial(now))
    people = PeopleFormSet(data, initial=people_initial(now["people"]), prefix="people")
    if data is None or not (form.is_valid() and people.is_valid()):
        page = {"form": form, "people": people, **suggestions()}
        return _page(request, "review/correct.html", it, page, status=400 if data else 200)
    with _answering(request, public_id) as answer, transaction.atomic():
        changes = {**form.fields_given(), "people": as_ledger(people_given(people))}
        reason = form.cleaned_data["reason"]
        actions.correct(public_id, _given(request, "version"), _user(request), changes, reason=reason)
        messages.success(request, "Corrected. Confirm the contact if the rest of it is right.")
        answer.response = _back(request, public_id)
    return answer.response


@needs(REVIEWER)
@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, public_id: str) -> HttpResponse:
    """Some of the sources tell another contact."""
    it = _subject(public_id)
    mentions = mentions_of(it.contact)
    if request.method == "GET":
        told = [
            (f"{m.article.text_sha256} {m.position}", m, date_in_words(m), place_in_words(m))
            for m in mentions
        ]
        return _page(request, "review/split.html", it, {"told": told})
    chosen = set(request.POST.getlist("apart"))
    apart = [key for key in it.keys if f"{key[0]} {key[1]}" in chosen]
    with _answering(request, public_id) as answer:
        version, reason = _given(request, "version"), _given(request, "reason")
        actions.split(public_id, version, _user(request), apart, reason=reason)
        messages.success(request, "Split in two.")
        answer.response = _back(request, public_id)
    return answer.response


@needs(REVIEWER)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Another contact is this one: first chosen, then seen beside it, then merged."""
    it = _subject(public_id)
    if request.method == "GET":
        wanted = request.GET.get("with", "").strip()
        other = named_by(wanted) if wanted else None
        complaint = f"There is no contact “{wanted[:80]}”." if wanted and not other else ""
        if other and other.contact == it.contact:
            other, complaint = None, "That is this contact itself."
        page = {
            "other": Candidate.of(other) if other else None,
            "differing": differences(seen(it.contact), seen(other.contact)) if other else [],
            "candidates": [] if other else near(it.contact),
            "complaint": complaint,
            "wanted": wanted,
        }
        return _page(request, "review/merge.html", it, page, status=404 if complaint else 200)
    with _answering(request, public_id) as answer:
        one = (public_id, _given(request, "version"))
        that = (_given(request, "other"), _given(request, "other_version"))
        actions.merge(one, that, _user(request), reason=_given(request, "reason"))
        messages.success(request, "Merged into one contact.")
        answer.response = _back(request, public_id)
    return answer.response


def suggestions() -> dict[str, Any]:
    """The names that a form offers while one types."""
    people = Actor.objects.filter(kind=Actor.Kind.PERSON, standing=Actor.Standing.LISTED).order_by("name")
    return {
        "side_names": Side.objects.values_list("name", flat=True),
        "people_names": people.values_list("name", flat=True),
    }


def safe_next(request: HttpRequest, default: str) -> str:
    """Where the person came from, if that is a page of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if wanted == "referer":
        wanted = request.headers.get("Referer", "")
    allowed = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and allowed else default


class _Answer:
    """What the person gets to see."""

    response: HttpResponse


@contextmanager
def _answering(request: HttpRequest, public_id: str) -> Iterator[_Answer]:
    """Turn what stands in the way of a decision into a page that says so."""
    answer = _Answer()
    try:
        yield answer
    except Refused as refusal:
        answer.response = _refusal(request, public_id, str(refusal))
    except ChangedMeanwhile as change:
        answer.response = changed(request, public_id, change.now)


def changed(request: HttpRequest, public_id: str, now: Subject | None) -> HttpResponse:
    """409: what the person saw beside what there is now; nothing was written."""
    now = now or _moved(public_id)
    saw = _saw(request)
    context = {
        "contact": now.contact if now else None,
        "title": contact_title(now.contact) if now else "",
        "changes": differences(saw, {k: v for k, v in seen(now.contact).items() if k in saw}) if now else [],
        "history": now.history if now else [],
        "reason": _given(request, "reason"),
        "next": safe_next(request, reverse("review")),
    }
    return render(request, "review/changed.html", context, status=409)


def _saw(request: HttpRequest) -> dict[str, Any]:
    try:
        saw = json.loads(request.POST.get("saw", ""))
    except ValueError:
        return {}
    return saw if isinstance(saw, dict) else {}


def _refusal(request: HttpRequest, public_id: str, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return _back(request, public_id)


def _back(request: HttpRequest, public_id: str) -> HttpResponse:
    contact = reverse("contact", args=[public_id]) if public_id.isalnum() else reverse("review")
    return redirect(safe_next(request, contact))


def _page(
    request: HttpRequest, template: str, it: Subject, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shared = {
        "contact": it.contact,
        "title": contact_title(it.contact),
        "when": date_in_words(it.contact),
        # A form sent back for its errors keeps the version that was seen first.
        "version": request.POST.get("version") or it.version,
        "saw": request.POST.get("saw") or on_record(it.contact, mentions_of(it.contact)).saw,
        "next": safe_next(request, reverse("contact", args=[it.contact.public_id])),
    }
    return render(request, template, {**shared, **context}, status=status)


def _subject(public_id: str) -> Subject:
    it = subject(public_id) or _moved(public_id)
    if not it:
        raise Http404("There is no such contact.")
    return it


def _moved(public_id: str) -> Subject | None:
    """The contact that an old identifier leads to."""
    led = ContactRedirect.objects.filter(old_public_id=public_id).values_list("contact__public_id", flat=True)
    return subject(led[0]) if led else None


def _given(request: HttpRequest, name: str) -> str:
    """What was typed or sent along; a null character is none that a database takes."""
    return request.POST.get(name, "").replace("\x00", "")[:2000]


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
