"""Contacts that a sentence gives a first and a last day: "talks that began on the 17th and ended on Saturday"."""

from dataclasses import replace
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..words.spans import SentenceSpans, Span
from .edtf import When, from_to
from .resolving import dated

_BEGUN = 2  # words between "began" and its day
_ENDED = 14  # words between "ended" and its day: what ended stands between where verbs come first
_LONGEST = timedelta(days=31)


def lasting(span: Span, when: When, binding: Binding, *, published: date | None) -> When | None:
    """The days from the first to the last, where one of the two was found and the sentence tells the other."""
    spans = binding.sentence
    if len(spans.times) < 2 or not when.exact:
        return None
    begun, ended = _is_marked(span, "begun", _BEGUN, spans), _is_marked(span, "ended", _ENDED, spans)
    for other in spans.times if begun or ended else ():
        further = dated(other, published=published, planned=False, before=None) if other is not span else None
        if not (further and further.exact):
            continue
        first, last = (when, further) if begun else (further, when)
        marked = (
            _is_marked(other, "ended", _ENDED, spans) if begun else _is_marked(other, "begun", _BEGUN, spans)
        )
        if marked and first.earliest < last.latest <= first.earliest + _LONGEST:
            stay = from_to(first.earliest, last.latest, f"from {first.why} to {last.why}")
            return replace(stay, whole=True)
    return None


def _is_marked(span: Span, name: str, reach: int, spans: SentenceSpans) -> bool:
    """Whether such a word stands before a time, with no other time between."""
    start = max(
        [spans.sentence.first, span.first - reach, *(t.last for t in spans.times if t.last <= span.first)]
    )
    return any(spans.has(i, name) for i in range(start, span.first))
