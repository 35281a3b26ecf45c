"""An article's text cut into pieces, so that every evidence is marked where it stands, overlapping or not."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from articles.models import Article, Evidence, Mention
from timeline.derivation_words import why_in_words

FIELD_NAMES = {
    "trigger": "what happened",
    "date": "when",
    "place": "where",
    "participant": "who",
    "side": "side",
    "status": "whether it took place",
    "attribution": "who says so",
    "topic": "about what",
}
SHOWN_NAMES = {
    "title": "The headline",
    "published": "The publication date was found here",
    "outlet": "The outlet was found here",
}


@dataclass(frozen=True)
class Mark:
    """Words of the text that say something: a field of a mention, or the article's title, date or outlet."""

    start: int
    end: int
    anchor: str
    label: str
    mention: Mention | None = None
    number: int = 0
    field: str = ""


@dataclass
class Piece:
    """Some words of a paragraph, and the marks that lie on all of them."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    #: the marks that begin here: links into the text lead to them
    begins: list[Mark] = field(default_factory=list)
    ends: list[Mark] = field(default_factory=list)

    @property
    def evidence(self) -> list[Mark]:
        return [mark for mark in self.marks if mark.mention]

    @property
    def leading(self) -> Mark | None:
        """The mark that the piece links for: the shortest evidence, which says most exactly what is meant."""
        return min(self.evidence, key=lambda mark: mark.end - mark.start, default=None)

    @property
    def title(self) -> str:
        return "\n".join(dict.fromkeys(mark.label for mark in self.marks))

    @property
    def numbers(self) -> list[int]:
        """The mentions whose triggers end here: their numbers stand behind the words."""
        return sorted({mark.number for mark in self.ends if mark.field == "trigger"})


@dataclass
class Paragraph:
    """One line of the text."""

    pieces: list[Piece]
    is_title: bool = False


def paragraphs(article: Article, mentions: Iterable[Mention]) -> list[Paragraph]:
    """The lines of the article with their marks; nothing is lost but empty lines."""
    coming = deque(
        sorted([*_of_mentions(mentions), *_of_article(article)], key=lambda mark: (mark.start, -mark.end))
    )
    title_start, title_end = article.shown.get("title", (0, 0))
    # A web page gives its headline in its head; the line that repeats it is the headline all the same.
    untold_title = "" if title_end else article.title
    lines: list[Paragraph] = []
    open_marks: list[Mark] = []
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        while coming and coming[0].start < end:
            open_marks.append(coming.popleft())
        open_marks = [mark for mark in open_marks if mark.end > start]
        if line.strip():
            is_title = title_start < end and title_end > start
            if untold_title and line.strip() == untold_title:
                is_title, untold_title = True, ""
            lines.append(Paragraph(_pieces(article.text, start, end, open_marks), is_title))
        start = end + 1
    return lines


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> list[Piece]:
    edges = {start, end}
    for mark in marks:
        edges |= {max(mark.start, start), min(mark.end, end)}
    cuts = sorted(edges)
    pieces = []
    for one, next_ in pairwise(cuts):
        on = [mark for mark in marks if mark.start < next_ and mark.end > one]
        begins = [mark for mark in on if max(mark.start, start) == one and mark.start >= start]
        ends = [mark for mark in on if mark.end == next_]
        pieces.append(Piece(text[one:next_], on, begins, ends))
    return pieces


def _of_mentions(mentions: Iterable[Mention]) -> Iterable[Mark]:
    for number, mention in enumerate(mentions, 1):
        for evidence in mention.evidence.all():
            yield Mark(
                evidence.start,
                evidence.end,
                anchor=f"e{evidence.pk}",
                label=_label(evidence, mention, number),
                mention=mention,
                number=number,
                field=evidence.field,
            )


def _label(evidence: Evidence, mention: Mention, number: int) -> str:
    what = f"{number}. {mention.get_kind_display()}: {FIELD_NAMES.get(evidence.field, evidence.field)}"
    said = f"{what} ({evidence.of})" if evidence.of else what
    why = why_in_words(evidence)
    return f"{said}: {why}" if why else said


def _of_article(article: Article) -> Iterable[Mark]:
    for name, span in article.shown.items():
        if name in SHOWN_NAMES:
            yield Mark(span[0], span[1], anchor=f"shown-{name}", label=SHOWN_NAMES[name], field=name)
