"""Who came along: people of the travellers' own side behind "with", and the row that goes on from there.

"Haniyeh landed in Moscow with his deputy, X, as well as two members of the bureau, Y and Z": nobody travels to meet his
own side, so "with" names company there, whatever it names elsewhere.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..parties.parties import Party, Phrases
from ..parties.people import Person
from ..words.spans import SentenceSpans
from ..words.text import Token
from .drafts import Draft

_ROW = 3  # words from one of a row to the next: ", as well as"
_WITHOUT = 6  # words from "without" to the word that lists
_LISTING = 2  # words from a word that lists to the first whom it lists


def companions(
    drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases
) -> Iterator[tuple[Draft, Person]]:
    """Who of a sentence came along on the journeys that it tells, and went on to the meetings told behind them."""
    visits = [draft for draft in drafts if draft.kind == "visit" and draft.status != "denied"]
    row = _behind_with(spans, phrases) if visits else []
    for visit in visits:
        along = {p.who: p for party in row for p in party.people if p.side in visit.visitors}
        yield from ((visit, person) for who, person in along.items() if who not in visit.who)
        for draft in drafts:
            goes_on = draft.kind == "meeting" and draft.status == visit.status
            if goes_on and draft.trigger.first > visit.trigger.first and _of_travellers(draft, visit):
                yield from ((draft, person) for who, person in along.items() if who not in draft.who)


def _of_travellers(draft: Draft, visit: Draft) -> bool:
    """Whether who met had travelled, and nobody of their side but they, on no other day."""
    met = {person.who for person in draft.people if person.side in visit.visitors}
    other_day = draft.when is not None and visit.when is not None and draft.when.edtf != visit.when.edtf
    return not other_day and bool(met) and met <= visit.who and set(visit.visitors) <= set(draft.sides)


def _behind_with(spans: SentenceSpans, phrases: Phrases) -> list[Party]:
    """The parties behind "with", or behind a word that lists, and those that follow in a row."""
    row: list[Party] = []
    for party in phrases.parties:
        listed = any(
            spans.has(index, "company", "members")
            for index in range(max(spans.sentence.first, party.first - _LISTING), party.first)
        )
        goes_on = bool(row) and party.first - row[-1].last <= _ROW and not party.oblique
        if listed or goes_on or party.oblique in ("with", "company"):
            row.append(party)
    return row


def announced(spans: SentenceSpans, phrases: Phrases, tokens: Sequence[Token]) -> list[Party]:
    """ "прибыла делегация ХАМАС: A, B и C", "A и его спутники (B, C)": the row that a sign opens behind a group."""
    row: list[Party] = []
    for one, other in pairwise(phrases.parties):
        between = range(one.last, other.first)
        signs = {tokens[i].text for i in between}
        group = one.kind == "group" or one.means in ("group", "people")
        if not row:
            opens = bool(signs & {":", "("}) and not any(tokens[i].word for i in between)
            row += [other] if group and opens and other.people else []
        elif all(tokens[i].text == "," or spans.has(i, "and") for i in between) and other.people:
            row.append(other)
        else:
            break
    return row if len(row) > 1 else []


def listed_in(phrases: Phrases, spans: SentenceSpans) -> list[Party]:
    """The parties behind the first word that lists them ("with him were X and Y"), else those before it."""
    sentence = spans.sentence
    called = {i for party in phrases.parties for i in range(party.first, party.last)}
    words = (i for i in range(sentence.first, sentence.last) if spans.has(i, "company", "members"))
    # "ketua dewan kepemimpinan X": no list, but what he is called
    first = next((i for i in words if i not in called), sentence.first)
    if any(spans.has(i, "not") for i in range(max(first - _WITHOUT, sentence.first), first)):
        return []  # "sendirian, tanpa anggota lainnya, termasuk X"
    leader = (p for p in phrases.parties if p.people and not p.oblique and p.last == first)
    behind = [p for p in phrases.parties if p.first >= first and p.people]
    if behind and spans.has(first, "members"):
        return [*leader, *behind]  # "X memimpinnya, didampingi Y"
    return behind or phrases.parties


def recalls(spans: SentenceSpans) -> bool:
    """Whether words of a sentence say that it was the time before: "then", "at the time"."""
    return any(rule.says == "background" for cue in spans.tables.get("cue", ()) for rule in cue.values)
