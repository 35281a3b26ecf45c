"""What one party of a contact stands for, and the several subjects of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..parties.parties import Party
from ..parties.people import Person

_APART = 2  # tokens between two of a row


@dataclass(slots=True)
class Meant:
    """The sides and people that a party, once resolved, brings to a contact."""

    sides: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    resolved: bool = False  # by reference, not in so many words
    party: Party | None = None


def row_of(free: Sequence[Party]) -> list[Meant]:
    """The coordinated subjects of a sentence, where they are of several sides."""
    row = list(free[:1])
    for party in free[1:]:
        if party.first - row[-1].last > _APART:
            break
        row.append(party)
    several = len({party.side for party in row if party.side}) > 1
    return [Meant([p.side] if p.side else [], list(p.people), True, p) for p in row] if several else []
