"""Handing articles over and following them, as a person sees it in a browser."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.browser.conftest import sign_in
from tests.factories import make_article, make_contact, make_mention

pytestmark = pytest.mark.django_db(transaction=True)
State = Article.State
TEXT = "Hamas in Moscow\n\nAbu Marzouk met Bogdanov in Moscow on Wednesday, the ministry said."


@pytest.fixture(autouse=True)
def _no_worker(monkeypatch):
    """These tests move the rows themselves, so that they see each state."""
    monkeypatch.setattr("articles.queue.send", lambda ids: len(list(ids)))


@pytest.fixture
def signed_in(page: Page, live_server, contributor) -> Page:
    sign_in(page, live_server, contributor)
    return page


def drop(page: Page, contents: dict[str, str]) -> None:
    """Drop files on the area, as a hand would from a folder."""
    page.evaluate(
        """(contents) => {
            const transfer = new DataTransfer();
            for (const [name, text] of Object.entries(contents)) transfer.items.add(new File([text], name));
            const area = document.getElementById("drop");
            const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
            for (const type of ["dragover", "drop"]) area.dispatchEvent(new DragEvent(type, options));
        }""",
        contents,
    )


def row(page: Page, name: str):
    return page.locator("table.articles tbody tr", has_text=name)


def stay(page: Page) -> None:
    """Mark the page, so that a reload would be seen."""
    page.evaluate("window.stayed = true")


def stayed(page: Page) -> bool:
    return page.evaluate("window.stayed === true")


def test_dropped_files_are_followed_to_their_end_without_a_reload(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("upload"))
    drop(
        signed_in,
        {"one.txt": TEXT, "two.txt": "", "three.txt": "Nothing was agreed that day, and nobody met."},
    )
    expect(signed_in.locator("#chosen li")).to_have_count(3)
    signed_in.get_by_role("button", name="Hand over 3 files").click()

    expect(row(signed_in, "one.txt")).to_contain_text("Waiting")
    expect(signed_in.locator("#summary")).to_have_text("0 of 3 settled, 3 waiting.")
    stay(signed_in)
    one = Article.objects.get(file_name="one.txt")
    Article.objects.filter(pk=one.pk).update(state=State.READING)
    expect(row(signed_in, "one.txt")).to_contain_text("Reading")
    make_mention(one, contact=make_contact())
    Article.objects.filter(pk=one.pk).update(state=State.READ, title="Hamas in Moscow")
    expect(row(signed_in, "one.txt")).to_contain_text("Read: 1 contact")
    expect(row(signed_in, "one.txt")).to_contain_text("Hamas in Moscow")
    Article.objects.filter(file_name="two.txt").update(state=State.FAILED, reason="This file is empty.")
    Article.objects.filter(file_name="three.txt").update(state=State.READ)
    expect(row(signed_in, "two.txt")).to_contain_text("This file is empty.")
    expect(row(signed_in, "three.txt")).to_contain_text("No contact found")
    expect(signed_in.locator("#live-summary")).to_have_text(
        "3 articles: 1 with contacts, 1 without, 1 not read."
    )
    assert stayed(signed_in)


def test_a_retry_goes_on_where_it_stands(signed_in, live_server):
    failed = make_article(
        text="", title="", file_name="scan.pdf", state=State.FAILED, reason="No text in it."
    )
    signed_in.goto(live_server.url + reverse("article-list"))
    stay(signed_in)
    row(signed_in, "scan.pdf").get_by_role("button", name="Retry").click()
    expect(row(signed_in, "scan.pdf")).to_contain_text("Waiting")
    Article.objects.filter(pk=failed.pk).update(state=State.READ)
    expect(row(signed_in, "scan.pdf")).to_contain_text("No contact found")
    assert stayed(signed_in)


def test_three_hundred_files_in_one_drop_are_three_hundred_rows(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("upload"))
    drop(signed_in, {f"{number:03d}.txt": f"article number {number}" for number in range(300)})
    signed_in.get_by_role("button", name="Hand over 300 files").click()
    expect(signed_in.locator("#summary")).to_have_text("0 of 300 settled, 300 waiting.", timeout=60_000)
    assert Article.objects.count() == 300


FOLDER = """() => {
    const file = (name) => ({ isFile: true, file: (done) => done(new File([`text of ${name}`], name)) });
    const folder = (...entries) => ({
        isDirectory: true,
        createReader: () => ({ readEntries: (done) => done(entries.splice(0, 2)) }),
    });
    const tree = folder(file("a.txt"), file("b.txt"), file(".DS_Store"), folder(file("c.txt")));
    const event = new Event("drop", { bubbles: true, cancelable: true });
    event.dataTransfer = { files: [], items: [{ webkitGetAsEntry: () => tree }] };
    document.getElementById("drop").dispatchEvent(event);
}"""


def test_a_dropped_folder_is_opened_with_the_folders_in_it(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("upload"))
    signed_in.evaluate(FOLDER)
    expect(signed_in.locator("#chosen bdi")).to_have_text(["a.txt", "b.txt", "c.txt"])


def test_a_broken_line_loses_no_file(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("upload"))
    drop(signed_in, {f"{number}.txt": f"article number {number}" for number in range(100)})
    requests = []

    def break_the_second(route):
        requests.append(route.request)
        route.abort() if len(requests) == 2 else route.fallback()

    signed_in.route("**/articles/upload/", break_the_second)
    button = signed_in.locator("#send")
    button.click()
    expect(signed_in.locator("#progress-words")).to_contain_text("Nothing is lost: press again to go on.")
    button.click()
    expect(signed_in.locator("#summary")).to_have_text("0 of 100 settled, 100 waiting.")
    assert Article.objects.count() == 100


def test_a_pasted_text_with_a_wrong_date_is_said_at_once(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("upload"))
    signed_in.get_by_label("Or paste a text").fill(TEXT)
    signed_in.locator(".known summary").click()
    signed_in.get_by_label("Address").fill("no address")
    signed_in.get_by_role("button", name="Hand over").click()
    expect(signed_in.locator("#progress-words")).to_have_text("Enter a valid URL.")
    signed_in.get_by_label("Address").fill("")
    signed_in.get_by_role("button", name="Hand over").click()
    expect(row(signed_in, "Hamas in Moscow")).to_contain_text("Waiting")


def test_it_works_without_script(chromium, live_server, contributor, tmp_path: Path):
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    sign_in(plain, live_server, contributor)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}: {TEXT}")
    plain.goto(live_server.url + reverse("upload"))
    plain.set_input_files("#id_files", [tmp_path / "a.txt", tmp_path / "b.txt"])
    plain.get_by_role("button", name="Hand over").click()
    expect(row(plain, "a.txt")).to_contain_text("Waiting")
    expect(plain.get_by_role("link", name="Show how far they are now")).to_be_visible()
    context.close()


def test_an_articles_words_and_its_contact_are_lit_together(signed_in, live_server):
    article = make_article(text=TEXT, language="en")
    mention = make_mention(
        article, contact=make_contact(), evidence=[("trigger", "met"), ("date", "on Wednesday")]
    )
    other = make_mention(article, contact=make_contact(), evidence=[("participant", "Bogdanov")])
    signed_in.goto(live_server.url + reverse("article", args=[article.public_id]))
    signed_in.locator("mark", has_text="Bogdanov").hover()
    expect(signed_in.locator(f"#m{other.pk}")).to_have_class(re.compile(r"\blit\b"))
    expect(signed_in.locator(f"#m{mention.pk}")).not_to_have_class(re.compile(r"\blit\b"))
    signed_in.locator(".quotes bdi", has_text="on Wednesday").click()
    expect(signed_in.locator("mark:target")).to_have_text("on Wednesday")


def test_an_article_shows_its_reading_when_it_is_done(signed_in, live_server):
    article = make_article(text="", title="", file_name="one.txt", state=State.READING)
    signed_in.goto(live_server.url + reverse("article", args=[article.public_id]))
    expect(signed_in.locator(".article-standing")).to_contain_text("Reading")
    Article.objects.filter(pk=article.pk).update(state=State.READ, text=TEXT)
    expect(signed_in.locator("#text")).to_contain_text("Abu Marzouk met Bogdanov")


@pytest.mark.parametrize("width", [390, 768, 1024, 1440])
def test_no_page_is_wider_than_the_window(signed_in, live_server, width):
    long = make_article(
        text=f"{'x' * 500}\n{TEXT}",
        title="t" * 200,
        file_name=f"{'f' * 200}.txt",
        url=f"https://e.org/{'u' * 300}",
    )
    make_mention(long, contact=make_contact(), evidence=[("trigger", "x" * 300)])
    make_article(state=State.FAILED, reason="r" * 300, file_name="g" * 250)
    signed_in.set_viewport_size({"width": width, "height": 800})
    for address in (reverse("article-list"), reverse("upload"), reverse("article", args=[long.public_id])):
        signed_in.goto(live_server.url + address)
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= width, address
