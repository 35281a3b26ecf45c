"""The timeline page as a reader uses it, in a real Chromium."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import sign_in
from tests.factories import make_actor, make_article, make_contact, make_mention
from timeline.models import Contact, SavedView

DRAWN = "#chart .scatterlayer .point"


@pytest.fixture
def contacts(transactional_db):
    """Twelve contacts of Hamas and Russia over three years, and one of Hamas and Egypt."""
    marzouk, bogdanov = make_actor("Mousa Abu Marzouk"), make_actor("Mikhail Bogdanov", side="Russia")
    lavrov = make_actor("Sergey Lavrov", side="Russia")
    arabic = make_actor("عبد الرحمن بن محمد آل الشيخ الطويل الاسم", key="abd-al-rahman")
    made = []
    for number in range(12):
        contact = make_contact(
            date=f"20{22 + number // 4}-{1 + number % 4 * 3:02d}-15",
            people=[(marzouk, arabic)[number % 2], (bogdanov, lavrov)[number % 3 == 0]],
            kind=("meeting", "visit", "call", "message")[number % 4],
            status="held" if number else "planned",
            place="Moscow" if number % 2 else "Doha",
        )
        make_mention(make_article(language="ru", published=contact.earliest), contact=contact)
        made.append(contact)
    make_contact(date="2024-05-05", sides=["Hamas", "Egypt"], people=[marzouk], place="Cairo")
    SavedView.objects.create(
        slug="hr", name="Hamas – Russia", query="side=hamas&side=russia", is_default=True
    )
    return made


@pytest.fixture
def timeline(page: Page, live_server: LiveServer, contacts, reader) -> Page:
    """The page with its chart drawn."""
    sign_in(page, live_server, reader)
    page.goto(live_server.url)
    page.wait_for_selector(DRAWN)
    return page


def chart(page: Page, expression: str) -> object:
    """The value of a JavaScript expression in which ``data`` and ``layout`` are the chart's."""
    return page.evaluate(
        f"() => {{ const {{ data, layout }} = document.getElementById('chart'); return {expression}; }}"
    )


def wait_for_chart(page: Page, expression: str) -> None:
    """Wait until such an expression is true."""
    page.wait_for_function(
        f"() => {{ const {{ data, layout }} = document.getElementById('chart'); return {expression}; }}"
    )


def rows(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "tr[data-contact]", "rows => rows.filter(row => !row.hidden).map(row => row.dataset.contact)"
    )


def test_chart_and_table_show_the_same_contacts(timeline, contacts):
    drawn = chart(timeline, "data.flatMap(trace => trace.customdata ?? [])")
    assert set(drawn) == set(rows(timeline)) == {contact.public_id for contact in contacts}


def test_the_strip_shows_the_articles_read(timeline):
    assert sum(chart(timeline, "[...data.find(trace => trace.type === 'bar').y]")) == 12


def test_a_filter_applies_while_the_page_stays_and_can_be_gone_back_from(timeline):
    timeline.evaluate("() => { window.samePage = true }")
    call = timeline.locator('input[name="kind"][value="call"]')
    call.check()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^3 contacts of Hamas and Russia"))
    assert "kind=call" in timeline.url
    assert len(rows(timeline)) == 3
    timeline.wait_for_function(
        f"() => document.querySelectorAll('{DRAWN}').length === 6"
    )  # each in two lanes
    expect(call).to_be_focused()
    timeline.go_back()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^12 contacts"))
    expect(call).not_to_be_checked()
    assert timeline.evaluate("window.samePage")


def test_an_address_with_a_filter_shows_the_same_to_somebody_else(timeline):
    timeline.locator('input[name="place"][value="Doha"]').evaluate(
        "input => input.closest('details').open = true"
    )
    timeline.locator('input[name="place"][value="Doha"]').check()
    expect(timeline.locator("#headline")).to_contain_text("in Doha")
    shown = rows(timeline)
    timeline.goto(timeline.url)
    assert rows(timeline) == shown
    expect(timeline.locator('input[name="place"][value="Doha"]')).to_be_checked()


def test_words_are_searched_as_they_are_typed(timeline):
    timeline.keyboard.press("/")
    timeline.keyboard.type("lavrov")
    expect(timeline.locator("#headline")).to_have_text(re.compile("^4 contacts"))
    expect(timeline.locator("#search")).to_be_focused()
    expect(timeline.locator("#search")).to_have_value("lavrov")


