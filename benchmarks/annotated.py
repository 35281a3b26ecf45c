"""The sets of annotated articles that the engine is measured on, and the scorer of the corpus.

The seeds, the corpus and the scorer lie in ../shared beside the checkout. A batch is nine articles a language in
the order of their IDs; a half of the unseen articles (tests/extraction/unseen) is ten a language. The bank
(tests/extraction/bank) holds miniature texts, a construction each: the odd ones were mined before the even ones.
"""

import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
UNSEEN = ROOT / "tests" / "extraction" / "unseen"
BANK = ROOT / "tests" / "extraction" / "bank"
KEPT = ROOT / "docs" / "scores.json"
BATCH, HALF = 9, 10
LAST = 4  # the batch of the corpus that is kept for the end
_FEWEST = 5  # words of a text that is taken in


def shared_is_there() -> bool:
    """Whether the scorer, the seeds and the corpus lie beside this checkout."""
    return (SHARED / "tools" / "score.py").exists()


def kept() -> dict[str, Any]:
    """The figures kept last, with which batches and halves had been mined then."""
    empty: dict[str, Any] = {"mined_batches": [], "mined_halves": [], "unread_halves": [], "sets": {}}
    return {**empty, **(json.loads(KEPT.read_text("utf8")) if KEPT.exists() else {})}


def seeds() -> list[Path]:
    """The two articles that must always come out right."""
    return sorted((SHARED / "seeds").glob("*.txt"))


def batch(*numbers: int) -> list[Path]:
    """The articles of these batches (1-based) of the corpus, of every language."""
    return _slices(SHARED / "corpus", BATCH, numbers)


def demo() -> list[Path]:
    """The demo's annotated articles."""
    return sorted(p for p in (ROOT / "demo").rglob("*.txt") if p.with_suffix(".json").exists())


def unseen(*halves: int) -> list[Path]:
    """These halves (1-based) of the articles written by somebody who did not know the rules."""
    return _slices(UNSEEN, HALF, halves)


def unread(figures: dict[str, Any]) -> list[Path]:
    """The articles that nobody who writes rules has read: the corpus' last batch, and these halves of the unseen."""
    return [*batch(LAST), *unseen(*figures["unread_halves"])]


def bank(which: str, folder: Path) -> list[Path]:
    """The "odd" or the "even" miniature texts of every language, written out into a folder."""
    wanted = {"odd": 1, "even": 0}[which]
    paths, days = [], {}
    folder.mkdir(parents=True, exist_ok=True)
    for lines in sorted(BANK.glob("*.jsonl")):
        for number, line in enumerate(lines.read_text("utf8").splitlines(), 1):
            if number % 2 != wanted:
                continue
            row = json.loads(line)
            if len(row["text"].split()) < _FEWEST:
                continue  # no file of so few words is taken in
            path = folder / f"{row['id']}.txt"
            path.write_text(row.pop("text"), "utf8")
            path.with_suffix(".json").write_text(json.dumps(row), "utf8")
            days[path.name] = {"published": row["published"]}
            paths.append(path)
    (folder / "meta.json").write_text(json.dumps(days), "utf8")
    return paths


def _slices(folder: Path, size: int, numbers: tuple[int, ...]) -> list[Path]:
    chosen = []
    for language in sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.exists() else []:
        paths = sorted((folder / language).glob("*.txt"), key=_number)
        chosen += [p for number in numbers for p in paths[(number - 1) * size : number * size]]
    return chosen


def _number(path: Path) -> tuple[int, str]:
    """What comes after 99 is 100: articles stand in the order of their numbers."""
    return int("".join(c for c in path.stem if c.isdigit()) or 0), path.stem


def gather(paths: list[Path], folder: Path) -> Path:
    """Copy articles and annotations into one folder, with the publication days known of them (meta.json)."""
    folder.mkdir(parents=True, exist_ok=True)
    meta: dict[str, Any] = {}
    for path in paths:
        for ending in (".txt", ".json"):
            shutil.copy(path.with_suffix(ending), folder / path.with_suffix(ending).name)
    for where in {path.parent for path in paths} | {path.parent.parent for path in paths}:
        if (where / "meta.json").exists():
            meta |= json.loads((where / "meta.json").read_text("utf8"))
    names = {path.name for path in paths}
    (folder / "meta").mkdir()
    (folder / "meta" / "meta.json").write_text(json.dumps({n: m for n, m in meta.items() if n in names}))
    return folder


def extracted(folder: Path, lines: Path) -> Path:
    """Let the engine read a gathered folder; its JSON lines are written to ``lines``."""
    command = [sys.executable, str(ROOT / "manage.py"), "extract", "--json"]
    command += ["--meta", str(folder / "meta" / "meta.json")]
    with lines.open("w") as out:
        done = subprocess.run([*command, *sorted(map(str, folder.glob("*.txt")))], stdout=out, check=False)
    if done.returncode:
        print("an article could not be read: it counts as if nothing was found in it")
    return lines


def scorer() -> ModuleType:
    """The corpus' scorer as a module."""
    path = SHARED / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("corpus_score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_back(paths: list[Path]) -> list[tuple[dict[str, Any], str, list[dict[str, Any]]]]:
    """For every article its annotation, its text, and what the engine finds in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = gather(paths, Path(name) / "articles")
        lines = extracted(folder, Path(name) / "found.jsonl").read_text("utf8").splitlines()
    found = {row["file"]: row.get("contacts", []) for row in map(json.loads, lines)}
    return [
        (json.loads(p.with_suffix(".json").read_text("utf8")), p.read_text("utf8"), found.get(p.name, []))
        for p in paths
    ]
