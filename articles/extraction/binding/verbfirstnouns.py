"""Nouns where the verb comes first: "أبلغ A B خلال لقاء", "خلال لقائه A قال B", "لقاء بين A وB"."""

from functools import lru_cache

from ..parties.gaps import COMMAS
from ..parties.parties import Party, PlaceSpan
from ..words.spans import Span
from .bindings import Binding, sides_of
from .verbfirstjourneys import BARE, INTRODUCED, NEAR, VerbFirstJourneys, is_place

_TWO = 2  # sides of a contact
_OPENING = 4  # words of a sentence before the event that opens it


@lru_cache(maxsize=1 << 12)
def _is_and_with(key: str, ands: frozenset[str], withs: frozenset[str]) -> bool:
    """Whether a word is "and with", written together ("ومع")."""
    return any(key == one + other for one in ands for other in withs)


class VerbFirstNouns(VerbFirstJourneys):
    """Binds the parties of a noun."""

    def _and_with(self, party: Party) -> bool:
        words = self.language.words
        written = party.joined and party.oblique == "with" and self.tokens[party.first].text.startswith("وب")
        return written or _is_and_with(self.tokens[party.first - 1].key, words["and"], words["with"])

    def _of_matter(self, start: int, party: Party) -> bool:
        """ "مباحثات، للمرة الأولى منذ اندلاع | الحرب بين A وB": between whom something else is."""
        return any(self.spans.has(i, "outset", "matter") for i in range(start, party.first))

    def _bind_noun(self, binding: Binding, index: int) -> None:
        """As elsewhere; and "the calls, which A asked for, were between A and B", "A discussed with B in a call"."""
        super()._bind_noun(binding, index)
        between = bool(binding.right) and binding.right[0].oblique == "between"
        if between and self._of_matter(binding.trigger.last, binding.right[0]):
            binding.left, binding.right = self._subject(index, noun=True), []
        if self._of_another(binding) and not self._names_its_own(binding):
            binding.left, binding.right, binding.closed = [], [], True  # "told B to put off the meeting"
            return
        if told := self._told_at(binding):
            binding.left, binding.right = told[:1], told[1:]
            return
        self._bind_hosted(binding)
        right = binding.right
        apart = [i for i, p in enumerate(right) if i and self._and_with(p)]
        if apart and right[0].oblique == "with":
            binding.right = right[: apart[0]]
            binding.left = binding.left or self._subject(index, noun=True)
        if not binding.left and binding.right and binding.right[0].oblique in INTRODUCED:
            binding.left = self._subject(index, noun=True)  # "calls | with A and with B": of a third
        message = binding.rule.says == "message" and bool(binding.right)
        if message and self._distance(binding.trigger.last, binding.right[0].first) > NEAR:
            binding.right = []  # "an invitation from a research centre that ..."
        if len(set(sides_of(binding.parties))) > 1 or self._taking_part(binding):
            return
        limit = next(
            (t.first for t in self.triggers if t.first >= binding.trigger.last), self.spans.sentence.last
        )
        pairs = (
            p
            for p in self.phrases.parties
            if binding.trigger.last <= p.first < limit
            and p.oblique == "between"
            and not self._of_matter(binding.trigger.last, p)
        )
        pair = next(pairs, None)
        meeting = binding.rule.says == "meeting" and binding.rule.row.get("definite")
        if pair and meeting and pair.first - binding.trigger.last > NEAR:
            pair = None  # "stressed during the meeting the need for an understanding between A and B"
        with_whom = next(
            (
                p
                for p in self.phrases.parties
                if binding.trigger.last <= p.first < limit and p.oblique == "with"
            ),
            None,
        )
        if not binding.right and with_whom and binding.left and (not pair or with_whom.first < pair.first):
            binding.right = self._group_after(with_whom.first, limit, reach=0)
        elif not binding.right and pair:
            binding.left, binding.right = [], self._group_after(pair.first, limit, reach=0)
        elif not binding.right and binding.left and not self._of_another(binding):
            start = max(p.last for p in binding.left)
            partners = (
                p
                for p in self.phrases.parties
                if start <= p.first and p.last <= binding.trigger.first and p.oblique == "with"
            )
            if partner := next(partners, None):
                binding.right = self._group_after(partner.first, binding.trigger.first, reach=0)
            elif binding.rule.says in ("message", "call"):
                self._pair_before(binding)

    def _taking_part(self, binding: Binding) -> bool:
        """ "the round of talks that was to be held in Cairo on Tuesday with the participation of A and B"."""
        if binding.rule.says != "meeting":
            return False
        behind = (
            p for p in self.phrases.parties if p.first >= binding.trigger.last and p.oblique == "company"
        )
        first = next(behind, None)
        group = self._group_after(first.first, self.spans.sentence.last, reach=0) if first else []
        orgs = [p for p in group if p.kind in ("org", "group")]
        if len(orgs) < len(group) or len(set(sides_of(group))) < _TWO:
            return False
        binding.left, binding.right = [], group
        return True

    def _of_another(self, binding: Binding) -> bool:
        """ "met A and discussed the agenda of the summit": the partner is the verb's, not the noun's."""
        return bool(binding.rule.row.get("definite")) and self.triggers[0].first < binding.trigger.first

    def _names_its_own(self, binding: Binding) -> bool:
        """ "the meeting with A", "the meeting of the two": parties right behind the noun."""
        right = binding.right
        return bool(right) and (bool(right[0].oblique) or right[0].first - binding.trigger.last <= BARE)

    def _pair_before(self, binding: Binding) -> None:
        """ "A received from B a letter", "A told B by telephone": the two named last before the noun."""
        limit = max(
            (s.last for s in self.spans.tables.get("reporting", ()) if s.last <= binding.trigger.first),
            default=0,
        )
        before = [
            p
            for p in self.phrases.parties
            if limit <= p.first
            and p.last <= binding.trigger.first
            and p.side
            and p.kind != "reference"
            and p.oblique in ("", "to", "with")
        ]
        if (
            len(before) > 1
            and before[-1].side != before[-2].side
            and binding.trigger.first - before[-1].last <= NEAR
        ):
            binding.left, binding.right = [before[-2]], [before[-1]]

    def _bind_hosted(self, binding: Binding) -> None:
        """ "Cairo sponsored on Wednesday a session between A and B": a capital is where it was."""
        if len(set(sides_of(binding.right))) < _TWO or binding.right[0].oblique != "between":
            return
        before = [p for p in self.phrases.parties if p.last <= binding.trigger.first and is_place(p)]
        host = next((p for p in before if self.spans.has(p.first - 1, "hosting")), None)
        if host and host.place and host.place.name:
            binding.destination = PlaceSpan(host.first, host.last, host.place)
            self.taken.add(host)

    def _possessor(self, trigger: Span) -> list[Party]:
        """Nobody: who owns a noun stands behind it."""
        return []

    def _subject_behind(self, binding: Binding) -> list[Party]:
        """ "During his meeting with A in Moscow, B said": the subject of the clause behind such an opening."""
        trigger = binding.trigger
        partner = bool(binding.right) and binding.right[0].oblique in INTRODUCED
        owned = binding.rule.row.get("owned") or (partner and self.spans.has(trigger.first - 1, "setting"))
        if trigger.first - self.spans.sentence.first > _OPENING or not owned:
            return []
        last = max([trigger.last, *(p.last for p in binding.right)])
        behind = [p for p in self.phrases.parties if p.first >= last and not p.oblique]
        own = set(sides_of(binding.right))
        if not behind or behind[0].side in own or behind[0].kind == "reference":
            return []
        comma = any(self.tokens[i].text in COMMAS for i in range(last, behind[0].first))
        acts = comma or self._goes_on_at_verb(behind[0].first - 1, last)
        return self._group_after(behind[0].first, self.spans.sentence.last, reach=0) if acts else []

    def _goes_on_at_verb(self, verb: int, start: int) -> bool:
        """ "بعد لقائه قادة حماس يوم الاثنين | عاد المبعوث": whether one word stands behind what the opening holds."""
        held: list[Span | PlaceSpan | Party] = [
            *self.spans.times,
            *self.phrases.places,
            *self.phrases.parties,
        ]
        ends = {span.last for span in held if span.last >= start}
        links = self.spans.has(verb, "and", "with", "of", "to", "locative", "clause", "relative")
        return verb in ends and self.tokens[verb].word and not links

    def _told_at(self, binding: Binding) -> list[Party]:
        """ "A told B at a meeting": who tells and who is told, both behind the verb of telling."""
        first, partner = binding.trigger.first, binding.right[0].oblique if binding.right else ""
        scene = range(max(first - 1, self.spans.sentence.first), first + 1)
        if partner in (*INTRODUCED, "between") or not any(
            self.spans.has(i, "setting", "locative") for i in scene
        ):
            return []
        for index in range(first - 1, self.spans.sentence.first - 1, -1):
            if not self.spans.has(index, "addressing"):
                continue
            behind = [p for p in self.phrases.parties if index < p.first and p.last <= first]
            if len(behind) < _TWO or behind[0].first - index > NEAR or behind[0].oblique:
                return []
            told = next((p for p in behind[1:] if p.side != behind[0].side), None)
            near = told is not None and told.first - behind[0].last <= NEAR
            return [behind[0], told] if told and near and told.oblique in ("", *INTRODUCED) else []
        return []
