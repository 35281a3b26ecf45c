"""Days that something was said on: they are none of what is told."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import Party
from ..words.spans import SentenceSpans, Span
from ..words.text import Token

_BORDERS = frozenset(",،;:—–")
_OPENING = 3  # words before a day that opens its sentence


def _clause_between(first: int, last: int, spans: SentenceSpans) -> bool:
    return any(spans.has(index, "clause") for index in range(first, last))


def belongs_to_saying(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "said on Thursday that they had met": the verb of saying and the day, then the clause with the event."""
    for saying in spans.sayings():
        if saying.last <= span.first and not _clause_between(saying.last, span.first, spans):
            return _clause_between(span.last, trigger.first, spans) or _is_disclosed(trigger, spans)
    return False


def _is_disclosed(trigger: Span, spans: SentenceSpans) -> bool:
    """ "كشفت الوزارة، الخميس، **عن** محادثات": what a noun behind such a word tells was before it was said."""
    return trigger.rule.frame == "noun" and spans.has(trigger.first - 1, "disclosing")


def _opens_saying(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "Earlier in the day, A said that B and C would gather": of a day that opens the sentence the saying is."""
    if span.first - spans.sentence.first > _OPENING:
        return False
    said = next((s for s in spans.sayings() if span.last <= s.first), None)
    if said is None or any(t.first < said.first for t in spans.tables.get("trigger", ())):
        return False
    return said.last <= trigger.first and _clause_between(said.last, trigger.first, spans)


def _said_behind(span: Span, trigger: Span, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    """ "О том, что A примет B, 28 декабря объявил C": the day stands with the verb of saying behind the clause.

    "Что A прилетит 25 февраля, стало известно в пятницу": a comma closes the clause that a day stands in.
    """
    closed = span.last < len(tokens) and tokens[span.last].text in _BORDERS
    saying = any(0 <= s.first - span.last <= 1 - closed for s in spans.sayings())
    told = range(spans.sentence.first, trigger.first)
    return saying and trigger.last < span.first and any(spans.has(i, "clause") for i in told)


def _said_after(span: Span, trigger: Span, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    """ "A will visit B, the ministry said on Monday": the day beside a verb of saying behind a comma or colon."""
    for saying in spans.sayings():
        beside = 0 <= span.first - saying.last <= 1 or 0 <= saying.first - span.last <= 1
        first = min(span.first, saying.first)
        if beside and trigger.last <= first:
            return any(tokens[i].text in _BORDERS for i in range(trigger.last, first))
    return False


def says_on(party: Party, day: Span, spans: SentenceSpans) -> bool:
    """ "X, Rabu, mengatakan": whether a day alone parts somebody from a verb of saying."""
    return 0 <= day.first - party.last <= 1 and any(0 <= s.first - day.last <= 1 for s in spans.sayings())


def is_of_speaker(span: Span, binding: Binding) -> bool:
    """ "Menjelang pertemuan itu, X, Rabu, mengatakan": a day on which somebody speaks who is not bound."""
    others = (p for p in binding.phrases.parties if p.people and p not in binding.parties)
    return binding.trigger.last <= span.first and any(says_on(p, span, binding.sentence) for p in others)


def is_denied_on(span: Span, binding: Binding) -> bool:
    """ "Hamas hari Senin membantah telah menemui X": the day right before a verb of denying is the denial's."""
    cues = (c for c in binding.sentence.tables.get("cue", ()) if 0 <= c.first - span.last <= 1)
    return any(
        rule.says == "denied" and rule.row.get("reach") == "sentence" and cue.last <= binding.trigger.first
        for cue in cues
        for rule in cue.values
    )


def is_told_on(span: Span, binding: Binding) -> bool:
    """ "Surat kabar itu, Sabtu, memberitakan pertemuan A pekan lalu": the day right before a verb of saying."""
    return any(
        0 <= s.first - span.last <= 1 and s.last <= binding.trigger.first for s in binding.sentence.sayings()
    )


def is_of_words(span: Span, binding: Binding) -> bool:
    """ "A принял B и напомнил, что союз заключен в 1944 году": a day of what is said behind the contact."""
    spans, last = binding.sentence, binding.told_at.last
    said = next((s for s in spans.sayings() if last <= s.first < span.first), None)
    return said is not None and any(spans.has(i, "clause") for i in range(said.last, said.last + 2))


def is_said_on(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "said on Thursday that he would meet", "в четверг заявил, что отменил": no day of what is to come."""
    spans, trigger = binding.sentence, binding.trigger
    before = any(
        0 <= s.first - span.last <= 1
        and s.last <= trigger.first
        and _clause_between(s.last, trigger.first, spans)
        for s in spans.sayings()
    )
    opens = binding.articles and _opens_saying(span, trigger, spans)
    closed = (
        binding.articles
        and span.last < trigger.first
        and tokens[span.last].text in _BORDERS
        and any(0 <= span.first - s.last <= 1 for s in spans.sayings())
    )  # "announced on Friday, with talks due next week"
    return (
        before
        or closed
        or opens
        or belongs_to_saying(span, trigger, spans)
        or _said_behind(span, trigger, spans, tokens)
        or _said_after(span, trigger, spans, tokens)
    )
