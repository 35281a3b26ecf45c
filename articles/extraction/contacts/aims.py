"""What somebody travelled for: it is of the day of the journey, and does not put the journey off."""

from collections.abc import Sequence
from datetime import date

from ..binding.bindings import Binding
from ..parties.parties import PlaceSpan
from ..words.language import Language
from ..words.text import Token
from ..words.trie import particle
from .bygone import has_gone_by
from .drafts import Draft
from .status import Stance

_NOUNS = ("noun", "round")
_INVITED = 4  # words from an invitation to where it is to


def is_aim(position: Stance, binding: Binding) -> bool:
    """ "прилетел на переговоры": whether the word that says so is the trigger itself, or ends with it."""
    cue, trigger = position.cue, binding.trigger
    return cue is not None and (cue is trigger or cue.first < trigger.first < cue.last)


def is_purpose(position: Stance, binding: Binding, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a contact is what something else is done for: "to meet X", "чтобы встретиться", "للقاء"."""
    cue, trigger = position.cue, binding.trigger
    if cue is not None and language.has("purpose", tokens[cue.first].key):
        return True
    if language.order == "verb-first":
        return cue is trigger and language.has("purpose", particle(trigger.prefix)[-1:])
    return not language.plain and is_aim(position, binding)


def is_of_journey_made(
    position: Stance, binding: Binding, tokens: Sequence[Token], language: Language
) -> bool:
    """ "berangkat pada Jumat untuk bertemu X": whether the journey that the aim is told of has been made."""
    spans, cue = binding.sentence, position.cue
    if not language.plain or cue is None or not language.has("purpose", tokens[cue.first].key):
        return False
    went = [t for t in spans.tables.get("trigger", ()) if t.last <= cue.first and t.rule.frame == "travel"]
    dated = any(went and went[-1].first <= time.first < cue.first for time in spans.times)
    ahead = (c for c in spans.tables.get("cue", ()) if went and c.last <= went[-1].first)
    return dated and not any(rule.says == "planned" for c in ahead for rule in c.values)


def come_true(draft: Draft, *, aim: bool) -> None:
    """ "Pada Mei ia terbang ke Doha untuk menemui X": an aim of long ago is told because it was reached."""
    if aim and draft.background and draft.status == "planned" and draft.when:
        draft.status = "held"


def share_day(draft: Draft, last: Draft | None, *, last_is_aim: bool, before: date | None) -> None:
    """ "came to Moscow on Monday to meet X": the one day said is that of the journey, seen from which it is.

    ``before``: a day of these days from which what is still to come has no day gone by; None where it may.
    """
    if last is None or last.sentence != draft.sentence:
        return
    went, aim = (draft, last) if last_is_aim else (last, draft)
    if went.kind != "visit" or (went.status, aim.status) != ("held", "planned"):
        return
    days = [{(e.start, e.end) for e in each.evidence if e.field == "date"} for each in (went, aim)]
    if not days[0] or days[0] != days[1]:
        return
    aim.when = went.when
    if has_gone_by(aim, aim.when, before):
        aim.when, aim.evidence = None, [e for e in aim.evidence if e.field != "date"]


def is_invited_to(place: PlaceSpan, binding: Binding) -> bool:
    """ "تلقى خلاله دعوة إلى موسكو": where somebody is invited to, behind the word for it."""
    spans, trigger = binding.sentence, binding.trigger
    if binding.rule.says == "message":
        return False
    sent = [t for t in spans.tables.get("trigger", ()) if t.rule.says == "message" and t is not trigger]
    return any(
        trigger.first < t.first
        and 0 < place.first - t.last <= _INVITED
        and any(spans.has(i, "destination") for i in range(t.last, place.first))
        for t in sent
    )


def is_of_journey_spoken_of(place: PlaceSpan, binding: Binding) -> bool:
    """ "обсудил с A визит B в Москву": where a journey leads that stands between a verb and the place."""
    spoken_of = place.whither and binding.rule.says == "meeting" and binding.rule.frame not in _NOUNS
    triggers = binding.sentence.tables.get("trigger", ())
    return spoken_of and any(binding.trigger.last <= t.first < place.first for t in triggers)
