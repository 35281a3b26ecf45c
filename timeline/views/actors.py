"""Actors: who they are, what they are called, whom they met; and the list of all of them."""

from typing import Any

import orjson
from django.core.paginator import Paginator
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from timeline.actor_profile import Office, Year, counterparts_of, found_in, names_of, offices_of, years_of
from timeline.actors.identity import identities
from timeline.actors.ledger import decisions_on_each, history_of
from timeline.actors.picking import alike, called, label_of, matches, sides_called, spelled_alike
from timeline.actors.subjects import subject
from timeline.models import Actor, Contact, Participation, Review, Role, Side
from timeline.paging import CountedPaginator

CONTACTS_A_PAGE = 25
ACTORS_A_PAGE = 50
#: sides that a picker offers
MOST_FOUND = 12


@require_GET
def actor(request: HttpRequest, key: str) -> HttpResponse:
    """One actor: names in all scripts, offices, contacts by year, counterparts."""
    found = get_object_or_404(Actor.objects.select_related("side", "merged_into"), key=key)
    if found.merged_into:
        # Not for good: a merger can be undone.
        return redirect("actor", key=found.merged_into.key)
    contacts = Contact.objects.standing().filter(participations__actor=found).for_timeline().newest_first()
    page = Paginator(contacts, CONTACTS_A_PAGE).get_page(request.GET.get("page"))
    may_decide = request.user.has_perm("timeline.add_decision")
    decided = decisions_on_each([found.key])[found.key]
    card = _card(found, may_decide) if found.standing == Actor.Standing.CANDIDATE else None
    return render(
        request,
        "timeline/actor.html",
        {
            "actor": found,
            "names": names_of(found),
            "offices": offices_of(_offices(found)),
            "officers": _officers(found),
            "years": years_of([found.pk]).get(found.pk, []) if page.paginator.count else [],
            "counterparts": counterparts_of(found) if page.paginator.count else None,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "card": card,
            "absorbed": found.absorbed.order_by("name"),
            "history": history_of(found.key, decided),
            **(_tools(found) if may_decide else {}),
        },
    )


@require_GET
def actor_find(request: HttpRequest) -> HttpResponse:
    """Actors called like what somebody types, for pickers: as JSON, at most a dozen."""
    words = request.GET.get("q", "").strip()
    found = matches(words)
    also = spelled_alike(found, words)
    answer = [{"key": row.key, "label": label_of(row), "also": also.get(row.pk, "")} for row in found]
    return _as_json(answer)


@require_GET
def side_find(request: HttpRequest) -> HttpResponse:
    """Sides called like what somebody types, in any script, for pickers: as JSON."""
    words = request.GET.get("q", "").strip()[:200]
    starting = Side.objects.filter(name__icontains=words)[:MOST_FOUND] if words else []
    sides = {side.pk: side for side in [*starting, *sides_called(words)]}
    return _as_json([{"key": side.slug, "label": side.name, "also": ""} for side in sides.values()])


@require_GET
def actor_list(request: HttpRequest) -> HttpResponse:
    """Actors, those with the most contacts first, narrowed by words, side, kind and standing.

    Those without contacts would be most of the list; they come up when they are looked for, or asked for.
    """
    words = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    chosen = {name: request.GET.get(name, "") for name in ("side", "kind", "standing")}
    actors = _narrowed(_in_force(chosen["standing"]), words, chosen)
    counts = _counts(actors)
    everybody = bool(words or request.GET.get("all")) or not counts["met"]
    rows = _with_figures(actors)
    rows = rows if everybody else rows.filter(contact_count__gt=0)
    number = counts["there"] if everybody else counts["met"]
    page = CountedPaginator(rows, ACTORS_A_PAGE, count=number).get_page(request.GET.get("page"))
    strips = years_of([row.pk for row in page])
    query = request.GET.copy()
    query.pop("page", None)
    without = 0 if everybody else counts["there"] - counts["met"]
    return render(
        request,
        "timeline/actor_list.html",
        {
            "page": page,
            "rows": [(row, strips.get(row.pk, [])) for row in page],
            "span": _span(strips),
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "query": query.urlencode(),
            "words": words,
            "chosen": chosen,
            "sides": _sides(everybody, chosen["side"]),
            "kinds": Actor.Kind.choices,
            "standings": Actor.Standing.choices,
            "without_contacts": without,
            "candidates": counts["candidates"],
        },
    )


