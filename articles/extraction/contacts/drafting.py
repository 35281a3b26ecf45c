"""From a binding to a draft: who, what status, when and where, or the reason why it is no contact."""

from collections.abc import Sequence

from ..binding.bindings import Binding, is_bare_noun, sides_of
from ..parties.parties import Party
from ..types import Document, Evidence, EvidenceField
from ..words.language import Language
from ..words.layout import Block
from ..words.lexicon import Lexicon
from ..words.spans import SentenceSpans
from ..words.text import Token
from .aims import come_true, is_aim, is_purpose, share_day
from .circumstances import Circumstances
from .company import Company
from .counterparts import Counterparts
from .destinations import Destinations
from .drafts import Draft, shown
from .meaning import Meaning
from .meant import Meant
from .reasons import nowhere, nowhere_told
from .reference import Discourse
from .status import Stance, is_past, restated, stance
from .unbound import name_unbound

_RESTATED = 3  # sentences, and drafts, back to what "this was denied" speaks of
_TOLD_BY_PHONE = ("meeting", "message")  # "congratulated him by telephone"
_NOUNS = ("noun", "travel-noun")
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
        self.counterparts = Counterparts(language, lexicon, discourse, document.published)
        self.destinations = Destinations(language, lexicon)
        self.meaning = Meaning(tokens, language, discourse)
        self.company = Company(document, language, discourse.people)
        self.last: Draft | None = None
        self.last_is_aim = False
        self.last_left: list[Party] = []
        self.last_noun = False

    def draft(self, binding: Binding) -> tuple[list[Draft], str]:
        """The contacts of one binding (one held and one denied, one, or none), and what became of it."""
        position = stance(binding, self.tokens, self.language)
        if {"appeal", "hypothetical"} & position.says or "inside" in position.says:
            if self.language.plain:
                self._note_pair(binding)
            return [], "no contact: an appeal or a talk inside one organisation"
        parties = self.meaning.of(binding)
        carried = self.language.cases or self.language.order == "verb-first"
        if carried and self._with_the_last(binding, position):
            assert self.last
            position.status = self.last.status
        draft = self._new(binding, position, parties)
        self.circumstances.date(draft, binding, position)
        aim = self._aims(binding, position)
        come_true(draft, aim=aim and not self.language.articles)
        share_day(draft, self.last, last_is_aim=self.last_is_aim)
        if draft.caption and not any(e.field == "date" for e in draft.evidence):
            return [], "a caption without a date of its own"
        self.circumstances.go_there(binding)
        self.circumstances.place(draft, binding)
        self._at_destination(draft, binding)
        if draft.kind == "visit":
            self.destinations.journey(draft, binding, self.counterparts.told)
            self.counterparts.host_of_visit(draft, binding)
            draft.purpose = draft.purpose or self.destinations.is_made(draft)
            if draft.place:
                self.discourse.land = self.lexicon.side_of_country(draft.place.country)
        reason = nowhere(binding, self.language) or nowhere_told(draft, binding)
        if not reason:
            self.destinations.note_meeting(draft)
            reason = self.counterparts.complete(draft, binding, parties)
        if reason:
            if binding.rule.row.get("placed"):
                self.company.add_listener(draft, self.counterparts.told)
            return [], reason
        if self._spoke_again(draft, binding):
            draft.kind, draft.place = "call", None
        self._carry_over(draft, binding, position)
        name_unbound(draft, binding)
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

    def _aims(self, binding: Binding, position: Stance) -> bool:
        return is_purpose(position, binding, self.tokens, self.language)

    def _at_destination(self, draft: Draft, binding: Binding) -> None:
        """ "24 ноября посетит Португалию и встретится с президентом": in the country that one goes to."""
        went = self.last
        goes_on = went is not None and went.sentence == draft.sentence and went.kind == "visit"
        if self.language.cases and goes_on and went and draft.kind == "meeting" and draft.place is None:
            draft.place = went.place if self.last_left == binding.left else None

    def _of_same_day(self, draft: Draft, last: Draft) -> None:
        """ "akan terbang ke X pada Mei dan bertemu Y": the one day said is ahead for both."""
        days = [{(e.start, e.end) for e in d.evidence if e.field == "date"} for d in (draft, last)]
        if self.language.plain and last.status == "planned" and days[0] and days[0] == days[1]:
            draft.when, draft.background = last.when, last.background

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

    def _note_pair(self, binding: Binding) -> None:
        """Remember whom "they" are, of a contact that is only spoken of: "A bersedia menemui B. Keduanya ..."."""
        parties = self.meaning.of(binding)
        if binding.rule.frame == "noun" and not any(meant.people for meant in parties):
            return  # "peluang perundingan Palestina-Israel": not the two who met
        if len({side for meant in parties for side in meant.sides}) > 1:
            self.discourse.note_contact(parties, [m for m in parties if m.party in binding.left])

    def _spoke_again(self, draft: Draft, binding: Binding) -> bool:
        """ "Предыдущий разговор двух лидеров": of those who telephoned, where the noun names no parties itself."""
        told = self.counterparts.told
        named = {p.side for p in binding.parties if p.side}
        return (
            draft.vague
            and len(named) < len(draft.sides)
            and told is not None
            and told.kind == "call"
            and draft.sentence - told.sentence <= _RESTATED
            and set(draft.sides) <= set(told.sides)
        )

    def _with_the_last(self, binding: Binding, position: Stance) -> bool:
        """ "отправится в пятницу с визитом": what is to come of one subject, told twice in a sentence."""
        last, index = self.last, binding.sentence.sentence.index
        same = last is not None and last.sentence == index and self.last_left == binding.left
        same = same and not self._of_noun(binding)
        return same and not position.cue and bool(binding.left) and not self._came_for_the_last(binding)

    def _came_for_the_last(self, binding: Binding) -> bool:
        """ "чтобы встретиться с X, прилетел": what one came for does not put off the coming."""
        return self.last_is_aim and binding.rule.says == "visit"

    def _of_noun(self, binding: Binding) -> bool:
        """ "накануне визита в Анкару позвонил": what is said of a noun does not go on to the verb behind it."""
        return self.language.cases and self.last_noun and binding.rule.frame not in _NOUNS

    def _carry_over(self, draft: Draft, binding: Binding, position: Stance) -> None:
        """What goes on from the contact told before: "will meet A and meet B", "in May ... he met B"."""
        last = self.last
        # "guna merundingkan X, A mendarat di Y": what one came for does not put off the coming
        came = draft.kind == "visit" and last is not None and last.kind == "meeting"
        same = last and last.sentence == draft.sentence and self.last_left == binding.left
        same = same and not self._of_noun(binding)
        came = came or (last is not None and _clause_between(last, draft, binding))
        came = came or self._came_for_the_last(binding) or is_past(binding, self.tokens, self.language)
        if last and same and not position.cue and not came:
            draft.status = last.status
            self._of_same_day(draft, last)
        named = len(set(sides_of(binding.right))) > 1
        by_reference = (not binding.left and not named) or any(p.kind == "reference" for p in binding.left)
        if (
            last
            and last.background
            and not draft.when
            and by_reference
            and draft.sentence - last.sentence <= 1
        ):
            draft.background = True
        self.last, self.last_left, self.last_noun = draft, binding.left, binding.rule.frame in _NOUNS
        self.last_is_aim = draft.status == "planned" and is_purpose(
            position, binding, self.tokens, self.language
        )

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
            definite=binding.retold
            or (
                not _names_parties(binding)
                and bool(
                    rule.row.get("definite")
                    or binding.definite
                    or is_bare_noun(binding, self.language)
                    or _of_nobody_named(binding, self.language)
                )
            ),
            vague=bool(rule.row.get("vague")),
            background="background" in position.says and "news" not in position.says,
            told_in={binding.sentence.sentence.index},
            caption=binding.sentence.sentence.block.role == "caption",
            due=self.language.cases and position.status == "planned" and _was_due(binding),
            purpose=position.status == "planned"
            and (is_aim(position, binding) or (self.language.plain and self._aims(binding, position))),
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


def _clause_between(last: Draft, draft: Draft, binding: Binding) -> bool:
    """ "ingin bertemu A saat menemui B": what is said of a verb does not go on into another clause."""
    between = range(last.trigger.last, draft.trigger.first)
    return any(binding.sentence.has(i, "clause") for i in between)


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
    return binding.rule.frame == "noun" and not binding.left and vague


def _names_parties(binding: Binding) -> bool:
    """Whether "the meeting" goes on with its parties, as a new one would: "the meeting between A and B"."""
    named = (
        party for party in binding.right if party.means != "both"
    )  # "between the two sides" names nobody
    return any(party.oblique in ("with", "between", "of") for party in named)


def _was_due(binding: Binding) -> bool:
    """ "должен был прилететь в среду": told of a plan that may have come to nothing."""
    first, last = binding.sentence.sentence.first, binding.sentence.sentence.last
    words = range(max(first, binding.left_limit), min(last, max(binding.right_limit, binding.trigger.last)))
    return any(binding.sentence.has(i, "overdue") for i in words)
