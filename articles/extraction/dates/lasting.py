"""Days that a sentence gives two names: "began on the 17th and ended on Saturday", "in April or May"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ..binding.bindings import Binding
from ..words.spans import SentenceSpans, Span
from .edtf import When, from_to
from .resolving import dated

_BEGUN = 2  # words between "began" and its day
_ENDED = 14  # words between "ended" and its day: what ended stands between where verbs come first
_LONGEST = timedelta(days=31)
_EITHER = timedelta(days=62)  # what one of two names leaves open: two months at most


def in_full(span: Span, when: When, binding: Binding, *, published: date | None, planned: bool) -> When:
    """All the days that a sentence gives a contact, of which ``when`` was found."""
    stay = None if planned else _lasting(span, when, binding, published=published)
    return stay or _one_or_other(span, when, binding, published=published, planned=planned)


def _lasting(span: Span, when: When, binding: Binding, *, published: date | None) -> When | None:
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


def _one_or_other(span: Span, when: When, binding: Binding, *, published: date | None, planned: bool) -> When:
    """ "in April or May", "on Monday or Tuesday": from the first to the last of what the words leave open."""
    spans = binding.sentence
    index = spans.times.index(span)
    for one, other in pairwise(spans.times[max(index - 1, 0) : index + 2]):
        between = range(one.last, other.first)
        if not between or not all(spans.has(i, "or") for i in between):
            continue
        further = dated(other if one is span else one, published=published, planned=planned, before=when)
        if (
            further
            and further.latest - when.earliest <= _EITHER
            and when.latest - further.earliest <= _EITHER
        ):
            first, last = sorted((when, further), key=lambda w: w.earliest)
            return _between(first, last)
    return when


def _between(first: When, last: When) -> When:
    why = f"{first.why} or {last.why}"
    edtf = f"{first.edtf}/{last.edtf}"
    if not all(re.fullmatch(r"[\d-]+", w.edtf) for w in (first, last)):
        edtf = from_to(first.earliest, last.latest, why, about="~" in edtf).edtf
    return When(edtf, first.earliest, last.latest, why)
