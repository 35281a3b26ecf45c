"""Somebody picked out of several: "с одним из лидеров ХАМАС Халедом Машалем" is one party, in the case of "одним"."""

from collections.abc import Sequence
from dataclasses import replace

from ..words.spans import Span, names_in, rules_in
from .atoms import is_organisation

_ADJECTIVES = 3  # words from "one of" to the noun: "из высокопоставленных палестинских | лидеров"


def with_one_of(atoms: Sequence[Span]) -> list[Span]:
    """The atoms, each noun behind "one of" beginning with these words and standing in their case."""
    found: list[Span] = []
    opening: Span | None = None
    for atom in atoms:
        if any(rule.says == "one-of" for rule in rules_in(atom, "reference")):
            opening = atom
            continue
        described = rules_in(atom, "title") or rules_in(atom, "group")
        origin = any(name.kind == "demonym" for name in names_in(atom))
        if opening and (described or origin) and atom.first - opening.last <= _ADJECTIVES:
            before = found[-1].last if found else opening.first
            first = opening.first if before <= opening.first else atom.first
            atom = replace(atom, first=first, cases=opening.cases)  # noqa: PLW2901
        opening = opening if opening and origin and not described else None
        found.append(atom)
    return found


def as_group(atom: Span, following: Sequence[Span]) -> Span:
    """ "главы внешнеполитических ведомств" are those told before, but with their states behind them no reference."""
    owned = any(other.first == atom.last and is_organisation(other) for other in following)
    if not owned or not rules_in(atom, "reference") or not rules_in(atom, "group"):
        return atom
    rest = [v for v in atom.values if v not in rules_in(atom, "reference")]
    return replace(atom, values=rest)
