"""What is stored: actors, the contacts between them, what people decided, and saved views."""

from timeline.models.actors import Actor, Alias, Role, Side
from timeline.models.contacts import (
    Contact,
    ContactRedirect,
    Kind,
    Participation,
    Review,
    Status,
)
from timeline.models.decisions import Anchor, Decision
from timeline.models.loaded import LoadedFile
from timeline.models.saved import SavedView

__all__ = [
    "Actor",
    "Alias",
    "Anchor",
    "Contact",
    "ContactRedirect",
    "Decision",
    "Kind",
    "LoadedFile",
    "Participation",
    "Review",
    "Role",
    "SavedView",
    "Side",
    "Status",
]
