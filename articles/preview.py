"""What reading articles again would change, said before it does: nothing is written but the answer itself.

Every article is read as a worker would read it, and all mentions are merged as they would then stand; the
contacts that come out are set against those that there are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from articles.found import actor_keys
from articles.ingest import fit, metadata_of
from articles.intake import UnreadableArticle
from articles.models import Article, Mention
from articles.reading import read_anew
from articles.tellings import Tellings, telling_of
from timeline.contact_rows import Group, rows_to_keep, ruled_fact
from timeline.merge import MergedContact, Telling
from timeline.models import Contact
from timeline.review.links import ruled_clusters
from timeline.review.rulings import Key, Ruling, all_rulings, of_groups

#: articles between two reports of how far it is
_STEP = 20


@dataclass(frozen=True)
class Change:
    """One contact that would change: ``before`` is None for a new one, ``after`` for one that goes."""

    #: the row that there is, None for a new contact
    contact: int | None
    before: MergedContact | None
    after: MergedContact | None
    #: rows whose mentions would all be part of this contact
    joined: tuple[int, ...] = ()


@dataclass
class Foreseen:
    """What would change, and how much was looked at."""

    articles: int = 0
    contacts: int = 0
    #: articles that would say something else
    otherwise: list[int] = field(default_factory=list)
    #: articles that could no longer be read, with the sentence that says why
    unreadable: list[tuple[int, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    #: names of people who would be found for the first time, by the key they would get
    new_names: dict[str, str] = field(default_factory=dict)


def foresee(articles: QuerySet[Article], *, so_far: Callable[[int], None] = lambda _: None) -> Foreseen:
    """Read those of the articles that were read again, and store nothing.

    ``so_far`` is told now and then how many it were.
    """
    trial = _Trial()
    ids = list(articles.filter(state=Article.State.READ).order_by("pk").values_list("pk", flat=True))
    for number, pk in enumerate(ids, 1):
        if article := Article.objects.select_related("outlet").filter(pk=pk).first():
            trial.read(article)
        if number % _STEP == 0 or number == len(ids):
            so_far(number)
    found = trial.found
    found.articles = len(ids)
    found.contacts = len(trial.told)
    found.changes = trial.changes() if found.otherwise else []
    return found


class _Trial:
    """What all articles say now, and in its place, article by article, what they would say."""

    def __init__(self) -> None:
        self.found = Foreseen()
        self._rulings = all_rulings()
        self._said: dict[str, Tellings] = defaultdict(Tellings)
        #: the mentions of each contact as they are
        self.told: dict[int, list[Telling]] = defaultdict(list)
        known = Tellings(Mention.objects.all())
        for telling in known:
            contact = known.contact_of[telling.row]
            self._said[telling.article].append(telling)
            self._said[telling.article].contact_of[telling.row] = contact
            if contact:
                self.told[contact].append(telling)
        #: what would be said instead, the contact that each mention would come from, and where anchors would go
        self._would_say: dict[str, list[Telling]] = dict(self._said)
        self._home = {telling.key: known.contact_of[telling.row] for telling in known}
        self._moved: dict[Key, Key] = {}

    def read(self, article: Article) -> None:
        """Put what the article would say in the place of what it says."""
        try:
            document, mentions = read_anew(article)
        except UnreadableArticle as reason:
            self.found.unreadable.append((article.pk, reason.sentence))
            return
        for name, value in metadata_of(article, document).items():
            setattr(article, name, value)
        keys, there = actor_keys(mentions)
        former = self._said.get(article.text_sha256, Tellings())
        fitted = fit(article, mentions, keys, former)
        rows = [*(row for row, _ in fitted.read), *(fitted.carried.kept if fitted.carried else ())]
        tellings = [telling_of(row) for row in rows]
        if sorted(map(_compared, former)) == sorted(map(_compared, tellings)):
            return
        self.found.otherwise.append(article.pk)
        self.found.new_names |= {key: person.name for person, key in keys.items() if key not in there}
        for telling in former:
            del self._home[telling.key]
        self._home |= {telling.key: row.contact_id for telling, row in zip(tellings, rows, strict=True)}
        self._would_say[article.text_sha256] = tellings
        if fitted.carried:
            text = article.text_sha256
            self._moved |= {(text, old): (text, new) for old, new in fitted.carried.moved.items()}

    def changes(self) -> list[Change]:
        """The contacts that would come out otherwise, the new ones and those that would go."""
        rulings = [_moved(ruling, self._moved) for ruling in self._rulings]
        would_be = ruled_clusters((t for told in self._would_say.values() for t in told), rulings)
        groups = self._groups(would_be, rulings)
        facts = [ruled_fact(group)[0] for group in groups]
        now = dict(zip(self.told, self._groups(list(self.told.values()), self._rulings), strict=True))
        public_ids = dict(Contact.objects.filter(pk__in=self.told).values_list("pk", "public_id"))
        kept = rows_to_keep(groups, facts, public_ids)
        staying = set(kept.values())
        changes = []
        for number, (group, after) in enumerate(zip(groups, facts, strict=True)):
            contact = kept.get(number)
            before = ruled_fact(now[contact])[0] if contact else None
            joined = tuple(sorted(home for home in group.homes if home not in staying))
            if not before or joined or differing(before, after):
                changes.append(Change(contact, before, after, joined))
        elsewhere = {home for change in changes for home in change.joined} | staying
        gone = [pk for pk in self.told if pk not in elsewhere]
        changes += [Change(pk, ruled_fact(now[pk])[0], None) for pk in gone]
        return sorted(changes, key=_by_date)

    def _groups(self, told: Sequence[Sequence[Telling]], rulings: Sequence[Ruling]) -> list[Group]:
        on_each = of_groups([[telling.key for telling in group] for group in told], rulings)
        return [
            Group(group, Counter(home for t in group if (home := self._home.get(t.key))), on)
            for group, on in zip(told, on_each, strict=True)
        ]


def _moved(ruling: Ruling, moved: Mapping[Key, Key]) -> Ruling:
    parts = tuple(frozenset(moved.get(key, key) for key in part) for part in ruling.parts)
    return replace(ruling, parts=parts)


def _compared(telling: Telling) -> str:
    """All of a mention that a contact may follow from, without its row."""
    values = (getattr(telling, name) for name in _COMPARED)
    return repr([sorted(value) if isinstance(value, frozenset) else value for value in values])


_COMPARED = tuple(
    name for name in Telling.__dataclass_fields__ if name not in ("row", "confidence", "topics")
)


def _by_date(change: Change) -> tuple[bool, str, str]:
    fact = change.after or change.before
    assert fact
    return fact.earliest is None, str(fact.earliest), fact.public_id


def differing(before: MergedContact, after: MergedContact) -> list[str]:
    """The fields on which two readings of one contact differ, in the order in which they are shown."""
    return [name for name, read in _FIELDS.items() if read(before) != read(after)]


_FIELDS: dict[str, Callable[[MergedContact], Any]] = {
    "kind": lambda fact: fact.kind,
    "status": lambda fact: fact.status,
    "date": lambda fact: fact.date_edtf,
    "place": lambda fact: (fact.place, fact.country),
    "sides": lambda fact: fact.sides,
    "people": lambda fact: sorted(person.key for person in fact.people),
    "articles": lambda fact: fact.article_count,
    "origins": lambda fact: fact.origin_count,
}
