"""How far a cue reaches: whether "planned" or "denied" is said of this trigger or of something else in the sentence."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..dates.nearness import in_opening
from ..parties.gaps import COMMAS
from ..words.language import Rule
from ..words.spans import SentenceSpans, Span
from ..words.text import Token

_NEAR = 3
_CLAUSE = 14
_SENTENCE = 24
_OF_SENTENCE = frozenset({"call", "background"})  # what a word that opens a sentence says of its first verb
_OPENING = 30  # "by telephone on Sunday, the minister X and his colleague Y discussed"
_NOT_OF_SETTING = frozenset({"appeal", "denied"})
_ORDER = ("denied", "cancelled", "held", "planned")


def _scope(rule: Rule, binding: Binding) -> tuple[str, str]:
    """On which side of a cue, and how far, it tells the status of a contact."""
    side, reach = rule.row.get("side", "before"), rule.row.get("reach", "clause")
    if reach == "told" and binding.articles and rule.says == "cancelled":
        return "either", "sentence"  # "was to have been received by Lavrov, but his visit was put off"
    return side, reach


def reaches(cue: Span, rule: Rule, binding: Binding, tokens: Sequence[Token]) -> bool:  # noqa: PLR0911, PLR0912
    trigger, (side, reach) = binding.trigger, _scope(rule, binding)
    if binding.rule.row.get("participle") and rule.says in ("denied", "cancelled", "planned", "held"):
        reach, side = (
            ("told" if reach == "told" else "near"),
            "before",
        )  # "who came to Moscow" says that he came
    if reach == "told" or (rule.says == "call" and _of_other_trigger(cue, binding)):
        return False
    if _of_something_else(cue, rule, binding) or _is_noun_alone(cue, rule, binding):
        return False
    if rule.row.get("nominal") and binding.rule.frame != "noun":
        return False
    if cue.first >= trigger.first and cue.last <= trigger.last:
        opens = cue.first == trigger.first and trigger.last > cue.last and binding.rule.frame == "receive"
        if rule.says == "background" and opens:
            return False  # "was there to receive him"
        if rule.says == "planned" and binding.rule.frame == "noun" and binding.rule.says == "message":
            return False  # "undangan untuk X disampaikan"
        went_out = rule.says == "planned" and binding.rule.says == "message"  # "extended an invitation to A"
        return rule.says != "appeal" and not went_out  # "called on Lavrov in Moscow"
    if rule.says in _NOT_OF_SETTING and cue.last <= trigger.first and _is_setting(binding):
        return False
    if cue.first < trigger.first < cue.last:  # "there was [no] meeting"
        return True
    if cue.last <= trigger.first:
        if side == "after":
            return False
        gap = trigger.first - cue.last
        cut = any(tokens[i].text in COMMAS for i in range(cue.last, trigger.first))
        if rule.says == "planned" and _agreed_there(cue, binding, tokens):
            return False
        if rule.says in _ORDER and in_opening(cue, binding, tokens):
            return False  # "after the putting off of a conference to next year, X came to Y"
        if reach == "near":
            return gap <= _NEAR and not cut and not _other_trigger(binding.sentence, cue.last, trigger)
        if reach == "clause":
            opens = rule.says in _OF_SENTENCE and cue.first == binding.sentence.sentence.first
            return gap <= (_OPENING if opens else _CLAUSE) and not _cut(
                binding.sentence, cue.last, trigger, tokens
            )
        return gap <= 30 and not _told_aside(binding.sentence, cue.last, trigger)
    if side == "before" or _is_past_opening(cue, rule, binding, tokens):
        return False
    gap = cue.first - trigger.last
    if reach == "near":
        return gap <= _NEAR
    if reach == "clause":
        far = _SENTENCE if _opens(binding) else _CLAUSE
        return gap <= far and (cue.first < binding.right_limit + 1 or _describes(cue, binding, tokens))
    between = range(trigger.last, cue.first)
    apart = binding.articles and any(_opens_time(binding.sentence, i) for i in between)
    return gap <= 30 and not (apart and rule.says == "cancelled")


def _is_past_opening(cue: Span, rule: Rule, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "Setelah pertemuan, keduanya dijadwalkan makan siang": what is to come is behind the comma of the opening."""
    spans, trigger = binding.sentence, binding.trigger
    opened = any(spans.has(i, "meantime") for i in range(spans.sentence.first, trigger.first))
    near = trigger.first - spans.sentence.first <= _NEAR
    comma = any(tokens[i].text in COMMAS for i in range(trigger.last, cue.first))
    return rule.says == "planned" and opened and near and comma


