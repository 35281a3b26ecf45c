"""Where parties may stand in a language with cases: the regions are those of the clause."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..parties.parties import Party
from ..words.spans import Span
from .regions import Regions

FAR = 16  # words between a trigger and a party bound to it
_APART = frozenset({"subject_stop", "locative", "of", "to"})  # a party behind these is of no subject's row
_REMARK = 10  # words of a remark between commas: ", как сообщили в МИД, "


class CaseRegions(Regions):
    """The parties of one sentence by case and preposition."""

    def _set_remarks_aside(self) -> None:
        """ "Принял гостей, как сообщило движение, X": who says so inside commas is no border and no subject."""
        sayings = [*self.spans.tables.get("reporting", ()), *self.spans.tables.get("attribution", ())]
        self.spans.remarks = [remark for s in sayings if (remark := self._remark(s))]
        for party in self.phrases.parties:
            if self.spans.in_remark(party.first):
                party.oblique = party.oblique or "subject_stop"

    def _borders(self, table: str) -> Sequence[Span]:
        spans = super()._borders(table)
        return [s for s in spans if not self.spans.in_remark(s.first)]

    def _remark(self, saying: Span) -> tuple[int, int] | None:
        """The words between the commas around a verb of saying, where the sentence goes on behind them.

        "Как сообщила A, B принял C": at its beginning one comma is enough.
        """
        first, last = saying.first, saying.last
        while first > self.spans.sentence.first and not self._comma(first - 1) and saying.first - first <= 2:
            first -= 1
        opens = first == self.spans.sentence.first and self.spans.has(first, "aside_opening")
        if not opens and (first == self.spans.sentence.first or not self._comma(first - 1)):
            return None
        while last < self.spans.sentence.last and not self._comma(last) and last - first <= _REMARK:
            last += 1
        if self._goes_on_with_name(last):
            return None
        inside = any(first <= t.first < last for t in self.triggers)
        if last >= self.spans.sentence.last - 1 or not self._comma(last) or inside:
            return None
        goes_on = any(self.spans.has(i, "clause", "relative") for i in range(first, last + 2))
        return None if goes_on else (first, last)

    def _joined(self, one: Party, other: Party) -> bool:
        """ "делегация ХАМАС высокого уровня во главе с A": what is said of a delegation before its leader."""
        between = range(one.last, other.first)
        led = one.kind == "group" and other.oblique == "company" and 0 < len(between) <= _REMARK
        plain = not any(self._comma(i) or any(t.first <= i < t.last for t in self.triggers) for i in between)
        return (led and plain) or super()._joined(one, other)

    def _goes_on_with_name(self, comma: int) -> bool:
        """ ", настаивал спецпредставитель президента, замминистра X": a comma within one subject."""
        spanning = [p for p in self.phrases.parties if p.first < comma < p.last and p.people]
        return any(p.people[-1].start > self.tokens[comma].start for p in spanning)

    def _fits(self, party: Party, wanted: str) -> bool:
        if wanted == "with":
            return party.oblique in ("with", "between")
        if wanted == "at":
            return self._behind(party, "holder")
        if wanted == "from":
            return party.oblique == "of"
        if wanted == "dat" and party.oblique == "to":
            return True
        return not party.oblique and may_be(party, wanted)

    def _right_limit(self, index: int) -> int:
        """ "на переговорах, которые ХАМАС провёл в МИДе": the relative clause tells the talks."""
        last, noun = self.triggers[index].last, self.triggers[index].rule.frame in ("noun", "travel-noun")
        limit = super()._right_limit(index)
        while (attribute := self._attribute_at(limit)) is not None:
            limit = super()._right_limit(attribute)
        if noun and limit == last + 1 and self._comma(last) and self.spans.has(limit, "relative"):
            return self._border(limit + 1, index)
        return limit

    def _attribute_at(self, position: int) -> int | None:
        """The trigger that is a participle inside a phrase: "принял прибывшую в Москву делегацию"."""
        for index, trigger in enumerate(self.triggers):
            if trigger.first == position and trigger.rule.row.get("participle"):
                return None if self._comma(position - 1) else index
        return None

    def _border(self, start: int, index: int) -> int:
        """The first token from ``start`` on that begins another trigger, a saying or a clause."""
        starts = [t.first for t in self.triggers[index + 1 :]]
        starts += [s.first for s in self._borders("reporting")]
        limit = min((s for s in starts if s >= start), default=self.spans.sentence.last)
        return next(
            (
                i
                for i in range(start, limit)
                if self.tokens[i].text in ";:" or self.spans.has(i, "clause", "relative")
            ),
            limit,
        )

    def _left_limit(self, index: int) -> int:
        trigger = self.triggers[index]
        before = [t for t in self.triggers[:index] if not self._in_clause_before(t, trigger)]
        limit = before[-1].last if before else self.spans.sentence.first
        for position in range(trigger.first - 1, limit - 1, -1):
            if self.spans.has(position, "clause") or self.tokens[position].text in ";:":
                return position + 1
        return max(limit, self._after_saying(trigger))

    def _in_clause_before(self, other: Span, trigger: Span) -> bool:
        """ "С A, который прибыл в Москву, переговоров не будет": a relative clause closed before the trigger."""
        for index in range(other.first - 1, self.spans.sentence.first, -1):
            if self.spans.has(index, "relative") and (self._comma(index - 1) or self._comma(index - 2)):
                return any(self._comma(i) for i in range(other.last, trigger.first))
            if self._comma(index):
                return False
        return False

    def _after_saying(self, trigger: Span) -> int:
        return max((s.last for s in self._borders("reporting") if s.last <= trigger.first), default=0)

    def _bare(self) -> list[Party]:
        return [p for p in self.phrases.parties if not p.oblique]

    def _behind(self, party: Party, kind: str) -> bool:
        index = party.first - 1
        return index >= self.spans.sentence.first and self.spans.has(index, kind)

    def _gap(self, party: Party, trigger: Span) -> int:
        if party.last <= trigger.first:
            return self._distance(party.last, trigger.first)
        return self._distance(trigger.last, party.first)

    def _comma(self, index: int) -> bool:
        return self.tokens[index].text in ",—–"

    def _coordinated(self, party: Party) -> list[Party]:
        """A party with those that share its case or preposition beside it."""
        parties = self.phrases.parties
        group, at = [party], parties.index(party)
        for other in reversed(parties[:at]):
            if self._speaks_for(parties, other):
                continue
            if not self._joined(self._with_whose(parties, other), group[0]) or not same_case(other, group[0]):
                break
            if (other.oblique in _APART and not group[0].oblique) or group[0].means == "relative":
                break  # "до приема у министра гости провели"
            group.insert(0, other)
        for other in parties[at + 1 :]:
            if other.means == "relative" or self._speaks_for(parties, other):
                continue
            if not self._joined(self._with_whose(parties, group[-1]), other):
                break
            listed = group[-1].oblique == "company" and same_case(
                group[-1], replace(other, oblique="company")
            )
            listed = listed and bool(group[-1].cases & other.cases)  # "в составе A и B"
            if listed and not other.oblique:
                other.oblique = "company"
            if not (other.oblique == "company" or same_case(group[0], other)):
                break
            group.append(other)
        return self._row_around(party, group)

    def _speaks_for(self, parties: Sequence[Party], other: Party) -> bool:
        """ "Абу Марзук от ХАМАС": whom somebody speaks for stands behind his name."""
        before = next((p for p in reversed(parties) if p.last <= other.first), None)
        behind = other.kind == "org" and other.oblique == "of" and before is not None
        return bool(behind and before and before.people and other.first - before.last == 1)

    def _with_whose(self, parties: Sequence[Party], one: Party) -> Party:
        """A party with whom it speaks for, as far as a row goes on behind it."""
        whose = next((p for p in parties if p.first >= one.last and self._speaks_for(parties, p)), None)
        return replace(one, last=whose.last) if whose and whose.first - one.last == 1 else one

    def _row_around(self, party: Party, group: list[Party]) -> list[Party]:
        """The part of a group that is one row: "после захвата власти, Лавров ..." is none, without an "and"."""
        links = [range(one.last, other.first) for one, other in pairwise(group)]
        if any(self.spans.has(i, "and", "company") for link in links for i in link):
            return group
        rows = [[group[0]]]
        for link, (one, other) in zip(links, pairwise(group), strict=True):
            nobody = one.side is None and (one.plural or one.kind == "reference")
            if nobody and other.kind == "person" and any(self._comma(i) for i in link):
                rows.append([])
            rows[-1].append(other)
        return next(row for row in rows if party in row)


def may_be(party: Party, case: str) -> bool:
    """Whether a party may stand in a case; one whose case is not known may be any."""
    return not party.cases or case in party.cases


def same_case(one: Party, other: Party) -> bool:
    """Whether two parties can be parts of one group: "с A и B", "с A и с B", but not "A с B"."""
    if other.oblique == "company":
        return True
    if other.oblique and other.oblique != one.oblique:
        return False
    return not one.cases or not other.cases or bool(one.cases & other.cases)
