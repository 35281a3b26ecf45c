"""What reading articles again would change, said before it does: nothing is written but the answer itself.

Every article is read as a worker would read it, and all mentions are merged as they would then stand; the
contacts that come out are set against those that there are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from articles.found import actor_keys
from articles.ingest import metadata_of, replaced, rows_of
from articles.intake import UnreadableArticle
from articles.models import Article, Mention
from articles.reading import read_anew
from articles.tellings import Tellings, telling_of
from timeline.contact_rows import Group, rows_to_keep
from timeline.merge import MergedContact, Telling, clusters, merged
from timeline.models import Contact

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
    found = Foreseen()
    known = Tellings(Mention.objects.all())
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for telling in known:
        by_article[telling.article].append(telling)
    now = dict(by_article)
    homes: dict[tuple[str, int], int | None] = {t.key: known.contact_of[t.row] for t in known}
    ids = list(articles.filter(state=Article.State.READ).order_by("pk").values_list("pk", flat=True))
    for number, pk in enumerate(ids, 1):
        article = Article.objects.select_related("outlet").filter(pk=pk).first()
        if article:
            _look_at(article, found, now, homes, known)
        if number % _STEP == 0 or number == len(ids):
            so_far(number)
    found.articles = len(ids)
    found.contacts = len({contact for contact in known.contact_of.values() if contact})
    if found.otherwise:
        found.changes = _changes(known, [t for told in now.values() for t in told], homes)
    return found


def _look_at(
    article: Article,
    found: Foreseen,
    now: dict[str, list[Telling]],
    homes: dict[tuple[str, int], int | None],
    known: Tellings,
) -> None:
    """Put what the article would say in the place of what it says."""
    try:
        document, mentions = read_anew(article)
    except UnreadableArticle as reason:
        found.unreadable.append((article.pk, reason.sentence))
        return
    for name, value in metadata_of(article, document).items():
        setattr(article, name, value)
    keys, rows_there = actor_keys(mentions)
    found.new_names |= {key: person.name for person, key in keys.items() if key not in rows_there}
    rows = rows_of(article, mentions, keys)
    tellings = [telling_of(row) for row in rows]
    former = now.get(article.text_sha256, [])
    if [_said(telling) for telling in former] == [_said(telling) for telling in tellings]:
        return
    found.otherwise.append(article.pk)
    heirs = {
        telling.key: known.contact_of[heir.row] if heir else None
        for telling, heir in zip(tellings, replaced(rows, former), strict=True)
    }
    for telling in former:
        homes.pop(telling.key, None)
    homes |= heirs
    now[article.text_sha256] = tellings


def _said(telling: Telling) -> tuple[Any, ...]:
    """All that merging looks at, without the row."""
    return (telling.key, *(getattr(telling, name) for name in _COMPARED))


_COMPARED = tuple(
    name for name in Telling.__dataclass_fields__ if name not in ("key", "row", "confidence", "topics")
)


def _changes(
    known: Tellings, tellings: Iterable[Telling], homes: Mapping[tuple[str, int], int | None]
) -> list[Change]:
    """The contacts that would come out otherwise, the new ones and those that would go."""
    told: dict[int, list[Telling]] = defaultdict(list)
    for telling in known:
        if contact := known.contact_of[telling.row]:
            told[contact].append(telling)
    groups = [
        Group(group, Counter(home for telling in group if (home := homes.get(telling.key))))
        for group in clusters(tellings)
    ]
    facts = [merged(group.tellings) for group in groups]
    public_ids = dict(Contact.objects.filter(pk__in=told).values_list("pk", "public_id"))
    kept = rows_to_keep(groups, facts, public_ids)
    staying = set(kept.values())
    changes = []
    for number, (group, after) in enumerate(zip(groups, facts, strict=True)):
        contact = kept.get(number)
        before = merged(told[contact]) if contact else None
        joined = tuple(sorted(home for home in group.homes if home not in staying))
        if not before or joined or differing(before, after):
            changes.append(Change(contact, before, after, joined))
    gone = {home for change in changes for home in change.joined} | staying
    changes += [Change(pk, merged(group), None) for pk, group in told.items() if pk not in gone]
    return sorted(changes, key=_by_date)


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
