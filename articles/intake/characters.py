"""Text that can be shown, stored and pointed into: no character in it that hides or turns other text."""

import re
import unicodedata

#: control characters but tab, newline and carriage return; PostgreSQL stores no NUL, a page shows none
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
#: overrides show words backwards that stand forwards in the text; marks and isolates do no harm and stay
_OVERRIDE = re.compile("[\u202d\u202e]")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: Arabic letters by their shape, and Latin ligatures, as PDF files store them
_PRESENTATION = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")


def harmless(text: str) -> str:
    """The text with each dangerous character replaced by a harmless one: no offset moves."""
    text = text.replace("\r\n", " \n").replace("\r", "\n").replace("\x85", "\n")
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    text = _CONTROL.sub(" ", text)
    text = _OVERRIDE.sub("\u2060", text)
    return _SURROGATE.sub("\ufffd", text)


def tidy(text: str) -> str:
    """Text taken out of a page, PDF or Word file: composed (NFC), a paragraph a line."""
    text = harmless(unicodedata.normalize("NFC", text))
    text = re.sub(r"[^\S\n]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n ")


def letters_of(text: str) -> str:
    """The letters that shapes and ligatures stand for (NFKC), every other character as it is."""
    return _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
