"""The timeline page: what the reader sees, what its address says, and what it costs."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories import make_actor, make_article, make_contact, make_mention
from timeline.models import SavedView

pytestmark = pytest.mark.django_db


@pytest.fixture
def contacts(db):
    """Two of Hamas and Russia, one of Hamas and Egypt."""
    marzouk, bogdanov = make_actor("Mousa Abu Marzouk"), make_actor("Mikhail Bogdanov", side="Russia")
    held = make_contact(date="2024-01-19", people=[marzouk, bogdanov], origin_count=2, article_count=2)
    planned = make_contact(
        date="2025-02", people=[marzouk], status="planned", place="Doha", origin_count=1, topics=["ceasefire"]
    )
    other = make_contact(date="2023-05-06", sides=["Hamas", "Egypt"], place="Cairo", kind="call")
    for contact, number in ((held, 2), (planned, 1)):
        for _ in range(number):
            make_mention(make_article(language="ru", outlet="TASS"), contact=contact)
    return held, planned, other


def text_of(response) -> str:
    """What stands on the page, without markup and in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def titles(response) -> list[str]:
    found = re.findall(r'<td class="what">.*?<bdi>(.*?)</bdi>', response.content.decode(), re.DOTALL)
    return [" ".join(title.split()) for title in found]


def test_the_page_asks_who_you_are(client):
    assert client.get("/?all=1").status_code == 302
    assert client.get(reverse("timeline-figure")).status_code == 302


def test_without_a_filter_the_default_view_is_shown_under_its_own_address(reader_client):
    SavedView.objects.create(
        slug="hr", name="Hamas – Russia", query="side=hamas&side=russia", is_default=True
    )
    response = reader_client.get("/")
    assert (response.status_code, response.url) == (302, "/?side=hamas&side=russia")


def test_without_a_default_view_everything_is_shown(reader_client, contacts):
    assert "3 contacts" in text_of(reader_client.get("/"))


def test_the_sentence_says_what_the_filter_shows(reader_client, contacts):
    text = text_of(reader_client.get("/?side=hamas&side=russia"))
    assert "2 contacts of Hamas and Russia, Jan 2024 – Feb 2025" in text
    assert "1 held, 1 planned; from 3 articles, 1 told by two or more independent sources." in text


def test_undated_contacts_are_counted_in_the_sentence(reader_client):
    make_contact(date=None)
    assert "1 held; from 0 articles; 1 without a date." in text_of(reader_client.get("/?all=1"))


def test_the_table_has_the_contacts_of_the_filter_newest_first(reader_client, contacts):
    response = reader_client.get("/?side=hamas&side=russia")
    assert len(titles(response)) == 2
    assert "Doha" in titles(response)[0]
    assert titles(response)[1] == "Abu Marzouk met Bogdanov in Moscow"
    assert titles(reader_client.get("/?side=hamas&side=russia&sort=date")) == titles(response)[::-1]


def test_the_table_can_begin_with_what_most_independent_sources_tell(reader_client, contacts):
    page = reader_client.get("/?side=hamas&side=russia&sort=origins")
    assert titles(page)[0] == "Abu Marzouk met Bogdanov in Moscow"
    assert 'name="sort" value="origins"' in page.content.decode()
    nonsense = reader_client.get("/?side=hamas&side=russia&sort=moon")
    assert titles(nonsense) == titles(reader_client.get("/?side=hamas&side=russia"))


def test_each_row_leads_to_its_contact(reader_client, contacts):
    page = reader_client.get("/?all=1").content.decode()
    for contact in contacts:
        assert f'href="{reverse("contact", args=[contact.public_id])}"' in page


def test_figure_and_table_show_the_same_contacts(reader_client, contacts):
    for query in ("all=1", "kind=call", "q=ceasefire", "side=hamas&side=russia&date_from=2025"):
        page = reader_client.get(f"/?{query}").content.decode()
        figure = reader_client.get(f"{reverse('timeline-figure')}?{query}").json()
        drawn = {contact for trace in figure["data"] for contact in trace.get("customdata", [])}
        assert drawn == set(re.findall(r'data-contact="(c\d+)"', page)), query


def test_the_conditions_can_each_be_left_out(reader_client, contacts):
    page = reader_client.get("/?kind=meeting&place=Doha&lanes=kind").content.decode()
    assert 'href="?place=Doha&amp;lanes=kind"' in page
    assert 'href="?kind=meeting&amp;lanes=kind"' in page


