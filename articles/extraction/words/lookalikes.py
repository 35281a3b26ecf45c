"""Words that look like one the language or the registry knows, and are another where they stand."""

from collections.abc import Sequence
from unicodedata import combining

from .language import Language
from .sentences import Sentence
from .spans import SentenceSpans, Span, names_in
from .text import Token
from .trie import Hit

_VERBS = frozenset({"active", "passive", "receive", "mutual", "send", "travel", "host"})
_PHRASE = 3  # words of a form that hardly has a gap
_VERB_WORDS = frozenset({"addressing", "attending", "hosting", "impersonal"})
_PARTICLE_WORDS = frozenset({"clause", "not", "between", "company", "members"})


def is_verb_with_article(hit: Hit) -> bool:
    """ "البحث" is "the research", not "discussed": verbs take no article. Asked of words with a prefix."""
    if hit.value.table == "place":
        return hit.prefix.endswith(
            "ال"
        )  # "المشهد" is the scene, no town takes an article that it does not have
    if hit.value.table == "reporting" and hit.prefix[-1] not in "وف":
        return True  # "التابع", "باقر": verbs of saying take "and" alone
    return hit.prefix.endswith("ال") and hit.value.table == "trigger" and hit.value.frame in _VERBS


def is_spelt_otherwise(hit: Hit, part: Sequence[Token]) -> bool:
    """Whether letters that are folded tell two words apart: "هنأ" congratulates, "هنا" is here."""
    spelt = hit.value.row.get("spelt")
    if not spelt:
        return False
    text = "".join(c for c in part[hit.first].text if not combining(c))
    return not any(text.endswith(word) for word in spelt)


def is_another_word(prefix: str, says: str) -> bool:
    """ "كان" is "was", not "as" and "that"; "البحث", "الآن", "القادة": verbs and particles take no article."""
    if says in _VERB_WORDS:
        return prefix[-1] not in "وف"
    return says in _PARTICLE_WORDS and (prefix.endswith("ال") or (says != "company" and prefix.endswith("ك")))


def holds_clause(hit: Hit, spans: SentenceSpans, offset: int) -> bool:
    """Whether a clause begins between the first and the last word of what a form matches."""
    inside = range(hit.first + offset + 1, hit.last + offset - 1)
    gap = hit.value.frame in _VERBS and hit.last - hit.first > _PHRASE
    return gap and any(spans.has(i, "clause", "relative") for i in inside)


def holds_clause_of_its_own(hit: Hit, spans: SentenceSpans, offset: int) -> bool:
    """Whether a gap of a form passes over "that" or "who", or over a partner: "conferred [with A and] with"."""
    first, last = hit.first + offset, hit.last + offset
    if hit.last - hit.first <= _PHRASE:
        return False
    if any(spans.has(i, "relative") for i in range(first + 1, last - 1)):
        return True
    return spans.has(last - 1, "with") and any(
        spans.has(i, "with") and not spans.has(i, "company", "and") for i in range(first + 1, last - 2)
    )


def is_time(hit: Hit, part: Sequence[Token], language: Language) -> bool:
    """False for "may" and "sat": names of months and days only with a capital."""
    named = "month" in hit.slots or "weekday" in hit.slots  # "minggu" is a week, "Minggu" is Sunday
    words = [token for token in part[hit.first : hit.last] if language.has("capitalised", token.key)]
    if named:
        return not any(token.text.islower() for token in words)
    return hit.first == 0 or not any(token.text[0].isupper() for token in words)


def is_common_word(atom: Span, tokens: Sequence[Token], sentence: Sentence, language: Language) -> bool:
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


def is_compound(atom: Span, tokens: Sequence[Token], sentence: Sentence, language: Language) -> bool:
    """Whether a name is half of an adjective: "Iran-backed", "Lebanon-based", "Taliban-led"."""
    hyphen, word = atom.last, atom.last + 1
    return (
        word < sentence.last
        and tokens[hyphen].text == "-"
        and tokens[hyphen].start == tokens[hyphen - 1].end
        and language.has("compounds", tokens[word].key)
    )
