"""Which mentions speak of one contact.

The most exact mentions (a day, people named on both sides) are put together first and make the cores of
contacts. A vaguer mention ("in March", nobody named) then joins the one core that it fits best; where several
fit equally well it stays apart, and where none fits it makes a core with others of its own exactness. What a
mention joins depends on cores and on its own article, never on who came before: the order of arrival changes
nothing, and ``affected`` can say how far a new mention reaches.
"""

from collections import defaultdict
from collections.abc import Iterable

from timeline.merge.fits import Fits, names_no_more
from timeline.merge.likeness import Likeness
from timeline.merge.telling import Telling

Core = list[int]


def clusters(tellings: Iterable[Telling]) -> list[list[Telling]]:
    """The mentions of each contact, each list and the list of lists in the order of their keys."""
    ordered = sorted(tellings, key=lambda telling: telling.key)
    return [[ordered[number] for number in group] for group in _Grouping(ordered).groups()]


class _Grouping:
    """Mentions on their way into groups; a number is a place in the ordered list."""

    def __init__(self, ordered: list[Telling]) -> None:
        self._told = ordered
        self._fits = Fits(ordered)
        self._cores: list[Core] = []
        self._core_of: dict[int, int] = {}
        self._joined: dict[int, list[int]] = defaultdict(list)
        #: the articles that joined a core: each tells an event once
        self._articles: dict[int, set[str]] = defaultdict(set)

    def groups(self) -> list[list[int]]:
        levels: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, telling in enumerate(self._told):
            levels[telling.vagueness].append(number)
        for level in sorted(levels):
            self._join_or_found(levels[level])
        return sorted(sorted([*core, *self._joined[n]]) for n, core in enumerate(self._cores))

    def _join_or_found(self, numbers: list[int]) -> None:
        """Let the mentions of one exactness join the cores there are; those left make new ones."""
        choices = self._choices(numbers)
        for number, core in choices.items():
            self._joined[core].append(number)
            self._articles[core].add(self._told[number].article)
        for members in self._new_cores([n for n in numbers if n not in choices]):
            self._core_of.update(dict.fromkeys(members, len(self._cores)))
            self._cores.append(members)

    # --- joining a core

    def _choices(self, numbers: list[int]) -> dict[int, int]:
        """The core that each mention joins. Of two mentions of one article only one joins a core."""
        wanted: dict[tuple[int, str], list[tuple[Likeness, int]]] = defaultdict(list)
        for number in numbers:
            if choice := self._only_best(number):
                core, like = choice
                wanted[core, self._told[number].article].append((like, -number))
        return {-max(rivals)[1]: core for (core, _), rivals in wanted.items()}

    def _only_best(self, number: int) -> tuple[int, Likeness] | None:
        """The core that fits the mention better than every other, if there is one."""
        article = self._told[number].article
        near = {self._core_of[n] for n in self._fits[number] if n in self._core_of}
        fitting = [
            (like, core)
            for core in near
            if article not in self._articles[core] and (like := self._fit(number, core))
        ]
        best = max((like for like, _ in fitting), default=None)
        cores = [core for like, core in fitting if like == best]
        if best is None or len(cores) > 1 or not self._may_join(number, cores[0]):
            return None
        return cores[0], best

    def _fit(self, number: int, core: int) -> Likeness | None:
        """How well a mention fits a core: it must fit every member, and counts by the one it fits best.

        Where it names people of both sides as they do, most members are enough: one may have the town wrong.
        """
        fits = self._fits[number]
        likes = [like for member in self._cores[core] if (like := fits.get(member))]
        count = len(self._cores[core])
        if len(likes) == count or (2 * len(likes) > count and max(likes).people >= 2):
            return max(likes)
        return None

    def _may_join(self, number: int, core: int) -> bool:
        """A vaguer mention that names people of a side for which the core names none ("Lavrov, in March" and
        "the ministry, on 3 March") joins only if no other such mention speaks against it.
        """
        members = self._cores[core]
        if not self._adds_names(number, members):
            return True
        others = set.intersection(*(set(self._fits[member]) for member in members)) - {number}
        return all(other in self._fits[number] for other in others if self._adds_names(other, members))

    def _adds_names(self, number: int, members: Core) -> bool:
        told = self._told
        return not any(names_no_more(told[number], told[member]) for member in members)

    # --- making cores

    def _new_cores(self, numbers: list[int]) -> list[Core]:
        """Put together mentions of one exactness that all fit each other, the best fits first."""
        home = {number: [number] for number in numbers}
        pairs = [
            (like, -one, -other)
            for one in numbers
            for other, like in self._fits[one].items()
            if one < other and other in home
        ]
        for _, one, other in sorted(pairs, reverse=True):
            left, right = home[-one], home[-other]
            if left is not right and all(n in self._fits[m] for m in left for n in right):
                left += right
                home.update(dict.fromkeys(right, left))
        return list({id(core): core for core in home.values()}.values())
