#!/usr/bin/env python3
"""How well the engine reads language, day of publication and outlet from a text alone.

    python benchmarks/describing.py [--errors]

reads the annotated articles that were mined, without their publication days, and prints a table in Markdown. Of the
articles that show their day (`published_in_text`) it should be found, of the others none; an outlet counts where the
text has the name by which the annotation calls it.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.extraction import Document, describe
from benchmarks import annotated
from benchmarks.extraction import lexicon

COLUMNS = (
    ("language", "right"),
    *(("day shown", how) for how in ("right", "none", "other")),
    *(("no day shown", how) for how in ("none", "other")),
    *(("outlet named", how) for how in ("right", "none", "other")),
)


def _day(gold: dict[str, Any], found: Document) -> tuple[str, str]:
    shown = "day shown" if gold["published_in_text"] else "no day shown"
    if found.published is None:
        return shown, "none"
    right = gold["published_in_text"] and found.published.isoformat() == gold["published"]
    return shown, "right" if right else "other"


def _outlet(gold: dict[str, Any], text: str, found: Document) -> tuple[str, str]:
    wanted, given = (gold["outlet"] or "").casefold(), (found.outlet or "").casefold()
    if not wanted or wanted not in text.casefold():
        return "outlet not named", ""
    same = bool(given) and (given in wanted or wanted in given)
    return "outlet named", "right" if same else "other" if given else "none"


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--errors", action="store_true", help="a line for each miss")
    args = options.parse_args()
    if not annotated.shared_is_there():
        print("describing: ../shared (corpus) is not beside this checkout; nothing was measured")
        return
    kept, names, counts = annotated.kept(), lexicon(), Counter[tuple[str, str, str]]()
    mined = [*annotated.batch(*kept["mined_batches"]), *annotated.unseen(*kept["mined_halves"])]
    for path in [*mined, *annotated.demo()]:
        gold, text = json.loads(path.with_suffix(".json").read_text("utf8")), path.read_text("utf8")
        found = describe(text, names)
        code = gold["language"]
        for what in (
            ("language", "right" if found.language == code else "other"),
            _day(gold, found),
            _outlet(gold, text, found),
        ):
            counts[code, *what] += 1
            if args.errors and what[1] in ("none", "other") and what != ("no day shown", "none"):
                wanted, got = (gold["published"], gold["outlet"]), (found.published, found.outlet)
                print(path.name, *what, "want", *wanted, "got", *got)
    print(f"| | {' | '.join(' '.join(column) for column in COLUMNS)} |")
    print("| --- " * (len(COLUMNS) + 1) + "|")
    codes = sorted({code for code, *_ in counts})
    for code in codes:
        print(f"| {code} | {' | '.join(str(counts[code, *column]) for column in COLUMNS)} |")
    print(f"| all | {' | '.join(str(sum(counts[code, *column] for code in codes)) for column in COLUMNS)} |")


if __name__ == "__main__":
    main()
