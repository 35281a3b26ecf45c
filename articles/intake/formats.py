"""The formats that are read, and a sentence for each that is met and not read.

A format is a module with ``NOUN``, ``MEDIA_TYPE``, ``recognises(data, name)`` and ``read(data, name)``;
a new one (ODT, EML, ZIP, a feed) is a module more and an entry in ``FORMATS``.
"""

import dataclasses
import logging
import zipfile
from io import BytesIO
from typing import Protocol

from articles.intake import pdf, text_file, web_page, word
from articles.intake.limits import refuse_long, refuse_wordless
from articles.intake.page import Page, UnreadableArticle

logger = logging.getLogger(__name__)


class Format(Protocol):
    """What the modules of ``FORMATS`` have."""

    NOUN: str
    MEDIA_TYPE: str

    def recognises(self, data: bytes, name: str) -> bool: ...

    def read(self, data: bytes, name: str) -> Page: ...


#: asked in this order; the content decides, the name's ending is only a label
FORMATS: tuple[Format, ...] = (pdf, word, web_page, text_file)

#: first bytes of what people hand over in good faith
_NOT_READ = (
    (
        b"\xd0\xcf\x11\xe0",
        "This is a Word file of the old kind (.doc). Save it as .docx and hand it over again.",
    ),
    (b"{\\rtf", "This is a rich text file (.rtf). Save it as .docx or as plain text and hand it over again."),
    (b"\x89PNG", "This is a picture. Demarche reads text: hand over the article's words."),
    (b"\xff\xd8\xff", "This is a picture. Demarche reads text: hand over the article's words."),
    (b"GIF8", "This is a picture. Demarche reads text: hand over the article's words."),
    (b"\x1f\x8b", "This is a packed file. Unpack it and hand over the articles in it."),
    (b"Rar!", "This is a packed file. Unpack it and hand over the articles in it."),
    (b"7z\xbc\xaf", "This is a packed file. Unpack it and hand over the articles in it."),
    (b"\x7fELF", "This is a program, not an article."),
    (b"MZ\x90", "This is a program, not an article."),
)
_ZIPPED = {
    "mimetype": "This is an OpenDocument or e-book file. Save it as .docx or as text and hand it over again.",
    "xl/workbook.xml": "This is a spreadsheet. Demarche reads articles: text, web pages, PDF and Word files.",
    "ppt/presentation.xml": "These are slides. Demarche reads articles: text, web pages, PDF and Word files.",
}
_PACKED = "This is a packed file. Unpack it and hand over the articles in it."


def read_file(data: bytes, name: str) -> Page:
    """The text and metadata of a file; its ``name`` is a label and never opened.

    Raises UnreadableArticle with a sentence for the person who handed it over.
    """
    refuse_what_is_no_article(data)
    page = _read(format_of(data, name), data, name)
    refuse_long(len(page.text))
    refuse_wordless(page.text)
    return dataclasses.replace(page, title=page.title[:500])


def _read(known: Format, data: bytes, name: str) -> Page:
    try:
        return known.read(data, name)
    except (UnreadableArticle, MemoryError):
        raise
    except Exception as error:
        # A damaged or hostile file ends in any exception, deep inside a library.
        logger.warning("cannot read %r as %s: %r", name, known.NOUN, error)
        raise UnreadableArticle(f"This {known.NOUN} is damaged and cannot be read.") from error


def format_of(data: bytes, name: str) -> Format:
    """The module that reads these bytes."""
    return next(known for known in FORMATS if known.recognises(data, name))


def refuse_what_is_no_article(data: bytes) -> None:
    """Say what it is instead of a riddle about encodings."""
    if not data.strip():
        raise UnreadableArticle("This file is empty.")
    for start, sentence in _NOT_READ:
        if data.startswith(start):
            raise UnreadableArticle(sentence)
    if data.startswith(b"PK\x03\x04") and not word.recognises(data, ""):
        raise UnreadableArticle(_what_is_packed(data))


def _what_is_packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return "This Word or ZIP file is damaged and cannot be opened."
    return next((sentence for member, sentence in _ZIPPED.items() if member in names), _PACKED)
