"""Reviewing in a real browser: by keyboard, by two people at once, with words marked in the article."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.articles.readings import reading, store
from tests.browser.conftest import sign_in
from tests.factories import make_article
from timeline.models import Contact

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Report {}: in Moscow they met at last. 😀 Abu Marzouk rang Bogdanov up, and they met again."
ARABIC = "موسكو – التقى ميخائيل بوغدانوف يوم الخميس موسى أبو مرزوق."


def told(number: int, **values) -> Contact:
    article = make_article(text=TEXT.format(number), language="en", title=f"Report {number}")
    store(article, reading(text=article.text, **values), title=f"Report {number}")
    return article.mentions.get().contact


@pytest.fixture
def contacts(transactional_db):
    """Three contacts; the least sure comes first in the queue."""
    return [
        told(number, date=f"2024-0{number}-03", confidence=score)
        for number, score in [(1, 0.3), (2, 0.6), (3, 0.9)]
    ]


@pytest.fixture
def queue(page, live_server, reviewer, contacts):
    sign_in(page, live_server, reviewer)
    page.goto(live_server.url + reverse("review"))
    return page


def states() -> list[str]:
    return list(Contact.objects.order_by("confidence").values_list("review", flat=True))


def test_one_key_a_decision_and_the_next_contact_is_there(queue):
    expect(queue.locator(".queue-place")).to_contain_text("1 of 3")
    expect(queue.locator(".in-their-words mark").first).to_have_text("met")
    queue.keyboard.press("c")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 2")
    queue.keyboard.press("r")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 1")
    expect(queue.locator(".review-figure")).to_contain_text("1 of 2 reviewed contacts confirmed: 50.0 %")
    queue.keyboard.press("c")
    expect(queue.get_by_role("heading", name="Nothing left to review")).to_be_visible()
    assert states() == ["confirmed", "rejected", "confirmed"]


def test_a_contact_can_wait_and_be_gone_back_to(queue):
    first = queue.locator(".contact-when").inner_text()
    queue.keyboard.press("j")
    expect(queue.locator(".queue-place")).to_contain_text("2 of 3")
    assert queue.locator(".contact-when").inner_text() != first
    queue.keyboard.press("k")
    expect(queue.locator(".contact-when")).to_have_text(first)
    assert states() == ["unreviewed"] * 3


def test_keys_decide_nothing_while_one_writes_and_enter_leaves_a_note(queue):
    queue.keyboard.press("n")
    queue.keyboard.type("rc jkx")
    queue.keyboard.press("Enter")
    expect(queue.locator(".entry .reason")).to_have_text("rc jkx")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 3")
    assert states() == ["unreviewed"] * 3


def test_a_correction_goes_back_to_the_queue_and_is_undone_there(queue):
    queue.keyboard.press("e")
    queue.get_by_label("Town").fill("Kazan")
    queue.get_by_role("button", name="Correct").click()
    expect(queue.locator(".contact-when")).to_contain_text("Kazan")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 3")
    queue.locator(".entry").get_by_role("button", name="Undo").click()
    expect(queue.locator(".contact-when")).to_contain_text("Moscow")


def test_a_slip_is_taken_back_with_one_key(queue):
    first = queue.locator(".contact-when").inner_text()
    queue.keyboard.press("r")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 2")
    expect(queue.locator(".queue-last")).to_contain_text("rejected")
    queue.keyboard.press("u")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 3")
    expect(queue.locator(".contact-when")).to_have_text(first)
    assert states() == ["unreviewed"] * 3


def test_the_second_reviewer_learns_what_the_first_did(queue, live_server, chromium, reviewer):
    context = chromium.new_context()
    second = context.new_page()
    sign_in(second, live_server, reviewer)
    second.goto(queue.url)
    queue.keyboard.press("c")
    expect(queue.locator(".queue-place")).to_contain_text("1 of 2")
    second.locator("[name=reason]").fill("I see no such meeting")
    second.get_by_role("button", name="Reject").click()
    expect(second.get_by_role("heading", name="Changed meanwhile")).to_be_visible()
    expect(second.locator("main")).to_contain_text("I see no such meeting")
    assert states() == ["confirmed", "unreviewed", "unreviewed"]
    context.close()


def test_a_contact_is_decided_on_beside_the_chart(page, live_server, reviewer, contacts):
    sign_in(page, live_server, reviewer)
    page.goto(f"{live_server.url}/?all=1&contact={contacts[0].public_id}")
    page.locator("#drawer").get_by_role("button", name="Confirm").click()
    expect(page.locator("#drawer .review-state")).to_contain_text("Confirmed")
    expect(page).to_have_url(re.compile(rf"contact={contacts[0].public_id}"))


@pytest.mark.parametrize("text", [TEXT.format(1), ARABIC])
def test_words_marked_in_the_article_tell_a_contact(page, live_server, reviewer, text, transactional_db):
    words = "they met again" if text == TEXT.format(1) else "التقى ميخائيل بوغدانوف"
    article = make_article(text=text, language="en" if text == TEXT.format(1) else "ar")
    store(article)
    told(2, date="2006-03-03")
    sign_in(page, live_server, reviewer)
    page.goto(live_server.url + reverse("article-add-contact", args=[article.public_id]))
    page.evaluate(
        """words => {
          const node = document.getElementById("whole-text").firstChild;
          const at = node.data.indexOf(words);
          document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
        }""",
        words,
    )
    expect(page.get_by_label("Words of the article")).to_have_value(words)
    page.get_by_label("Sides").fill("Hamas; Russia")
    page.get_by_label("When").fill("2024-10-24")
    page.get_by_role("button", name="Add the contact").click()
    expect(page.locator(".review-state")).to_contain_text("added by hand")
    evidence = article.mentions.get().evidence.get()
    assert (evidence.quote, evidence.start) == (words, text.index(words))


def test_the_queue_fits_a_phone(page, live_server, reviewer, contacts):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, live_server, reviewer)
    page.goto(live_server.url + reverse("review"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".queue-place")).to_contain_text("1 of 2")


def test_without_script_every_decision_can_be_made(chromium, live_server, reviewer, contacts):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, reviewer)
    page.goto(live_server.url + reverse("contact", args=[contacts[0].public_id]))
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator(".review-state")).to_contain_text("Confirmed")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".review-state")).to_contain_text("Unreviewed")
    context.close()
