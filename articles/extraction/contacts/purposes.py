"""Words before a trigger that say what something else is done for: it is yet to come."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..words.text import Token

_ORDINAL = 8  # words between "the first" and the verb
_TO_GOAL = 6  # words from a verb of going to where it goes: "to the Saudi coastal city of"
_FIRST_PURPOSE = 14  # words from a first purpose to the second


def _is_second_purpose(index: int, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "توجه إلى طهران للمشاركة في منتدى، **وإجراء** مباحثات": what one came for, told behind a first purpose."""
    spans = binding.sentence
    if not (spans.has(index, "conducting") and spans.shaped(index, "joined")):
        return False
    for back in range(index - 1, max(index - _FIRST_PURPOSE, spans.sentence.first), -1):
        if spans.has(back, "purpose"):
            return True
        if any(
            t.first <= back < t.last for name in ("trigger", "reporting") for t in spans.tables.get(name, ())
        ):
            return False
    return False


def is_purpose_before(binding: Binding, tokens: Sequence[Token]) -> bool:
    """Whether a word of purpose stands right before a trigger: "in order to | meet", "للمشاركة في"."""
    index = binding.trigger.first - 1
    first = max(index - _ORDINAL, binding.sentence.sentence.first)
    if any(binding.sentence.has(i, "ordinal") for i in range(first, index)):
        return False  # "became the first minister to visit"
    if index < binding.sentence.sentence.first:
        return False
    return binding.sentence.has(index, "purpose") or _is_second_purpose(index, binding, tokens)


def is_aim_of_journey(binding: Binding) -> bool:
    """ "will be sent to Jeddah **for consultations** with X": what stands behind a goal that somebody goes to."""
    spans, first = binding.sentence, binding.trigger.first
    index = first if spans.has(first, "serving") else first - 1
    if not binding.articles or binding.rule.frame != "noun" or not spans.has(index, "serving"):
        return False
    goal = next((p for p in binding.phrases.places if p.last == index), None)
    return goal is not None and any(
        t.last <= goal.first <= t.last + _TO_GOAL and t.rule.frame == "travel"
        for t in spans.tables.get("trigger", ())
    )
