"""What is known of an actor beside the row itself: years, counterparts, names, offices, first sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Max, Min, Q
from django.db.models.functions import Cast, Substr

from timeline.date_words import period_in_words
from timeline.evidence import article_url
from timeline.facets import language_name
from timeline.models import Actor, Alias, Contact, Participation, Review, Role, Status

#: counterparts shown, of each sort
MOST_COUNTERPARTS = 15
#: sentences shown of somebody who is not on the list yet, and how far they reach to each side
MOST_SENTENCES = 12
REACH = 240


@dataclass(frozen=True, slots=True)
class Year:
    """Contacts that began in a year; ``share`` is of the fullest year, and never too small to be seen."""

    year: int
    count: int
    share: float

    @property
    def is_marked(self) -> bool:
        """Whether the year is written out where there is no room for all."""
        return self.year % 5 == 0


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody who took part in the same contacts."""

    key: str
    name: str
    side: str
    held: int
    other: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Those of other sides, who were met, and those of the actor's own, who came along."""

    met: list[Counterpart]
    along: list[Counterpart]


@dataclass(frozen=True, slots=True)
class NameGroup:
    """The names of an actor in one language, the customary ones before short forms and the like."""

    language: str
    label: str
    names: list[Alias]


@dataclass(frozen=True, slots=True)
class Office:
    """A role with its time in words."""

    role: Role
    when: str


@dataclass(frozen=True, slots=True)
class FoundIn:
    """The sentence of an article that names somebody: before, the name, after."""

    before: str
    words: str
    after: str
    url: str
    article: Any


def years_of(actors: Iterable[int]) -> dict[int, list[Year]]:
    """Contacts of each actor in each year, from the first year of any of them to the last: one query.

    The year is cut from the text of the date: ExtractYear calls Python for every row of SQLite.
    """
    year = Substr(Cast("earliest", CharField()), 1, 4)
    rows = (
        Participation.objects.filter(actor__in=list(actors), earliest__isnull=False)
        .exclude(contact__review=Review.REJECTED)
        .order_by()
        .values_list("actor_id", year)
        .annotate(contacts=Count("pk"))
    )
    counts: dict[int, dict[int, int]] = defaultdict(dict)
    for actor, text, number in rows:
        counts[actor][int(text)] = number
    every = [year for found in counts.values() for year in found]
    if not every:
        return {}
    span = range(min(every), max(every) + 1)
    return {actor: _strip(found, span) for actor, found in counts.items()}


def counterparts_of(actor: Actor) -> Counterparts:
    """Who took part in the same contacts, the most frequent first: one query."""
    rows = (
        Participation.objects.filter(contact__participations__actor=actor)
        .exclude(actor=actor)
        .exclude(contact__review=Review.REJECTED)
        .order_by()
        .values("actor__key", "actor__name", "actor__side_id", "actor__side__name")
        .annotate(
            held=Count("pk", filter=Q(contact__status=Status.HELD)),
            total=Count("pk"),
            first=Min("earliest"),
            last=Max("earliest"),
        )
        .order_by("-held", "-total", "actor__name")
    )
    met: list[Counterpart] = []
    along: list[Counterpart] = []
    for row in rows:
        own = row["actor__side_id"] is not None and row["actor__side_id"] == actor.side_id
        (along if own else met).append(
            Counterpart(
                key=row["actor__key"],
                name=row["actor__name"],
                side=row["actor__side__name"] or "",
                held=row["held"],
                other=row["total"] - row["held"],
                first=row["first"],
                last=row["last"],
            )
        )
    return Counterparts(met[:MOST_COUNTERPARTS], along[:MOST_COUNTERPARTS])


def names_of(actor: Actor) -> list[NameGroup]:
    """The names in every script, a group for each language: one query."""
    groups: dict[str, list[Alias]] = defaultdict(list)
    for alias in Alias.objects.filter(Q(actor=actor) | Q(actor__merged_into=actor)).order_by(
        "language", "pk"
    ):
        groups[alias.language].append(alias)
    order = list(Alias.Kind.values)
    for names in groups.values():
        names.sort(key=lambda alias: (order.index(alias.kind), alias.text != actor.name))
    return [NameGroup(code, language_name(code), names) for code, names in sorted(groups.items())]


def offices_of(roles: Iterable[Role]) -> list[Office]:
    """Offices with their time in words, those still held first, then the latest."""
    by_start = sorted(roles, key=lambda role: role.since, reverse=True)
    ranked = sorted(by_start, key=lambda role: bool(role.until))
    return [Office(role, period_in_words(role.since, role.until)) for role in ranked]


def found_in(actor: Actor) -> list[FoundIn]:
    """The sentences that name the actor, for whoever decides whether it belongs on the list: four queries."""
    contacts = (
        Contact.objects.filter(participations__actor=actor)
        .defer("search_text")
        .prefetch_related("mentions__article__outlet", "mentions__evidence")
        .newest_first()[:MOST_SENTENCES]
    )
    sentences = [
        FoundIn(
            *sentence_around(mention.article.text, evidence.start, evidence.end),
            url=article_url(mention, evidence),
            article=mention.article,
        )
        for contact in contacts
        for mention in contact.mentions.all()  # type: ignore[attr-defined]
        for evidence in mention.evidence.all()
        if evidence.field == "participant" and evidence.of in _called(actor, mention)
    ]
    return sentences[:MOST_SENTENCES]


def sentence_around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence of a range: what stands before, the range, what stands after, none of it too long."""
    before = text[max(0, start - REACH) : start]
    after = text[end : end + REACH]
    if breaks := list(re.finditer(r"[.!?؟…]\s+|\n", before)):
        before = before[breaks[-1].end() :]
    elif start > REACH:
        before = "… " + before.partition(" ")[2]
    if stop := re.search(r"[.!?؟…](?=\s|$)|\n", after):
        after = after[: stop.end()].rstrip()
    elif end + REACH < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, text[start:end], after


def _strip(counts: dict[int, int], span: Sequence[int]) -> list[Year]:
    most = max(counts.values())
    return [Year(year, counts.get(year, 0), round(max(0.04, counts.get(year, 0) / most), 3)) for year in span]


def _called(actor: Actor, mention: Any) -> set[str]:
    """What a mention calls the actor: by key, or by the very name."""
    return {actor.name} | {
        entry.get("name", "") for entry in mention.participants if entry.get("actor") == actor.key
    }
