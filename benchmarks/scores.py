#!/usr/bin/env python3
"""Score the engine on the seeds, on the annotated articles that were mined, and on the demo's own.

    python benchmarks/scores.py [--write] [--errors] [--unread] [--language xx]
                                [--batch N ...] [--unseen N ...] [--bank odd|even]

prints one table a set and the change against docs/scores.json, the last figures kept; ``--write`` keeps these.
The scorer, the seeds and the corpus lie in ../shared beside the checkout; without them only that is said.
A batch is nine articles a language of the corpus in the order of their IDs, a half of the unseen articles ten;
docs/quality.md says which have been mined. ``--batch N``, ``--unseen N`` and ``--bank`` score some alone; ``--unread``
scores the articles that nobody who writes rules has read, and shows no errors of them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import annotated

FIGURES = ("F1", "complete", "kind", "status", "date", "place", "people", "quotes")


def score(articles: list[Path], *, errors: bool) -> dict[str, dict[str, float]]:
    """The scorer's table of some annotated articles, language by language."""
    with tempfile.TemporaryDirectory() as name:
        folder = annotated.gather(articles, Path(name) / "articles")
        found = annotated.extracted(folder, Path(name) / "found.jsonl")
        scorer = [sys.executable, str(annotated.SHARED / "tools" / "score.py"), str(folder), str(found)]
        if errors:
            subprocess.run([*scorer, "--errors"], check=True)
        printed = subprocess.run([*scorer, "--json"], check=True, capture_output=True, text=True)
    return json.loads(printed.stdout)


def _show(name: str, table: dict[str, dict[str, float]], before: dict[str, dict[str, float]]) -> None:
    print(f"{name:<22}" + "".join(f"{f:>10}" for f in FIGURES))
    for group, row in table.items():
        print(f"  {group:<20}" + "".join(f"{row[f]:>10.3f}" for f in FIGURES))
        old = before.get(group, {})
        changed = [
            f"{f} {row[f] - old[f]:+.3f}" for f in FIGURES if f in old and abs(row[f] - old[f]) >= 0.0005
        ]
        if changed:
            print(f"  {'':<20}  since the figures kept: {', '.join(changed)}")


def _sets(args: argparse.Namespace, kept: dict, folder: Path) -> dict[str, list[Path]]:
    if args.unread:
        sets = {"never read": annotated.unread(kept)}
    elif args.batch or args.unseen or args.bank:
        sets = {
            "corpus, as asked": annotated.batch(*args.batch or ()),
            "unseen, as asked": annotated.unseen(*args.unseen or ()),
            "bank, as asked": annotated.bank(args.bank, folder / "asked") if args.bank else [],
        }
    else:
        sets = {
            "seeds": annotated.seeds(),
            "corpus, mined": annotated.batch(*kept["mined_batches"]),
            "unseen, mined": annotated.unseen(*kept["mined_halves"]),
            "demo": annotated.demo(),
            "bank, odd": annotated.bank("odd", folder / "odd"),
            "bank, even": annotated.bank("even", folder / "even"),
        }
    if args.language:
        sets = {n: [p for p in s if p.name.startswith(f"{args.language}-")] for n, s in sets.items()}
    return {name: articles for name, articles in sets.items() if articles}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="keep these figures in docs/scores.json")
    options.add_argument("--errors", action="store_true", help="a line for each miss")
    options.add_argument("--unread", action="store_true", help="only the articles that nobody has read")
    options.add_argument("--batch", type=int, nargs="+", help="only these batches of the corpus")
    options.add_argument("--unseen", type=int, nargs="+", help="only these halves of the unseen articles")
    options.add_argument("--bank", choices=("odd", "even"), help="only this half of the bank")
    options.add_argument("--language", help="only this language")
    args = options.parse_args()
    if not annotated.shared_is_there():
        print("scores: ../shared (scorer, seeds and corpus) is not beside this checkout; nothing was scored")
        return
    kept = annotated.kept()
    with tempfile.TemporaryDirectory() as folder:
        tables = {
            name: score(articles, errors=args.errors and not args.unread)
            for name, articles in _sets(args, kept, Path(folder)).items()
        }
    for name, table in tables.items():
        _show(name, table, kept["sets"].get(name, {}))
    if args.write and not (args.unread or args.batch or args.unseen or args.bank or args.language):
        rounded = {
            n: {g: {f: round(r[f], 3) for f in FIGURES} for g, r in t.items()} for n, t in tables.items()
        }
        text = json.dumps({**kept, "sets": rounded}, indent=1, ensure_ascii=False)
        annotated.KEPT.write_text(text + "\n", "utf8")


if __name__ == "__main__":
    main()
