"""Names in a script without capitals: the words around them must show them.

A name stands behind its title, before a comma and its title, in a row of people that a word such as "including"
opens, or in quotation marks behind a title. It is two to four words that nothing else explains.
"""

from ..words.spans import Span, is_person, names_in, rules_in
from ..words.text import Token, fold
from .atoms import place_of
from .finder import Finder
from .gaps import COMMAS
from .people import Person
from .spelling import SON, in_one

_QUOTES = frozenset("\"'“”«»„")
_CLOSING = _QUOTES | COMMAS | frozenset("().;:")
_COMPLEMENT = 6  # words between a title and a quoted name that it belongs to
_LONGEST = 6
_LED = 3  # words from a verb of leading to whom it leads
_ROW = 6  # words from one of a row of people to the next
_ATTACHED = ("و", "ب", "ل", "ف", "ول", "وب")
_DASHES = frozenset("-–—•*▪·●")
_OPENERS = ("with", "company", "members", "between", "agent", "honorifics", "clause", "and")


class BareNames(Finder):
    """Finds the people of one sentence whom the registry does not know and no capitals show."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.title_ends: set[int] = set()
        self.title_starts: set[int] = set()
        self.trigger_ends: set[int] = set()
        self.set_ends: set[int] = set()  # where a day or a town ends
        self.led: set[int] = set()  # where those end whom somebody leads or accompanies

    def is_quote(self, index: int) -> bool:
        """Whether a sign opens a name: outlets without capitals put names in quotation marks."""
        inside = index < self.sentence.last
        return inside and self.language.script == "arabic" and self.tokens[index].text in _QUOTES

    def is_adjective(self, index: int) -> bool:
        """ "السيناتور | الديمقراطي | NAME": an adjective with its article, between a title and a name."""
        if index >= self.sentence.last or not self.language.adjective_endings:
            return False
        key = self.tokens[index].key
        return (
            self._plain_word(index)
            and self.spans.shaped(index, "with_article")
            and key.endswith(self.language.adjective_endings)
        )

    def behind_title(self, start: int, covered: set[int]) -> Span | None:
        """The name right behind a title: no article before it; behind a comma another sign closes it."""
        end = self._end(start, covered)
        behind_comma = start > self.sentence.first and self._comma(start - 1)
        closed = end < self.sentence.last and not self.tokens[end].word
        opened = start < self.sentence.last and self._may_open(self.tokens[start])
        if end - start < 2 or not opened or (behind_comma and not closed):
            return None
        name = self._person(start, end)
        if (
            self.sentence.last > end + 1
            and self.tokens[end].text in _QUOTES
            and self.tokens[end + 2].text in _QUOTES
        ):
            self.people.call(name.values[0], self.tokens[end + 1])  # X "the nickname"
        return name

    def with_first_name(self, atom: Span, covered: set[int]) -> Span:
        """ "السفير الفرنسي إريك دانون": another first name behind a title makes a known surname somebody else's."""
        before = atom.first - 1
        if (
            atom.last - atom.first > 1
            or not is_person(atom)
            or atom.prefix
            or before <= self.sentence.first
            or before in covered
            or before - 1 not in covered
            or not self._may_open(self.tokens[before])
            or not self._name_word(self.tokens[before], before, cased=False)
            or self.spans.has(before, "honorifics", "modifiers")
        ):
            return atom
        covered.add(before)
        words = self.tokens[before : atom.last]
        return Span(before, atom.last, [self.people.unlisted(words, self.language, self.lexicon)])

    def _may_open(self, token: Token) -> bool:
        """Whether a name may begin with a word: "أليكسي" has no article, "وليد" no "and"."""
        return not token.text.startswith(("ال", "و")) or self.language.has("given", token.key)

    def add(self, found: list[Span], covered: set[int]) -> None:
        """Add to the spans of a sentence the names before a title, in quotation marks and in a row."""
        titles = [atom for atom in found if rules_in(atom, "title")]
        self.title_starts, self.title_ends = {t.first for t in titles}, {t.last for t in titles}
        self.trigger_ends = {t.last for t in self.spans.tables.get("trigger", ())}
        towns = [a for a in self.spans.atoms if place_of(a)[0] and not a.prefix.endswith("ال")]
        self.set_ends = {span.last for span in (*self.spans.times, *towns)} if titles else set()
        self.led = {atom.last for atom in found if self._is_led(atom)}
        self._lengthen(found, covered)
        ends = {atom.last for atom in found if is_person(atom)}
        self._add_surnames(found, covered, ends)
        listed = -1  # where the row of people went on last
        for index in range(self.sentence.first, self.sentence.last):
            if self._lists(index) or (
                0 <= listed >= index - _ROW and (index in covered or not self.tokens[index].word)
            ):
                listed = index
            listing = 0 <= index - listed <= _ROW if listed >= 0 else False
            if index in covered:
                continue
            attached = self._opening(index, ends, listing)
            if attached is None:
                continue
            end = self._end(index, covered)
            if end - index < 2 or self.tokens[index].text[len(attached) :].startswith("ال"):
                continue
            if attached and self._is_phrase(index, end):
                continue
            in_row = self._in_row(index, attached, ends, listing) or self.spans.has(index - 1, "honorifics")
            if self._before_title(index, end) or (in_row and (self._closed(end) or end in self.title_starts)):
                found.append(self._person(index, end, attached=attached))
                covered.update(range(index, end))
                ends.add(end)

    def _is_led(self, atom: Span) -> bool:
        """Whether a verb of leading or accompanying stands before somebody: "قاد | موفدي الجبهة"."""
        first = max(self.sentence.first, atom.first - _LED)
        if not self.spans.holds("attending"):
            return False
        return bool(names_in(atom) or rules_in(atom, "title")) and any(
            self.spans.has(i, "attending") for i in range(first, atom.first)
        )

    def _lists(self, index: int) -> bool:
        """Whether a word lists people; a verb of leading does behind the one who is led."""
        return self.spans.has(index, "company", "members") or index + 1 in self.led

    def _lengthen(self, found: list[Span], covered: set[int]) -> None:
        """The registry's "Faisal bin Farhan" may go on: "... bin Abdullah"."""
        for atom in found:
            if not is_person(atom):
                continue
            while atom.last + 1 < self.sentence.last and self.tokens[atom.last].key in SON:
                if atom.last + 1 in covered or not self.tokens[atom.last + 1].word:
                    break
                covered.update((atom.last, atom.last + 1))
                atom.last += 2

    def _add_surnames(self, found: list[Span], covered: set[int], ends: set[int]) -> None:
        for index in range(self.sentence.first, self.sentence.last):
            if index in covered:
                continue
            last = index + 1
            called = self.people.by_bare_surname(self.tokens[index], _ATTACHED)
            if called is None and last < self.sentence.last and last not in covered:
                called = self._by_surname_of_two(index)
                last += 1
            if called:
                found.append(Span(index, last, [called[0]], prefix=called[1]))
                covered.update(range(index, last))
                ends.add(last)

    def _by_surname_of_two(self, index: int) -> tuple[Person, str] | None:
        """ "عبد السلام", "ولأبي مرزوق": a surname whose first word is a particle of names."""
        one, other = self.tokens[index : index + 2]
        for attached in ("", *_ATTACHED):
            particle = one.key.removeprefix(attached) if one.text.startswith(attached) else ""
            if other.word and self.language.has("particles", particle):
                key = in_one(particle, other.key)
                called = self.people.by_bare_surname(other._replace(text=key, key=key), ())
                return (called[0], attached) if called else None
        return None

    def _opening(self, index: int, ends: set[int], listing: bool) -> str | None:
        """The particle written to a word that may begin a name, or None where nothing opens one."""
        if index == self.sentence.first or self.tokens[index - 1].text in _DASHES:
            return ""
        before, token = self.tokens[index - 1], self.tokens[index]
        row = listing or index in ends or before.text in _CLOSING
        if row and token.text.startswith("و") and len(token.key) > 3:
            return "و"
        if before.text in _QUOTES and index - 2 >= self.sentence.first:
            opened = not self.tokens[index - 2].word or self.tokens[index - 2].key == "و"
            return "" if opened or self._titled(index) else None
        if before.text in COMMAS and self._before_title(index, self._end(index, set())):
            return ""  # ", NAME, head of the bureau,"
        opened = self.spans.has(index - 1, *_OPENERS) or index in self.trigger_ends
        opened = opened or (index in self.set_ends and self._before_title(index, self._end(index, set())))
        return "" if opened or index in self.led else None

    def _end(self, start: int, covered: set[int]) -> int:
        """Where words that may be one name end: at a sign, an "and", a word of another kind."""
        end, names = start, 0
        while end < self.sentence.last and end not in covered and names < 3 and end - start < _LONGEST:
            token = self.tokens[end]
            joined = self.spans.shaped(end, "joined") and not self.language.has("particles", token.key)
            if (end > start and joined) or not self._name_word(token, end, cased=False):
                break
            names += not self.language.has("particles", token.key)
            end += 1
        while end > start and self.language.has("particles", self.tokens[end - 1].key):
            end -= 1
        return end

    def _before_title(self, start: int, end: int) -> bool:
        """ "NAME, member of the committee"; without a comma behind "Dr" or "with" alone, or with "bin" in the name."""
        while end < self.sentence.last and self.tokens[end].text in _QUOTES:
            end += 1
        if end in self.title_starts:
            said = (*self.spans.tables.get("cue", ()), *self.spans.tables.get("trigger", ()))
            shown = self.spans.has(start - 1, "honorifics", "with", "between", "company") or any(
                start in (mark.last, mark.first + 1) for mark in said
            )
            shown = shown or start in self.set_ends  # "received in Damascus on Monday | NAME the ambassador"
            return shown or any(self.language.has("particles", t.key) for t in self.tokens[start:end])
        return end + 1 < self.sentence.last and self._comma(end) and end + 1 in self.title_starts

    def _in_row(self, index: int, attached: str, ends: set[int], listing: bool) -> bool:
        before = index - 1
        if self.tokens[before].text in _QUOTES:
            return listing or self._titled(index)
        joined = bool(attached) or (self.spans.has(before, "and") and before in ends)
        led = self.spans.has(before, "company", "members", "attending") or index in self.led
        return listing and (joined or led)

    def _is_phrase(self, start: int, end: int) -> bool:
        """ "وطأة الانهيار الاقتصادي": a noun with its adjective, two articles in a row."""
        written = (i for i in range(start, end) if self.spans.shaped(i, "with_article"))
        return sum(len(self.tokens[i].key) > 4 for i in written) > 1

    def _titled(self, index: int) -> bool:
        return any(index - _COMPLEMENT <= last < index for last in self.title_ends)

    def _closed(self, end: int) -> bool:
        """Whether a sign, a relative or an "and" ends the name."""
        if end >= self.sentence.last:
            return True
        token = self.tokens[end]
        return (
            token.text in _CLOSING
            or self.spans.shaped(end, "joined")
            or self.spans.has(end, "relative", "clause")
        )

    def _person(self, start: int, end: int, *, attached: str = "") -> Span:
        """The person whom words name, without the particle written to the first of them."""
        words = list(self.tokens[start:end])
        if attached:
            first, text = words[0], words[0].text[len(attached) :]
            words[0] = first._replace(start=first.start + len(attached), text=text, key=fold(text))
        person = self.people.unlisted(words, self.language, self.lexicon)
        return Span(start, end, [person], prefix=attached)
