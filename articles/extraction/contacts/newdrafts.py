"""A draft as its binding alone tells it: kind, status, parties and roles, with the words for each."""

from collections.abc import Sequence
from dataclasses import replace

from ..binding.bindings import Binding, is_bare_noun, is_following, is_previous, sides_of
from ..parties.parties import Party
from ..types import Document, Evidence, EvidenceField
from ..words.language import Language
from ..words.spans import Span
from ..words.text import Token
from .aims import is_aim, is_purpose
from .among import is_topic
from .drafts import Draft, named, shown
from .meant import Meant
from .status import Stance

_TOLD_BY_PHONE = ("meeting", "message")  # "congratulated him by telephone"
_NEXT = 2  # words between a verb or its partner and the town
_SIDED_FRAMES = {
    "receive": ("hosts", "visitors"),
    "passive": ("visitors", "hosts"),
    "stay": ("visitors", "hosts"),
}


def _kind(binding: Binding, position: Stance) -> str:
    """What the trigger says; who visits a person meets him, and who talks by telephone does not."""
    kind = "meeting" if binding.visited else binding.rule.says
    if kind == "call" and binding.articles and "call" not in position.says and _spoke_there(binding):
        kind = "meeting"
    by_phone = "call" in position.says or (position.status == "held" and _opens_with_call(binding))
    return "call" if kind in _TOLD_BY_PHONE and by_phone else kind


def _opens_with_call(binding: Binding) -> bool:
    """ "وفي مكالمة هاتفية ناقش A وB", "أجرى A اتصالا مع B وتباحثا": what a verb of talking says of a call."""
    row, spans = binding.rule.row, binding.sentence
    first = spans.sentence.first
    calls = [
        t
        for t in spans.tables.get("trigger", ())
        if t.rule.says == "call" and t.last <= binding.trigger.first and t is not binding.trigger
    ]
    opened = any(t.rule.frame == "noun" and t.first - first <= _NEXT for t in calls)
    return bool(calls) and ((bool(row.get("vague")) and opened) or bool(row.get("both")))


def _spoke_there(binding: Binding) -> bool:
    """ "spoke with X in Doha", "spoke there with X": a verb that says nothing of a telephone, with a town behind it."""
    if not binding.rule.row.get("weak"):
        return False
    trigger, spans = binding.trigger, binding.sentence
    ends = (trigger.last, *(p.last for p in binding.right))
    near = any(
        p.place.name
        and not p.origin
        and any(0 <= p.first - end <= _NEXT for end in ends)
        and spans.has(p.first - 1, "locative")
        for p in binding.phrases.places
    )
    return near or any(spans.has(i, "there") for i in range(trigger.first, trigger.last))


def _is_group(party: Party) -> bool:
    """Whether a party stands for several: "the delegation", "they", "Hamas"."""
    return party.kind in ("group", "org") or party.means in ("group", "people")


def _of_nobody_named(binding: Binding) -> bool:
    """ "Встреча министров прошла в Анкаре": without articles, that of those told of before."""
    vague = bool(binding.right) and all(
        p.kind in ("group", "title") and p.side is None and not p.people and not p.oblique
        for p in binding.right
    )
    spans = binding.sentence  # "встреча лидеров стран СНГ": of many others
    many = any(p.last < spans.sentence.last and spans.has(p.last, "several") for p in binding.right)
    return binding.rule.frame == "noun" and not binding.left and vague and not many


def _names_parties(binding: Binding) -> bool:
    """Whether "the meeting" goes on with its parties, as a new one would: "the meeting between A and B"."""
    # "between the two sides" names nobody
    named = (party for party in binding.right if party.means != "both")
    return any(party.oblique in ("with", "between", "of") for party in named)


def _is_matter(binding: Binding, language: Language) -> bool:
    """ "طرح **موضوع** زيارة A": a contact that is spoken of is one already told."""
    noun = binding.rule.frame in ("noun", "travel-noun") and language.order == "verb-first"
    return noun and binding.sentence.has(binding.trigger.first - 1, "topic_of")


