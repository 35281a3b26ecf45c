#!/usr/bin/env python3
"""Score the engine on the seeds, on the mined batches of the corpus and on the demo's own annotated articles.

    python benchmarks/scores.py [--write] [--batch N ...] [--errors]

prints one table a set and the change against docs/scores.json, the last figures kept; ``--write`` keeps these.
The scorer, the seeds and the corpus lie in ../shared beside the checkout; without them only that is said.
A batch is nine articles a language in the order of their IDs; docs/quality.md says which have been mined.
``--batch N`` scores one batch alone, as on first sight.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
KEPT = ROOT / "docs" / "scores.json"
LANGUAGES = ("id", "en", "ru", "ar")
BATCH = 9
FIGURES = ("F1", "complete", "kind", "status", "date", "place", "people", "quotes")


def _mined() -> list[int]:
    return json.loads(KEPT.read_text("utf8"))["mined_batches"] if KEPT.exists() else []


def _corpus_batch(numbers: list[int], folder: Path) -> Path:
    """A folder with the articles and annotations of these batches (1-based), whichever language."""
    for language in LANGUAGES:
        stems = sorted(p.stem for p in (SHARED / "corpus" / language).glob("*.txt"))
        for number in numbers:
            for stem in stems[(number - 1) * BATCH : number * BATCH]:
                for ending in (".txt", ".json"):
                    shutil.copy(SHARED / "corpus" / language / f"{stem}{ending}", folder / f"{stem}{ending}")
    return folder


def _demo(folder: Path) -> Path:
    for path in sorted((ROOT / "demo").rglob("*.json")):
        if path.with_suffix(".txt").exists():
            for ending in (".txt", ".json"):
                shutil.copy(path.with_suffix(ending), folder / path.with_suffix(ending).name)
    return folder


def score(gold: Path, *, meta: Path | None, errors: bool) -> dict[str, dict[str, float]]:
    """The scorer's table of one folder of annotated articles, language by language."""
    command = [sys.executable, str(ROOT / "manage.py"), "extract", "--json"]
    command += ["--meta", str(meta)] if meta else []
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as predictions:
        done = subprocess.run(
            [*command, *sorted(map(str, gold.glob("*.txt")))], stdout=predictions, check=False
        )
        if done.returncode:
            print("an article could not be read: it counts as if nothing was found in it")
        scorer = [sys.executable, str(SHARED / "tools" / "score.py"), str(gold), predictions.name]
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


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--write", action="store_true", help="keep these figures in docs/scores.json")
    options.add_argument("--errors", action="store_true", help="a line for each miss")
    options.add_argument("--batch", type=int, nargs="+", help="only these batches of the corpus")
    args = options.parse_args()
    if not (SHARED / "tools" / "score.py").exists():
        print("scores: ../shared (scorer, seeds and corpus) is not beside this checkout; nothing was scored")
        return
    kept = json.loads(KEPT.read_text("utf8")) if KEPT.exists() else {"mined_batches": [], "sets": {}}
    corpus_meta = SHARED / "corpus" / "meta.json"
    tables = {}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        batches, demo = work / "batches", work / "demo"
        batches.mkdir()
        demo.mkdir()
        if args.batch:
            tables["corpus, as asked"] = score(
                _corpus_batch(args.batch, batches), meta=corpus_meta, errors=args.errors
            )
        else:
            tables["seeds"] = score(SHARED / "seeds", meta=None, errors=args.errors)
            if mined := _mined():
                tables["corpus, mined"] = score(
                    _corpus_batch(mined, batches), meta=corpus_meta, errors=args.errors
                )
            tables["demo"] = score(_demo(demo), meta=None, errors=args.errors)
    for name, table in tables.items():
        _show(name, table, kept["sets"].get(name, {}))
    if args.write and not args.batch:
        rounded = {
            n: {g: {f: round(r[f], 3) for f in FIGURES} for g, r in t.items()} for n, t in tables.items()
        }
        KEPT.write_text(json.dumps({**kept, "sets": rounded}, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()
