"""What a title is about: "envoy to Syria" is nobody from Syria, "посол в Катаре" none of Qatar's."""

from collections.abc import Sequence
from dataclasses import replace

from ..words.language import Language
from ..words.spans import SentenceSpans, Span, is_person, names_in, rules_in
from ..words.text import Token
from ..words.trie import particle
from .abbreviations import with_abbreviations
from .atoms import place_of

#: offices that are held towards somebody, or for a region
_SENT = frozenset(
    {"ambassador", "special representative", "special envoy", "representative", "adviser", "diplomat"}
)
_ATOMS = 3  # a title, the side behind it, one more word: "Duta Besar Indonesia untuk"


def with_complements(
    atoms: Sequence[Span], tokens: Sequence[Token], spans: SentenceSpans, language: Language
) -> list[Span]:
    """The atoms, each place that a title is about taken into the phrase before it, and "(PA)" behind its name."""
    if language.plain:
        atoms = with_abbreviations(atoms, tokens, spans.sentence.last)
    found: list[Span] = []
    for atom in atoms:
        named = bool(found) and is_person(found[-1]) and not (language.plain and _serves_him(found))
        if found and not named and _concerned(found, atom, tokens, spans, language):
            found[-1] = replace(found[-1], last=atom.last)
        else:
            found.append(atom)
    return found


def _serves_him(atoms: Sequence[Span]) -> bool:
    """ "Utusan khusus Presiden Vladimir Putin | untuk Afghanistan": a name of whom the office before it serves."""
    return len(atoms) > 1 and bool(rules_in(atoms[-2], "title")) and _is_sent(atoms)


def _concerned(
    before: Sequence[Span], atom: Span, tokens: Sequence[Token], spans: SentenceSpans, language: Language
) -> bool:
    about = place_of(atom)[0] is not None or any(n.kind in ("org", "metonym") for n in names_in(atom))
    if not about or not (_is_sent(before) or _bears_name(before, atom, tokens, spans, language)):
        return False
    words = [
        i
        for i in range(before[-1].last, atom.first)
        if not spans.has(i, "definite", "whose_land")
        and not (language.order == "verb-first" and language.has("attribute", tokens[i].key))
    ]
    if attached := particle(atom.prefix)[-1:]:
        return not words and language.has("concerning", attached)
    return len(words) == 1 and language.has("concerning", tokens[words[0]].key)


def _bears_name(
    before: Sequence[Span], atom: Span, tokens: Sequence[Token], spans: SentenceSpans, language: Language
) -> bool:
    """ "лидер ХАМАС в секторе Газа Халиль аль-Хайя": a name right behind the place of a title."""
    titled = any(rules_in(a, "title") for a in before[-_ATOMS:])
    behind = atom.last
    if not language.cases or not titled or behind >= spans.sentence.last or not tokens[behind].word:
        return False
    return any(a.first == behind and is_person(a) for a in spans.atoms)


def _is_sent(atoms: Sequence[Span]) -> bool:
    """Whether the phrase that ends here names such an office: "ambassador", "Duta Besar Indonesia"."""
    for index in range(len(atoms) - 1, max(-1, len(atoms) - 1 - _ATOMS), -1):
        atom = atoms[index]
        if any(rule.says in _SENT or rule.says.startswith("special") for rule in rules_in(atom, "title")):
            return True
        if index and atom.first - atoms[index - 1].last > 1:
            return False
    return False
