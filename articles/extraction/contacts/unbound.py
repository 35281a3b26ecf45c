"""Who else the sentence names: those of a contact whom no grammar binds to its verb, where only one can be meant."""

from collections.abc import Sequence

from ..binding.bindings import Binding, sides_of
from ..dates.sayings import says_on
from ..parties.parties import Party
from ..words.spans import Span
from .drafts import Draft

_NEAR = 2  # words between a verb of saying and who says it
_TWO = 2  # sides that a contact is between
_MET = ("active", "receive", "passive")
_SPOKEN_OF = ("subject_stop", "topic")
_SOMEBODY = {  # by what a row says, how many sides may be missing
    "active": 1,
    "passive": 1,
    "receive": 1,
    "mutual": 1,
    "send": 1,
    "travel": 1,
    "travel-noun": 1,
    "noun": 2,
    "stay": 2,
    "guest": 2,
    "host": 2,
    "round": 2,
}


def take_unbound(draft: Draft, binding: Binding, beside: Sequence[Binding]) -> bool:
    """Complete a draft with the people of the sentence whom nothing binds, where they are of just the sides missing.

    ``beside`` is all that the sentence tells: whom another verb of it brings together with somebody is not free.
    An everyday word asks for more than somebody nearby, and a state nearby is as often only spoken of.
    """
    missing = _TWO - len(draft.sides)
    if missing > _SOMEBODY.get(binding.rule.frame, 0) or {"weak", "placed"} & binding.rule.row.keys():
        return False
    met = {
        p for one in beside if one is not binding and len(set(sides_of(one.parties))) > 1 for p in one.parties
    }
    others = [
        p
        for p in binding.phrases.parties
        if p.kind == "person" and p.side and p.side not in draft.sides and p not in met
        if not (binding.articles and _is_in_another_clause(p, binding)) and p.title != "spokesperson"
        if not any(says_on(p, day, binding.sentence) for day in binding.sentence.times)
    ]
    sides = list(dict.fromkeys(p.side for p in others if p.side))
    if len(sides) != missing:
        return False
    if draft.kind != "visit" or draft.hosts:
        draft.people += [person for p in others for person in p.people if person.who not in draft.who]
    draft.sides += sides
    draft.doubts.append("unbound")
    return True


def name_unbound(draft: Draft, binding: Binding, beside: Sequence[Binding]) -> None:
    """Give each side told without people the one person of it that the sentence names; of a visit only who travels.

    "With Khaled Mashal at its head, the Hamas delegation met Lavrov"; whoever only tells of it was not there, nor was
    he whom another verb of the sentence, told in ``beside``, has met or left out.
    """
    if len(draft.sides) < _TWO or draft.status == "denied":
        return
    met = {p for one in beside if one is not binding and one.rule.frame in _MET for p in one.right}
    for side in draft.sides:
        at_home = draft.kind == "visit" and side in draft.hosts
        if at_home or any(person.side == side for person in draft.people):
            continue
        named = {
            person.who: person
            for p in binding.phrases.parties
            if p.kind == "person" and p.side == side and p not in binding.parties and not speaks(p, binding)
            if p not in met and p.oblique not in _SPOKEN_OF
            for person in p.people
        }
        if len(named) == 1:
            draft.people += named.values()


def speaks(party: Party, binding: Binding) -> bool:
    """Who only tells of something: "..., said spokesman X", "X went further, revealing that ..."."""
    before = [
        said
        for said in binding.sentence.tables.get("reporting", ())
        if party.last <= said.first < binding.trigger.first
    ]
    named = {p.first for p in binding.phrases.parties if p.people}
    if before and not any(party.last <= first <= before[0].last + _NEAR for first in named):
        return True
    if any(_says(said, party, binding) for said in binding.sentence.tables.get("reporting", ())):
        return True
    return any(
        0 <= party.first - said.last <= _NEAR or 0 <= said.first - party.last <= _NEAR
        for said in [
            *binding.sentence.tables.get("reporting", ()),
            *binding.sentence.tables.get("attribution", ()),
        ]
    )


def _says(said: Span, party: Party, binding: Binding) -> bool:
    """ "أعلن القيادي في الحركة الدكتور X أن": the first one named between a verb of saying and what is said."""
    between = range(said.last, party.first)
    others = any(p.people and said.last <= p.first < party.first for p in binding.phrases.parties)
    return bool(between) and not others and not any(binding.sentence.has(i, "clause") for i in between)


def _is_in_another_clause(party: Party, binding: Binding) -> bool:
    """ "The visit came a day after X hosted a parade": whoever does something else behind such a word."""
    between = range(binding.trigger.last, party.first)
    return any(binding.sentence.has(i, "clause") for i in between) or party.oblique == "of"
