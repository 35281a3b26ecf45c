"""Every word of the text that the language or the lexicon knows, as spans: one pass per trie."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import combining

from .language import Language, Rule
from .lexicon import Lexicon, Name
from .sentences import Sentence
from .text import Token
from .trie import Hit, particle

#: tables whose spans make up people and sides
_VERBS = frozenset({"active", "passive", "receive", "mutual", "send", "travel", "host"})
_PHRASE = 3  # words of a form that hardly has a gap
_NOUNS = frozenset({"noun", "travel-noun"})
_VERB_WORDS = frozenset({"addressing", "attending", "hosting", "impersonal"})
_PARTICLE_WORDS = frozenset({"clause", "not", "between", "company", "members"})
_ATOMS = frozenset({"title", "group", "reference", "place", "venue"})


@dataclass(slots=True)
class Span:
    """Tokens ``first`` to ``last`` (exclusive) and everything they may mean."""

    first: int
    last: int
    values: list[Any]
    slots: dict[str, Any] = field(default_factory=dict)
    prefix: str = ""
    cases: frozenset[str] = frozenset()
    by_table: "dict[str, list[Any]] | None" = field(default=None, init=False, repr=False, compare=False)

    @property
    def rule(self) -> Rule:
        """The first meaning, where it is a rule of the language."""
        return self.values[0]


@dataclass(slots=True)
class SentenceSpans:
    """The spans of one sentence by table, and the word classes of its tokens."""

    sentence: Sentence
    atoms: list[Span] = field(default_factory=list)
    outlets: list[Span] = field(default_factory=list)
    times: list[Span] = field(default_factory=list)
    tables: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    classes: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    bent: dict[int, frozenset[str]] = field(default_factory=dict)  # the cases of such a word
    remarks: list[tuple[int, int]] = field(
        default_factory=list
    )  # ", as X said,": no part of the clause around

    def sayings(self) -> list[Span]:
        """The verbs of saying, but those of remarks."""
        return [s for s in self.tables.get("reporting", ()) if not self.in_remark(s.first)]

    def in_remark(self, index: int) -> bool:
        """Whether a token stands in a remark."""
        return any(first <= index < last for first, last in self.remarks)

    def has(self, index: int, *names: str) -> bool:
        """Whether a token stands in one of the word lists."""
        found = self.classes.get(index)
        return found is not None and not found.isdisjoint(names)


def find_spans(
    tokens: Sequence[Token], sentences: Sequence[Sentence], language: Language, lexicon: Lexicon
) -> list[SentenceSpans]:
    """The spans of each sentence; overlapping ones of a kind are settled for the longer."""
    names = lexicon.names(language)
    result = []
    for sentence in sentences:
        part = tokens[sentence.first : sentence.last]
        spans = SentenceSpans(sentence)
        atoms: list[Hit] = []
        tables: dict[str, list[Hit]] = defaultdict(list)
        for hit in language.marks.finditer(part):
            if _is_verb_with_article(hit) or _is_spelt_otherwise(hit, part):
                continue
            (atoms if hit.value.table in _ATOMS else tables[hit.value.table]).append(hit)
        for hit in names.finditer(part):
            if hit.value.fits(part[hit.first]):
                (tables["outlet"] if hit.value.kind == "outlet" else atoms).append(hit)
        offset = sentence.first
        spans.atoms = [
            a
            for a in _longest(atoms, offset)
            if not (
                _common_word(a, tokens, sentence, language) or _is_compound(a, tokens, sentence, language)
            )
        ]
        _note_classes(spans, tables.pop("word", ()), offset)
        if language.plain:  # "melakukan perjalanan ke Moskow setelah pertemuan" is no meeting held
            tables["trigger"] = [h for h in tables["trigger"] if not _holds_clause(h, spans, offset)]
        for table, hits in tables.items():
            spans.tables[table] = _longest(hits, offset)
        spans.times = _longest(
            (h for h in language.times.finditer(part) if _is_time(h, part, language)), offset
        )
        _drop_named(spans)
        _drop_adjectives(spans)
        _drop_blocked(spans)
        spans.outlets = spans.tables.pop("outlet", [])
        _drop_dated_cues(spans, tokens, language)
        result.append(spans)
    return result


def _holds_clause(hit: Hit, spans: SentenceSpans, offset: int) -> bool:
    """Whether a clause begins between the first and the last word of what a form matches."""
    inside = range(hit.first + offset + 1, hit.last + offset - 1)
    gap = hit.value.frame in _VERBS and hit.last - hit.first > _PHRASE
    return gap and any(spans.has(i, "clause", "relative") for i in inside)


def _is_verb_with_article(hit: Hit) -> bool:
    """ "البحث" is "the research", not "discussed": verbs take no article."""
    if hit.value.table == "reporting" and hit.prefix and hit.prefix[-1] not in "وف":
        return True  # "التابع", "باقر": verbs of saying take "and" alone
    return (
        hit.prefix.endswith("ال")
        and hit.value.table == "trigger"
        and hit.value.frame in _VERBS
        and particle(hit.prefix) != hit.prefix
    )


def _is_compound(atom: Span, tokens: Sequence[Token], sentence: Sentence, language: Language) -> bool:
    """Whether a name is half of an adjective: "Iran-backed", "Lebanon-based", "Taliban-led"."""
    hyphen, word = atom.last, atom.last + 1
    return (
        word < sentence.last
        and tokens[hyphen].text == "-"
        and tokens[hyphen].start == tokens[hyphen - 1].end
        and language.has("compounds", tokens[word].key)
    )


def _is_spelt_otherwise(hit: Hit, part: Sequence[Token]) -> bool:
    """Whether letters that are folded tell two words apart: "هنأ" congratulates, "هنا" is here."""
    spelt = hit.value.row.get("spelt") if hit.value.table == "trigger" else None
    if not spelt:
        return False
    text = "".join(c for c in part[hit.first].text if not combining(c))
    return not any(text.endswith(word) for word in spelt)


def _common_word(atom: Span, tokens: Sequence[Token], sentence: Sentence, language: Language) -> bool:
    """Whether a name that is a common word too is one here: "فتح" is "opening" before a noun with its article.

    It is the name in quotation marks, behind a preposition or a noun that takes a name, or in a row of names.
    """
    words = language.words.get("ambiguous")
    if not words or atom.last - atom.first > 1 or not names_in(atom):
        return False
    token, index = tokens[atom.first], atom.first
    if token.key.removeprefix(atom.prefix) not in words:
        return False
    before = tokens[index - 1] if index > sentence.first else None
    after = tokens[index + 1] if index + 1 < sentence.last else None
    if before and not before.word and before.text not in ",،.":
        return False
    if after and after.key.startswith("ال"):
        return True
    if after and atom.prefix in ("", "و") and (after.key.startswith("و") or after.text in "،,."):
        return False
    return not (atom.prefix or (before and before.word and before.key in language.words["naming"]))


def _drop_named(spans: SentenceSpans) -> None:
    """A word of somebody's name is no trigger: "فيصل" is no "and arrives"; nor is "Zhai Jun" told in June."""
    named = {
        index
        for atom in spans.atoms
        if any(isinstance(v, Name) and v.kind == "person" for v in atom.values)
        for index in range(atom.first, atom.last)
    }
    for found in (spans.tables["trigger"], spans.times):
        found[:] = [span for span in found if not named.issuperset(range(span.first, span.last))]


