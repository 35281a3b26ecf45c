"""Rows of mentions as merging sees them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from articles.extraction.contacts.confidence import load_scale
from articles.found import is_candidate
from articles.models import Mention
from timeline.merge import Person, Telling
from timeline.merge.telling import ABOUT, STAY, UNDATED_REACH
from timeline.registry import groups_of_sides

#: first and last day
Window = tuple[date, date]
#: the doubt of what an article tells beside its news
BACKGROUND = load_scale().doubts["background"].says
_COLUMNS = (
    "pk",
    "contact_id",
    "article__text_sha256",
    "position",
    "kind",
    "status",
    "date_edtf",
    "earliest",
    "latest",
    "place",
    "country",
    "sides",
    "participants",
    "topics",
    "attribution",
    "confidence",
    "doubts",
    "article__published",
    "article__outlet__name",
    "article__outlet_name",
    "article__sketch",
)


class Tellings(list[Telling]):
    """Mentions, and the contact that each belongs to now, by its row."""

    def __init__(self, mentions: QuerySet[Mention] | None = None) -> None:
        super().__init__()
        self.contact_of: dict[int, int | None] = {}
        if mentions is None:
            return
        for row in mentions.order_by("pk").values_list(*_COLUMNS, named=True):
            self.contact_of[row.pk] = row.contact_id
            self.append(
                _telling(
                    row,
                    text_sha256=row.article__text_sha256,
                    published=row.article__published,
                    outlet=row.article__outlet__name or row.article__outlet_name,
                    sketch=row.article__sketch,
                )
            )

    @classmethod
    def of(cls, rows: Iterable[Mention]) -> "Tellings":
        """Mentions just written, whose article is at hand: no need to ask for them again."""
        tellings = cls()
        for row in rows:
            tellings.contact_of[row.pk] = row.contact_id
            tellings.append(telling_of(row))
        return tellings

    def take(self, others: "Tellings") -> None:
        """Add those mentions that are not here yet."""
        self += [telling for telling in others if telling.row not in self.contact_of]
        self.contact_of = {**others.contact_of, **self.contact_of}


def between(first: date, last: date, *, kinds: Iterable[str], known: Window | None = None) -> Tellings:
    """Mentions that may be of these days, without most of those that may be of the ``known`` days among them.

    Dated and undated ones are asked for apart: one condition over both could use no index.
    """
    mentions = Mention.objects.filter(kind__in=set(kinds))
    start, end = _widened((first, last), ABOUT + STAY)
    dated = Q(earliest__lte=end, latest__gte=start)
    weeks = _widened((first, last), UNDATED_REACH)
    published = Q(article__published__range=weeks)
    if known:
        known_start, known_end = _widened(known, ABOUT + STAY)
        dated &= Q(latest__lt=known_start) | Q(earliest__gt=known_end)
        published &= ~Q(article__published__range=_widened(known, UNDATED_REACH))
    tellings = Tellings(mentions.filter(dated))
    tellings.take(Tellings(mentions.filter(published, earliest=None)))
    return tellings


def mentions_at(keys: Iterable[tuple[str, int]]) -> QuerySet[Mention]:
    """The mentions with these keys; others of their articles' places are none."""
    keys = set(keys)
    texts, positions = {text for text, _ in keys}, {position for _, position in keys}
    found = Mention.objects.filter(article__text_sha256__in=texts, position__in=positions)
    rows = found.order_by().values_list("pk", "article__text_sha256", "position")
    return Mention.objects.filter(pk__in=[pk for pk, text, position in rows if (text, position) in keys])


def telling_of(mention: Mention) -> Telling:
    """One mention, from its row and its article's."""
    article = mention.article
    return _telling(
        mention,
        text_sha256=article.text_sha256,
        published=article.published,
        outlet=article.outlet.name if article.outlet else article.outlet_name,
        sketch=article.sketch,
    )


def hull(tellings: Iterable[Telling]) -> Window | None:
    """The first and the last day that any of them may be of."""
    spans = [telling.reach for telling in tellings if telling.reach]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def _telling(
    row: Any, *, text_sha256: str, published: date | None, outlet: str, sketch: bytes | memoryview | None
) -> Telling:
    groups = groups_of_sides()
    lumps = frozenset(side for side in row.sides if side in groups)
    return Telling(
        key=(text_sha256, row.position),
        kind=row.kind,
        status=row.status,
        edtf=row.date_edtf,
        earliest=row.earliest,
        latest=row.latest,
        place=row.place,
        country=row.country,
        sides=frozenset(row.sides),
        lumps=lumps,
        stands_for=frozenset().union(*(groups[side] for side in lumps)),
        people=tuple(_people(row.participants)),
        topics=tuple(row.topics),
        attribution=tuple(row.attribution),
        outlet=outlet,
        sketch=bytes(sketch or b""),
        confidence=row.confidence,
        published=published,
        background=BACKGROUND in row.doubts,
        row=row.pk or 0,
    )


def _people(participants: list[dict[str, Any]]) -> Iterator[Person]:
    for person in participants:
        if key := person.get("actor"):
            yield Person(
                key=key,
                side=person.get("side"),
                title=person.get("role") or "",
                role=person.get("contact_role") or "participant",
                name=person.get("name") or "",
                listed=bool(person.get("decided")) or not is_candidate(key),
            )


def _widened(window: Window, days: int) -> Window:
    by = timedelta(days)
    return _moved(window[0], -by), _moved(window[1], by)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min
