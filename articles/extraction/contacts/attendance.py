"""Who came with whom, where the verb comes first: "رافق A إلى الاجتماع B وC", "وعن الجانب الروسي حضر D".

A sentence of its own lists them, behind a verb of leading, accompanying or attending. Whoever it names speaks for the
side of whom they came with: the side named last in the sentence, else that of the contact's person named last.
"""

from collections.abc import Sequence

from ..parties.parties import Party, Phrases
from ..parties.people import Person
from ..words.spans import SentenceSpans, Span
from .drafts import Draft
from .reference import Discourse

_REACH = 3  # sentences back to the contact that was attended
_LISTING = ("attending", "company", "members")
_NOUNS = ("noun", "travel-noun")
_BOTH = 2  # sides
_LED = 3  # words from a verb of leading to whom it leads
_OUTSIDE = ("topic", "locative", "to")  # of what is spoken of, and where: "ambassador to", "about"


def attending(
    drafts: Sequence[Draft], spans: SentenceSpans, phrases: Phrases, discourse: Discourse
) -> list[tuple[Draft, Person]]:
    """Whom a sentence lists as taking part in the contact told last, with that contact."""
    draft = _attended(drafts, spans)
    first = _first_listed(spans, phrases)
    if draft is None or first is None:
        return []
    last = next(reversed(discourse.by_side.values()), None)
    owner = last.side if last and last.side in draft.sides else None
    found, end = [], first
    for party in phrases.parties:
        if party.oblique in _OUTSIDE:
            continue
        told = discourse.group_side if party.means == "group" else party.side
        listed = party.first >= first and party.people and not spans.has(party.first - 1, "attending")
        if listed and (_speaks(party, spans) or _ends(spans, end, party.first)):
            break
        beside = accompanied(party, spans, phrases)
        for person in party.people if listed else ():
            side = person.side or owner
            if side in draft.sides or (beside and owner in draft.sides):
                found.append(discourse.people.dressed(person, side=side, role=person.role))
        end = party.last if listed else end
        owner = told if told in draft.sides else owner
    if not any(person.actor or person.role for person in found) and not _counts_members(spans):
        return []  # "besides the orders to leave": nothing shows that these are people
    return [(draft, p) for p in found if p.who not in draft.who and _travelled(draft, p)]


def accompanied(party: Party, spans: SentenceSpans, phrases: Phrases) -> bool:
    """ "رافق A السفير B": whether somebody stands behind the one he came with, whatever his own side."""
    before = [p for p in phrases.parties if p.last <= party.first and p.people]
    return any(
        spans.has(p.first - 1, "attending") or (p.oblique == "with" and spans.has(p.first - 2, "attending"))
        for p in before
    )


def tells_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence only names the contact told last: "رافقه إلى الاجتماع"."""
    if draft.definite or len(draft.sides) < _BOTH:
        return True
    last = drafts[-1] if drafts else None
    return last is not None and set(draft.sides) <= set(last.sides) and draft.who <= last.who


def _attended(drafts: Sequence[Draft], spans: SentenceSpans) -> Draft | None:
    """The contact told last that brought people together: the news before background."""
    near = [
        d
        for d in drafts
        if spans.sentence.index - d.sentence <= _REACH
        and d.kind in ("meeting", "visit")
        and d.status != "denied"
        and len(d.sides) >= _BOTH
    ]
    news = [d for d in near if not d.background]
    return (news or near)[-1] if near else None


def _first_listed(spans: SentenceSpans, phrases: Phrases) -> int | None:
    """The first word that lists people; a verb of leading does where somebody it leads stands behind it."""
    led = {p.first - back for p in phrases.parties for back in range(1, _LED + 1)}
    for index in range(spans.sentence.first, spans.sentence.last):
        if spans.has(index, "company", "members") or (index in led and spans.has(index, "attending")):
            return index
    return None


def _ends(spans: SentenceSpans, start: int, end: int) -> bool:
    """Whether a clause of its own begins between two of a row: another contact, or something said."""
    if any(spans.has(i, "clause") for i in range(start, end)):
        return True
    spans_between = (
        span
        for table in ("trigger", "reporting")
        for span in spans.tables.get(table, ())
        if start < span.first < end and not any(spans.has(i, *_LISTING) for i in range(span.first, span.last))
    )
    return any(span.rule.table == "reporting" or _is_deed(span) for span in spans_between)


def _counts_members(spans: SentenceSpans) -> bool:
    sentence = spans.sentence
    return any(spans.has(i, "attending", "members") for i in range(sentence.first, sentence.last))


def _is_deed(trigger: Span) -> bool:
    """Whether a verb tells another contact: no noun, and not "was"."""
    return trigger.rule.frame not in _NOUNS and trigger.rule.row.get("object") != "next"


def _speaks(party: Party, spans: SentenceSpans) -> bool:
    """Whether a verb of saying stands right before somebody."""
    return any(0 <= party.first - saying.last <= 1 for saying in spans.tables.get("reporting", ()))


def _travelled(draft: Draft, person: Person) -> bool:
    return draft.kind != "visit" or person.side in draft.visitors
