"""What a text shows of itself: language, title, day of publication, outlet, each with its range.

What the caller knows wins; nothing is guessed that the text does not show.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .dates.resolving import dated
from .stamps import stamped_day
from .types import Document, PublishedFrom
from .words.language import Language, Profile, language_codes, language_profile, load_language
from .words.layout import Block, has_bullet, lay_out
from .words.lexicon import Lexicon
from .words.spans import Span
from .words.text import Token, tokenise
from .words.trie import Hit, Trie

_SAMPLE = 800  # tokens that tell the language
_LETTERS = {"latin": ("a", "z"), "cyrillic": ("\u0400", "\u04ff"), "arabic": ("\u0600", "\u06ff")}
_OLDEST = 1900
_CENTURIES = ("19", "20")
_HEAD = 1500  # characters in which an article shows its day and outlet


@dataclass(frozen=True, slots=True)
class _Page:
    """What is read, and where what was found in it stands."""

    text: str
    tokens: Sequence[Token]
    blocks: Sequence[Block]
    language: Language
    shown: dict[str, tuple[int, int]] = field(default_factory=dict)

    def part(self, start: int, end: int) -> list[Token]:
        """The tokens between two offsets of the text."""
        first = bisect_left(self.tokens, start, key=lambda t: t.start)
        last = bisect_left(self.tokens, end, key=lambda t: t.start)
        return [t for t in self.tokens[first:last] if t.end <= end]

    def show(self, name: str, where: tuple[int, int]) -> str:
        """Remember where something is shown; its words."""
        self.shown[name] = where
        return self.text[slice(*where)]


def describe(
    text: str,
    lexicon: Lexicon,
    *,
    language: str | None = None,
    published: date | None = None,
    published_from: PublishedFrom = "given",
    title: str | None = None,
    outlet: str | None = None,
) -> Document:
    """A document ready to be read, its blanks filled from the text where the text shows them."""
    code = language if language in language_codes() else find_language(text)
    if code is None:
        return Document(
            text, language, published, published_from if published else "unknown", title or "", outlet
        )
    data = load_language(code)
    page = _Page(text, tokenise(text), lay_out(text, data, title=title or ""), data)
    if not title:
        title = _title(page)
    if not outlet:
        outlet = _outlet(page, lexicon)
    if published is None:
        published = _published(page)
        published_from = "text" if published else "unknown"
    return Document(text, code, published, published_from, title, outlet, page.shown)


def find_language(text: str) -> str | None:
    """The language whose commonest words stand in the text most often, or None."""
    words = [token.key for token in tokenise(text)[:_SAMPLE] if token.word]
    if not words:
        return None
    initials = Counter([word[0] for word in words])
    scores = {code: _likeness(words, initials, language_profile(code)) for code in language_codes()}
    best = max(scores, key=lambda code: scores[code], default=None)
    return best if best and scores[best] >= 0.04 else None


def _likeness(words: Sequence[str], initials: Mapping[str, int], language: Profile) -> float:
    letters = _LETTERS.get(language.script)
    written = sum(n for letter, n in initials.items() if letters and letters[0] <= letter <= letters[1])
    if letters and written * 2 < len(words):
        return 0.0
    bonus = 0.03 if language.script != "latin" else 0.0
    return bonus + sum(map(language.stop_words.__contains__, words)) / len(words)


def _title(page: _Page) -> str:
    block = next((block for block in page.blocks if block.role == "title"), None)
    return page.show("title", (block.start, block.end)) if block else ""


def _outlet(page: _Page, lexicon: Lexicon) -> str | None:
    """The outlet that the dateline names, else one in the lines around the article."""
    blocks = page.blocks
    ranges = [b.dateline for b in blocks if b.dateline] + [
        (b.start, b.end)
        for b in blocks
        if b.role in ("byline", "clock") or (b.role == "subhead" and b.start < _HEAD)
    ]
    names = lexicon.names(page.language)
    for start, end in ranges:
        part = page.part(start, end)
        for hit in names.finditer(part):
            if hit.value.kind == "outlet" and _signs(part, hit):
                page.show("outlet", (part[hit.first].start, part[hit.last - 1].end))
                return hit.value.entry.name
    for block in blocks:
        for signed in (block.dateline_outlet, block.dateline_place):
            if block.dateline_outlet and signed and _may_be_outlet(page.part(*signed), page.language, names):
                return page.show(
                    "outlet", signed
                )  # on no list: where agencies sign, "MOSCOW (Harbour Post) -"
    return None


def _may_be_outlet(part: Sequence[Token], language: Language, names: Trie) -> bool:
    """Whether several words of a dateline are no town: one word alone is "Agencies" or a place on no list."""
    known = any(hit.first == 0 for hit in names.finditer(part)) or any(
        hit.value.table == "place" for hit in language.marks.finditer(part)
    )
    return len(part) > 1 and not known


def _signs(part: Sequence[Token], hit: Hit) -> bool:
    """Whether an outlet's name signs a line; where no capitals show a name it stands between signs.

    "الأخبار" is Al-Akhbar in "الأخبار | بيروت", and the news in "لمتابعة آخر الأخبار".
    """
    if hit.value.letters != "any":
        return hit.value.fits(part[hit.first])
    around = [*part[: hit.first][-1:], *part[hit.last : hit.last + 1]]
    return not hit.prefix and not any(token.word for token in around)


def _published(page: _Page) -> date | None:
    """The earliest whole day of the lines around the article, else another that the article shows.

    The earliest, because a page's clock and "updated" are later than the article.
    """
    blocks, language = page.blocks, page.language
    signed = [
        (b.start, b.end) for b in blocks if b.role in ("clock", "byline") and not has_bullet(page.text, b)
    ]
    datelines = [b.dateline for b in blocks if b.dateline]
    text_begins = next((b.start for b in blocks if b.role == "body"), _HEAD)
    head = [r for r in signed if r[0] < text_begins] + datelines
    others = [
        (b.start, b.end)
        for b in blocks
        if b.role in ("subhead", "boilerplate") and b.start < _HEAD and not has_bullet(page.text, b)
    ]
    for ranges in (head, *([r] for r in sorted([*others, *(r for r in signed if r[0] < _HEAD)])), signed):
        days = [day for r in ranges if (day := _whole_day(page.part(*r), language))]
        if days:
            found, where = min(days, key=lambda day: day[0])
            page.show("published", where)
            return found
    for dateline in datelines:
        if completed := _completed_day(page, dateline):
            page.show("published", completed[1])
            return completed[0]
    bodies = (page.part(b.start, b.end) for b in blocks if b.role == "body" and _has_brackets(page, b))
    return next((told for part in bodies if (told := _bracketed_day(page, part))), None)


def _completed_day(page: _Page, dateline: tuple[int, int]) -> tuple[date, tuple[int, int]] | None:
    """ "MOSCOW, Jan 20", and "© 2024" at the end of the page: the day of the one in the year of the other."""
    years = {
        int(token.text)
        for block in page.blocks
        if block.role != "body"
        for token in page.part(block.start, block.end)
        if len(token.text) == 4
        and token.text.isdecimal()
        and token.text.isascii()
        and token.text[:2] in _CENTURIES
    }
    if len(years) != 1:
        return None
    part = page.part(*dateline)
    for hit in page.language.times.finditer(part):
        if hit.value.says == "day" and {"day", "month"} <= set(hit.slots) and "year" not in hit.slots:
            hit.slots["year"] = next(iter(years))
            if day := dated_hit(hit):
                return day, (part[hit.first].start, part[hit.last - 1].end)
    return None


def _whole_day(part: Sequence[Token], language: Language) -> tuple[date, tuple[int, int]] | None:
    """The first day with its year, or the last of several days, and where it stands."""
    for hit in sorted(language.times.finditer(part), key=lambda h: (h.first, -h.last)):
        if (
            hit.value.says in ("day", "interval")
            and "hijri_month" not in hit.slots
            and ("year" in hit.slots or "year2" in hit.slots)
        ):
            when = dated(_span(hit), published=None, planned=False, before=None)
            if when and when.earliest.year >= _OLDEST:  # "1427/1/19": the year of another calendar
                return when.latest, (part[hit.first].start, part[hit.last - 1].end)
    return stamped_day(part, language)


def _has_brackets(page: _Page, block: Block) -> bool:
    return page.text.find(")", block.start, block.end) >= 0


def _bracketed_day(page: _Page, part: Sequence[Token]) -> date | None:
    """ "Jumat (19/1/2024)": the manner in which agencies date the news itself."""
    brackets = [
        (day, hit)
        for hit in page.language.times.finditer(part)
        if part[hit.last - 1].text == ")"
        and {"weekday", "year"} <= set(hit.slots)
        and (day := dated_hit(hit))
    ]
    if not brackets:
        return None
    latest, hit = max(brackets, key=lambda found: found[0])
    page.show("published", (part[hit.first].start, part[hit.last - 1].end))
    return latest


def dated_hit(hit: Hit) -> date | None:
    """The day of a hit that names its year."""
    when = dated(_span(hit), published=None, planned=False, before=None)
    return when.earliest if when and when.exact else None


def _span(hit: Hit) -> Span:
    return Span(hit.first, hit.last, [hit.value], hit.slots)
