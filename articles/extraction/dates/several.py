"""The several times that one verb is told with: "in March 2006 and again in 2010"."""

from collections.abc import Sequence
from datetime import date, timedelta

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .edtf import one_day
from .resolving import dated
from .when import Dated, apart

_STAY = timedelta(days=14)
_COORDINATED = 5  # words between two times of one verb: "and again at the"


def coordinated(
    chosen: Dated, binding: Binding, tokens: Sequence[Token], *, published: date | None, planned: bool
) -> list[Dated]:
    """ "came in March 2006, in February 2007 and again in 2010": the other times of one verb, each a contact.

    Days of one stay ("on Monday and Tuesday") are none: they lie within days of each other.
    """
    times = [t for t in binding.sentence.times if t is chosen.span or not _is_of_saying(t, binding, tokens)]
    if chosen.span not in times:
        return []
    at = first = last = times.index(chosen.span)
    while (
        first
        and not _ends_clause_before(times[first - 1], chosen.span, binding)
        and _coordinates(times[first - 1], times[first], binding, tokens)
    ):
        first -= 1
    while last + 1 < len(times) and _coordinates(times[last], times[last + 1], binding, tokens):
        last += 1
    behind = times[last].last
    if last > at and _goes_on(_behind_town(behind, binding), binding, tokens):
        return []  # "met on Monday, and on Tuesday Lavrov said": the last day goes with what follows
    found = [chosen]
    for span in (*times[first:at], *times[at + 1 : last + 1]):
        when = dated(span, published=published, planned=planned, before=None)
        if when and all(apart(when, other.when) for other in found):
            found.append(Dated(span, when, chosen.cost))
    return found[1:]


def _ends_clause_before(earlier: Span, chosen: Span, binding: Binding) -> bool:
    """ "met in October, and in December they spoke by telephone": the first time goes with the verb before it."""
    told = (t for t in binding.sentence.tables.get("trigger", ()) if t.last <= earlier.first)
    return chosen.last <= binding.trigger.first and any(told)


def _behind_town(at: int, binding: Binding) -> int:
    """Where the town right behind a time ends: "6 октября в Праге и 31 октября | в Сочи |"."""
    return next((p.last for p in binding.phrases.places if p.first == at + 1 and p.place.name), at)


def _goes_on(at: int, binding: Binding, tokens: Sequence[Token]) -> bool:
    return at < binding.sentence.sentence.last and bool(tokens[at].word)


def each_day(found: Dated, spans: SentenceSpans) -> list[Dated]:
    """ "5 мая и 12 сентября 2022 года": two days that are no days of one stay, each by itself."""
    span, when = found.span, found.when
    words = range(max(span.first - 1, spans.sentence.first), span.last)
    joined = any(spans.has(i, "and") for i in words) and not any(spans.has(i, "between") for i in words)
    if span.rule.says != "interval" or not joined or when.latest - when.earliest <= _STAY:
        return [found]
    return [Dated(span, one_day(day, when.why), found.cost) for day in (when.earliest, when.latest)]


def _is_of_saying(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "заявил в пятницу, 21 декабря, в начале года будет ...": a day told with the saying."""
    start = span.first
    for before in reversed([t for t in binding.sentence.times if t.last <= span.first]):
        if all(tokens[i].text in COMMAS for i in range(before.last, start)):
            start = before.first
    return any(0 <= start - said.last <= 1 for said in binding.sentence.sayings())


def _coordinates(one: Span, other: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """Whether nothing but an "and" or a comma stands between two times, with "in", "again" and the like."""
    between = range(one.last, other.first)
    if len(between) > _COORDINATED or one.rule.row.get("inside") or other.rule.row.get("inside"):
        return False
    spans = binding.sentence
    linked = bool(other.prefix) or any(
        tokens[i].text in COMMAS or spans.has(i, "and") or spans.shaped(i, "joined") for i in between
    )
    towns = {
        i for p in binding.phrases.places for i in range(p.first, p.last)
    }  # "in Damascus in 2009, and in Moscow in"
    joined = any(spans.has(i, "and") or spans.shaped(i, "joined") for i in between)
    if not joined and {one.rule.says, other.rule.says} == {"weekday", "day"}:
        return False  # "on Friday, 3 February": one day by two names, even where the writer miscounted
    return (
        linked
        and (joined or towns.isdisjoint(between))
        and all(not tokens[i].word or i in towns or spans.has(i, "and", "locative", "again") for i in between)
    )
