"""From an entry to the mention that leaves the engine: names, roles, topics, sources, confidence."""

from collections.abc import Sequence

from ..parties.people import Person
from ..types import ContactRole, Document, Mention, Participant
from ..words.language import Language
from ..words.spans import SentenceSpans
from ..words.text import Token
from .confidence import confidence, doubts_of, in_words
from .drafts import Draft, named
from .sources import sources_of
from .topics import Topics


def to_mention(
    entry: Draft,
    spans: Sequence[SentenceSpans],
    topics: Topics,
    *,
    tokens: Sequence[Token],
    document: Document,
    language: Language,
) -> Mention:
    """The entry as others see it; every field that words say has its evidence."""
    talked_about, topic_evidence = topics.of(entry)
    sources, source_evidence = sources_of(entry, spans, tokens=tokens, document=document, language=language)
    # whoever was taken over from another entry, or from beside the verb, brings the words that name him
    people = [named(person, document) for person in entry.people]
    evidence = {
        (e.field, e.start, e.end, e.of): e
        for e in [*people, *entry.evidence, *topic_evidence, *source_evidence]
    }
    when, place = entry.when, entry.place
    doubts = doubts_of(entry)
    return Mention(
        kind=entry.kind,  # type: ignore[arg-type]
        status=entry.status,  # type: ignore[arg-type]
        date=when.edtf if when else None,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        place=place.name if place else None,
        country=place.country if place else None,
        sides=tuple(sorted(entry.sides)),
        participants=tuple(_participant(person, entry, document) for person in entry.people),
        topics=talked_about,
        attribution=sources,
        confidence=confidence(doubts),
        doubts=in_words(doubts),
        evidence=tuple(sorted(evidence.values(), key=lambda e: (e.start, e.end, e.field))),
    )


def _participant(person: Person, entry: Draft, document: Document) -> Participant:
    role: ContactRole = "participant"
    if person.side in entry.visitors:
        role = "visitor"
    elif person.side in entry.hosts:
        role = "host"
    elif person.side in entry.mediators:
        role = "mediator"
    return Participant(
        name=person.name,
        as_written=document.text[person.start : person.end],
        side=person.side,
        role=" ".join(document.text[slice(*person.role)].split()) if person.role else None,
        actor=person.actor,
        contact_role=role,
    )
