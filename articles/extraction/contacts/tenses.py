"""A present tense beside a day or a main clause that is to come: "when X visits Moscow on Friday, they will meet"."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.language import Language
from ..words.text import Token

_FINITE = frozenset({"active", "receive", "travel", "send", "mutual"})
_HELPED = 2  # words before a verb in which an auxiliary may stand
_REGULAR = 3  # letters of a verb before an ending of its past
_OPENS = 12  # words between the opening of a clause and its verb


def is_to_come(binding: Binding, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb in the present tense speaks of what is to come.

    So it does in a clause of time whose main clause is planned, and beside a weekday where somebody is quoted.
    A caption's present has neither.
    """
    if _is_let(binding, tokens):
        return True
    if not language.articles or not binding.sentence.times or not _is_present(binding, tokens, language):
        return False
    if _in_clause_of_time(binding, tokens):
        return _main_clause_is_ahead(binding, tokens)
    return _is_announced(binding, tokens)


def is_perfect(binding: Binding) -> bool:
    """ "have held a conversation on talks due in Astana": what is done, whatever is to come behind it."""
    before = binding.trigger.first - 1
    if not binding.articles or binding.rule.frame not in _FINITE or before <= binding.sentence.sentence.first:
        return False
    helped = any(binding.sentence.has(i, "perfective") for i in (before, binding.trigger.first))
    return helped and not binding.sentence.has(before - 1, "auxiliary", "purpose")


def _is_let(binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "asked Egypt to let X travel to Iran": what somebody is let do; the verb has the form of no tense."""
    left, spans = binding.left, binding.sentence
    who = left[0].first if left else 0
    return (
        binding.articles
        and bool(left)
        and left[-1].last == binding.trigger.first
        and who > spans.sentence.first
        and spans.has(who - 1, "letting")
    )


def _is_present(binding: Binding, tokens: Sequence[Token], language: Language) -> bool:
    trigger, spans = binding.trigger, binding.sentence
    key = tokens[trigger.first].key
    past = language.has("past", key) or (
        spans.shaped(trigger.first, "regular_past") and len(key) > _REGULAR + 1
    )
    meeting = any(spans.shaped(i, "gerund") for i in range(trigger.first, trigger.last))
    if binding.rule.frame not in _FINITE or past or meeting:
        return False
    before = range(max(trigger.first - _HELPED, spans.sentence.first), trigger.last)
    return not any(spans.has(i, "auxiliary", "purpose", "not") for i in before)


def _in_clause_of_time(binding: Binding, tokens: Sequence[Token]) -> bool:
    trigger, spans = binding.trigger, binding.sentence
    opening = max(trigger.first - _OPENS, spans.sentence.first)
    for index in range(trigger.first - 1, opening - 1, -1):
        if tokens[index].text in COMMAS:
            return False
        if spans.has(index, "when") or (spans.has(index, "clause") and spans.has(index, "setting")):
            return True
    return False


def _main_clause_is_ahead(binding: Binding, tokens: Sequence[Token]) -> bool:
    """Whether a cue of what is to come stands behind the comma of the clause, or before its opening."""
    cues = [s for s in binding.sentence.tables.get("cue", ()) if any(r.says == "planned" for r in s.values)]
    trigger = binding.trigger
    return any(
        cue.last <= trigger.first or any(tokens[i].text in COMMAS for i in range(trigger.last, cue.first))
        for cue in cues
    )


def _is_announced(binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "'The delegation arrives on Tuesday,' the diplomat said": a weekday, and behind a comma who says so."""
    trigger, spans = binding.trigger, binding.sentence
    said = next((s for s in spans.sayings() if s.first > trigger.last), None)
    if said is None or not any(tokens[i].text in COMMAS for i in range(trigger.last, said.first)):
        return False
    days = [t for t in spans.times if trigger.last <= t.first < said.first]
    return any(rule.says == "weekday" and rule.row.get("turn") is None for day in days for rule in day.values)
