"""Which of a sentence's time expressions is the event's: the nearest, after penalties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.clauses import is_apart, is_of_noun_behind, participial_clauses, relative_clauses
from ..words.spans import Span
from ..words.text import Token
from .asides import is_aside
from .edtf import When
from .lasting import in_full
from .nearness import cost_of
from .resolving import dated, resolve
from .sayings import is_denied_on, is_of_speaker, is_of_words, is_said_on, is_told_on

_WEEK = timedelta(days=7)
_STAY = timedelta(days=3)
_MONTH = timedelta(days=31)
_HALF_A_YEAR = timedelta(days=183)
_ROUND = frozenset({"shift", "ago", "relative-week", "relative-month", "weekend"})
_SAID = 15  # dearer is a day that a verb of saying has
_FAR = 8  # a day gone by, this far from what is to come, is another event's


@dataclass(slots=True)
class Dated:
    """A time expression with the days it gives."""

    span: Span
    when: When
    cost: float = 0.0


def choose(
    binding: Binding,
    tokens: Sequence[Token],
    *,
    published: date | None,
    planned: bool,
    before: When | None,
    ahead: bool,
    plain: bool,
    cases: bool,
) -> Dated | None:
    """The date of a binding from its own sentence, or None.

    ``ahead``: it is to come; ``plain``: neither cases nor articles help; ``cases``: endings do.
    """
    best: tuple[float, Dated] | None = None
    seen: When | None = None
    clauses = relative_clauses(binding.sentence, tokens) if cases else []
    described = participial_clauses(binding.sentence, tokens) if cases and binding.sentence.times else []
    for span in binding.sentence.times:
        told, inside = planned and is_said_on(span, binding, tokens), "inside" in span.rule.row
        counted = (seen or before) if inside else before
        when = dated(span, published=published, planned=planned and not told, before=counted)
        if inside:
            when = _of_clause_behind(span, when, binding, tokens, published=published)
        if when is None:
            continue
        if plain and planned and not ahead and published and when.earliest - published > _HALF_A_YEAR:
            # "kunjungan pada akhir Desember digeser", read in January: the one gone by
            when = dated(span, published=published, planned=False, before=counted) or when
        seen = when
        if when.exact and not inside:
            before = when  # "said on Thursday that they had met the day before"
        new_time = binding.put_off is not None and span.first >= binding.put_off.first
        if told or new_time or (binding.day and span is not binding.day):  # "postponed to April or May"
            continue
        if is_aside(span, binding, tokens, clauses, plain=plain, cases=cases):
            continue
        if _is_described(span, binding, described) or (cases and is_of_words(span, binding)):
            continue
        if plain and (is_denied_on(span, binding) or is_of_speaker(span, binding)):
            continue
        if cases and is_of_noun_behind(span, binding.trigger, binding.sentence, tokens):
            continue
        cost = cost_of(span, binding, tokens, plain=plain)
        if plain and cost is not None and is_told_on(span, binding):
            cost += _SAID
        gone = ahead and published is not None and when.latest < published
        if gone and cost is not None and (cost >= _FAR or plain):
            continue  # "will discuss the truce that began on the 2nd": no day of what is to come
        if cost is not None and (best is None or cost < best[0]):
            best = cost, Dated(span, when, cost)
    if best is None:
        return None
    found = _named_day(best[1], binding, tokens, published=published, planned=planned)
    when = in_full(found.span, found.when, binding, published=published, planned=planned)
    return Dated(found.span, when, found.cost)


def _is_described(span: Span, binding: Binding, clauses: Sequence[tuple[int, int]]) -> bool:
    """ "с A, возглавившим движение в мае": a day of whom a participle describes; not "встреча, прошедшая в мае"."""
    itself = binding.rule.frame in ("noun", "travel-noun", "round") and binding.trigger.last <= span.first
    return not itself and is_apart(span.first, binding.trigger.first, clauses)


def _of_clause_behind(
    span: Span, when: When | None, binding: Binding, tokens: Sequence[Token], *, published: date | None
) -> When | None:
    """ "flew home on Monday, a week after A met B": the clause behind such words is what they date.

    "A day after meeting A on Monday, he called B": the call is counted on from the day of that clause.
    """
    trigger, rule, times = binding.trigger, span.rule, binding.sentence.times
    closed = any(tokens[i].text in COMMAS for i in range(span.last, trigger.first))
    if span.first > binding.sentence.sentence.first:
        return when if span.first < trigger.first and not closed else None
    if not closed:  # "two days after meeting A, he flew home on Tuesday"
        comma = next(
            (i for i in range(trigger.last, binding.sentence.sentence.last) if tokens[i].text in COMMAS), 0
        )
        if not comma or any(span.last <= t.first < comma for t in times):
            return None
        later = [t for t in times if t.first > comma]
        told = dated(later[0], published=published, planned=False, before=None) if later else None
        row = rule.row
    else:
        others = [t for t in times if span.last <= t.first and t.last <= trigger.first]
        told = dated(others[-1], published=published, planned=False, before=None) if others else None
        row = {**rule.row, "shift": -rule.row["shift"]}
    if told is None:
        return None
    return resolve(rule.says, row, span.slots, published=published, planned=False, before=told)


def _named_day(
    chosen: Dated, binding: Binding, tokens: Sequence[Token], *, published: date | None, planned: bool
) -> Dated:
    """ "a fortnight ago, on 21 April": the day by its name, where it stands right behind the round word."""
    if chosen.span.rule.says not in _ROUND:
        return chosen
    for span in binding.sentence.times:
        gap = (
            span.first - chosen.span.last if span.first > chosen.span.first else chosen.span.first - span.last
        )
        if 0 <= gap <= 1 and span.rule.says == "day" and (not gap or tokens[span.first - 1].text in COMMAS):
            when = dated(span, published=published, planned=planned, before=None)
            if when and not apart(when, chosen.when):
                return Dated(span, when, chosen.cost)
    return chosen


def apart(one: When, other: When) -> bool:
    years = min(one.latest - one.earliest, other.latest - other.earliest) > _MONTH
    stay = timedelta(0) if years else _STAY  # "in 2019 and 2020" are no days of one stay
    return one.earliest - other.latest > stay or other.earliest - one.latest > stay


def is_background(when: When | None, published: date | None) -> bool:
    """Whether a date is too old for news."""
    return bool(when and published and published - when.latest > _WEEK)
