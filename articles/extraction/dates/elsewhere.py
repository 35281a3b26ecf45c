"""Time expressions that are not the event's: of a clause, a count or another noun beside it."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.spans import SentenceSpans, Span
from ..words.text import POSSESSIVE, Token

_CLAUSE = 8  # words between a verb of a relative clause and its day
_OWN = 3  # words between a verb and its own day


def is_of_something_else(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    trigger, spans, articles = binding.told_at, binding.sentence, binding.articles
    return (
        _is_count(span, binding)
        or _describes_another(span, binding)
        or _is_eve(span, spans)
        or _is_of_clause(span, trigger, spans, articles=articles)
        or _is_of_time_clause(span, binding, tokens)
        or _is_of_what_will_be(span, binding, tokens)
        or (articles and _owns_something_else(span, trigger, tokens))
        or (articles and _is_of_closed_clause(span, trigger, spans, tokens))
        or (not articles and _is_of_one_before(span, binding))
    )


def _is_of_one_before(span: Span, binding: Binding) -> bool:
    """ "تأتي زيارة A بعد زيارة قام بها B مطلع ديسمبر": the day behind the contact that another one followed."""
    noun, spans = binding.rule.frame in ("noun", "travel-noun"), binding.sentence
    return noun and any(
        binding.trigger.last < other.first < span.first and spans.has(other.first - 1, "setting")
        for other in spans.tables.get("trigger", ())
        if not other.rule.row.get("definite")
    )


def _describes_another(span: Span, binding: Binding) -> bool:
    """ "после мартовского визита A принял B": the adjective of a month dates the noun right behind it."""
    return bool(span.rule.row.get("attribute")) and not 0 <= binding.trigger.first - span.last <= 1


def _is_eve(span: Span, spans: SentenceSpans) -> bool:
    """ "накануне визита в Анкару": no day before today, but that before what the noun tells."""
    nouns = (t for t in spans.tables.get("trigger", ()) if t.rule.frame in ("noun", "travel-noun"))
    word = span.rule.says == "shift" and span.last - span.first == 1 and spans.has(span.first, "setting")
    return word and any(0 <= t.first - span.last <= 1 for t in nouns)


def _is_count(span: Span, binding: Binding) -> bool:
    """ "это их первая встреча в текущем году": since when they are counted."""
    trigger, spans = binding.trigger, binding.sentence
    before = range(max(trigger.first - _OWN, spans.sentence.first), trigger.first)
    long = span.rule.says in ("year", "relative-year") and span.first >= trigger.last
    return (
        long
        and binding.rule.frame in ("noun", "travel-noun")
        and any(spans.has(i, "ordinal") for i in before)
    )


def _is_of_clause(span: Span, trigger: Span, spans: SentenceSpans, *, articles: bool) -> bool:
    """ "will travel with the mediators, who landed on Thursday": the day of the verb in a relative clause."""
    own = _CLAUSE if articles else _OWN

    def has_its_own(other: Span) -> bool:  # "whom he received on 2 March, in Ankara on Friday"
        return any(other.last <= t.first and t.last < span.first for t in spans.times)

    return any(
        trigger.last <= other.first < span.first <= other.last + own
        and not has_its_own(other)
        and any(spans.has(i, "relative") for i in range(trigger.last, other.first))
        for other in spans.tables.get("trigger", ())
    )


def _is_of_time_clause(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "his second trip since he came to power in May": the day of a clause with a subject of its own."""
    spans, last = binding.sentence, binding.told_at.last
    if not binding.articles or span.first <= last:
        return False
    starts = {p.first for p in binding.phrases.parties}
    for index in range(last, span.first):
        if tokens[index].text in COMMAS:
            return False
        if spans.has(index, "outset"):
            return index + 1 < span.first
        if spans.has(index, "clause") and spans.has(index, "setting"):
            return bool(starts & {index + 1, index + 2})
    return False


def _is_of_what_will_be(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "confirmed in a call with X that he would come on 11 March": the day of what was said there to be ahead."""
    spans, last = binding.sentence, binding.told_at.last
    if not binding.articles or binding.rule.frame != "noun":
        return False
    starts = {p.first for p in binding.phrases.parties}  # none behind "the meeting that had been set for May"
    that = (i for i in range(last, span.first) if spans.has(i, "clause") and starts & {i + 1, i + 2})
    opens = next(that, span.first)
    cues = (cue for cue in spans.tables.get("cue", ()) if opens < cue.first < span.first)
    return any(rule.says == "planned" for cue in cues for rule in cue.values)


def _owns_something_else(span: Span, trigger: Span, tokens: Sequence[Token]) -> bool:
    """ "comes ahead of Saturday's summits": a day with its "'s" is that of the noun behind it."""
    owns = span.last < len(tokens) and tokens[span.last].key == POSSESSIVE
    return owns and not 0 <= trigger.first - span.last <= _OWN + 1


def _is_of_closed_clause(span: Span, trigger: Span, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    """ "A, who will visit Moscow next week, met B": the day of the clause between the commas."""
    if not any(tokens[i].text in COMMAS for i in range(span.last, trigger.first)):
        return False
    for index in range(span.first - 1, spans.sentence.first, -1):
        if tokens[index].text in COMMAS:
            return False
        if spans.has(index, "relative") and tokens[index - 1].text in COMMAS:
            return any(index < t.first < span.first for t in spans.tables.get("trigger", ()))
    return False