def _as_json(found: list[dict[str, str]]) -> HttpResponse:
    response = HttpResponse(orjson.dumps({"found": found}), content_type="application/json")
    response["Cache-Control"] = "private, no-cache"
    return response


def _card(found: Actor, may_decide: bool) -> dict[str, object]:
    """What stands on the page of somebody who is not on the list yet."""
    return {
        "subject": subject(found.key) if may_decide else {"actor": found},
        "sentences": found_in(found),
        "alike": alike([found.name])[found.name] if may_decide else [],
    }


def _tools(found: Actor) -> dict[str, object]:
    """What whoever may decide needs besides: the version on the screen, and the sides to choose from."""
    now = subject(found.key)
    sides = Side.objects.values_list("name", flat=True) if found.standing == Actor.Standing.CANDIDATE else []
    return {"may_decide": True, "version": now.version if now else "", "sides": sides}


def _offices(found: Actor) -> QuerySet[Role]:
    roles = Role.objects.filter(Q(actor=found) | Q(actor__merged_into=found))
    return roles.select_related("organisation")


def _in_force(standing: str) -> QuerySet[Actor]:
    """Without those who are another by now, or dismissed, unless one asks for these."""
    actors = Actor.objects.filter(merged_into=None)
    dismissed = Actor.Standing.DISMISSED
    return actors if standing == dismissed else actors.exclude(standing=dismissed)


def _sides(everybody: bool, chosen: str) -> QuerySet[Any]:
    """The sides to choose from: of the whole world only where everybody is shown."""
    sides = Side.objects.annotate(number=Count("actors")).filter(number__gt=0)
    with_contacts = Contact.sides.through.objects.filter(side=OuterRef("pk"))
    return sides if everybody else sides.filter(Exists(with_contacts) | Q(slug=chosen))


def _rolling_up_to(slug: str) -> list[str]:
    """The sides that are organisations of that side."""
    name = Side.objects.filter(slug=slug).values_list("name", flat=True).first()
    return [part for part, whole in identities().sides.items() if whole == name]


def _counts(actors: QuerySet[Actor]) -> dict[str, int]:
    """How many there are, how many of them have contacts, and how many of these wait to be reviewed."""
    has_contacts = Exists(
        Participation.objects.filter(actor=OuterRef("pk")).exclude(contact__review=Review.REJECTED)
    )
    return (
        actors.order_by()
        .annotate(has_contacts=has_contacts)
        .aggregate(
            there=Count("pk"),
            met=Count("pk", filter=Q(has_contacts=True)),
            candidates=Count("pk", filter=Q(has_contacts=True, standing=Actor.Standing.CANDIDATE)),
        )
    )


def _officers(found: Actor) -> list[Office]:
    """Of an organisation, who held an office in it, those still in office first."""
    if found.kind == Actor.Kind.PERSON:
        return []
    roles = found.officers.select_related("actor").order_by("actor__name", "-since")
    return offices_of(roles)


def _span(strips: dict[int, list[Year]]) -> tuple[int, int] | None:
    """First and last year of the strips, which all cover the same years."""
    years = next(iter(strips.values()), [])
    return (years[0].year, years[-1].year) if years else None


def _narrowed(actors: QuerySet[Actor], words: str, chosen: dict[str, str]) -> QuerySet[Actor]:
    if words:
        actors = called(actors, words)
    if chosen["side"]:
        actors = actors.filter(
            Q(side__slug=chosen["side"]) | Q(side__name__in=_rolling_up_to(chosen["side"]))
        )
    if chosen["kind"]:
        actors = actors.filter(kind=chosen["kind"])
    if chosen["standing"]:
        actors = actors.filter(standing=chosen["standing"])
    return actors


def _with_figures(actors: QuerySet[Actor]) -> QuerySet[Any]:
    """With the number of contacts and the day of the last one, each from the index of participations."""
    own = Participation.objects.filter(actor=OuterRef("pk")).order_by()
    own = own.exclude(contact__review=Review.REJECTED)
    number = own.values("actor").annotate(number=Count("pk")).values("number")
    last = own.values("actor").annotate(last=Max("earliest")).values("last")
    return (
        actors.select_related("side")
        .annotate(contact_count=Coalesce(Subquery(number), 0), last=Subquery(last))
        .order_by("-contact_count", "name", "pk")
    )
