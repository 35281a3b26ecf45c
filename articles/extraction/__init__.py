"""The reading engine: ``extract(document, lexicon)`` turns a text into mentions of contacts.

Pure: no Django, no network, no clock; the only files it opens are its own language data.
"""

from .errors import LanguageDataError
from .language import Language, language_codes, load_language
from .types import ActorEntry, Document, Evidence, Mention, OutletEntry, Participant, RoleEntry

__all__ = [
    "ActorEntry",
    "Document",
    "Evidence",
    "Language",
    "LanguageDataError",
    "Mention",
    "OutletEntry",
    "Participant",
    "RoleEntry",
    "language_codes",
    "load_language",
]
