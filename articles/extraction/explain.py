"""The reading of one article, step by step, in plain lines: ``manage.py explain FILE`` prints them."""

from collections.abc import Iterator, Sequence

from .binding.bindings import Binding
from .contacts.drafts import Draft
from .parties.parties import Party
from .reading import Reading, read
from .types import Document, Mention
from .words.language import language_codes
from .words.lexicon import Lexicon

_TABLES = ("cue", "reporting", "attribution", "topic", "blocker")


def explain(document: Document, lexicon: Lexicon) -> list[str]:
    """Layout, spans, bindings, dates, and why an entry was or was not written."""
    if document.language not in language_codes():
        return ["language: not recognised; nothing is read"]
    return list(_lines(read(document, lexicon)))


def _lines(reading: Reading) -> Iterator[str]:
    document = reading.document
    yield f"language: {document.language}   published: {document.published} ({document.published_from})"
    yield f"outlet: {document.outlet}   title: {document.title}"
    yield from ("", "layout")
    for block in reading.blocks:
        rule = f" [{block.rule}]" if block.rule else ""
        yield f"  {block.role:<12}{rule} {_short(document.text[block.start : block.end])}"
    for index, spans in enumerate(reading.spans):
        yield from _sentence(reading, index)
        for binding, verdict in reading.bindings:
            if binding.sentence is spans:
                yield from _binding(reading, binding, verdict)
    yield from ("", "drafts")
    yield from map(_draft, reading.drafts)
    yield from ("", "entries")
    for mention in reading.mentions:
        yield from _mention(mention)


def _sentence(reading: Reading, index: int) -> Iterator[str]:
    spans, phrases = reading.spans[index], reading.phrases[index]
    sentence = spans.sentence
    text = _short(_words(reading, sentence.first, sentence.last), 400)
    yield from ("", f"sentence {index} ({sentence.block.role}): {text}")
    for party in phrases.parties:
        people = f" {', '.join(p.name for p in party.people)}" if party.people else ""
        oblique = f" after {party.oblique}" if party.oblique else ""
        words = _words(reading, party.first, party.last)
        yield f"    {party.kind:<9} {words} -> {party.side}{people}{oblique}"
    for place in phrases.places:
        words = _words(reading, place.first, place.last)
        yield f"    place     {words} -> {place.place.name} {place.place.country}"
    for span in spans.times:
        yield f"    time      {_words(reading, span.first, span.last)} [{span.rule.id}]"
    for table in _TABLES:
        for span in spans.tables.get(table, ()):
            rules = ", ".join(rule.id for rule in span.values)
            yield f"    {table:<9} {_words(reading, span.first, span.last)} [{rules}]"


def _binding(reading: Reading, binding: Binding, verdict: str) -> Iterator[str]:
    trigger = _words(reading, binding.trigger.first, binding.trigger.last)
    left, right = _group(reading, binding.left), _group(reading, binding.right)
    yield f"    binding  {left}  <{trigger}: {binding.rule.id}, {binding.rule.frame}>  {right}"
    yield f"             {verdict}"


def _group(reading: Reading, parties: Sequence[Party]) -> str:
    return " + ".join(_words(reading, party.first, party.last) for party in parties) or "-"


def _draft(draft: Draft) -> str:
    when = f"{draft.when.edtf} ({draft.when.why})" if draft.when else "no date"
    place = draft.place.name if draft.place else None
    people = ", ".join(person.name for person in draft.people)
    border = "background" if draft.background else "news"
    what = f"{draft.status} {draft.kind} {when} {place} {'+'.join(draft.sides)}: {people}"
    return f"  sentence {draft.sentence}: {what} [{border}, {draft.rule}]"


def _mention(mention: Mention) -> Iterator[str]:
    people = ", ".join(person.name for person in mention.participants)
    where = f"{mention.place} ({mention.country})"
    yield f"  {mention.status} {mention.kind} {mention.date} {where} {'+'.join(mention.sides)}: {people}"
    yield f"    confidence {mention.confidence}: {'; '.join(mention.doubts) or 'no doubts'}"
    for found in mention.evidence:
        yield f"    {found.field:<12}{found.start}-{found.end} {found.quote!r} {found.derivation}"


def _words(reading: Reading, first: int, last: int) -> str:
    if first >= last:
        return ""
    text = reading.document.text[reading.tokens[first].start : reading.tokens[last - 1].end]
    return " ".join(text.split())


def _short(text: str, length: int = 100) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
