"""Which titles, sides and names stand together as one phrase: "Wakil Menteri Luar Negeri Rusia, Mikhail Bogdanov"."""

from ..words.spans import Span, names_in, rules_in
from ..words.trie import particle
from .adjectives import Adjectives
from .atoms import (
    and_written_to,
    are_apart,
    has_side,
    is_counterpart,
    is_described,
    is_no_owner,
    is_organisation,
    is_person,
    is_realm,
    place_of,
)
from .gaps import COMMAS
from .heads import served_by, served_in, speaks_for_state
from .offices import Offices

_BRACKETED = 3  # tokens of "(WPM)"
_DISPUTED = "PS"  # whose prime minister may speak for a movement
_QUOTES = frozenset("\"'“”«»()")


class Runs(Adjectives, Offices):
    """Divides the spans of one sentence into runs, each a noun phrase."""

    def of(self, atoms: list[Span]) -> list[list[Span]]:
        """The spans of a sentence, those of one phrase together."""
        runs: list[list[Span]] = []
        for index, atom in enumerate(atoms):
            apart = runs and self.listed_apart(runs[-1][-1], atom)
            if runs and not apart and self._continues(runs[-1], atom, atoms[index:]):
                runs[-1].append(atom)
            else:
                runs.append([atom])
        return runs

    def _continues(self, run: list[Span], atom: Span, rest: list[Span]) -> bool:  # noqa: PLR0911
        before, person = run[-1], any(is_person(a) for a in run)
        title = any(rules_in(a, "title") for a in run)
        if self.language.cases and self._begins_anew(run, atom):
            return self.in_two_bodies(run, rest)
        apart = self._opens_phrase(atom) or self.are_others(before, atom)
        apart = apart or (bool(rules_in(atom, "reference")) and are_apart(before, atom))
        if self._is_pair(before, atom) or apart or (not title and self.is_of_somebody(run, rest)):
            return False
        pointing = rules_in(atom, "reference") and not rules_in(atom, "group")  # "афганской стороны"
        if (pointing or rules_in(before, "reference")) and not rules_in(before, "title"):
            of_origin = all(name.kind == "demonym" for name in names_in(before)) and bool(names_in(before))
            described = (
                is_counterpart(before)
                or (is_counterpart(atom) and of_origin)
                or any(rule.row.get("title") for rule in rules_in(atom, "reference"))
            )  # "российский дипломат"
            described = described or self.of_origin(before, of=atom)
            return not person and described and self._glued(before.last, atom.first)
        if person and self._second_title(run, atom, rest):
            return True
        if any(names_in(a) or has_side(a) for a in run) and (
            and_written_to(atom, self.language)
            or self.is_sent(before, atom)
            or (not person and (self._new_title(atom, title) or self._title_of_another(run, rest)))
            or self._other_side(run, atom, title)
        ):
            return False
        first = before.last + self._is_body(before, atom)
        start = before.last + self._abbreviated(before)
        start = self._past_office(start, atom.first)
        first = max(first, start)
        first = self._past_adjectives(first) if title else first
        while first < atom.first and self.tokens[first].text in _QUOTES:
            first += 1
        gap = self.tokens[first : atom.first]
        if not person and title and self._second_office(run, rest):
            return True
        if gap and gap[0].text in COMMAS and self._glued(first + 1, atom.first):
            if not person:
                alone = all(self.spans.has(first + i, "honorifics") for i in range(1, len(gap)))
                return (
                    title
                    and is_person(atom)
                    and not self._of_other_state(run, atom)
                    and (len(gap) == 1 or (not self.language.cases and alone))
                )
            return self._is_apposition(rest) and self._of_side(run, rest)
        if (
            not self._glued(start, atom.first)
            and not self.described(before, atom)
            and not self._complement(before, atom)
            and not self.completed(before, atom)
            and not (title and self.of_field(before.last, atom))
            and not (title and self._of_body(before.last, atom))
        ):
            return False
        if person and self.language.order == "verb-first" and rules_in(atom, "title") and not gap:
            return self._is_apposition(rest) and self._same_side(run, rest)
        if person and not is_person(before):
            # inside an apposition: "X, Russia's deputy foreign minister", "X, посланник Трампа"
            served = self.language.cases and served_by(before, atom)
            return not is_person(atom) or served or self._is_served([*run, atom])
        if person:
            appended = any(
                rules_in(a, "title") for a in run[run.index(next(a for a in run if is_person(a))) :]
            )
            if self.language.articles and not appended and not self._belongs(gap):
                return False  # "Joe Biden at the White House"
            return bool(names_in(atom)) and not is_person(atom) and (bool(gap) or appended)
        return True

    def _abbreviated(self, title: Span) -> int:
        """ "Wakil Perdana Menteri (WPM) Malaysia", "kepala SVR X": the tokens of an abbreviation behind a title."""
        inside = self.tokens[title.last : title.last + _BRACKETED]
        if self.language.plain and rules_in(title, "title") and inside and inside[0].text.isupper():
            return int(1 < len(inside[0].text) <= 2 * _BRACKETED)
        if not (self.language.plain and rules_in(title, "title") and len(inside) == _BRACKETED):
            return 0
        written = inside[0].text == "(" and inside[2].text == ")" and inside[1].word
        return _BRACKETED if written and inside[1].text[0].isupper() else 0

    def _of_other_state(self, run: list[Span], atom: Span) -> bool:
        """ "Selain bertemu perwakilan Taliban, Retno ...": a title of another side than the person behind its comma."""
        own = {name.side for name in names_in(atom) if name.kind in ("person", "short")}
        if not self.language.plain:
            return False
        named = [name for before in run for name in names_in(before) if name.side]
        foreign = any(getattr(name.entry, "country", None) != _DISPUTED for name in named)
        return bool(own) and bool(named) and foreign and not own & {name.side for name in named}

    def _opens_phrase(self, atom: Span) -> bool:
        """ "received the Turkish minister | his counterpart": nothing describes a word for a counterpart before it."""
        return self.language.order == "verb-first" and is_counterpart(atom)

    def _is_pair(self, before: Span, atom: Span) -> bool:
        """ "Rusia-Iran": two states, not one phrase."""
        between = self.tokens[before.last : atom.first]
        hyphen = len(between) == 1 and between[0].text in "-–"
        return hyphen and is_organisation(before) and is_organisation(atom)

    def _begins_anew(self, run: list[Span], atom: Span) -> bool:
        """Whether, in a language with cases, a noun cannot belong to the phrase before it.

        Owners follow what they own: "Приглашение Москвы лидер ХАМАС получил", "с делегацией ХАМАС Кремль".
        """
        if not is_organisation(atom):
            head = next((a for a in run if is_described(a)), None)
            clash = head is not None and are_apart(head, atom)
            titled = (
                bool(rules_in(atom, "title")) and "gen" not in atom.cases
            )  # "возглавлял делегацию | глава"
            served = served_by(run[-1], atom) and self._glued(run[-1].last, atom.first)
            owner = is_organisation(run[-1]) and is_no_owner(atom)
            return (
                all(map(is_organisation, run))
                or owner
                or (clash and not served and (is_person(atom) or titled))
            )
        sides = {name.side for name in names_in(atom)}
        return is_organisation(run[-1]) and not sides & {name.side for name in names_in(run[-1])}

    def completed(self, title: Span, atom: Span) -> bool:
        """Whether a title's own words stand between it and whose it is: "секретарь Совета безопасности | Армении"."""
        known = is_person(atom) or is_organisation(atom) or any(n.kind == "org" for n in names_in(atom))
        titled = bool(rules_in(title, "title")) and title.last < atom.first
        owned = is_person(atom) or not atom.cases or "gen" in atom.cases
        return titled and known and owned and self.complement_end(title.last) == atom.first

    def _complement(self, title: Span, atom: Span) -> bool:
        """Whether only words of a title stand between it and a name: "head of the council of muftis NAME"."""
        between = range(title.last, atom.first)
        return (
            self.language.order == "verb-first"
            and bool(rules_in(title, "title"))
            and (is_person(atom) or self._owns(title, atom) or self._next_title(atom))
            and len(between) <= 4
            and all(
                self.tokens[i].text in COMMAS
                or self.tokens[i].text in _QUOTES
                or self._plain_word(i)
                or self.spans.has(i, "honorifics")
                or self.language.has("glue", self.tokens[i].key)
                or is_realm(self.tokens[i], self.language)
                or (is_person(atom) and self._where(i))
                for i in between
            )
        )

    def _second_title(self, run: list[Span], atom: Span, rest: list[Span]) -> bool:
        """ "X, member of the committee and secretary of the union,": two titles behind one name."""
        gap = range(run[-1].last, atom.first)
        joined = and_written_to(atom, self.language) and not gap
        if self.language.cases:
            joined = len(gap) == 1 and self.spans.has(gap[0], "and") and not self._begins_anew(run, atom)
        return (
            joined
            and bool(rules_in(atom, "title"))
            and not is_person(run[-1])
            and self.tokens[next(a for a in run if is_person(a)).last].text in COMMAS
            and self._is_apposition(rest)
        )

    def _where(self, index: int) -> bool:
        """A place inside a title: "representative of Hamas in Lebanon NAME"."""
        return self.spans.has(index, "locative", "destination") or any(
            a.first <= index < a.last and place_of(a)[0] is not None for a in self.spans.atoms
        )

    def _next_title(self, atom: Span) -> bool:
        """ "head of the sovereignty council, commander of the army NAME": one title right behind another."""
        behind = [a for a in self.spans.atoms if a.first >= atom.last][:1]
        return (
            bool(rules_in(atom, "title"))
            and not atom.prefix
            and bool(behind)
            and behind[0].first <= atom.last + 1
        )

    def _owns(self, title: Span, atom: Span) -> bool:
        """Whether an organisation completes a title: "head of the executive bureau of Hamas"."""
        before = atom.first - 1
        while self.tokens[before].text in _QUOTES:
            before -= 1
        attached = self.language.has("to", particle(atom.prefix)[-1:]) or self.language.has(
            "glue", self.tokens[before].key
        )
        # "adviser for national security | Saudi"
        described = any(n.kind == "demonym" for n in names_in(atom))
        article = self.spans.shaped(title.last, "with_article")
        article = article or is_realm(self.tokens[title.last], self.language)
        return article and (
            (is_organisation(atom) and attached)
            or (described and not self.spans.shaped(title.first, "with_article"))
        )

    def _same_side(self, run: list[Span], rest: list[Span]) -> bool:
        """Whether a title behind a name names no other side than the name's."""
        own = {name.side for atom in run for name in names_in(atom)}
        if not own:
            return True  # somebody on no list, whose side the title tells
        for index, atom in enumerate(rest):
            if index and not self._glued(rest[index - 1].last, atom.first):
                break
            if any(name.side not in own for name in names_in(atom)[:1]):
                return False
        return True

    def _of_side(self, run: list[Span], rest: list[Span]) -> bool:
        """False for "after seeing Lavrov, the head of Hamas ...": a title of another side than the name's."""
        own = {name.side for atom in run for name in names_in(atom)}
        for index, atom in enumerate(rest):
            if index and not self._glued(rest[index - 1].last, atom.first):
                break
            for name in names_in(atom)[:1]:
                official = any(speaks_for_state(name.side, side) for side in own)
                return not own or name.side is None or name.side in own or official
        return True

    def _other_side(self, run: list[Span], atom: Span, title: bool) -> bool:
        """Whether a name of another side follows a name: "a delegation of Hamas | Bogdanov", "... | Moscow"."""
        named = [name for name in names_in(atom) if name.kind != "demonym"]
        if self.language.order != "verb-first" or not named:
            return False
        owned = [name for before in run for name in names_in(before) if name.kind != "demonym"]
        town = not atom.prefix and run[-1].last == atom.first and place_of(atom)[0] is not None
        if title and not (owned and town):  # "زار عضو المكتب السياسي لحركة حماس | موسكو"
            return False
        sides = {name.side for before in run for name in names_in(before)}
        return not sides & {name.side for name in named}

    def _new_title(self, atom: Span, title: bool) -> bool:
        """Whether a title begins another party: where sides follow titles, "delegation of Hamas | minister of"."""
        return self.language.order == "verb-first" and (
            (not title and bool(rules_in(atom, "title"))) or bool(rules_in(atom, "group"))
        )

    def _title_of_another(self, run: list[Span], rest: list[Span]) -> bool:
        """ "هنأ رئيس حركة حماس | الرئيس الروسي": a title of another side behind a title, with no name between."""
        titled = self.language.order == "verb-first" and bool(rules_in(rest[0], "title"))
        return titled and not self._same_side(run, rest)

    def _is_served(self, atoms: list[Span]) -> bool:
        """ "X, special envoy to President **Y**,": whether the last of a phrase is he whom its bearer serves."""
        return self.language.articles and atoms[-1] in served_in(atoms, self.spans)

    def _is_apposition(self, atoms: list[Span]) -> bool:
        """Whether a title follows ("X, deputy foreign minister of Russia,") and no other name with it."""
        has_title = False
        for index, atom in enumerate(atoms[:5]):
            if index and not self._glued(atoms[index - 1].last, atom.first):
                break
            if index and self.language.cases and served_by(atoms[index - 1], atom):
                return True  # "X, посланник Трампа,"
            if self._is_served(atoms[: index + 1]):
                return True
            if is_person(atom) or rules_in(atom, "reference"):
                return False
            has_title = has_title or bool(rules_in(atom, "title"))
        return has_title
