"""Contacts by a verb that no list holds: a sentence names people of two sides, or one on his way to the other's town.

No list of verbs is ever complete ("sat across a table from", "had him on the line"). Where a sentence of the body
tells no contact by any known word, and names people of two sides of whom none only speaks, it does so more often
than not (docs/quality.md has the shares). Such a draft says its doubt, and gives way to what known words tell.
"""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.parties import Party, Phrases, PlaceSpan
from ..words.language import Language, Rule
from ..words.lexicon import Lexicon
from ..words.spans import SentenceSpans, Span
from .drafts import Draft
from .unbound import speaks

_TWO = 2  # sides that a contact is between
_NAMED = Rule("trigger", "named-together", "meeting", {"vague": True}, "active")
_ON_THE_WAY = Rule("trigger", "on-the-way", "visit", {"vague": True}, "travel")


def is_untold(binding: Binding) -> bool:
    """Whether no known word tells what is bound, only that a sentence names people of both sides."""
    return binding.rule in (_NAMED, _ON_THE_WAY)


def untold(
    spans: SentenceSpans,
    phrases: Phrases,
    bindings: Sequence[Binding],
    drafts: Sequence[Draft],
    *,
    language: Language,
    lexicon: Lexicon,
) -> Binding | None:
    """What brings people together that the sentence names, beside what its known words tell; or nothing.

    ``bindings``: what is bound to the known words of the sentence; ``drafts``: the contacts among them.
    """
    if spans.sentence.block.role != "body" or _stays_apart(spans):
        return None
    people = [p for p in phrases.parties if p.kind == "person" and p.side and p.people]
    opening = Span(spans.sentence.first, spans.sentence.first, [_NAMED])
    nothing_yet = Binding(opening, _NAMED, spans, phrases)
    people = [p for p in people if not speaks(p, nothing_yet)]
    if language.articles:  # "the Fatah faction of President Abbas": whose something is
        people = [p for p in people if p.oblique != "of"]
    if language.order == "verb-first":  # "خطة مقترحة من قبل A": who did something else
        people = [p for p in people if p.oblique != "agent"]
    if drafts:
        return _beside(people, spans, phrases, bindings, drafts, language)
    sides = list(dict.fromkeys(p.side for p in people))
    if len(sides) >= _TWO:
        return _bound(_NAMED, spans, phrases, people, language)
    return _journey(people, spans, phrases, language=language, lexicon=lexicon) if spans.times else None


def _stays_apart(spans: SentenceSpans) -> bool:
    """Whether a sentence tells what somebody says of another, or does to him, out of sight: "accused", "called on"."""
    appeals = (
        rule.says in {"appeal", "hypothetical"} for cue in spans.tables.get("cue", ()) for rule in cue.values
    )
    return any(appeals) or spans.holds("apart")


def _beside(  # noqa: PLR0917 - what a sentence holds
    people: Sequence[Party],
    spans: SentenceSpans,
    phrases: Phrases,
    bindings: Sequence[Binding],
    drafts: Sequence[Draft],
    language: Language,
) -> Binding | None:
    """Two of two sides whom no known word of the sentence is bound to, where none of its contacts has both."""
    bound = {party for binding in bindings for party in binding.parties}
    free = [party for party in people if party not in bound]
    for one in free:
        for other in free:
            apart = other.first > one.first and other.side != one.side
            if apart and not any(_who(one) & d.who and _who(other) & d.who for d in drafts):
                return _bound(_NAMED, spans, phrases, [one, other], language)
    return None


def _who(party: Party) -> set[str]:
    return {person.who for person in party.people}


def _journey(
    people: Sequence[Party],
    spans: SentenceSpans,
    phrases: Phrases,
    *,
    language: Language,
    lexicon: Lexicon,
) -> Binding | None:
    """ "On Friday Haniyeh took the night train to Moscow": somebody, a day, and a town of another side as the goal."""
    travellers = [p for p in people if not p.oblique or p.oblique == "company"]
    sides = {p.side for p in people}
    for place in phrases.places if travellers else ():
        host = lexicon.side_of_country(place.place.country)
        stays = language.articles and not spans.has(place.first - 1, "to")  # "gave a lecture in Doha"
        gone_to = place.goal and not (place.bare or place.origin or stays) and place.place.name
        before = [p for p in travellers if p.last <= place.first]
        if gone_to and before and host and host not in sides:
            return _bound(_ON_THE_WAY, spans, phrases, before, language, destination=place)
    return None


def _bound(  # noqa: PLR0917 - what a sentence holds
    rule: Rule,
    spans: SentenceSpans,
    phrases: Phrases,
    people: Sequence[Party],
    language: Language,
    destination: PlaceSpan | None = None,
) -> Binding:
    """A binding of people to the words that reach from the first of them to the last: they are what tells it."""
    reach: list[Party | PlaceSpan] = [*people, *([destination] if destination else [])]
    words = Span(min(p.first for p in reach), max(p.last for p in reach), [rule])
    left = [p for p in people if p.side == people[0].side] if rule is _NAMED else list(people)
    return Binding(
        words,
        rule,
        spans,
        phrases,
        left=left,
        right=[p for p in people if p not in left],
        destination=destination,
        left_limit=spans.sentence.first,
        right_limit=spans.sentence.last,
        articles=language.articles,
        closed=True,
    )
