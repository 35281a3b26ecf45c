"""Celery shells: each takes an id, calls one function, and may run twice."""

import logging
import threading

from celery import shared_task
from celery.signals import worker_ready
from django.conf import settings
from django.db import DatabaseError, connections

from articles import previewing, queue, reading

log = logging.getLogger(__name__)


@shared_task(name=queue.TASK)
def read_article(article_id: int) -> None:
    reading.read(article_id)


@shared_task(name=previewing.TASK)
def answer_preview(preview_id: int) -> None:
    previewing.answer(preview_id)


@shared_task(name="articles.tasks.sweep")
def sweep() -> None:
    queue.sweep()


@worker_ready.connect
def _start_sweeping(**_: object) -> None:
    # A thread of each worker instead of a scheduler: harmless in several workers, nothing to install.
    threading.Thread(target=_sweep_forever, name="sweep", daemon=True).start()


def _sweep_forever() -> None:
    pause = threading.Event()
    while True:
        try:
            queue.sweep()
        except DatabaseError as error:
            log.warning("sweeping failed, it is tried again: %s", error)
        finally:
            # Pool processes are forked from this one and must not inherit an open connection.
            connections.close_all()
        pause.wait(settings.SWEEP_EVERY)
