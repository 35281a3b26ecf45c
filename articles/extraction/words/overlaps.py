"""What stands inside other words of its sentence, and is nothing by itself there."""

from collections.abc import Sequence

from .language import Language
from .spans import SentenceSpans, Span, names_in, rules_in
from .text import Token

_NOUNS = frozenset({"noun", "travel-noun"})
_WHERE = 10  # words from a place, or from whom somebody comes to, to the verb behind it


def _drop_named(spans: SentenceSpans) -> None:
    """A word of somebody's name is no trigger: "فيصل" is no "and arrives"; nor is "Zhai Jun" told in June."""
    named = {
        index
        for atom in spans.atoms
        if any(name.kind == "person" for name in names_in(atom))
        for index in range(atom.first, atom.last)
    }
    if not named:
        return
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


def _drop_in_outlets(spans: SentenceSpans) -> None:
    """Whoever an outlet is named after is no party: "the Times of **Israel**", "Pusat Informasi **Palestina**"."""
    for outlet in spans.outlets:
        spans.atoms[:] = [
            a for a in spans.atoms if a.last <= outlet.first or a.first >= outlet.last or _covers(a, outlet)
        ]


def _covers(span: Span, block: Span) -> bool:
    """Whether a trigger says more than the words that are none: they are part of it."""
    return span.first <= block.first and block.last <= span.last and span.first < block.first


def _drop_blocked(spans: SentenceSpans, language: Language) -> None:
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
        if language.order == "verb-first":  # "اليوم الأول": the first day is not today
            spans.times[:] = [t for t in spans.times if t.first != block.first or t.last > block.last]
        cues = spans.tables["cue"]  # "not only"
        cues[:] = [cue for cue in cues if cue.first < block.first or cue.last > block.last]


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


def _leads_nowhere(trigger: Span, spans: SentenceSpans, tokens: Sequence[Token]) -> bool:
    """ "позиция была в пятницу та же": a verb whose preposition is a day's, with no goal on either side."""
    preposition = trigger.last - 1
    time = next((t for t in spans.times if t.first == preposition > trigger.first), None)
    if trigger.rule.frame != "travel" or time is None or not spans.has(preposition, "locative"):
        return False
    for index in range(trigger.first - 1, max(trigger.first - _WHERE, spans.sentence.first) - 1, -1):
        if spans.has(index, "locative", "to"):
            return False
        if not tokens[index].word:
            break
    return not spans.has(time.last, "locative")


def drop_overlapped(spans: SentenceSpans, tokens: Sequence[Token], language: Language) -> None:
    """Drop the triggers, atoms, times and cues of one sentence that are part of something else."""
    _drop_named(spans)
    _drop_adjectives(spans)
    _drop_in_outlets(spans)
    _drop_blocked(spans, language)
    if language.cases:
        verbs = spans.tables["trigger"]
        verbs[:] = [verb for verb in verbs if not _leads_nowhere(verb, spans, tokens)]
    _drop_dated_cues(spans, tokens, language)
