"""The inflected forms of a word by the paradigms of ``morphology.toml``: ending to endings, per case.

The longest fitting ending wins; when a language has no paradigms a word is its only form.
Forms that do not exist do no harm: nobody writes them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

_NEVER_BENT = 2  # letters of a last name with which a name bends nowhere: "Ван И"


class Inflection:
    """Case forms of words, names and adjectives of one language."""

    def __init__(self, paradigms: Iterable[Mapping[str, Any]]) -> None:
        self._paradigms: dict[str, list[tuple[str, Mapping[str, list[str]]]]] = {}
        for row in paradigms:
            self._paradigms.setdefault(row["of"], []).append((row["ending"], row["forms"]))
        endings = (ending for rows in self._paradigms.values() for ending, _ in rows)
        self.longest_ending = max(map(len, endings), default=0)  # letters at most that a form has not
        self._cases = sorted({case for _, forms in self._paradigms.get("name", ()) for case in forms})
        self._forms = lru_cache(maxsize=None)(self._find_forms)
        self._case_forms = lru_cache(maxsize=1 << 12)(self._find_case_forms)  # names share their first words

    def __bool__(self) -> bool:
        return bool(self._paradigms)

    def forms(self, word: str, *, of: str = "noun") -> tuple[tuple[str, frozenset[str]], ...]:
        """Each form of a word with the cases it may stand in; the word itself is among them."""
        return self._forms(word, of)

    def is_adjective(self, word: str) -> bool:
        """Whether a word has the ending of an adjective."""
        return any(word.endswith(ending) for ending, _ in self._paradigms.get("adjective", ()))

    def bends_as_adjective(self, word: str) -> bool:
        """Whether a word ends as an adjective does in some case but the nominative."""
        return any(
            len(ending) > 2 and word.endswith(ending)
            for _, forms in self._paradigms.get("adjective", ())
            for case, endings in forms.items()
            if case != "nom"
            for ending in endings
        )

    def _find_forms(self, word: str, of: str) -> tuple[tuple[str, frozenset[str]], ...]:
        found: dict[str, set[str]] = {}
        lowered = word.lower()
        fitting = [(e, forms) for e, forms in self._paradigms.get(of, ()) if lowered.endswith(e)]
        longest = max((len(ending) for ending, _ in fitting), default=0)
        for ending, forms in fitting:
            if len(ending) < longest:
                continue
            stem = word[: len(word) - len(ending)]
            for case, endings in forms.items():
                for new in endings:
                    found.setdefault(stem + new, set()).add(case)
        if not fitting:
            return ((word, frozenset()),)
        return tuple((form, frozenset(cases)) for form, cases in found.items())

    def bent(self, word: str, cases: frozenset[str]) -> bool:
        """Whether a surname may stand in one of these cases; of the nominative any word may."""
        known = cases & {"ins", "gen", "acc", "dat", "loc"}
        return not known or "nom" in cases or any(self._dictionary_form(word, case) for case in known)

    def nominative(self, words: Sequence[str], cases: frozenset[str]) -> list[str]:
        """The dictionary form of a person's name that stands in one of these cases; as it is where none is known.

        Every word must be able to stand in the case: "Мохаммадом Абдул Кабиром" is "Мохаммад Абдул Кабир".
        """
        for case in ("ins", "gen", "acc", "dat", "loc"):
            if case not in cases or "nom" in cases:
                continue
            found = [self._dictionary_form(word, case) for word in words]
            if found[-1] and found != list(words):  # "Абдул", "бен" within a name never bend
                return [form or word for form, word in zip(found, words, strict=True)]
        return list(words)

    def _dictionary_form(self, word: str, case: str) -> str | None:
        """The first name of which a word is a case form: one that bends before one that never does."""
        fitting = []
        for ending, forms in self._paradigms.get("name", ()):
            for bent in forms.get(case, ()):
                if word.endswith(bent) and len(word) > len(bent) + 1:
                    form = word[: len(word) - len(bent)] + ending
                    if any(case in cases for found, cases in self.forms(form, of="name") if found == word):
                        short = len(ending) if case == "loc" else -len(ending)  # "о Новаке": of Новак
                        fitting.append((form == word, short, form))
        return min(fitting)[2] if fitting else None

    def phrase(self, words: list[str], *, of: str) -> Iterator[tuple[str, frozenset[str]]]:
        """Forms of a whole name: every word of a person's, the head and its adjectives of another's."""
        bent = len(words) if of == "name" else self._head(words)
        shapes: dict[str, set[str]] = {}
        bending = [self._case_forms(word, of) for word in words[:bent]]
        fixed_words = [[word] for word in words[bent:]]
        for case in self._cases:
            text = [*(forms.get(case) or forms[""] for forms in bending), *fixed_words]
            for form in _combine(text):
                shapes.setdefault(form, set()).add(case)
        fixed = of == "name" and len(words) > 1 and len(words[-1]) <= _NEVER_BENT
        shapes.setdefault(" ".join(words), set()).update(self._cases if fixed else ["nom"])
        for form, found in shapes.items():
            yield form, frozenset(found)

    def _head(self, words: list[str]) -> int:
        for index, word in enumerate(words):
            if not self.is_adjective(word):
                return index + 1
        return len(words)

    def _find_case_forms(self, word: str, of: str) -> dict[str, list[str]]:
        """The forms of a word by case; under "" the word itself, for the cases that no paradigm gives."""
        kind = "name" if of == "name" else ("adjective" if self.is_adjective(word) else "noun")
        by_case: dict[str, list[str]] = {}
        for form, cases in self.forms(word, of=kind):
            for case in cases:
                by_case.setdefault(case, []).append(form)
        if word.isupper() and len(word) > 1:  # an abbreviation may stay as it is: "главы МИД"
            for forms in by_case.values():
                forms.append(word)
        by_case[""] = [word]
        return by_case


def _combine(choices: list[list[str]]) -> list[str]:
    whole = [""]
    for words in choices:
        whole = [f"{start} {word}".strip() for start in whole for word in words][:8]
    return whole
