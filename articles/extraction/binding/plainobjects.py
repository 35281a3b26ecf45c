"""Whom verbs without cases or articles leave to the words around them: sent, handed to, led, or named in front.

"mengirim **X** ke Moskow" sends X, not the sender; "menyerahkan pesan A **kepada B**" hands it to B; "**X** memimpin
delegasi" leads it; "Menemui A di Moskow, **B** berkata" has its subject behind the comma.
"""

from dataclasses import replace

from ..parties.gaps import COMMAS
from ..parties.parties import Party
from ..words.spans import Span
from .bindings import Binding
from .plainclauses import PlainClauses

_OPENING = 2  # words of a sentence before a verb that opens it
_FROM = 3  # tokens between a message and whom it is from
_DASHES = frozenset("-–—")
_SENT = 4  # words between "mengirim" and who is sent
_RECIPIENT = 12  # words between "menyerahkan" and "kepada"
_CLAUSE = 14  # tokens of a clause that describes somebody
_SAID = 7  # words between who rings and whom he tells something
_LISTED = 8  # tokens between "para pemimpin" and the list of them
_TWO = 2  # counterparts that are met one by one
_LEADING = 4  # tokens between a leader and his delegation


class PlainObjects(PlainClauses):
    """Completes the bindings of verbs and nouns in a language that is told by order and prepositions alone."""

    def _complete_object(self, binding: Binding) -> None:
        """What the order of the words leaves open of a verb's subject and object."""
        trigger = binding.trigger
        if binding.right and self._is_aim(binding):
            binding.right = []  # "bertemu di Doha untuk memilih ketua"
        if binding.rule.frame == "host" and binding.right:
            binding.right += self._with_whom(binding.right[-1], binding.right_limit)
        if self._is_passive(trigger):
            self._told_by(binding)
        elif binding.rule.frame == "send":
            self._find_recipient(binding)
        binding.left = [p for p in binding.left if p not in binding.right]
        binding.left += [p for p in self._named_behind(binding) if p not in binding.parties]
        opens = trigger.first - self.spans.sentence.first < _OPENING
        if opens and binding.right and not binding.left and self._part_at_comma(binding):
            return
        if opens and binding.right and not binding.left:
            binding.left = self._subject_behind_comma(binding.right[-1].last)

    def _introduced(self, party: Party, start: int) -> bool:
        """ "undangan tertulis dari | Presiden X": whose message it is."""
        message = any(t.last == start and t.rule.says == "message" for t in self.triggers)
        comes = any(self.spans.has(i, "origin") for i in (party.first - 1, party.first - 2))
        return (message and comes and party.first - start <= _FROM) or super()._introduced(party, start)

    def _met_one_by_one(self, binding: Binding) -> list[list[Party]]:
        """ "bertemu Menlu Mesir A dan Menlu Yordania B": officials of several states, each met by himself."""
        right, host = binding.right, {p.side for p in binding.left if p.side}
        listed = self._listed(right)
        right = listed or right
        sides = [p.side for p in right]
        if (
            binding.rule.frame not in ("active", "noun", "receive")
            or len(host) != 1
            or binding.rule.says == "message"
        ):
            return []
        named = all(p.title and p.side and (p.oblique in ("", "with") or p in listed) for p in right)
        if right and not listed and self.spans.has(right[0].first - 1, "company"):
            return []  # "membahas X bersama A dan B": all of them together
        # a telephone line has two ends
        rung = len(right) > _TWO and (bool(listed) or binding.rule.says == "call")
        if not named or not (rung or len(right) == _TWO) or len(set(sides)) < len(right) or host & set(sides):
            return []
        return [[p] for p in right]

    def _listed(self, right: list[Party]) -> list[Party]:
        """ "para pemimpin di empat negara, **yakni** Presiden A, Presiden B dan Presiden C": who they are."""
        if not right or right[0].kind != "group" or right[0].side:
            return []
        behind = [p for p in self.phrases.parties if p.first >= right[0].last]
        first = behind[0] if behind else None
        if first is None or first.oblique != "company" or not self.spans.has(first.first - 1, "copula"):
            return []
        near = first.first - right[0].last <= _LISTED
        return self._group_after(first.first, self.spans.sentence.last, reach=0) if near else []

    def _named_behind(self, binding: Binding) -> list[Party]:
        """ "Yang menyambut A di Teheran **adalah B**": who it was that did it."""
        first, right = binding.trigger.first, binding.right
        if not right or not any(self.spans.has(i, "relative") for i in (first - 1, first - 2)):
            return []
        for index in range(right[-1].last, self.spans.sentence.last):
            if self.spans.has(index, "copula"):
                return self._group_after(index + 1, self.spans.sentence.last, reach=_OPENING)
        return []

    def _joined(self, one: Party, other: Party) -> bool:
        """Also "kontak Lavrov–Fidan": a dash between two names."""
        dash = other.first - one.last == 1 and self.tokens[one.last].text in _DASHES
        return dash or super()._joined(one, other)

    def _stands_apart(self, party: Party, subject: Party) -> bool:
        """Not "wakil Suriah **bersama** Rusia, Turki dan Iran": whom somebody is told with is of one row."""
        beside = any(p.last == party.first - 1 and not p.oblique for p in self.phrases.parties)
        return not (party.oblique == "with" and beside) and super()._stands_apart(party, subject)

    def _part_at_comma(self, binding: Binding) -> bool:
        """ "Di hadapan A, B mengajukan syarat": B is the subject, not one more object."""
        first, *others = binding.right
        if not others or others[0].side in (None, first.side) or others[0].joined or others[0].oblique:
            return False
        if not self._comma_between(first, others[0]):
            return False
        binding.left, binding.right = others, [first]
        return True

    def _is_aim(self, binding: Binding) -> bool:
        """ "bertemu untuk memilih X": the object of what they met for."""
        first, party = binding.trigger.last, binding.right[0]
        between = range(first, party.first - 1)
        return not party.oblique and any(self.spans.has(i, "purpose") for i in between)

    def _with_whom(self, last: Party, limit: int) -> list[Party]:
        """ "mempertemukan A **dengan B**"."""
        more = self._group_after(last.last, limit, reach=2)
        return more if more and more[0].oblique == "with" else []

    def _find_recipient(self, binding: Binding) -> None:
        """ "menyerahkan pesan A kepada B": whose message it is stands before whom it is for."""
        right = binding.right
        if not right or right[0].oblique not in ("", "locative", "of"):
            return
        to = next(
            (
                p
                for p in self.phrases.parties
                if right[-1].last <= p.first < binding.right_limit and p.oblique == "to"
            ),
            None,
        )
        if to is None or to.first - right[-1].last > _RECIPIENT:
            return
        binding.left += [p for p in right if p not in binding.left]
        binding.right = self._group_after(to.first, binding.right_limit, reach=1)

    def _subject_behind_comma(self, start: int) -> list[Party]:
        """ "Menemui A di Moskow, **B** berkata": the subject behind the comma that ends what opens a sentence."""
        for index in range(start, self.spans.sentence.last):
            if self.tokens[index].text in COMMAS:
                group = self._group_after(index + 1, self.spans.sentence.last, reach=2)
                return [p for p in group if not p.oblique or p.oblique == "company"]
        return []

    def _bind_sent(self, binding: Binding) -> None:
        """ "A mengirim X ke Moskow": X travels for A."""
        trigger, limit = binding.trigger, binding.right_limit
        if binding.destination:
            limit = min(limit, max(trigger.last, binding.destination.first))
        inside = [p for p in self.phrases.parties if trigger.first < p.first < trigger.last]
        sent = self._group_after(trigger.last, limit, reach=_SENT)
        group = inside or [p for p in sent if p.oblique != "to"]
        if not group and trigger.last - trigger.first == 1:
            # "mengirim bantuan ke Gaza", not "mengirim wakilnya"
            binding.left, binding.destination, binding.closed = [], None, True
            return
        sender = [replace(p, kind="org", people=[]) if p.people else p for p in binding.left]
        binding.left = [*sender, *(p for p in group if p not in sender)]

    def _is_freight(self, binding: Binding) -> bool:
        """ "Bantuan Rusia tiba di Mesir": a noun that a state describes travels, not the state."""
        subject = binding.left[0] if len(binding.left) == 1 else None
        if subject is None or subject.kind != "org" or subject.place is None:
            return False
        before = subject.first - 1
        if before < self.spans.sentence.first or not self.tokens[before].word:
            return False
        token = self.tokens[before]
        known = self.spans.classes.get(before) or token.key in self.language.stop_words
        return token.text.islower() and not known

    def _delivered(self, binding: Binding) -> list[Party]:
        """ "Undangan A untuk B dibawa C", "Ucapan dari A tiba di meja B": who stands before and behind its way."""
        trigger, right = binding.trigger, binding.right
        last = self.spans.sentence.last
        way = next((i for i in range(trigger.last, last) if self.spans.has(i, "delivering")), None)
        between = [t for t in self.triggers if way and trigger.last <= t.first < way]
        if way is None or between:
            return self._from_opening(binding)
        while way < last and self.spans.has(way, "delivering"):
            way += 1
        before = [p for p in self.phrases.parties if trigger.last <= p.first < way]
        brought = [p for p in self._group_after(way, last, reach=2) if not self._opens_clause_at(way, p)]
        to = self._group_after(brought[-1].last if brought else way, last, reach=2)
        told = [*right, *before, *brought, *(p for p in to if p.oblique == "to")]
        return list(dict.fromkeys(told))

    def _opens_clause_at(self, first: int, party: Party) -> bool:
        """Whether a party behind a comma or a clause word is no part of what is delivered."""
        between = range(first, party.first)
        return any(self.tokens[i].text in COMMAS or self.spans.has(i, "clause") for i in between)

    def _from_opening(self, binding: Binding) -> list[Party]:
        """ "Dalam surat kepada A, B meminta ...": who writes stands behind the comma."""
        right = binding.right
        opens = binding.trigger.first - self.spans.sentence.first <= _OPENING
        if not opens or not right or right[0].oblique != "to":
            return right
        return [*right, *(p for p in self._subject_behind_comma(right[-1].last) if p not in right)]

    def _rings(self, binding: Binding) -> list[Party]:
        """ "Dalam sambungan telepon, A meminta B ...": who speaks, and the first of another side."""
        subject = self._subject_behind_comma(binding.trigger.last - 1)
        if binding.rule.says != "call" or not subject or not subject[0].people:
            return []
        if len({p.side for p in subject if p.side}) > 1:
            return subject
        behind = (p for p in self.phrases.parties if p.first >= subject[-1].last and p.people)
        other = next((p for p in behind if p.side and p.side != subject[0].side), None)
        return [subject[0], other] if other and other.first - subject[-1].last <= _SAID else []

    def _addressed_in_front(self, trigger: Span) -> list[Party]:
        """ "Kepada A, B berkata dalam pertemuan di Moskow": both who is spoken to and who speaks."""
        first = self.spans.sentence.first
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        if len(before) < 2 or before[0].oblique != "to" or before[0].first - first > 1:
            return []
        behind = [p for p in before[1:] if not p.oblique]
        comma = any(
            self.tokens[i].text in COMMAS for i in range(before[0].last, behind[0].first if behind else 0)
        )
        return [behind[0], before[0]] if behind and comma else []

    def _in_closed_clause(self, party: Party, trigger: Span) -> bool:
        """ "X, Presiden Mesir yang menyokong **Y**, akan tiba": Y stands inside what describes X."""
        if self.tokens[party.last].text not in COMMAS or trigger.first <= party.last:
            return False
        for index in range(party.first - 1, max(party.first - _CLAUSE, self.spans.sentence.first), -1):
            if self.spans.has(index, "relative"):
                return any(p.last == index and p.people for p in self.phrases.parties)
        return False

    def _comma_between(self, one: Party, other: Party) -> bool:
        between = self.tokens[one.last : other.first]
        return len(between) == 1 and between[0].text in COMMAS

    def _leader_behind(self, binding: Binding) -> list[Party]:
        """ "Mengetuai delegasi Indonesia dalam perundingan dengan A, **X** menawarkan": who leads stands behind."""
        first, left = self.spans.sentence.first, binding.left
        led = bool(left) and left[0].kind == "group" and self.spans.has(first, "members")
        if not led or not binding.right:
            return []
        subject = self._subject_behind_comma(binding.right[-1].last)
        return [p for p in subject if p.people and p.side in (None, left[0].side)]

    def _group_before(self, last: Party, parties: list[Party]) -> list[Party]:
        """Also "X memimpin delegasi", "X termasuk di antara delegasi": who leads a delegation is one of it."""
        group = super()._group_before(last, parties)
        while len(group) > 1 and group[0] in self.taken and self._comma_between(group[0], group[1]):
            group = group[1:]  # "Sebelum menemui A, B bertemu C": A was met before
        position = parties.index(group[0])
        leader = parties[position - 1] if position else None
        if (
            leader
            and group[0].kind == "group"
            and leader.people
            and not leader.oblique
            and group[0].first - leader.last <= _LEADING
            and any(self.spans.has(i, "members", "company") for i in range(leader.last, group[0].first))
        ):
            return [leader, *group]
        return group
