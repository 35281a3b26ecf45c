"""The timeline page and its figure. The query string is the whole state of both."""

from dataclasses import dataclass
from typing import cast

import orjson
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from timeline.facets import facets
from timeline.figures import contact_timeline
from timeline.filters import ContactFilter
from timeline.lanes import LANES, Lanes
from timeline.models import Contact, SavedView
from timeline.paging import CountedPaginator
from timeline.querysets import ContactQuerySet
from timeline.review.figure import reviewed
from timeline.saved_views import PASSING, canonical_query, same_view
from timeline.summary import conditions, looser, summarise
from timeline.wording import contact_title, date_in_words

ROWS_PER_PAGE = 100
#: by the parameter ``sort``
_ORDERS = {
    "": ContactQuerySet.newest_first,
    "date": ContactQuerySet.oldest_first,
    "origins": ContactQuerySet.best_supported_first,
}
LANE_LABELS = {"actor": "Actor", "side": "Side", "kind": "Kind", "place": "Place", "none": "None"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a contact and how it is said."""

    contact: Contact
    title: str
    date: str


@require_GET
def timeline(request: HttpRequest) -> HttpResponse:
    """The page of a filter; without one, that of the default view, so that every address says what it shows.

    A request of the page's own script gets what changes with the filter, without the frame around it.
    """
    if not request.GET and (view := SavedView.objects.filter(is_default=True).first()):
        return redirect(f"{request.path}?{view.query or 'all=1'}")
    contact_filter = ContactFilter(request.GET)
    contacts = cast(ContactQuerySet, contact_filter.qs)
    summary = summarise(contact_filter, contacts)
    is_fragment = request.headers.get("HX-Request") == "true"
    views = [] if is_fragment else list(SavedView.objects.all())
    context = {
        "filter": contact_filter,
        "values": contact_filter.values,
        # A year stays a year, and what was not understood can be mended where it was typed.
        "typed_dates": {name: request.GET.get(name, "") for name in ("date_from", "date_to")},
        "summary": summary,
        "reviewed": reviewed(contact_filter.apply(Contact.objects.all(), without="review")),
        "conditions": conditions(contact_filter, request.GET),
        "facets": facets(contact_filter, Contact.objects.all()),
        "looser": [] if summary.contacts else looser(contact_filter, request.GET),
        "anything_read": bool(summary.contacts) or Contact.objects.exists(),
        "listing": _listing(request.GET, contacts, count=summary.contacts),
        "lanes": _lanes(request.GET),
        "lane_choices": LANE_LABELS.items(),
        "sort": _sort(request.GET),
        "query": canonical_query(request.GET, contact_filter),
        "query_unsorted": canonical_query(request.GET, contact_filter, without=(*PASSING, "sort")),
        "saved_views": views,
        "saved_view": same_view(request.GET, views),
    }
    template = "timeline/_page.html" if is_fragment else "timeline/timeline.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    response["Cache-Control"] = "private, no-cache"
    return response


@require_GET
def timeline_figure(request: HttpRequest) -> HttpResponse:
    """The figure of a filter as JSON, for plotly.js."""
    contacts = cast(ContactQuerySet, ContactFilter(request.GET).qs)
    figure = contact_timeline(contacts, lanes=_lanes(request.GET), today=timezone.localdate())
    response = HttpResponse(orjson.dumps(figure), content_type="application/json")
    response["Cache-Control"] = "private, no-cache"
    return response


def _listing(query: QueryDict, contacts: ContactQuerySet, *, count: int) -> Page:
    """One page of the table."""
    ordered = _ORDERS[_sort(query)](contacts)
    page = CountedPaginator(ordered.for_timeline(), ROWS_PER_PAGE, count=count).get_page(query.get("page"))
    today = timezone.localdate()
    page.object_list = [
        Row(contact, contact_title(contact, today=today), date_in_words(contact))
        for contact in page.object_list
    ]
    return page


def _lanes(query: QueryDict) -> Lanes:
    asked = query.get("lanes")
    return asked if asked in LANES else LANES[0]


def _sort(query: QueryDict) -> str:
    asked = query.get("sort", "")
    return asked if asked in _ORDERS else ""
