"""What the words around a trigger say of it: planned, cancelled, denied; background; not a contact at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..binding.bindings import Binding
from ..words.clauses import clause_of, relative_clauses
from ..words.language import Language, Rule
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from ..words.trie import particle
from .purposes import is_aim_of_journey, is_purpose_before
from .reach import reaches
from .tenses import is_perfect, is_to_come

_NEAR = 3
_UNDONE = frozenset({"denied", "cancelled"})
_FINITE = frozenset({"active", "receive", "travel", "send", "mutual"})
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
            aside = aside or (language.plain and _serves_somebody(span, binding, tokens))
            aside = aside or (rule.says in _UNDONE and _describes_somebody(span, binding))
            if rule.says not in found and not aside and reaches(span, rule, binding, tokens):
                ready = language.plain and rule.row.get("ready") and _is_ahead(binding)
                found["planned" if ready else rule.says] = span
    own = binding.rule.row.get("status")
    if called_off := _called_off(found, own, binding):
        return called_off
    done = found.get("held")
    over = done is not None and done.last > binding.trigger.first  # "قبل أن يلتقي": he did
    if own and not over and not found.keys() & {"denied", "cancelled"}:
        return Stance(own, binding.trigger, set(found))
    aimed = language.has("purpose", particle(binding.trigger.prefix)[-1:])
    aimed = aimed and binding.rule.says != "message"  # "تلبية | لدعوة"
    if is_purpose_before(binding, tokens) or aimed or is_aim_of_journey(binding):
        found.setdefault("planned", binding.trigger)
    ahead = found.get("planned")
    within = ahead is not None and binding.trigger.first <= ahead.first < binding.trigger.last
    behind = ahead is not None and ahead.first >= binding.trigger.last
    if (is_past(binding, tokens, language) and not within) or (behind and is_perfect(binding)):
        found.pop("planned", None)  # "who plans to visit Moscow, met X in Ankara"
    for status in _ORDER:
        if status in found:
            return Stance(status, found[status], set(found))
    if is_to_come(binding, tokens, language):
        return Stance("planned", None, {*found, "planned"})
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
    # "Hamas denied | that X had met Y": what the cue itself opens describes nobody
    for index in range(trigger.first, max(cue.last, trigger.first - _NEAR - 1), -1):
        if spans.has(index, "relative"):
            return bool(ends & {index, index - 1})
    return False


def _serves_somebody(cue: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "utusan **untuk Timur Tengah** itu tiba": whom or what an office is for, where a name stands behind."""
    alone = cue.last - cue.first == 1 and cue.last < binding.trigger.first
    return alone and binding.sentence.has(cue.first, "purpose") and tokens[cue.last].text[:1].isupper()


def _is_ahead(binding: Binding) -> bool:
    """ "siap menerima X pekan depan": whether a day ahead makes a plan of what somebody is ready for."""
    rows = (time.rule.row for time in binding.sentence.times)
    return any(row.get("turn") == "next" or row.get("shift", 0) > 0 for row in rows)


def _said_of_topic(cue: Span, rule: Rule, binding: Binding) -> bool:
    """ "tidak ada pernyataan tentang kunjungan X": what is denied is the statement."""
    trigger = binding.trigger
    return rule.says == "denied" and any(
        cue.last < topic.first and topic.last <= trigger.first
        for topic in binding.sentence.tables.get("topic", ())
    )


def is_past(binding: Binding, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a verb is told in the simple past: "met", "visited", without "have" or "to" before it."""
    trigger, spans = binding.trigger, binding.sentence
    if language.cases and binding.rule.frame in _FINITE and not binding.rule.row.get("participle"):
        return _ends_as_past(binding, tokens)
    if not language.articles or binding.rule.frame not in _FINITE:
        return False
    first, before = tokens[trigger.first].key, trigger.first - 1
    past = language.has("past", first) or (
        spans.shaped(trigger.first, "regular_past") and len(first) > _LETTERS
    )
    helped = before >= spans.sentence.first and spans.has(before, "auxiliary", "purpose", "agent")
    return past and not helped


def _ends_as_past(binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "прибыл", "встретились"; not "чтобы он приехал", "приехал бы": the same form says what is wished for."""
    trigger, spans = binding.trigger, binding.sentence
    if not any(spans.shaped(i, "past_tense") for i in (trigger.first, trigger.last - 1)):
        return False
    wished = range(max(binding.left_limit - _NEAR, spans.sentence.first), trigger.first)
    would = range(wished.start, min(trigger.last + 1, spans.sentence.last))
    return not any(spans.has(i, "purpose") for i in wished) and not any(spans.has(i, "would") for i in would)


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
