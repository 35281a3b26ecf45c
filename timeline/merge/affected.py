"""How far a change reaches: whose contact may be another one when some mentions come or go."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from timeline.merge.fits import Fits, names_no_more
from timeline.merge.telling import STAY, Telling


class Affected(NamedTuple):
    """Whose contact may change, and what must be known to say so (the former are among the latter)."""

    tellings: list[Telling]
    context: list[Telling]


def affected(seeds: Iterable[Telling], tellings: Iterable[Telling]) -> Affected:
    """Of ``tellings`` those whose contact may be another one now that ``seeds`` came or went.

    A mention hangs on those at least as exact as itself, on those less exact that name more people, and on
    the other mentions of its article. ``clusters`` of the context puts the affected together as ``clusters``
    of all would.
    """
    known = list(tellings)
    present = set(known)
    nodes = [*known, *(seed for seed in seeds if seed not in present)]
    started = set(seeds)
    fits = Fits(nodes)
    siblings = defaultdict(list)
    for number, node in enumerate(nodes):
        siblings[node.article, node.kind].append(number)

    def linked(number: int) -> Iterator[tuple[int, bool]]:
        """Those near in the graph, and whether they are of the same article."""
        yield from ((other, False) for other in fits[number])
        same = siblings[nodes[number].article, nodes[number].kind]
        yield from ((n, True) for n in same if n != number and _near(nodes[n], nodes[number]))

    def above(number: int) -> list[int]:
        return [n for n, same in linked(number) if same or _hangs_on(nodes[n], nodes[number])]

    def below(number: int) -> list[int]:
        return [n for n, same in linked(number) if same or _hangs_on(nodes[number], nodes[n])]

    touched = _closure([n for n, node in enumerate(nodes) if node in started], above)
    context = _closure(touched, below)
    return Affected(
        [nodes[n] for n in sorted(touched) if n < len(known)],
        [nodes[n] for n in sorted(context) if n < len(known)],
    )


def _closure(start: Iterable[int], neighbours: Callable[[int], list[int]]) -> set[int]:
    reached = set(start)
    todo = list(reached)
    while todo:
        new = set(neighbours(todo.pop())) - reached
        reached |= new
        todo += new
    return reached


def _hangs_on(one: Telling, other: Telling) -> bool:
    """Whether, of two mentions that may be one event, where the first belongs may hang on the second."""
    return one.vagueness >= other.vagueness or not names_no_more(other, one)


def _near(one: Telling, other: Telling) -> bool:
    """Whether two mentions can fit one and the same third."""
    if not one.reach or not other.reach:
        return False
    slack = timedelta(2 * STAY)
    return one.reach[0] - other.reach[1] <= slack and other.reach[0] - one.reach[1] <= slack
