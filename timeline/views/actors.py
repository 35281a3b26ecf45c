"""Actors: who they are, what they are called, whom they met; and the list of all of them."""

from django.core.paginator import Paginator
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from timeline.actor_profile import Office, Year, counterparts_of, found_in, names_of, offices_of, years_of
from timeline.models import Actor, Alias, Contact, Participation, Review, Side

CONTACTS_A_PAGE = 25
ACTORS_A_PAGE = 50


@require_GET
def actor(request: HttpRequest, key: str) -> HttpResponse:
    """One actor: names in all scripts, offices, contacts by year, counterparts."""
    found = get_object_or_404(Actor.objects.select_related("side"), key=key)
    contacts = Contact.objects.standing().filter(participations__actor=found).for_timeline().newest_first()
    page = Paginator(contacts, CONTACTS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "timeline/actor.html",
        {
            "actor": found,
            "names": names_of(found),
            "offices": offices_of(found.roles.select_related("organisation")),
            "officers": _officers(found),
            "years": years_of([found.pk]).get(found.pk, []) if page.paginator.count else [],
            "counterparts": counterparts_of(found) if page.paginator.count else None,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "found_in": found_in(found) if found.standing == Actor.Standing.CANDIDATE else [],
        },
    )


@require_GET
def actor_list(request: HttpRequest) -> HttpResponse:
    """All actors, those with the most contacts first, narrowed by words, side, kind and standing."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:200]
    chosen = {name: request.GET.get(name, "") for name in ("side", "kind", "standing")}
    actors = _narrowed(Actor.objects.all(), words, chosen)
    page = Paginator(_with_figures(actors), ACTORS_A_PAGE).get_page(request.GET.get("page"))
    strips = years_of([row.pk for row in page])
    query = request.GET.copy()
    query.pop("page", None)
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
            "sides": Side.objects.annotate(number=Count("actors")).filter(number__gt=0),
            "kinds": Actor.Kind.choices,
            "standings": Actor.Standing.choices,
        },
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
        named = Alias.objects.filter(_spelled("text", words), actor=OuterRef("pk"))
        actors = actors.filter(_spelled("name", words) | Q(key=words) | Exists(named))
    if chosen["side"]:
        actors = actors.filter(side__slug=chosen["side"])
    if chosen["kind"]:
        actors = actors.filter(kind=chosen["kind"])
    if chosen["standing"]:
        actors = actors.filter(standing=chosen["standing"])
    return actors


def _spelled(column: str, words: str) -> Q:
    """The words in any case. SQLite folds ASCII letters only, so the spellings that names have are tried."""
    condition = Q()
    for spelling in dict.fromkeys(
        [words, words.casefold(), words.title(), words.upper(), words.capitalize()]
    ):
        condition |= Q(**{f"{column}__icontains": spelling})
    return condition


def _with_figures(actors: QuerySet[Actor]) -> QuerySet[Actor]:
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
