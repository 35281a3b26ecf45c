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
from .speaking import speaks

_REACH = 3  # sentences back to the contact that was attended
_LISTING = ("attending", "company", "members")
_NOUNS = ("noun", "travel-noun")
_BOTH = 2  # sides
_HEAD = "head of delegation"
_LED = 3  # words from a verb of leading to whom it leads
_OUTSIDE = ("topic", "locative", "to")  # of what is spoken of, and where: "ambassador to", "about"


def attending(
    drafts: Sequence[Draft], told: int, spans: SentenceSpans, phrases: Phrases, discourse: Discourse
) -> list[tuple[Draft, Person]]:
    """Whom a sentence lists as taking part, with the contact: its own, or the one told last.

    ``told``: how many drafts the sentences before have told.
    """
    first = _first_listed(spans, phrases)
    draft = _attended(_listed_of(drafts, told, first), spans) if first is not None else None
    if draft is None or first is None:
        return []
    last = next(reversed(discourse.by_side.values()), None)
    owner = last.side if last and last.side in draft.sides else None
    found: list[Person] = []
    end = first
    for party in phrases.parties:
        if party.oblique in _OUTSIDE:
            continue
        side_told = discourse.group_side if party.means == "group" else party.side
        listed = party.first >= first and party.people and not spans.has(party.first - 1, "attending")
        if listed and (speaks(party, spans) or _ends(spans, end, party.first)):
            break
        row = bool(found) and party.joined and party.first - end <= _LED
        beside = accompanied(party, spans, phrases) or row
        for person in party.people if listed else ():
            side = person.side or owner
            if side in draft.sides or (beside and owner in draft.sides):
                found.append(discourse.people.dressed(person, side=side, role=person.role))
        end = party.last if listed else end
        owner = side_told if side_told in draft.sides else owner
    if not any(person.actor or person.role for person in found) and not _counts_members(spans):
        return []  # "besides the orders to leave": nothing shows that these are people
    new = {p.who: p for p in found if p.who not in draft.who and _travelled(draft, p)}
    return [(draft, person) for person in new.values()]


def leader(spans: SentenceSpans, phrases: Phrases, discourse: Discourse) -> Person | None:
    """ "وقال A إن الوفد الذي يقوده ...": who leads a delegation, where nobody is named behind the verb."""
    sentence = spans.sentence
    heads = [p for p in phrases.parties if p.title == _HEAD and p.people and p.side]
    if heads:
        return heads[0].people[0]  # "the head of the delegation, A, said"
    if opening := _heads(spans, phrases):
        return opening
    if not (spans.holds("company") and spans.holds("relative")):
        return None
    for index in range(sentence.first + 1, sentence.last):
        if not (spans.has(index, "company") and spans.has(index - 1, "relative")):
            continue
        named = any(p.people and 0 <= p.first - index <= _LED for p in phrases.parties)
        group = any(p.last >= index - 1 and p.first < index and _is_group(p) for p in phrases.parties)
        before = [p for p in phrases.parties if p.last <= index and p.people and not p.oblique]
        if group and not named:
            return before[-1].people[-1] if before else discourse.person
    return None


def _heads(spans: SentenceSpans, phrases: Phrases) -> Person | None:
    """ "قال A إن B **يترأس الوفد**": whoever stands right before a verb of leading, and the group right behind it."""
    for party in phrases.parties:
        verb = party.last
        if not party.people or party.oblique or not party.side or verb >= spans.sentence.last:
            continue
        if not spans.has(verb, "attending", "company") or spans.has(verb, "relative"):
            continue
        group = any(
            _is_group(p) and 0 <= p.first - verb <= _LED and p.side in (None, party.side)
            for p in phrases.parties
        )
        if group:
            return party.people[-1]
    return None


def _is_group(party: Party) -> bool:
    return "group" in (party.kind, party.means)


def accompanied(party: Party, spans: SentenceSpans, phrases: Phrases) -> bool:
    """ "رافق A السفير B": whether somebody stands behind the one he came with, whatever his own side."""
    before = [p for p in phrases.parties if p.last <= party.first and p.people]
    return any(
        spans.has(p.first - 1, "attending") or (p.oblique == "with" and spans.has(p.first - 2, "attending"))
        for p in before
    )


def _listed_of(drafts: Sequence[Draft], told: int, first: int) -> Sequence[Draft]:
    """The contacts that a list at token ``first`` may be of."""
    before, own = drafts[:told], drafts[told:]
    if all(_tells_again(draft, before) for draft in own):
        return before
    return [d for d in own if d.trigger.first < first][-1:] or before or own[:1]


def _tells_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
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
    if not spans.holds(*_LISTING):
        return None
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
    return spans.holds("attending", "members")


def _is_deed(trigger: Span) -> bool:
    """Whether a verb tells another contact: no noun, and not "was"."""
    return trigger.rule.frame not in _NOUNS and trigger.rule.row.get("object") != "next"


def _travelled(draft: Draft, person: Person) -> bool:
    return draft.kind != "visit" or person.side in draft.visitors
