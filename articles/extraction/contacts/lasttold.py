"""The contact told last, and what goes on from it: "will meet A and meet B", "in May ... he met B"."""

from collections.abc import Sequence

from ..binding.bindings import Binding, sides_of
from ..parties.parties import Party
from ..words.language import Language
from ..words.text import Token
from .aims import is_purpose
from .drafts import Draft
from .status import Stance, is_past

_FINITE = ("active", "receive", "travel", "stay")
_NOUNS = ("noun", "travel-noun")


class Last:
    """The last draft that became a contact, while an article is read."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language
        self.draft: Draft | None = None
        self.is_aim = False
        self.left: list[Party] = []
        self.noun = False

    def _of_noun(self, binding: Binding) -> bool:
        """ "накануне визита в Анкару позвонил": what is said of a noun does not go on to the verb behind it."""
        return self.language.cases and self.noun and binding.rule.frame not in _NOUNS

    def _is_of_same_subject(self, binding: Binding) -> bool:
        """Whether a binding goes on in the sentence of the contact told last, with the subject of it."""
        last, index = self.draft, binding.sentence.sentence.index
        same = last is not None and last.sentence == index and self.left == binding.left
        return same and not self._of_noun(binding) and not self._has_owners(binding)

    def _has_owners(self, binding: Binding) -> bool:
        """ "о будущих переговорах A и B говорили на встрече C и D": a noun with its own two goes on from nothing."""
        noun = self.language.cases and binding.rule.frame == "noun" and not binding.left
        return noun and len(set(sides_of(binding.right))) > 1

    def _is_come_for(self, binding: Binding) -> bool:
        """ "чтобы встретиться с X, прилетел": what one came for does not put off the coming."""
        return self.is_aim and binding.rule.says == "visit"

    def _is_infinitive(self, binding: Binding) -> bool:
        """ "успел побеседовать с A и повидаться с B": the second infinitive goes on from the first."""
        trigger = binding.trigger
        return binding.sentence.shaped(trigger.first, "infinitive")

    def _has_own_verb(self, binding: Binding, position: Stance) -> bool:
        """ "прилетел в Анкару, где намерен встретиться с X": what an infinitive depends on stands right before it."""
        cue, last = position.cue, self.draft
        if cue is None or last is None or last.sentence != binding.sentence.sentence.index:
            return False
        return last.trigger.last <= cue.first and cue.last <= binding.trigger.first

    def _is_due_to(self, binding: Binding) -> bool:
        """ "سيستقبل A الاثنين B الذي **يصل** إلى موسكو": what a clause tells in the present, behind what is to come."""
        last, spans, trigger = self.draft, binding.sentence, binding.trigger
        if self.language.order != "verb-first" or last is None or last.sentence != spans.sentence.index:
            return False
        clause = any(spans.has(i, "relative") for i in (trigger.first - 1, trigger.first))
        present = spans.shaped(trigger.first, "present") or spans.shaped(trigger.last - 1, "present")
        return last.status == "planned" and clause and present and binding.rule.frame in _FINITE

    def status(self, binding: Binding, position: Stance) -> str:
        """ "отправится в пятницу с визитом": what is to come of one subject, told twice in a sentence."""
        if not position.cue and position.status == "held" and self._is_due_to(binding):
            return "planned"
        carried = self.language.cases or self.language.order == "verb-first"
        if not (carried and binding.left) or (position.cue and not self._is_infinitive(binding)):
            return position.status
        if self._has_own_verb(binding, position):
            return position.status
        same = self._is_of_same_subject(binding) and not self._is_come_for(binding)
        return self.draft.status if self.draft and same else position.status

    def place(self, draft: Draft, binding: Binding) -> None:
        """ "24 ноября посетит Португалию и встретится с президентом": in the country that one goes to."""
        went = self.draft
        goes_on = went is not None and went.sentence == draft.sentence and went.kind == "visit"
        if self.language.cases and goes_on and went and draft.kind == "meeting" and draft.place is None:
            draft.place = went.place if self.left == binding.left else None

    def _of_same_day(self, draft: Draft, last: Draft) -> None:
        """ "akan terbang ke X pada Mei dan bertemu Y": the one day said is ahead for both."""
        days = [{(e.start, e.end) for e in d.evidence if e.field == "date"} for d in (draft, last)]
        if self.language.plain and last.status == "planned" and days[0] and days[0] == days[1]:
            draft.when, draft.background = last.when, last.background

    def _may_share_status(self, draft: Draft, binding: Binding, last: Draft) -> bool:
        """ "guna merundingkan X, A mendarat di Y": what one came for does not put off the coming."""
        came = draft.kind == "visit" and last.kind == "meeting"
        came = came or _clause_between(last, draft, binding) or self._is_come_for(binding)
        return not came and not is_past(binding, self.tokens, self.language)

    def carry_over(self, draft: Draft, binding: Binding, position: Stance) -> None:
        """Let a contact go on from the one told before, and remember it as the last."""
        last = self.draft
        same = self._is_of_same_subject(binding) and not position.cue
        if last and same and self._may_share_status(draft, binding, last):
            draft.status = last.status
            self._of_same_day(draft, last)
        named = len(set(sides_of(binding.right))) > 1
        by_reference = (not binding.left and not named) or any(p.kind == "reference" for p in binding.left)
        near = last is not None and draft.sentence - last.sentence <= 1
        if last and last.background and not draft.when and by_reference and near:
            draft.background = True
        if (
            last
            and last.background
            and self.language.order == "verb-first"
            and same
            and draft.kind == "meeting"
        ):
            draft.background = (
                True  # "كان قد توجه إلى القاهرة قبل أسبوع وعقد لقاءات": both verbs are recalled
            )
        self.draft, self.left, self.noun = draft, binding.left, binding.rule.frame in _NOUNS
        self.is_aim = draft.status == "planned" and is_purpose(position, binding, self.tokens, self.language)


def _clause_between(last: Draft, draft: Draft, binding: Binding) -> bool:
    """ "ingin bertemu A saat menemui B": what is said of a verb does not go on into another clause."""
    between = range(last.trigger.last, draft.trigger.first)
    return any(binding.sentence.has(i, "clause") for i in between)
