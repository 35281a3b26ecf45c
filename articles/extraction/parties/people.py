"""The people of one article: who a name is, given who was named before.

A person is known from the registry, or from a title that stands beside an unlisted name. A bare
surname is whoever bore it last in full; a spelling no list holds is the registry's only near one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..types import ActorEntry
from ..words.language import Language
from ..words.lexicon import Lexicon
from ..words.names import Name
from ..words.spans import Span, names_in
from ..words.text import Token, fold
from ..words.trie import particle
from .spelling import OBLIQUE, SON, in_dictionary_form, in_one, nearest, written

_GIVEN = 4  # letters of a first name that may stand alone
_FULL = 2  # words of a full name
_SURNAME = 4  # letters of a surname in a script without capitals
_SHORTEST = 3  # of the surname of somebody of the registry who was named in full


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the text: ``start``, ``end`` are where, ``role`` is where the title stands."""

    name: str
    side: str | None
    actor: str | None
    start: int
    end: int
    role: tuple[int, int] | None = None

    @property
    def who(self) -> str:
        """What is equal for two mentions of one person."""
        return self.actor or self.name


def _start(atom: Span, tokens: Sequence[Token]) -> int:
    """Where the name itself begins, behind particles written to it ("وأبو مرزوق")."""
    token, attached = tokens[atom.first], particle(atom.prefix)
    return token.start + len(attached) if token.text.startswith(attached) else token.start


