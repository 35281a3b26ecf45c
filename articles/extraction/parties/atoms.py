"""What a span is: a person, an organisation, a counterpart, a place."""

from ..words.gazetteer import Place
from ..words.language import Language
from ..words.spans import Span, is_person, names_in, rules_in
from ..words.text import Token
from ..words.trie import particle


def is_organisation(atom: Span) -> bool:
    """Whether a span is the name of an organisation and nothing else."""
    for name in names_in(atom):
        if name.kind in ("org", "metonym"):
            return not is_described(atom)
    return False


def is_described(atom: Span) -> bool:
    """Whether a span is a noun for somebody, or a person."""
    described = rules_in(atom, "title") or rules_in(atom, "group") or rules_in(atom, "reference")
    return bool(described) or is_person(atom)


def is_no_owner(atom: Span) -> bool:
    """ "с членами ХАМАС **российскими** дипломатами": an adjective that is no genitive, behind whose they are."""
    return bool(atom.cases) and "gen" not in atom.cases and any(n.kind == "demonym" for n in names_in(atom))


def is_counterpart(atom: Span) -> bool:
    """Whether a span is "his counterpart"."""
    references = rules_in(atom, "reference")  # mostly none: asked of every span
    return bool(references) and any(rule.says == "counterpart" for rule in references)


def and_written_to(atom: Span, language: Language) -> bool:
    """Whether an "and" is written to the first word ("وفتح", "وآخر من فتح")."""
    for rule in rules_in(atom, "group"):
        if rule.row.get("joined"):
            return True
    attached = particle(atom.prefix)[:1] if atom.prefix else ""
    return bool(attached) and language.has("and", attached)


def place_of(atom: Span) -> tuple[Place | None, bool]:
    """The town or country that a span names or implies, and whether it is a venue."""
    for rule in rules_in(atom, "venue"):
        return rule.row["place"], True
    for rule in rules_in(atom, "place"):
        return rule.row["place"], False
    for name in names_in(atom):
        if name.kind == "org" and name.entry.kind == "state" and name.entry.country:  # type: ignore[union-attr]
            return Place(None, name.entry.country, False), False
    return None, False


def is_realm(token: Token, language: Language) -> bool:
    """ "بدولة قطر", "المملكة المغربية": the word for a state in its full name, with or without a particle."""
    return any(language.has("realm", token.key[cut:]) for cut in (0, 1, 2))


def has_side(atom: Span) -> bool:
    """ "مسؤولون روس": whether a word for several says whose they are itself."""
    return any(rule.row.get("side") for rule in rules_in(atom, "group"))


def are_apart(one: Span, other: Span) -> bool:
    """Whether two nouns stand in cases that differ: "администрации президента они"."""
    return bool(one.cases and other.cases) and not one.cases & other.cases
