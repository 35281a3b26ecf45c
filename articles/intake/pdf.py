"""PDF files with a text layer; Arabic in the order it is read."""

import re
from datetime import date
from io import BytesIO
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from articles.intake.characters import letters_of, tidy
from articles.intake.limits import MAX_CHARACTERS
from articles.intake.page import Page, UnreadableArticle

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NOUN = "PDF"
MEDIA_TYPE = "application/pdf"
_MAX_PAGES = 200
#: a line at least this much of the usual width runs on into the next
_FULL = 0.75
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z\u0400-\u052f]")
#: what browsers print on the margins: the day of printing, which is not the article's, and the address
_PRINTED_ON = re.compile(r"(?:\d{1,2}[/.]){2}\d{2,4}, \d{1,2}:\d\d.{0,200}|(?:https?|file)://\S+ \d+/\d+")
_BROWSER = re.compile(r"skia|chrom|mozilla|firefox|safari|webkit|wkhtml|cairo|quartz|print to pdf", re.I)


class _Piece(NamedTuple):
    """Words that the file sets in one go, and how far from the left edge."""

    x: float
    text: str


def recognises(data: bytes, name: str) -> bool:
    """The signature may stand behind some bytes of a mail or a web server."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str) -> Page:
    """The text layer, lines joined to paragraphs; the day of the file's making when it says so."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    _unlock(reader)
    lines, made = _lines(reader), _made_on(reader)
    text = tidy(_paragraphs(lines))
    if not text:
        raise UnreadableArticle(
            "This PDF holds pictures of pages and no text. Run text recognition (OCR) on it first."
        )
    return Page(
        text=text, media_type=MEDIA_TYPE, published=made, published_from="file" if made else "unknown"
    )


def _unlock(reader: "PdfReader") -> None:
    from pypdf.errors import DependencyError

    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        # Strong encryption asks for a package of its own; there would be no password to give it.
        locked = True
    if locked:
        raise UnreadableArticle("This PDF is locked with a password. Save a copy without one.")


def _lines(reader: "PdfReader") -> list[str]:
    if len(reader.pages) > _MAX_PAGES:
        raise UnreadableArticle(
            f"This PDF has more than {_MAX_PAGES} pages. Hand over the article's pages only."
        )
    lines: list[str] = []
    for page in reader.pages:
        lines += _lines_of_page(page)
        if sum(map(len, lines)) > MAX_CHARACTERS:
            break
    return [line for line in lines if not _PRINTED_ON.fullmatch(line)]


def _lines_of_page(page: "PageObject") -> list[str]:
    rows: list[list[_Piece]] = [[]]

    def keep(text: str, _matrix: Any, position: Any, *_font: Any) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                rows.append([])
            if piece:
                rows[-1].append(_Piece(position[4], piece))

    page.extract_text(visitor_text=keep)
    return [_spaced("".join(piece.text for piece in _as_read(row))) for row in rows]


def _as_read(row: list[_Piece]) -> list[_Piece]:
    """Browsers print the words of a line of Arabic from left to right: turn them round, Latin names not."""
    words = [piece for piece in row if piece.text.strip()]
    leftward = sum(len(_RIGHT_TO_LEFT.findall(piece.text)) for piece in words)
    if 2 * leftward < sum(len(piece.text) for piece in words) or not _goes_right(words):
        return row
    turned: list[_Piece] = []
    for _, run in groupby(reversed(row), key=lambda piece: bool(_LEFT_TO_RIGHT.search(piece.text))):
        pieces = list(run)
        turned += reversed(pieces) if _LEFT_TO_RIGHT.search(pieces[0].text) else pieces
    return [piece._replace(text=piece.text.translate(_MIRRORED)) for piece in turned]


def _spaced(line: str) -> str:
    """Single spaces, none before a stop, none inside brackets: pieces set one by one carry their own."""
    line = re.sub(r" +(?=[.,،؛:؟!)\]»])(?![.]{2})", "", " ".join(letters_of(line).split()))
    return re.sub(r"(?<=[(\[«]) +", "", line)


def _goes_right(words: list[_Piece]) -> bool:
    return len(words) > 1 and all(one.x < next_.x for one, next_ in pairwise(words))


def _paragraphs(lines: list[str]) -> str:
    """Lines of the page's width run on; a short line, or an empty one, ends a paragraph."""
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    written: list[str] = []
    runs_on = False
    for line in lines:
        if runs_on and line:
            written[-1] = _joined(written[-1], line)
        else:
            written.append(line)
        runs_on = bool(line) and usual > 40 and len(line) >= _FULL * usual
    return "\n".join(written)


def _joined(line: str, following: str) -> str:
    if re.search(r"[^\W\d_]-$", line) and following[0].islower():
        return line[:-1] + following
    return f"{line} {following}"


def _made_on(reader: "PdfReader") -> date | None:
    """The day the file was made, unless a browser printed it: that happens any day after publication."""
    about = reader.metadata
    if about is None or _BROWSER.search(f"{about.creator} {about.producer}"):
        return None
    try:
        return about.creation_date.date() if about.creation_date else None
    except ValueError:
        # Dates of PDF files are written by hand by many programs.
        return None
