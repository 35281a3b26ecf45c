"""How a name is written in its dictionary form, and whose of the registry is spelt nearly like it."""

from collections.abc import Sequence

from ..types import ActorEntry
from ..words.language import Language
from ..words.lexicon import Lexicon
from ..words.text import Token, fold

SON = frozenset({"بن", "ابن"})
OBLIQUE = ("ins", "gen", "dat")
_FATHER = fold("أبو")
_FATHER_OF = frozenset({_FATHER, fold("أبي"), fold("أبا")})


def in_dictionary_form(words: Sequence[Token], cases: frozenset[str], language: Language) -> list[Token]:
    """The words of a name in the nominative, hyphens kept: "Касым-Жомарта Токаева" is "Касым-Жомарт Токаев"."""
    forms = iter(language.inflection.nominative([word.text for word in words if word.word], cases))
    return [word._replace(text=next(forms)) if word.word else word for word in words]


def written(words: Sequence[Token]) -> str:
    """A name as the text has it: "Adel al-Jubeir"."""
    text = ""
    for before, word in zip([None, *words], words, strict=False):
        text += word.text if before is None or before.end == word.start else f" {word.text}"
    return text


def nearest(words: Sequence[Token], language: Language, lexicon: Lexicon) -> ActorEntry | None:
    """The one person of the registry whose name is spelt nearly like these words."""
    keys = [word.key for word in words if word.word]
    if len(keys) < 2:
        return None
    wanted = [" ".join(keys)]
    if language.cases:
        texts = [word.text for word in words if word.word]
        bent = (language.inflection.nominative(texts, frozenset({case})) for case in OBLIQUE)
        wanted += [" ".join(map(fold, form)) for form in bent if form != texts]
    if language.script == "arabic" and len(own := _without_fathers(keys)) > 1:
        wanted.append(" ".join(own))
    near = lexicon.people_by_initial(language, keys[-1][:1]).near(wanted)
    return next(iter(near.values())) if len(near) == 1 else None


def in_one(particle: str, word: str) -> str:
    """A surname of two words as one key, however it is spaced and bent: "عبد السلام", "عبدالسلام", "أبي مرزوق"."""
    return (_FATHER if particle in _FATHER_OF else particle) + word


def _without_fathers(keys: Sequence[str]) -> list[str]:
    """ "فيصل بن فرحان بن عبد الله آل سعود": the name without those of the forefathers."""
    kept: list[str] = []
    for before, key in zip(("", *keys), keys, strict=False):
        if key not in SON and before not in SON:
            kept.append(key)
    return kept
