"""Contacts that one verb tells of several: "met A on Wednesday and B in Doha", "spoke by phone with A, B and C"."""

from collections.abc import Sequence
from dataclasses import replace

from ..parties.parties import Party, PlaceSpan
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .bindings import Binding, for_each_side, sides_of

_OWN = 4  # words between one who was met and the day on which he was
_BETWEEN = 3  # words between "and" and a name, days and towns not counted: "and then with the"
_BESIDE = 3  # words around a verb and its partners in which a word says that they were met one by one
_JOINT = frozenset({"host", "round", "mutual"})


def separate(binding: Binding, tokens: Sequence[Token]) -> list[Binding]:
    """The contacts of a binding: by the days and towns of each partner, else one by one where a word says so."""
    if binding.rule.frame in ("travel", "stay"):
        return legs(binding, tokens)
    joint = binding.rule.frame in _JOINT and not (binding.rule.frame == "mutual" and binding.right)
    if joint or not (binding.left or binding.rule.frame == "noun"):
        return [binding]
    heads = [p for p in _behind(binding) if _is_met_apart(p, binding, tokens)]
    parts = _by_circumstance(binding, heads) if heads else [binding]
    return [one for part in parts for one in _one_by_one(part)]


def _behind(binding: Binding) -> list[Party]:
    if not binding.right or not binding.left:
        return []
    first, limit = binding.right[0].last, binding.right_limit
    return [
        p for p in binding.phrases.parties if first <= p.first < limit and p.oblique in ("", "with", None)
    ]


def _is_met_apart(one: Party, binding: Binding, tokens: Sequence[Token]) -> bool:
    """Whether a partner has a day of his own, or is of another side and has a town of his own."""
    before = [p for p in binding.right if p.last <= one.first]
    spans = binding.sentence
    sayings = [s.first - one.last for s in spans.tables.get("reporting", ())]
    if any(0 <= gap <= 1 for gap in sayings):
        return False  # "met A on Monday, the spokesman B said on Tuesday"
    said = any(0 <= gap <= 2 * _OWN for gap in sayings)
    if _has_own(one, binding, tokens, [(t.first, t.last) for t in spans.times]):
        return True
    if binding.articles and before and _is_next(one, before[-1], binding, tokens):
        return True
    places = [(p.first, p.last) for p in binding.phrases.places]
    elsewhere = bool(before) and before[-1].side != one.side and not said
    return elsewhere and _has_own(one, binding, tokens, places + [(t.first, t.last) for t in spans.times])


def _is_next(one: Party, before: Party, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "held talks with A, **and afterwards** with B", "saw A and then, in another room, B": met after him."""
    named = [p.last for p in binding.phrases.parties if before.last <= p.last <= one.first]
    spans, between = binding.sentence, range(max(named), one.first)
    links = [i for i in between if spans.has(i, "and") or tokens[i].text == ","]
    if not links or any(
        spans.has(i, "clause", "relative") and not spans.has(i, "next_in_turn") for i in between
    ):
        return False
    said = any(s.first in between for name in ("trigger", "reporting") for s in spans.tables.get(name, ()))
    turn = any(spans.has(i, "next_in_turn") for i in range(links[0], min(links[-1] + 3, one.first + 1)))
    return turn and not said


def _has_own(
    one: Party | PlaceSpan, binding: Binding, tokens: Sequence[Token], told: Sequence[tuple[int, int]]
) -> bool:
    """Whether a day or town stands before "and B", and another with B."""
    spans, start = binding.sentence, binding.trigger.last
    link = _link_before(one, binding, tokens, told)
    if link is None:
        return False
    before = any(start <= first and last <= link for first, last in told)
    between = any(link < first and last <= one.first for first, last in told)
    verbs = [t.first for t in spans.tables.get("trigger", ()) if t.first >= one.last]
    behind = any(
        one.last <= first <= one.last + _OWN and not any(one.last <= v <= last for v in verbs)
        for first, last in told
    )
    return before and (behind or between)


def _link_before(
    one: Party | PlaceSpan, binding: Binding, tokens: Sequence[Token], told: Sequence[tuple[int, int]]
) -> int | None:
    """Where the "and" or comma stands that joins a partner to those before: "**and** then, in Doha, with B"."""
    words, comma, spans = 0, None, binding.sentence
    if binding.rule.frame == "travel" and spans.shaped(one.first, "joined"):
        return one.first  # "زار أنقرة يوم الاثنين | والقاهرة يوم الأربعاء": "and" in one word
    for index in range(one.first - 1, binding.trigger.last - 1, -1):
        if spans.has(index, "and"):
            return index
        if tokens[index].text == ",":
            comma = comma or index
        elif not any(first <= index < last for first, last in told):
            words += tokens[index].word
        elif comma is None or comma < index:
            return comma  # the day of the one before
        if words > _BETWEEN:
            break
    return comma


def _by_circumstance(binding: Binding, heads: list[Party]) -> list[Binding]:
    starts = [p.first for p in heads]
    parts = [replace(binding, right=[p for p in binding.right if p.first < starts[0]])]
    for head, end in zip(heads, [*starts[1:], binding.right_limit], strict=True):
        right = [p for p in binding.right if head.first <= p.first < end] or [head]
        parts.append(replace(binding, right=right, anchor=_at(head, binding), right_limit=end))
        parts[-1].left_limit = head.first  # the town of the one before is not his
    parts[0].right_limit = min(binding.right_limit, starts[0])
    return [p for p in parts if p.right]


def _at(one: Party | PlaceSpan, binding: Binding) -> Span:
    return replace(binding.trigger, first=one.first, last=one.last)


def legs(binding: Binding, tokens: Sequence[Token]) -> list[Binding]:
    """ "visited Tehran on Wednesday and Ankara on Thursday": each leg of a journey with its own day."""
    goal = binding.destination
    if goal is None or goal.first < binding.trigger.first:
        return [binding]
    last = binding.sentence.sentence.last
    verbs = [t.first for t in binding.sentence.tables.get("trigger", ()) if t.first >= binding.trigger.last]
    limit = min([last, *verbs])
    named = [PlaceSpan(p.first, p.last, p.place) for p in binding.phrases.parties if p.place and not p.people]
    towns = sorted([*binding.phrases.places, *named], key=lambda p: p.first)
    days = [(t.first, t.last) for t in binding.sentence.times]
    towns = [p for p in towns if goal.last <= p.first < limit and _has_own(p, binding, tokens, days)]
    legs = [replace(binding, destination=town, right=[], anchor=_at(town, binding)) for town in towns]
    return [binding, *legs]


def _one_by_one(binding: Binding) -> list[Binding]:
    """ "had telephone conversations with A and B", "met A and B separately": with each of them once."""
    sides = [*dict.fromkeys(sides_of(binding.right))]
    together = set(sides) & set(sides_of(binding.left)) or any(p.oblique == "between" for p in binding.right)
    if len(sides) < 2 or together or any(p.side is None for p in binding.right):
        return [binding]
    called = binding.rule.says == "call" and binding.rule.frame == "active"
    return for_each_side(binding) if called or is_told_apart(binding, binding.sentence) else [binding]


def is_told_apart(binding: Binding, spans: SentenceSpans) -> bool:
    """Whether a word says that those who were met were met one by one."""
    first, last = spans.sentence.first, spans.sentence.last
    around = range(max(binding.trigger.first - _BESIDE, first), min(binding.right[-1].last + _BESIDE, last))
    opening = range(first, min(first + _BESIDE, binding.trigger.first))  # "In separate meetings, A received"
    return any(spans.has(i, "each") for i in (*opening, *around))
