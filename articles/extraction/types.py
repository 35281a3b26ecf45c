"""What goes into the engine and what comes out: frozen, and free of Django.

Offsets are half-open code-point ranges into ``Document.text``; for every evidence
``document.text[start:end] == quote`` (W3C Web Annotation: text position plus text quote).
Dates are EDTF (ISO 8601-2) strings beside their first and last possible day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Literal

Kind = Literal["meeting", "visit", "call", "message"]
Status = Literal["held", "planned", "cancelled", "denied"]
EvidenceField = Literal["trigger", "date", "place", "participant", "side", "status", "attribution", "topic"]
PublishedFrom = Literal["given", "text", "page", "file", "unknown"]
ContactRole = Literal["participant", "visitor", "host", "mediator", "head"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that say one field: a half-open range of the text, and why they say it."""

    field: EvidenceField
    start: int
    end: int
    quote: str
    #: how the value follows from the words ("weekday before 2024-10-24"); empty where it is plain
    derivation: str = ""
    #: which participant or side the words speak of (``Participant.name``, or a side); empty for other fields
    of: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """A person named as taking part."""

    name: str  # customary English form where the registry knows the person, else as written
    as_written: str
    side: str | None = None
    role: str | None = None  # the title as the article has it
    actor: str | None = None  # registry key, None for someone not on the list
    contact_role: ContactRole = "participant"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one article says of one contact."""

    kind: Kind
    status: Status
    date: str | None  # EDTF
    earliest: Day | None
    latest: Day | None
    place: str | None  # town, customary English name
    country: str | None  # ISO 3166-1 alpha-2
    sides: tuple[str, ...]
    participants: tuple[Participant, ...]
    topics: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()  # outlet ids' names, or "statement by Hamas"
    confidence: float = 0.5
    #: what lowers the confidence, in words
    doubts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article ready to be read: its text, and what is known of it besides."""

    text: str
    language: str | None = None  # ISO 639-1
    published: Day | None = None
    published_from: PublishedFrom = "unknown"
    title: str = ""
    outlet: str | None = None
    #: where the text shows title, published and outlet; fields "title", "published", "outlet"
    shown: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A title somebody held, with EDTF first and last day where known."""

    title: str
    organisation: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One person or organisation of the registry, with its names per language."""

    key: str
    name: str
    kind: str  # "person", or the organisation's kind: state, movement, ministry, ...
    side: str | None
    country: str | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    metonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: tuple[RoleEntry, ...] = ()
    died: str | None = None


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """One newspaper, agency, broadcaster or official site."""

    key: str
    name: str
    kind: str
    country: str | None = None
    domain: str | None = None
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
