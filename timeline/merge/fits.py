"""Which mentions may be one event with which."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.merge.likeness import Likeness, likeness
from timeline.merge.telling import SLACK, Telling

#: for each mention, by its place in the list, those it may be one event with
Fits = Mapping[int, Mapping[int, Likeness]]


def fits_among(tellings: Sequence[Telling]) -> Fits:
    """How well each fits each other; only those of one kind whose days meet are compared."""
    fits: dict[int, dict[int, Likeness]] = {number: {} for number in range(len(tellings))}
    by_kind: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        if telling.reach:
            by_kind[telling.kind].append((*telling.reach, number))
    for spans in by_kind.values():
        for one, other in _meeting(sorted(spans)):
            if like := likeness(tellings[one], tellings[other]):
                fits[one][other] = fits[other][one] = like
    return fits


def _meeting(spans: list[tuple[date, date, int]]) -> Iterator[tuple[int, int]]:
    """The pairs whose days meet or are a day apart, by sweeping over the first days."""
    slack = timedelta(SLACK)
    still_on: list[tuple[date, int]] = []
    for first, last, number in spans:
        # A difference: the last day of the calendar has no day after it.
        still_on = [(end, other) for end, other in still_on if first - end <= slack]
        for _, other in still_on:
            yield other, number
        still_on.append((last, number))


def names_no_more(one: Telling, other: Telling) -> bool:
    """Whether each side for which ``one`` names somebody is one for which ``other`` does."""
    return one.named.keys() <= other.named.keys()