def test_lanes_are_chosen_without_leaving_the_page(timeline):
    timeline.locator('.figure-bar input[value="kind"]').check()
    wait_for_chart(timeline, "layout.yaxis.ticktext.join() === 'Meeting,Visit,Call,Message'")
    assert "lanes=kind" in timeline.url


def test_a_mark_opens_its_contact_beside_the_chart(timeline):
    point = timeline.locator(DRAWN).last
    box = point.bounding_box()
    timeline.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(timeline.locator("#drawer")).to_be_visible()
    selected = timeline.locator("tr.selected")
    expect(selected).to_have_count(1)
    assert f"contact={selected.get_attribute('data-contact')}" in timeline.url
    expect(timeline.locator("#drawer-body h2, #drawer-body h1").first).to_be_visible()
    assert timeline.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_back_closes_the_contact_and_forward_opens_it_again(timeline):
    timeline.locator("tr[data-contact] .what a").first.click()
    expect(timeline.locator("#drawer")).to_be_visible()
    opened = timeline.url
    timeline.go_back()
    expect(timeline.locator("#drawer")).to_be_hidden()
    assert "contact=" not in timeline.url
    timeline.go_forward()
    expect(timeline.locator("#drawer")).to_be_visible()
    assert timeline.url == opened
    timeline.keyboard.press("Escape")
    expect(timeline.locator("#drawer")).to_be_hidden()
    expect(timeline).not_to_have_url(re.compile("contact="))


def test_going_back_to_another_filter_shows_what_was_open_then(timeline):
    timeline.locator('input[name="kind"][value="call"]').check()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^3 contacts"))
    timeline.locator("tr[data-contact] .what a").first.click()
    expect(timeline.locator("#drawer")).to_be_visible()
    timeline.go_back()
    timeline.go_back()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^12 contacts"))
    expect(timeline.locator("#drawer")).to_be_hidden()


def test_a_year_or_a_month_is_a_date(timeline):
    first = timeline.get_by_label("From", exact=True)
    first.fill("2023")
    first.press("Enter")
    expect(timeline.locator("#headline")).to_have_text(re.compile("^8 contacts"))
    timeline.get_by_label("To", exact=True).fill("2023-06")
    timeline.get_by_label("To", exact=True).press("Enter")
    expect(timeline.locator("#headline")).to_have_text(re.compile("^2 contacts"))
    assert "date_from=2023&date_to=2023-06" in timeline.url
    expect(first).to_have_value("2023")


def test_a_link_to_an_open_contact_opens_it(timeline, contacts, live_server):
    timeline.goto(f"{live_server.url}/?all=1&contact={contacts[3].public_id}")
    expect(timeline.locator("#drawer-body")).to_contain_text("Sergey Lavrov", use_inner_text=True)


def test_the_keyboard_goes_through_the_contacts(timeline):
    first, second, *_ = rows(timeline)
    timeline.keyboard.press("j")
    expect(timeline.locator("tr.selected")).to_have_attribute("data-contact", first)
    timeline.keyboard.press("j")
    expect(timeline.locator("tr.selected")).to_have_attribute("data-contact", second)
    timeline.keyboard.press("k")
    expect(timeline.locator("tr.selected")).to_have_attribute("data-contact", first)
    timeline.keyboard.press("Enter")
    expect(timeline.locator("#drawer-body")).to_be_focused()
    timeline.keyboard.press("Escape")
    expect(timeline.locator("#drawer")).to_be_hidden()
    expect(timeline.locator("tr.selected a").first).to_be_focused()
    timeline.keyboard.press("?")
    expect(timeline.locator("#keys")).to_be_visible()
    timeline.keyboard.press("Escape")
    expect(timeline.locator("#keys")).to_be_hidden()


def test_the_table_follows_the_dates_that_the_chart_shows(timeline):
    timeline.get_by_role("button", name="1y").click()
    expect(timeline.locator("#listing-note")).to_contain_text("of 12 rows")
    assert 0 < len(rows(timeline)) < 12
    expect(timeline.get_by_role("button", name="1y")).to_have_attribute("aria-pressed", "true")
    timeline.get_by_role("button", name="All").click()
    expect(timeline.locator("#listing-note")).to_be_empty()
    assert len(rows(timeline)) == 12


def test_a_high_chart_has_the_same_dates_above_its_lanes(timeline):
    russian = make_actor("X", side="Russia")
    for number in range(48):
        make_contact(
            date="2015-06-01",
            people=[make_actor(f"P{number % 4}", key=f"p-{number % 4}"), russian],
        )
    timeline.reload()
    timeline.wait_for_selector(DRAWN)
    assert chart(timeline, "layout.height") > 520
    timeline.wait_for_selector("#chart .x2tick text")
    for button in ("5y", "1y"):
        above, below = (
            timeline.locator(f"#chart .{axis}tick text").all_text_contents() for axis in ("x2", "x")
        )
        assert above == below
        timeline.get_by_role("button", name=button).click()
        timeline.wait_for_timeout(300)


