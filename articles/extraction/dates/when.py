"""Which of a sentence's time expressions is the event's: the nearest, after penalties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.clauses import clause_of, relative_clauses
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .edtf import When
from .elsewhere import is_of_something_else, is_since
from .resolving import resolve

_LONG_SINCE = 12  # the same, where no sign stands between: "sejak awal operasi di sana pada 24 Februari"
_OF_OPENING = 14  # dearer than the clause's own
_SINCE = 5  # words from "since" to the date of what happened then
_WEEK = timedelta(days=7)
_STAY = timedelta(days=3)
_MONTH = timedelta(days=31)
_ROUND = frozenset({"shift", "ago", "relative-week", "relative-month", "weekend"})
_FAR = 8  # a day gone by, this far from what is to come, is another event's
_OWN = 3  # words between a verb and its own day


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
    ahead: bool = False,
    plain: bool = False,
    cases: bool = False,
) -> Dated | None:
    """The date of a binding from its own sentence, or None.

    ``ahead``: it is to come; ``plain``: neither cases nor articles help.
    """
    best: tuple[float, Dated] | None = None
    seen: When | None = None
    clauses = relative_clauses(binding.sentence, tokens) if cases else []
    for span in binding.sentence.times:
        told, inside = planned and _said_on(span, binding), "inside" in span.rule.row
        counted = (seen or before) if inside else before
        when = dated(span, published=published, planned=planned and not told, before=counted)
        if inside:
            when = _of_clause_behind(span, when, binding, tokens, published=published)
        if when is None:
            continue
        seen = when
        if when.exact and not inside:
            before = when  # "said on Thursday that they had met the day before"
        if told or (binding.day and span is not binding.day):
            continue
        if plain and (_of_somebody_else(span, binding) or _of_aside(span, binding, tokens)):
            continue
        if cases and (_of_another_clause(span, binding, clauses) or _of_partner(span, binding, tokens)):
            continue
        cost = _cost(span, binding, tokens, plain=plain)
        if ahead and cost is not None and cost >= _FAR and published and when.latest < published:
            continue  # "will discuss the truce that began on the 2nd": no day of what is to come
        if cost is not None and (best is None or cost < best[0]):
            best = cost, Dated(span, when, cost)
    return _named_day(best[1], binding, tokens, published=published, planned=planned) if best else None


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
    index = span.first - 1
    while index > spans.sentence.first and tokens[index].word and not spans.has(index, "relative"):
        index -= 1
    told = any(index < t.first < span.first for t in spans.tables.get("trigger", ()))
    return told and spans.has(index, "relative") and tokens[index - 1].text in COMMAS


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


def dated(span: Span, *, published: date | None, planned: bool, before: When | None) -> When | None:
    """The days of a time expression; the first of its readings that gives any."""
    for rule in span.values:
        when = resolve(rule.says, rule.row, span.slots, published=published, planned=planned, before=before)
        if when:
            return when
    return None


def _cost(span: Span, binding: Binding, tokens: Sequence[Token], *, plain: bool = False) -> float | None:
    """Distance to the trigger, dearer behind a border; None when the words can't be the event's date."""
    trigger, spans = binding.told_at, binding.sentence
    # "sejak Senin di Moskow", not "sejak menjabat sembilan bulan lalu, ia baru datang"
    beside = spans.has(span.first - 1, "outset")
    inflected = any(party.cases for party in binding.phrases.parties)
    stays = binding.rule.says == "visit" and (beside or inflected)
    if (
        is_since(span, tokens, spans, reach=_LONG_SINCE if plain else _SINCE)
        and not stays
        and not _when_behind(span, binding)
    ):
        return None  # "has been in Moscow since Monday": the day he came
    if span.rule.says == "after" and spans.has(span.last, "setting"):
        return None  # "two months after the capture"
    if span.first > spans.sentence.first and spans.has(span.first - 1, "until"):
        return None  # "stays until Thursday"
    if span.first < trigger.last and trigger.first < span.last:
        return 0.0
    if is_of_something_else(span, binding, tokens):
        return None
    if span.rule.row.get("inside"):
        return float(_OWN)  # a day of the clause's own is nearer
    cost = _distance(span, binding, tokens) + (_OF_OPENING if in_opening(span, binding, tokens) else 0)
    return None if cost > 60 else cost


def in_opening(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "After the putting off of a conference to January, X came to Y": words of what the sentence opens with."""
    first, spans = binding.sentence.sentence.first, binding.sentence
    if not first < span.first < binding.trigger.first:
        return False
    opens = spans.has(first, "setting") and not any(
        tokens[i].text in COMMAS for i in range(first, span.first)
    )
    return opens and any(tokens[i].text in COMMAS for i in range(span.last, binding.trigger.first))


