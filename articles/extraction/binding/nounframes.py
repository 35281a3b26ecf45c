"""The parties of a noun: "talks between A and B", "at a meeting with A, B said", "A's visit"."""

from itertools import pairwise

from ..parties.gaps import COMMAS
from ..parties.parties import Party
from ..words.spans import Span
from ..words.text import POSSESSIVE
from .bindings import Binding
from .negation import Negation

_CLOSING = frozenset("\"”»'’")
NEXT = 3  # words between a trigger and an object that follows it at once
OPENING = 4  # words of a sentence before the event that opens it


class NounFrames(Negation):
    """Binds the nouns by the order of the words."""

    def _bind_noun(self, binding: Binding, index: int) -> None:
        trigger = binding.trigger
        inside = [p for p in self.phrases.parties if trigger.first <= p.first < trigger.last]
        right = inside or self._group_after(trigger.last, binding.right_limit, reach=6)
        if (
            right
            and not inside
            and (self._opens_sentence(binding, right) or self._breaks_off(trigger, right))
        ):
            right = []
        while right:  # "of A with B", "antara A dengan B"
            reach = NEXT if binding.rule.says == "message" else 2
            more = self._group_after(max(right[-1].last, trigger.last), binding.right_limit, reach=reach)
            linked = (
                "with",
                "between",
                "and",
                "of",
                *(["to", "agent"] if binding.rule.says == "message" else []),
                *(["to"] if binding.rule.says == "call" and not self.language.plain else []),
                *(["to"] if binding.rule.row.get("object") == "with" else []),  # "جلوس A إلى B"
            )
            if not more or more[0].oblique not in linked:
                break
            right += more
        if not right and self.language.articles:
            right = self._opening_partner(trigger)
        binding.right = right
        mediated = bool(right) and right[0].oblique == "agent"  # "talks led by Qatar"
        between = bool(right) and right[0].means == "both" and right[0].oblique == "between"
        if between:
            return  # "suspended talks between the two sides": they name all who took part
        beside = (
            self.language.articles and bool(right) and right[0].oblique == "with"
        )  # "A left after talks with B and C"
        if mediated or beside or len({p.side for p in right if p.side}) < 2:
            binding.left = (
                self._possessor(trigger)
                or self._speaking_at(binding)
                or (not right and (self._addressed(trigger) or self._addressed_behind(binding)))
                or self._subject(index, noun=True)
                or self._subject_behind(binding)
            )

    def _speaking_at(self, binding: Binding) -> list[Party]:
        """ "Khamenei said in a meeting with the Sultan": whoever speaks at a meeting is there."""
        if not self.language.articles or not binding.right:
            return []
        trigger, table = binding.trigger, self.spans.tables.get("reporting", ())
        said = next((s for s in reversed(table) if s.last <= trigger.first), None)
        if said is None or any(not self._at(i) for i in range(said.last, trigger.first)):
            return []
        before = [p for p in self.phrases.parties if p.last <= said.first and not p.oblique]
        if not before or said.first - before[-1].last > 1:
            return []
        group = self._group_before(before[-1], before)
        for one, other in reversed(list(pairwise(group))):
            if not any(self.spans.has(i, "and") for i in range(one.last, other.first)):
                return group[group.index(other) :]  # "a date that suits the ministers, | Lavrov said"
        return group

    def _at(self, index: int) -> bool:
        """Whether a word only says where and when: "in", "on Monday", "during"."""
        if self._inside(index) or self.spans.has(index, "setting", "locative", "definite"):
            return True
        shown = any(b.first <= index < b.last for b in self.spans.tables.get("blocker", ()))
        return shown or self.language.has("glue", self.tokens[index].key)  # "at a press conference after"

    def _breaks_off(self, trigger: Span, right: list[Party]) -> bool:
        """ "set a date for another meeting, blaming Fatah": a comma ends what belongs to the noun."""
        behind = trigger.last
        if self.language.articles and self.tokens[behind].text in _CLOSING:
            behind += 1  # "for an "inter-Palestinian meeting", his spokesman said"
        return not self.language.cases and not right[0].oblique and self.tokens[behind].text in COMMAS

    def _opens_sentence(self, binding: Binding, right: list[Party]) -> bool:
        """ "In a phone call on Monday, A told B": what stands behind the comma is not the call's object."""
        first = binding.trigger.first - self.spans.sentence.first
        return (
            first <= NEXT
            and not right[0].oblique
            and any(self.tokens[i].text in COMMAS for i in range(binding.trigger.last, right[0].first))
        )

    def _possessor(self, trigger: Span) -> list[Party]:
        return [
            p
            for p in self.phrases.parties
            if p.last <= trigger.first <= p.last + 1
            and all(t.key == POSSESSIVE for t in self.tokens[p.last : trigger.first])
        ]

    def _subject_behind(self, binding: Binding) -> list[Party]:
        """ "After talks with A in Moscow, B said": the subject of the clause that such an opening belongs to."""
        first, trigger = self.spans.sentence.first, binding.trigger
        participle = self.spans.shaped(first, "gerund")  # "Emerging from talks with A, B warned"
        opening = trigger.first - first <= OPENING and (
            participle or any(self.spans.has(i, "setting", "clause") for i in range(first, trigger.last))
        )
        if not opening or not binding.right or not self.language.articles:
            return []
        behind = [p for p in self.phrases.parties if p.first >= binding.right[-1].last and not p.oblique]
        comma = any(
            self.tokens[i].text in COMMAS
            for i in range(binding.right[-1].last, behind[0].first if behind else 0)
        )
        return [behind[0]] if behind and comma else []

    def _addressed(self, trigger: Span) -> list[Party]:
        """ "A told B at a meeting": who speaks and who is spoken to."""
        if self.language.articles and not self._is_scene(trigger):
            return []  # "thanked B for proposing that the talks be held"
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        for position in range(len(before) - 1, 0, -1):
            word = before[position].first - 1
            while self.language.has("glue", self.tokens[word].key) and word > before[position - 1].last:
                word -= 1
            if self.spans.has(word, "addressing"):
                speakers = [p for p in before[:position] if not p.oblique]
                return [speakers[-1], before[position]] if speakers else []
        return []

    def _is_scene(self, trigger: Span) -> bool:
        """Whether a noun says where something was said: "at a meeting", "in the course of the talks"."""
        first = self.spans.sentence.first
        return any(i >= first and self.spans.has(i, "setting") for i in (trigger.first, trigger.first - 1))

    def _addressed_behind(self, binding: Binding) -> list[Party]:
        """ "In a phone call on Monday, A told B"."""
        last = binding.trigger.last
        if binding.trigger.first - self.spans.sentence.first > OPENING:
            return []
        after = [p for p in self.phrases.parties if p.first >= last]
        for one, other in pairwise(after[:OPENING]):
            if not one.oblique and any(self.spans.has(i, "addressing") for i in range(one.last, other.first)):
                return [one, other] if other.first - one.last <= OPENING else []
        return []

    def _opening_partner(self, trigger: Span) -> list[Party]:
        """ "With Hamas the Russians had talks": a partner that opens the sentence."""
        first = self.spans.sentence.first
        opening = [p for p in self.phrases.parties if p.first - first <= NEXT and p.last <= trigger.first]
        return (
            opening[:1] if opening and opening[0].oblique == "with" and self.spans.has(first, "with") else []
        )
