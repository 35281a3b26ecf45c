"""Which mentions may be one event with which."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.likeness import Likeness, likeness
from timeline.merge.telling import ABOUT, MONTH_LIKE, STAY, Telling

#: days of the longest range of possible days that is looked up by its first day
_SHORT = MONTH_LIKE + 2 * ABOUT


class Fits:
    """For each mention, by its place in the list, those it may be one event with; found when asked for.

    Only mentions of one kind whose days meet are compared: a new article in a large collection asks for few.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._told = tellings
        self._found: dict[int, dict[int, Likeness]] = {}
        #: by kind: (first day, last day, place) of short ranges in order, and of long ones
        self._short: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self._long: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, telling in enumerate(tellings):
            if telling.reach:
                first, last = (day.toordinal() for day in telling.reach)
                spans = self._short if last - first <= _SHORT else self._long
                spans[telling.kind].append((first, last, number))
        for spans_of_kind in self._short.values():
            spans_of_kind.sort()

    def __getitem__(self, number: int) -> Mapping[int, Likeness]:
        if number not in self._found:
            self._found[number] = dict(self._fitting(number))
        return self._found[number]

    def _fitting(self, number: int) -> Iterator[tuple[int, Likeness]]:
        for other in self._near(self._told[number]):
            if other in self._found:
                like = self._found[other].get(number)
            else:
                like = likeness(self._told[number], self._told[other])
            if like:
                yield other, like

    def _near(self, telling: Telling) -> Iterator[int]:
        """Those of its kind whose days meet its own, or are so far apart as the days of a visit may be."""
        if not telling.reach:
            return
        first, last = (day.toordinal() for day in telling.reach)
        short = self._short[telling.kind]
        start = bisect_left(short, (first - STAY - _SHORT,))
        end = bisect_right(short, (last + STAY + 1,))
        for spans in (short[start:end], self._long[telling.kind]):
            for other_first, other_last, number in spans:
                if other_last >= first - STAY and other_first <= last + STAY:
                    yield number


def names_no_more(one: Telling, other: Telling) -> bool:
    """Whether each side for which ``one`` names somebody is one for which ``other`` does."""
    return one.named.keys() <= other.named.keys()
