#!/usr/bin/env python3
"""How well the engine reads, with 95 % intervals, what goes wrong, and what its confidence is worth.

    python benchmarks/quality.py [--batch N ...] [--unseen N ...] [--demo] [--unread]

prints, for the articles asked for (without any: the mined ones), three tables in Markdown:
the figures per language with intervals (bootstrap over articles: 1,000 draws, fixed seed), the kinds of error, and
how often the entries of a given confidence are right. An entry is right when it pairs with an annotated contact and
has its kind and status; whether the rest is right, the fields of the first table say.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import annotated

FIELDS = ("kind", "status", "date", "place", "people")
DRAWS = 1000
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Article:
    """One annotated article with what was found in it, paired as the scorer pairs."""

    def __init__(
        self, scorer: ModuleType, registry: Any, gold: dict[str, Any], text: str, found: list
    ) -> None:
        self.language: str = gold["language"]
        counts, _ = scorer.score_article(registry, gold, text, found)
        self.counts = Counter(counts)
        cells = {
            (r, c): cell
            for r, g in enumerate(gold["contacts"])
            for c, f in enumerate(found)
            if (cell := scorer.compare(registry, g, f))
        }
        pairs = scorer.pairing(cells, len(gold["contacts"]), len(found))
        self.errors = Counter[str]()
        self.judged: list[tuple[dict[str, Any], bool]] = []
        paired = {c: cells[r, c] for r, c in pairs}
        for (r, c), cell in ((pair, cells[pair]) for pair in pairs):
            if not gold["contacts"][r]["optional"]:
                self.errors.update(_wrong_fields(gold["contacts"][r], found[c], cell))
        for c, entry in enumerate(found):
            cell = paired.get(c)
            self.judged.append((entry, bool(cell and cell["kind"] and cell["status"])))
            if cell is None:
                self.errors[_surplus(entry, gold, registry)] += 1
        reached = {r for r, _ in pairs}
        for r, contact in enumerate(gold["contacts"]):
            if r not in reached and not contact["optional"]:
                self.errors[_missed(contact, found, registry)] += 1


def _wrong_fields(gold: dict[str, Any], entry: dict[str, Any], cell: dict[str, Any]) -> list[str]:
    wrong = []
    for name in FIELDS:
        if cell[name] == 1:
            continue
        if name == "people":
            more = len(entry["participants"]) > len(gold["participants"])
            less = len(entry["participants"]) < len(gold["participants"])
            wrong.append("people: too many" if more else "people: too few" if less else "people: others")
        elif name in ("date", "place"):
            absent = "none given" if not entry[name] else "none is told" if not gold[name] else "another"
            wrong.append(f"{name}: {absent}")
        else:
            wrong.append(f"{name}: {gold[name]} taken for {entry[name]}")
    return wrong


def _missed(contact: dict[str, Any], found: Sequence[dict[str, Any]], registry: Any) -> str:
    sides = registry.sides(contact["sides"])
    common = [len(sides & registry.sides(entry["sides"])) for entry in found]
    if any(number >= 2 for number in common):
        return "missed: taken for another contact of these sides, or dated otherwise"
    if any(common):
        return "missed: one of the sides meets somebody else in the article"
    return "missed: nothing of these sides was found"


def _surplus(entry: dict[str, Any], gold: dict[str, Any], registry: Any) -> str:
    sides = registry.sides(entry["sides"])
    if not gold["contacts"]:
        return "too many: in an article without contacts"
    if any(len(sides & registry.sides(g["sides"])) >= 2 for g in gold["contacts"]):
        return "too many: a contact told twice, or dated otherwise"
    return "too many: these sides have no contact in the article"


def _f1(counts: Counter, name: str) -> float:
    both = counts["found"] + counts["gold"]
    return 2 * counts[name] / both if both else 1.0


def _figures(articles: Sequence[Article]) -> dict[str, float]:
    counts = sum((article.counts for article in articles), Counter())
    hits = counts["hit"] or 1
    figures = {"F1": _f1(counts, "hit"), "complete": _f1(counts, "complete")}
    return figures | {name: counts[name] / hits for name in FIELDS}


def _interval(articles: Sequence[Article]) -> dict[str, tuple[float, float]]:
    chance = random.Random(7)
    draws = [_figures(chance.choices(articles, k=len(articles))) for _ in range(DRAWS)]
    return {
        name: (sorted(d[name] for d in draws)[DRAWS // 40], sorted(d[name] for d in draws)[-DRAWS // 40])
        for name in draws[0]
    }


def _print_figures(articles: Sequence[Article]) -> None:
    names = ("F1", "complete", *FIELDS)
    print(f"| language | articles | contacts | {' | '.join(names)} |")
    print("| --- " * (3 + len(names)) + "|")
    for language in ("all", *sorted({article.language for article in articles})):
        chosen = [a for a in articles if language in ("all", a.language)]
        figures, between = _figures(chosen), _interval(chosen)
        cells = [f"{figures[n]:.2f} ({between[n][0]:.2f}-{between[n][1]:.2f})" for n in names]
        gold = int(sum(a.counts["gold"] for a in chosen))
        print(f"| {language} | {len(chosen)} | {gold} | {' | '.join(cells)} |")


def _print_errors(articles: Sequence[Article]) -> None:
    languages = sorted({article.language for article in articles})
    total = sum((article.errors for article in articles), Counter())
    everything = sum(total.values()) or 1
    print(
        f"\n| error | {' | '.join(languages)} | all | share |\n| --- " + "| --- " * (len(languages) + 2) + "|"
    )
    for error, number in sorted(total.items(), key=lambda e: (-e[1], e[0])):
        each = [sum(a.errors[error] for a in articles if a.language == language) for language in languages]
        print(f"| {error} | {' | '.join(map(str, each))} | {number} | {number / everything:.0%} |")


def print_calibration(judged: Sequence[tuple[float, bool]]) -> None:
    """A table of how often entries are right, by the confidence that they were given."""
    print("\n| confidence | entries | mean | right |\n| --- | --- | --- | --- |")
    for low, high in pairwise(BINS):
        inside = [(given, right) for given, right in judged if low <= given < high]
        if inside:
            mean = sum(given for given, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            print(f"| {low:.1f}-{min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")


def judged_articles(paths: list[Path]) -> list[Article]:
    """The articles with what the engine finds in them, paired with their annotation."""
    scorer = annotated.scorer()
    registry = scorer.Registry(annotated.SHARED / "reference" / "actors.json")
    return [Article(scorer, registry, *one) for one in annotated.read_back(paths)]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--batch", type=int, nargs="+", default=[], help="these batches of the corpus")
    options.add_argument(
        "--unseen", type=int, nargs="+", default=[], help="these halves of the unseen articles"
    )
    options.add_argument("--demo", action="store_true", help="the demo's articles too")
    options.add_argument("--unread", action="store_true", help="the articles that nobody has read")
    args = options.parse_args()
    if not annotated.shared_is_there():
        print("quality: ../shared (scorer and corpus) is not beside this checkout; nothing was measured")
        return
    batches, halves = args.batch, args.unseen
    if not (batches or halves or args.demo or args.unread):
        batches, halves = annotated.kept()["mined_batches"], annotated.kept()["mined_halves"]
    paths = [*annotated.batch(*batches), *annotated.unseen(*halves), *(annotated.demo() if args.demo else [])]
    if args.unread:
        paths += annotated.unread(annotated.kept())
    articles = judged_articles(paths)
    _print_figures(articles)
    _print_errors(articles)
    print_calibration([(e["confidence"], right) for article in articles for e, right in article.judged])


if __name__ == "__main__":
    main()
