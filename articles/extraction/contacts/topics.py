"""What was talked about: a short phrase of the text, behind or before the word that introduces it.

The words come from ``[[about]]`` of cues.toml; the phrase ends at a sign, at a verb, at a clause, and where the
parties, the day or the place of the contact are named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..parties.gaps import COMMAS
from ..parties.parties import Phrases
from ..types import Document, Evidence
from ..words.language import Language
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .drafts import Draft, shown

_LONGEST = 16  # words of a topic
_LETTERS = 4  # of the shortest topic
_FAR = 3  # sentences behind a contact that may tell what it was about
_NOUNS = frozenset({"noun", "travel-noun", "guest"})  # triggers that a topic may hold: "a possible visit"
_ITEM = 7  # words between a comma and the "and" of a list
_STOPS = frozenset(".;:؛!?؟()[]—–")
_QUOTES = frozenset('"“”«»„')
_OPENING_QUOTES = frozenset('"“«„')


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One sentence as it was read."""

    spans: SentenceSpans
    phrases: Phrases


class Topics:
    """Finds the topics of the entries of one article."""

    def __init__(
        self,
        tokens: Sequence[Token],
        document: Document,
        language: Language,
        sentences: Sequence[ReadSentence],
        entries: Sequence[Draft],
    ) -> None:
        self.tokens, self.document, self.language, self.sentences = tokens, document, language, sentences
        self.owners: dict[int, list[Draft]] = {}
        for entry in entries:
            for index in entry.told_in:
                self.owners.setdefault(index, []).append(entry)

    def of(self, entry: Draft) -> tuple[tuple[str, ...], list[Evidence]]:
        """The topics of an entry, each once, with their words."""
        evidence = [
            shown("topic", first, last, tokens=self.tokens, document=self.document)
            for sentence in self._sentences(entry)
            for first, last in self._phrases(sentence, entry)
        ]
        return tuple(dict.fromkeys(" ".join(e.quote.split()) for e in evidence)), evidence

    def _sentences(self, entry: Draft) -> Iterator[ReadSentence]:
        """Those that tell the entry, and those behind it up to the next contact's."""
        last = max(entry.told_in, default=-1)
        for index in sorted(entry.told_in):
            if self._speaks_of(entry, index):
                yield self.sentences[index]
        for index in range(last + 1, min(last + 1 + _FAR, len(self.sentences))):
            if index in self.owners or self._role(index) not in ("body", "item"):
                return
            if entry.kind != "visit" or len(self.owners.get(last, ())) == 1:
                yield self.sentences[index]

    def _speaks_of(self, entry: Draft, index: int) -> bool:
        """A journey told beside a meeting leaves the topics to it."""
        others = [other for other in self.owners.get(index, ()) if other is not entry]
        beside = any(other.kind != "visit" for other in others)
        return self._role(index) in ("body", "item") and not (entry.kind == "visit" and beside)

    def _role(self, index: int) -> str:
        return self.sentences[index].spans.sentence.block.role if index < len(self.sentences) else ""

    def _phrases(self, sentence: ReadSentence, entry: Draft) -> Iterator[tuple[int, int]]:
        for mark in sentence.spans.tables.get("about", ()):
            says = mark.rule.says
            found = self._behind(mark, sentence) if says != "before" else None
            if found is not None:
                found = self._trimmed(*found, sentence, entry)
            if found is None and says != "behind":
                found = self._trimmed(*self._before(mark, sentence), sentence, entry)
            if found is not None:
                yield found

    def _behind(self, mark: Span, sentence: ReadSentence) -> tuple[int, int] | None:
        start = self._past_parties(mark.last, sentence)
        if start is None or self._opens_no_topic(start, sentence):
            return None
        first, end = start, start
        while (
            end < sentence.spans.sentence.last
            and end - first < _LONGEST
            and not self._ends(end, first, sentence)
        ):
            end += 1
        return first, end

    def _opens_no_topic(self, start: int, sentence: ReadSentence) -> bool:
        """Whether a clause, a verb or somebody stands there: "menyinggung **bahwa**", "البحث **تطرق إلى** X"."""
        spans = sentence.spans
        clause = spans.has(start, "clause", "relative") and not spans.has(start, "what")
        again = any(mark.first == start for mark in spans.tables.get("about", ()))
        while start < spans.sentence.last and self._small(start, sentence):
            start += 1
        named = any(
            p.first <= start < p.last and p.kind in ("person", "title") for p in sentence.phrases.parties
        )
        return clause or again or named

    def _past_parties(self, start: int, sentence: ReadSentence) -> int | None:
        """ "discussed with X, the minister, | the truce": whom they spoke with stands before what they spoke of."""
        spans, last, at, met = sentence.spans, sentence.spans.sentence.last, start, False
        while at < last:
            party = next((p for p in sentence.phrases.parties if p.first <= at < p.last), None)
            whom = party is not None and (party.oblique in ("with", "to", "between") or self._verb_first)
            if party and whom:
                at, met = party.last, True
            elif met and self.tokens[at].text in COMMAS and spans.has(at + 1, "locative", "setting"):
                return None  # "spoke on Thursday with X, in spite of"
            elif (
                (met and self.tokens[at].text in COMMAS)
                or spans.has(at, "with", "between")
                or (at > start and self._verb_first and spans.has(at, "and"))
                or self._aside(at, sentence)
                or self.tokens[at].text in _OPENING_QUOTES
            ):
                at += 1
            else:
                return at
        return None

    @property
    def _verb_first(self) -> bool:
        return self.language.order == "verb-first"

    def _aside(self, index: int, sentence: ReadSentence) -> bool:
        """Whether a word says when, or that it was by telephone."""
        calls = (cue for cue in sentence.spans.tables.get("cue", ()) if cue.rule.says == "call")
        return any(t.first <= index < t.last for spans in (sentence.spans.times, calls) for t in spans)

    def _ends(self, index: int, first: int, sentence: ReadSentence) -> bool:
        token, spans = self.tokens[index], sentence.spans
        if token.text in _STOPS or self._closes_quotation(index, first, sentence):
            return True
        if token.text in COMMAS:
            return not self._goes_on(index, sentence)
        if index == first:
            return False
        if any(t.first == index for t in spans.times) or spans.has(index, "clause", "relative"):
            return True
        at = (index, index + 1, index + 2) if spans.has(index, "with") else (index,)
        if any(p.first in at and p.oblique in ("with", "agent") for p in sentence.phrases.parties):
            return True
        return self._is_verb(index, spans)

    def _closes_quotation(self, index: int, first: int, sentence: ReadSentence) -> bool:
        """Whether a quotation mark ends a topic: not one of two around some words of it, 'the "deal" and aid'."""
        if self.tokens[index].text not in _QUOTES:
            return False
        last = min(first + _LONGEST, sentence.spans.sentence.last)
        return self._quotes(first, index) % 2 == 0 and not any(
            self.tokens[i].text in _QUOTES for i in range(index + 1, last)
        )

    def _is_verb(self, index: int, spans: SentenceSpans) -> bool:
        """Whether something is said, done or talked about from a word on."""
        tables = spans.tables
        return any(
            span.first == index
            for name in ("reporting", "attribution", "about")
            for span in tables.get(name, ())
        ) or any(span.first == index and span.rule.frame not in _NOUNS for span in tables.get("trigger", ()))

    def _goes_on(self, comma: int, sentence: ReadSentence) -> bool:
        """ "Gaza, the hostages and aid": a list goes on behind its comma where an "and" closes it soon."""
        last = min(comma + 1 + _ITEM, sentence.spans.sentence.last)
        for index in range(comma + 1, last):
            if self.tokens[index].text in _STOPS or self._said(index, sentence):
                return False
            if self.tokens[index].text in COMMAS:
                return self._goes_on(index, sentence)
            if sentence.spans.has(index, "and"):
                return index > comma + 1
        return False

    def _said(self, index: int, sentence: ReadSentence, *, nouns: bool = True) -> bool:
        """Whether a word says or tells something; "the possible **meeting** of the two" may be a topic itself."""
        tables = sentence.spans.tables
        told = (t for t in tables.get("trigger", ()) if nouns or t.rule.frame not in _NOUNS)
        said = (*tables.get("reporting", ()), *tables.get("attribution", ()), *told)
        return any(s.first <= index < s.last for s in said)

    def _before(self, mark: Span, sentence: ReadSentence) -> tuple[int, int]:
        """ "Gaza and the hostages were discussed": from the border of the clause to the verb."""
        first = mark.first
        while first > sentence.spans.sentence.first and mark.first - first < _LONGEST:
            before = first - 1
            if self.tokens[before].text in _STOPS | _QUOTES or self._said(before, sentence, nouns=False):
                break
            if self.tokens[before].text in COMMAS and not self._lists(before, mark.first, sentence):
                break
            if sentence.spans.has(before, "clause", "impersonal") or self._names_somebody(before, sentence):
                break
            first = before
        return first, mark.first

    def _names_somebody(self, index: int, sentence: ReadSentence) -> bool:
        return any(p.people and p.first <= index < p.last for p in sentence.phrases.parties)

    def _lists(self, comma: int, last: int, sentence: ReadSentence) -> bool:
        return any(sentence.spans.has(i, "and") for i in range(comma + 2, last))

    def _trimmed(self, first: int, end: int, sentence: ReadSentence, entry: Draft) -> tuple[int, int] | None:
        """Without the day, place and small words at its ends; None where only somebody or "the talks" is left."""
        spans = sentence.spans
        while first < end and (self._aside(first, sentence) or self._small(first, sentence)):
            if spans.has(first, "what"):
                break  # "ما يجري في القدس"
            first += 1
        while end > first:
            place = next((p for p in sentence.phrases.places if p.last == end and p.first > first), None)
            if place and place.place == entry.place and spans.has(place.first - 1, "locative"):
                end = place.first - 1
            elif self.tokens[end - 1].text in _QUOTES and self._quotes(first, end) % 2 == 0:
                break
            elif self._small(end - 1, sentence) or self._aside(end - 1, sentence):
                end -= 1
            else:
                break
        letters = sum(len(self.tokens[i].text) for i in range(first, end) if self.tokens[i].word)
        return (first, end) if letters >= _LETTERS and not self._is_no_matter(first, end, sentence) else None

    def _quotes(self, first: int, end: int) -> int:
        return sum(self.tokens[i].text in _QUOTES for i in range(first, end))

    def _is_no_matter(self, first: int, end: int, sentence: ReadSentence) -> bool:
        spans = [(party.first, party.last) for party in sentence.phrases.parties]
        if end - first == 1:  # "perbincangan": that they talked
            spans += [(trigger.first, trigger.last) for trigger in sentence.spans.tables.get("trigger", ())]
        spans += [(outlet.first, outlet.last) for outlet in sentence.spans.outlets]
        return any(start <= first and end <= last for start, last in spans)

    def _small(self, index: int, sentence: ReadSentence) -> bool:
        token = self.tokens[index]
        return (
            not token.word
            or (len(token.text) == 1 and token.text.isalpha())
            or sentence.spans.has(index, "and", "locative", "setting", "definite", "of", "same")
            or self.language.has("stop_words", token.key)
            or token.key in self.language.stop_words
        )
