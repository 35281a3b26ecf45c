"""Times that a clause beside the verb tells of somebody else, where no article shows whose they are."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.clauses import clause_of
from ..words.spans import Span
from ..words.text import Token

_CLAUSE = 3  # words of "since X fell in | December"
_OWN = 3  # words between a verb and its own day


def _of_another_clause(span: Span, binding: Binding, clauses: Sequence[tuple[int, int]]) -> bool:
    """ "A, который с понедельника находится в Каире, просит о поездке в Москву": Monday is not that of the journey."""
    clause = clause_of(span.first, clauses)
    if clause is None or clause == clause_of(binding.trigger.first, clauses):
        return False
    triggers = binding.sentence.tables.get("trigger", ())
    return binding.trigger.first >= clause[1] and any(clause[0] <= t.first < clause[1] for t in triggers)


def _of_partner(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "принял генерала, который в феврале взял власть": what a clause behind a verb tells of somebody met."""
    if binding.rule.frame not in ("active", "receive", "passive") or not binding.right:
        return False
    met = max(p.last for p in binding.parties)
    opens = (i for i in range(met, span.first) if binding.sentence.has(i, "relative"))
    first = next(opens, None)
    return first is not None and first - met <= 2 and any(tokens[i].text == "," for i in range(met, first))


def _of_somebody_else(span: Span, binding: Binding) -> bool:
    """ "berkunjung setelah Sukarno pada 1961": behind a clause word and a party the date is that party's."""
    spans, last = binding.sentence, binding.trigger.last
    clause = next((i for i in range(last, span.first) if spans.has(i, "clause")), None)
    if clause is None or any(other.last <= clause and other.first >= last for other in spans.times):
        return False
    named = (p for p in binding.phrases.parties if clause < p.first < span.first and p.people)
    if any(p not in binding.parties for p in named):
        return True
    # "dilakukan setelah kemarin X bertemu Y": right behind the clause word it is the day of the next verb
    verb = next((t for t in spans.tables.get("trigger", ()) if t.first >= span.last), None)
    return (
        verb is not None
        and span.first - clause <= _OWN
        and not any(spans.has(i, "clause") for i in range(span.last, verb.first))
    )


def _describes_somebody(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "menemui X, yang merebut kekuasaan pada Februari 2021": a day of what describes somebody."""
    spans = binding.sentence
    index = span.first - 1
    while index > binding.trigger.last and tokens[index].word and not spans.has(index, "relative"):
        index -= 1
    named = any(p.last == index - 1 and p.people for p in binding.phrases.parties)
    words = range(index, span.first)
    told = any(spans.has(i, "happening") for i in words) or any(
        index <= c.first < span.first for table in ("cue", "trigger") for c in spans.tables.get(table, ())
    )
    return spans.has(index, "relative") and tokens[index - 1].text in COMMAS and named and not told


def _of_aside(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "para utusan, yang mendarat Sabtu, akan bertemu X", "membahas kerja sama tahun 2019": no day of the verb."""
    spans, trigger = binding.sentence, binding.trigger
    if span.rule.says in ("year", "part-of-year"):
        topics = (
            t for t in spans.tables.get("topic", ()) if trigger.first <= t.first and t.last <= span.first
        )
        return any(all(tokens[i].text not in COMMAS for i in range(t.last, span.first)) for t in topics)
    if span.first >= trigger.last:
        return _describes_somebody(span, binding, tokens)
    if span.last > trigger.first or not any(
        tokens[i].text in COMMAS for i in range(span.last, trigger.first)
    ):
        return False
    if spans.has(spans.sentence.first, "outset") and span.first - spans.sentence.first >= _CLAUSE:
        return True  # "sejak pemerintahan X jatuh pada Desember, ...": not "sejak Senin, ..."
    index = span.first - 1
    while index > spans.sentence.first and tokens[index].word and not spans.has(index, "relative"):
        index -= 1
    told = any(index < t.first < span.first for t in spans.tables.get("trigger", ()))
    return told and spans.has(index, "relative") and tokens[index - 1].text in COMMAS


def _is_length(span: Span, binding: Binding) -> bool:
    """ "for the first time **in five years**", "للمرة الأولى منذ خمس سنوات": how long it had not been."""
    counted = range(span.first - _OWN, span.first)
    return {"n", "unit"} <= span.slots.keys() and any(binding.sentence.has(i, "counting") for i in counted)


def is_aside(
    span: Span,
    binding: Binding,
    tokens: Sequence[Token],
    clauses: Sequence[tuple[int, int]],
    *,
    plain: bool,
    cases: bool,
) -> bool:
    """Whether a time is of somebody or something beside the verb; ``clauses`` are the sentence's relative ones."""
    if _is_length(span, binding):
        return True
    if plain and (_of_somebody_else(span, binding) or _of_aside(span, binding, tokens)):
        return True
    if plain and any(p.first < span.first and span.last <= p.last for p in binding.phrases.parties):
        return True  # "pemimpin Hamas kala itu, X"
    return cases and (_of_another_clause(span, binding, clauses) or _of_partner(span, binding, tokens))