def test_dragging_zooms_into_the_dates(timeline):
    box = timeline.locator("#chart .nsewdrag").first.bounding_box()
    timeline.mouse.move(box["x"] + 100, box["y"] + 40)
    timeline.mouse.down()
    timeline.mouse.move(box["x"] + 400, box["y"] + 42, steps=8)
    timeline.mouse.up()
    expect(timeline.locator("#listing-note")).to_contain_text("of 12 rows")
    expect(timeline.get_by_role("button", name="All")).to_have_attribute("aria-pressed", "false")


def test_nothing_found_teaches_and_the_way_back_works(timeline, live_server):
    timeline.goto(f"{live_server.url}/?kind=call&place=Cairo")
    expect(timeline.locator(".empty h2")).to_have_text("No contact fits all of these conditions")
    expect(timeline.locator("#chart")).to_be_hidden()
    timeline.get_by_role("link", name="without call").click()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^1 contact in Cairo"))
    timeline.wait_for_selector(DRAWN)


def test_colours_follow_the_chosen_scheme(timeline):
    rim = "data.find(trace => trace.meta.part === 'marks').marker.line.color[0]"
    light = chart(timeline, rim)
    timeline.locator(".user-menu summary").click()
    timeline.get_by_label("Dark").check()
    expect(timeline.locator("html")).to_have_attribute("data-theme", "dark")
    wait_for_chart(timeline, f"{rim} !== '{light}'")
    timeline.reload()
    expect(timeline.locator("html")).to_have_attribute("data-theme", "dark")


def test_without_script_the_form_and_the_table_do_it_all(chromium, live_server, contacts, reader):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    sign_in(page, live_server, reader)
    page.goto(live_server.url)
    page.locator('input[name="kind"][value="call"]').check()
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#headline")).to_have_text(re.compile("^3 contacts of Hamas and Russia"))
    expect(page.get_by_text("The chart needs JavaScript")).to_be_visible()
    page.locator("tr[data-contact] .what a").first.click()
    assert re.search(r"/contacts/\w+/$", page.url)
    context.close()


def test_no_page_scrolls_sideways(timeline, live_server):
    for query in ("all=1", "all=1&lanes=side", "kind=call&place=Cairo"):
        timeline.goto(f"{live_server.url}/?{query}")
        for width in (1920, 1440, 1024, 768, 390):
            timeline.set_viewport_size({"width": width, "height": 844})
            timeline.wait_for_timeout(150)  # the chart follows its container in the next frames
            assert timeline.evaluate("document.documentElement.scrollWidth") <= width, (query, width)


def test_the_best_supported_contacts_come_first_when_asked(timeline):
    first = timeline.locator("tr[data-contact]").first
    best = Contact.objects.get(earliest="2022-04-15")
    Contact.objects.filter(pk=best.pk).update(origin_count=5, article_count=9)
    timeline.get_by_role("link", name="Sources").click()
    expect(first).to_have_attribute("data-contact", best.public_id)
    expect(timeline).to_have_url(re.compile("sort=origins"))
    timeline.get_by_role("link", name="Date").click()
    expect(first).not_to_have_attribute("data-contact", best.public_id)
    timeline.set_viewport_size({"width": 390, "height": 844})
    timeline.get_by_role("link", name="best supported").click()
    expect(first).to_have_attribute("data-contact", best.public_id)


def test_on_a_phone_filters_and_contact_are_sheets(timeline):
    timeline.set_viewport_size({"width": 390, "height": 844})
    filters = timeline.locator("#filters")
    expect(filters).to_be_hidden()
    timeline.locator("[data-open-filters]").click()
    expect(filters).to_be_visible()
    timeline.locator('input[name="kind"][value="call"]').check()
    expect(timeline.locator("#headline")).to_have_text(re.compile("^3 contacts"))
    timeline.get_by_role("link", name="Done").click()
    expect(filters).to_be_hidden()
    timeline.locator("tr[data-contact] .what a").first.click()
    expect(timeline.locator("#drawer")).to_be_visible()
    assert timeline.locator("#drawer").bounding_box()["width"] == 390
    timeline.get_by_role("button", name="Close").first.click()
    expect(timeline.locator("#drawer")).to_be_hidden()