def _of_something_else(cue: Span, rule: Rule, binding: Binding) -> bool:
    """ "met X about the elections **that were called off**": a relative clause behind a verb is of another noun."""
    verb = binding.rule.frame not in ("noun", "travel-noun", "round")
    behind = rule.says in ("cancelled", "denied") and cue.first > binding.trigger.last
    spans, before = binding.sentence, cue.first - 1
    if spans.has(before, "auxiliary"):
        before -= 1
    return verb and behind and spans.has(before, "relative")


def _is_noun_alone(cue: Span, rule: Rule, binding: Binding) -> bool:
    """ "**التأجيل** أبلغت به الحركة في مكالمة": with an article of its own the noun governs no contact behind it."""
    before = cue.last - cue.first == 1 and cue.last <= binding.trigger.first
    return rule.says == "cancelled" and before and cue.prefix.endswith("ال")


def _opens_time(spans: SentenceSpans, index: int) -> bool:
    """ "received X a day **after** Y cancelled a visit": what is said behind such a word is said of Y's."""
    return spans.has(index, "clause") and spans.has(index, "setting")


def _opens(binding: Binding) -> bool:
    """ "На переговорах с руководством Египта, в том числе с президентом, планируется ...": it opens the sentence."""
    first = binding.sentence.sentence.first
    return binding.rule.frame == "noun" and binding.trigger.first - first <= 1


def _of_other_trigger(cue: Span, binding: Binding) -> bool:
    """ "spoke by telephone about a meeting": the telephone is the other verb's; "..., by telephone," is nobody's."""
    return any(
        t.first <= cue.first and cue.last <= t.last and t is not binding.trigger
        for t in binding.sentence.tables.get("trigger", ())
        if (t.first, t.last) != (cue.first, cue.last)
    )


def _describes(cue: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "встреча с A, которая запланирована на ...": a relative clause that says it of a noun."""
    spans, limit = binding.sentence, binding.right_limit
    noun = binding.rule.frame in ("noun", "travel-noun")
    return noun and spans.has(limit, "relative") and not _cut(spans, limit, cue, tokens)


def _agreed_there(cue: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "договорились на встрече делегаций": what was agreed at a meeting is yet to come, not the meeting."""
    trigger, spans = binding.trigger, binding.sentence
    at = range(max(cue.last, trigger.first - _NEAR), trigger.first)
    there = spans.shaped(trigger.last - 1, "there") and any(spans.has(i, "locative") for i in at)
    return there and binding.rule.frame == "noun" and spans.has(cue.first, "agreed")


def _is_setting(binding: Binding) -> bool:
    """ "called for a truce during a meeting": what the verb before governs is not the meeting."""
    first = binding.trigger.first
    spans = binding.sentence
    return binding.rule.frame == "noun" and (
        spans.has(first, "setting") or (first > spans.sentence.first and spans.has(first - 1, "setting"))
    )


def _other_trigger(spans: SentenceSpans, first: int, trigger: Span) -> bool:
    return any(first <= other.first < trigger.first for other in spans.tables.get("trigger", ()))


def _told_aside(spans: SentenceSpans, first: int, trigger: Span) -> bool:
    """ "cancelled the meeting that they had agreed on in a call": the call was not cancelled."""
    others = [t for t in spans.tables.get("trigger", ()) if first <= t.first < trigger.first]
    return bool(others) and any(spans.has(i, "relative") for i in range(others[0].last, trigger.first))


def _cut(spans: SentenceSpans, first: int, trigger: Span, tokens: Sequence[Token]) -> bool:
    """Whether a verb of saying, another trigger or a new clause stands between a cue and its trigger."""
    if _other_trigger(spans, first, trigger):
        return True
    if any(first <= other.first < trigger.first for other in spans.sayings()):
        return True
    if tokens[first].text in ";:":
        return True
    # the clause that a cue itself opens is what it is said of: "it was not expected | that he would meet"
    return any(tokens[i].text in ";:" or spans.has(i, "clause") for i in range(first + 1, trigger.first))
