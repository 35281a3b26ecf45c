"""What the engine is told of an article: what was given, else what the text shows, else the file."""

import dataclasses
import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from articles.extraction import Document, Lexicon, describe
from articles.intake import Page


def document_from(page: Page, lexicon: Lexicon, *, given: Mapping[str, Any]) -> Document:
    """The page as a document. Metadata of the page fills what nobody gave and the text does not show.

    The text comes before the page's metadata because a reader can check it: the words are marked in the
    article, while templates carry days of updating and names of networks.
    """
    published = given.get("published")
    document = describe(
        page.text,
        lexicon,
        language=given.get("language"),
        published=date.fromisoformat(published) if published else None,
        title=given.get("title") or page.title or None,
        outlet=given.get("outlet"),
    )
    if document.published is None and page.published:
        document = dataclasses.replace(document, published=page.published, published_from=page.published_from)
    if not document.outlet and page.outlet:
        document = dataclasses.replace(document, outlet=page.outlet)
    return document


def fingerprint(text: str) -> str:
    """The same for two copies of one text, however their lines, spaces and composed letters are stored."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode()).hexdigest()
