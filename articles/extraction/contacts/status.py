"""What the words around a trigger say of it: planned, cancelled, denied; background; not a contact at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..binding.bindings import Binding
from ..dates.nearness import in_opening
from ..parties.gaps import COMMAS
from ..words.clauses import clause_of, relative_clauses
from ..words.language import Language, Rule
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from ..words.trie import particle

_NEAR = 3
_CLAUSE = 14
_SENTENCE = 24
_ORDINAL = 8  # words between "the first" and the verb
_OPENING = 30  # "by telephone on Sunday, the minister X and his colleague Y discussed"
_UNDONE = frozenset({"denied", "cancelled"})
_NOT_OF_SETTING = frozenset({"appeal", "denied"})
_FINITE = frozenset({"active", "receive", "travel", "send", "mutual"})
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")  # of a verb in a language with cases
_THERE = ("е", "ах", "ях")  # of a noun that says where, in a language with cases
_LETTERS = 4  # of the shortest verb whose past is regular
_ORDER = ("denied", "cancelled", "held", "planned")


@dataclass(slots=True)
class Stance:
    """The status of a contact with its cue, and what else the cues say."""

    status: str = "held"
    cue: Span | None = None
    says: set[str] = field(default_factory=set)


def stance(binding: Binding, tokens: Sequence[Token], language: Language) -> Stance:
    """The status that the cues in a binding's sentence give it."""
    found: dict[str, Span] = {}
    clauses = relative_clauses(binding.sentence, tokens) if language.cases else []
    own_clause = clause_of(binding.trigger.first, clauses)
    for span in binding.sentence.tables.get("cue", ()):
        for rule in span.values:
            aside = _in_clause_before(span, binding, tokens)
            # "A, который находится в Каире, просит разрешить ему поездку"
            aside = aside or (own_clause is not None and span.first >= own_clause[1])
            aside = aside or (language.plain and _said_of_topic(span, rule, binding))
            aside = aside or (rule.says in _UNDONE and _describes_somebody(span, binding))
            if rule.says not in found and not aside and _reaches(span, rule, binding, tokens):
                ready = language.plain and rule.id == "siap" and _is_ahead(binding)
                found["planned" if ready else rule.says] = span
    own = binding.rule.row.get("status")
    if called_off := _called_off(found, own, binding):
        return called_off
    if own and not found.keys() & {"denied", "cancelled"}:
        return Stance(own, binding.trigger, set(found))
    if _purpose_before(binding, tokens) or language.has("purpose", particle(binding.trigger.prefix)[-1:]):
        found.setdefault("planned", binding.trigger)
    ahead = found.get("planned")
    within = ahead is not None and binding.trigger.first <= ahead.first < binding.trigger.last
    if is_past(binding, tokens, language) and not within:
        found.pop("planned", None)  # "who plans to visit Moscow, met X in Ankara"
    for status in _ORDER:
        if status in found:
            return Stance(status, found[status], set(found))
    return Stance(says=set(found))


def _called_off(found: dict[str, Span], own: str | None, binding: Binding) -> Stance | None:
    """ "will not travel to Damascus today **as was planned**": a plan that is not kept is called off, not denied."""
    plan, said = found.get("cancelled"), found.get("denied")
    if plan is None or plan.first < binding.trigger.last:
        return None
    beside = said is not None and -1 <= binding.trigger.first - said.last <= 1
    return Stance("cancelled", plan, set(found)) if own == "denied" or beside else None


def _describes_somebody(cue: Span, binding: Binding) -> bool:
    """ "denied any contact with the delegation that came to Moscow": the coming is not denied with the rest."""
    trigger, spans = binding.trigger, binding.sentence
    ends = {party.last for party in binding.phrases.parties}
    for index in range(trigger.first, max(cue.last, trigger.first - _NEAR) - 1, -1):
        if spans.has(index, "relative"):
            return bool(ends & {index, index - 1})
    return False


def _is_ahead(binding: Binding) -> bool:
    """ "siap menerima X pekan depan": whether a day ahead makes a plan of what somebody is ready for."""
    rows = (time.rule.row for time in binding.sentence.times)
    return any(row.get("turn") == "next" or row.get("shift", 0) > 0 for row in rows)


