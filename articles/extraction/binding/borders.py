"""Where what belongs to a trigger ends: asides, rows, clauses with a subject of their own."""

from collections.abc import Sequence

from ..parties.gaps import COMMAS
from ..parties.parties import Party, Phrases
from ..words.language import Language
from ..words.spans import SentenceSpans, Span
from ..words.text import POSSESSIVE, Token

_ASIDE = 14  # words of an aside in brackets
_CLAUSE = 12  # words of a relative clause before a party in it
_OFFICE = 6  # words of somebody's office before it says something: "X's chief of staff said"
_ITEM = 8  # words of a row between a semicolon and a name
_VERBS = frozenset({"active", "receive", "passive", "travel", "stay", "send"})


class Borders:
    """The signs and words of one sentence at which a group of parties ends."""

    def __init__(
        self, tokens: Sequence[Token], spans: SentenceSpans, phrases: Phrases, language: Language
    ) -> None:
        self.tokens, self.spans, self.phrases, self.language = tokens, spans, phrases, language
        self.triggers = spans.tables.get("trigger", [])
        self.taken: set[Party] = set()
        self.subjects: list[list[Party]] = []
        self.of_nobody: set[int] = set()  # where the verbs stand whose subject is nobody

    def _borders(self, table: str) -> Sequence[Span]:
        """The spans of a table at which a region may end."""
        return self.spans.tables.get(table, ())

    def _lists(self, position: int, limit: int) -> bool:
        """ "A, the head of X; B, a member of Y; and C": a semicolon between people of one row."""
        return (
            self.language.articles
            and self.tokens[position].text == ";"
            and any(
                position < p.first <= position + _ITEM
                and p.first < limit
                and not p.oblique
                and p.side
                and self._closed(p.last)
                for p in self.phrases.parties
            )
        )

    def _closed(self, index: int) -> bool:
        """Whether a row may go on behind an entry that ends here, or end with it."""
        last = self.spans.sentence.last
        return (
            index >= last
            or not self.tokens[index].word
            or self.spans.has(index, "and", "locative", "relative")
        )

    def _in_brackets(self, party: Party) -> bool:
        """ "a delegation of the Taliban (under UN sanctions) met": whoever an aside in brackets names."""
        opening = next(
            (
                i
                for i in range(party.first - 1, max(party.first - _ASIDE, self.spans.sentence.first), -1)
                if self.tokens[i].text in "()"
            ),
            None,
        )
        if not self.language.articles or opening is None or self.tokens[opening].text != "(":
            return False
        last = min(party.last + _ASIDE, self.spans.sentence.last)
        return opening < party.first - 1 and any(self.tokens[i].text == ")" for i in range(party.last, last))

    def _is_speaker(self, party: Party) -> bool:
        """ "has no plans to meet Hamas, Peskov said": who is named between a comma and a verb of saying."""
        before, last = party.first - 1, self.spans.sentence.last
        while before > self.spans.sentence.first and self.language.has("glue", self.tokens[before].key):
            before -= 1
        return (
            self.language.articles
            and self.tokens[before].text in COMMAS
            and any(
                party.last <= s.first < min(last, party.last + self._words_of_office(party))
                for s in self.spans.tables.get("reporting", ())
            )
        )

    def _words_of_office(self, party: Party) -> int:
        """The words from a speaker to his verb: of "X's office said" and "X's chief of staff said" some more."""
        owns = party.last < self.spans.sentence.last and self.tokens[party.last].key == POSSESSIVE
        return _OFFICE if owns else 1

    def _announces(self, index: int) -> bool:
        """Whether a colon stands before the people that the word before it announces: "accompanied by: X"."""
        return (
            self.tokens[index].text == ":"
            and index > self.spans.sentence.first
            and self.spans.has(index - 1, "company", "members")
        )

    def _comma_behind_place(self, one: Party, other: Party) -> bool:
        """ "hosting the factions in April, China said": a comma behind a place or day is none of a row."""
        between = range(one.last, other.first)
        return (
            (self.language.articles or self.language.plain)
            and any(self._inside(i) for i in between)
            and any(self.tokens[i].text in COMMAS for i in between)
            and not any(self.spans.has(i, "and", "company", "but_not") for i in between)
            and other.oblique != "company"
        )

    def _opens_clause(self, one: Party, other: Party) -> bool:
        """ "after Trump had met the Taliban, the mullah flew to Doha": behind a comma, the subject of the next verb."""
        between = range(one.last, other.first)
        comma = any(self.tokens[i].text in COMMAS for i in between)
        if not (self.language.articles and comma) or any(
            self.spans.has(i, "and", "company") for i in between
        ):
            return False
        appended = other.kind == "title" and other.side in (None, one.side) and not other.definite
        return not appended and any(
            0 <= t.first - other.last <= 1 and t.rule.frame in _VERBS for t in self.triggers
        )

    def _elsewhere(self, party: Party) -> bool:
        return party.oblique in ("locative", "subject_stop", "bond", "mediator")

    def _introduced(self, party: Party, start: int) -> bool:
        """ "a letter from | X", "told | X": the preposition or verb is the trigger's own."""
        if not self.language.articles or party.kind == "org":
            return False
        if party.first - start <= 1:
            return True
        if party.kind == "reference":
            return False
        between = range(start, party.first)
        sent = any(self.spans.has(i, "origin") for i in between)
        return sent and all(self.spans.has(i, "origin", "definite") or self._is_article(i) for i in between)

    def _is_article(self, index: int) -> bool:
        return self.language.has("glue", self.tokens[index].key)

    def _distance(self, start: int, end: int) -> int:
        """Tokens between, those of times and places not counted."""
        counted = set(range(start, end))
        for first, last in self._circumstances():
            counted.difference_update(range(first, last))
        return sum(1 for i in counted if self.tokens[i].word)

    def _inside(self, index: int) -> bool:
        return any(first <= index < last for first, last in self._circumstances())

    def _circumstances(self) -> list[tuple[int, int]]:
        """The ranges of places and times."""
        places = [(place.first, place.last) for place in self.phrases.places]
        return places + [(time.first, time.last) for time in self.spans.times]

    def _has_aside(self, party: Party, trigger: Span) -> bool:
        """ "where X, who chairs the committee, will receive them": the commas are those of what describes X."""
        commas = [i for i in range(party.last, trigger.first) if self.tokens[i].text in COMMAS]
        opens = commas[0] == party.last and self.spans.has(party.last + 1, "relative")
        last = trigger.first - 1
        while last > commas[-1] and self.spans.has(last, "auxiliary", "not"):
            last -= 1
        return opens and len(commas) > 1 and last == commas[-1]

    def _in_closed_clause(self, party: Party, trigger: Span) -> bool:
        """Whether a party stands inside "..., who leads Hamas, ..." before the trigger."""
        if not self.language.articles:
            return False
        closed = any(self.tokens[i].text in COMMAS for i in range(party.last, trigger.first))
        if closed and self._has_aside(party, trigger):
            return False
        for index in range(party.first - 1, max(party.first - _CLAUSE, self.spans.sentence.first), -1):
            if self.tokens[index].text in COMMAS:
                return False
            if self.spans.has(index, "relative") and self.tokens[index - 1].text in COMMAS:
                return closed
        return False
