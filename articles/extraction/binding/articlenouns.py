"""The nouns of contacts where articles tell them: pairs of names, agents, openings, speakers, guests."""

from dataclasses import replace

from ..parties.gaps import COMMAS
from ..parties.pairs import pair_before
from ..parties.parties import Party, PlaceSpan
from .binding import Binder
from .bindings import Binding, sides_of
from .nounframes import NEXT, OPENING

_BY = 12  # words from a noun to who held the talks
_REPORT = 3  # words of a ministry behind its state, and behind the verb of saying


class ArticleNouns(Binder):
    """Binds the nouns by articles, prepositions and what the sentence says around them."""

    def _bind_noun(self, binding: Binding, index: int) -> None:
        pair = pair_before(binding.trigger.first, self.phrases.parties, self.tokens)
        if pair:  # "the Putin-Erdogan meeting", "Russian-Turkish talks"
            binding.left, binding.closed = pair, True
            return
        super()._bind_noun(binding, index)
        right = binding.right
        if self._is_told_of(binding):  # "he was briefed on the talks that Hamas held with X": he held none
            after = self._group_after(right[-1].last, binding.right_limit, reach=NEXT)
            met = after if after and after[0].oblique == "with" else []
            binding.left, binding.right, binding.closed = right, met, True
            return
        if self._is_held_by(binding):  # "in a meeting he had with B"
            binding.left, binding.right, binding.closed = right[:1], right[1:], True
            return
        if binding.rule.says == "message" and len(right) == 1 and right[0].last <= binding.trigger.last:
            binding.right = [*right, *self._group_after(binding.trigger.last, binding.right_limit, reach=2)]
        if not binding.right and len(set(sides_of(binding.left))) < 2:
            binding.left = self._both_behind(binding) or binding.left
        if not binding.left and len(set(sides_of(binding.right))) == 1:
            binding.left = self._agent_behind(binding) or self._reporting_behind(binding)

    def _is_told_of(self, binding: Binding) -> bool:
        """Whether the clause behind a noun names who held the talks: "the talks that | Hamas held"."""
        right, last = binding.right, binding.trigger.last
        if not right or right[0].oblique or len(set(sides_of(right))) != 1 or right[0].first < last:
            return False
        opens = any(self.spans.has(i, "relative") for i in (last - 1, last))
        return opens and right[0].first - last <= 1 and right[0].kind != "reference"

    def _is_held_by(self, binding: Binding) -> bool:
        """Whether a clause that no word opens says who held the talks: a pronoun right behind the noun."""
        right = binding.right
        pronoun = len(right) > 1 and right[0].kind == "reference" and not right[0].oblique
        return pronoun and right[0].first == binding.trigger.last and right[1].oblique == "with"

    def _both_behind(self, binding: Binding) -> list[Party]:
        """ "Over a working lunch in Doha, A and B went over the truce": both stand behind the comma."""
        first, trigger = self.spans.sentence.first, binding.trigger
        if trigger.first - first > OPENING or any(p.last <= trigger.first for p in self.phrases.parties):
            return []
        for comma in range(trigger.last, self.spans.sentence.last):
            if self.tokens[comma].text in COMMAS:
                group = self._group_after(comma + 1, self.spans.sentence.last, reach=1)
                free = [p for p in group if not p.oblique]
                if len(set(sides_of(free))) > 1:
                    return free
        return []

    def _agent_behind(self, binding: Binding) -> list[Party]:
        """ "Talks with A were held by B": who held them stands behind a "by"."""
        start, last = binding.right[-1].last, self.spans.sentence.last
        agents = (p for p in self.phrases.parties if start <= p.first < min(start + _BY, last))
        agent = next((p for p in agents if p.oblique == "agent"), None)
        if agent is None or any(self.tokens[i].text in COMMAS for i in range(start, agent.first)):
            return []
        return self._group_after(agent.first, last, reach=0)

    def _reporting_behind(self, binding: Binding) -> list[Party]:
        """ "Consultations were held with A, B reported": whoever reports what nobody else is said to have held."""
        last = self.spans.sentence.last
        for said in self.spans.tables.get("reporting", ()):
            before = [p for p in self.phrases.parties if binding.right[-1].last < p.first < said.first]
            if said.first < binding.right[-1].last or last - said.last > _REPORT or not before:
                continue
            speaker = before[0]
            closed = any(self.tokens[i].text in COMMAS for i in range(binding.right[-1].last, speaker.first))
            if closed and not speaker.oblique and said.first - before[-1].last <= _REPORT:
                return [replace(speaker, kind="org", people=[])] if speaker.side else []
        return []

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        super()._bind_travel(binding, index, order)
        guests = binding.left
        if binding.rule.frame != "travel-noun" or binding.destination or binding.right or not guests:
            return
        came = all(binding.trigger.last <= p.first for p in guests)
        hosts = self._subject(index) if came else []
        if not hosts or hosts[0].side in sides_of(guests):
            return
        if hosts[0].place:  # "Cairo had a visit from X"
            binding.destination = PlaceSpan(hosts[0].first, hosts[0].last, hosts[0].place)
        else:
            binding.right, binding.visited = hosts, True
