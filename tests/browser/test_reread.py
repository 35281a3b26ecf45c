"""Reading everything again, as a person sees it: asked, foreseen, done."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from articles import door, previewing, reading
from articles.models import Article, Mention, Preview
from benchmarks.generated import articles
from tests.browser.conftest import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(page: Page, live_server, contributor, monkeypatch) -> Page:
    """No worker: the test does its part, so that it sees each state."""
    monkeypatch.setattr("articles.queue.send", lambda ids: len(list(ids)))
    monkeypatch.setattr("articles.previewing._send", lambda _: None)
    sign_in(page, live_server, contributor)
    return page


def test_what_would_change_is_seen_before_it_does(signed_in, live_server):
    for number, (_, text) in enumerate(articles(3)):
        reading.read(door.hand_over(f"{number}.txt", text.encode()).pk)
    told = Mention.objects.exclude(contact=None).earliest("pk")
    Mention.objects.filter(pk=told.pk).update(status="denied")

    signed_in.goto(live_server.url + reverse("article-list"))
    signed_in.get_by_role("link", name="Read everything again").click()
    expect(signed_in.get_by_role("button", name="Read all")).to_have_count(0)
    signed_in.get_by_role("button", name="Preview").click()
    expect(signed_in.get_by_role("status")).to_contain_text("Waiting for a worker")

    previewing.answer(Preview.objects.get().pk)
    # The page asks again by itself.
    expect(signed_in.get_by_role("status")).to_contain_text(
        "3 articles read on trial: 1 would say something else"
    )
    change = signed_in.locator(".preview-change")
    expect(change).to_contain_text("Denied")
    expect(change.locator("ins")).to_have_text("Held")
    told.refresh_from_db()
    assert told.status == "denied"
    for width in (1440, 390):
        signed_in.set_viewport_size({"width": width, "height": 844})
        assert signed_in.evaluate("document.documentElement.scrollWidth") <= width

    signed_in.get_by_role("button", name="Read all 3 again").click()
    expect(signed_in.get_by_text("3 articles wait to be read again.")).to_be_visible()
    assert Article.objects.filter(state=Article.State.RECEIVED).count() == 3
