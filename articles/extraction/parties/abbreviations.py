"""Abbreviations in brackets: "Presiden Otoritas Palestina **(PA)** Mahmoud Abbas" is one title and its bearer."""

from collections.abc import Sequence
from dataclasses import replace

from ..words.spans import Span, names_in
from ..words.text import Token
from .atoms import is_organisation

_BRACKETED = 3  # tokens of "(PA)"
_SHORT = 8  # letters of an abbreviation


def with_abbreviations(atoms: Sequence[Span], tokens: Sequence[Token], end: int) -> list[Span]:
    """The spans of a sentence, "(PA)" taken into the organisation before it; ``end`` is that of the sentence."""
    kept: list[Span] = []
    for atom in atoms:
        before = kept[-1] if kept else None
        if before and atom.first < before.last:
            continue  # the abbreviation, which is another name of the same
        last = atom.last + _BRACKETED
        opens = last <= end and tokens[atom.last].text == "(" and tokens[last - 1].text == ")"
        if opens and is_organisation(atom) and _is_short_for(atom, tokens[last - 2], atoms):
            atom = replace(atom, last=last)  # noqa: PLW2901
        kept.append(atom)
    return kept


def _is_short_for(atom: Span, inside: Token, atoms: Sequence[Span]) -> bool:
    """Whether the word in brackets is no other name: "Turki (Erdogan)" is nobody's abbreviation."""
    sides = {name.side for name in names_in(atom)}
    named = [other for other in atoms if (other.first, other.last) == (atom.last + 1, atom.last + 2)]
    if named:
        return any(sides & {name.side for name in names_in(other)} for other in named)
    return (
        inside.word and inside.text[0].isupper() and inside.text[-1].isupper() and len(inside.text) <= _SHORT
    )
