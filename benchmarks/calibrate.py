#!/usr/bin/env python3
"""Measure what each doubt takes from the confidence in an entry, and keep the weights.

    python benchmarks/calibrate.py [--write]

fits the logistic sum of articles/extraction/contacts/confidence.py to the entries that the engine finds in all
annotated articles that were mined, the demo's among them, and in as much weight to those it finds in articles that
nobody has read (FRESH), where it errs more; nobody reads them for it. An entry is right when it pairs with an annotated
contact of its kind and status. Printed are the weights and how well they foretell entries they were not fitted to:
every fifth article is foretold from the other four. No weight is below nought: a doubt never raises the confidence.
"""

import argparse
import math
import re
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.extraction.contacts.confidence import FILE, Doubt, Scale, confidence, load_scale
from benchmarks import annotated
from benchmarks.quality import Article, judged_articles, print_calibration

ROUNDS, STEP, PRIOR = 4000, 0.5, 3.0
FOLDS = 5
FRESH = (15, 16)  # halves of the unseen articles
Judged = tuple[list[str], bool]


def fitted(judged: Sequence[Judged], keys: Sequence[str]) -> Scale:
    """The scale that makes the judgements most likely, with a prior that keeps rare doubts modest."""
    base, weights = 1.0, dict.fromkeys(keys, 0.3)
    for _ in range(ROUNDS):
        rise, falls = 0.0, dict.fromkeys(keys, 0.0)
        for doubts, right in judged:
            odds = base - sum(weights[key] for key in doubts)
            error = right - 1 / (1 + math.exp(-odds))
            rise += error
            for key in doubts:
                falls[key] -= error
        base += STEP * rise / len(judged)
        for key in keys:
            step = (falls[key] - PRIOR * weights[key]) / len(judged)
            weights[key] = max(0.0, weights[key] + STEP * step)
    says = load_scale().doubts
    return Scale(round(base, 2), {key: Doubt(says[key].says, round(weights[key], 2)) for key in keys})


def judgements(articles: Sequence[Article]) -> list[list[Judged]]:
    """For every article its entries: the keys of their doubts, and whether they are right."""
    key_of = {doubt.says: key for key, doubt in load_scale().doubts.items()}
    return [
        [([key_of[says] for says in entry["doubts"]], right) for entry, right in article.judged]
        for article in articles
    ]


def _weighted(few: Sequence[list[Judged]], many: Sequence[list[Judged]]) -> list[list[Judged]]:
    """The entries of few articles, each as often as makes them about as many as those of many."""
    times = round(sum(map(len, many)) / max(1, sum(map(len, few))))
    return [entries * times for entries in few]


def _foretold(each: Sequence[list[Judged]], keys: Sequence[str]) -> list[tuple[float, bool]]:
    foretold = []
    for fold in range(FOLDS):
        others = [one for index, entries in enumerate(each) if index % FOLDS != fold for one in entries]
        scale = fitted(others, keys)
        mine = [one for index, entries in enumerate(each) if index % FOLDS == fold for one in entries]
        foretold += [(confidence(doubts, scale), right) for doubts, right in mine]
    return foretold


def _write(scale: Scale) -> None:
    text = re.sub(r"^base = .*$", f"base = {scale.base}", FILE.read_text("utf8"), count=1, flags=re.M)
    for key, doubt in scale.doubts.items():
        pattern = rf"(\[doubts\.{key}\]\nsays = .*\n)weight = .*"
        text = re.sub(pattern, rf"\g<1>weight = {doubt.weight}", text)
    FILE.write_text(text, "utf8")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="keep the weights in the engine's data")
    args = options.parse_args()
    if not annotated.shared_is_there():
        print("calibrate: ../shared (scorer and corpus) is not beside this checkout; nothing was fitted")
        return
    kept = annotated.kept()
    paths = [*annotated.batch(*kept["mined_batches"]), *annotated.unseen(*kept["mined_halves"])]
    mined = judgements(judged_articles([*paths, *annotated.demo()]))
    fresh = judgements(judged_articles(annotated.unseen(*FRESH)))
    each = [*mined, *_weighted(fresh, mined)]
    keys, entries = list(load_scale().doubts), [one for part in each for one in part]
    scale = fitted(entries, keys)
    print(f"{len(entries)} entries of {len(each)} articles; base {scale.base}")
    for key, doubt in scale.doubts.items():
        print(f"  {key:<22} {doubt.weight:>5.2f}  on {sum(key in doubts for doubts, _ in entries)} entries")
    print_calibration(_foretold(each, keys))
    if args.write:
        _write(scale)


if __name__ == "__main__":
    main()
