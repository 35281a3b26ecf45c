"""The seam: what was read of an article becomes rows, and its neighbourhood of contacts is merged anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import extraction, queue
from articles.actors.meaning import meant
from articles.document import fingerprint
from articles.found import ensure_actors, ensure_sides
from articles.merging import merge_around, one_at_a_time
from articles.models import Article, Evidence, Mention, Outlet
from articles.opening import opening_of
from articles.review.carry import Carried
from articles.speakers import attributions
from articles.tellings import Tellings
from timeline.actors.identity import identities
from timeline.merge import Telling
from timeline.merge.sketch import sketch_of

Source = Article.Source


def store(
    article: Article,
    document: extraction.Document,
    mentions: Sequence[extraction.Mention],
    *,
    claim: UUID,
) -> None:
    """Write what was read, merge, and settle the article as read: all of it, or nothing.

    Raises ``queue.ClaimLost`` when the article is another's by now, and ValueError when a quote does not
    stand where its evidence says.
    """
    _check_quotes(document.text, mentions)
    fields = {
        **metadata_of(article, document),
        "state": Article.State.READ,
        "reason": "",
        "claim": None,
        "lease_until": None,
        "read_at": timezone.now(),
    }
    with transaction.atomic():
        one_at_a_time()
        # Before the article's day changes: an undated mention is of the weeks around it.
        before = Tellings(Mention.objects.filter(article=article.pk))
        if not queue.held(article.pk, claim).update(**fields):
            raise queue.ClaimLost
        for field, value in fields.items():
            setattr(article, field, value)
        rows = _replace_mentions(article, mentions, before)
        merge_around(before, Tellings.of(rows))


def forget(articles: QuerySet[Article]) -> None:
    """Remove articles and all they said; contacts that others tell as well stay, as those tell them."""
    with transaction.atomic():
        one_at_a_time()
        before = Tellings(Mention.objects.filter(article__in=articles))
        articles.delete()
        merge_around(before, Tellings())


def _check_quotes(text: str, mentions: Sequence[extraction.Mention]) -> None:
    for mention in mentions:
        for evidence in mention.evidence:
            if text[evidence.start : evidence.end] != evidence.quote:
                raise ValueError(
                    f"“{evidence.quote}” does not stand at {evidence.start}-{evidence.end} of the text"
                )


# --- the article


def metadata_of(article: Article, document: extraction.Document) -> dict[str, Any]:
    """The article's fields: what was given wins over what the document shows."""
    given = article.given
    fields = {
        "text": document.text,
        "text_sha256": fingerprint(document.text),
        "media_type": article.media_type,
        "language": (given.get("language") or document.language or "")[:8],
        "title": (given.get("title") or document.title)[:500],
        "opening": opening_of(document.text),
        "sketch": sketch_of(document.text),
        "url": given.get("url") or article.url,
        "shown": {field: list(span) for field, span in document.shown.items()},
        "published": document.published,
        "published_from": document.published_from,
    }
    if given.get("published"):
        fields |= {"published": date.fromisoformat(given["published"]), "published_from": Source.GIVEN}
    return fields | _outlet(given, document)


