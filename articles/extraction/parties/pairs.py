"""Two sides written as one word: "the Putin-Erdogan meeting", "Russian-Turkish talks"."""

from collections.abc import Sequence
from itertools import pairwise

from ..words.spans import SentenceSpans, Span, is_person, names_in
from ..words.text import Token
from .parties import Party

_HYPHENS = frozenset("-–—/")
_KIND = 3  # tokens between a pair and its noun: "Russian-Turkish **foreign ministry** consultations"


def with_pairs(
    parties: list[Party], atoms: Sequence[Span], tokens: Sequence[Token], spans: SentenceSpans
) -> list[Party]:
    """The parties, with those of which a hyphen makes one word before the noun of a contact."""
    nouns = [t.first for t in spans.tables.get("trigger", ()) if any(_is_noun(r) for r in t.values)]
    for one, other in pairwise(atoms):
        if not _hyphened(one.last, other.first, tokens) or is_person(one) or is_person(other):
            continue
        sides = [next((n.side for n in names_in(atom) if n.side), None) for atom in (one, other)]
        if None in sides or sides[0] == sides[1] or not any(0 <= n - other.last <= _KIND for n in nouns):
            continue
        parties = [p for p in parties if p.last <= one.first or p.first >= other.last]
        parties += [
            Party("org", atom.first, atom.last, side, sentence=spans.sentence.index)
            for atom, side in zip((one, other), sides, strict=True)
        ]
    parties.sort(key=lambda p: p.first)
    _keep_paired(parties, tokens, spans)
    return parties


def pair_before(index: int, parties: Sequence[Party], tokens: Sequence[Token]) -> list[Party]:
    """The two parties whose one word stands before a token, or nothing."""
    before = [p for p in parties if p.last <= index]
    if len(before) < 2 or not all(t.word and t.text.islower() for t in tokens[before[-1].last : index]):
        return []
    one, other = before[-2:]
    near = index - other.last < _KIND and _hyphened(one.last, other.first, tokens)
    return [one, other] if near and one.side and other.side and one.side != other.side else []


def _hyphened(first: int, last: int, tokens: Sequence[Token]) -> bool:
    between = tokens[first:last]
    beside = (
        bool(between) and tokens[first - 1].end == between[0].start and between[0].end == tokens[last].start
    )
    return len(between) == 1 and between[0].text in _HYPHENS and beside


def _is_noun(rule: object) -> bool:
    return getattr(rule, "frame", "") == "noun"


def _keep_paired(parties: Sequence[Party], tokens: Sequence[Token], spans: SentenceSpans) -> None:
    """A bare noun ("talks", "summit") is a trigger behind a pair only, and then whatever else it may be."""
    found = spans.tables.get("trigger")
    if not found:
        return
    for trigger in found:
        paired = [rule for rule in trigger.values if rule.row.get("paired")]
        if paired and pair_before(trigger.first, parties, tokens):
            trigger.values[:] = paired
        elif paired:
            trigger.values[:] = [rule for rule in trigger.values if rule not in paired]
    found[:] = [trigger for trigger in found if trigger.values]
