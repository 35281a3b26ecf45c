"""A contact, an actor and their words in a real browser: scripts, directions, links, small screens."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Evidence
from tests.browser.conftest import sign_in
from tests.factories import make_actor, make_article, make_contact, make_mention, make_side
from timeline.models import Contact

pytestmark = pytest.mark.django_db(transaction=True)

ARABIC = "موسكو – التقى ميخائيل بوغدانوف يوم الخميس موسى أبو مرزوق في العاصمة الروسية."
RUSSIAN = "МОСКВА. Замглавы МИД РФ Михаил Богданов принял в среду Мусу Абу Марзука."


@pytest.fixture
def meeting(transactional_db):
    """A meeting told in Arabic and in Russian, the two giving different days, and one before it."""
    make_side("Hamas", country="PS")
    make_side("Russia", country="RU")
    marzouk = make_actor("Mousa Abu Marzouk", aliases={"ar": ["موسى أبو مرزوق"], "ru": ["Муса Абу Марзук"]})
    people = [marzouk, make_actor("Mikhail Bogdanov", side="Russia")]
    make_contact(date="2006-03-03", people=people)
    contact = make_contact(people=people, conflicts=["date"], article_count=2, origin_count=2)
    make_contact(kind="visit", date="2024-10-22/2024-10-25", people=people[:1])
    told = [("ar", ARABIC, "يوم الخميس", "2024-10-24"), ("ru", RUSSIAN, "в среду", "2024-10-23")]
    for language, text, day, edtf in told:
        article = make_article(text=text, language=language, outlet="TASS", title=text[:30])
        make_mention(article, contact=contact, date=edtf, evidence=[("date", day)])
        name, via = ("statement by Hamas", ["Sputnik"]) if language == "ar" else ("TASS", [])
        articles = [article.text_sha256[:16]]
        contact.origins.append({"name": name, "via": via, "articles": articles, "copies": 0})
    contact.save()
    return contact


@pytest.fixture
def opened(page, live_server, reader, meeting):
    sign_in(page, live_server, reader)
    page.goto(live_server.url + reverse("contact", args=[meeting.public_id]))
    return page


def test_arabic_words_run_from_right_to_left_and_russian_ones_do_not(opened):
    for words, direction in [("يوم الخميس", "rtl"), ("в среду", "ltr")]:
        quote = opened.locator("q", has_text=words)
        expect(quote).to_be_visible()
        assert quote.evaluate("node => getComputedStyle(node).direction") == direction


def test_words_lead_to_their_place_in_the_article(opened):
    evidence = Evidence.objects.get(quote="يوم الخميس")
    opened.locator("q", has_text="يوم الخميس").click()
    expect(opened).to_have_url(re.compile(rf"/articles/.*#e{evidence.pk}$"))
    mark = opened.locator(f"#e{evidence.pk}")
    expect(mark).to_be_in_viewport()
    assert "يوم الخميس" in mark.inner_text()


def test_both_days_stand_where_the_sources_differ(opened):
    when = opened.locator("[data-field=date]")
    expect(when).to_contain_text("sources differ")
    expect(when).to_contain_text("Wed 23 Oct 2024")
    expect(when).to_contain_text("Thu 24 Oct 2024")


def test_origins_are_named_and_the_visit_is_one_click_away(opened):
    expect(opened.locator(".contact-standing")).to_contain_text("Hamas statement via Sputnik; TASS")
    expect(opened.locator(".origin")).to_have_text("Hamas statement via Sputnik")
    opened.locator(".related dt", has_text="Part of the visit").locator("+ dd a").click()
    expect(opened.locator(".contact-kind")).to_contain_text("Visit")
    expect(opened.locator(".related dt").first).to_have_text(re.compile("During this visit"))


def test_reader_goes_from_contact_to_actor_and_to_an_earlier_contact(opened):
    opened.locator(".person .said-value").get_by_role("link", name="Mousa Abu Marzouk").click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Mousa Abu Marzouk")
    name = opened.locator(".names bdi", has_text="موسى أبو مرزوق")
    assert name.evaluate("node => getComputedStyle(node).direction") == "rtl"
    opened.locator("table.contacts tr", has_text="Fri 3 Mar 2006").get_by_role("link").first.click()
    expect(opened.locator(".contact-when")).to_contain_text("Fri 3 Mar 2006")
    opened.get_by_role("link", name=re.compile("23 Oct 2024")).click()
    expect(opened.locator(".contact-when")).to_contain_text("Wed 23 Oct 2024")


def test_contact_named_in_the_drawer_opens_in_it(page, live_server, reader, meeting):
    sign_in(page, live_server, reader)
    page.goto(f"{live_server.url}/?contact={meeting.public_id}")
    drawer = page.locator("#drawer")
    expect(drawer.locator("time").first).to_have_text("Wed 23 Oct 2024")
    assert drawer.locator(".said").first.evaluate("node => getComputedStyle(node).display") == "grid"
    drawer.get_by_role("link", name=re.compile("3 Mar 2006")).click()
    expect(drawer.locator("time").first).to_have_text("Fri 3 Mar 2006")
    earlier = Contact.objects.get(date_edtf="2006-03-03")
    expect(page).to_have_url(re.compile(f"contact={earlier.public_id}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440, 1920])
def test_nothing_is_wider_than_the_window_and_text_is_legible(opened, live_server, scheme, width):
    opened.set_viewport_size({"width": width, "height": 900})
    opened.emulate_media(color_scheme=scheme)
    for address in [opened.url, live_server.url + "/actors/mousa-abu-marzouk/", live_server.url + "/actors/"]:
        opened.goto(address)
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert opened.evaluate(wider) <= 0, address
        assert opened.evaluate(CONTRAST) == [], address


#: texts of the page's own area whose contrast with what lies behind them is below 4.5 (WCAG 2.2, 1.4.3)
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const linear = (v) => (v <= 10 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    const [x, y, z] = [r, g, b].map(linear);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const colour = rgba(getComputedStyle(n).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const bad = [];
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !node.checkVisibility({ visibilityProperty: true })) continue;
    const [a, b] = [light(rgba(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) bad.push(`${texts.currentNode.data.trim()} ${contrast.toFixed(2)}`);
  }
  return [...new Set(bad)];
}"""
