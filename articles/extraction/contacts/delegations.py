"""The delegations of an article: who travelled together, as sentences of their own list them, and to see whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..parties.people import Person
from .drafts import Draft


@dataclass(slots=True)
class Delegation:
    """The people of one side who travelled together, and the sides that they were listed beside."""

    members: dict[str, Person] = field(default_factory=dict)
    partners: set[str] = field(default_factory=set)

    def met(self, entry: Draft) -> bool:
        """Whether an entry is with whom they came to see; of a list before any contact everything is."""
        return not self.partners or bool(self.partners & set(entry.sides))


class Delegations:
    """One delegation a side."""

    def __init__(self) -> None:
        self._by_side: dict[str, Delegation] = {}

    def __contains__(self, side: str | None) -> bool:
        return side in self._by_side

    def items(self) -> list[tuple[str, Delegation]]:
        return list(self._by_side.items())

    def add(self, side: str, members: list[Person], draft: Draft | None = None) -> None:
        """Add who travelled for a side, as listed beside a contact, or before any was told."""
        delegation = self._by_side.setdefault(side, Delegation())
        for person in members:
            delegation.members.setdefault(person.who, person)
        delegation.partners |= {other for other in draft.sides if other != side} if draft else set()


def travellers(drafts: Sequence[Draft], member: Person) -> list[Person]:
    """ "زيارة A إلى موسكو ... ويضم الوفد B": whoever the news says has come on the journey that a list is of."""
    trips = (d for d in reversed(drafts) if d.kind == "visit" and d.status != "denied" and not d.background)
    trip = next((d for d in trips if member.side in d.visitors and d.people), None)
    return [p for p in trip.people if p.side == member.side] if trip else []
