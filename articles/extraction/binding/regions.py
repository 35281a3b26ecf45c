"""Which parties stand where a trigger's subject and object may stand.

The subject is the nearest coordinated group before the trigger, behind the last verb of saying;
the object is the group after it, up to the next trigger, verb of saying, clause or topic.
"""

from collections.abc import Sequence

from ..parties.gaps import COMMAS, counts
from ..parties.parties import Party
from ..words.spans import Span
from .borders import Borders

_FAR_LEFT = 40
_APPOSED = 6  # words between a comma and the title behind it
_OPENS = 3  # words before a partner that opens a sentence
_BREAKS = frozenset(";:")
_ASKED = ("to", "serving")  # before whom an infinitive is said of: "an invitation to X to come"
_FINITE = frozenset({"active", "receive", "travel", "send", "mutual", "stay"})


class Regions(Borders):
    """The parties of one sentence, as its triggers see them."""

    def _right_limit(self, index: int) -> int:
        trigger, limit = self.triggers[index], self.spans.sentence.last
        for other in self.triggers[index + 1 :]:
            if other.first >= trigger.last and not other.rule.row.get("adverb"):
                limit = min(limit, other.first)
                break
        for table in ("reporting", "topic", "attribution"):
            for span in self._borders(table):
                if span.first >= trigger.last:
                    limit = min(limit, span.first)
                    break
        for position in range(trigger.last, limit):
            if self._announces(position):
                continue
            if self.language.order == "verb-first" and self._leads(position):
                continue
            if self._lists(position, limit):
                continue
            if self.tokens[position].text in _BREAKS or self.spans.has(position, "clause", "relative"):
                if position == trigger.last or self.spans.has(position, "but_not"):
                    continue
                if self.spans.has(position, "and"):
                    continue  # "tetapi juga"
                return position
        return limit

    def _leads(self, position: int) -> bool:
        """ "the delegation | which | X heads": no clause ends where the words only say who is of it."""
        return self.spans.has(position, "relative") and (
            self.spans.has(position, "company") or self.spans.has(position + 1, "company")
        )

    def _group_after(self, start: int, limit: int, *, reach: int, speaking: bool = False) -> list[Party]:
        """The first coordinated group that begins in a region; places and days before it do not count."""
        parties = [
            p
            for p in self.phrases.parties
            if start <= p.first < limit
            and (not self._elsewhere(p) or self._introduced(p, start))
            and (speaking or not self._is_speaker(p))
            and not self._in_brackets(p)
        ]
        if not parties or self._distance(start, parties[0].first) > reach:
            return []
        group = [parties[0]]
        for party in self._in_row(parties)[1:]:
            if not self._joined(group[-1], party):
                break
            group.append(party)
        return group

    def _in_row(self, parties: list[Party]) -> list[Party]:
        """The parties that may be of one row."""
        return parties

    def _group_before(self, last: Party, parties: list[Party]) -> list[Party]:
        group = [last]
        for party in reversed(parties[: parties.index(last)]):
            if not self._joined(party, group[0]) or self._stands_apart(party, group[0]):
                break
            group.insert(0, party)
        for party in parties[parties.index(last) + 1 :]:  # its leader: "delegasi Hamas, dipimpin oleh X"
            if not self._joined(group[-1], party):
                break
            group.append(party)
        return group

    def _goes_with(self, party: Party) -> bool:
        """ "keempat negara, yakni **A**, B dan C", "wakil X bersama **A**, B dan C": one of a row, unless it opens."""
        opening = party.first - self.spans.sentence.first <= _OPENS
        return party.oblique == "company" or (party.oblique == "with" and not opening)

    def _stands_apart(self, party: Party, subject: Party) -> bool:
        """ "the terms set by the Quartet, Lavrov told him": a comma alone does not make one subject of the two."""
        return (
            not self.language.cases
            and bool(party.oblique)
            and not (subject.oblique or subject.joined)
            and not self._goes_with(party)
            and not any(self.spans.has(i, "and", "company") for i in range(party.last, subject.first))
        )

    def _subject(self, index: int, *, noun: bool = False, without: Sequence[Party] = ()) -> list[Party]:
        """The nearest coordinated group before a trigger that can be its subject."""
        trigger = self.triggers[index]
        before = [p for p in self.phrases.parties if p.last <= trigger.first]
        if before and (head := self._antecedent(trigger, before)):
            group = self._group_before(head, before)
            described = trigger.rule.frame == "travel" and head.last == trigger.first
            if described:
                return [p for p in group if p.side == head.side]  # not his host
            return [*self._one_of(head, before), *group]
        limit = max(
            (s.last for s in self.spans.tables.get("reporting", ()) if s.last <= trigger.first), default=0
        )
        free = [
            p
            for p in before
            if not p.oblique
            and not self._in_brackets(p)
            and p not in self.taken
            and p not in without
            and not (p.kind == "title" and p.side is None and not self._is_spoken_of(p))
            and not self._in_closed_clause(p, trigger)
            and not self._is_ruled_out(p)
            and trigger.first - p.last <= _FAR_LEFT
        ]
        chosen = [p for p in free if p.first >= limit] or ([] if noun and limit else free)
        if chosen and self._of_somebody_unknown(chosen[-1], trigger):
            self.of_nobody.add(trigger.first)
            return []
        if chosen:
            second = self._is_second_verb(trigger) or self._is_participle(trigger)
            nearest = chosen[0] if not noun and second else chosen[-1]
            nearest = self._predicated(self._described(nearest, chosen, trigger), chosen)
            group = self._group_before(nearest, before)
            met = [p for p in group if p in self.taken]  # "A met B, and C met D"
            return [p for p in group if p not in met or p is nearest]
        for left in reversed(self.subjects):
            if left:
                return left
        return []

    def _one_of(self, head: Party, before: list[Party]) -> list[Party]:
        """ "**X** was one of four politicians who met B": of whom it is said that he is of those who did."""
        named = [p for p in before if p.people and not p.oblique and p.last <= head.first]
        between = range(named[-1].last, head.first) if named and head.kind == "group" else range(0)
        said = any(self.spans.has(i, "copula") for i in between)
        return [named[-1]] if said and any(self.spans.has(i, "partitive") for i in between) else []

    def _of_somebody_unknown(self, nearest: Party, trigger: Span) -> bool:
        """ "told X that food would keep coming to Gaza": a noun that is nobody stands before the verb of a clause."""
        if not self.language.articles or trigger.rule.frame not in _FINITE:
            return False
        word = trigger.first - 1
        while word > nearest.last and (self.spans.has(word, "auxiliary", "not") or self._is_adverb(word)):
            word -= 1
        token = self.tokens[word]
        if (
            word < nearest.last
            or not token.text.islower()
            or self.spans.classes.get(word)
            or self._inside(word)
        ):
            return False
        opens = [
            i
            for i in range(nearest.last, word)
            if self.spans.has(i, "clause") and not self.spans.has(i, "setting")
        ]
        if not opens or any(self.tokens[i].text in COMMAS for i in range(opens[-1], word)):
            return False
        own = any(self.spans.has(i, "possessive") for i in range(opens[-1], word))  # "when his plane landed"
        told = any(
            t.first <= word < t.last for name in ("trigger", "reporting", "cue") for t in self._borders(name)
        )
        return not own and not told and not self.spans.shaped(word, "regular_past", "gerund")

    def _is_adverb(self, index: int) -> bool:
        return self.spans.shaped(index, "adverb")

    def _is_ruled_out(self, party: Party) -> bool:
        """ "Lavrov, not Putin, met Haniyeh": the one in commas did not."""
        closed = self.tokens[party.last].text in COMMAS if party.last < len(self.tokens) else False
        return closed and self.spans.has(party.first - 1, "not")

    def _described(self, nearest: Party, free: Sequence[Party], trigger: Span) -> Party:
        """ "X, number two of the movement Hamas, is due": between commas stands what describes the one before."""
        if nearest.kind == "person" or not self.language.articles:
            return nearest
        closed = any(self.tokens[i].text in COMMAS for i in range(nearest.last, trigger.first))
        people = [p for p in free if p.kind == "person" and p.last <= nearest.first]
        if not closed or not people or self.tokens[people[-1].last].text not in COMMAS:
            return nearest
        between = range(people[-1].last + 1, nearest.first)
        said = any(s.first in between for s in self.spans.tables.get("reporting", ()))
        return nearest if said or any(self.tokens[i].text in COMMAS for i in between) else people[-1]

    def _predicated(self, nearest: Party, free: Sequence[Party]) -> Party:
        """ "Modi became the first Indian prime minister to visit": who it is, not what he is called."""
        before = [p for p in free if p.people and p.last <= nearest.first]
        if not self.language.articles or nearest.kind != "title" or nearest.people or not before:
            return nearest
        between = range(before[-1].last, nearest.first)
        return before[-1] if any(self.spans.has(i, "copula") for i in between) else nearest

    def _is_spoken_of(self, party: Party) -> bool:
        """ "the minister met him": somebody named before, not what an apposition calls the one before it."""
        described = any(
            one.people and 0 <= party.first - one.last <= _APPOSED and self.tokens[one.last].text in COMMAS
            for one in self.phrases.parties
            if one.last < party.first
        )
        return self.language.articles and party.definite and not described

    def _is_second_verb(self, trigger: Span) -> bool:
        """ "Lavrov thanked Haniyeh and met Abbas": the second verb has the subject of the first."""
        first = trigger.first - 1
        return (
            first > self.spans.sentence.first
            and (self.spans.has(first, "and") or self.spans.has(first - 1, "and"))
            and not any(first - 1 <= p.first < trigger.first for p in self.phrases.parties)
        )

    def _is_participle(self, trigger: Span) -> bool:
        """ "Egypt tries to reconcile Hamas and Fatah, hosting leaders ...": the subject is that of the sentence."""
        first = trigger.first
        behind = first > self.spans.sentence.first and self.tokens[first - 1].text in COMMAS
        return behind and self.spans.shaped(first, "gerund")

    def _joined(self, one: Party, other: Party) -> bool:
        """Whether two parties are coordinated, or one leads or belongs to the other."""
        if other.first - one.last > 10:
            return False
        if one.kind == "group" and other.oblique == "company":
            between = "".join(t.text for t in self.tokens[one.last : other.first])
            if between.startswith("(") and between.count(")") == 1:
                return True  # "a delegation of the Taliban (banned in Russia) led by X"
        if one.kind == "group" and other.kind == "person" and other.oblique == "with" and one.side:
            return other.side == one.side  # "a Hamas delegation with its leader X at the head"
        linked = other.joined
        if self._comma_behind_place(one, other) or self._opens_clause(one, other):
            return False
        for index in range(one.last, other.first):
            token = self.tokens[index]
            if (
                token.text in COMMAS
                or self.spans.has(index, "and", "company", "but_not")
                or self._lists(index, other.first + 1)
            ):
                linked = True
            elif counts(self.tokens, index, self.spans.sentence.first) or self._announces(index):
                continue
            elif self.language.articles and [self.tokens[i].text for i in (index - 1, index + 1)] == [
                "(",
                ")",
            ]:
                continue  # "X (left) and Y shake hands"
            elif not (
                self.language.has("glue", token.key)
                or self.spans.has(index, "honorifics", "modifiers", "but_not", "not")
                or token.text in "-'\"“”«»()'s"
                or self._inside(index)
                or (one.oblique == other.oblique == "with" and index == other.first - 1)
            ):
                return False
        beside = one.last == other.first and other.kind != "reference"
        return linked or beside or other.oblique == "company"

    def _antecedent(self, trigger: Span, before: list[Party]) -> Party | None:
        """ "with the delegation that came to Moscow", "for envoys visiting Moscow": whom the clause describes.

        "The invitation to X to visit Moscow", "for X to meet him": whom an infinitive is said of.
        """
        if not self.language.articles:
            return None
        last, head = trigger.first - 1, before[-1]
        while last > head.last and self.spans.has(last, "auxiliary"):
            last -= 1  # "who | had | come to Moscow"
        if self.spans.has(last, "relative"):
            near = head.last == last or (head.last == last - 1 and self.tokens[head.last].text in COMMAS)
            return head if near else None
        asked = head.first - 1 - self.spans.has(head.first - 1, "definite")
        if last == head.last and self.spans.has(last, "purpose") and self.spans.has(asked, *_ASKED):
            return head if trigger.rule.frame in _FINITE and head.kind != "reference" else None
        opens = self.spans.shaped(trigger.first, "gerund")
        opens = opens or (self._is_visit_phrase(trigger) and head.kind == "group")  # not "saw X on a trip to"
        describes = opens and head.last == trigger.first
        return head if describes and head.kind in ("group", "person", "title") else None

    def _is_visit_phrase(self, trigger: Span) -> bool:
        """ "a delegation **on a visit to** Moscow": a preposition opens it, and no verb."""
        return trigger.rule.frame == "travel" and self.spans.has(trigger.first, "setting")
