"""Who it was, where the sentence that tells a contact names nobody of a side: whom the sentences around it name.

"Haniyeh received the foreign minister of Iran. Hossein Amir-Abdollahian had little to say": news names a side first
and the man behind it in the next sentence, or it has named him just before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..parties.parties import Party, Phrases
from ..parties.people import Person
from ..words.spans import SentenceSpans
from .company import Company
from .drafts import Draft

_AROUND = (1, -1)  # sentences from the contact, in the order in which they are asked
_BEFORE_NAME, _BEHIND_NAME = 3, 4  # words between a verb of saying and who says it: "said | the ministry's X"
_TWO = 2  # sides of a contact whose people are sought


@dataclass(slots=True)
class Named:
    """Whom each sentence of an article names, by side, and which of them only speak."""

    by_sentence: list[dict[str, dict[str, Person]]] = field(default_factory=list)
    speakers: list[set[str]] = field(default_factory=list)

    def note(self, spans: SentenceSpans, phrases: Phrases) -> None:
        """Remember the people of a sentence; a headline names nobody whom the text does not."""
        sides: dict[str, dict[str, Person]] = {}
        speakers = set()
        for party in phrases.parties if spans.sentence.block.role != "title" else ():
            for person in party.people:
                if person.side:
                    sides.setdefault(person.side, {}).setdefault(person.who, person)
                if _speaks(party, spans):
                    speakers.add(person.who)
        self.by_sentence.append(sides)
        self.speakers.append(speakers)

    def _of(self, index: int, side: str) -> list[Person]:
        if not 0 <= index < len(self.by_sentence):
            return []
        return list(self.by_sentence[index].get(side, {}).values())

    def beside(self, entry: Draft, side: str, told: set[int]) -> Person | None:
        """The one person of a side whom the nearest sentence around a contact names, where he does not only speak.

        ``told``: the sentences that tell a contact; who stands in one of these took part in that.
        """
        for step in _AROUND:
            if step > 0 and entry.status != "held":
                continue  # what is to come is told with whom it is to be
            for index in sorted({sentence + step for sentence in entry.told_in} - entry.told_in):
                people = self._of(index, side)
                if people:
                    one = len(people) == 1 and index not in told
                    return people[0] if one and people[0].who not in self.speakers[index] else None
        return None


def name_sides(entries: Sequence[Draft], named: Named, company: Company) -> None:
    """Give each side that a contact tells without people the one person of it named beside."""
    told = {index for entry in entries for index in entry.told_in}
    listed = {person.start for entry in entries for person in entry.people}
    for entry in entries:
        if entry.status == "denied" or len(entry.sides) != _TWO:
            continue
        at_home = entry.hosts if entry.kind == "visit" else []
        known = {person.side for person in entry.people}
        for side in (side for side in entry.sides if side not in known and side not in at_home):
            person = named.beside(entry, side, told)
            if (
                person and person.start not in listed
            ):  # "The delegation includes X": of the contact that listed him
                company.add_person(entry, person)
                entry.doubts.append("reference")


def _speaks(party: Party, spans: SentenceSpans) -> bool:
    """Whether a verb of saying, or a word for a source, stands beside somebody."""
    return any(
        -1 <= party.first - said.last <= _BEFORE_NAME or 0 <= said.first - party.last <= _BEHIND_NAME
        for said in (*spans.tables.get("reporting", ()), *spans.tables.get("attribution", ()))
    )
