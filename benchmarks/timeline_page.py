#!/usr/bin/env python3
"""The timeline page and its figure at 100, 2,000 and 20,000 contacts: the server's time and the browser's.

    python benchmarks/timeline_page.py [--contacts 100 2000 20000] [--rounds 5]

makes a folder of its own for each number, fills it with ``manage.py synthesize``, and prints medians. The
browser's column (skipped without Chromium) is the time from the address to the chart, and that of a filter.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
#: marks one by one, or the cells of months
DRAWN = "#chart .scatterlayer .point, #chart .heatmaplayer image"
AGAIN = "() => document.getElementById('chart').on('plotly_afterplot', () => { window.again = true })"
PAGES = {
    "page, all": "/?all=1",
    "page, two sides": "/?side=hamas&side=russia",
    "page, words": "/?q=moscow",
    "figure, actors": "/timeline.json?all=1",
    "figure, no lanes": "/timeline.json?all=1&lanes=none",
    "coverage": "/articles/coverage.json",
}


def main() -> None:
    """Each number of contacts in a process of its own: settings are read once."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--contacts", type=int, nargs="+", default=[100, 2000, 20000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.rounds)
        return
    for number in options.contacts:
        print(f"{number:,} contacts", flush=True)
        with tempfile.TemporaryDirectory(prefix="demarche-benchmark-") as folder:
            environment = {**os.environ, "DEMARCHE_DATA": folder, "ALLOWED_HOSTS": "*", "LOG_LEVEL": "ERROR"}
            run("manage.py", "migrate", "-v", "0", environment=environment)
            run("manage.py", "synthesize", "--contacts", str(number), environment=environment)
            run(__file__, "--measure", "--rounds", str(options.rounds), environment=environment, shown=True)


def run(*words: str, environment: dict[str, str], shown: bool = False) -> None:
    """A command of this checkout, which must succeed."""
    output = None if shown else subprocess.DEVNULL
    subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True, stdout=output)


def measure(rounds: int) -> None:
    """Print the medians for the database of this process."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_user("benchmark"))
    for name, address in PAGES.items():
        size = len(client.get(address).content)
        seconds = median(partial(client.get, address), rounds)
        print(f"  {name:18} {seconds * 1000:7.0f} ms  {size / 1000:6.0f} kB", flush=True)
    if CHROMIUM.exists():
        in_browser(client.cookies[settings.SESSION_COOKIE_NAME].value, rounds)


def median(call: Callable[[], object], rounds: int) -> float:
    """Seconds of the call."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def in_browser(session: str, rounds: int) -> None:
    """The same pages served by Django's own server to a real browser."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from django.conf import settings
    from playwright.sync_api import sync_playwright

    port = "8190"
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    environment = {**os.environ, "DEBUG": "1"}
    server = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(5)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
            )
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            url = f"http://127.0.0.1:{port}"
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])
            report("opened", (opened(context.new_page(), url) for _ in range(rounds)))
            report("filtered", (filtered(context.new_page(), url) for _ in range(rounds)))
            browser.close()
    finally:
        server.terminate()
        server.wait()


def report(name: str, seconds: Iterable[float]) -> None:
    """One line of the browser's."""
    print(f"  browser, {name:9} {statistics.median(seconds) * 1000:7.0f} ms", flush=True)


def opened(page: "Page", url: str) -> float:
    """Seconds from the address to the drawn chart."""
    start = time.perf_counter()
    page.goto(f"{url}/?all=1")
    page.wait_for_selector(DRAWN, state="attached")
    seconds = time.perf_counter() - start
    page.close()
    return seconds


def filtered(page: "Page", url: str) -> float:
    """Seconds from choosing a kind to the table and the chart of that kind."""
    page.goto(f"{url}/?all=1")
    page.wait_for_selector(DRAWN, state="attached")
    page.evaluate(
        "() => document.getElementById('chart').on('plotly_afterplot', () => { window.again = true })"
    )
    start = time.perf_counter()
    page.locator('input[name="kind"][value="call"]').check()
    page.wait_for_function("() => window.again && location.search.includes('kind=call')")
    seconds = time.perf_counter() - start
    page.close()
    return seconds


if __name__ == "__main__":
    main()
