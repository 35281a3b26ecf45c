"""To when a contact is put off: "the visit was postponed to April" tells of one called off and one to come."""

from ..binding.bindings import Binding
from ..words.spans import Span
from .status import Stance

_BEHIND = 4  # words from "postponed" to its "to": "postponed by Moscow to April"


def put_off_to(binding: Binding, position: Stance) -> Span | None:
    """The time to which a contact is put off, where its sentence names one."""
    if not binding.articles or position.status != "cancelled" or position.cue is None:
        return None
    spans, cue, goal = binding.sentence, position.cue.last, binding.destination
    told = max(binding.trigger.last, goal.last if goal else 0)  # "postponed his trip to Cairo until March"
    for span in spans.times:
        prepositions = (span.first - 1, span.first)
        near = any(start <= span.first <= start + _BEHIND for start in (cue, told))
        at_once = span.first <= cue + 1  # "rescheduled for Monday"; not "put off a trip planned for Monday"
        kinds = ("to", "until", "serving") if at_once else ("to", "until")
        if near and span.first >= cue and any(spans.has(i, *kinds) for i in prepositions):
            return span
    return None
