"""Those told before as "the two", whom somebody met one by one: "with each of his two guests"."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..binding.separate import is_told_apart
from .drafts import Draft
from .meant import Meant

_TWO = 2  # sides of those who were met


def one_by_one(draft: Draft, binding: Binding, parties: Sequence[Meant]) -> list[Draft]:
    """ "Michel met with the two leaders separately": a contact with each of those whom the words stand for."""
    both = [m for m in parties if m.party in binding.right and m.party and m.party.means == "both"]
    met = list(dict.fromkeys(side for m in both for side in m.sides))
    hosts = [side for side in draft.sides if side not in met]
    if not binding.articles or len(both) != 1 or len(binding.right) != 1 or len(met) != _TWO or not hosts:
        return [draft]
    if not is_told_apart(binding, binding.sentence):
        return [draft]
    return [_with(side, hosts, draft) for side in met]


def _with(side: str, hosts: Sequence[str], draft: Draft) -> Draft:
    sides = [*hosts, side]
    return draft.again(
        sides=sides,
        people=[person for person in draft.people if person.side in sides],
        visitors=[one for one in draft.visitors if one in sides],
        hosts=[one for one in draft.hosts if one in sides],
        mediators=[],
    )
