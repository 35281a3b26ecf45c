"""The review queue: one contact at a time, the doubtful and influential first, one key a decision."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.models import Mention
from articles.permissions import needs
from articles.tellings import mentions_at
from articles.views.review import REVIEWER
from timeline.actor_profile import sentence_around
from timeline.evidence import article_url
from timeline.filters import DISPLAY_PARAMETERS, ContactFilter
from timeline.models import Contact, Decision, Review
from timeline.querysets import ContactQuerySet
from timeline.review.figure import reviewed
from timeline.review.rulings import OF_CONTACTS
from timeline.summary import conditions
from timeline.views.contacts import detail
from timeline.wording import contact_title

#: sources of which the sentences are shown at once
MOST_SENTENCES = 6


@dataclass(frozen=True)
class Said:
    """The sentence in which an article tells the contact."""

    mention: Mention
    before: str
    words: str
    after: str
    url: str


@needs(REVIEWER)
@never_cache
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """The contact whose turn it is; the query string is the timeline's filter, and how many were skipped."""
    query = request.GET.copy()
    skipped = _number(query.get("skip"))
    for name in (*DISPLAY_PARAMETERS, "review", "skip"):
        query.pop(name, None)
    contact_filter = ContactFilter(query)
    waiting = _waiting(contact_filter)
    left = waiting.count()
    skipped = max(0, min(skipped, left - 1))
    contact = (
        waiting.worth_a_look().for_timeline().with_origins()[skipped : skipped + 1].first() if left else None
    )
    context: dict[str, Any] = {
        "left": left,
        "skipped": skipped,
        "place": skipped + 1,
        "query": query.urlencode(),
        "conditions": conditions(contact_filter, query),
        "complaints": contact_filter.complaints,
        "reviewed": reviewed(contact_filter.apply(Contact.objects.all(), without="review")),
        "back": _address(query.urlencode(), skipped),
        "next_address": _address(query.urlencode(), skipped + 1) if skipped + 1 < left else "",
        "previous_address": _address(query.urlencode(), skipped - 1) if skipped else "",
        "keys": True,
        "last": _last(request),
    }
    if contact:
        context |= detail(request, contact)
        context["sentences"] = _sentences(context["mentions"][:MOST_SENTENCES])
    return render(request, "review/queue.html", context)


def _waiting(contact_filter: ContactFilter) -> ContactQuerySet:
    """Nobody decided on them, or what was confirmed became something else."""
    contacts = contact_filter.apply(Contact.objects.all(), without="review")
    asks = Q(review=Review.UNREVIEWED) | (Q(review=Review.CONFIRMED) & ~Q(changed_since=[]))
    return contacts.filter(asks)


@dataclass(frozen=True)
class Last:
    """What the person decided last, to be taken back with one key; its contact, where there is still one."""

    decision: Decision
    contact: Contact | None
    title: str


def _last(request: HttpRequest) -> Last | None:
    made = Decision.objects.filter(author=request.user.pk, undone_at=None, verb__in=OF_CONTACTS)
    decision = made.order_by("-pk").first()
    if not decision:
        return None
    keys = decision.anchors.values_list("text_sha256", "position")[:1]
    contact = Contact.objects.for_timeline().filter(mentions__in=mentions_at(keys)).first()
    return Last(decision, contact, contact_title(contact) if contact else "")


def _sentences(mentions: list[Any]) -> list[Said]:
    """One for each mention, around the words that told the reader of a contact."""
    texts = dict(
        Mention.objects.filter(pk__in=[mention.pk for mention in mentions])
        .order_by()
        .values_list("pk", "article__text")
    )
    found = []
    for mention in mentions:
        evidence = list(mention.evidence.all())
        told = next(
            (piece for piece in evidence if piece.field == "trigger"), evidence[0] if evidence else None
        )
        if told:
            before, words, after = sentence_around(texts.get(mention.pk, ""), told.start, told.end)
            found.append(Said(mention, before, words, after, article_url(mention, told)))
    return found


def _address(query: str, skip: int) -> str:
    words = "&".join(filter(None, [query, f"skip={skip}" if skip else ""]))
    return f"{reverse('review')}?{words}" if words else reverse("review")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0
