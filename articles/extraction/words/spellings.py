"""Names that are spelt nearly alike: "Stanekzai" and "Stanikzai", "عبداللطيف" and "عبد اللطيف"."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from ..types import ActorEntry

_ALIKE = 87  # rapidfuzz ratio of two romanised names of one person, whatever the order of their words


class Spellings:
    """The folded full names of some people, kept with their words in order of the alphabet."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._people: list[ActorEntry] = []
        self._unspaced: dict[str, list[ActorEntry]] = {}

    def add(self, words: Sequence[str], person: ActorEntry) -> None:
        """One more name of a person, its words folded."""
        self._names.append(" ".join(sorted(words)))
        self._people.append(person)
        self._unspaced.setdefault("".join(words), []).append(person)

    def near(self, names: Iterable[str]) -> dict[str, ActorEntry]:
        """By their keys, the people one of whose names is spelt nearly like one of these (folded, whole) names."""
        found: dict[str, ActorEntry] = {}
        for name in names:
            for person in self._unspaced.get(name.replace(" ", ""), ()):
                found[person.key] = person
            in_order = " ".join(sorted(name.split()))
            alike = process.extract(in_order, self._names, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
            for _, _, index in alike:
                found[self._people[index].key] = self._people[index]
        return found
