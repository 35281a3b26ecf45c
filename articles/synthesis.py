"""Plausible contacts in any number, for measurements: few actors in many of them, dates of every exactness.

Nothing here is true. The texts say what the mentions say, so that every page works as with real articles.
"""

import hashlib
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Collection, Evidence, Mention, Outlet
from articles.tellings import telling_of
from timeline.contact_rows import Group, write_contacts
from timeline.edtf import bounds
from timeline.models import Actor, Contact

FIRST, LAST = date(2004, 1, 1), date(2026, 6, 30)
PLACES = [
    ("Moscow", "RU"),
    ("Doha", "QA"),
    ("Cairo", "EG"),
    ("Damascus", "SY"),
    ("Tehran", "IR"),
    ("Gaza", "PS"),
]
VERBS = {"meeting": "met", "visit": "visited", "call": "talked by phone to", "message": "sent a letter to"}
TOPICS = ["ceasefire", "prisoners", "reconciliation", "reconstruction", "humanitarian aid", "Jerusalem"]
CHUNK = 2000


@dataclass
class _Event:
    """What happened, before anybody tells it."""

    kind: str
    status: str
    day: date
    place: tuple[str, str]
    people: list[Actor]
    topics: list[str]


class Synthesis:
    """Draws contacts, the articles that tell them, and what each says; the same for one seed."""

    def __init__(self, *, contacts: int, articles: int, seed: int) -> None:
        self._chance = random.Random(seed)
        self._contacts = contacts
        self._articles = [_Paper(number) for number in range(articles)]
        people = list(Actor.objects.filter(kind=Actor.Kind.PERSON, side__isnull=False).select_related("side"))
        self._chance.shuffle(people)
        by_side: dict[str, list[Actor]] = defaultdict(list)
        for person in people:
            by_side[person.side.name].append(person)  # type: ignore[union-attr]
        self._sides = sorted(by_side.values(), key=lambda actors: (-len(actors), actors[0].key))
        self._outlets = list(Outlet.objects.order_by("key"))

    def write(self) -> None:
        """Write everything in one transaction."""
        with transaction.atomic():
            told = [self._tell(number) for number in range(self._contacts)]
            self._write_articles()
            mentions = [mention for group in told for mention in group]
            for start in range(0, len(told), CHUNK):
                self._write_contacts(told[start : start + CHUNK])
            Mention.objects.bulk_create((mention.row for mention in mentions), batch_size=CHUNK)
            _insert_evidence(mentions)

    # --- drawing

    def _tell(self, number: int) -> list["_Said"]:
        """One event and what one to a dozen articles say of it."""
        event = self._event()
        count = min(1 + int(self._chance.paretovariate(1.4) - 0.6), 12, len(self._articles))
        # Articles in turn, so that none stays empty, and others at random.
        first = self._articles[number % len(self._articles)]
        papers = {first.number: first}
        while len(papers) < count:
            paper = self._chance.choice(self._articles)
            papers.setdefault(paper.number, paper)
        return [self._say(event, paper, exact=n == 0) for n, paper in enumerate(papers.values())]

    def _event(self) -> _Event:
        chance = self._chance
        days = (LAST - FIRST).days
        sides = self._pick(self._sides, 2 if chance.random() < 0.85 else 3)
        people = [actor for side in sides for actor in self._pick(side, 1 if chance.random() < 0.7 else 2)]
        return _Event(
            kind=chance.choices(list(VERBS), [60, 20, 12, 8])[0],
            status=chance.choices(["held", "planned", "cancelled", "denied"], [82, 12, 4, 2])[0],
            day=FIRST + timedelta(int(days * chance.random() ** 0.6)),
            place=chance.choices(PLACES, [50, 15, 12, 10, 8, 5])[0],
            people=people,
            topics=chance.sample(TOPICS, chance.randint(0, 2)),
        )

    def _outlet(self) -> Outlet:
        return self._chance.choice(self._outlets)

    def _pick(self, values: list[Any], count: int) -> list[Any]:
        """Some of the values, the n-th drawn 1/n times as often as the first."""
        weights = list(accumulate(1 / (n + 1) for n in range(len(values))))
        picked: dict[int, Any] = {}
        while len(picked) < min(count, len(values)):
            n = self._chance.choices(range(len(values)), cum_weights=weights)[0]
            picked.setdefault(n, values[n])
        return list(picked.values())

    def _say(self, event: _Event, paper: "_Paper", *, exact: bool) -> "_Said":
        """What an article says of the event: at times less than there is."""
        chance = self._chance
        edtf = self._edtf(event.day) if exact or chance.random() < 0.5 else event.day.isoformat()
        people = event.people if exact or chance.random() < 0.7 else event.people[:1]
        place = event.place if chance.random() < 0.8 else ("", "")
        first, last = bounds(edtf) or (None, None)
        row = Mention(
            kind=event.kind,
            status="planned" if not exact and chance.random() < 0.1 else event.status,
            date_edtf=edtf,
            earliest=first,
            latest=last,
            place=place[0],
            country=place[1],
            sides=sorted({person.side.name for person in event.people if person.side}),
            participants=[_participant(person) for person in people],
            topics=event.topics,
            attribution=[chance.choice(self._outlets).name]
            if self._outlets and chance.random() < 0.4
            else [],
            confidence=round(chance.uniform(0.4, 0.99), 2),
        )
        return paper.add(row, published=event.day + timedelta(chance.randint(0, 3)))

    def _edtf(self, day: date) -> str:
        """The day as news tell it: mostly exactly, at times as an interval, a month, a year or not at all."""
        kind = self._chance.choices(["day", "interval", "month", "about", "year", ""], [70, 10, 10, 4, 3, 3])[
            0
        ]
        if kind == "interval":
            return f"{day.isoformat()}/{(day + timedelta(self._chance.randint(1, 6))).isoformat()}"
        shapes = {"day": "%Y-%m-%d", "month": "%Y-%m", "about": "%Y-%m-%d~", "year": "%Y", "": ""}
        return day.strftime(shapes[kind])

    # --- writing

    def _write_articles(self) -> None:
        collection = Collection.objects.create(slug="synthetic", name="Synthetic articles")
        original = default_storage.save("synthetic.txt", ContentFile(b"Synthetic article; see its text.\n"))
        now = timezone.now()
        for paper in self._articles:
            outlet = self._outlet()
            digest = hashlib.sha256(paper.text.encode()).hexdigest()
            paper.row = Article(
                collection=collection,
                file_name=f"synthetic-{paper.number:06d}.txt",
                media_type="text/plain",
                original=original,
                sha256=digest,
                state=Article.State.READ,
                read_at=now,
                text=paper.text,
                text_sha256=digest,
                language="en",
                title=f"Synthetic article {paper.number}",
                published=paper.published,
                published_from=Article.Source.TEXT if paper.published else Article.Source.UNKNOWN,
                outlet=outlet,
                outlet_name=outlet.name,
            )
        rows = [paper.row for paper in self._articles]
        Article.objects.bulk_create(rows, batch_size=CHUNK)

    def _write_contacts(self, told: list[list["_Said"]]) -> None:
        groups = []
        for said in told:
            for mention in said:
                mention.row.article = mention.paper.row
            groups.append(Group([telling_of(mention.row) for mention in said], Counter()))
        for contact, said in zip(write_contacts(groups, []), told, strict=True):
            for mention in said:
                mention.row.contact = contact