def _outlet(given: Mapping[str, Any], document: extraction.Document) -> dict[str, Any]:
    if given.get("outlet"):
        name, source = given["outlet"], Source.GIVEN
    elif document.outlet:
        name, source = document.outlet, Source.TEXT if "outlet" in document.shown else Source.PAGE
    else:
        name, source = "", Source.UNKNOWN
    return {"outlet": find_outlet(name), "outlet_name": name[:200], "outlet_from": source}


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that key, name, other name or domain."""
    if not (name := name.strip()):
        return None
    exact = Outlet.objects.filter(Q(key=name) | Q(name__iexact=name) | Q(domain__iexact=name)).first()
    if exact:
        return exact
    folded = name.casefold()
    for outlet in Outlet.objects.exclude(aliases={}):
        if any(folded == alias.casefold() for aliases in outlet.aliases.values() for alias in aliases):
            return outlet
    return None


# --- its mentions


def _replace_mentions(
    article: Article, mentions: Sequence[extraction.Mention], before: Tellings
) -> list[Mention]:
    """The article's mentions and their evidence; each takes over the contact of the one that it replaces.

    Those that a person decided on, or wrote, stay (see ``articles.review.carry``).
    """
    sides = ensure_sides(mentions)
    actors = ensure_actors(mentions, sides)
    fitted = fit(article, mentions, actors, before)
    if carried := fitted.carried:
        article.mentions.exclude(pk__in=[mention.pk for mention in carried.kept]).delete()
        carried.write()
    rows = [row for row, _ in fitted.read]
    Mention.objects.bulk_create(rows)
    Evidence.objects.bulk_create(
        Evidence(
            mention=row,
            field=evidence.field,
            start=evidence.start,
            end=evidence.end,
            quote=evidence.quote,
            derivation=evidence.derivation[:300],
            of=evidence.of[:200],
        )
        for row, mention in fitted.read
        for evidence in mention.evidence
    )
    return [*rows, *(carried.kept if carried else ())]


@dataclass(frozen=True)
class Fitted:
    """A reading beside what the article said before: nothing of it is written yet."""

    read: list[tuple[Mention, extraction.Mention]]
    #: what stays of the former mentions because of people; None where there were none
    carried: Carried | None


def fit(
    article: Article,
    mentions: Sequence[extraction.Mention],
    actors: Mapping[extraction.Participant, str],
    before: Tellings,
) -> Fitted:
    """Rows for what was read, each with the contact of the mention that it replaces."""
    carried = Carried(article, before[0].article) if before else None
    rows = _rows(article, mentions, actors, taken=carried.taken if carried else ())
    read = list(zip(rows, mentions, strict=True))
    if carried:
        read = [(row, mention) for row, mention in read if not carried.gives_way(mention, _trigger(mention))]
        carried.settle([(row, _spans(mention)) for row, mention in read])
    former = list(before)
    for row, _ in read:
        if heir_of := _replaced(row, former):
            former.remove(heir_of)
            row.contact_id = before.contact_of[heir_of.row]
    _mean(read, carried, before)
    return Fitted(read, carried)


def _mean(
    read: Iterable[tuple[Mention, extraction.Mention]], carried: Carried | None, before: Tellings
) -> None:
    """Let the rows name whom people decided that they mean; decisions still hold on to where they stood."""
    known = identities()
    stood = {now: (before[0].article, old) for old, now in carried.moved.items()} if carried else {}
    for row, mention in read:
        named = {evidence.of for evidence in mention.evidence if evidence.field == "side"}
        meant(row, known, key=stood.get(row.position), named=named)


def _spans(mention: extraction.Mention) -> list[tuple[int, int]]:
    return [(evidence.start, evidence.end) for evidence in mention.evidence]


def _rows(
    article: Article,
    mentions: Sequence[extraction.Mention],
    actors: Mapping[extraction.Participant, str],
    *,
    taken: Iterable[int] = (),
) -> list[Mention]:
    """The mentions as rows that are not written yet; ``actors`` has a key for each participant.

    No row stands at a position that is ``taken``.
    """
    rows = []
    positions = set(taken)
    sources = attributions(article.text, mentions)
    for index, (mention, attribution) in enumerate(zip(mentions, sources, strict=True)):
        row = _row(article, index, mention, actors)
        row.attribution = attribution
        row.position = _free(_trigger(mention), positions)
        rows.append(row)
    return rows


def _row(
    article: Article,
    index: int,
    mention: extraction.Mention,
    actors: Mapping[extraction.Participant, str],
) -> Mention:
    return Mention(
        article=article,
        index=index,
        kind=mention.kind,
        status=mention.status,
        date_edtf=mention.date or "",
        earliest=mention.earliest,
        latest=mention.latest,
        place=(mention.place or "")[:120],
        country=mention.country or "",
        sides=list(mention.sides),
        participants=[
            {
                "name": person.name,
                "as_written": person.as_written,
                "side": person.side,
                "role": person.role,
                "actor": actors[person],
                "contact_role": person.contact_role,
            }
            for person in mention.participants
        ],
        topics=list(mention.topics),
        confidence=mention.confidence,
        doubts=list(mention.doubts),
    )


def _trigger(mention: extraction.Mention) -> int:
    starts = [e.start for e in mention.evidence if e.field == "trigger"] or [
        e.start for e in mention.evidence
    ]
    return min(starts, default=0)


def _free(position: int, taken: set[int]) -> int:
    """The position, or the next one that no other mention of the article has."""
    while position in taken:
        position += 1
    taken.add(position)
    return position


def _replaced(row: Mention, former: Sequence[Telling]) -> Telling | None:
    """The former mention of the same article that the row reads anew: of its kind and sides, the nearest."""
    alike = [told for told in former if told.kind == row.kind and len(told.sides & {*row.sides}) >= 2]
    return min(alike, key=lambda told: abs(told.key[1] - row.position), default=None)