def _is_definite(binding: Binding, language: Language) -> bool:
    """Whether "the meeting" is one told of before."""
    if binding.retold or is_topic(binding):
        return True
    if binding.rule.row.get("sides"):
        return False
    if is_previous(binding) or is_following(binding):
        return False
    if binding.rule.frame == "noun" and binding.rule.row.get("both"):
        return False
    told = binding.definite or bool(binding.rule.row.get("definite")) or _is_matter(binding, language)
    told = told or is_bare_noun(binding, language) or _of_nobody_named(binding)
    return told and not _names_parties(binding)


def _was_due(binding: Binding) -> bool:
    """ "должен был прилететь в среду": told of a plan that may have come to nothing."""
    first, last = binding.sentence.sentence.first, binding.sentence.sentence.last
    words = range(max(first, binding.left_limit), min(last, max(binding.right_limit, binding.trigger.last)))
    return any(binding.sentence.has(i, "overdue") for i in words)


def _add_roles(draft: Draft, binding: Binding) -> None:
    names = _SIDED_FRAMES.get(binding.rule.frame)
    left, right = sides_of(binding.left), sides_of(binding.right)
    if names:
        setattr(draft, names[0], left)
        setattr(draft, names[1], right)
    elif binding.rule.frame == "host" and len(set(right)) > 1:
        draft.mediators = left


class NewDrafts:
    """Opens the drafts of one article."""

    def __init__(self, document: Document, tokens: Sequence[Token], language: Language) -> None:
        self.document, self.tokens, self.language = document, tokens, language

    def _show(self, draft: Draft, binding: Binding, position: Stance, parties: list[Meant]) -> None:
        """The words for the trigger, the status and the parties."""
        trigger, cue = binding.trigger, position.cue
        draft.evidence.append(self._shown("trigger", trigger, binding.rule.id))
        if cue and cue is not trigger:
            draft.evidence.append(self._shown("status", cue, position.status))
        for meant in parties:
            if meant.resolved:
                draft.doubts.append("reference")
            self._show_party(draft, meant)

    def _show_party(self, draft: Draft, meant: Meant) -> None:
        draft.evidence += [named(person, self.document) for person in meant.people]
        party = meant.party
        if party and not party.people and meant.sides:
            draft.evidence.append(replace(self._shown("side", party), of=meant.sides[0]))

    def _shown(self, field: EvidenceField, words: Span | Party, derivation: str = "") -> Evidence:
        return shown(
            field, words.first, words.last, tokens=self.tokens, document=self.document, derivation=derivation
        )

    def _is_purpose(self, binding: Binding, position: Stance) -> bool:
        """Whether it is what a journey is made for, and has yet to come about."""
        aim = is_aim(position, binding)
        aim = aim or (self.language.plain and is_purpose(position, binding, self.tokens, self.language))
        return position.status == "planned" and aim

    def open(self, binding: Binding, position: Stance, parties: list[Meant]) -> Draft:
        """The draft of a binding whose parties are these, without its day and place."""
        sentence = binding.sentence.sentence
        draft = Draft(
            kind=_kind(binding, position),
            status=position.status,
            sides=list(dict.fromkeys(side for meant in parties for side in meant.sides)),
            people=list({p.who: p for meant in parties for p in meant.people}.values()),
            sentence=sentence.index,
            trigger=binding.trigger,
            rule=binding.rule.id,
            definite=_is_definite(binding, self.language),
            vague=bool(binding.rule.row.get("vague")) and not _opens_with_call(binding),
            another=is_following(binding),
            background=("background" in position.says and "news" not in position.says)
            or is_previous(binding),
            told_in={sentence.index},
            caption=sentence.block.role == "caption",
            hearsay=binding.sentence.holds("hearsay")
            and any(binding.sentence.has(i, "hearsay") for i in range(sentence.first, binding.trigger.first)),
            beside=any(
                binding.sentence.has(i, "margins") for i in range(sentence.first, binding.trigger.last)
            ),
            due=(self.language.cases or self.language.articles)
            and position.status == "planned"
            and _was_due(binding),
            purpose=self._is_purpose(binding, position),
        )
        self._show(draft, binding, position, parties)
        draft.as_group = {side for m in parties if m.party and _is_group(m.party) for side in m.sides}
        _add_roles(draft, binding)
        own = {m.party.side for m in parties if m.party in binding.parties and m.party.side}
        draft.stands_alone = draft.definite and len(own) > 1 and bool(draft.people)
        return draft