def _drop_adjectives(spans: SentenceSpans) -> None:
    """A word for somebody inside a noun of contact is said of it: "an **official** invitation"."""
    nouns = [t for t in spans.tables["trigger"] if t.rule.frame in _NOUNS]
    spans.atoms[:] = [
        atom
        for atom in spans.atoms
        if atom.last - atom.first > 1
        or not any(t.first <= atom.first and atom.last < t.last for t in nouns)
        or not rules_in(atom, "title")
    ]


def _is_time(hit: Hit, part: Sequence[Token], language: Language) -> bool:
    """False for "may" and "sat": names of months and days only with a capital."""
    named = "month" in hit.slots or "weekday" in hit.slots  # "minggu" is a week, "Minggu" is Sunday
    words = [token for token in part[hit.first : hit.last] if language.has("capitalised", token.key)]
    if named:
        return not any(token.text.islower() for token in words)
    return hit.first == 0 or not any(token.text[0].isupper() for token in words)


def _drop_dated_cues(spans: SentenceSpans, tokens: Sequence[Token], language: Language) -> None:
    """The month of "in May 2009 he met" is no "may"."""
    cues = spans.tables.get("cue")
    if cues:
        months = {
            i
            for time in spans.times
            for i in range(time.first, time.last)
            if language.has("capitalised", tokens[i].key)
        }
        cues[:] = [cue for cue in cues if not months.issuperset(range(cue.first, cue.last))]
    if cues and language.plain:  # "sehari sebelumnya" tells the day, not that it is no news
        told = {i for time in spans.times for i in range(time.first, time.last)}
        cues[:] = [
            cue
            for cue in cues
            if not (
                told.issuperset(range(cue.first, cue.last))
                and all(v.says == "background" for v in cue.values)
            )
        ]


