"""Nouns without cases or articles: "pertemuan **itu**" is one told before, "pertemuan **Haniyeh**" his alone."""

from ..parties.gaps import COMMAS
from ..parties.parties import Party
from ..words.spans import Span
from .bindings import Binding
from .plainrows import PlainRows

_DESCRIBED = 8  # tokens between a partner and who leads him
_OPENING = 5  # words before the noun of an opening phrase: "Dalam sebuah pertemuan dengan A, B berkata"


class PlainNouns(PlainRows):
    """Binds the parties of a noun by what stands behind it."""

    def _convened_by(self, binding: Binding) -> bool:
        """ "negosiasi yang diprakarsai **oleh Oman**", "pertemuan itu digelar **Rusia**": who arranged it."""
        party = binding.right[0]
        between = range(binding.trigger.last, party.first)
        return party.oblique == "agent" or (
            not party.oblique and any(self.spans.has(i, "happening") for i in between)
        )

    def _leave_out_conveners(self, binding: Binding) -> None:
        """Drop who only arranged a meeting, and take one of "both leaders" for the meeting told before."""
        closed = self.tokens[binding.trigger.last - 1].text in COMMAS  # "Lewat telepon, A ..."
        if closed or (binding.right and binding.rule.says == "meeting" and self._convened_by(binding)):
            binding.right = []
        if binding.right and all(p.means == "both" and p.oblique for p in binding.right):
            binding.definite = True  # "pembicaraan antara kedua pemimpin"

    def _company_behind(self, binding: Binding) -> list[Party]:
        """ "Pertemuan A dengan B digelar di Moskow, dipimpin C": who else took part."""
        last = binding.right[-1].last
        party = next((p for p in self.phrases.parties if p.first >= last), None)
        if party is None or party.oblique != "company" or not party.people:
            return []
        if self._distance(last, party.first) > _DESCRIBED:
            return []
        between = range(last, party.first)
        if any(self.spans.has(i, "clause", "relative") for i in between) or any(
            last <= t.first < party.first for t in (*self.triggers, *self.spans.sayings())
        ):
            return []
        return self._group_after(party.first, self.spans.sentence.last, reach=0)

    def _add_others(self, binding: Binding) -> None:
        """Who gets a message, who called whom, and who came along."""
        if binding.rule.says == "message":
            binding.left, binding.closed = [], True  # "surat A kepada B" names both
            binding.right = self._delivered(binding)
        elif not binding.right and (
            both := self._addressed_in_front(binding.trigger) or self._rings(binding)
        ):
            binding.left = both
        right = binding.right
        if right and binding.rule.says == "meeting" and len({p.side for p in right if p.side}) > 1:
            binding.right += [p for p in self._company_behind(binding) if p not in right]

    def _owns(self, party: Party, trigger: Span) -> bool:
        between = range(trigger.last, party.first)
        return party.first >= trigger.last and len(between) <= 1 and all(self.tokens[i].word for i in between)

    def _behind_comma(self, binding: Binding) -> list[Party]:
        """ "Dalam pertemuan dengan A di Moskow, B berkata": the subject behind an opening phrase."""
        if binding.trigger.first - self.spans.sentence.first > _OPENING:
            return []
        last = binding.right[-1].last
        for index in range(last, self.spans.sentence.last):
            if self.tokens[index].text in COMMAS:
                return [
                    p
                    for p in self._group_after(index + 1, self.spans.sentence.last, reach=2)
                    if not p.oblique
                ]
        return []

    def _speaker(self, trigger: Span) -> list[Party]:
        """ "Haniyeh mengatakan pertemuan dengan Lavrov ...": who tells of a meeting with somebody was there."""
        sayings = [s for s in self.spans.tables.get("reporting", ()) if s.last <= trigger.first]
        before = [p for p in self.phrases.parties if p.last <= trigger.first and not p.oblique]
        told = [p for p in before if p.people] or [p for p in before if p.side]
        return told[-1:] if sayings else []

    def _find_partner(self, binding: Binding) -> None:
        """Whose a meeting with one side is, where nothing before the noun tells it."""
        right = binding.right
        if not right or len({p.side for p in right if p.side}) > 1 or binding.definite:
            return
        if not right[0].oblique and right[0].kind != "reference" and self._owns(right[0], binding.trigger):
            binding.left, binding.closed = [], True  # "dialog nasional Palestina", with whom is not told
        elif not binding.left and right[0].oblique == "with":
            binding.left = self._behind_comma(binding) or self._speaker(binding.trigger)

    def _bind_noun(self, binding: Binding, index: int) -> None:
        self._note_retold(binding)
        end = self._demonstrated(binding)
        if end is not None:
            binding.definite, binding.right_limit = True, min(end, binding.right_limit)
        super()._bind_noun(binding, index)
        self._leave_out_conveners(binding)
        right = binding.right
        if right and right[0].oblique == "with" and not binding.left:
            # "pertemuan dengan A bersama B": whose, stands before
            binding.left = self._subject(index, noun=True)
        if right and all(p.means == "speaker" and not p.oblique for p in right):
            binding.definite, binding.day = True, binding.trigger  # "pertemuan kita hari ini", in a quotation
            binding.left, binding.right = [], []
            right = []
        behind = binding.trigger.last
        while self._inside(behind):
            behind += 1
        topical = self.language.has("matter", self.tokens[binding.trigger.first - 1].key)
        if topical and right and not right[0].oblique and not self._owns(right[0], binding.trigger):
            binding.right = right = []  # "agenda pembicaraan mencakup bandara Sanaa"
        if not right and binding.rule.says == "meeting":
            binding.right = right = self._attending(binding)
        if not right and (topical or self.spans.has(behind, "happening")):
            # "pertemuan berlangsung pada Jumat": the one told before
            binding.left, binding.definite = [], True
        last = right[-1].last if right else binding.trigger.last
        binding.retold = binding.retold or (
            bool(right) and self.spans.has(last, "demonstrative", "retelling")
        )
        binding.left += [p for p in self._leader_behind(binding) if p not in binding.parties]
        self._add_others(binding)
        self._find_partner(binding)
        described = self.spans.has(binding.trigger.first - 1, "relative")
        if described and not right and self.spans.shaped(binding.trigger.first, "passive"):
            binding.left, binding.closed = [], True  # "semua hal yang dibahas"
        if self._is_counted_again(binding.trigger):
            binding.definite, binding.day = True, binding.trigger
            binding.left, binding.right = [], []
        if right and all(p.summed for p in right):
            binding.closed = True  # "pertemuan antarfaksi Palestina": with nobody else