class People:
    """Who has been named so far in the article."""

    def __init__(self) -> None:
        self.movement: Name | None = None  # the movement named last, which "the movement" means
        self._movements: dict[str, int] = {}  # by side, how often each was named
        self._full: dict[str, Person] = {}  # registry key -> last full mention
        self._surnames: dict[str, Person] = {}  # folded surname of an unlisted person
        self._bent: dict[str, frozenset[str]] = {}  # the cases of such a form
        self._given: dict[str, Person] = {}  # folded first name
        self._common: set[str] = set()  # first names of several people
        self._tails: dict[str, Person] = {}  # the last words of longer names, as they are written
        self._latest: dict[str, Person] = {}
        self._by_title: dict[tuple[str, str | None], Person] = {}
        self._sent: dict[str, str] = {}  # by registry key, for whom an envoy speaks in this article

    def note_movement(self, name: Name, *, acting: bool) -> None:
        """Remember a movement: the one named most is meant, of those named alike the first."""
        side = name.side or ""
        self._movements[side] = self._movements.get(side, 0) + (2 if acting else 1)
        meant = self._movements.get(self.movement.side or "", 0) if self.movement else 0
        if self._movements[side] > meant:
            self.movement = name

    def movement_for(self, side: str | None, told: Sequence[str]) -> list[str]:
        """The movement meant by "the Palestinian delegation", where nobody of the state itself is told of."""
        own = side in told or any(person.side == side for person in self._full.values())
        return [self.movement.side] if self.movement and self.movement.side and not own else []

    def may_be_meant(self, atom: Span) -> bool:
        """False for a short form of somebody whom the article has not named in full."""
        for value in atom.values:
            if not isinstance(value, Name) or value.kind != "short" or value.key in self._full:
                return True
        return not atom.values

    def without_unnamed(self, atom: Span) -> Span:
        """ "الضيف" is the guest, while nobody of that surname has been named."""
        names = names_in(atom)  # mostly none: asked of every span
        if not names or all(name.kind != "short" for name in names):
            return atom
        rules = [v for v in atom.values if not isinstance(v, Name | Person)]
        unnamed = [
            v for v in atom.values if isinstance(v, Name) and v.kind == "short" and v.key not in self._full
        ]
        if rules and unnamed and len(rules) + len(unnamed) == len(atom.values):
            return replace(atom, values=rules)
        return atom

    def resolve(self, atom: Span, tokens: Sequence[Token]) -> Person:
        """The one person a span of names speaks of."""
        start, end = _start(atom, tokens), tokens[atom.last - 1].end
        for value in atom.values:
            if isinstance(value, Person):
                return replace(value, start=start, end=end)
        names = [v for v in atom.values if isinstance(v, Name) and v.kind in ("person", "short")]
        chosen = next((name for name in names if name.key in self._full), names[0])
        side = self._sent.get(chosen.key, chosen.side)
        person = Person(chosen.entry.name, side, chosen.key, start, end)
        if atom.last - atom.first > 1:
            self._hold_given(tokens[atom.first], person)
        if atom.last - atom.first > 1 or len({name.key for name in names}) == 1:
            self._full[chosen.key] = person
        return person

    def dressed(self, person: Person, *, side: str | None, role: tuple[int, int] | None) -> Person:
        """A person with what the phrase adds; what was said before is kept."""
        known = self._latest.get(person.who)
        person = replace(
            person,
            side=person.side or side or (known.side if known else None),
            role=role or (known.role if known else None),
        )
        self._latest[person.who] = person
        if person.actor is None:
            for surname in [s for s, known in self._surnames.items() if known.name == person.name]:
                self._surnames[surname] = person
        return person

    def sent_by(self, person: Person, side: str) -> Person:
        """ "African Union envoy Olusegun Obasanjo": he speaks for whom his title names, and goes on to."""
        if person.actor is not None and person.side != side:
            self._sent[person.actor] = side
            person = replace(person, side=side)
            self._latest[person.who] = person
        return person

    def hold(self, person: Person, title: str, side: str | None) -> None:
        """Remember who bears a title, for "the deputy minister" further down."""
        self._by_title.pop((title, side), None)  # the last one named stands last
        self._by_title[title, side] = person

    def name_again(self, person: Person) -> None:
        """Let whoever is named again without his title stand last among those who bear it."""
        for office, holder in list(self._by_title.items()):
            if holder.who == person.who:
                self._by_title[office] = self._by_title.pop(office)

    def offices_of(self, person: Person) -> set[str]:
        """The titles that this article gives somebody."""
        return {title for (title, _), holder in self._by_title.items() if holder.who == person.who}

    def by_title(self, title: str, side: str | None) -> Person | None:
        """Whoever was named with a title in this article."""
        return self._by_title.get((title, side))

    def by_office(self, title: str, side: str | None) -> Person | None:
        """Whom "the minister" means: the last one named with that office, or a fuller word for it."""
        for (held, of), person in reversed(self._by_title.items()):
            fuller = held.endswith(f" {title}") and "deputy" not in held
            if (held == title or fuller) and side in (None, of, person.side):
                return person
        return None

    def by_surname(self, token: Token) -> Person | None:
        """The person whose surname, or first name, this capitalised word is: named in full before."""
        if not token.word or not token.text[0].isupper():
            return None
        word = token.text.casefold()
        person = self._surnames.get(word) or self._given.get(word)
        return self._latest.get(person.who, person) if person else None

    def note_surname(self, atom: Span, tokens: Sequence[Token], language: Language) -> None:
        """Remember who was named in full: "Мухаммад Раад прибыл в Москву. **Раад** сказал"."""
        names = [v for v in atom.values if isinstance(v, Name) and v.kind == "person"]
        if len(names) == 1 and atom.last - atom.first >= _FULL and isinstance(names[0].entry, ActorEntry):
            start, end = tokens[atom.first].start, tokens[atom.last - 1].end
            person = Person(names[0].entry.name, names[0].side, names[0].key, start, end)
            self._note_actor(names[0].entry, person, language)
            word = tokens[atom.last - 1].text
            unbent = language.plain or language.articles
            if unbent and len(word) >= _SURNAME:  # "Khalid Misy'al", then "Misy'al": as it is spelt here
                self._surnames.setdefault(word.casefold(), person)

    def _note_actor(self, actor: ActorEntry, person: Person, language: Language) -> None:
        """The surname of somebody of the registry, which no list need give alone, where names are bent."""
        words = next(iter(actor.aliases.get(language.code, ())), "").split()
        if language.script == "arabic" and len(words) >= _FULL:
            surname, before = fold(words[-1]), fold(words[-2])
            own = not language.has("particles", before) and not language.has("not_names", surname)
            if own and len(surname) >= _SHORTEST:
                self._surnames.setdefault(surname, person)
            elif not own and before not in SON and len(words) > _FULL:
                self._surnames.setdefault(in_one(before, surname), person)
        if language.cases and len(words) >= _FULL:
            surname = words[-1].split("-")[-1]
            if len(surname) >= _SURNAME and surname.casefold() not in self._given:
                self._hold_surname(surname, person, language)

    def _hold_surname(self, surname: str, person: Person, language: Language) -> None:
        for form, cases in language.inflection.forms(surname, of="name"):
            key = form.casefold()
            self._surnames[key] = person
            self._bent[key] = self._bent.get(key, frozenset()) | cases

    def cases_of(self, token: Token) -> frozenset[str]:
        """The cases in which a surname of the article may stand as it is written."""
        return self._bent.get(token.text.casefold(), frozenset())

    def _hold_given(self, word: Token, person: Person) -> None:
        """Remember a first name that one person of the article alone bears: "Anwar" of Anwar Ibrahim."""
        given = word.text.casefold()
        if len(given) < _GIVEN or given in self._common:
            return
        if self._given.get(given, person).who != person.who:
            self._common.add(given)
            del self._given[given]
        else:
            self._given[given] = person

    def by_bare_surname(self, token: Token, particles: Sequence[str]) -> tuple[Person, str] | None:
        """As ``by_surname`` in a script without capitals, with the particle written to the word."""
        if not token.word or len(token.text) < _SHORTEST:
            return None
        if person := self._surnames.get(token.key):
            return person, ""
        for attached in particles:
            if token.text.startswith(attached) and (person := self._surnames.get(token.key[len(attached) :])):
                return person, attached
        return None

    def call(self, person: Person, token: Token) -> None:
        """Remember a word that means somebody: a surname, or a name of war in quotation marks."""
        if len(token.text) >= _SURNAME:
            self._surnames[token.key] = person

    def unlisted(
        self,
        words: Sequence[Token],
        language: Language,
        lexicon: Lexicon,
        cases: frozenset[str] = frozenset(),
    ) -> Person:
        """A person from words beside a title: the registry's only near spelling, or somebody new.

        ``cases``: those that the title stands in, from which the name's own dictionary form follows.
        """
        bent = in_dictionary_form(words, cases, language) if cases else words
        if (
            cases and "nom" not in cases and written(bent) == written(words)
        ):  # "губернатора": of whom, not who
            bent = in_dictionary_form(words, frozenset(OBLIQUE), language)
        text = written(bent)
        start, end = words[0].start, words[-1].end
        if known := self._tails.get(text.casefold()):  # "Mohamed Abdel Salam", then "Abdel Salam"
            return replace(self._latest.get(known.who, known), start=start, end=end)
        near = nearest(words, language, lexicon)
        if near:
            person = Person(near.name, near.side, near.key, start, end)
            self._note_actor(near, person, language)
            self._note_tails(text, person, language)
            if language.cases or language.articles:  # as this article spells it
                self._hold_surname(text.split()[-1], person, language)
            return person
        person = Person(text, None, None, start, end)
        self._note_tails(text, person, language)
        if len(words) > 1 and language.script == "arabic":
            son = words[-2].key in SON
            if son or not language.has("particles", words[-2].key):  # not "السلام" of "عبد السلام"
                self.call(person, words[-1])
            elif len(words) > _FULL:
                self._surnames.setdefault(in_one(words[-2].key, words[-1].key), person)
        elif len(words) > 1:
            self._hold_given(words[0], person)
            self._hold_surname(text.split()[-1], person, language)
        return person

    def _note_tails(self, text: str, person: Person, language: Language) -> None:
        """Remember how a name ends that has more than two words, where articles show that it is a name."""
        words = text.casefold().split()
        for start in range(1, len(words) - 1) if language.articles else ():
            self._tails.setdefault(" ".join(words[start:]), person)

    def nearly(self, words: Sequence[Token], language: Language, lexicon: Lexicon) -> Person | None:
        """The one person of the registry whose name is spelt nearly like these words."""
        near = nearest(words, language, lexicon)
        if near is None:
            return None
        person = Person(near.name, near.side, near.key, words[0].start, words[-1].end)
        self._note_actor(near, person, language)
        return person