def _drop_blocked(spans: SentenceSpans) -> None:
    """What stands inside "the BRICS summit" is neither trigger nor party."""
    for block in spans.tables.get("blocker", ()):
        longer = block.last - block.first
        if any(atom.last == block.first and rules_in(atom, "group") for atom in spans.atoms):
            continue  # "delegasi | militer Israel"
        for found in (spans.tables["trigger"], spans.atoms):
            found[:] = [
                span
                for span in found
                if span.last <= block.first
                or span.first >= block.last
                or (found is spans.atoms and span.last - span.first > longer)  # "Palestinian People's Party"
                or (found is not spans.atoms and _covers(span, block))  # "a joint press conference with X"
            ]
        cues = spans.tables["cue"]  # "not only"
        cues[:] = [cue for cue in cues if cue.first < block.first or cue.last > block.last]


def _covers(span: Span, block: Span) -> bool:
    """Whether a trigger says more than the words that are none: they are part of it."""
    return span.first <= block.first and block.last <= span.last and span.first < block.first


def _longest(hits: Iterable[Hit], offset: int) -> list[Span]:
    """Leftmost, then longest; hits over the same tokens become one span with several values."""
    spans: list[Span] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        first, last = hit.first + offset, hit.last + offset
        if spans and first < spans[-1].last:
            same = spans[-1]
            if (first, last) == (same.first, same.last) and len(hit.prefix) <= len(same.prefix):
                if len(hit.prefix) < len(same.prefix):  # "وفدا" is a delegation before it is "and FIDA"
                    same.values, same.prefix, same.slots = [], hit.prefix, hit.slots
                same.values.append(hit.value)
                same.cases |= hit.cases
            continue
        spans.append(Span(first, last, [hit.value], hit.slots, hit.prefix, hit.cases))
    return spans


def _is_another_word(prefix: str, says: str) -> bool:
    """ "كان" is "was", not "as" and "that"; "البحث", "الآن", "القادة": verbs and particles take no article."""
    if says in _VERB_WORDS:
        return prefix[-1] not in "وف"
    return says in _PARTICLE_WORDS and (prefix.endswith("ال") or (says != "company" and prefix.endswith("ك")))


def _note_classes(spans: SentenceSpans, hits: Iterable[Hit], offset: int) -> None:
    for hit in hits:
        if hit.prefix and _is_another_word(hit.prefix, hit.value.says):
            continue
        for index in range(hit.first, hit.last):
            spans.classes[index + offset].add(hit.value.says)
            if hit.cases:
                spans.bent[index + offset] = hit.cases
        if hit.value.says == "honorifics" and particle(hit.prefix)[:1] in ("و", "ف"):
            spans.classes[hit.first + offset].add("and")  # "and Dr" in one word


def names_in(span: Span) -> list[Name]:
    """The registry's readings of a span."""
    return (span.by_table or _sort(span)).get(_NAMES, _NO_READINGS)


def rules_in(span: Span, table: str) -> list[Rule]:
    """The language's readings of a span of one table."""
    return (span.by_table or _sort(span)).get(table, _NO_READINGS)


def _sort(span: Span) -> dict[str, list[Any]]:
    """The readings of a span by table, kept: they are asked for some hundred times an article."""
    readings: dict[str, list[Any]] = {_NAMES: []}
    for value in span.values:
        if isinstance(value, Name):
            readings[_NAMES].append(value)
        elif isinstance(value, Rule):
            readings.setdefault(value.table, []).append(value)
    span.by_table = readings
    return readings


_NAMES = "name"  # no table is called so
_NO_READINGS: list[Any] = []
