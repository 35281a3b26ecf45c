"""Word files (.docx): the paragraphs as they stand, without deletions, headers and footers."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

from articles.intake.characters import tidy
from articles.intake.page import Page, UnreadableArticle

NOUN = "Word file"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: unpacked bytes; an article is a thousandth of it
_MAX_UNPACKED = 100 * 1024 * 1024
#: the day of python-docx's own template, in every file made with it
_TEMPLATE_DAY = date(2013, 12, 23)
#: the title of python-docx's template, which it gives a file without properties, too
_TEMPLATE_TITLE = "Word Document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def recognises(data: bytes, name: str) -> bool:
    """A ZIP archive with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read(data: bytes, name: str) -> Page:
    """Every paragraph of the body, those of tables and text boxes too; title and day from the properties."""
    import docx

    _refuse_bomb(data)
    document = docx.Document(BytesIO(data))
    made, title = _properties(document)
    return Page(
        text=tidy("\n".join(_text(paragraph) for paragraph in document.element.body.iter(f"{_W}p"))),
        media_type=MEDIA_TYPE,
        title=title,
        published=made,
        published_from="file" if made else "unknown",
    )


def _refuse_bomb(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > _MAX_UNPACKED:
            raise UnreadableArticle("This Word file unpacks to far more than an article and is not opened.")


def _text(paragraph: Any) -> str:
    """The paragraph's own words, insertions under review too, which python-docx leaves out."""
    parts: list[str] = []
    for node in paragraph.iter(f"{_W}t", *_BREAKS):
        holder = next(node.iterancestors(f"{_W}p"))
        if holder is paragraph and not _is_fallback(node):
            parts.append(node.text or "" if node.tag == f"{_W}t" else _BREAKS[node.tag])
    return "".join(parts)


def _is_fallback(node: Any) -> bool:
    """Text boxes stand twice in the file, the second time for old readers."""
    return any(ancestor.tag.endswith("}Fallback") for ancestor in node.iterancestors())


def _properties(document: Any) -> tuple[date | None, str]:
    properties = document.core_properties
    made = properties.created.date() if isinstance(properties.created, datetime) else None
    title = tidy(properties.title or "")[:500]
    return (None if made == _TEMPLATE_DAY else made), "" if title == _TEMPLATE_TITLE else title
