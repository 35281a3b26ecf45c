"""Adjectives behind their noun: "وفد مركزي من حماس", "الوفد الروسي"."""

from ..words.spans import Span, is_person, names_in, rules_in
from .atoms import and_written_to
from .gaps import Gaps

_ADJECTIVES = 3  # words between a group and whose it is


class Adjectives(Gaps):
    """Which adjectives belong to the noun before them, where they follow it."""

    def described(self, group: Span, atom: Span) -> bool:
        """Whether only adjectives stand between a group and whose it is: "وفد مركزي من حماس"."""
        endings = self.language.adjective_endings
        between = range(group.last, atom.first)
        return (
            bool(endings)
            and bool(rules_in(group, "group"))
            and not is_person(atom)
            and len(between) <= _ADJECTIVES
            and all(
                self.language.has("glue", self.tokens[i].key)
                or (self._plain_word(i) and self.tokens[i].key.endswith(endings))
                for i in between
            )
        )

    def of_origin(self, noun: Span, *, of: Span) -> bool:
        """ "الوفد الروسي": where adjectives follow, that of a state says whose the delegation is."""
        names = names_in(of)
        spoken_of = any(rule.says in ("group", "both", "person") for rule in rules_in(noun, "reference"))
        return (
            self.language.order == "verb-first"
            and spoken_of
            and bool(names)
            and all(name.kind == "demonym" for name in names)
            and not and_written_to(of, self.language)
        )

    def listed_apart(self, one: Span, other: Span) -> bool:
        """ "the delegation | with each of X": a word that lists people ends the phrase before it."""
        between = range(one.last, other.first)
        return self.language.order == "verb-first" and any(self.spans.has(i, "company") for i in between)
