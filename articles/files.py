"""Files on disk as documents, for the commands that read them: ``document_of(path, ...)``."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from articles.document import document_from
from articles.extraction import Document, Lexicon
from articles.intake import UnreadableArticle, read_file

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".docx"})


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of all the files, and of each by its name."""

    published: date | None = None
    language: str | None = None
    meta: Mapping[str, Mapping[str, Any]] | None = None

    def of(self, name: str) -> Mapping[str, Any]:
        """What META says of one file."""
        return (self.meta or {}).get(name, {})


def read_meta(path: Path) -> dict[str, dict[str, Any]]:
    """A META.json; raises ValueError with a sentence when it is none."""
    try:
        meta = json.loads(path.read_text("utf-8"))
        if not isinstance(meta, dict):
            raise TypeError
        for row in meta.values():
            if row.get("published"):
                date.fromisoformat(row["published"])
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{path} is no JSON object from file name to publication day, outlet and address."
        ) from error
    return meta


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and in folders those that can be read, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        else:
            yield path


def document_of(path: Path, lexicon: Lexicon, given: Given) -> Document:
    """The file as a document; raises UnreadableArticle with a sentence when there is no article in it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableArticle(f"{path.name} cannot be opened: {error.strerror}.") from error
    page = read_file(data, path.name)
    if path.suffix.lower() == ".txt" and (text := _as_it_stands(data)) is not None:
        page = replace(page, text=text)
    row = dict(given.of(path.name))
    if given.published:
        row["published"] = given.published.isoformat()
    return document_from(page, lexicon, given={**row, "language": given.language})


def _as_it_stands(data: bytes) -> str | None:
    """A text file as other programs read it, so that offsets agree; None when it is not UTF-8."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
