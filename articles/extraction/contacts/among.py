"""Between whom a noun itself says: "межкорейские переговоры", "межпалестинская встреча".

Whoever the noun has beside it is one of them, or of their people: nobody else is looked for.
"""

from collections.abc import Sequence

from ..binding.bindings import Binding
from .meant import Meant

_OWN = 2  # words from a noun to a day of its own ("встречи, открывшейся сегодня"), or from "обсудили" to it


def among(binding: Binding, meant: Sequence[Meant]) -> list[Meant]:
    """The parties of such a noun: those bound to it that are of its own, else its own."""
    own = binding.rule.row["sides"]
    bound = [m for m in meant if m.party in binding.right and m.party and not m.party.summed]
    named = {side for m in bound for side in m.sides}
    if len(named) > 1:
        return bound
    return [*(m for m in bound if set(m.sides) <= set(own)), *(Meant([s]) for s in own if s not in named)]


def is_topic(binding: Binding) -> bool:
    """ "Они говорили о межкорейских переговорах", "тема межкорейских переговоров": only spoken of, told elsewhere."""
    trigger, spans = binding.trigger, binding.sentence
    spoken_of = spans.has(trigger.first - 1, "subject_stop", "topical")
    talked = any(0 <= trigger.first - s.last <= _OWN for s in spans.tables.get("topic", ()))
    own = any(0 < time.first - trigger.last <= _OWN for time in spans.times)
    return bool(binding.rule.row.get("sides")) and (spoken_of or talked) and not own
