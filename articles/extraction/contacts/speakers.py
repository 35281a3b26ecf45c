"""Who says "we" in a quotation: the name behind the verb of saying that closes it."""

from collections.abc import Sequence

from ..parties.people import People, Person
from ..words.spans import SentenceSpans, is_person
from ..words.text import Token

_AHEAD = 5  # sentences of one quotation
_TITLE = 10  # tokens of a title between "kata" and the name
_QUOTES = frozenset('"“”«»„')


def quoted_by(
    spans: Sequence[SentenceSpans], index: int, tokens: Sequence[Token], people: People
) -> Person | None:
    """ "Saya bertemu X. ...," **kata Y**: the speaker of the quotation that a sentence stands in, or None."""
    sentence = spans[index].sentence
    paragraph = [
        s
        for s in spans[max(0, index - _AHEAD) : index + _AHEAD]
        if s.sentence.paragraph == sentence.paragraph and s.sentence.block is sentence.block
    ]
    if not any(s.shows(_QUOTES) for s in paragraph if s.sentence.index <= sentence.index):
        return None
    for part in paragraph:
        if part.sentence.index < sentence.index:
            continue
        for saying in part.tables.get("reporting", ()):
            named = (a for a in part.atoms if 0 <= a.first - saying.last <= _TITLE and is_person(a))
            atom = next(named, None)
            if atom and people.may_be_meant(atom):
                return people.resolve(atom, tokens)
    return None


def closed_by(spans: SentenceSpans, tokens: Sequence[Token], people: People) -> Person | None:
    """ "I met X," **Y** said: the speaker of a quotation that the verb of saying of its own sentence closes."""
    if not spans.shows(_QUOTES):
        return None
    named = [a for a in spans.atoms if is_person(a)]
    for saying in spans.tables.get("reporting", ()):
        before = next((a for a in named if a.last == saying.first), None)
        atom = before or next((a for a in named if 0 <= a.first - saying.last <= 1), None)
        if atom and people.may_be_meant(atom):
            return people.resolve(atom, tokens)
    return None
