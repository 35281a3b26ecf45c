#!/usr/bin/env python3
"""Score merging on the annotated corpus: are the mentions of one event together, and only they?

    python benchmarks/merging.py [PREDICTIONS.jsonl] [--errors]

scores the annotated contacts themselves as mentions, or what ``manage.py extract --json`` printed of the
corpus and the seeds. The scorer and the corpus lie in ../shared beside the checkout.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from articles.found import candidate_key  # noqa: E402
from articles.tellings import BACKGROUND  # noqa: E402
from timeline.edtf import bounds  # noqa: E402
from timeline.merge import Person, Telling, clusters  # noqa: E402
from timeline.registry import ACTOR_FILES, groups_of_sides  # noqa: E402

GOLD = (SHARED / "corpus", SHARED / "seeds")


def gold() -> Iterator[dict[str, Any]]:
    """The annotated articles in the form in which ``extract --json`` prints its own."""
    listed = _listed_people()
    paths = [
        path
        for folder in GOLD
        for path in sorted(folder.rglob("*.json"))
        if path.with_suffix(".txt").exists()
    ]
    for path in paths:
        article = json.loads(path.read_text("utf8"))
        for contact in article["contacts"]:
            for person in contact["participants"]:
                names = (person["name"], person.get("as_written") or "")
                person["actor"] = next((key for name in names if (key := listed.get(name.casefold()))), None)
        yield {"file": path.with_suffix(".txt").name, **article}


def tellings(articles: Iterable[dict[str, Any]]) -> list[Telling]:
    """The mentions of articles as merging sees them; ``key`` is article name and index of the mention."""
    return [
        _telling(Path(article["file"]).stem, index, contact, article.get("published"))
        for article in articles
        for index, contact in enumerate(article.get("contacts") or [])
    ]


def figures(articles: Iterable[dict[str, Any]]) -> dict[str, float]:
    """What the scorer says of the merged mentions."""
    return json.loads(_score(list(articles), "--json"))


def _score(articles: list[dict[str, Any]], *options: str) -> str:
    merged = [{"members": [list(telling.key) for telling in group]} for group in clusters(tellings(articles))]
    with tempfile.TemporaryDirectory() as folder:
        found, groups = Path(folder, "found.jsonl"), Path(folder, "clusters.json")
        found.write_text("\n".join(json.dumps(article) for article in articles), "utf8")
        groups.write_text(json.dumps({"contacts": merged}), "utf8")
        scorer = [sys.executable, str(SHARED / "tools" / "score_events.py")]
        events = str(SHARED / "corpus" / "events.json")
        command = [*scorer, events, *map(str, GOLD), str(found), str(groups), *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _telling(article: str, index: int, contact: dict[str, Any], published: str | None) -> Telling:
    earliest, latest = bounds(contact["date"]) or (None, None)
    groups = groups_of_sides()
    lumps = frozenset(side for side in contact["sides"] if side in groups)
    return Telling(
        key=(article, index),
        kind=contact["kind"],
        status=contact["status"],
        edtf=contact["date"] or "",
        earliest=earliest,
        latest=latest,
        place=contact["place"] or "",
        country=contact["country"] or "",
        sides=frozenset(contact["sides"]),
        lumps=lumps,
        stands_for=frozenset().union(*(groups[side] for side in lumps)),
        people=tuple(
            Person(
                person.get("actor") or candidate_key(person["name"]),
                person.get("side"),
                name=person["name"],
                listed=bool(person.get("actor")),
            )
            for person in contact["participants"]
        ),
        published=date.fromisoformat(published) if published else None,
        background=BACKGROUND in contact.get("doubts", ()),
    )


def _listed_people() -> dict[str, str]:
    """The registry's people by every name that is one person's alone."""
    people = [p for path in ACTOR_FILES for p in json.loads(path.read_text("utf8"))["people"]]
    names = [
        (name.casefold(), person["id"])
        for person in people
        for name in {person["name"], *(name for names in person["aliases"].values() for name in names)}
    ]
    shared = Counter(name for name, _ in set(names))
    return {name: key for name, key in names if shared[name] == 1}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "predictions", type=Path, nargs="?", help="what extract --json printed; else the gold"
    )
    options.add_argument("--errors", action="store_true", help="the wrong merges and the missed ones")
    args = options.parse_args()
    if not SHARED.is_dir():
        sys.exit("../shared (the annotated corpus and its scorer) is not beside this checkout")
    if args.predictions:
        lines = args.predictions.read_text("utf8").splitlines()
        articles = [json.loads(line) for line in lines if line.strip()]
    else:
        articles = list(gold())
    print(_score(articles, *(["--errors"] if args.errors else [])), end="")


if __name__ == "__main__":
    main()
