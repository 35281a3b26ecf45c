#!/usr/bin/env python3
"""Speed of the engine on one core: articles per second, growth, start-up, memory, and hostile texts.

    python benchmarks/extraction.py [--rounds 5] [--hostile]

reads demo/, and the corpus where ../shared lies beside the checkout. Seconds are of the processor, the best of
the rounds. Ratios compare times of one run, so that they can be compared between machines; ``--hostile`` reads
each adversarial text at 125 kB to 1 MB and takes some minutes.
"""

import argparse
import dataclasses
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
LANGUAGES = tuple(sorted(p.name for p in (ROOT / "demo").iterdir() if p.is_dir()))
sys.path.insert(0, str(ROOT))

from articles.extraction import (  # noqa: E402
    ActorEntry,
    Document,
    Lexicon,
    build_lexicon,
    describe,
    extract,
    read_outlets,
    read_registry,
)

#: what is repeated up to the size
HOSTILE = {
    "one line of words": ("en", "word and other words "),
    "unbalanced quotes": ("en", "the \"said « he “ ( '"),
    "triggers": ("en", "met Lavrov met with Hamas in Moscow "),
    "sentences": ("en", "Lavrov met with Hamas leader Khaled Mashal in Moscow on Tuesday. "),
    "names": ("en", "Mikhail Bogdanov and Khaled Mashal, "),
    "dates": ("en", "on 3 March 2024, Tuesday, yesterday, "),
    "paragraphs": ("en", "Lavrov met Hamas\n\n"),
    "stops": ("en", '.!?"'),
    "bidi controls": ("ar", "التقى \u202bلافروف\u202c مع خالد مشعل في موسكو يوم الثلاثاء \u200f"),
    "russian": ("ru", "Лавров встретился с Халедом Машалем в Москве во вторник. "),
    "indonesian": ("id", "Lavrov bertemu Khaled Meshaal di Moskow pada Selasa (3/3/2024). "),
}


def seconds(call: Callable[[], object], rounds: int) -> float:
    """Processor time of the fastest call."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def registry(times: int = 1) -> list[ActorEntry]:
    """The shipped actors; more than once with other names, as long and as many as the first."""
    files = sorted((ROOT / "timeline" / "registry").glob("[alw]*.json"))  # actors, leaders, world
    actors = [actor for path in files for actor in read_registry(path.read_bytes())]
    return [*actors, *(_renamed(actor, number) for number in range(1, times) for actor in actors)]


def _renamed(actor: ActorEntry, number: int) -> ActorEntry:
    shift = {ord(c): c2 for c, c2 in zip("aeiouаеиоуاويبت", "eiouaеиоуаويبتا", strict=True)}

    def other(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {
            code: tuple(f"{text.translate(shift)} {number}x" for text in texts)
            for code, texts in names.items()
        }

    return dataclasses.replace(
        actor,
        key=f"{actor.key}-{number}",
        aliases=other(actor.aliases),
        short_forms=other(actor.short_forms),
        demonyms=other(actor.demonyms),
        metonyms=other(actor.metonyms),
    )


def lexicon(times: int = 1) -> Lexicon:
    """The shipped lexicon, or one with so many times the actors."""
    outlets = read_outlets((ROOT / "articles" / "registry" / "outlets.json").read_bytes())
    return build_lexicon(registry(times), outlets)


def documents(folder: Path, names: Lexicon) -> list[Document]:
    """The articles of a folder, described as the command line does."""
    texts = [path.read_text("utf8") for path in sorted(folder.rglob("*.txt"))]
    return [describe(text, names) for text in texts]


def all_of(articles: Iterable[Document], names: Lexicon) -> None:
    for article in articles:
        describe(article.text, names)
        extract(article, names)


def extract_all(articles: Iterable[Document], names: Lexicon) -> None:
    for article in articles:
        extract(article, names)


def rates(name: str, articles: list[Document], names: Lexicon, rounds: int) -> None:
    """A line for each language: described and extracted."""
    for language in (*LANGUAGES, "all"):
        part = [a for a in articles if language in (a.language, "all")]
        if part:
            size = sum(len(a.text.encode()) for a in part) / len(part) / 1000
            took = seconds(partial(all_of, part, names), rounds)
            alone = seconds(partial(extract_all, part, names), rounds)
            print(
                f"{name:<8} {language:<4} {len(part) / took:7.0f} articles/s"
                f" ({len(part) / alone:5.0f} through extract alone, {size:.1f} kB an article)",
                flush=True,
            )


def growth(articles: list[Document], names: Lexicon, rounds: int) -> None:
    """How the time grows with the length of an article and with the number of actors."""
    one = seconds(lambda: all_of(articles, names), rounds)
    for times in (2, 4, 8):
        longer = [dataclasses.replace(a, text="\n\n".join([a.text] * times)) for a in articles]
        ratio = seconds(partial(all_of, longer, names), rounds) / one
        print(f"articles {times} times as long: {ratio:.2f} times the time", flush=True)
    many = lexicon(10)
    all_of(articles, many)  # compiled on first use
    # In turns: on a shared machine, times taken one after the other say more of the neighbours.
    pairs = [
        (seconds(lambda: all_of(articles, many), 1), seconds(lambda: all_of(articles, names), 1))
        for _ in range(rounds)
    ]
    ratio = min(large for large, _ in pairs) / min(small for _, small in pairs)
    print(f"10 times the actors: {ratio:.2f} times the time", flush=True)


_START = """
import sys, time
begun = time.perf_counter()
from benchmarks.extraction import describe, extract, lexicon, documents, ROOT, peak
from pathlib import Path
names = lexicon()
for file in sys.argv[1:]:
    extract(describe(Path(file).read_text("utf8"), names), names)
print(f"{time.perf_counter() - begun:.2f} s, {peak():.0f} MB")
"""


def start_up() -> None:
    """A fresh process up to the first article of one language, and of each language."""
    first = [next(iter(sorted((ROOT / "demo").rglob(f"{code}*.txt")))) for code in LANGUAGES]
    for files in (first[:1], first):
        command = [sys.executable, "-c", _START, *map(str, files)]
        shown = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
        print(f"start-up and one article in {len(files)} language(s): {shown} at most", flush=True)


def peak() -> float:
    """Memory of this process at its highest, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def hostile(names: Lexicon) -> None:
    """Seconds for each adversarial text at growing sizes (characters), and the last doubling's ratio."""
    sizes = (125_000, 250_000, 500_000, 1_000_000)
    for name, (language, unit) in HOSTILE.items():
        times = []
        for size in sizes:
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.process_time()
            extract(describe(text, names, language=language, published=date(2024, 3, 6)), names)
            times.append(time.process_time() - start)
        shown = "  ".join(f"{took:6.2f}" for took in times)
        print(f"{name:<20} {shown} s   8 times the text: {times[-1] / times[0]:.1f} times", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hostile", action="store_true", help="adversarial texts as well")
    options = parser.parse_args()
    start_up()
    names = lexicon()
    demo = documents(ROOT / "demo", names)
    rates("demo", demo, names, options.rounds)
    if CORPUS.is_dir():
        rates("corpus", documents(CORPUS, names), names, options.rounds)
    growth(demo, names, options.rounds)
    if options.hostile:
        hostile(names)


if __name__ == "__main__":
    main()
