"""Which characters the bytes of a text stand for."""

import codecs
import re

from articles.intake.limits import MAX_CHARACTERS, refuse_long
from articles.intake.page import UnreadableArticle

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: what newsrooms of the four languages wrote before UTF-8; the guess is better among few
_OLD = ["cp1251", "koi8_r", "cp866", "iso8859_5", "cp1256", "iso8859_6", "cp1252"]
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.I)
#: bytes that are enough to tell an encoding by
_SAMPLE = 100_000


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text of the bytes: by its byte order mark, as UTF-8, as ``markup`` declares, else by likelihood.

    A byte order mark stays in the text of a UTF-8 file, so that offsets are those of the decoded file.
    Raises UnreadableArticle where the bytes are no text, or too much of it.
    """
    refuse_long(len(data) // 4)
    text = _as_marked(data) or _as_utf8(data) or (markup and _as_declared(data)) or _as_guessed(data)
    refuse_long(len(text))
    return text


def looks_binary(data: bytes) -> bool:
    """Whether the bytes are something else than text in any encoding."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) / 100


def _as_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _as_utf8(data: bytes) -> str | None:
    """Strictly, or with the few broken characters of a file that was cut or patched."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    sample = text[:_SAMPLE]
    broken = sample.count("\ufffd")
    whole = sum(1 for character in sample if character > "\x7f") - broken
    return text if whole > 20 * broken else None


def _as_declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:2048])
    if not found:
        return None
    try:
        return data.decode(found.group(1).decode("ascii"), "replace")
    except LookupError:
        return None


def _as_guessed(data: bytes) -> str:
    # Imported here: almost every file is UTF-8, and start-up is paid by every command.
    from charset_normalizer import from_bytes

    if looks_binary(data):
        raise UnreadableArticle("This file is not text: nothing in it can be read as an article.")
    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLD).best()
    if best is None:
        raise UnreadableArticle("The letters of this file are in an unknown encoding. Save it as UTF-8.")
    return data[: 4 * MAX_CHARACTERS].decode(best.encoding, "replace")
