"""What comes out of a file: its text, and what the file says of it besides."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

From = Literal["page", "file", "unknown"]


class UnreadableArticle(Exception):
    """No article can be had from the file; ``sentence`` says why, for the journalist who handed it over."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Page:
    """A file's text, and the metadata that stands in the page's head or the file's properties."""

    text: str
    media_type: str
    title: str = ""
    published: date | None = None
    published_from: From = "unknown"
    outlet: str | None = None
    outlet_from: From = "unknown"
    url: str | None = None
