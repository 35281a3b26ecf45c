"""Binding where the verb comes first: "التقى A B", "استقبل A B", "زار A موسكو".

Subject and object both follow the verb, side by side and without a sign between them, so sides tell
one from the other; a visited capital is the object itself.
"""

from dataclasses import replace

from ..parties.gaps import COMMAS
from ..parties.parties import Party, PlaceSpan
from .bindings import Binding, sides_of
from .verbfirstidle import VerbFirstIdle
from .verbfirstjourneys import BARE, FAR, NEAR
from .verbfirstnouns import INTRODUCED


class VerbFirstBinder(VerbFirstIdle):
    """Binds by the order verb, subject, object."""

    def _bind_verb_first(self, binding: Binding, index: int) -> None:
        """Subject, then object, both after the verb; one group alone after it is the object of a subject before."""
        if binding.rule.row.get("object") in ("with", "from", "dat"):
            self._bind_discussion(binding, index)
            return
        self._bind_objects(binding, index)
        if self._receives_as_town(binding):
            binding.rule = replace(binding.rule, says="visit")
        if binding.rule.frame == "host":
            self._bind_place(binding)
        elif binding.rule.frame == "receive" and binding.rule.says == "visit":
            if self._brings_together(binding):
                binding.rule = replace(binding.rule, says="meeting", frame="host")
                self._bind_place(binding)
            else:
                self._bind_receiving_place(binding)
        if binding.rule.says == "visit":  # one person has another as a guest
            binding.visited = bool(binding.right) and any(p.people for p in binding.left)

    def _bind_objects(self, binding: Binding, index: int) -> None:
        if inside := self._group_after(binding.trigger.first, binding.trigger.last, reach=FAR):
            if binding.rule.row.get("object") == "before":  # "X was waiting for them"
                binding.left, binding.right = inside, self._meant_by_pronoun(index)
                return
            if len(set(sides_of(inside))) > 1 and binding.rule.frame == "active":
                binding.left, binding.right = inside[:1], inside[1:]  # "had | A and B | dinner"
                return
            behind = self._within(binding, inside) or self._group_after(
                binding.trigger.last, binding.right_limit, reach=NEAR
            )
            binding.left, binding.right = (
                (inside, behind) if behind or binding.rule.frame == "host" else (self._subject(index), inside)
            )  # "received | A | a letter from B", "A received | from B | a letter"
            return
        first = self._group_after(binding.trigger.last, binding.right_limit, reach=FAR)
        if first and binding.rule.row.get("owned"):  # "during his reception of A, B said"
            binding.right = first
            binding.left = self._subject(index, noun=True) or self._subject_behind(binding)
            return
        if not first or binding.rule.row.get("object") == "before":
            binding.left, binding.right = (
                (first, self._meant_by_pronoun(index)) if first else (self._subject(index), [])
            )
            if first and set(sides_of(binding.right)) & set(sides_of(first)):
                binding.right = self._named_before(first) or binding.right
            if first and not binding.right and binding.rule.frame == "active":  # whom, a sentence before told
                binding.left, binding.right = [], first
            if (
                not first and binding.rule.row.get("object") == "before"
            ):  # "B is invited, and A will meet him"
                binding.right = self._named_before(binding.left)
            return
        if agent := self._agent(binding):  # "was received | in Moscow | by A"
            binding.left, binding.right = agent, first
            return
        if self.spans.has(binding.trigger.last, "resumptive") and not self._object(
            first, binding.right_limit
        ):  # "... a visit, met during it | B"; not "the first time that A receives during it B"
            binding.left, binding.right = self._subject(index), first
            return
        second = self._object(first, binding.right_limit) or self._behind_visit(first, index)
        introduced = first[0].oblique in INTRODUCED
        before = self._subject(index) if introduced or not second else self._right_before(binding)
        if introduced or before:
            binding.left, binding.right = before, [*first, *second]
        else:
            binding.left, binding.right = first, second

    def _within(self, binding: Binding, inside: list[Party]) -> list[Party]:
        """ "أوصلت موسكو | إلى حماس | قائمة", "سلمت حماس ردها على المقترح | إلى B": to whom something is handed."""
        if binding.rule.frame != "send":
            return []
        last = min(binding.right_limit, binding.trigger.last + FAR)
        own = set(sides_of(inside))
        to = (
            p
            for p in self.phrases.parties
            if inside[-1].last <= p.first < last and p.oblique == "to" and p.side not in own
        )
        party = next(to, None)
        return self._group_after(party.first, last, reach=0) if party else []

    def _right_before(self, binding: Binding) -> list[Party]:
        """ "2010: Medvedev meets Mashal": somebody right before the verb, where no verb stands before him."""
        first = binding.trigger.first
        before = [p for p in self.phrases.parties if p.last == first and p.people and not p.oblique]
        table = self.spans.tables.get("reporting", ())
        opens = not any(s.last <= first for s in (*table, *self.triggers) if s is not binding.trigger)
        return before if opens and not any(p in self.taken for p in before) else []

    def _named_before(self, subject: list[Party]) -> list[Party]:
        """Whom a pronoun behind the verb means: the last of another side named before the subject."""
        own = set(sides_of(subject))
        first = subject[0].first if subject else 0
        before = [p for p in self.phrases.parties if p.last <= first and p.people and p.side not in own]
        acting = [p for p in before if not p.oblique and not self.spans.has(p.first - 1, "origin")]
        return (acting or before)[-1:]

    def _agent(self, binding: Binding) -> list[Party]:
        """Who received, behind "by", where the verb is read as a passive."""
        if binding.rule.frame != "receive":
            return []
        limit = binding.right_limit
        parties = [p for p in self.phrases.parties if binding.trigger.last <= p.first < limit]
        return next(([p] for p in parties if p.oblique == "agent"), [])

    def _bind_place(self, binding: Binding) -> None:
        """ "Doha saw talks between A and B": a capital is where two others met, and none of them."""
        where = binding.left[0] if len(binding.left) == 1 else None
        several = len(set(sides_of(binding.right))) > 1
        if where is None or where.place is None or not (where.place.name or several):
            return
        binding.destination = PlaceSpan(where.first, where.last, where.place)
        self.taken.add(where)
        if several:
            binding.left = []

    def _brings_together(self, binding: Binding) -> bool:
        """ "Beijing hosted Fatah and Hamas": guests of several sides are there to meet."""
        town = binding.left[0].place if len(binding.left) == 1 else None
        sides = set(sides_of(binding.right))
        return town is not None and len(sides) > 1 and len(sides) == len({p.side for p in binding.right})

    def _receives_as_town(self, binding: Binding) -> bool:
        """ "Cairo had received Mashal": a town receives who comes to it, whoever he meets there."""
        town = binding.left[0].place if len(binding.left) == 1 and binding.left[0].kind == "org" else None
        guests = {p.side for p in binding.right if p.kind != "org" and p.side}
        if binding.rule.frame != "receive" or (town and not town.name) or len(guests) > 1:
            return False
        return (town is not None and bool(guests)) or self._is_received_in_capital(binding)

    def _is_received_in_capital(self, binding: Binding) -> bool:
        """ "The Russian capital will receive a delegation": the place before the verb has no object besides."""
        if binding.right or not binding.left or binding.left[0].first < binding.trigger.last:
            return False
        before = range(binding.trigger.first - BARE, binding.trigger.first + 1)
        return any(p.last in before and p.place.capital and not p.origin for p in self.phrases.places)

    def _bind_receiving_place(self, binding: Binding) -> None:
        """ "The Russian capital receives a delegation of Hamas": a place is the host."""
        if binding.left and binding.trigger.first - binding.left[-1].last > FAR // 2:
            binding.left = binding.right = []  # "a centre that hosts factions": by whom nobody knows
        if binding.right and len(binding.left) == 1 and (town := binding.left[0].place) and town.name:
            if not any(binding.trigger.last <= p.first < binding.right_limit for p in self.phrases.places):
                binding.destination = PlaceSpan(binding.left[0].first, binding.left[0].last, town)
            return  # "Moscow hosted a delegation"
        if binding.right or not binding.left:
            return
        first = binding.left[0].first
        places = [p for p in self.phrases.places if binding.trigger.last <= p.first and p.last <= first]
        binding.destination = next((p for p in places if p.bare), None)
        if binding.destination is None and self._is_received_in_capital(binding):
            before = (p for p in self.phrases.places if p.last <= binding.trigger.first)
            binding.destination = max(before, key=lambda p: p.first, default=None)

    def _behind_visit(self, subject: list[Party], index: int) -> list[Party]:
        """ "met the delegation, which is visiting Moscow, X": the object behind a clause about the subject."""
        clause = self.triggers[index + 1] if index + 1 < len(self.triggers) else None
        if clause is None or clause.rule.frame != "stay" or clause.first - subject[-1].last > BARE:
            return []
        last = self.spans.sentence.last
        limit = self.triggers[index + 2].first if index + 2 < len(self.triggers) else last
        comma = next((i for i in range(clause.last, limit) if self.tokens[i].text in COMMAS), None)
        found = self._group_after(comma + 1, limit, reach=BARE) if comma is not None else []
        return [p for p in found if p.side and p.side != subject[0].side]

    def _is_met_with(self, binding: Binding, party: Party) -> bool:
        """ "بحث A | مع B", "تحدث A | إلى B", "استمع A | من B"."""
        to = binding.rule.row.get("object") == "dat" and party.oblique == "to" and party.kind != "org"
        return party.oblique == "with" or to or self._from(binding, party)

    def _from(self, binding: Binding, party: Party) -> bool:
        """ "listened to an explanation | from B"."""
        wanted = binding.rule.row.get("object") == "from"
        return wanted and not party.oblique and self.spans.has(party.first - 1, "origin")

    def _bind_discussion(self, binding: Binding, index: int) -> None:
        """ "discussed A with B the war": the subject, then the partner behind the preposition, or nobody."""
        last = binding.right_limit
        row = self._group_after(binding.trigger.last, last, reach=NEAR)
        led = bool(row) and last - row[-1].last <= BARE  # "A, whom B heads, with C"
        if led and last < self.spans.sentence.last and self.spans.has(last, "relative"):
            later = (t.first for t in self.triggers if t.first >= binding.trigger.last)
            last = next(later, self.spans.sentence.last)
        for saying in self.spans.tables.get("reporting", ()):
            if saying.first >= binding.trigger.last:
                last = min(last, saying.first)
        partner = next(
            (
                p
                for p in self.phrases.parties
                if binding.trigger.last <= p.first < last and self._is_met_with(binding, p)
            ),
            None,
        )
        if partner is None:
            both = len(set(sides_of(row))) > 1 and all(p.kind == "person" or p.title for p in row)
            binding.left = row if both and not row[0].oblique else []  # "A and B discussed Gaza"
            return
        binding.right = self._group_after(partner.first, last, reach=0)
        binding.left = [
            p
            for p in self._group_after(binding.trigger.last, partner.first, reach=NEAR)
            if not p.oblique or p.oblique == "company"
        ] or self._subject(index)

    def _distance(self, start: int, end: int) -> int:
        words = super()._distance(start, end)
        return words - sum(
            1
            for index in range(start, end)
            if not self._inside(index)
            and (
                self.spans.has(index, "locative", "honorifics", "company", "each")
                or self.language.has("glue", self.tokens[index].key)
            )
        )

    def _object(self, subject: list[Party], limit: int) -> list[Party]:
        if any(party.means == "both" for party in subject):
            return []
        found = self._group_after(subject[-1].last, limit, reach=FAR)
        if found and found[0].oblique == "to" and set(sides_of(found)) <= set(sides_of(subject)):
            return []  # "استقبلت القاهرة A ضمن جولة | لقيادة حركته"
        bare = bool(found) and found[0].oblique not in INTRODUCED
        return self._group_after(subject[-1].last, limit, reach=BARE) if bare else found
