#!/usr/bin/env python3
"""A drop of articles end to end: from the files to the contacts, with a real worker on an empty installation.

    python benchmarks/drop.py [--articles 1000]

prints the time until the files are handed over, until the first contact can be seen, until all articles are
settled, and articles per second of reading. Uses a folder of its own and the embedded broker unless
``DATABASE_URL`` (an empty database) and ``CELERY_BROKER_URL`` say otherwise.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
WORKER = "-q -A config worker --without-gossip --without-mingle --without-heartbeat"


def measure(count: int) -> dict[str, float]:
    """Seconds since the first file went in; Django must be set up on a migrated database."""
    from articles.door import hand_over
    from articles.models import Article
    from benchmarks.generated import articles
    from timeline.models import Contact

    unsettled = Article.objects.filter(state__in=[Article.State.RECEIVED, Article.State.READING])
    times: dict[str, float] = {}
    start = time.monotonic()
    for name, text in articles(count):
        hand_over(name, text.encode())
        if "first contact" not in times and Contact.objects.exists():
            times["first contact"] = time.monotonic() - start
    times["handed over"] = time.monotonic() - start
    while unsettled.exists():
        if "first contact" not in times and Contact.objects.exists():
            times["first contact"] = time.monotonic() - start
        time.sleep(0.05)
    times["last article"] = time.monotonic() - start
    assert Article.objects.filter(state=Article.State.READ).count() == count
    return times


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--articles", type=int, default=1000)
    count = options.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DEMARCHE_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "LOG_LEVEL": "WARNING",
        }
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("load_registry", verbosity=0)
        worker = subprocess.Popen([sys.executable, "-m", "celery", *WORKER.split()], cwd=ROOT)
        try:
            time.sleep(5)  # as on a running installation, the worker is there before the files
            times = measure(count)
        finally:
            worker.terminate()
            worker.wait()
    for what, seconds in sorted(times.items(), key=lambda item: item[1]):
        print(f"{what:<14} {seconds:8.1f} s")
    print(f"{'reading':<14} {count / times['last article']:8.1f} articles/s")


if __name__ == "__main__":
    main()
