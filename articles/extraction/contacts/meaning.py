"""Whom the parties of a binding stand for, seen from one another and from what was told before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..binding.bindings import Binding, is_bare_noun
from ..parties.parties import Party
from ..parties.people import Person
from ..words.language import Language
from ..words.text import Token
from .among import among
from .meant import Meant
from .reference import Discourse

_PAIR = 2  # sides
_PRINCIPALS = "principals"  # plural offices: "министры", "президенты"
_BESIDE = 2  # words between a verb of saying and who says it


class Meaning:
    """Resolves the parties of the bindings of one article."""

    def __init__(self, tokens: Sequence[Token], language: Language, discourse: Discourse) -> None:
        self.tokens, self.language, self.discourse = tokens, language, discourse

    def of(self, binding: Binding) -> list[Meant]:
        alone = not binding.right
        meant = [self.discourse.resolve(party, binding.phrases, alone=alone) for party in binding.parties]
        if binding.rule.row.get("sides"):
            return among(binding, meant)
        self._stand_for_two(meant, binding)
        self._leave_hosts_at_home(meant, binding)
        self._without_speakers(meant, binding)
        self._disown(meant, binding)
        self._tell_apart(meant, binding)
        self._take_partners_office(meant, binding)
        _drop_summed_up(meant)
        retold = binding.definite or bool(binding.rule.row.get("definite"))
        if binding.rule.frame == "noun" or (
            binding.rule.frame == "travel-noun" and retold
        ):  # "we discussed the talks of the factions" does not say that we were there
            for m in meant:
                m.people = [] if m.party and m.party.means == "speaker" else m.people
        if is_bare_noun(binding, self.language) and not binding.parties:
            return meant
        sides = {side for m in meant for side in m.sides}
        meant += self._pronoun_of(binding, sides)
        sides = {side for m in meant for side in m.sides}
        both = binding.rule.row.get("both") or self._again(binding, sides) or self._we_met(binding, meant)
        told = {side for m in self.discourse.both for side in m.sides}
        both = both and (self.language.order != "verb-first" or sides <= told)
        if both and len(sides) < 2 and self.discourse.both:
            return [replace(m, resolved=True) for m in self.discourse.both]
        alone = self._is_alone(binding)
        if self._by_him(binding):
            meant += [self._him(sides, binding)]
        elif alone and (len(sides) < 2 or self._met_alone(binding)):
            meant = [*self._subject_before(sides), *meant]
        if binding.rule.frame == "travel-noun" and is_bare_noun(binding, self.language):
            for m in meant:  # "визит отложен, сказал он": whose visit it is stands in the genitive
                if m.party in binding.left and m.party and "gen" not in m.party.cases:
                    m.people, m.sides = [], []
        for one, other in pairwise(meant):
            if _is_vague_group(one) and other.party and other.party.oblique == "company" and other.sides:
                one.sides = list(other.sides)  # "officials, among them the minister"
            together = (one.party in binding.left) == (other.party in binding.left)
            met = other.party is not None and other.party.oblique in ("with", "to", "agent")
            if not other.sides and one.sides and other.party and other.party.people and together and not met:
                other.sides = list(one.sides)  # "a Hamas delegation led by X"
                other.people = [
                    self.discourse.people.dressed(p, side=one.sides[0], role=p.role) for p in other.people
                ]
        return meant

    def _stand_for_two(self, meant: list[Meant], binding: Binding) -> None:
        """ "Министры договорились встретиться", "лидеры двух стран обсудят ...": the two told of before."""
        parties = binding.parties
        one = meant[0] if self.language.cases and len(parties) == 1 else None
        if one is None or one.sides or one.people or parties[0].means != _PRINCIPALS:
            return
        two, whose = self.discourse.both, _behind(parties[0], binding)
        if any(binding.sentence.has(i, "several") for i in whose):
            binding.closed = True  # "лидеры стран СНГ": of many others
            return
        if not two and any(binding.sentence.has(i, "two") for i in whose):
            named = {p.side: p for p in reversed(self.discourse.named)}.values()  # the first of each side
            two = [Meant([p.side], list(p.people), party=p) for p in named if p.side]
        if len({side for m in two for side in m.sides}) == _PAIR:
            one.people = [p for m in two for p in m.people]
            one.sides = list(dict.fromkeys(side for m in two for side in m.sides))
            one.resolved = True

    def _without_speakers(self, meant: list[Meant], binding: Binding) -> None:
        """ "Песков подтвердил, что встреча с Уиткоффом состоится": a spokesman speaks for a side, he meets nobody."""
        for m in meant if self.language.cases or self.language.order == "verb-first" else ():
            told = m.party in binding.left and binding.rule.frame == "noun"
            spokesmen = [
                p for p in m.people if told and "spokesperson" in self.discourse.people.offices_of(p)
            ]
            own = m.party is not None and m.party.title == "spokesperson"
            own = own or (m.party is not None and self._says_of_others(m.party, binding))
            m.people = [] if told and own else [p for p in m.people if p not in spokesmen]

    def _says_of_others(self, party: Party, binding: Binding) -> bool:
        """ "قال بوغدانوف: من المقرر عقد لقاءات": whoever says that there is a meeting need not be there himself."""
        if self.language.order != "verb-first" or binding.right or binding.rule.row.get("owned"):
            return False
        spans = binding.sentence
        said = any(0 <= party.first - s.last <= _BESIDE for s in spans.sayings())
        between = range(party.last, binding.trigger.first)
        return said and any(spans.has(i, "clause") or self.tokens[i].text == ":" for i in between)

    def _pronoun_of(self, binding: Binding, sides: set[str]) -> list[Meant]:
        """ "وصل A إلى أنقرة. واستقبله B": whom a pronoun written to the verb means, of a sentence before."""
        before = self.language.order == "verb-first" and binding.rule.row.get("object") == "before"
        if not before or binding.right or len(sides) != 1 or binding.rule.frame not in ("active", "receive"):
            return []
        if any(
            binding.sentence.shaped(i, "them") for i in range(binding.trigger.first, binding.trigger.last)
        ):
            return []
        him = self.discourse.of_person()
        return [him] if him.sides and not set(him.sides) & sides else []

    def _disown(self, meant: list[Meant], binding: Binding) -> None:
        """ "Haniyeh met officials": whose they are is not told, but they are not his own."""
        own = {side for m in meant if m.party in binding.left for side in m.sides}
        for m in meant:
            if m.party in binding.right and m.resolved and _is_vague_group(m) and set(m.sides) <= own:
                other = self.discourse.group_side_besides(own) if self.language.cases else None
                m.sides = [other] if other else []

    def _tell_apart(self, meant: list[Meant], binding: Binding) -> None:
        """ "Bogdanov received him": he is nobody of Bogdanov's own side, but the last of another."""
        for one in meant:
            if (
                one.party is None
                or one.party.kind != "reference"
                or one.party.means != "person"
                or one.party.side
            ):
                continue
            beside = binding.left if one.party in binding.right else binding.right
            opposed = {s for m in meant if m.party in beside and m.party is not one.party for s in m.sides}
            if (
                one.sides
                and set(one.sides) <= opposed
                and (person := self._named_before(one.party, opposed, binding))
            ):
                one.people, one.sides = [person], [person.side] if person.side else []

    def _take_partners_office(self, meant: list[Meant], binding: Binding) -> None:
        """ "Mashal saw Lavrov but was not received by the president": by the one of those whom he has to do with."""
        told = {side for m in self.discourse.both for side in m.sides}
        for one in meant:
            party = one.party
            if party is None or party.kind != "title" or party.side or party.people or not one.people:
                continue
            beside = binding.left if party in binding.right else binding.right
            opposed = {s for m in meant if m.party in beside for s in m.sides}
            partner = told - opposed
            if not opposed <= told or not opposed or len(partner) != 1 or partner == set(one.sides):
                continue
            person = self.discourse.people.by_office(party.title, next(iter(partner)))
            if person and person.side in partner:
                one.people, one.sides = [person], list(partner)

    def _named_before(self, party: Party, opposed: set[str], binding: Binding) -> Person | None:
        """ "Haniyeh flew to Moscow, where Lavrov received him": the last of another side, in the sentence first."""
        before = [
            p for p in binding.phrases.parties if p.last <= party.first and p.kind == "person" and p.people
        ]
        others = [p for p in before if p.side and p.side not in opposed]
        return others[-1].people[0] if others else self.discourse.last_not_of(opposed)

    def _again(self, binding: Binding, sides: set[str]) -> bool:
        """ "A menelepon lagi": whom A called before."""
        trigger, told = binding.trigger, {s for m in self.discourse.both for s in m.sides}
        return (
            binding.rule.frame == "active"
            and not binding.right
            and bool(sides)
            and sides <= told
            and any(binding.sentence.has(i, "again") for i in range(trigger.first + 1, trigger.last))
        )

    def _we_met(self, binding: Binding, meant: Sequence[Meant]) -> bool:
        """ "A and B agreed on a truce. "We met a while ago," A wrote": "we" are the two told of before."""
        speaks = any(m.party in binding.left and m.party and m.party.means == "speaker" for m in meant)
        told = {p.who for m in self.discourse.both for p in m.people}
        named = {p.who for m in meant for p in m.people}
        verb = binding.rule.frame in ("active", "mutual") and binding.rule.says in ("meeting", "call")
        return (
            self.language.articles and speaks and verb and not binding.right and bool(named) and named <= told
        )

    def _is_alone(self, binding: Binding) -> bool:
        """Whether the sentence may leave out who acts; of "the visit" it was told before whose it is."""
        rule = binding.rule
        retold = (
            self.language.order == "verb-first" and rule.frame == "travel-noun" and rule.row.get("definite")
        )
        # "percakapan pada 7 Agustus itu": whose it is was told with it
        told = binding.definite or bool(rule.row.get("definite"))
        retold = retold or (self.language.plain and rule.frame == "noun" and told)
        # "запланированы двусторонние переговоры с A"
        one = rule.frame == "round" and not any(p.oblique == "with" for p in binding.right)
        # "встреча палестинских движений": of several among themselves
        one = one or (self.language.cases and any(p.summed and not p.oblique for p in binding.right))
        return not (binding.left or binding.closed or retold or one) and rule.frame != "mutual"

    def _met_alone(self, binding: Binding) -> bool:
        """ "Возможны и встречи с министрами из Кувейта и Омана": all whom the sentence names are partners."""
        partners = bool(binding.right) and all(p.oblique == "with" for p in binding.right)
        if self.language.order == "verb-first" and binding.rule.frame == "active":  # "تباحث مع A وB"
            return bool(binding.right) and binding.right[0].oblique == "with"
        return partners

    def _by_him(self, binding: Binding) -> bool:
        """ "X, yang ditemuinya": the agent is a pronoun written to the passive."""
        if binding.rule.frame == "guest":  # "X was **his** guest"
            first = binding.trigger.first
            return not binding.right and any(
                binding.sentence.has(i, "possessive") for i in (first - 1, first)
            )
        spoken_of = binding.rule.frame == "passive" or (
            binding.rule.frame in ("receive", "active") and binding.rule.says != "message"
        )
        return spoken_of and not binding.right and binding.sentence.shaped(binding.trigger.last - 1, "his")

    def _leave_hosts_at_home(self, meant: list[Meant], binding: Binding) -> None:
        """ "kehadiran mereka di Moskow", after a meeting with Bogdanov: of "them" only the guests travelled."""
        town = binding.destination
        host = self.discourse.lexicon.side_of_country(town.place.country) if town else None
        for m in meant:
            if host and m.party and m.party.means in ("people", "both") and set(m.sides) - {host}:
                m.sides = [side for side in m.sides if side != host]
                m.people = [person for person in m.people if person.side != host]

    def _him(self, sides: set[str], binding: Binding) -> Meant:
        """Whoever "-nya" is: the person named last, and nobody of these sides."""
        first = binding.trigger.first
        before = [p for p in binding.phrases.parties if p.last <= first and p.people and p.side not in sides]
        if sides and before:  # "bagi Abbas: Putin menyalaminya"
            return Meant([before[-1].side] if before[-1].side else [], list(before[-1].people), resolved=True)
        him = self.discourse.of_person()
        if set(him.sides) & sides and (person := self.discourse.last_not_of(sides)):
            return Meant([person.side] if person.side else [], [person], resolved=True)
        return him

    def _subject_before(self, sides: set[str]) -> list[Meant]:
        """The subject of the sentence before, where the sentence itself names none."""
        subject = self.discourse.subject
        if not subject or sides & {s for m in subject for s in m.sides}:
            subject = self.discourse.opposite(sides)
        return subject


def _behind(party: Party, binding: Binding) -> range:
    """The words of a party and the one behind it: "лидеры | двух стран"."""
    return range(party.first, min(party.last + 1, binding.sentence.sentence.last))


def _is_vague_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group" and meant.party.side is None


def _drop_summed_up(meant: list[Meant]) -> None:
    """ "two Palestinian factions, Fatah and Hamas": the list says who the sum is."""
    for one, other in pairwise(list(meant)):
        if not (one.party and one.party.summed and other.party and other.sides):
            continue
        if not other.party.oblique or other.party.oblique == "company":
            meant.remove(one)
