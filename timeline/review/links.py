"""Which mentions are one contact once people had their say: over what ``timeline.merge.clusters`` found.

Mentions that a person saw as one contact stay together, those that a person split stay apart, and a rejected
contact keeps to itself. Of two rulings that contradict each other the later one wins. Mentions on which
nobody ruled go with those that merging put them with; where these were split, with the part that they fit
best. All of it follows from mentions and rulings, never from an order of arrival.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.merge.clusters import clusters
from timeline.merge.likeness import Likeness, likeness
from timeline.merge.telling import Telling
from timeline.review.rulings import Key, Ruling, Verb

#: the latest of these on a mention says how its contact stands
STANDING = (Verb.CONFIRM, Verb.REJECT, Verb.MERGE, Verb.SPLIT)


def ruled_clusters(tellings: Iterable[Telling], rulings: Sequence[Ruling]) -> list[list[Telling]]:
    """The mentions of each contact, each list and the list of lists in the order of their keys."""
    told = list(tellings)
    if not rulings:
        return clusters(told)
    links = Links(rulings)
    alone: dict[Key, list[Telling]] = defaultdict(list)
    free = []
    for telling in told:
        if telling.key in links.rejected:
            alone[links.of(telling.key)].append(telling)
        else:
            free.append(telling)
    groups = [*alone.values(), *_Regrouping(clusters(free), links).groups()]
    return sorted(
        (sorted(group, key=lambda telling: telling.key) for group in groups), key=lambda group: group[0].key
    )


class Links:
    """Mentions that belong together by ruling, and which of these sets are apart."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self.rejected = _rejected(rulings)
        self._parent: dict[Key, Key] = {}
        self._apart: set[frozenset[Key]] = set()
        self._members: dict[Key, set[Key]] = {}
        for ruling in sorted(rulings, key=lambda ruling: -ruling.number):
            if ruling.verb != Verb.CORRECT:
                self._join_parts(ruling)
                self._part(ruling)

    def of(self, key: Key) -> Key:
        """What stands for the set that the mention belongs to; itself where nobody ruled."""
        while key in self._parent:
            key = self._parent[key]
        return key

    def are_apart(self, one: Key, other: Key) -> bool:
        """Whether a person told the two sets apart."""
        return frozenset([self.of(one), self.of(other)]) in self._apart

    def has(self, key: Key) -> bool:
        """Whether anybody ruled on the mention."""
        return self.of(key) in self._members

    def join(self, one: Key, other: Key) -> bool:
        """Make two sets one, unless they are apart; whether they are one now."""
        one, other = sorted([self.of(one), self.of(other)])
        if one == other:
            return True
        if frozenset([one, other]) in self._apart:
            return False
        self._parent[other] = one
        self._members[one] = self._members.get(one, {one}) | self._members.pop(other, {other})
        self._apart = {frozenset(one if key == other else key for key in pair) for pair in self._apart}
        return True

    def _join_parts(self, ruling: Ruling) -> None:
        for part in ruling.parts:
            joined: list[Key] = []
            for key in sorted(part):
                self._members.setdefault(self.of(key), {key})
                any(self.join(earlier, key) for earlier in joined)
                joined.append(key)

    def _part(self, ruling: Ruling) -> None:
        for number, part in enumerate(ruling.parts):
            for other in ruling.parts[:number]:
                self._apart |= {
                    frozenset(pair)
                    for one in part
                    for two in other
                    if (pair := (self.of(one), self.of(two)))[0] != pair[1]
                }


class _Regrouping:
    """What merging found, with the sets that people made kept whole and apart."""

    def __init__(self, found: Sequence[Sequence[Telling]], links: Links) -> None:
        self._found = found
        self._links = links
        #: a link by merging counts less than any by a person
        for group in found:
            ruled = [telling.key for telling in group if links.has(telling.key)]
            for number, key in enumerate(ruled):
                any(links.join(earlier, key) for earlier in ruled[:number])

    def groups(self) -> list[list[Telling]]:
        sets: dict[Key, list[Telling]] = defaultdict(list)
        others: list[list[Telling]] = []
        for group in self._found:
            ruled = [telling for telling in group if self._links.has(telling.key)]
            rest = [telling for telling in group if not self._links.has(telling.key)]
            for telling in ruled:
                sets[self._links.of(telling.key)].append(telling)
            homes = self._homes(ruled, rest)
            for telling in rest:
                if (home := homes.get(telling.key)) is not None:
                    sets[home].append(telling)
            others += clusters(telling for telling in rest if telling.key not in homes)
        return [*sets.values(), *others]

    def _homes(self, ruled: Sequence[Telling], rest: Sequence[Telling]) -> dict[Key, Key]:
        """The set that each mention nobody ruled on goes with."""
        roots = {self._links.of(telling.key) for telling in ruled}
        if len(roots) == 1:
            return dict.fromkeys((telling.key for telling in rest), roots.pop())
        homes = {}
        for telling in rest:
            best: dict[Key, Likeness] = {}
            for member in ruled:
                root = self._links.of(member.key)
                if (like := likeness(telling, member)) and like >= best.get(root, like):
                    best[root] = like
            ranked = sorted(best, key=lambda root: best[root], reverse=True)
            if ranked and (len(ranked) == 1 or best[ranked[0]] > best[ranked[1]]):
                homes[telling.key] = ranked[0]
        return homes


def _rejected(rulings: Iterable[Ruling]) -> frozenset[Key]:
    latest: dict[Key, str] = {}
    for ruling in sorted(rulings, key=lambda ruling: ruling.number):
        if ruling.verb in STANDING:
            latest.update(dict.fromkeys(ruling.keys, ruling.verb))
    return frozenset(key for key, verb in latest.items() if verb == Verb.REJECT)
