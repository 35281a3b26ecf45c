"""Why a binding tells no contact: a journey to nowhere, an event of nobody, an everyday word between states."""

from ..binding.bindings import Binding, sides_of
from ..binding.everyday import opens_with_verb
from ..words.language import Language
from .drafts import Draft
from .meant import Meant


def nowhere(binding: Binding, language: Language) -> str:
    """Why "have come to nothing" is no visit, and "the summit" nobody's, or nothing."""
    if binding.rule.row.get("partnered") and not binding.parties:
        return "an event of nobody named"
    frames = ("travel", "travel-noun") if not binding.definite else ("travel",)
    frames = ("travel", "stay") if language.articles else frames
    lacking = binding.rule.frame in frames and binding.destination is None and not binding.right
    asked = language.articles or (language.plain and not binding.rule.row.get("definite"))
    return "a journey without a destination" if asked and lacking else ""


def nowhere_told(draft: Draft, binding: Binding) -> str:
    """Why "told" is no contact: it says neither where nor that it was by telephone."""
    stays = binding.rule.frame == "stay" and binding.destination
    somewhere = draft.kind == "call" or stays or (draft.place and draft.place.name)
    return "" if somewhere or not binding.rule.row.get("placed") else "an everyday word without a place"


def with_somebody_unknown(binding: Binding) -> bool:
    """ "К переговорам с террористами он не готов": of whom the words right behind the noun tell nothing."""
    spans, last = binding.sentence, binding.trigger.last
    said = last < spans.sentence.last and spans.has(last, "with")
    if binding.articles and binding.rule.frame == "noun" and spans.has(last - 1, "between"):
        return not binding.right  # "the stalled talks between | the warring rivals"
    return (
        binding.rule.frame == "noun"
        and said
        and not any(p.oblique == "with" and p.first >= last for p in binding.phrases.parties)
    )


def _two_parties(binding: Binding, *, verb_first: bool) -> bool:
    """Whether subject and object are named, or a subject that is several: "X and Y spoke", "they spoke"."""
    sides = {party.side for party in binding.left if party.side}
    several = any(party.means in ("people", "both") for party in binding.left)
    met = binding.rule.frame == "noun" and any(p.people and p.oblique == "with" for p in binding.right)
    if binding.rule.frame == "noun" and len({party.side for party in binding.right if party.side}) > 1:
        return True  # "contacts between A and B"
    if binding.rule.frame == "host" and len(set(sides_of(binding.right))) > 1:
        return True  # "Doha brought together A and B"
    if binding.rule.frame == "travel":  # "the delegation is in Moscow", "حل الوزير في موسكو"
        anybody = verb_first or binding.rule.row.get("object") == "acc"
        kinds = ("group", "person", "title") if anybody else ("group",)
        spans, town = binding.sentence, binding.destination
        if town and spans.has(town.last, "purpose") and any(p.people for p in binding.left):
            return True  # "berada di Doha untuk berunding"
        movement = any(p.kind == "org" and p.place is None and p.side for p in binding.left)
        return binding.destination is not None and (movement or any(p.kind in kinds for p in binding.parties))
    if verb_first and opens_with_verb(binding):
        return True
    return bool(binding.left and binding.right) or len(sides) > 1 or several or met


def _somewhere_between_movements(draft: Draft, parties: list[Meant], language: Language) -> bool:
    """ "Jihad Islam dan Hamas berembuk di Beirut": movements are who they send, where a day or place is told."""
    told = any(e.field in ("date", "place") for e in draft.evidence)
    movement = any(m.party and m.party.kind == "org" and m.party.place is None and m.sides for m in parties)
    return (language.plain or language.order == "verb-first") and told and movement


def too_weak(draft: Draft, binding: Binding, parties: list[Meant], language: Language) -> str:
    """Why an everyday word between two sides tells no contact, or nothing."""
    if not _two_parties(binding, verb_first=language.order == "verb-first"):
        return "an everyday word with a side missing"
    written = binding.rule.frame == "send"  # "gave its reply to Qatar"
    if written and language.plain and not binding.right and not draft.people:
        return "an everyday word that names nobody told"  # "rudal dilontarkan Israel dan Iran"
    dated = any(e.field == "date" for e in draft.evidence)
    # "A dan B bersalaman di X pada 10 Maret"
    shown = language.plain and dated and len(binding.left) > 1 and bool(binding.phrases.places)
    states = not written and not draft.people and not any(m.party and m.party.kind != "org" for m in parties)
    shown = shown or draft.status == "denied" or _somewhere_between_movements(draft, parties, language)
    if states and not shown:
        return "an everyday word between states only"
    return ""
