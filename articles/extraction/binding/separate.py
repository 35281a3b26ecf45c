"""Contacts that one verb tells of several: "met A on Wednesday and B on Thursday", "spoke by phone with A, B and C"."""

from collections.abc import Sequence
from dataclasses import replace

from ..parties.parties import Party, PlaceSpan
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .bindings import Binding, for_each_side, sides_of

_OWN = 4  # words between one who was met and the day on which he was
_ARTICLES = 2  # words before a name: "and in", "and the"


def separate(binding: Binding, tokens: Sequence[Token]) -> list[Binding]:
    """The contacts of a binding, each with its own day and place where it has one."""
    if binding.rule.frame in ("travel", "stay"):
        return _legs(binding, tokens)
    if binding.rule.frame not in ("active", "receive", "noun") or not binding.left:
        return [binding]
    heads = [p for p in _behind(binding) if _has_own_day(p, binding, tokens)]
    if heads:
        return _by_day(binding, heads)
    return _one_by_one(binding)


def _behind(binding: Binding) -> list[Party]:
    if not binding.right:
        return []
    first, limit = binding.right[0].last, binding.right_limit
    return [
        p for p in binding.phrases.parties if first <= p.first < limit and p.oblique in ("", "with", None)
    ]


def _has_own_day(one: Party | PlaceSpan, binding: Binding, tokens: Sequence[Token]) -> bool:
    """Whether a day stands before "and B", and another behind it."""
    spans = binding.sentence
    start = max(binding.trigger.last, one.first - _ARTICLES)
    joined = next((i for i in range(one.first - 1, start - 1, -1) if _joins(i, spans, tokens)), None)
    if joined is None:
        return False
    before = any(binding.trigger.last <= t.first and t.last <= joined for t in spans.times)
    verbs = [t.first for t in spans.tables.get("trigger", ()) if t.first >= one.last]
    behind = any(
        one.last <= t.first <= one.last + _OWN and not any(one.last <= v <= t.last for v in verbs)
        for t in spans.times
    )
    return before and behind


def _joins(index: int, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    return spans.has(index, "and") or tokens[index].text == ","


def _by_day(binding: Binding, heads: list[Party]) -> list[Binding]:
    starts = [p.first for p in heads]
    parts = [replace(binding, right=[p for p in binding.right if p.first < starts[0]])]
    for head, end in zip(heads, [*starts[1:], binding.right_limit], strict=True):
        right = [p for p in binding.right if head.first <= p.first < end] or [head]
        parts.append(replace(binding, right=right, anchor=_at(head, binding), right_limit=end))
    parts[0].right_limit = min(binding.right_limit, starts[0])
    return [p for p in parts if p.right]


def _at(one: Party | PlaceSpan, binding: Binding) -> Span:
    return replace(binding.trigger, first=one.first, last=one.last)


def _legs(binding: Binding, tokens: Sequence[Token]) -> list[Binding]:
    """ "visited Tehran on Wednesday and Ankara on Thursday": each leg of a journey with its own day."""
    goal = binding.destination
    if goal is None or goal.first < binding.trigger.first:
        return [binding]
    last = binding.sentence.sentence.last
    verbs = [t.first for t in binding.sentence.tables.get("trigger", ()) if t.first >= binding.trigger.last]
    limit = min([last, *verbs])
    named = [PlaceSpan(p.first, p.last, p.place) for p in binding.phrases.parties if p.place and not p.people]
    towns = sorted([*binding.phrases.places, *named], key=lambda p: p.first)
    towns = [p for p in towns if goal.last <= p.first < limit and _has_own_day(p, binding, tokens)]
    legs = [replace(binding, destination=town, right=[], anchor=_at(town, binding)) for town in towns]
    return [binding, *legs]


def _one_by_one(binding: Binding) -> list[Binding]:
    """ "spoke by phone with A, B and C", "met A and B separately": with each of them once."""
    spans, sides = binding.sentence, list(dict.fromkeys(sides_of(binding.right)))
    words = range(spans.sentence.first, spans.sentence.last)
    apart = any(spans.has(i, "separately") for i in words)
    called = binding.rule.says == "call" and binding.rule.frame == "active"
    if len(sides) < 2 or not (apart or called) or any(p.side is None for p in binding.right):
        return [binding]
    return for_each_side(binding)
