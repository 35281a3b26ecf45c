"""What the word before a party says of it: with whom, by whom, where, about what."""

from collections.abc import Sequence

from ..words.spans import Span, rules_in
from ..words.trie import particle
from .sharing import Sharing

_ON_IT = 4  # words from "talks" to what they are on
_PASSED_OVER = frozenset('-"“„«')


class Obliques(Sharing):
    """Reads prepositions, and particles written to the word."""

    def _before_participle(self, index: int) -> int:
        """ "с прибывшей в Москву делегацией": the word before the participle, or the same word."""
        for trigger in self.spans.tables.get("trigger", ()):
            if trigger.rule.row.get("participle") and trigger.last <= index + 1 <= trigger.last + 4:
                between = range(trigger.last, index + 1)
                if all(self.spans.has(i, "locative") or self._placed(i) for i in between):
                    return trigger.first - 1
        return index

    def _oblique(self, first: int, atom: Span) -> str:
        kinds = ("company", "agent", "with", "to", "subject_stop", "locative", "between", "of")
        if attached := particle(atom.prefix)[-1:].replace("و", "").replace("ف", ""):
            return self._attached(first, attached, kinds)
        index = first - 1
        while (
            index >= self.sentence.first
            and (
                self.language.has("glue", self.tokens[index].key)
                or self.tokens[index].text in _PASSED_OVER
                or (self.language.order == "verb-first" and self.spans.has(index, "honorifics"))
            )
            and not self.spans.has(index, *kinds)
            and not self._placed(index)
        ):
            index -= 1
        if self.spans.has(index, "topical"):
            return ""  # "As for Bagheri, he was in Russia"
        index = self._before_participle(index)
        named = index >= self.sentence.first and not self.spans.has(index, "aside")
        classes = self.spans.classes.get(index) if named else None
        found = next((kind for kind in kinds if kind in classes), "") if classes else ""
        if found == "locative" and self.language.order == "verb-first" and self._placed(index):
            found = ""  # "visited the Russian capital | a delegation": the place ends before it
        if found in ("subject_stop", "to") and self._adds_one_more(index):
            found = ""  # "met A as well as | B"
        if found == "locative" and self._is_house(index):
            found = ""  # "received him at the airport | X"
        found = "topic" if named and self._of_matter(index) else found
        if found == "of" and self._told_about(index):
            found = "subject_stop"  # "spoke about the postponement | of | Haniyeh's visit"
        if found == "between" and self._of_bond(index - 1):
            found = "bond"  # "comes amid tensions | between | A and B": theirs, not those who met
        if found == "company" and not self.language.cases:  # "во главе с" holds a "with" of its own
            return self._listed_as(index)
        if found == "subject_stop" and any(
            t.first <= index < t.last for t in self.spans.tables.get("trigger", ())
        ):
            return ""  # "a guest | of the office of Hamas": the preposition is the trigger's
        near = self._title_of_honour(first) - 1 if self.language.order == "verb-first" else first
        if found == "locative" and (frame := self._frame_at(index)):
            return "agent" if frame == "passive" else ""  # "received a letter | from X", "dropped in on | X"
        twice = self.language.articles and all(self.spans.has(i, "and") for i in (index, index - 1))
        together = found == "with" and twice
        if together or (found == "of" and any(self.spans.has(i, "and") for i in (index, index - 1))):
            return ""  # "X, together with Y", "délégués du Hamas et du Fatah": said again it joins
        if (
            not found
            and not self.language.cases
            and any(
                first - 8 <= s.last <= near and not self._with_between(s.last, index)
                for s in self.spans.tables.get("topic", ())
            )
        ):
            return "topic"
        return found

    def _told_about(self, index: int) -> bool:
        """Whether only plain words stand between "about" and "of": what was spoken about is somebody's."""
        for before in range(index - 1, max(index - _ON_IT, self.sentence.first) - 1, -1):
            if self.language.has("regarding", self.tokens[before].key):
                return True
            if not self.tokens[before].text.islower() or self.spans.has(before, "with", "and", "relative"):
                return False
        return False

    def _of_bond(self, index: int) -> bool:
        """Whether a word is of what two sides have with one another; "talks on a truce between them" are theirs."""
        talks = (t for t in self.spans.tables.get("trigger", ()) if t.rule.frame == "noun")
        matters = [t.last for t in talks if 0 <= index - t.last <= _ON_IT]
        on_it = any(
            self.language.has(kind, self.tokens[i].key)
            for i in matters
            for kind in ("concerning", "subject_stop")
        )
        return self.language.has("bonds", self.tokens[index].key) and not on_it

    def _title_of_honour(self, first: int) -> int:
        """Where a name begins with what honours it: of "discussed | Dr X with B" X is the subject, and no topic."""
        while first > self.sentence.first and self.spans.has(first - 1, "honorifics"):
            first -= 1
        return first

    def _attached(self, first: int, particle_: str, kinds: Sequence[str]) -> str:
        """What a particle written to the first word of a phrase says of it."""
        before = first - 1
        if before >= self.sentence.first and self.language.order == "verb-first":
            if self.spans.has(before, "impersonal"):
                return ""  # "سبق لهنية أن": who did it
            if self.language.has("matter", self.tokens[before].key):
                return "topic"  # "العلاقة بحماس"
        led = before >= self.sentence.first and self.spans.has(before, "company")  # "ممثلة بخالد مشعل"
        return "company" if led else next((k for k in kinds[1:] if self.language.has(k, particle_)), "")

    def _adds_one_more(self, index: int) -> bool:
        """ "فضلا عن", "إضافة إلى": the last word of an "and" of several words."""
        return self.language.order == "verb-first" and all(
            self.spans.has(i, "and") for i in (index, index - 1) if i >= self.sentence.first
        )

    def _is_house(self, index: int) -> bool:
        """ "بالمطار", "المطار": a place with its article, which ends before whoever stands behind it."""
        key = self.tokens[index].key
        return self.language.order == "verb-first" and key.startswith(("بال", "ال"))

    def _of_matter(self, index: int) -> bool:
        """ "the relations | with | Russia", "the files of | Syria": whose matter is told, not who took part."""
        if self.language.order != "verb-first":
            return False
        before = index - 1 if self.spans.has(index, "with") else index
        if before < self.sentence.first:
            return False
        office = any(a.last == before and rules_in(a, "title") for a in self.spans.atoms)
        return self.language.has("matter", self.tokens[before].key) and not office

    def _listed_as(self, index: int) -> str:
        """ "with each of X and Y": what the preposition before such a word says, else that it lists."""
        while index > self.sentence.first and self.spans.has(index, "company"):
            if self.spans.has(index, "with"):  # "with each of", its preposition written to it
                return "with"
            index -= 1
        return next((kind for kind in ("with", "between", "to") if self.spans.has(index, kind)), "company")

    def _opens_clause(self, first: int) -> bool:
        """Whether a comma stands right before a party: "... mengenai hal ini, Koren berkata"."""
        return first > self.sentence.first and self._comma(first - 1)

    def _with_between(self, start: int, end: int) -> bool:
        """Whether a partner stands between a topic and a word: "to discuss Gaza with A, **B** came"."""
        return any(self.spans.has(i, "with") for i in range(start, end))

    def _frame_at(self, index: int) -> str:
        """The frame of the verb that a preposition belongs to."""
        for trigger in self.spans.tables.get("trigger", ()):
            frame = trigger.rule.frame
            own = frame in ("passive", "active", "receive")
            if trigger.first <= index < trigger.last and own:
                return frame
        return ""

    def _placed(self, index: int) -> bool:
        return any(p.first <= index < p.last for p in self.whereabouts.places) or any(
            time.first <= index < time.last for time in self.spans.times
        )
