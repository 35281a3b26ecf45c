"""A preview on its way: asked for by a person, claimed and answered by a worker, shown when it is there."""

import logging

from celery import current_app
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles import queue
from articles.models import Article, Preview
from articles.preview import foresee
from articles.preview_words import in_words

log = logging.getLogger(__name__)

TASK = "articles.tasks.answer_preview"  # by name: whoever asks need not load the engine
_OUR_FAULT = (
    "Demarche itself failed over this preview; the details are in the worker's log. Nothing was changed."
)
_NO_WORKER = "The worker could not be reached. Nothing was changed; ask again when it runs."


def ask(user: AbstractBaseUser | None) -> Preview:
    """Ask what reading everything again would change."""
    asked = Preview.objects.create(
        asked_by_id=user.pk if user else None,
        articles=Article.objects.filter(state=Article.State.READ).count(),
    )
    transaction.on_commit(lambda: _send(asked.pk), robust=True)
    return asked


def _send(preview_id: int) -> None:
    try:
        current_app.send_task(TASK, args=[preview_id], ignore_result=True)
    except Exception as error:  # each broker's client has its own
        log.warning("the broker cannot be reached, a preview has no answer: %s", error)
        Preview.objects.filter(pk=preview_id).update(done_at=timezone.now(), reason=_NO_WORKER)


def answer(preview_id: int) -> None:
    """Answer a preview that nobody has begun; what is in the way is told in its place."""
    if not Preview.objects.filter(pk=preview_id, began_at=None, done_at=None).update(began_at=timezone.now()):
        return
    row = Preview.objects.filter(pk=preview_id)

    def so_far(number: int) -> None:
        row.update(so_far=number)

    try:
        found = in_words(foresee(Article.objects.all(), so_far=so_far))
    except Exception:
        log.exception("preview %s failed", preview_id)
        row.update(done_at=timezone.now(), reason=_OUR_FAULT)
        return
    row.update(answer=found, done_at=timezone.now())


def read_everything_again() -> int:
    """Queue all articles that were read; how many."""
    articles = Article.objects.filter(state=Article.State.READ)
    with transaction.atomic():
        count = articles.count()
        queue.put_back(articles)
    return count