def _distance(span: Span, binding: Binding, tokens: Sequence[Token]) -> float:
    trigger, spans = binding.told_at, binding.sentence
    first, last = (span.last, trigger.first) if span.first < trigger.first else (trigger.last, span.first)
    cost = float(last - first)
    for other in spans.tables.get("trigger", ()):
        if first <= other.first < last:
            cost += 12 if not other.rule.row.get("definite") else 4
    for other in spans.sayings():
        if first <= other.first < last:
            cost += 15
        elif _beside(other, span) and not (last - first <= 1 and other.first - span.last == 1):
            cost += 20  # but "will meet on 2 December, the agency reports"
    if _of_verb_before(span, trigger, spans):
        cost += 6
    joined = (
        span.first > trigger.last and spans.has(span.first - 1, "and") and not spans.has(span.last, "and")
    )
    if (joined or span.first >= trigger.last + 4) and any(
        0 <= t.first - span.last <= 2 for t in spans.tables.get("trigger", ())
    ):
        cost += 10  # "..., and on 11 May met": the day of the next verb
    if _belongs_to_saying(span, trigger, spans) or spans.in_remark(span.first):
        cost += 20
    for other in spans.tables.get("attribution", ()):
        if first <= other.first < last and span.first >= trigger.last:
            cost += 20
    return cost + _borders(first, last, span.first < trigger.first, binding, tokens)


def _borders(first: int, last: int, before: bool, binding: Binding, tokens: Sequence[Token]) -> float:
    """What the signs and clauses between a date and its trigger cost; a remark between them costs nothing."""
    cost, spans = 0.0, binding.sentence
    for index in range(first, last):
        if spans.in_remark(index):
            cost -= 1
        elif spans.has(index, "where") and before:
            continue  # "понедельник он провел в Минске, где виделся с X": the same day
        elif spans.has(index, "clause", "relative") or tokens[index].text in ";:":
            cost += 8
        elif tokens[index].text in ",،()":
            cost += 1
    return cost


def _of_verb_before(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "crossed into Russia on Tuesday and met Putin a day later": the day behind the first of two verbs."""
    gap = trigger.first - span.last
    second = 0 < gap <= _OWN and any(spans.has(i, "and") for i in range(span.last, trigger.first))
    return second and any(t.last <= span.first for t in spans.tables.get("trigger", ()))


def _when_behind(span: Span, binding: Binding) -> bool:
    """ "not since July 2019, when A received B": the clause behind the date tells of it."""
    between = range(span.last, binding.trigger.first)
    near = 0 < len(between) <= _OWN
    return near and any(binding.sentence.has(i, "when") for i in between)


def _belongs_to_saying(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "said on Thursday that they had met": the verb of saying and the day, then the clause with the event."""
    for saying in spans.sayings():
        if saying.last <= span.first and not _clause_between(saying.last, span.first, spans):
            return _clause_between(span.last, trigger.first, spans)
    return False


def _said_on(span: Span, binding: Binding) -> bool:
    """ "said on Thursday that he would meet", "в четверг заявил, что отменил": no day of what is to come."""
    spans, trigger = binding.sentence, binding.trigger
    before = any(
        0 <= s.first - span.last <= 1
        and s.last <= trigger.first
        and _clause_between(s.last, trigger.first, spans)
        for s in spans.sayings()
    )
    opens = binding.articles and _opens_saying(span, trigger, spans)
    return before or opens or _belongs_to_saying(span, trigger, spans) or _said_behind(span, trigger, spans)


def _opens_saying(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "Earlier in the day, A said that B and C would gather": of a day that opens the sentence the saying is."""
    if span.first - spans.sentence.first > _OWN:
        return False
    said = next((s for s in spans.sayings() if span.last <= s.first), None)
    if said is None or any(t.first < said.first for t in spans.tables.get("trigger", ())):
        return False
    return said.last <= trigger.first and _clause_between(said.last, trigger.first, spans)


def _said_behind(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "О том, что A примет B, 28 декабря объявил C": the day stands with the verb of saying behind the clause."""
    saying = any(0 <= s.first - span.last <= 1 for s in spans.sayings())
    told = range(spans.sentence.first, trigger.first)
    return saying and trigger.last < span.first and any(spans.has(i, "clause") for i in told)


def _clause_between(first: int, last: int, spans: SentenceSpans) -> bool:
    return any(spans.has(index, "clause") for index in range(first, last))


def _beside(one: Span, other: Span) -> bool:
    return 0 <= other.first - one.last <= 1 or 0 <= one.first - other.last <= 1


def is_background(when: When | None, published: date | None) -> bool:
    """Whether a date is too old for news."""
    return bool(when and published and published - when.latest > _WEEK)
