"""What became of the files of one import: each is in exactly one place."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from articles import queue, reading
from articles.models import Article

State = Article.State
COUNTS = ("read", "duplicate", "failed", "quarantined", "waiting")
_UNSETTLED = (State.RECEIVED, State.READING)
#: seconds without any progress after which the articles are read here: no worker gets to them
_PATIENCE, _POLL = 3.0, 0.2


@dataclass(frozen=True)
class Entry:
    """A file by its name, and the article it became, or why it became none."""

    file: str
    article: int | None
    reason: str | None = None


def of(entries: Iterable[Entry]) -> dict[str, Any]:
    """The ledger, as the command line prints it; ``contacts`` counts those the article speaks of."""
    entries = list(entries)
    ids = [entry.article for entry in entries]
    articles = Article.objects.annotate(told=Count("mentions__contact", distinct=True)).in_bulk(
        [pk for pk in ids if pk is not None]
    )
    rows = [_row(entry, articles.get(entry.article or 0)) for entry in entries]
    counted = Counter(row["state"] for row in rows)
    return {"handed_over": len(rows), **{key: counted[key] for key in COUNTS}, "articles": rows}


def _row(entry: Entry, article: Any) -> dict[str, Any]:
    if article is None:
        return {
            "file": entry.file,
            "id": entry.article,
            "state": "failed",
            "contacts": 0,
            "reason": entry.reason or "It was removed.",
        }
    return {
        "file": entry.file,
        "id": article.pk,
        "state": "waiting" if article.state in _UNSETTLED else article.state,
        "contacts": article.told,
        "reason": article.reason or None,
    }


def wait(article_ids: Iterable[int]) -> None:
    """Return when all are settled; where no worker makes progress, read them here, by the same claims."""
    ids = set(article_ids)
    _wait_for_worker(ids)
    while _unsettled(ids):
        queue.sweep()
        free = next((pk for pk in _unsettled(ids, free=True)), None)
        if free is None:
            time.sleep(_POLL)  # somebody else is at it, or its lease has yet to run out
        else:
            reading.read(free)


def _wait_for_worker(ids: set[int]) -> None:
    """Return when all are settled, or nothing has happened for a while."""
    left, since = len(ids) + 1, time.monotonic()
    while now := len(_unsettled(ids)):
        if now < left:
            left, since = now, time.monotonic()
        elif time.monotonic() - since > _PATIENCE:
            return
        time.sleep(_POLL)


def _unsettled(ids: set[int], *, free: bool = False) -> list[int]:
    if not ids:
        return []
    # By range, not by list: a database takes only so many parameters.
    rows = Article.objects.filter(pk__range=(min(ids), max(ids)), state__in=_UNSETTLED).order_by("pk")
    if free:
        rows = rows.filter(Q(state=State.RECEIVED) | queue.due())
    return [pk for pk in rows.values_list("pk", flat=True) if pk in ids]
