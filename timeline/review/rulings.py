"""The decisions in force on some mentions, as light records, and the home of each among contacts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.models import Anchor, Decision

#: a mention in any order of arrival: the hash of its article's text, its place in it
Key = tuple[str, int]
Verb = Decision.Verb
#: verbs that say something of a contact as it is derived; a note says nothing of it
OF_CONTACTS = (Verb.CONFIRM, Verb.REJECT, Verb.CORRECT, Verb.MERGE, Verb.SPLIT, Verb.ADD)
#: values in one query; databases limit their number
_CHUNK = 500


@dataclass(frozen=True)
class Ruling:
    """A decision in force. ``parts``: mentions of one part belong together, those of two parts apart."""

    number: int
    verb: str
    parts: tuple[frozenset[Key], ...]
    before: Mapping[str, Any] = field(default_factory=dict, hash=False)
    after: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def keys(self) -> frozenset[Key]:
        return frozenset().union(*self.parts)


def rulings_on(keys: Iterable[Key]) -> list[Ruling]:
    """The rulings on these mentions, those on the mentions that these name, and so on; in the order made."""
    found: dict[int, Ruling] = {}
    asked: set[Key] = set()
    todo = set(keys)
    while todo:
        asked |= todo
        new = _rulings(_numbers_on(todo) - found.keys())
        found.update((ruling.number, ruling) for ruling in new)
        todo = {key for ruling in new for key in ruling.keys} - asked
    return sorted(found.values(), key=lambda ruling: ruling.number)


def all_rulings() -> list[Ruling]:
    """Every ruling on mentions, in the order made."""
    numbers = _in_force().values_list("decision_id", flat=True).distinct()
    return sorted(_rulings(set(numbers)), key=lambda ruling: ruling.number)


def of_groups(groups: Sequence[Collection[Key]], rulings: Iterable[Ruling]) -> list[list[Ruling]]:
    """For each group of mentions the rulings that speak of its contact.

    A correction is of one contact: of the group that has most of the mentions it was made on, else of the
    one with the first of them. The others are of whatever group has any of their mentions.
    """
    group_of = {key: number for number, group in enumerate(groups) for key in group}
    found: list[list[Ruling]] = [[] for _ in groups]
    for ruling in rulings:
        there = sorted(key for key in ruling.keys if key in group_of)
        counts = Counter(group_of[key] for key in there)
        if ruling.verb == Verb.CORRECT and there:
            most = max(counts.values())
            homes = [next(group_of[key] for key in there if counts[group_of[key]] == most)]
        else:
            homes = sorted(counts)
        for home in homes:
            found[home].append(ruling)
    return found


def _in_force() -> Any:
    return Anchor.objects.filter(decision__undone_at=None, decision__verb__in=OF_CONTACTS).order_by()


def _numbers_on(keys: set[Key]) -> set[int]:
    texts = sorted({text for text, _ in keys})
    numbers = set()
    for start in range(0, len(texts), _CHUNK):
        anchors = _in_force().filter(text_sha256__in=texts[start : start + _CHUNK])
        for number, text, position in anchors.values_list("decision_id", "text_sha256", "position"):
            if (text, position) in keys:
                numbers.add(number)
    return numbers


def _rulings(numbers: Collection[int]) -> list[Ruling]:
    parts: dict[int, dict[int, set[Key]]] = defaultdict(lambda: defaultdict(set))
    decisions: dict[int, Decision] = {}
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _CHUNK):
        chosen = wanted[start : start + _CHUNK]
        decisions |= Decision.objects.in_bulk(chosen)
        anchors = Anchor.objects.filter(decision__in=chosen, actor_key="").order_by()
        columns = ("decision_id", "part", "text_sha256", "position")
        for number, part, text, position in anchors.values_list(*columns):
            parts[number][part].add((text, position))
    return [
        Ruling(
            number=number,
            verb=decision.verb,
            parts=tuple(frozenset(keys) for _, keys in sorted(parts[number].items())),
            before=decision.before,
            after=decision.after,
        )
        for number, decision in decisions.items()
    ]
