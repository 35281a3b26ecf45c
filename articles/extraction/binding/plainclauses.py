"""Where a clause of the plain kind ends, and who acts in a passive: "disampaikan **A** kepada **B**".

"Selain pertemuan dengan A, **B** menemui C": a comma ends what opens a sentence, whoever stands behind it acts.
"""

from collections.abc import Sequence

from ..parties.gaps import COMMAS
from ..parties.parties import Party
from ..words.spans import Span
from .binding import Binder
from .bindings import Binding, sides_of

_OPENING = 3  # words of a sentence before a clause that opens it
_CLAUSE = 14  # tokens of a clause inside a row
_POINTED = 4  # words of "ini akan menjadi" before the noun
_PASSIVE = 4  # letters of "dia", which is no passive, and one more
_NEAR = 4  # tokens from a verb back to "saat"
_CLAUSAL = 3  # words of "yang akan berlangsung"
_DESCRIBED = 8  # tokens between a noun and its "itu"
_COUNTED = 6  # words of "ini mungkin untuk pertama kalinya"
_CALLED = 5  # tokens back to the comma that opens what somebody is called
_QUOTES = frozenset("\"“”«»'")
_LAST = 2  # tokens from a passive to who acts in it: "oleh"


class PlainClauses(Binder):
    """Reads openings and passives by the order of the words."""

    def _joined(self, one: Party, other: Party) -> bool:
        return not self._closes_opening(one, other) and super()._joined(one, other)

    def _subject(self, index: int, *, noun: bool = False, without: Sequence[Party] = ()) -> list[Party]:
        """Also "A menanyakan kabar B **saat** menerima C": a clause of time without a subject has that before it."""
        found = super()._subject(index, noun=noun, without=without)
        first = self.triggers[index].first
        clause = next((i for i in range(first - 1, max(first - _NEAR, 0), -1) if self._is_meantime(i)), None)
        if noun or clause is None or not found or found[-1].last > clause:
            return found
        verb = next((k for k in range(index - 1, -1, -1) if self.triggers[k].last <= clause), None)
        said = [s.last for s in self.spans.tables.get("reporting", ()) if s.last <= clause]
        if verb is not None and not (said and said[-1] > self.triggers[verb].last):
            return (self.subjects[verb] or found) if verb < len(self.subjects) else found
        free = [p for p in self.phrases.parties if p.last <= clause and not p.oblique and p not in without]
        behind = [p for p in free if p.first >= max(said, default=0)] or free
        return self._group_before(self._row_end(behind), self.phrases.parties) if behind else found

    def _is_meantime(self, index: int) -> bool:
        return index > self.spans.sentence.first and self.spans.has(index, "meantime")

    def _row_end(self, parties: Sequence[Party]) -> Party:
        """The last of the row that the first of these opens."""
        last = parties[0]
        for party in parties[1:]:
            if not self._joined(last, party):
                break
            last = party
        return last

    def _closes_opening(self, one: Party, other: Party) -> bool:
        """ "Sejak Kabul jatuh ke tangan A, B ...": the comma ends the clause, and B is of the next one."""
        first, last = self.spans.sentence.first, self.spans.sentence.last
        between = range(one.last, other.first)
        comma = any(self.tokens[i].text in COMMAS for i in between)
        if other.oblique or not comma or any(self.spans.has(i, "and") for i in between):
            return False
        if other.last < last and (self.tokens[other.last].text in COMMAS or self._goes_on(other.last)):
            return False  # one of a row
        segment = max(
            (i + 1 for i in range(first, one.first) if self.tokens[i].text in COMMAS), default=first
        )
        opening = range(first, min(first + _OPENING, one.first))
        if self.language.has("opening_verbs", self.tokens[first].key) or (
            self.tokens[first].text in _QUOTES
            and self.language.has("opening_verbs", self.tokens[first + 1].key)
        ):
            return True  # "Menjawab upaya mediasi A, B ...": a verb that opens the sentence ends at its comma
        told = any(t.last <= one.first for t in self.triggers)
        return any(self.spans.has(i, "clause", "outset") for i in range(segment, one.first)) or any(
            (told and self.spans.has(i, "company")) or (i == first and self._cites(i)) for i in opening
        )

    def _cites(self, index: int) -> bool:
        """ "Menurut sumber pemerintah A, B ...": whether a source opens the sentence."""
        return self.spans.has(index, "subject_stop") or any(
            s.first == index for s in self.spans.tables.get("attribution", ())
        )

    def _past_clause(self, one: Party, other: Party) -> bool:
        """ "Hamas, yang berperang dengan Israel, dan Fatah": a clause between commas parts no row."""
        last = other.first - 1 - self.spans.has(other.first - 1, "with")
        opened = self.tokens[one.last].text in COMMAS and self.spans.has(one.last + 1, "relative")
        closed = last > one.last + 1 and self.spans.has(last, "and") and self.tokens[last - 1].text in COMMAS
        return opened and closed and other.first - one.last <= _CLAUSE

    def _group_before(self, last: Party, parties: list[Party]) -> list[Party]:
        """The row that ends with somebody, whom a clause inside it does not break off."""
        before = parties[: parties.index(last)]
        one = next((p for p in reversed(before) if self._past_clause(p, last)), None)
        group = super()._group_before(last, parties)
        if one is None or one in group:
            return group
        return [*super()._group_before(one, parties), last]

    def _described(self, nearest: Party, free: Sequence[Party], trigger: Span) -> Party:
        """ "Arab Saudi dan Iran, penyokong **Houthi**, bersalaman": commas hold what the one before them is called."""
        before = range(nearest.first - 1, max(nearest.first - _CALLED, self.spans.sentence.first), -1)
        comma = next((i for i in before if self.tokens[i].text in COMMAS), None)
        called = next((p for p in free if p.last == comma), None)
        words = range((comma or 0) + 1, nearest.first)
        if nearest.people or called is None or not words or self.tokens[nearest.last].text not in COMMAS:
            return super()._described(nearest, free, trigger)
        opened = any(self.spans.has(i, "and", "clause", "relative", "between") for i in words)
        told = any(t.first in words for t in (*self.triggers, *self.spans.sayings()))
        return super()._described(nearest if opened or told else called, free, trigger)

    def _note_retold(self, binding: Binding) -> None:
        """ "Ini (akan) menjadi pertemuan pertama A dengan B": what is said of the event told before."""
        first, opening = binding.trigger.first, self.spans.sentence.first
        if self.spans.has(opening, "outset"):  # "Sejak X jatuh, inilah kunjungan pertama A"
            commas = (i for i in range(opening, first) if self.tokens[i].text in COMMAS)
            opening = 1 + max(commas, default=opening - 1)
        words = [i for i in range(opening, first) if self.tokens[i].word]
        pointed = bool(words) and self.spans.has(opening, "retelling", "demonstrative")
        if pointed and len(words) <= _POINTED and not self._parties_between(opening, first):
            binding.retold = True

    def _bind_active(self, binding: Binding, index: int) -> None:
        """Also "ini kali kedua A bertemu B": the meeting told before, counted."""
        super()._bind_active(binding, index)
        first = self.spans.sentence.first
        pointed = self.spans.has(first, "retelling", "demonstrative")
        counted = any(
            self.spans.has(i, "nth") for i in range(first, min(first + _COUNTED, binding.trigger.first))
        )
        if pointed and counted and binding.left and binding.right:
            binding.retold = True

    def _is_counted_again(self, trigger: Span) -> bool:
        """ "Pertemuan itu menjadi pertemuan ketiganya sejak Oktober": the one told of, counted among others."""
        told = any(t.last < trigger.first and t.rule.row.get("definite") for t in self.triggers)
        return told and self.spans.has(trigger.first - 1, "counted")

    def _parties_between(self, start: int, end: int) -> bool:
        return any(start <= p.first < end for p in self.phrases.parties)

    def _breaks_off(self, trigger: Span, right: list[Party]) -> bool:
        """Also "setelah A menyatakan perundingan tamat, B terbang": the comma ends the clause of the noun."""
        first, between = self.spans.sentence.first, range(trigger.last, right[0].first)
        comma = any(self.tokens[i].text in COMMAS for i in between)
        opened = any(self.spans.has(i, "clause", "outset") for i in range(first, trigger.first))
        return (comma and opened and not right[0].oblique) or super()._breaks_off(trigger, right)

    def _goes_on(self, index: int) -> bool:
        """Whether a row goes on behind an "and": not "B **juga** menemui C"."""
        return self.spans.has(index, "and") and any(p.first == index + 1 for p in self.phrases.parties)

    def _is_passive(self, trigger: Span) -> bool:
        """Whether a verb of sending or telling is a passive: "disampaikan", "surat dikirim"."""
        return trigger.rule.frame == "send" and any(
            self.spans.shaped(i, "passive") and len(self.tokens[i].key) > _PASSIVE
            for i in range(trigger.first, trigger.last)
        )

    def _told_by(self, binding: Binding) -> None:
        """ "surat itu dikirim A kepada B": A acts, and B is told; without B, A is all that is told."""
        right = binding.right
        if right and right[0].oblique in ("", "agent"):
            binding.left, binding.right = right, self._recipient(binding, right[-1].last)
        else:
            binding.left = []

    def _recipient(self, binding: Binding, start: int) -> list[Party]:
        last = self.spans.sentence.last
        limit = next((t.first for t in self.triggers if t.first >= binding.trigger.last), last)
        to = next((p for p in self.phrases.parties if start <= p.first < limit and p.oblique == "to"), None)
        return self._group_after(to.first, limit, reach=0) if to else []

    def _addressed(self, trigger: Span) -> list[Party]:
        """Also "disampaikan A kepada B dalam pertemuan"."""
        if found := super()._addressed(trigger):
            apart = any(self.spans.has(i, "clause") for i in range(found[-1].last, trigger.first))
            return [] if apart else found
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        to = next((p for p in reversed(before) if p.oblique == "to"), None)
        if to and any(self.spans.has(i, "clause") for i in range(to.last, trigger.first)):
            return []  # "disampaikan A kepada B bahwa pertemuan ...": what was said
        acts = [p for p in before if to and p.last <= to.first and p.oblique in ("", "agent")]
        told = [p for p in acts if self._stands_behind_passive(p)]
        return [told[-1], to] if told and to else []

    def _stands_behind_passive(self, party: Party) -> bool:
        before = range(max(party.first - _LAST, self.spans.sentence.first), party.first)
        return any(
            span.last - 1 in before and self.spans.shaped(span.last - 1, "passive")
            for span in (*self.spans.tables.get("reporting", ()), *filter(self._is_passive, self.triggers))
        )

    def _is_of_place(self, trigger: Span) -> bool:
        """ "Gaza dikunjungi X": whether a town or country stands before a passive, and nobody between."""
        if not self.spans.shaped(trigger.first, "passive"):
            return False
        towns = [p for p in self.phrases.places if p.last <= trigger.first]
        named = [p for p in self.phrases.parties if p.last <= trigger.first]
        if named and named[-1].place and not named[-1].people:
            return True
        return bool(towns) and not (named and named[-1].last > towns[-1].last) and not towns[-1].origin

    def _attending(self, binding: Binding) -> list[Party]:
        """ "Perundingan akan dilanjutkan di Doha, dengan dihadiri oleh A, B, dan C": who attends is told behind it."""
        last, end = binding.trigger.last, self.spans.sentence.last
        limit = next((t.first for t in self.triggers if t.first >= last), end)
        party = next((p for p in self.phrases.parties if last <= p.first < limit), None)
        if (
            party is None
            or party.oblique not in ("company", "with")
            or self._clause_within(last, party.first)
        ):
            return []
        attended = any(self.spans.has(i, "attended") for i in range(last, party.first))
        group = self._group_after(party.first, limit, reach=0)
        return group if attended and len(set(sides_of(group))) > 1 else []

    def _clause_within(self, first: int, last: int) -> bool:
        return any(self.spans.has(i, "clause") for i in range(first, last))

    def _demonstrated(self, binding: Binding, *words: str) -> int | None:
        """Where the "itu" of "pertemuan 15 Maret di Moskow itu" stands."""
        first, limit = binding.trigger.last, binding.right_limit
        if limit == first and self.spans.has(first, "relative") and self.spans.has(first + 1, "happening"):
            limit = self.spans.sentence.last  # "pertemuan yang berlangsung pada 15 Maret itu"
        for index in range(first, min(first + _DESCRIBED, limit)):
            if self.spans.has(index, "demonstrative", *words):
                return index
            if index < first + _CLAUSAL and self.spans.has(index, "relative", "happening"):
                continue
            said = self._inside(index) or self.spans.has(
                index, "locative", "destination", "again", "measure"
            )  # "pada 15 Maret itu", "sekitar 45 menit itu"
            said = said or self.tokens[index].text.isdigit()
            if not (said or not self.tokens[index].word):
                return None
        return None
