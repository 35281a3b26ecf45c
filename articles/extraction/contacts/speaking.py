"""Who only speaks of a contact: how near a verb of saying stands to somebody."""

from ..parties.parties import Party
from ..words.spans import SentenceSpans

_OPENING = 4  # words before a speaker who opens his sentence
_REMARK = 5  # words between a speaker and his verb: ", in a tweet,"


def speaks(party: Party, spans: SentenceSpans, *, before: int = 1, behind: int = 0) -> bool:
    """Whether a verb of saying stands at most so many words before or behind somebody: "said X", "X said"."""
    return any(
        0 <= party.first - said.last <= before or 0 <= said.first - party.last <= behind
        for said in spans.tables.get("reporting", ())
    )


def opens_speaking(party: Party, spans: SentenceSpans) -> bool:
    """ "X, in a tweet, said": whether somebody who opens his sentence is its speaker, or speaks behind a clause."""
    opens = party.first - spans.sentence.first <= _OPENING
    if opens and speaks(party, spans, before=-1, behind=_REMARK):
        return True
    return any(_closed_before(party.last, said.first, spans) for said in spans.tables.get("reporting", ()))


def _closed_before(first: int, last: int, spans: SentenceSpans) -> bool:
    """ "X, who is a member of the bureau, said": whether nothing but a clause in commas stands between."""
    commas = [i for i in spans.signs.get(",", ()) if first <= i < last]
    return commas[:1] == [first] and commas[1:] == [last - 1] and spans.has(first + 1, "relative")
