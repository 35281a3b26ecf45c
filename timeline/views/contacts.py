"""One contact: what is known of it, and the words of every source that say so."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from timeline.evidence import fields_of, mentions_of, people_of, sides_of, status_history
from timeline.models import Contact, ContactRedirect
from timeline.origin_words import by_origin, origins_in_words
from timeline.related import related_to
from timeline.review.ledger import on_record
from timeline.wording import contact_title, date_in_words, place_in_words


@require_GET
def contact(request: HttpRequest, public_id: str) -> HttpResponse:
    """The contact's page, or its body alone for the drawer; an old identifier leads to the present one."""
    found = Contact.objects.for_timeline().with_origins().filter(public_id=public_id).first()
    if not found:
        return _moved(request, public_id)
    is_fragment = request.headers.get("HX-Request") == "true" or bool(request.GET.get("fragment"))
    template = "timeline/_contact_detail.html" if is_fragment else "timeline/contact.html"
    context = {**detail(request, found), "is_fragment": is_fragment, "related": related_to(found)}
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def detail(request: HttpRequest, found: Contact) -> dict[str, Any]:
    """What is shown of a contact ``for_timeline().with_origins()``, on its page and in the review queue."""
    mentions = mentions_of(found)
    return {
        "contact": found,
        "title": contact_title(found),
        "when": date_in_words(found),
        "where": place_in_words(found),
        "mentions": mentions,
        "on_record": on_record(found, mentions),
        "origins": by_origin(found, mentions),
        "origins_in_words": origins_in_words(found),
        "fields": fields_of(found, mentions),
        "people": people_of(found, mentions),
        "sides": sides_of(found, mentions),
        "history": status_history(mentions),
        "permanent_url": request.build_absolute_uri(reverse("contact", args=[found.public_id])),
    }


def _moved(request: HttpRequest, public_id: str) -> HttpResponse:
    """The contact was merged into another: its links lead there, for good."""
    redirect = get_object_or_404(ContactRedirect.objects.select_related("contact"), old_public_id=public_id)
    address = reverse("contact", args=[redirect.contact.public_id])
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
