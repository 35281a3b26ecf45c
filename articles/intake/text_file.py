"""Plain text: everything that is nothing else."""

from articles.intake.characters import harmless
from articles.intake.decoding import decode
from articles.intake.page import Page

NOUN = "text file"
MEDIA_TYPE = "text/plain"


def recognises(data: bytes, name: str) -> bool:
    """Stands last in the table of formats: whatever no other format claims."""
    return True


def read(data: bytes, name: str) -> Page:
    """The file's text, code point for code point: offsets into it are offsets into the decoded file."""
    return Page(text=harmless(decode(data)), media_type=MEDIA_TYPE)
