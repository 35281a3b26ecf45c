"""What one contact is, from the mentions that tell it, and where its sources differ."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.merge.days import days_between
from timeline.merge.origins import Origin, origins
from timeline.merge.same_people import same_people_once
from timeline.merge.telling import Person, Telling

MAX_TOPICS = 8


@dataclass(frozen=True)
class MergedPerson:
    """Somebody who took part, with the office and the part that most sources name."""

    key: str
    side: str | None
    title: str
    role: str


@dataclass(frozen=True)
class MergedContact:
    """The fields of a contact; named as in its row."""

    public_id: str
    kind: str
    status: str
    date_edtf: str
    earliest: date | None
    latest: date | None
    place: str
    country: str
    sides: tuple[str, ...]
    people: tuple[MergedPerson, ...]
    topics: tuple[str, ...]
    confidence: float
    article_count: int
    origins: tuple[Origin, ...]
    #: "date", "place", "people", "status": what the sources contradict each other on
    conflicts: tuple[str, ...]

    @property
    def origin_count(self) -> int:
        return len(self.origins)


def merged(tellings: Collection[Telling]) -> MergedContact:
    """One contact from all that is told of it; the same whatever the order of the mentions.

    Where a majority decides, it is one of origins: ten papers that print one agency have one voice.
    """
    told = same_people_once(sorted(tellings, key=lambda telling: telling.key))
    known_from = origins(told)
    voices = _Voices(known_from)
    best_date = _date(told, voices)
    place = voices.most(told, lambda telling: telling.place)
    differing = {
        "date": _dates_differ(told),
        "place": len({telling.place for telling in told if telling.place}) > 1,
        "people": _people_differ(told),
        "status": _statuses_differ(told),
    }
    return MergedContact(
        public_id=public_id(told),
        kind=voices.most(told, lambda telling: telling.kind),
        status=_status(told, voices),
        date_edtf=best_date.edtf if best_date else "",
        earliest=best_date.earliest if best_date else None,
        latest=best_date.latest if best_date else None,
        place=place,
        country=voices.most([t for t in told if not place or t.place in ("", place)], lambda t: t.country),
        sides=tuple(sorted({side for telling in told for side in telling.sides})),
        people=_people(told),
        topics=tuple(
            topic for topic, _ in _counted(t for telling in told for t in telling.topics)[:MAX_TOPICS]
        ),
        confidence=max(telling.confidence for telling in told),
        article_count=len({telling.article for telling in told}),
        origins=known_from,
        conflicts=tuple(name for name, differ in differing.items() if differ),
    )


def public_id(tellings: Iterable[Telling]) -> str:
    """The contact's public name: follows from the first of its mentions by key, from nothing else."""
    article, position = min(telling.key for telling in tellings)
    return hashlib.sha256(f"{article} {position}".encode()).hexdigest()[:12]


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """Values with their counts, the most frequent first and equal ones in the order of the alphabet."""
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))


def _most_said(values: Iterable[str]) -> str:
    counted = _counted(value for value in values if value)
    return counted[0][0] if counted else ""


class _Voices:
    """Which origin each article speaks for."""

    def __init__(self, known_from: Iterable[Origin]) -> None:
        self._of = {
            article: number for number, origin in enumerate(known_from) for article in origin.articles
        }

    def count(self, told: Iterable[Telling]) -> tuple[int, int]:
        """How many origins these mentions are of, and of how many articles."""
        articles = {telling.article for telling in told}
        return len({self._of[article] for article in articles}), len(articles)

    def most(self, told: Iterable[Telling], field: Callable[[Telling], str]) -> str:
        """The value that most origins give, then most articles; '' where nobody gives one."""
        by_value: dict[str, list[Telling]] = {}
        for telling in told:
            if value := field(telling):
                by_value.setdefault(value, []).append(telling)
        return max(sorted(by_value), key=lambda value: self.count(by_value[value]), default="")


def _status(told: Sequence[Telling], voices: _Voices) -> str:
    """Held wins over planned; between those who say that it was and that it was not, the majority."""
    settled = [telling for telling in told if telling.status != "planned"]
    if not settled:
        return "planned"
    return max(
        ["held", "cancelled", "denied"],
        key=lambda status: voices.count(t for t in told if t.status == status),
    )


def _statuses_differ(told: Sequence[Telling]) -> bool:
    """That it took place and that it did not; planned first and then held, cancelled or denied is a history."""
    said = {telling.status for telling in told}
    return "held" in said and bool(said & {"cancelled", "denied"})


def _date(told: Sequence[Telling], voices: _Voices) -> Telling | None:
    """The most exact date that more than half of the origins which could agree on one do agree with.

    So a month that everybody's day lies in does not win over the day that nearly all give.
    """
    dated = [telling for telling in told if telling.earliest and telling.latest]
    same = {edtf: [t for t in dated if t.edtf == edtf] for edtf in {t.edtf for t in dated}}
    agreeing = {
        edtf: voices.count(other for other in dated if _meet(ones[0], other))[0]
        for edtf, ones in same.items()
    }
    most = max(agreeing.values(), default=0)

    def rank(telling: Telling) -> tuple[bool, int, int, tuple[int, int], bool]:
        votes = agreeing[telling.edtf]
        exact = -_length(telling)
        return 2 * votes > most, exact, votes, voices.count(same[telling.edtf]), telling.status == "held"

    return max(dated, key=rank) if dated else None


def _length(telling: Telling) -> int:
    """Days of the range, those included that "about" leaves open."""
    return (telling.reach[1] - telling.reach[0]).days if telling.reach else 0


def _dates_differ(told: Sequence[Telling]) -> bool:
    """Whether two dates cannot both be right; those of a visit may be days of one stay."""
    dated = [telling for telling in told if telling.earliest and telling.latest]
    return any(
        not _meet(one, other) and not _one_stay(one, other)
        for n, one in enumerate(dated)
        for other in dated[:n]
    )


def _one_stay(one: Telling, other: Telling) -> bool:
    return one.kind == other.kind == "visit" and days_between(one, other) is not None


def _meet(one: Telling, other: Telling) -> bool:
    """Whether both dates can be right."""
    if not (one.reach and other.reach):
        return True
    return one.reach[0] <= other.reach[1] and other.reach[0] <= one.reach[1]


def _people(told: Sequence[Telling]) -> tuple[MergedPerson, ...]:
    """Everybody named, those whom most name first."""
    named: dict[str, list[Person]] = {}
    for telling in told:
        for person in telling.people:
            named.setdefault(person.key, []).append(person)
    people = [
        MergedPerson(
            key=key,
            side=_most_said(person.side or "" for person in persons) or None,
            title=_most_said(person.title for person in persons),
            role=_most_said(p.role for p in persons if p.role != "participant") or "participant",
        )
        for key, persons in named.items()
    ]
    return tuple(sorted(people, key=lambda person: (-len(named[person.key]), person.key)))


def _people_differ(told: Sequence[Telling]) -> bool:
    """Whether two mentions each name somebody of a side whom the other leaves out: not less, but else."""
    by_side: dict[str, list[frozenset[str]]] = {}
    for telling in told:
        for side, people in telling.named.items():
            by_side.setdefault(side, []).append(people)
    return any(
        not (one <= other or other <= one)
        for groups in by_side.values()
        for n, one in enumerate(groups)
        for other in groups[:n]
    )
