"""Who has what a noun tells, in a language with cases: its owner, its holder, the ministry, whoever tells of it."""

from collections.abc import Sequence

from ..parties.parties import Party
from ..words.spans import Span, names_in
from .bindings import Binding
from .caseregions import may_be
from .casesubjects import CaseSubjects

NEXT = 2  # words between a noun and its genitive: "встреча в среду Богданова"
_SCENES = ("subject_stop", "locative", "setting")
_SCENE = 5  # words of "в состоявшемся сегодня телефонном разговоре"
_PASSIVE = 4  # words between a passive participle and whoever did it
_TELLS = 3  # words between a verb of saying and whoever says it


class CaseOwners(CaseSubjects):
    """Finds the parties of a noun besides its partners."""

    def _is_attended(self, binding: Binding) -> bool:
        """ "На встрече присутствовал A": who was at a meeting told of before."""
        scene = self.spans.has(binding.trigger.first - 1, "locative")
        words = range(binding.trigger.last, min(binding.trigger.last + NEXT, binding.right_limit))
        before = range(max(binding.left_limit, binding.trigger.first - 2 * NEXT), binding.trigger.first)
        return scene and any(self.spans.has(i, "members") for i in (*before, *words))

    def _institution(self, binding: Binding, subject: Sequence[Party]) -> list[Party]:
        """ "консультации в МИД России": the ministry where they were held is the counterpart."""
        sides = {p.side for p in subject}
        for party in self.phrases.parties:
            inside = binding.left_limit <= party.first < binding.right_limit
            if inside and party.kind == "org" and party.oblique == "locative" and party.side not in sides:
                return self._coordinated(party)
        return []

    def _capital_called(self, binding: Binding, subject: Sequence[Party]) -> list[Party]:
        """ "позвонил в Кабул": the government of the capital that somebody telephones to."""
        last, sides = binding.trigger.last, {p.side for p in subject}
        for atom in self.spans.atoms:
            named = [n for n in names_in(atom) if n.kind == "metonym" and n.side and n.side not in sides]
            beside = atom.first == last + 1 and self.spans.has(last, "destination")
            if named and beside:
                return [Party("org", atom.first, atom.last, named[0].side, oblique="to")]
        return []

    def _genitive_after(self, trigger: Span, limit: int, *, reach: int = NEXT) -> list[Party]:
        parties = [p for p in self.phrases.parties if trigger.last <= p.first < limit]
        for party in parties:
            if self._distance(trigger.last, party.first) > reach:
                return []
            if any(self._comma(i) for i in range(trigger.last, party.first)):
                return []  # "когда пройдет встреча, замглавы МИД ..."
            if not party.oblique and may_be(party, "gen"):
                return self._coordinated(party)
            if party.oblique != "with":
                return []
        return []

    def _holder(self, binding: Binding) -> list[Party]:
        """ "у Богданова прошли разговоры с ...": who had it, on either side of the noun."""
        held = [
            p
            for p in self.phrases.parties
            if binding.left_limit <= p.first < binding.right_limit and self._behind(p, "holder")
        ]
        return self._coordinated(held[-1]) if held else []

    def _actor(self, binding: Binding, wanted: str) -> list[Party]:
        """Who does what a verb says; of a paper that was handed over only who is said to have done it."""
        doer = self._doer(binding) if binding.rule.frame != "passive" else []
        handed = binding.rule.row.get("weak") and self.spans.has(binding.trigger.first, "done_by")
        if not handed:
            return doer or self._nominative(binding, object_case=wanted)
        return doer if self.spans.holds("papers") else []

    def _doer(self, binding: Binding) -> list[Party]:
        """ "с A проведены B консультации", "план передан B": who did what a passive participle says."""
        words = range(binding.left_limit, binding.right_limit)
        done = next((i for i in words if self.spans.has(i, "done_by")), None)
        if done is None:
            return []
        doing = [p for p in self._bare() if "ins" in p.cases and "nom" not in p.cases and p not in self.taken]
        near = [p for p in doing if p.first in words and self._beside(p, done)]
        return self._coordinated(min(near, key=lambda p: abs(p.first - done))) if near else []

    def _beside(self, party: Party, word: int) -> bool:
        """Whether at most a day, a town and a dative stand between somebody and a word."""
        first, last = (party.last, word) if party.last <= word else (word + 1, party.first)
        return self._distance(first, last) <= _PASSIVE

    def _teller(self, binding: Binding) -> list[Party]:
        """ "О переговорах с A рассказал B", "в разговоре с A настаивал B": who tells of what he had with another."""
        first = binding.trigger.first
        before = range(first - 1, max(first - _SCENE, self.spans.sentence.first) - 1, -1)
        opening = next((i for i in before if self.spans.has(i, *_SCENES) or self._comma(i)), None)
        if opening is None or self._comma(opening):
            return []
        met = {p.side for p in binding.right}
        for saying in self._borders("reporting"):
            told = [p for p in self._bare() if 0 <= self._distance(saying.last, p.first) <= _TELLS]
            behind = [p for p in told if p.first >= saying.last and may_be(p, "nom") and p.side not in met]
            if saying.first >= binding.trigger.last and behind:
                return self._coordinated(behind[0])
        return []

    def _told_there(self, binding: Binding) -> list[Party]:
        """ "на переговорах в российском МИД A обещал B": who of the ministry was spoken to."""
        if not binding.right or any(p.oblique != "locative" for p in binding.right):
            return []
        sides = {p.side for p in binding.right}
        spoken_to = [p for p in self._bare() if p.people and p.cases == {"dat"} and p.side in sides]
        return [p for p in spoken_to if binding.left_limit <= p.first < binding.right_limit][:1]

    def _behind_scene(self, binding: Binding) -> list[Party]:
        """ "После беседы с A, которая заняла два часа, B подписал ...": the subject behind the scene that opens."""
        before = binding.trigger.first - 1
        opening = range(before, max(before - _SCENE, self.spans.sentence.first - 1), -1)
        if not any(self.spans.has(i, "setting") for i in opening) or any(map(self._comma, opening)):
            return []
        met = {p.side for p in binding.right}
        for party in self._bare():
            acts = party.cases == {"nom"} or (party.people and may_be(party, "nom"))
            if party.first < binding.right_limit or party.means == "relative" or not acts:
                continue
            lead = range(max(party.first - _TELLS, binding.right_limit), party.first)
            if party.side not in met and any(map(self._comma, lead)):
                return self._coordinated(party)
        return []

    def _addressee(self, binding: Binding) -> list[Party]:
        """ "Москва добивалась этого от ХАМАС на консультациях", "сказал Хании на встрече": who was told."""
        sides = {p.side for p in binding.left}
        for party in self.phrases.parties:
            asked = party.kind == "person" and "acc" in party.cases and "nom" not in party.cases
            told = party.oblique in ("of", "to") or party.cases == {"dat"} or (asked and not party.oblique)
            inside = binding.left_limit <= party.first and party.last <= binding.trigger.first
            if inside and told and party.side and party.side not in sides:
                return self._coordinated(party)
        return []


def between_them(partners: Sequence[Party]) -> bool:
    """ "разговор между ними": who had it is told."""
    return any(p.oblique == "between" and p.means in ("people", "both") for p in partners)


def outside(party: Party, partners: Sequence[Party]) -> bool:
    """ "обсудили итоги переговоров между A и B": of two sides that are told nobody else had the talks."""
    between = {p.side for p in partners if p.oblique == "between" and p.side}
    return len(between) > 1 and party.side not in between


def another_side(subject: Sequence[Party], partners: Sequence[Party]) -> bool:
    """Whether the subject is somebody else than the partners; one without a side may be anybody."""
    return any(p.side is None for p in subject) or not {p.side for p in subject} <= {p.side for p in partners}
