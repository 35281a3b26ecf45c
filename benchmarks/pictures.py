#!/usr/bin/env python3
"""The pictures of the README, taken from a running Demarche with its demo collection.

    python benchmarks/pictures.py http://127.0.0.1:8000/sign-in/once/... [--folder docs/pictures]

takes the one-time link that ``run.py`` prints, and writes timeline-light.png (the default view) and
contact-dark.png (the contact told by most sources, opened beside the chart), each 1440 by 900.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
#: Debian's Chromium in a container, silent on the network
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
SIZE = {"width": 1440, "height": 900}
DRAWN = "#chart .scatterlayer .point"
#: the row with the most independent sources, of several the newest
MOST_TOLD = """rows => rows
    .map(row => [row.dataset.contact, parseInt(row.querySelector("td.number")?.textContent) || 0])
    .reduce((best, row) => row[1] > best[1] ? row : best)[0]"""


def main() -> None:
    """Sign in once, then take each picture in its own colours."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        state = _sign_in(browser, options.link)
        start = "{0.scheme}://{0.netloc}/".format(urlsplit(options.link))
        _save(_timeline(browser, start, state, scheme="light"), options.folder / "timeline-light.png")
        page = _timeline(browser, start, state, scheme="dark")
        _open_most_told(page)
        _save(page, options.folder / "contact-dark.png")
        browser.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("link", help="the address with the one-time sign-in link")
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "pictures")
    return parser.parse_args()


def _sign_in(browser: Browser, link: str) -> Path | str | dict[str, object]:
    """The cookies of the link's user; the link is used up by that."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    if "sign-in" in page.url:
        sys.exit("The link has been used already: python3 run.py manage sign_in_link prints a new one.")
    state = context.storage_state()
    context.close()
    return state  # type: ignore[return-value]


def _timeline(browser: Browser, start: str, state: object, *, scheme: Literal["light", "dark"]) -> Page:
    """The default view with its chart drawn."""
    context = browser.new_context(
        viewport=SIZE,  # type: ignore[arg-type]
        color_scheme=scheme,
        locale="en-GB",
        storage_state=state,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(start)
    page.wait_for_selector(DRAWN)
    return page


def _open_most_told(page: Page) -> None:
    """Open the contact that most sources tell, and show the chart beside it."""
    contact = page.locator("tr[data-contact]").evaluate_all(MOST_TOLD)
    page.goto(f"{page.url}&contact={contact}")
    page.wait_for_selector(DRAWN)
    page.wait_for_selector("#drawer-body h2")
    page.evaluate("scrollTo(0, 0)")


def _save(page: Page, path: Path) -> None:
    page.wait_for_timeout(800)  # the chart settles to its width
    page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    main()
