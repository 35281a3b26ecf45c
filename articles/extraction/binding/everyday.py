"""Everyday words that turn out to tell no contact, where the verb comes first: they end nobody's clause.

"أبلغ الوزير المجلس أن A التقى B": a verb such as "told" is a trigger only where both sides are bound to it; where
they are not, the sentence is bound again as if the word were none.
"""

from collections.abc import Sequence

from ..words.spans import SentenceSpans
from .bindings import Binding, sides_of

_OF_SEVERAL = ("both", "people", "group", "counterpart")


def without_everyday(spans: SentenceSpans, bindings: Sequence[Binding]) -> bool:
    """Take the everyday words that bind no two sides out of a sentence's triggers; whether there were any."""
    triggers = spans.tables.get("trigger", [])
    told = {binding.trigger.first for binding in bindings if _tells(binding)}
    kept = [t for t in triggers if not t.rule.row.get("weak") or t.first in told]
    if len(kept) == len(triggers):
        return False
    spans.tables["trigger"] = kept
    return True


def opens_with_verb(binding: Binding) -> bool:
    """ "وسيبحث هناك مع الوزير X": a verb of talking opens the sentence, and who acts was told before it."""
    opens = binding.trigger.first == binding.sentence.sentence.first and not binding.left
    met = bool(binding.right) and binding.right[0].oblique == "with" and bool(binding.right[0].people)
    return opens and met and binding.rule.row.get("object") == "with"


def _tells(binding: Binding) -> bool:
    if binding.rule.frame == "travel":
        return binding.destination is not None and bool(binding.left)
    if any(party.means in _OF_SEVERAL for party in binding.parties):
        return True
    if opens_with_verb(binding):
        return True
    return bool(binding.left and binding.right) or len(set(sides_of(binding.parties))) > 1
