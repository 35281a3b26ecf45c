"""Filters with a name: which query they keep, how they are made, arranged, removed and brought back."""

import hashlib
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl

from django.db import transaction
from django.db.models import Case, Max, Value, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import slugify

from timeline.actors.picking import matches, sides_called
from timeline.filters import DISPLAY_PARAMETERS, ContactFilter
from timeline.models import SavedView
from timeline.summary import conditions

#: what a query says besides that is of one moment only
PASSING = ("page", "contact")
LONGEST_NAME, LONGEST_QUERY = 120, 4000
#: views that can be brought back
MOST_REMOVED = 10


class Refused(Exception):
    """What was asked for cannot be done; the message is a sentence for the person."""


class ChangedMeanwhile(Exception):
    """The view is no longer what the person saw; ``now`` is what it is, None where it is gone."""

    def __init__(self, now: SavedView | None) -> None:
        super().__init__("Changed meanwhile.")
        self.now = now


def filter_query(query: QueryDict, *, without: Sequence[str] = PASSING) -> str:
    """The query string without some of its parameters and without those that say nothing."""
    rest = query.copy()
    for name in list(rest):
        values = [value for value in rest.getlist(name) if value]
        if name in without or not values:
            del rest[name]
        else:
            rest.setlist(name, values)
    return rest.urlencode() or "all=1"


def canonical_query(query: QueryDict, contact_filter: ContactFilter, **options: Sequence[str]) -> str:
    """The same with the keys of actors and sides in the place of what a person typed for them."""
    rest = query.copy()
    for name in ("actor", "side"):
        if meant := contact_filter.values[name]:
            rest.setlist(name, meant)
    return filter_query(rest, **options)


def same_view(query: QueryDict, views: Iterable[SavedView]) -> SavedView | None:
    """The named view that shows the same contacts, if there is one."""
    asked = _conditions_of(query.urlencode())
    return next((view for view in views if _conditions_of(view.query) == asked), None)


def in_words(query: str) -> list[str]:
    """The conditions of a query, each in words; what it shows when there are none."""
    given = QueryDict(query)
    return [condition.words for condition in conditions(ContactFilter(given), given)]


def name_for(query: str) -> str:
    """What a view of that query may be called: "Taliban - Russia"."""
    contact_filter = ContactFilter(QueryDict(query))
    for parameter, joint in (("side", " - "), ("actor", ", ")):
        if called := contact_filter.names(parameter):
            names = [called[value] for value in contact_filter.active.get(parameter, [])]
            rest = [words for words in in_words(query)[1:] if parameter == "side"]
            return ", ".join([joint.join(names), *rest])[:LONGEST_NAME]
    return ", ".join(in_words(query))[:LONGEST_NAME].capitalize()


def query_between(typed: Iterable[str]) -> str:
    """The query of the contacts between sides (or people) as a person types them; raises Refused."""
    query = QueryDict(mutable=True)
    for text in typed:
        if words := text.replace("\x00", "").strip():
            parameter, value = _meant(words)
            if value not in query.getlist(parameter):
                query.appendlist(parameter, value)
    if not query:
        raise Refused("Say between whom: two sides, or a side alone.")
    return query.urlencode()


def version_of(view: SavedView) -> str:
    """What the view is, in a few letters."""
    state = (view.name, view.query, view.removed_at is None)
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def save(name: str, query: str, *, default: bool = False, replace: bool = False) -> SavedView:
    """Keep a query under a name, at the end of the list; raises Refused where the name is taken."""
    given = QueryDict(query)
    name, query = name.strip(), canonical_query(given, ContactFilter(given))
    if not name:
        raise Refused("Give the view a name.")
    if len(name) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise Refused("That is too long to be kept.")
    with transaction.atomic():
        same = SavedView.objects.select_for_update().filter(name__iexact=name).first()
        if same and not replace:
            raise Refused(f"There is a view called {same.name} already.")
        last = SavedView.objects.aggregate(last=Max("position"))["last"]
        view = same or SavedView(slug=_free_slug(name), position=0 if last is None else last + 1)
        view.name, view.query = name, query
        view.save()
        if default:
            make_default(view)
    return view


def rename(slug: str, version: str, name: str) -> SavedView:
    """Call a view otherwise."""
    name = name.strip()[:LONGEST_NAME]
    with transaction.atomic():
        view = _as_seen(slug, version)
        if not name:
            raise Refused("Give the view a name.")
        if SavedView.objects.filter(name__iexact=name).exclude(pk=view.pk).exists():
            raise Refused(f"There is a view called {name} already.")
        view.name = name
        view.save(update_fields=["name"])
    return view


def remove(slug: str, version: str) -> SavedView:
    """Take a view from the list; it can be brought back."""
    with transaction.atomic():
        view = _as_seen(slug, version)
        view.removed_at, view.is_default = timezone.now(), False
        view.save(update_fields=["removed_at", "is_default"])
    return view


def bring_back(slug: str) -> SavedView:
    """Undo a removal: at its old place, with a name that is free."""
    with transaction.atomic():
        view = SavedView.with_removed.select_for_update().filter(slug=slug).first()
        if not view:
            raise ChangedMeanwhile(None)
        if view.removed_at:
            while SavedView.objects.filter(name__iexact=view.name).exists():
                view.name = f"{view.name[: LONGEST_NAME - 10]} (again)"
            view.removed_at = None
            view.save(update_fields=["removed_at", "name"])
    return view


def make_default(view: SavedView) -> None:
    """Open the site with this view and no other; one statement, so that never two are."""
    SavedView.with_removed.update(is_default=Case(When(pk=view.pk, then=Value(True)), default=Value(False)))


def move(slug: str, by: int) -> None:
    """One place up (-1) or down (1); positions are numbered anew."""
    with transaction.atomic():
        views = list(SavedView.objects.select_for_update().order_by("position", "name", "pk"))
        at = next((n for n, view in enumerate(views) if view.slug == slug), None)
        if at is not None and 0 <= at + by < len(views):
            views[at], views[at + by] = views[at + by], views[at]
        for position, view in enumerate(views):
            view.position = position
        SavedView.objects.bulk_update(views, ["position"])


def _as_seen(slug: str, version: str) -> SavedView:
    """The view for writing, if it is still what was on the screen."""
    view = SavedView.objects.select_for_update().filter(slug=slug).first()
    if not view or version_of(view) != version:
        raise ChangedMeanwhile(view)
    return view


def _meant(words: str) -> tuple[str, str]:
    """The parameter and the value for a side, a state or a movement by any of its names, or for a person."""
    sides = sides_called(words)
    if len(sides) == 1:
        return "side", sides[0].slug
    found = [] if sides else matches(words)
    if len(found) == 1:
        return "actor", found[0].key
    if may_be := [*(side.name for side in sides), *(actor.name for actor in found)]:
        raise Refused(f"“{words[:60]}” may be {', '.join(may_be[:4])}: write it out.")
    raise Refused(f"“{words[:60]}” is not known here as a side, a state, a movement or a person.")


def _free_slug(name: str) -> str:
    base = slugify(name)[:40].strip("-") or "view"
    slug, number = base, 2
    while SavedView.with_removed.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def _conditions_of(query: str) -> set[tuple[str, str]]:
    return {pair for pair in parse_qsl(query) if pair[0] not in DISPLAY_PARAMETERS}
