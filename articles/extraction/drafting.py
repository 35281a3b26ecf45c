"""From a binding to a draft: who, what status, when and where, or the reason why it is no contact."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .bindings import Binding, is_bare_noun, sides_of
from .circumstances import Circumstances
from .company import Company
from .counterparts import Counterparts
from .drafts import Draft, shown
from .language import Language
from .layout import Block
from .lexicon import Lexicon
from .parties import Party
from .reference import Discourse, Meant
from .spans import SentenceSpans
from .status import Stance, restated, stance
from .text import Token
from .types import Document, Evidence, EvidenceField

_RESTATED = 3  # sentences, and drafts, back to what "this was denied" speaks of
_TOLD_BY_PHONE = ("meeting", "message")  # "congratulated him by telephone"
_SIDED_FRAMES = {
    "receive": ("hosts", "visitors"),
    "passive": ("visitors", "hosts"),
    "stay": ("visitors", "hosts"),
}


class Drafter:
    """Turns bindings into drafts, one article long."""

    def __init__(  # noqa: PLR0917 - an article and what it is read with
        self,
        document: Document,
        tokens: Sequence[Token],
        blocks: Sequence[Block],
        language: Language,
        lexicon: Lexicon,
        discourse: Discourse,
    ) -> None:
        self.document, self.tokens, self.language = document, tokens, language
        self.lexicon, self.discourse = lexicon, discourse
        self.circumstances = Circumstances(document, tokens, blocks, language)
        self.counterparts = Counterparts(language, lexicon, discourse)
        self.company = Company(document, language, discourse.people)
        self.last: Draft | None = None
        self.last_left: list[Party] = []

    def draft(self, binding: Binding) -> tuple[list[Draft], str]:
        """The contacts of one binding (one held and one denied, one, or none), and what became of it."""
        position = stance(binding, self.tokens)
        if {"appeal", "hypothetical"} & position.says or "inside" in position.says:
            return [], "no contact: an appeal or a talk inside one organisation"
        parties = self._meant(binding)
        draft = self._new(binding, position, parties)
        self.circumstances.date(draft, binding, position)
        self._on_the_journey(draft, binding)
        if draft.caption and not any(e.field == "date" for e in draft.evidence):
            return [], "a caption without a date of its own"
        self.circumstances.place(draft, binding)
        if draft.kind == "visit":
            self.counterparts.journey(draft, binding)
            self.counterparts.host_of_visit(draft, binding)
        if reason := (
            self.counterparts.nowhere(binding)
            or self.counterparts.nowhere_told(draft, binding)
            or self.counterparts.complete(draft, binding, parties)
        ):
            return [], reason
        self._carry_over(draft, binding, position)
        drafts = [draft, *self.circumstances.other_times(draft, binding)]
        if binding.negated:
            drafts.append(self._denied_part(draft, binding, parties))
        if len(draft.sides) >= 2:
            self.counterparts.told = draft
        if not draft.definite and any(meant.sides for meant in parties):
            self.discourse.note_contact(parties, [m for m in parties if m.party in binding.left])
        if draft.when and (draft.when.exact or draft.background):
            self.circumstances.note_day(draft.when)
        return drafts, "entry"

    def _on_the_journey(self, draft: Draft, binding: Binding) -> None:
        """ "came to Moscow on Monday to meet X": the one day said is that of the journey, seen from which it is."""
        went = self.last
        if not (went and went.sentence == draft.sentence and went.kind == "visit" and went.status == "held"):
            return
        days = [e for e in went.evidence if e.field == "date"]
        same = any(
            (e.start, e.end) == (d.start, d.end) for e in draft.evidence for d in days if e.field == "date"
        )
        if draft.status == "planned" and same:
            draft.when = went.when

    def restate(self, drafts: Sequence[Draft], spans: SentenceSpans) -> None:
        """Give the contacts of the sentence told last the status that a sentence of its own says of them."""
        said, index = restated(spans), spans.sentence.index
        last = drafts[-1].sentence if drafts else -1
        if said is None or index - last > _RESTATED:
            return
        status, cue = said
        for draft in drafts[-_RESTATED:]:
            if draft.sentence == last and not draft.background:
                draft.status = status
                draft.evidence = [e for e in draft.evidence if e.field != "status"]
                draft.evidence.append(self._shown("status", cue.first, cue.last, status))

    def _carry_over(self, draft: Draft, binding: Binding, position: Stance) -> None:
        """What goes on from the contact told before: "will meet A and meet B", "in May ... he met B"."""
        last = self.last
        if last and last.sentence == draft.sentence and not position.cue and self.last_left == binding.left:
            draft.status = last.status
        by_reference = not binding.left or any(p.kind == "reference" for p in binding.left)
        if (
            last
            and last.background
            and not draft.when
            and by_reference
            and draft.sentence - last.sentence <= 1
        ):
            draft.background = True
        self.last, self.last_left = draft, binding.left

    def _meant(self, binding: Binding) -> list[Meant]:
        alone = not binding.right
        meant = [self.discourse.resolve(party, binding.phrases, alone=alone) for party in binding.parties]
        _disown(meant, binding)
        self._tell_apart(meant, binding)
        _drop_summed_up(meant)
        if (
            binding.rule.frame == "noun"
        ):  # "we discussed the talks of the factions" does not say that we were there
            for m in meant:
                m.people = [] if m.party and m.party.means == "speaker" else m.people
        if is_bare_noun(binding, self.language) and not binding.parties:
            return meant
        sides = {side for m in meant for side in m.sides}
        if binding.rule.row.get("both") and len(sides) < 2 and self.discourse.both:
            return [replace(m, resolved=True) for m in self.discourse.both]
        alone = not (binding.left or binding.closed) and binding.rule.frame not in ("round", "mutual")
        if self._by_him(binding):
            meant += [self.discourse.of_person()]
        elif alone and len(sides) < 2:
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
            if one.sides and set(one.sides) <= opposed and (person := self.discourse.last_not_of(opposed)):
                one.people, one.sides = [person], [person.side] if person.side else []

    def _by_him(self, binding: Binding) -> bool:
        """ "X, yang ditemuinya": the agent is a pronoun written to the passive."""
        word = self.tokens[binding.trigger.last - 1].key
        plain = self.language.plain
        return plain and binding.rule.frame == "passive" and not binding.right and word.endswith("nya")

    def _subject_before(self, sides: set[str]) -> list[Meant]:
        """The subject of the sentence before, where the sentence itself names none."""
        subject = self.discourse.subject
        if not subject or sides & {s for m in subject for s in m.sides}:
            subject = self.discourse.opposite(sides) if self.language.cases or self.language.articles else []
        return subject

    def _new(self, binding: Binding, position: Stance, parties: list[Meant]) -> Draft:
        rule = binding.rule
        draft = Draft(
            kind=_kind(binding, position),
            status=position.status,
            sides=list(dict.fromkeys(side for meant in parties for side in meant.sides)),
            people=list({p.who: p for meant in parties for p in meant.people}.values()),
            sentence=binding.sentence.sentence.index,
            trigger=binding.trigger,
            rule=rule.id,
            definite=not _names_parties(binding)
            and bool(
                rule.row.get("definite")
                or binding.definite
                or is_bare_noun(binding, self.language)
                or _of_nobody_named(binding, self.language)
            ),
            vague=bool(rule.row.get("vague")),
            background="background" in position.says and "news" not in position.says,
            told_in={binding.sentence.sentence.index},
            caption=binding.sentence.sentence.block.role == "caption",
            purpose=position.status == "planned" and position.cue is binding.trigger,
        )
        draft.evidence.append(self._shown("trigger", binding.trigger.first, binding.trigger.last, rule.id))
        if position.cue and position.cue is not binding.trigger:
            draft.evidence.append(
                self._shown("status", position.cue.first, position.cue.last, position.status)
            )
        for meant in parties:
            if meant.resolved:
                draft.doubts.append("reference")
            self._show_party(draft, meant)
        self._roles(draft, binding)
        own = {m.party.side for m in parties if m.party in binding.parties and m.party.side}
        draft.stands_alone = draft.definite and len(own) > 1 and bool(draft.people)
        return draft

    def _show_party(self, draft: Draft, meant: Meant) -> None:
        for person in meant.people:
            draft.evidence.append(
                Evidence(
                    "participant",
                    person.start,
                    person.end,
                    self.document.text[person.start : person.end],
                    of=person.name,
                )
            )
        party = meant.party
        if party and not party.people and meant.sides:
            shown = self._shown("side", party.first, party.last)
            draft.evidence.append(Evidence("side", shown.start, shown.end, shown.quote, of=meant.sides[0]))

    def _roles(self, draft: Draft, binding: Binding) -> None:
        names = _SIDED_FRAMES.get(binding.rule.frame)
        left, right = sides_of(binding.left), sides_of(binding.right)
        if names:
            setattr(draft, names[0], left)
            setattr(draft, names[1], right)
        elif binding.rule.frame == "host" and len(set(right)) > 1:
            draft.mediators = left

    def _denied_part(self, draft: Draft, binding: Binding, parties: list[Meant]) -> Draft:
        negated = [self.discourse.resolve(party, binding.phrases) for party in binding.negated]
        left = [m for m in parties if m.party in binding.left or m.party is None]
        denied = self._new(binding, Stance("denied"), [*left, *negated])
        denied.when, denied.place, denied.background = draft.when, draft.place, draft.background
        return denied

    def _shown(self, field: EvidenceField, first: int, last: int, derivation: str = "") -> Evidence:
        return shown(field, first, last, tokens=self.tokens, document=self.document, derivation=derivation)


def _kind(binding: Binding, position: Stance) -> str:
    """What the trigger says; who visits a person meets him, and who talks by telephone does not."""
    kind = "meeting" if binding.visited else binding.rule.says
    return "call" if kind in _TOLD_BY_PHONE and "call" in position.says else kind


def _of_nobody_named(binding: Binding, language: Language) -> bool:
    """ "Встреча министров прошла в Анкаре": without articles, that of those told of before."""
    vague = bool(binding.right) and all(
        p.kind in ("group", "title") and p.side is None and not p.people and not p.oblique
        for p in binding.right
    )
    return language.cases and binding.rule.frame == "noun" and not binding.left and vague


def _names_parties(binding: Binding) -> bool:
    """Whether "the meeting" goes on with its parties, as a new one would: "the meeting between A and B"."""
    named = (
        party for party in binding.right if party.means != "both"
    )  # "between the two sides" names nobody
    return any(party.oblique in ("with", "between", "of") for party in named)


def _is_vague_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group" and meant.party.side is None


def _disown(meant: list[Meant], binding: Binding) -> None:
    """ "Haniyeh met officials": whose they are is not told, but they are not his own."""
    own = {side for m in meant if m.party in binding.left for side in m.sides}
    for m in meant:
        if m.party in binding.right and m.resolved and _is_vague_group(m) and set(m.sides) <= own:
            m.sides = []


def _drop_summed_up(meant: list[Meant]) -> None:
    """ "two Palestinian factions, Fatah and Hamas": the list says who the sum is."""
    for one, other in pairwise(list(meant)):
        if not (one.party and one.party.summed and other.party and other.sides):
            continue
        if not other.party.oblique or other.party.oblique == "company":
            meant.remove(one)
