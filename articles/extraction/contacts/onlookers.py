"""Who else was at a contact, of whatever side: "in the presence of X", "X was in the room as well", "X mediated"."""

from collections.abc import Iterator, Sequence

from ..parties.parties import Party, Phrases
from ..words.spans import SentenceSpans
from .drafts import Draft
from .speaking import speaks

_TWO = 2  # sides of a contact that may be looked on at
_BESIDE = 1  # words between "in the presence of" and whom it names, in the sentence of the contact
_NEAR = 4  # the same in a sentence of its own: "Thailand's X was in the room"
_ROW = 3  # words from one of a row to the next
_BACK = 2  # sentences back to the contact
_LOOKED_BACK = 12  # drafts, to a meeting that somebody mediated
_OUTSIDE = ("topic", "locative", "of", "subject_stop")


def onlookers(
    drafts: Sequence[Draft], told: int, spans: SentenceSpans, phrases: Phrases
) -> Iterator[tuple[Draft, Party]]:
    """Whom a sentence says to have been there, with the contact: its own, or the one told last.

    ``told``: how many drafts the sentences before have told.
    """
    if not spans.holds("onlookers"):
        return
    sentence = spans.sentence
    words = [i for i in range(sentence.first, sentence.last) if spans.has(i, "onlookers")]
    own = [d for d in drafts[told:] if _brings_together(d)]
    back = _LOOKED_BACK if any(d.definite for d in drafts[told:]) else _BACK  # "was at the meeting"
    before = [d for d in drafts[:told] if _brings_together(d) and sentence.index - d.sentence <= back]
    draft = next((d for d in reversed(own) if d.trigger.first < words[0]), own[0] if own else None)
    if draft is None and (not before or any(len(d.sides) >= _TWO for d in drafts[told:])):
        return
    draft, reach = (draft, _BESIDE) if draft else (before[-1], _NEAR)
    end = None
    for party in phrases.parties:
        outside = party.oblique in _OUTSIDE and not spans.has(party.first - 1, "onlookers")
        speaker = speaks(party, spans) and party.last not in words  # "said that X | was present"
        if not party.people or not party.side or outside or speaker:
            continue
        near = any(0 <= party.first - i - 1 < reach or 0 <= i - party.last < reach for i in words)
        if near or (end is not None and 0 <= party.first - end <= _ROW):
            end = party.last
            yield draft, party


def mediators(
    drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases
) -> Iterator[tuple[Draft, Party]]:
    """ "X menjadi penengahnya", "Pertemuan itu dimediasi X": a third side at the meeting told last."""
    if not spans.holds("mediating"):
        return
    told = [d for d in drafts[-_LOOKED_BACK:] if not d.definite and len(d.sides) >= _TWO]
    last = told[-1] if told else None
    if last is None or not _brings_together(last) or not 0 < spans.sentence.index - last.sentence <= _BACK:
        return
    third = [p for p in phrases.parties if p.side and p.side not in last.sides and p.oblique != "locative"]
    if len({party.side for party in third}) == 1:
        yield from ((last, party) for party in third)


def _brings_together(draft: Draft) -> bool:
    return draft.kind == "meeting" and draft.status != "denied" and len(draft.sides) >= _TWO
