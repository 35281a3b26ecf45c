"""Deciding on actors and saving views in a real browser."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in
from tests.factories import make_actor, make_article, make_contact, make_mention
from timeline.models import Actor, Participation, SavedView

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "MOSKWA. Wakil menteri {} bertemu Mousa Abu Marzouk pada Rabu."


@pytest.fixture
def found(transactional_db):
    """Bogdanov, who is on the list, and two names that are not, each in a contact with its sentence."""
    make_actor(
        "Mikhail Bogdanov", side="Russia", aliases={"ru": ["Михаил Богданов"], "en": ["Mikhail Bogdanov"]}
    )
    marzouk = make_actor("Mousa Abu Marzouk")
    for number, name in enumerate(["Mihail Bogdanow", "Petr Neizvestny"], 1):
        person = make_actor(name, side="Russia", standing="candidate")
        article = make_article(text=TEXT.format(name), title=f"Report {number}")
        contact = make_contact(date=f"2024-0{number}-10", people=[marzouk, person])
        mention = make_mention(
            article, contact=contact, evidence=[("participant", name), ("trigger", "bertemu")]
        )
        mention.evidence.filter(field="participant").update(of=name)
    return Actor.objects.filter(standing="candidate")


@pytest.fixture
def candidates(page: Page, live_server, reviewer, found) -> Page:
    sign_in(page, live_server, reviewer)
    page.goto(live_server.url + reverse("candidates"))
    return page


def card(page: Page, name: str):
    return page.locator("article.candidate").filter(has=page.get_by_role("heading", name=name))


def test_one_click_takes_a_candidate_for_the_one_who_is_called_alike_and_one_undoes_it(candidates):
    expect(card(candidates, "Mihail Bogdanow").locator("q mark")).to_have_text("Mihail Bogdanow")
    card(candidates, "Mihail Bogdanow").get_by_role("button", name="Mikhail Bogdanov Russia").click()
    expect(candidates.get_by_text("Attached: that is Mikhail Bogdanov now.")).to_be_visible()
    expect(candidates.locator("article.candidate")).to_have_count(1)
    assert Participation.objects.filter(actor__key="mikhail-bogdanov").exists()
    candidates.get_by_role("button", name="Undo").click()
    expect(candidates.locator("article.candidate")).to_have_count(2)
    assert not Participation.objects.filter(actor__key="mikhail-bogdanov").exists()


def test_a_name_is_completed_in_any_script_as_one_types(candidates):
    field = card(candidates, "Petr Neizvestny").get_by_label("Another name of")
    field.press_sequentially("Богдан")
    option = candidates.locator("#actors-found option")
    expect(option).to_have_attribute("value", "Mikhail Bogdanov (Russia)")
    field.fill("Mikhail Bogdanov (Russia)")
    field.press("Enter")
    expect(candidates.locator("article.candidate")).to_have_count(1)
    candidates.goto(candidates.url.replace("/candidates/", "/actors/petr-neizvestny/"))
    expect(candidates.get_by_role("heading", level=1)).to_have_text("Mikhail Bogdanov")
    expect(candidates.locator("#absorbed ~ p")).to_contain_text("Petr Neizvestny")


def test_the_second_of_two_reviewers_is_told_what_the_first_did(candidates, page, live_server):
    other = page.context.new_page()
    other.goto(candidates.url)
    card(other, "Petr Neizvestny").get_by_role("button", name="Dismiss").click()
    expect(other.get_by_text("Petr Neizvestny is dismissed.")).to_be_visible()
    card(candidates, "Petr Neizvestny").get_by_role("button", name="Put on the list").click()
    expect(candidates.get_by_role("heading", level=1)).to_have_text("Changed meanwhile")
    expect(candidates.get_by_text("dismissed: nobody to be listed")).to_be_visible()
    assert Actor.objects.get(name="Petr Neizvestny").standing == "dismissed"


def test_names_and_offices_are_edited_and_shown_with_the_contact_of_then(candidates, live_server):
    card(candidates, "Petr Neizvestny").get_by_role("button", name="Put on the list").click()
    candidates.goto(live_server.url + reverse("actor-edit", args=["petr-neizvestny"]))
    candidates.get_by_role("group", name="Arabic").get_by_label("Whole names").fill("بيتر نيزفيستني")
    candidates.get_by_label("Title").first.fill("deputy minister")
    candidates.get_by_label("From").first.fill("2023")
    candidates.get_by_label("To").first.fill("2024-06")
    candidates.get_by_role("button", name="Keep").click()
    name = candidates.locator(".names bdi", has_text="بيتر نيزفيستني")
    assert name.evaluate("node => getComputedStyle(node).direction") == "rtl"
    expect(candidates.locator(".decisions")).to_contain_text("deputy minister (2023 to 2024-06)")
    candidates.locator("table.contacts").get_by_role("link").first.click()
    expect(candidates.locator(".held-then")).to_contain_text("deputy minister")


@pytest.mark.parametrize("width", [1440, 390])
def test_pages_fit_the_screen(candidates, live_server, width):
    candidates.set_viewport_size({"width": width, "height": 900})
    for address in (
        reverse("candidates"),
        reverse("actor-edit", args=["mikhail-bogdanov"]),
        reverse("actor-part", args=["mousa-abu-marzouk"]),
        reverse("actor", args=["petr-neizvestny"]),
        reverse("view-list"),
        reverse("view-new"),
    ):
        candidates.goto(live_server.url + address)
        assert candidates.evaluate("document.documentElement.scrollWidth") <= width, address


# --- saved views


def test_the_filter_that_was_just_chosen_becomes_a_view(candidates, live_server):
    candidates.goto(live_server.url + "/?all=1")
    candidates.locator("[data-facet=side]").get_by_label("Hamas").check()
    expect(candidates.locator("#headline")).to_contain_text("of Hamas")
    candidates.get_by_role("link", name="Save as a view").click()
    expect(candidates.get_by_label("Name", exact=True)).to_have_value("Hamas")
    candidates.get_by_label("Name", exact=True).fill("Everything of Hamas")
    candidates.get_by_role("button", name="Save").click()
    expect(candidates).to_have_url(re.compile(r"/\?side=hamas$"))
    expect(candidates.locator(".site-header summary").first).to_have_text(re.compile("Everything of Hamas"))


def test_a_view_between_two_sides_is_two_words_away(candidates, live_server):
    make_actor("Taliban", kind="movement", side="Taliban")
    candidates.goto(live_server.url)
    candidates.locator(".site-header summary").first.click()
    candidates.get_by_role("link", name="New view").click()
    candidates.wait_for_url("**/views/new/")
    # what is typed before goes to the page that is left
    expect(candidates.locator("input:focus")).to_be_visible()
    candidates.keyboard.type("Taliban")
    candidates.get_by_label("and", exact=True).fill("Russia")
    candidates.keyboard.press("Enter")
    expect(candidates.locator("#headline")).to_contain_text("of Taliban and Russia")
    assert SavedView.objects.get().name == "Taliban - Russia"


def test_a_side_without_contacts_is_found_by_name_in_the_filter(candidates, live_server):
    make_actor("Taliban", kind="movement", side="Taliban", aliases={"ru": ["Талибан"]})
    candidates.goto(live_server.url + "/?all=1")
    field = candidates.get_by_label("Another side")
    field.fill("Талибан")
    field.press("Enter")
    expect(candidates.locator("[data-facet=side]").get_by_label("Taliban")).to_be_checked()
    expect(candidates.locator("#headline")).to_contain_text("of Taliban")
    expect(candidates.get_by_label("Another side")).to_have_value("")