class _Paper:
    """An article on its way: its text grows with what it says."""

    row: Article

    def __init__(self, number: int) -> None:
        self.number = number
        self.text = f"Synthetic article {number}\n\n"
        self.published: date | None = None
        self._count = 0

    def add(self, row: Mention, *, published: date) -> "_Said":
        """Say the mention in a sentence of its own."""
        self.published = max(filter(None, [self.published, published]))
        row.index, self._count = self._count, self._count + 1
        names = [person["name"] for person in row.participants]
        verb = VERBS[row.kind]
        words = [("participant", names[0]), ("trigger", verb)]
        words += [("participant", name) for name in names[1:]] or [("", "the other side")]
        words += [("", "in"), ("place", row.place)] if row.place else []
        words += [("", "on"), ("date", row.date_edtf)] if row.date_edtf else []
        said = _Said(self, row, [])
        for field, text in words:
            if field:
                said.spans.append((field, len(self.text), text))
            row.position = len(self.text) if field == "trigger" else row.position
            self.text += f"{text} "
        self.text = f"{self.text.rstrip()}.\n"
        return said


@dataclass
class _Said:
    """A mention, and where its words stand: field, start, words."""

    paper: _Paper
    row: Mention
    spans: list[tuple[str, int, str]]


def _participant(person: Actor) -> dict[str, Any]:
    return {
        "name": person.name,
        "as_written": person.name,
        "side": person.side.name if person.side else None,
        "role": None,
        "actor": person.key,
        "contact_role": "participant",
    }


def _insert_evidence(mentions: list[_Said]) -> None:
    """By plain SQL: objects for a quarter of a million rows would take most of the time."""
    names = ["mention_id", "field", "start", "end", "quote", "of", "derivation"]
    columns = ", ".join(map(connection.ops.quote_name, names))
    table = connection.ops.quote_name(Evidence._meta.db_table)
    rows = [
        (said.row.pk, field, start, start + len(text), text, text if field == "participant" else "", "")
        for said in mentions
        for field, start, text in said.spans
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s, %s, %s, %s, %s)", rows)


def is_empty() -> bool:
    """Whether there is nothing that synthetic articles could be mixed up with."""
    return not Article.objects.exists() and not Contact.objects.exists()
