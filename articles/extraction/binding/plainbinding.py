"""Binding where neither cases nor articles help, as in Indonesian: the words around a verb say who acts.

A passive has its agent at hand ("ditemui Lavrov") or behind "oleh"; somebody in front of the sentence may be the
partner ("Adapun dengan A, B membahas Gaza").
"""

from collections.abc import Sequence

from ..parties.gaps import COMMAS
from ..parties.parties import Party, Phrases, PlaceSpan
from ..words.language import Language
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .bindings import Binding
from .plainnouns import PlainNouns

_DESCRIBED = 8  # tokens between a partner in front and who leads him
_AT_HAND = 2  # tokens between a passive and an agent without "oleh"
_DESCRIBED_BY = 3  # more of them behind "sebuah"
_ADVERBS = 3  # "yang | akan segera | bertemu"
_OPENING = 5  # words of a sentence before a partner in front


class PlainBinder(PlainNouns):
    """Binds by the order of the words."""

    def __init__(
        self, tokens: Sequence[Token], spans: SentenceSpans, phrases: Phrases, language: Language
    ) -> None:
        super().__init__(tokens, spans, phrases, language)
        self.bound: list[Binding] = []

    def bind(self, index: int) -> Binding:
        """The binding of one trigger; of a word that is said of towns and of people, read by what follows."""
        trigger = self.triggers[index]
        if len(trigger.values) > 1:
            self._settle(trigger)
            if self._has_host(trigger) or self._is_of_place(trigger):
                trigger.values.sort(key=lambda rule: rule.frame != "receive")
        binding = super().bind(index)
        self.bound.append(binding)
        if binding.rule.says == "message" and binding.rule.frame == "noun":
            # "undangannya dibawa A ketika menemui B": who brings it acts in the clause as well
            self.taken.difference_update(p for p in binding.right[:1] if self._brings(binding.trigger, p))
        opens = binding.trigger.first - self.spans.sentence.first < _ADVERBS
        if opens and binding.rule.says == "message" and binding.rule.frame == "noun":
            # "Atas undangan A, B mengunjungi Moskow": B is the subject as well
            self.taken.difference_update(p for p in binding.right[1:] if not p.oblique)
        return binding

    def _brings(self, trigger: Span, party: Party) -> bool:
        """ "undangannya | dibawa A": whether somebody stands behind a word of delivering."""
        way = range(trigger.last, party.first)
        return not party.oblique and any(self.spans.has(i, "delivering") for i in way)

    def _has_host(self, trigger: Span) -> bool:
        """ "Bahrain pada 4 September | kedatangan | X": the state that somebody comes to stands before the verb."""
        if self.spans.has(trigger.first - 1, "subject_stop", "clause", "meantime"):
            return False  # "keberatan Israel atas kedatangan X"
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        host = before[-1] if before else None
        return (
            host is not None
            and host.place is not None
            and not host.oblique
            and self._distance(host.last, trigger.first) <= 1
        )

    def parts(self, binding: Binding) -> list[Binding]:
        """A journey to several places is several."""
        if self._goes_with_journey(binding) or self._is_said_in_call(binding) or self._counts_days(binding):
            return []
        return self.rows(binding)

    def _goes_with_journey(self, binding: Binding) -> bool:
        """ "tiba di Moskow **dalam kunjungan** yang direncanakan": the same journey, told by a verb before."""
        trigger = binding.trigger
        if (
            binding.rule.frame != "travel-noun"
            or binding.destination
            or trigger.first == self.spans.sentence.first
        ):
            return False
        before = [t for t in self.triggers if t.last <= trigger.first]
        return self.spans.has(trigger.first - 1, "amid") and any(t.rule.frame == "travel" for t in before)

    def _counts_days(self, binding: Binding) -> bool:
        """ "dua hari setelah **pertemuan itu**, X ...": the event from which the days are counted."""
        trigger = binding.trigger
        return any(t.first < trigger.first < t.last for t in self.spans.times)

    def _is_said_in_call(self, binding: Binding) -> bool:
        """ "menelepon X **untuk menyampaikan belasungkawa**": said in the call, not sent besides."""
        first = binding.trigger.first
        return (
            binding.rule.frame == "send"
            and self.spans.has(first - 1, "purpose")
            and any(t.last < first and t.rule.says == "call" for t in self.triggers)
        )

    def _bind_active(self, binding: Binding, index: int) -> None:
        super()._bind_active(binding, index)
        binding.right += self._past_description(binding)
        self._complete_object(binding)
        if binding.rule.frame == "send" and (sender := self._inside_trigger(binding.trigger)):
            binding.left = sender  # "pesan sudah kami sampaikan kepada X"
        if binding.rule.row.get("object") == "with" and not binding.right:
            if any(self._goes_on_to(binding.trigger, t) for t in self.triggers):
                return  # "mengupas Gaza dalam percakapan telepon": the noun tells it
            if self._invited_to(binding):
                return
            if self.spans.has(binding.trigger.first - 1, "purpose"):
                return  # "kami hubungi guna membahas Gaza": the aim of what was told
            subject = self._subject(index)
            several = len({p.side for p in subject if p.side}) > 1
            if several or any(p.means in ("people", "both") for p in subject):
                binding.left = subject  # "keduanya membahas Gaza": they met
        if binding.rule.frame == "passive":
            self._find_agent(binding)
            if binding.rule.row.get("weak") and self._describes_things(binding):
                binding.left, binding.closed = [], True  # "A menerima 13 tawanan yang dilepas B"
            if binding.rule.row.get("weak") and not binding.parties:
                binding.closed = True  # "sandera mesti dilepas"

    def _past_description(self, binding: Binding) -> list[Party]:
        """ "bertemu A, **yang juga wakil menteri**, dan dengan B": who else is met, behind what A is called."""
        last = binding.right[-1] if binding.right else None
        if last is None or not self.spans.has(last.last + 1, "relative"):
            return []
        behind = (p for p in self.phrases.parties if p.first > last.last)
        other = next((p for p in behind if self._past_clause(last, p)), None)
        if other is None or other.oblique not in ("", last.oblique):
            return []
        return self._group_after(other.first, self.spans.sentence.last, reach=0)

    def _describes_things(self, binding: Binding) -> bool:
        """Whether a clause with "yang" describes a plain noun: what nobody of those named before is."""
        at = binding.trigger.first - 1
        while at > self.spans.sentence.first and self._is_adverbial(at):
            at -= 1
        noun = at - 1
        if not self.spans.has(at, "relative") or noun <= self.spans.sentence.first:
            return False
        named = any(p.first <= noun < p.last or p.last == noun for p in self.phrases.parties)
        return self.tokens[noun].word and not (named or self._inside(noun))

    def _is_adverbial(self, index: int) -> bool:
        """ "yang **juga akan** diterima": words between "yang" and its verb."""
        cue = any(c.first <= index < c.last for c in self.spans.tables.get("cue", ()))
        return cue or self.spans.has(index, "again", "and")

    def _invited_to(self, binding: Binding) -> bool:
        """ "A mengundang B dan C untuk berdialog": all three will talk."""
        if not self.spans.has(binding.trigger.first - 1, "purpose"):
            return False
        asked = next(
            (b for b in reversed(self.bound) if b.rule.says == "message" and b.left and b.right), None
        )
        if asked is None or binding.rule.says != "meeting":
            return False
        binding.left, binding.right = asked.left, asked.right
        return True

    def _partner(self, binding: Binding) -> list[Party]:
        """Also in front: "Adapun dengan A, B membahas Gaza"."""
        if found := super()._partner(binding):
            return found
        first = self.spans.sentence.first
        if any(t.last <= binding.trigger.first for t in self.triggers):
            return []
        before = [p for p in self.phrases.parties if p.last <= binding.trigger.first]
        fronted = next((p for p in before if p.oblique == "with" and p.first - first <= _OPENING), None)
        if fronted is None or before[-1] is fronted:
            return []
        led = [p for p in before if p.oblique == "company" and 0 <= p.first - fronted.last <= _DESCRIBED]
        return [fronted, *led]  # "Dengan delegasi yang dipimpin A, B membahas Gaza"

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        super()._bind_travel(binding, index, order)
        self._note_journey_told(binding)
        self._visit_somebody(binding)
        self._stop_at_first(binding)
        if binding.rule.row.get("object") == "acc":
            self._bind_sent(binding)
            return
        if self._is_freight(binding):
            binding.left, binding.destination = [], None
        opens = binding.trigger.first == self.spans.sentence.first
        if opens and binding.destination and not binding.left:
            binding.left = self._subject_behind_comma(binding.destination.last)
        led = self._inside_or_at(binding)
        binding.left += [p for p in led if p not in binding.left]
        if self.spans.shaped(trigger_first := binding.trigger.first, "passive") and binding.destination:
            sender = self._group_after(binding.trigger.last, binding.destination.first, reach=1)
            binding.left += [p for p in sender if p not in binding.left and trigger_first < p.first]
            binding.right = [p for p in binding.right if p not in binding.left]  # "diutus Hamas ke Moskow"

    def _note_journey_told(self, binding: Binding) -> None:
        """ "Kunjungan ke Rusia ini dilakukan ...", "Ini kunjungan pertama A": the journey told before."""
        if binding.rule.frame != "travel-noun":
            return
        self._note_retold(binding)
        if self._demonstrated(binding, "retelling") is not None:
            binding.definite = True

    def _visit_somebody(self, binding: Binding) -> None:
        """ "mengunjungi **X** di kediamannya": whoever stands right behind the verb is met there."""
        trigger, spans = binding.trigger, self.spans
        verb = spans.shaped(trigger.first, "acting") and spans.shaped(trigger.first, "with_object")
        if trigger.last - trigger.first > 1 or not verb:
            return
        met = self._group_after(trigger.last, binding.right_limit, reach=0)
        if met and met[0].people and not met[0].oblique and met[0] not in binding.left:
            binding.right, binding.visited = met, True

    def _stop_at_first(self, binding: Binding) -> None:
        """ "menyinggahi Kyiv dan Saint Petersburg": the capital right behind the verb is the first town."""
        start, town = binding.trigger.last, binding.destination
        first = next((p for p in self.phrases.parties if p.first == start and p.place and not p.people), None)
        if first and first.place and town and town.first > first.first and first not in binding.left:
            binding.destination = PlaceSpan(first.first, first.last, first.place)

    def _inside_or_at(self, binding: Binding) -> list[Party]:
        """ "memimpin delegasi Hamas ke Moskow": who is led, where the trigger's own words name a group."""
        trigger = binding.trigger
        return [
            p for p in self.phrases.parties if trigger.first < p.first < trigger.last and p.kind == "group"
        ]

    def _find_agent(self, binding: Binding) -> None:
        trigger = binding.trigger
        if inside := self._inside_trigger(trigger):  # "yang mereka temui"
            binding.right = inside
            binding.left = [p for p in binding.left if p not in inside]
            return
        if self.spans.has(trigger.last, "clause"):  # "dipanggil setelah delegasi Hamas tiba"
            binding.right = []
        agent = binding.right[0] if binding.right else None
        counted = self.spans.has(trigger.last, "indefinite")
        near = _AT_HAND + _DESCRIBED_BY * counted  # "diundang sebuah lembaga Rusia"
        if agent and agent.oblique != "agent" and self._distance(trigger.last, agent.first) > near:
            binding.right = []

    def _goes_on_to(self, trigger: Span, noun: Span) -> bool:
        """Whether a noun behind a verb tells the same: not one behind a semicolon."""
        between = range(trigger.last, noun.first)
        if self.spans.has(noun.first - 1, "matter") or any(self.spans.has(i, "then") for i in between):
            return False  # "berbincang di sela KTT", "berbicara, lalu memimpin pertemuan"
        adverb = self.tokens[noun.last - 1].text in COMMAS  # "membahas X melalui telepon, ..."
        return (
            bool(between)
            and noun.rule.frame == "noun"
            and not adverb
            and not any(self.tokens[i].text == ";" for i in between)
        )

    def _antecedent(self, trigger: Span, before: list[Party]) -> Party | None:
        """ "dengan delegasi yang tiba di Moskow": whom a relative clause describes, whatever stands before him."""
        behind = trigger.first  # "yang | hari ini juga akan | bertemu"
        for index in range(trigger.first - 1, self.spans.sentence.first, -1):
            behind -= not self._inside(index)
            if trigger.first - behind > _ADVERBS + 1:
                break
            if self.spans.has(index, "relative"):
                if before[-1].last > index:
                    return None
                between = range(before[-1].last, index)  # "pada hari Selasa"
                near = sum(not (self._inside(i) or self.spans.has(i, "again")) for i in between)
                return (
                    before[-1] if near == 0 or (near == 1 and self.tokens[index - 1].text in COMMAS) else None
                )
        return None
