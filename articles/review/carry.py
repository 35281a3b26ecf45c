"""What people decided stays when an article is read again: anchors move along, mentions are kept.

A mention that bears a decision is read anew by the mention at the same place, else by one of its kind and
sides from overlapping words; the decision then holds on to that. Where there is none, the mention stays and
says that the reader no longer finds it. A mention added by hand stays, and the reader's own one of the same
words gives way to it.
"""

from collections.abc import Iterable, Mapping, Sequence

from articles import extraction
from articles.models import Article, Evidence, Mention
from timeline.models import Anchor

#: mentions that no reading gave stand behind all that one could give
FIRST_KEPT_INDEX = 10_000

Span = tuple[int, int]


class Carried:
    """The former mentions of an article that stay, and how the anchors on all of them move."""

    def __init__(self, article: Article, former_sha256: str) -> None:
        self._article = article
        self._former_sha256 = former_sha256
        former = list(article.mentions.prefetch_related("evidence"))
        anchored = Anchor.objects.filter(text_sha256=former_sha256).exclude(text_sha256="")
        self._anchors = list(anchored) if former else []
        self._former_places = {m.position for m in former if m.reader != Mention.BY_HAND}
        places = {anchor.position for anchor in self._anchors}
        self._by_hand = [mention for mention in former if mention.reader == Mention.BY_HAND]
        self._decided = [m for m in former if m.position in places and m.reader != Mention.BY_HAND]
        if former_sha256 != article.text_sha256:
            for mention in [*self._by_hand, *self._decided]:
                _find_again(mention, article.text)
        self._moved: dict[int, int] = {}
        self.kept: list[Mention] = []

    @property
    def taken(self) -> set[int]:
        """Positions that the reading must leave free."""
        return {_position(mention) for mention in self._by_hand}

    def gives_way(self, mention: extraction.Mention, trigger: int) -> bool:
        """Whether a person wrote this mention before a reader found it: of its kind and sides, from its words."""
        if trigger in self._former_places:
            return False
        spans = [(evidence.start, evidence.end) for evidence in mention.evidence]
        return any(
            row.kind == mention.kind
            and len({*row.sides} & {*mention.sides}) >= 2
            and _overlap(_spans(row), spans)
            for row in self._by_hand
        )

    @property
    def moved(self) -> Mapping[int, int]:
        """From which position to which the anchors on a mention go that was read anew."""
        return self._moved

    def settle(self, rows: Sequence[tuple[Mention, Sequence[Span]]]) -> None:
        """Find for each decided mention the row that reads it anew; those without one are ``kept``."""
        free = {row.position: (row, spans) for row, spans in rows}
        for mention in sorted(self._decided, key=lambda m: _position(m) not in free):
            heir = _heir(mention, free.values())
            if heir:
                del free[heir.position]
                self._moved[mention.position] = heir.position
            else:
                mention.no_longer_found = True
                self.kept.append(mention)
        self.kept += self._by_hand

    def write(self) -> None:
        """Write the kept mentions and move the anchors; before the rows of the new reading are written."""
        taken = {mention.index for mention in self.kept}
        for mention in self.kept:
            old = mention.position
            mention.article = self._article
            mention.position = self._moved[old] = _position(mention)
            if mention.index < FIRST_KEPT_INDEX:
                mention.index = first_free(taken)
                taken.add(mention.index)
        Mention.objects.bulk_update(self.kept, ["index", "position", "no_longer_found"])
        evidence = [piece for mention in self.kept for piece in mention.evidence.all()]
        Evidence.objects.filter(pk__in=[piece.pk for piece in evidence if not piece.quote]).delete()
        Evidence.objects.bulk_update(evidence, ["start", "end"])
        for anchor in self._anchors:
            anchor.text_sha256 = self._article.text_sha256
            anchor.position = self._moved.get(anchor.position, anchor.position)
        Anchor.objects.bulk_update(self._anchors, ["text_sha256", "position"])


def first_free(taken: Iterable[int]) -> int:
    """The index for one more mention that no reading gave."""
    return max([FIRST_KEPT_INDEX - 1, *taken]) + 1


def _heir(mention: Mention, rows: Iterable[tuple[Mention, Sequence[Span]]]) -> Mention | None:
    """The row at its place, else the nearest of its kind and sides that reads some of the same words."""
    rows, place = list(rows), _position(mention)
    for row, _ in rows:
        if row.position == place:
            return row
    own = _spans(mention)
    alike = [
        row
        for row, spans in rows
        if row.kind == mention.kind and len({*row.sides} & {*mention.sides}) >= 2 and _overlap(own, spans)
    ]
    return min(alike, key=lambda row: abs(row.position - place), default=None)


def _position(mention: Mention) -> int:
    return getattr(mention, "found_again_at", mention.position)


def _spans(mention: Mention) -> list[Span]:
    return [(piece.start, piece.end) for piece in mention.evidence.all() if piece.quote]


def _overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    others = list(others)
    return any(start < end2 and start2 < end for start, end in some for start2, end2 in others)


def _find_again(mention: Mention, text: str) -> None:
    """Move the evidence to where its words stand in a text that came out otherwise; '' where they do not."""
    shift = None
    for piece in mention.evidence.all():
        starts = list(_occurrences(text, piece.quote))
        if starts:
            start = min(starts, key=lambda n: abs(n - piece.start))
            shift = start - piece.start if shift is None else shift
            piece.start, piece.end = start, start + len(piece.quote)
        else:
            piece.quote = ""
    mention.found_again_at = max(0, mention.position + (shift or 0))  # type: ignore[attr-defined]


def _occurrences(text: str, words: str) -> Iterable[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
