"""The reading engine: ``extract(document, lexicon)`` turns a text into mentions of contacts.

Pure: no Django, no network, no clock; the only files it opens are its own language data.
"""

from .describe import describe, find_language
from .errors import LanguageDataError
from .explain import explain
from .reading import Reading, read
from .registry import read_outlets, read_registry
from .types import ActorEntry, Document, Evidence, Mention, OutletEntry, Participant, RoleEntry
from .words.language import Language, language_codes, load_language
from .words.lexicon import Lexicon, build_lexicon


def extract(document: Document, lexicon: Lexicon) -> list[Mention]:
    """What an article says of contacts, in its order; nothing where the language is unknown."""
    if document.language not in language_codes():
        return []
    return read(document, lexicon).mentions


__all__ = [
    "ActorEntry",
    "Document",
    "Evidence",
    "Language",
    "LanguageDataError",
    "Lexicon",
    "Mention",
    "OutletEntry",
    "Participant",
    "Reading",
    "RoleEntry",
    "build_lexicon",
    "describe",
    "explain",
    "extract",
    "find_language",
    "language_codes",
    "load_language",
    "read",
    "read_outlets",
    "read_registry",
]
