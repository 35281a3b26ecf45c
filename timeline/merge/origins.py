"""Who a contact is known from: articles that go back to one source are one origin, however many they are.

An article's origin is the statement that it rests on, else the agency or paper that it names, else the paper
that printed it, else itself. Articles of one statement are one origin; so are those of one agency, and an
article that names no more than an agency goes with the one source which that agency carried. Nearly the same
text is one origin whatever it says of itself.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from timeline.merge.sketch import copies
from timeline.merge.telling import Telling

#: how the reader calls what an article rests on beside outlets: "statement", "statement by Hamas"
_STATEMENT = "statement"


@dataclass(frozen=True)
class Origin:
    """One independent source of a contact; without a name where its only article tells none."""

    name: str
    #: who carried it: agencies named beside the source, the papers that printed a statement
    via: tuple[str, ...]
    #: the hashes of the articles that go back to it
    articles: tuple[str, ...]
    #: how many of these are nearly the same text as another of them
    copies: int


@dataclass(frozen=True)
class _Report:
    """One article of a contact, and whom it has it from."""

    article: str
    source: str
    #: who carried it, between the source and the article
    via: str
    is_statement: bool
    #: whether the article names its source; else it is its own
    named: bool
    sketch: bytes

    @classmethod
    def of(cls, telling: Telling) -> "_Report":
        said = sorted(telling.attribution, key=lambda name: not name.casefold().startswith(_STATEMENT))
        statement = bool(said) and said[0].casefold().startswith(_STATEMENT)
        source = said[0] if said else telling.outlet
        return cls(
            article=telling.article,
            source=source,
            via=said[1] if len(said) > 1 else telling.outlet if statement else "",
            is_statement=statement,
            named=bool(said),
            sketch=telling.sketch,
        )


def origins(tellings: Iterable[Telling]) -> tuple[Origin, ...]:
    """The origins of a contact, those of most articles first; the same in any order of the mentions."""
    reports = {telling.article: _Report.of(telling) for telling in sorted(tellings, key=_most_said)}
    told = [reports[article] for article in sorted(reports)]
    copied = list(copies(report.sketch for report in told))
    groups = _joined([*_same_source(told), *copied], len(told))
    likenesses = {number for pair in copied for number in pair}
    found = [_origin([told[n] for n in group], len(likenesses & {*group})) for group in groups]
    return tuple(sorted(found, key=lambda o: (-len(o.articles), o.name.casefold(), o.articles)))


def _most_said(telling: Telling) -> tuple[int, tuple[str, int]]:
    """Of two mentions of one article, the later one counts: the one that names more sources."""
    return len(telling.attribution), telling.key


def _same_source(told: Sequence[_Report]) -> list[tuple[int, int]]:
    """The pairs of articles that rest on one source, by their places."""
    first: dict[str, int] = {}
    carriers: dict[str, set[str]] = {}
    pairs = []
    for number, report in enumerate(told):
        source = report.source.casefold()
        if source:
            pairs.append((first.setdefault(source, number), number))
        if report.via:
            carriers.setdefault(report.via.casefold(), set()).add(source)
    for carrier, sources in carriers.items():
        # Of two statements that one agency carried, an article that names the agency alone may mean either.
        if carrier in first and len(sources) == 1:
            pairs.append((first[carrier], first[next(iter(sources))]))
    return pairs


def _joined(pairs: Iterable[tuple[int, int]], count: int) -> list[list[int]]:
    """The places below ``count`` in groups, such that both of each pair are in one."""
    home = {number: [number] for number in range(count)}
    for one, other in pairs:
        left, right = home[one], home[other]
        if left is not right:
            left += right
            home.update(dict.fromkeys(right, left))
    return list({id(group): group for group in home.values()}.values())


def _origin(reports: Collection[_Report], copied: int) -> Origin:
    """What several reports of one origin call it: a statement before an agency, a source before who printed it."""
    best = max((r.is_statement, r.named, bool(r.source)) for r in reports)
    named = [r for r in reports if (r.is_statement, r.named, bool(r.source)) == best]
    name = _usual(report.source for report in named)
    via = Counter(report.via for report in named if report.via and report.source == name)
    return Origin(
        name=name,
        via=tuple(carrier for carrier, _ in sorted(via.items(), key=lambda item: (-item[1], item[0]))),
        articles=tuple(sorted(report.article for report in reports)),
        copies=copied,
    )


def _usual(names: Iterable[str]) -> str:
    return min(Counter(names).items(), key=lambda item: (-item[1], item[0]))[0]
