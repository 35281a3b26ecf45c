"""Reads one article of the queue: claims its row, turns the file into text and mentions, and settles it."""

import dataclasses
import logging
from uuid import UUID

from django.db import IntegrityError, InterfaceError, OperationalError

from articles import ingest, queue
from articles.document import document_from, fingerprint
from articles.extraction import Document, Mention, extract
from articles.intake import Page, UnreadableArticle, read_file_sandboxed
from articles.lexicon import current_lexicon
from articles.models import Article

log = logging.getLogger(__name__)
State = Article.State

#: what passes by itself: the article goes back into the queue, at most queue.ATTEMPTS times
_PASSING = (OperationalError, InterfaceError, MemoryError)
_OUR_FAULT = (
    "Demarche itself failed over this article; the details are in the worker's log. Retry reads it again."
)
_GONE = "The file is no longer kept here, so it cannot be read again. Hand it over anew."


def read(article_id: int) -> None:
    """Read the article if it is nobody else's, and leave it in a state that says how that went."""
    token = queue.claim(article_id)
    if token is None:
        return
    try:
        _settle(article_id, token)
    except (queue.ClaimLost, Article.DoesNotExist):
        log.info("article %s was put back or removed while it was read", article_id)
    except _PASSING as error:
        log.warning("article %s goes back into the queue: %s", article_id, error)
        queue.give_back(article_id, token)


def _settle(article_id: int, token: UUID) -> None:
    """Read; what cannot be read fails with a sentence, what we cannot explain fails with ours."""
    try:
        _read(Article.objects.get(pk=article_id), token)
    except UnreadableArticle as reason:
        queue.settle(article_id, token, state=State.FAILED, reason=reason.sentence)
    except (queue.ClaimLost, Article.DoesNotExist, *_PASSING):
        raise
    except Exception:
        log.exception("reading article %s failed", article_id)
        queue.settle(article_id, token, state=State.FAILED, reason=_OUR_FAULT)


def _read(article: Article, token: UUID) -> None:
    page = _page(article)
    article.media_type = page.media_type
    article.url = article.url or page.url or ""
    article.text_sha256 = fingerprint(page.text)
    if first := _same_text(article):
        queue.settle(article.pk, token, state=State.DUPLICATE, duplicate_of=first)
        return
    document, mentions = _extracted(article, page)
    try:
        ingest.store(article, document, mentions, claim=token)
    except IntegrityError:
        # A copy was read at the same time and was stored first.
        if not (first := _same_text(article)):
            raise
        queue.settle(article.pk, token, state=State.DUPLICATE, duplicate_of=first)


def read_anew(article: Article) -> tuple[Document, list[Mention]]:
    """What a reading of the article would find now; writes nothing. Raises UnreadableArticle."""
    return _extracted(article, _page(article))


def _extracted(article: Article, page: Page) -> tuple[Document, list[Mention]]:
    lexicon = current_lexicon()
    document = document_from(page, lexicon, given=article.given)
    return document, extract(document, lexicon)


def _page(article: Article) -> Page:
    """The file's text and metadata; text that was stored once stays as it is, offsets point into it."""
    try:
        with article.original.open("rb") as file:
            data = file.read()
    except (FileNotFoundError, ValueError):
        if not article.text:
            raise UnreadableArticle(_GONE) from None
        return Page(text=article.text, media_type=article.media_type)
    page = read_file_sandboxed(data, article.file_name)
    return dataclasses.replace(page, text=article.text) if article.text else page


def _same_text(article: Article) -> Article | None:
    """The article that has this very text already: the one being read again, too, keeps its place."""
    same = Article.objects.filter(text_sha256=article.text_sha256).exclude(pk=article.pk)
    return same.filter(state__in=[State.RECEIVED, State.READING, State.READ]).order_by("pk").first()
