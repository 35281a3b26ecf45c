"""Saved web pages: the article without menus and related lists, and what the page's head says of it."""

import re
from datetime import date
from typing import Any

from articles.intake.characters import tidy
from articles.intake.decoding import decode, looks_binary
from articles.intake.page import Page, UnreadableArticle

NOUN = "web page"
MEDIA_TYPE = "text/html"
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|section|p|h1|script|table)\b",
    re.I | re.S,
)


def recognises(data: bytes, name: str) -> bool:
    """Markup at the very beginning, in any encoding that has ASCII in it."""
    start = data[:8192].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:].replace(b"\x00", b"")
    return bool(_OPENING.match(start))


def read(data: bytes, name: str) -> Page:
    """The article's own words, its headline first; title, day, outlet and address from the page's head."""
    # Imported here: it takes as long as reading a hundred text files.
    import trafilatura
    from trafilatura.settings import Document

    if looks_binary(data):
        raise UnreadableArticle("This web page is damaged: there is something else than text in it.")
    markup = decode(data, markup=True).replace("\x00", "")
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Document) or not found.text:
        raise UnreadableArticle("No article could be found in this web page.")
    return _page(found)


def _page(found: Any) -> Page:
    title = tidy(found.title or "")
    published = _day(found.date)
    return Page(
        text=_headline_first(title, tidy(found.text)),
        media_type=MEDIA_TYPE,
        title=title,
        published=published,
        published_from="page" if published else "unknown",
        outlet=found.sitename or None,
        outlet_from="page" if found.sitename else "unknown",
        url=_web_address(found.url),
    )


def _headline_first(title: str, body: str) -> str:
    """The headline is part of the article, but extraction keeps it apart or, on some pages, in place."""
    if not title or title.casefold() in body[: 4 * len(title) + 200].casefold():
        return body
    return f"{title}\n\n{body}"


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _web_address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) and len(url) < 2000 else None
