"""Finds every word of the text that the language or the lexicon knows, as spans: one pass per trie."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .language import Language
from .lexicon import Lexicon
from .lookalikes import (
    holds_clause,
    holds_clause_of_its_own,
    is_another_word,
    is_common_word,
    is_compound,
    is_spelt_otherwise,
    is_time,
    is_verb_with_article,
)
from .overlaps import drop_overlapped
from .sentences import Sentence
from .spans import SentenceSpans, Span
from .text import Token
from .trie import Hit, Trie, particle

#: tables whose spans make up people and sides
_ATOMS = frozenset({"title", "group", "reference", "place", "venue"})


def _hits(part: Sequence[Token], language: Language, names: Trie) -> tuple[list[Hit], dict[str, list[Hit]]]:
    """What the tokens of one sentence match: what makes up people and sides, and the rest by table."""
    atoms: list[Hit] = []
    tables: dict[str, list[Hit]] = defaultdict(list)
    for hit in language.marks.finditer(part):
        table = hit.value.table
        if (hit.prefix and is_verb_with_article(hit)) or (
            table == "trigger" and is_spelt_otherwise(hit, part)
        ):
            continue
        (atoms if table in _ATOMS else tables[table]).append(hit)
    for hit in names.finditer(part):
        if hit.value.fits(part[hit.first]):
            (tables["outlet"] if hit.value.kind == "outlet" else atoms).append(hit)
    return atoms, tables


def _longest(hits: Iterable[Hit], offset: int) -> list[Span]:
    """Of hits from left to right, the longer first, the leftmost; those over the same tokens become one span."""
    spans: list[Span] = []
    for hit in hits:
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


def _note_classes(spans: SentenceSpans, hits: Iterable[Hit], offset: int) -> None:
    for hit in hits:
        if hit.prefix and is_another_word(hit.prefix, hit.value.says):
            continue
        spans.listed.add(hit.value.says)
        for index in range(hit.first, hit.last):
            spans.classes[index + offset].add(hit.value.says)
            if hit.cases:
                spans.bent[index + offset] = hit.cases
        if hit.value.says == "honorifics" and particle(hit.prefix)[:1] in ("و", "ف"):
            spans.listed.add("and")
            spans.classes[hit.first + offset].add("and")  # "and Dr" in one word


def _spans_of(sentence: Sentence, tokens: Sequence[Token], language: Language, names: Trie) -> SentenceSpans:
    part, offset = tokens[sentence.first : sentence.last], sentence.first
    spans = SentenceSpans(sentence)
    for index, token in enumerate(part, offset):
        if not token.word:
            spans.signs.setdefault(token.text, []).append(index)
        elif shape := language.shapes.of(token.key):
            spans.shapes[index] = shape
    atoms, tables = _hits(part, language, names)
    atoms.sort(key=lambda h: (h.first, -h.last))  # of two tries
    spans.atoms = [
        a
        for a in _longest(atoms, offset)
        if not (is_common_word(a, tokens, sentence, language) or is_compound(a, tokens, sentence, language))
    ]
    _note_classes(spans, tables.pop("word", ()), offset)
    if language.plain:  # "melakukan perjalanan ke Moskow setelah pertemuan" is no meeting held
        tables["trigger"] = [h for h in tables["trigger"] if not holds_clause(h, spans, offset)]
    elif language.articles:  # "said on Thursday that the visit of ..." is nobody on a visit
        tables["trigger"] = [h for h in tables["trigger"] if not holds_clause_of_its_own(h, spans, offset)]
    for table, hits in tables.items():
        spans.tables[table] = _longest(hits, offset)
    spans.times = _longest((h for h in language.times.finditer(part) if is_time(h, part, language)), offset)
    spans.outlets = spans.tables.pop("outlet", [])
    drop_overlapped(spans, tokens, language)
    return spans


def find_spans(
    tokens: Sequence[Token], sentences: Sequence[Sentence], language: Language, lexicon: Lexicon
) -> list[SentenceSpans]:
    """The spans of each sentence; overlapping ones of a kind are settled for the longer."""
    names = lexicon.names(language)
    return [_spans_of(sentence, tokens, language, names) for sentence in sentences]
