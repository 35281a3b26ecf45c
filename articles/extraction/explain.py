"""The reading of one article, step by step, in plain lines: ``manage.py explain FILE`` prints them."""

from .lexicon import Lexicon
from .reading import Reading, read
from .types import Document


def explain(document: Document, lexicon: Lexicon) -> list[str]:
    """Layout, spans, bindings, dates, and why an entry was or was not written."""
    if document.language is None:
        return ["language: not recognised; nothing is read"]
    reading = read(document, lexicon)
    lines = [
        f"language: {document.language}   published: {document.published} ({document.published_from})",
        f"outlet: {document.outlet}   title: {document.title}",
        "",
        "layout",
    ]
    for block in reading.blocks:
        text = document.text[block.start : block.end]
        rule = f" [{block.rule}]" if block.rule else ""
        lines.append(f"  {block.role:<12}{rule} {_short(text)}")
    for index, spans in enumerate(reading.spans):
        lines += _sentence(reading, index)
        for binding, verdict in reading.bindings:
            if binding.sentence is spans:
                left = " + ".join(_words(reading, p.first, p.last) for p in binding.left) or "-"
                right = " + ".join(_words(reading, p.first, p.last) for p in binding.right) or "-"
                trigger = _words(reading, binding.trigger.first, binding.trigger.last)
                lines.append(
                    f"    binding  {left}  <{trigger}: {binding.rule.id}, {binding.rule.frame}>  {right}"
                )
                lines.append(f"             {verdict}")
    lines += ["", "drafts"]
    for draft in reading.drafts:
        when = f"{draft.when.edtf} ({draft.when.why})" if draft.when else "no date"
        border = "background" if draft.background else "news"
        lines.append(
            f"  sentence {draft.sentence}: {draft.status} {draft.kind} {when} {draft.place.name if draft.place else None}"
            f" {'+'.join(draft.sides)}: {', '.join(p.name for p in draft.people)} [{border}, {draft.rule}]"
        )
    lines += ["", "entries"]
    for mention in reading.mentions:
        lines.append(
            f"  {mention.status} {mention.kind} {mention.date} {mention.place} ({mention.country})"
            f" {'+'.join(mention.sides)}: {', '.join(p.name for p in mention.participants)}"
        )
        lines.append(f"    confidence {mention.confidence}: {'; '.join(mention.doubts) or 'no doubts'}")
        for evidence in mention.evidence:
            lines.append(
                f"    {evidence.field:<12}{evidence.start}-{evidence.end} {evidence.quote!r} {evidence.derivation}"
            )
    return lines


def _sentence(reading: Reading, index: int) -> list[str]:
    spans, phrases = reading.spans[index], reading.phrases[index]
    sentence = spans.sentence
    lines = [
        "",
        f"sentence {index} ({sentence.block.role}): {_short(_words(reading, sentence.first, sentence.last), 400)}",
    ]
    for party in phrases.parties:
        people = f" {', '.join(p.name for p in party.people)}" if party.people else ""
        oblique = f" after {party.oblique}" if party.oblique else ""
        lines.append(
            f"    {party.kind:<9} {_words(reading, party.first, party.last)} -> {party.side}{people}{oblique}"
        )
    for place in phrases.places:
        lines.append(
            f"    place     {_words(reading, place.first, place.last)} -> {place.place.name} {place.place.country}"
        )
    for span in spans.times:
        lines.append(f"    time      {_words(reading, span.first, span.last)} [{span.rule.id}]")
    for table in ("cue", "reporting", "attribution", "topic", "blocker"):
        for span in spans.tables.get(table, ()):
            lines.append(
                f"    {table:<9} {_words(reading, span.first, span.last)} [{', '.join(r.id for r in span.values)}]"
            )
    return lines


def _words(reading: Reading, first: int, last: int) -> str:
    if first >= last:
        return ""
    return " ".join(reading.document.text[reading.tokens[first].start : reading.tokens[last - 1].end].split())


def _short(text: str, length: int = 100) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
