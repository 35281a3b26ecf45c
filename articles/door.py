"""The one door through which articles come in and go out again: page, command line and demo use the same."""

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import QuerySet

from articles import ingest, queue
from articles.models import Article, Collection

State = Article.State

#: what may be given of an article at upload or corrected later; dates as ISO 8601
GIVEN = frozenset({"published", "outlet", "url", "title", "language"})
#: states of an article that another copy may be a duplicate of
_COUNTS = (State.RECEIVED, State.READING, State.READ)


def hand_over(
    name: str,
    data: bytes,
    *,
    contributor: User | None = None,
    given: Mapping[str, Any] | None = None,
    collection: Collection | None = None,
    note: str = "",
) -> Article:
    """Take an article in: its bytes kept, a row written, a hint sent to the worker; nothing is read here.

    Bytes that are here already settle as a duplicate, too large a file as failed, both without a reading.
    Two copies that come in at the same moment are told apart when they are read (``one_reading_per_text``).
    """
    article = Article(
        file_name=display_name(name),
        sha256=hashlib.sha256(data).hexdigest(),
        contributor=contributor,
        collection=collection,
        given=checked_given(given),
        note=note,
    )
    if len(data) > settings.MAX_FILE_BYTES:
        article.state, article.reason = State.FAILED, too_large(len(data))
        article.save()
        return article
    article.original.save(uuid4().hex, ContentFile(data), save=False)
    try:
        with transaction.atomic():
            _enter(article)
    except BaseException:
        article.original.delete(save=False)
        raise
    return article


def _enter(article: Article) -> None:
    first = Article.objects.filter(sha256=article.sha256, state__in=_COUNTS).order_by("pk").first()
    if first:
        article.state, article.duplicate_of = State.DUPLICATE, first
    else:
        article.lease_until = queue.patience()
    article.save()
    if article.state == State.RECEIVED:
        queue.send_on_commit([article.pk])


def reread(article: Article, *, given: Mapping[str, Any] | None = None) -> None:
    """Queue an article again; what is given replaces those keys, an empty value takes the key away."""
    with transaction.atomic():
        row = Article.objects.select_for_update().get(pk=article.pk)
        merged = checked_given({**row.given, **(given or {})})
        queue.put_back(Article.objects.filter(pk=row.pk), given=merged)
    article.refresh_from_db()


def retry(article: Article) -> None:
    """Queue an article that failed again, with all its attempts and what was given."""
    reread(article)


def remove_collection(collection: Collection) -> int:
    """Remove a collection with its articles and all they said; how many articles went."""
    with transaction.atomic():
        count = remove(Article.objects.filter(collection=collection))
        collection.delete()
    return count


def remove(articles: QuerySet[Article]) -> int:
    """Remove articles, what only they told, and their originals; how many went.

    A copy from elsewhere that had settled as a duplicate of one of them becomes an article of its own.
    """
    with transaction.atomic():
        originals = {article.pk: article.original for article in articles.only("original")}
        copies = Article.objects.filter(duplicate_of__in=list(originals)).exclude(pk__in=list(originals))
        orphan_ids = list(copies.values_list("pk", flat=True))
        ingest.forget(articles)
        queue.put_back(Article.objects.filter(pk__in=orphan_ids))
        files = [(original.storage, str(original.name)) for original in originals.values() if original]
        transaction.on_commit(lambda: _delete(files))
    return len(originals)


def _delete(files: list[tuple[Storage, str]]) -> None:
    for storage, name in files:
        storage.delete(name)


def display_name(name: str) -> str:
    """A file's name as a label: no folders, no control or direction characters, never used as a path."""
    label = PurePosixPath(name.replace("\\", "/")).name
    label = "".join(c for c in label if unicodedata.category(c) not in {"Cc", "Cf", "Cs"}).strip()
    return label[-255:] or "unnamed"


def too_large(size: int) -> str:
    """What is said of a file above the limit."""
    limit = settings.MAX_FILE_BYTES // 1024 // 1024
    return (
        f"The file has {size / 1024 / 1024:.0f} MB; at most {limit} MB are read. Hand over the article alone."
    )


def checked_given(values: Mapping[str, Any] | None) -> dict[str, Any]:
    """What was given, without its blanks; raises ValueError for a key or a date that cannot be."""
    values = values or {}
    if unknown := values.keys() - GIVEN:
        raise ValueError(f"not to be given of an article: {', '.join(sorted(unknown))}")
    given = {key: str(value) for key, value in values.items() if value}
    if "published" in given:
        date.fromisoformat(given["published"])
    return given
