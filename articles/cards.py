"""What an article says of each contact, ready to be shown beside its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.marks import FIELD_NAMES
from articles.models import Evidence, Mention
from timeline.date_words import date_in_words
from timeline.wording import place_in_words


@dataclass(frozen=True)
class Card:
    """A mention with its number on the page, and its evidence by field."""

    number: int
    mention: Mention
    date: str
    evidence: list[tuple[str, list[Evidence]]]

    @property
    def place(self) -> str:
        return place_in_words(self.mention)

    @property
    def sureness(self) -> int:
        """The confidence in per cent."""
        return round(100 * self.mention.confidence)


def cards(mentions: Iterable[Mention]) -> list[Card]:
    """A card for each mention, in the order of the text's engine."""
    return [
        Card(number, mention, date_in_words(mention), _by_field(mention.evidence.all()))
        for number, mention in enumerate(mentions, 1)
    ]


def _by_field(evidence: Iterable[Evidence]) -> list[tuple[str, list[Evidence]]]:
    """In the order in which one asks: what, when, where, who, then whatever else there is."""
    grouped: dict[str, list[Evidence]] = {field: [] for field in FIELD_NAMES}
    for piece in evidence:
        grouped.setdefault(piece.field, []).append(piece)
    return [(FIELD_NAMES.get(field, field), pieces) for field, pieces in grouped.items() if pieces]
