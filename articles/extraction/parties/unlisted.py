"""Names that no list holds: capitalised words beside a title, and in a row of people."""

from ..words.spans import Span, is_person, names_in, rules_in
from ..words.text import POSSESSIVE
from .atoms import and_written_to, is_counterpart
from .barenames import BareNames
from .capitalised import CapitalisedNames
from .clausenames import ClauseNames
from .gaps import BULLETS, COMMAS
from .heads import served_by
from .plainnames import NAME, PlainNames
from .wholenames import WholeNames

_SHARED = 8  # words from a title of two to the adjective of the second
_COUNTING = ".)"  # behind the number of one of a row
_APPOSITION = 10  # tokens between a name's comma and the title that describes it


class UnlistedNames(WholeNames, CapitalisedNames, PlainNames):
    """Finds the people of one sentence whom the registry does not know."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.clauses = ClauseNames(self.tokens, self.spans, self.language)
        self.bare = BareNames(self.tokens, self.spans, self.language, self.lexicon, self.people)

    def beside(self, atoms: list[Span]) -> list[Span]:
        """The atoms and the capitalised names that stand beside a title."""
        covered = {index for atom in atoms for index in range(atom.first, atom.last)}
        atoms = [self._with_whole_name(atom, covered) for atom in atoms]
        found = list(atoms)
        headline = self.sentence.block.role == "title"  # every word may have a capital
        if not headline:
            self._titled(atoms, found, covered)
            self._owned(found, covered)
            for name in self.clauses.names(covered, self._capitalised):
                found.append(name)
                covered.update(range(name.first, name.last))
        if self.language.script == "arabic":
            if not headline:
                self.bare.add(found, covered)
            return sorted(found, key=lambda a: a.first)
        if (self.language.plain or self.language.cases) and not headline:
            self._near_registry(found, covered)
        self._add_surnames(found, covered)
        found += self._listed_names(found, covered)
        return sorted(found, key=lambda a: a.first)

    def _with_whole_name(self, atom: Span, covered: set[int]) -> Span:
        """A name with the words written beside it that are his, remembered by its surname."""
        if self.language.script == "arabic":
            atom = self.bare.with_first_name(atom, covered)
        else:
            atom = self._with_given_name(atom, covered)
        atom = self._with_surname(atom, covered)
        self.people.note_surname(atom, self.tokens, self.language)
        return atom

    def _titled(self, atoms: list[Span], found: list[Span], covered: set[int]) -> None:
        """Add the names of whom a title, or an organisation behind one, describes."""
        for index, atom in enumerate(atoms):
            if not (rules_in(atom, "title") or is_counterpart(atom) or self._after_title(atoms, index)):
                continue
            name = self._name_of(atoms, index, covered)
            if not name:
                continue
            if self._completes_title(name, atom, atoms):
                atom.last = name.last
            else:
                found.append(name)
            covered.update(range(name.first, name.last))

    def _name_of(self, atoms: list[Span], index: int, covered: set[int]) -> Span | None:
        """The name behind a title, or before the comma of an apposition."""
        atom = atoms[index]
        title = atom if rules_in(atom, "title") or not index else atoms[index - 1]
        for start in self._name_starts(atom):
            name = self._capitalised(start, covered, title.cases)
            if name and not self._is_institution(name, start - atom.last, title.cases):
                return name
        return self._before_title(atom, atoms, covered)

    def _name_starts(self, atom: Span) -> list[int]:
        after = atom.last
        if self.language.cases and self.spans.has(after, "whose_land"):
            after += 1  # "президент страны NAME"
        starts = [after]
        if self.language.plain and (end := self.past_adjectives(after)) > after:
            after = end  # "Menteri Luar Negeri Suriah sementara, NAME"
            starts.append(after)
        if rules_in(atom, "title") and (end := self.complement_end(after)) > after:
            starts.append(end)  # "министр промышленности NAME"
        if after < self.sentence.last and self.tokens[after].text in COMMAS:
            starts.append(after + 1)
        body = after
        while (
            body < self.sentence.last
            and self.tokens[body].text[:1].isupper()
            and self.language.has("not_names", self.tokens[body].key)
        ):
            body += 1
        if body > after and body < self.sentence.last and self.tokens[body].text in COMMAS:
            starts.append(body + 1)  # "head of Houthi Supreme Political Council, NAME"
        while starts[-1] < self.sentence.last and (
            self.spans.has(starts[-1], "honorifics") or self.bare.is_quote(starts[-1])
        ):
            starts[-1] += 1
        if self.bare.is_adjective(after):
            starts.append(after + 1 + self.bare.is_quote(after + 1))
        return starts

    def _completes_title(self, name: Span, title: Span, atoms: list[Span]) -> bool:
        """ "envoy for Afghanistan **Reconciliation** Zalmay Khalilzad": one word right before a known name."""
        return (
            name.last - name.first == 1
            and title.last == name.first
            and any(is_person(a) and a.first == name.last for a in atoms)
        )

    def _before_title(self, title: Span, atoms: list[Span], covered: set[int]) -> Span | None:
        """ "Jusuf Kalla, Indonesia's former vice president": whose title an apposition gives."""
        if self.language.script == "arabic" or not rules_in(title, "title"):
            return None
        people = {i for a in atoms if is_person(a) for i in range(a.first, a.last)}
        comma = title.first - 1
        while comma > self.sentence.first and title.first - comma <= _APPOSITION:
            token = self.tokens[comma]
            if not (
                self.language.has("glue", token.key)
                or token.text in ("'s", "’s", "-")
                or self.spans.has(comma, "modifiers", "definite")
                or self.spans.has(comma, "indefinite")
                or (comma in covered and comma not in people)
            ):
                break
            comma -= 1
        if not self._comma(comma):
            return None
        start = comma = self._aged(comma)
        while (
            start > self.sentence.first
            and comma - start < NAME
            and start - 1 not in covered
            and (self._name_word(self.tokens[start - 1], start - 1, cased=True) or self.hyphenates(start - 1))
        ):
            start -= 1
        name = self._capitalised(start, covered) if comma - start > 1 else None
        return name if name and name.last == comma else None

    def _after_title(self, atoms: list[Span], index: int) -> bool:
        """Whether an organisation follows a title: "Menteri Luar Negeri Indonesia", then a name."""
        if index and self.language.cases and served_by(atoms[index - 1], atoms[index]):
            return self._glued(atoms[index - 1].last, atoms[index].first)  # "помощник Аббаса X"
        if not index or not names_in(atoms[index]) or any(n.kind == "person" for n in names_in(atoms[index])):
            return False
        before = atoms[index - 1]
        titled = bool(rules_in(before, "title")) or is_counterpart(before) or _is_of_two(before)
        near = titled and (
            self._glued(before.last, atoms[index].first)
            or self.complement_end(before.last) == atoms[index].first
            or self._is_of(before, atoms[index])
        )
        return near or self._second(atoms, index)

    def _is_of(self, before: Span, atom: Span) -> bool:
        """ "коллега из Канады NAME": from where a counterpart is."""
        between = atom.first - before.last
        return between == 1 and is_counterpart(before) and self.spans.has(before.last, "origin")

    def _second(self, atoms: list[Span], index: int) -> bool:
        """ "وزيرا التجارة الروسي A والمصري B": the adjective of the second of two who share a title."""
        atom = atoms[index]
        if names_in(atom)[0].kind != "demonym" or not and_written_to(atom, self.language):
            return False
        return any(_is_of_two(a) and atom.first - a.last <= _SHARED for a in atoms[:index])

    def _capitalised(self, start: int, covered: set[int], cases: frozenset[str] = frozenset()) -> Span | None:
        if self.language.script == "arabic":
            return self.bare.behind_title(start, covered)
        return self._cased(start, covered, cases)

    def _owned(self, found: list[Span], covered: set[int]) -> None:
        """ "Syria's Walid Moallem": whose state stands before a name."""
        for atom in list(found):
            states = [name for name in names_in(atom) if name.kind in ("org", "metonym") and name.side]
            mark = atom.last
            if not states or mark + 2 >= self.sentence.last or self.tokens[mark].key != POSSESSIVE:
                continue
            name = self._capitalised(mark + 1, covered)
            if name and name.last - name.first > 1:
                found.append(name)
                covered.update(range(name.first, name.last))

    def _add_surnames(self, found: list[Span], covered: set[int]) -> None:
        """Add whom a surname alone means, remembered from his whole name."""
        for index in range(self.sentence.first, self.sentence.last):
            token = self.tokens[index]
            person = None if index in covered else self.people.by_surname(token)
            if person and not self._in_longer_name(index):
                first = self._with_particles(index)
                found.append(Span(first, index + 1, [person], cases=self.people.cases_of(token)))

    def _listed_names(self, atoms: list[Span], covered: set[int]) -> list[Span]:
        """Names that no list holds, in a row of people: "X, Y Z and W"."""
        if self.sentence.block.role == "title":
            return []
        found, ends = [], {atom.last for atom in atoms if is_person(atom)}
        rows = self._may_hold_row()
        for index in range(self.sentence.first, self.sentence.last):
            opens = rows and self._opens_row(index)
            if not (opens or index in ends or index - 1 in ends):
                continue
            start = index
            while start < self.sentence.last and (
                self.spans.has(start, "and", "honorifics")
                or (
                    start > index
                    and self.tokens[start].text == "."
                    and self.spans.has(start - 1, "honorifics")
                )
            ):
                start += 1
            in_row = (index in ends and start > index) or (index - 1 in ends and self._comma(index - 1))
            if not in_row and not opens:
                continue
            name = None if start in covered else self._capitalised(start, covered)
            if name and name.last - name.first > 1:
                found.append(name)
                covered.update(range(name.first, name.last))
                ends.add(name.last)
        return found

    def _may_hold_row(self) -> bool:
        """Whether anything in the sentence may open a row of people: asked once, each word only then."""
        if self.sentence.block.role == "item" or self.spans.holds("company", "members"):
            return True
        behind = (i - 1 for sign in _COUNTING for i in self.spans.signs.get(sign, ()))
        return self.spans.shows(BULLETS) or any(self.tokens[i].key.isdecimal() for i in behind)

    def _opens_row(self, index: int) -> bool:
        """Whether a row of people begins: a line of a list, "accompanied by X", "with him: 1. X"."""
        first = self.sentence.first
        before = index - 1
        if (
            before > first
            and self.tokens[before].text in _COUNTING
            and self.tokens[before - 1].key.isdecimal()
        ):
            before -= 2
        elif before >= first and self.tokens[before].text in BULLETS:
            before -= 1
        if before < first:
            return self.sentence.block.role == "item"
        if before < index - 1 and (self.tokens[before].text in ":,;" or self.spans.has(before, "and")):
            return True
        if self.tokens[before].text == ":" and before > first:
            before -= 1
        return self.spans.has(before, "company", "members")


def _is_of_two(atom: Span) -> bool:
    return any(rule.says == "ministers" for rule in rules_in(atom, "group"))
