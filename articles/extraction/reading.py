"""One article read from top to bottom: layout, sentences, spans, parties, bindings, drafts, entries.

``read`` keeps every step, so that ``explain`` can tell it and ``extract`` can take the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .binding.articlebinding import ArticleBinder
from .binding.binding import Binder, bind
from .binding.bindings import Binding
from .binding.casebinding import CaseBinder
from .binding.plainbinding import PlainBinder
from .binding.verbfirst import VerbFirstBinder
from .contacts.drafting import Drafter
from .contacts.drafts import Draft
from .contacts.folding import fold_drafts
from .contacts.mentions import to_mention
from .contacts.reference import Discourse
from .contacts.speakers import closed_by, quoted_by
from .contacts.topics import ReadSentence, Topics
from .parties.parties import Phrases
from .parties.people import People
from .parties.phrases import find_phrases
from .types import Document, Mention
from .words.finding import find_spans
from .words.language import Language, load_language
from .words.layout import Block, lay_out
from .words.lexicon import Lexicon
from .words.sentences import Sentence, split
from .words.spans import SentenceSpans
from .words.text import Token, tokenise


@dataclass(slots=True)
class Reading:
    """Every step of the reading of one document."""

    document: Document
    language: Language
    tokens: Sequence[Token] = ()
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    spans: list[SentenceSpans] = field(default_factory=list)
    phrases: list[Phrases] = field(default_factory=list)
    bindings: list[tuple[Binding, str]] = field(default_factory=list)  # with what became of it
    drafts: list[Draft] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


def _binder(language: Language) -> type[Binder]:
    if language.cases:
        return CaseBinder
    if language.order == "verb-first":
        return VerbFirstBinder
    return PlainBinder if language.plain else ArticleBinder


def _tells_nothing(block: Block) -> bool:
    """Whether a line tells no contact itself: a headline, or one of a list that nothing announces."""
    return block.role == "title" or (block.role == "item" and block.rule == "below")


def _take_headline_for_lead(sentences: Sequence[SentenceSpans]) -> None:
    """ "Делегация прибыла в Москву | Об этом сообщил МИД": a headline that the text goes on from is its first line."""
    for one, behind in pairwise(sentences):
        headline, first = one.sentence.block, behind.sentence.first
        if (
            headline.role == "title"
            and behind.sentence.block.role == "body"
            and behind.has(first, "this_was")
        ):
            headline.role, headline.rule = "body", "told on below"


def read(document: Document, lexicon: Lexicon) -> Reading:
    """Read a document whose language there is a folder for."""
    language = load_language(document.language or "en")
    reading = Reading(document, language)
    reading.blocks = lay_out(document.text, language, title=document.title)
    reading.tokens = tokenise(document.text)
    reading.sentences = split(reading.tokens, reading.blocks, language)
    reading.spans = find_spans(reading.tokens, reading.sentences, language, lexicon)
    _take_headline_for_lead(reading.spans)
    people = People()
    discourse = Discourse(people, lexicon, language)
    drafter = Drafter(document, reading.tokens, reading.blocks, language, lexicon, discourse)
    binder = _binder(language)
    for index, spans in enumerate(reading.spans):
        if language.plain or language.cases:
            discourse.quoted = quoted_by(reading.spans, index, reading.tokens, people)
        elif language.articles:
            discourse.quoted = closed_by(spans, reading.tokens, people)
        phrases = find_phrases(reading.tokens, spans, language, lexicon, people)
        reading.phrases.append(phrases)
        bindings = (
            []
            if _tells_nothing(spans.sentence.block)
            else bind(binder(reading.tokens, spans, phrases, language))
        )
        told = len(reading.drafts)
        drafter.counterparts.beside = bindings
        for binding in bindings:
            drafts, verdict = drafter.draft(binding)
            reading.drafts += drafts
            reading.bindings.append((binding, verdict))
        if not _tells_nothing(spans.sentence.block):
            more = drafter.draft_untold(spans, phrases, bindings, reading.drafts[told:])
            if more:
                reading.bindings.append((more[0], more[2]))
                reading.drafts += more[1]
        drafter.company.add_company(reading.drafts[told:], spans, phrases)
        drafter.company.note_list(spans, phrases, drafter.discourse)
        if len(reading.drafts) == told:
            gathered = drafter.gatherings.add(reading.drafts, spans, phrases)
            reading.drafts += [gathered] if gathered else []
            drafter.company.add_members(reading.drafts, spans, phrases)
            drafter.restate(reading.drafts, spans)
            drafter.circumstances.note_times(spans)
        drafter.company.add_third_side(reading.drafts, told, spans, phrases)
        drafter.company.add_attending(reading.drafts, told, spans, phrases, drafter.discourse)
        drafter.discourse.note_sentence(phrases)
        drafter.named.note(spans, phrases)
        drafter.circumstances.note_sentence(spans, phrases.places)
        if spans.sentence.block.role == "title":
            drafter.circumstances.towns.note_headline(phrases.places)
        drafter.circumstances.note_statement(spans)
    entries = fold_drafts(reading.drafts, drafter)
    sentences = [ReadSentence(*read) for read in zip(reading.spans, reading.phrases, strict=True)]
    topics = Topics(reading.tokens, document, language, sentences, entries)
    reading.mentions = [
        to_mention(entry, reading.spans, topics, tokens=reading.tokens, document=document, language=language)
        for entry in entries
    ]
    return reading