def test_the_form_shows_what_is_chosen(reader_client, contacts):
    page = reader_client.get(
        "/?kind=call&lanes=place&side=hamas&side_match=any&date_from=2023"
    ).content.decode()
    checked = re.findall(r'name="(\w+)"[^>]*?value="([^"]*)"[^>]*?\schecked', page, re.DOTALL)
    assert {("kind", "call"), ("lanes", "place"), ("side", "hamas"), ("side_match", "any")} <= set(checked)
    assert 'name="date_from" id="date_from" value="2023"' in " ".join(page.split())


def test_a_bad_value_is_said_on_the_page_and_the_rest_applies(reader_client, contacts):
    text = text_of(reader_client.get("/?kind=call&date_from=soon"))
    assert "“soon” is not a date" in text
    assert "1 contact" in text


def test_names_are_shown_as_text(reader_client):
    make_contact(people=["<script>alert(1)</script>"], place='"><img src=x>', topics=["<b>bold</b>"])
    page = reader_client.get("/?all=1&q=<script>").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>bold" not in page


def test_nothing_found_says_which_condition_to_leave_out(reader_client, contacts):
    text = text_of(reader_client.get("/?kind=call&place=Doha"))
    assert "No contacts in Doha" in text
    assert "without call 1 contact" in text
    assert "without in Doha 1 contact" in text


def test_nothing_read_yet_leads_to_upload(contributor_client):
    response = contributor_client.get("/")
    assert "No contact has been read yet" in text_of(response)
    assert f'href="{reverse("upload")}"' in response.content.decode()


def test_a_fragment_is_the_page_without_its_frame(reader_client, contacts):
    response = reader_client.get("/?kind=call", headers={"HX-Request": "true"})
    page = response.content.decode()
    assert "<html" not in page
    assert 'data-part="summary"' in page
    assert "HX-Request" in response["Vary"]


def test_the_saved_view_is_named_whatever_the_order_and_the_lanes(reader_client, contacts):
    view = SavedView.objects.create(slug="hr", name="Hamas and Russia", query="side=hamas&side=russia")
    response = reader_client.get("/?lanes=kind&side=russia&side=hamas")
    assert response.context["saved_view"] == view
    assert reader_client.get("/?side=russia").context["saved_view"] is None


def test_a_long_table_comes_in_pages_that_keep_the_filter(reader_client):
    for day in range(1, 29):
        for month in range(1, 9):
            make_contact(date=f"2024-{month:02d}-{day:02d}")
    page = reader_client.get("/?kind=meeting&page=2").content.decode()
    assert "Rows 101 to 200 of 224" in page
    assert 'href="?kind=meeting&amp;page=1"' in page
    assert reader_client.get("/?page=bad&all=1").status_code == 200


@pytest.mark.parametrize(
    ("query", "checked"),
    [
        ("all=1", 0),
        ("side=hamas&side=russia&actor=mousa-abu-marzouk&language=ru", 3),
        ("q=moscow", 1),
    ],
)
def test_the_page_costs_few_queries_however_many_contacts(
    reader_client, contacts, django_assert_num_queries, query, checked
):
    for day in range(1, 29):
        make_contact(date=f"2022-03-{day:02d}", people=["Mousa Abu Marzouk", f"Person {day}"])
    signed_in, summary, choices, table, views = 4, 2, 9, 3, 1
    summary += 1  # how many of the reviewed ones were right
    with django_assert_num_queries(signed_in + summary + choices + table + views + checked):
        reader_client.get(f"/?{query}")


def test_the_figure_costs_few_queries(reader_client, contacts, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        reader_client.get(f"{reverse('timeline-figure')}?all=1")


def test_articles_without_contacts_are_covered_too(reader_client):
    make_article(published=date(2024, 1, 3))
    make_article(published=date(2024, 1, 30), language="ru", outlet="TASS")
    make_article(published=date(2024, 3, 1))
    make_article(published=None)
    make_article(published=date(2024, 1, 3), state="failed")
    coverage = reader_client.get(reverse("coverage")).json()
    assert coverage == {"months": ["2024-01", "2024-03"], "counts": [2, 1], "undated": 1}
    of_russian = reader_client.get(f"{reverse('coverage')}?language=ru&outlet=tass&kind=call").json()
    assert of_russian == {"months": ["2024-01"], "counts": [1], "undated": 0}
