"""The queue of record: an article's row says whose turn it is; the broker only carries hints.

A worker owns an article by a conditional UPDATE that writes its token (``claim``) and ``lease_until``; what
it writes later is written only while the token still stands there. ``lease_until`` of a waiting row is the
time until which its hint is trusted to arrive. The sweep sends again what is past that time.
"""

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from articles.models import Article

log = logging.getLogger(__name__)
State = Article.State

#: readings that may be broken off before an article is set aside
ATTEMPTS = 3
TASK = "articles.tasks.read_article"  # by name: whoever sends need not load the engine
#: hints sent by one sweep, and the share of its patience that each row before it in the line adds
_SWEEP_LIMIT, _SECONDS_PER_ROW = 1000, 0.2
#: seconds without a try after the broker could not be reached
_BROKER_PAUSE = 10.0
SET_ASIDE = "Reading this article was broken off three times, so it was set aside. Retry tries again."


class ClaimLost(Exception):
    """The article is no longer this worker's: its lease ran out, or a person put it back or removed it."""


def due() -> Q:
    """Rows that are nobody's: never hinted at, or past the time granted to a hint or to a worker."""
    return Q(lease_until=None) | Q(lease_until__lt=timezone.now())


def patience(*, waiting: int = 0) -> datetime:
    """Until when a hint sent now may take, with so many rows in the line before it."""
    return timezone.now() + timedelta(seconds=settings.HINT_PATIENCE + waiting * _SECONDS_PER_ROW)


def claim(article_id: int) -> UUID | None:
    """Make the article this worker's for a while; None when it is somebody else's, settled or gone."""
    token = uuid4()
    free = Q(state=State.RECEIVED) | (Q(state=State.READING) & due())
    claimed = Article.objects.filter(free, pk=article_id, attempts__lt=ATTEMPTS).update(
        state=State.READING,
        claim=token,
        lease_until=timezone.now() + timedelta(seconds=settings.READING_LEASE),
        attempts=F("attempts") + 1,
    )
    return token if claimed else None


def held(article_id: int, token: UUID) -> QuerySet[Article]:
    """The article's row, as long as this token still owns it; an UPDATE through it is safe at any time."""
    return Article.objects.filter(pk=article_id, state=State.READING, claim=token)


def settle(article_id: int, token: UUID, *, state: Article.State, **fields: object) -> None:
    """End a reading that brought no mentions; raises ClaimLost when the article is another's by now."""
    settled = held(article_id, token).update(
        state=state, claim=None, lease_until=None, read_at=timezone.now(), **fields
    )
    if not settled:
        raise ClaimLost


def give_back(article_id: int, token: UUID) -> None:
    """Put an article back that could not be read for a reason of ours; the next sweep sends it again."""
    held(article_id, token).update(state=State.RECEIVED, claim=None, lease_until=None)


def put_back(articles: QuerySet[Article], **fields: object) -> None:
    """Queue articles anew, with all their attempts: a retry, or a reading with other metadata."""
    ids = list(articles.values_list("pk", flat=True))
    Article.objects.filter(pk__in=ids).update(
        state=State.RECEIVED,
        reason="",
        attempts=0,
        claim=None,
        lease_until=patience(),
        duplicate_of=None,
        **fields,
    )
    send_on_commit(ids)


def send_on_commit(article_ids: Iterable[int]) -> None:
    """Send hints once the rows they speak of can be seen; nothing that happens to a hint harms the row."""
    ids = list(article_ids)
    transaction.on_commit(lambda: send(ids), robust=True)


#: the time before which the broker is not tried again, so that a drop of files does not wait for each
_pause_until = 0.0


def send(article_ids: Iterable[int]) -> int:
    """Send a hint for each article; how many went out. The others are left to the sweep."""
    global _pause_until  # noqa: PLW0603 - one broker a process
    ids = list(article_ids)
    for sent, article_id in enumerate(ids):
        try:
            if time.monotonic() < _pause_until:
                raise ConnectionError("the broker was not there a moment ago")
            current_app.send_task(TASK, args=[article_id], ignore_result=True)
        except Exception as error:  # each broker's client has its own
            if time.monotonic() >= _pause_until:
                log.warning("the broker cannot be reached, articles wait for it: %s", error)
                _pause_until = time.monotonic() + _BROKER_PAUSE
            Article.objects.filter(pk__in=ids[sent:], state=State.RECEIVED).update(lease_until=None)
            return sent
    return len(ids)


def sweep() -> int:
    """Send again what waits or whose worker was lost; how many hints went out."""
    lost = Article.objects.filter(due(), state=State.READING)
    lost.filter(attempts__gte=ATTEMPTS).update(
        state=State.QUARANTINED, reason=SET_ASIDE, claim=None, lease_until=None
    )
    lost.update(state=State.RECEIVED, claim=None, lease_until=None)
    waiting = Article.objects.filter(state=State.RECEIVED)
    ids = list(waiting.filter(due()).order_by("pk").values_list("pk", flat=True)[:_SWEEP_LIMIT])
    if not ids:
        return 0
    # Granted before sending: a second worker's sweep a moment later then finds nothing to do.
    Article.objects.filter(due(), pk__in=ids, state=State.RECEIVED).update(
        lease_until=patience(waiting=waiting.count())
    )
    return send(ids)


def release_all() -> int:
    """Take every claim back. Only for a start at which no worker of this database can be alive."""
    Article.objects.filter(state=State.RECEIVED).update(lease_until=None)
    return Article.objects.filter(state=State.READING).update(
        lease_until=timezone.now() - timedelta(seconds=1)
    )