def _said_of_topic(cue: Span, rule: Rule, binding: Binding) -> bool:
    """ "tidak ada pernyataan tentang kunjungan X": what is denied is the statement."""
    trigger = binding.trigger
    return (
        rule.says == "denied"
        and rule.id.startswith("tidak")
        and any(
            cue.last < topic.first and topic.last <= trigger.first
            for topic in binding.sentence.tables.get("topic", ())
        )
    )


def is_past(binding: Binding, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb is told in the simple past: "met", "visited", without "have" or "to" before it."""
    trigger, spans = binding.trigger, binding.sentence
    if language.cases and binding.rule.frame in _FINITE and not binding.rule.row.get("participle"):
        return _ends_as_past(binding, tokens)
    if not language.articles or binding.rule.frame not in _FINITE:
        return False
    first, before = tokens[trigger.first].key, trigger.first - 1
    past = language.has("past", first) or (first.endswith("ed") and len(first) > _LETTERS)
    helped = before >= spans.sentence.first and spans.has(before, "auxiliary", "purpose", "agent")
    return past and not helped


def _ends_as_past(binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "прибыл", "встретились"; not "чтобы он приехал", "приехал бы": the same form says what is wished for."""
    trigger, spans = binding.trigger, binding.sentence
    if not any(tokens[i].key.endswith(_PAST) for i in (trigger.first, trigger.last - 1)):
        return False
    wished = range(max(binding.left_limit - _NEAR, spans.sentence.first), trigger.first)
    would = range(wished.start, min(trigger.last + 1, spans.sentence.last))
    return not any(spans.has(i, "purpose") for i in wished) and not any(tokens[i].key == "бы" for i in would)


def _in_clause_before(cue: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "по случаю соглашения, которое готовили египтяне, встретились": a cue of a relative clause closed before."""
    spans, trigger = binding.sentence, binding.trigger
    if not any(tokens[i].text == "," for i in range(cue.last, trigger.first)):
        return False
    for index in range(cue.first - 1, spans.sentence.first, -1):
        if tokens[index].text == ",":
            return False
        if spans.has(index, "relative"):
            return tokens[index - 1].text == "," or tokens[index - 2].text == ","
    return False


def restated(spans: SentenceSpans) -> tuple[str, Span] | None:
    """ "The Kremlin denied this.": the status that a sentence gives to the contact told before it, with its cue."""
    for span in spans.tables.get("cue", ()):
        for rule in span.values:
            if rule.row.get("reach") == "told":
                return rule.says, span
    return None


def _scope(rule: Rule, binding: Binding) -> tuple[str, str]:
    """On which side of a cue, and how far, it tells the status of a contact."""
    side, reach = rule.row.get("side", "before"), rule.row.get("reach", "clause")
    if reach == "told" and binding.articles and rule.says == "cancelled":
        return "either", "sentence"  # "was to have been received by Lavrov, but his visit was put off"
    return side, reach


def _reaches(cue: Span, rule: Rule, binding: Binding, tokens: Sequence[Token]) -> bool:  # noqa: PLR0911, PLR0912
    trigger, (side, reach) = binding.trigger, _scope(rule, binding)
    if binding.rule.row.get("participle") and rule.says in ("denied", "cancelled", "planned", "held"):
        reach, side = (
            ("told" if reach == "told" else "near"),
            "before",
        )  # "who came to Moscow" says that he came
    if reach == "told" or (rule.says == "call" and _of_other_trigger(cue, binding)):
        return False
    if _of_something_else(cue, rule, binding):
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
            opens = rule.says == "call" and cue.first == binding.sentence.sentence.first
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
    there = tokens[trigger.last - 1].key.endswith(_THERE) and any(spans.has(i, "locative") for i in at)
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
    return any(tokens[i].text in ";:" or spans.has(i, "clause") for i in range(first, trigger.first))


def _purpose_before(binding: Binding, tokens: Sequence[Token]) -> bool:
    index = binding.trigger.first - 1
    first = max(index - _ORDINAL, binding.sentence.sentence.first)
    if any(binding.sentence.has(i, "ordinal") for i in range(first, index)):
        return False  # "became the first minister to visit"
    return index >= binding.sentence.sentence.first and binding.sentence.has(index, "purpose")
