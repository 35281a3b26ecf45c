"""What a trigger is bound to: its parties, its destination, and whom the sentence leaves out."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..parties.parties import Party, Phrases, PlaceSpan
from ..words.language import Language, Rule
from ..words.spans import SentenceSpans, Span

_NEAR = 2  # words from "the previous" to the noun


@dataclass(slots=True)
class Binding:
    """One trigger with the parties and the destination bound to it."""

    trigger: Span
    rule: Rule
    sentence: SentenceSpans
    phrases: Phrases
    left: list[Party] = field(default_factory=list)
    right: list[Party] = field(default_factory=list)
    destination: PlaceSpan | None = None
    further: list[PlaceSpan] = field(default_factory=list)  # other goals of one journey: "to A and B"
    visited: bool = False  # the object of a verb of visiting is a person
    right_limit: int = 0
    left_limit: int = 0
    negated: list[Party] = field(default_factory=list)
    definite: bool = False  # "that meeting": words beside the trigger say that it was told before
    retold: bool = False  # "pertemuan A dengan B itu": told before, though it names its parties
    articles: bool = False  # of a language with articles
    anchor: Span | None = None  # whom or what town a second contact of one verb stands beside
    day: Span | None = None  # its own, where one verb tells of several days
    put_off: Span | None = None  # the time to which it is put off
    closed: bool = False  # no other party is to be looked for elsewhere

    @property
    def told_at(self) -> Span:
        """Where its day and place are to be looked for."""
        return self.anchor or self.trigger

    @property
    def parties(self) -> list[Party]:
        """Subject first."""
        return [*self.left, *(p for p in self.right if p not in self.left)]


def is_bare_noun(binding: Binding, language: Language) -> bool:
    """ "Визит перенесли": without articles, a noun alone is the event told before."""
    frame, nowhere = binding.rule.frame, binding.destination is None
    if not language.cases or not nowhere or binding.rule.row.get("sides"):
        return False
    joined = frame == "travel-noun" or bool(binding.rule.row.get("participle"))
    return (frame == "noun" and not binding.parties) or (joined and not binding.right)


def is_previous(binding: Binding) -> bool:
    """ "Предыдущая встреча прошла в мае": not the contact told of, but one before it."""
    trigger, spans = binding.trigger, binding.sentence
    if binding.rule.frame not in ("noun", "travel-noun"):
        return False
    timed = {i for time in spans.times for i in range(time.first, time.last)}  # "на прошлой неделе"
    words = range(max(spans.sentence.first, trigger.first - _NEAR), trigger.last)
    return any(spans.has(i, "previous") and i not in timed for i in words)


def is_following(binding: Binding) -> bool:
    """ "Следующая встреча пройдет в мае": not the contact told of, but one after it, of the same parties."""
    trigger, spans = binding.trigger, binding.sentence
    words = range(max(spans.sentence.first, trigger.first - _NEAR), trigger.last)
    return binding.rule.frame == "noun" and any(spans.has(i, "following") for i in words)


def sides_of(parties: Iterable[Party]) -> list[str]:
    """The sides of parties that say theirs."""
    return [party.side for party in parties if party.side]


def for_each_side(binding: Binding) -> list[Binding]:
    """A binding for each side of those who were met."""
    return [
        replace(binding, right=[party for party in binding.right if party.side == side])
        for side in dict.fromkeys(sides_of(binding.right))
    ]
