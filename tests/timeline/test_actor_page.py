"""An actor's page and the list of actors."""

import pytest
from django.urls import reverse

from articles.models import Evidence
from tests.factories import make_actor, make_article, make_contact, make_mention, make_side
from timeline.actor_profile import counterparts_of, found_in, names_of, sentence_around, years_of
from timeline.models import Actor, Alias, Role


@pytest.fixture
def marzouk(db):
    make_side("Hamas", country="PS")
    make_side("Russia", country="RU")
    return make_actor(
        "Mousa Abu Marzouk",
        side="Hamas",
        aliases={
            "ar": ["موسى أبو مرزوق"],
            "en": ["Musa Abu Marzuq", "Mousa Abu Marzouk"],
            "ru": ["Муса Абу Марзук"],
        },
    )


@pytest.fixture
def bogdanov(marzouk):
    return make_actor("Mikhail Bogdanov", side="Russia", aliases={"ru": ["Михаил Богданов"]})


def page_of(client, actor, query=""):
    answer = client.get(reverse("actor", args=[actor.key]) + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def list_page(client, query=""):
    return client.get(reverse("actor-list") + query).content.decode()


def test_names_stand_by_language_in_their_script_the_customary_one_first(reader_client, marzouk):
    Alias.objects.create(actor=marzouk, language="en", text="Abu Omar", kind=Alias.Kind.SHORT)
    page = page_of(reader_client, marzouk)
    assert '<dd lang="ar" dir="rtl">' in page
    assert '<dd lang="ru" dir="ltr">' in page
    assert "موسى أبو مرزوق" in page
    groups = {group.label: [name.text for name in group.names] for group in names_of(marzouk)}
    assert list(groups) == ["Arabic", "English", "Russian"]
    assert groups["English"] == ["Mousa Abu Marzouk", "Musa Abu Marzuq", "Abu Omar"]


def test_offices_stand_with_their_time_those_still_held_first(reader_client, marzouk):
    bureau = make_actor("Hamas political bureau", side="Hamas", kind="organisation")
    for title, since, until in [("first head", "1992", "1996"), ("deputy head abroad", "2021", "")]:
        Role.objects.create(actor=marzouk, title=title, organisation=bureau, since=since, until=until)
    page = page_of(reader_client, marzouk)
    offices = page[page.index('id="offices"') :]
    assert offices.index("since 2021") < offices.index("1992 to 1996")
    assert reverse("actor", args=[bureau.key]) in offices
    assert "Mousa Abu Marzouk" in page_of(reader_client, bureau)


def test_contacts_stand_newest_first_and_lead_to_their_pages(reader_client, marzouk, bogdanov):
    old = make_contact(date="2006-03-03", people=[marzouk, bogdanov])
    new = make_contact(date="2024-10-23", people=[marzouk, bogdanov])
    make_contact(date="2023-01-01", people=[bogdanov])
    page = page_of(reader_client, marzouk)
    addresses = [reverse("contact", args=[contact.public_id]) for contact in (new, old)]
    assert page.index(addresses[0]) < page.index(addresses[1])
    assert 'Contacts <span class="muted">2</span>' in page
    assert f"{reverse('timeline')}?actor={marzouk.key}" in page


def test_long_list_of_contacts_has_pages(reader_client, marzouk):
    for day in range(1, 29):
        make_contact(date=f"2024-02-{day:02d}", people=[marzouk])
    assert 'rel="next"' in page_of(reader_client, marzouk)
    last = page_of(reader_client, marzouk, "?page=2")
    assert last.count('<td class="contacts-when">') == 3
    assert 'rel="prev"' in last
    assert 'rel="prev"' not in page_of(reader_client, marzouk, "?page=nonsense")


def test_years_run_from_the_first_to_the_last_with_the_gaps(reader_client, marzouk, bogdanov):
    for date in ["2006-03-03", "2008", "2008-02-01", None]:
        make_contact(date=date, people=[marzouk, bogdanov])
    make_contact(date="2010-01-01", people=[bogdanov])
    strips = years_of([marzouk.pk, bogdanov.pk])
    assert [(year.year, year.count) for year in strips[marzouk.pk]] == [
        (2006, 1),
        (2007, 0),
        (2008, 2),
        (2009, 0),
        (2010, 0),
    ]
    assert [year.count for year in strips[bogdanov.pk]] == [1, 0, 2, 0, 1]
    page = page_of(reader_client, marzouk)
    assert f"?actor={marzouk.key}&amp;date_from=2008&amp;date_to=2008" in page
    assert "2008: 2 contacts" in page


def test_counterparts_are_counted_and_lead_to_what_was_common(reader_client, marzouk, bogdanov):
    haniyeh = make_actor("Ismail Haniyeh", side="Hamas")
    lavrov = make_actor("Sergey Lavrov", side="Russia")
    for date, status in [("2006", "held"), ("2024", "held"), ("2025", "planned")]:
        make_contact(date=date, status=status, people=[marzouk, bogdanov, haniyeh])
    make_contact(date="2020", people=[marzouk, lavrov])
    make_contact(date="2021", people=[haniyeh, lavrov])
    found = counterparts_of(marzouk)
    told = [(person.name, person.held, person.other, person.first.year) for person in found.met]
    assert told == [("Mikhail Bogdanov", 2, 1, 2006), ("Sergey Lavrov", 1, 0, 2020)]
    assert [person.name for person in found.along] == ["Ismail Haniyeh"]
    page = page_of(reader_client, marzouk)
    assert f"?actor={marzouk.key}&amp;actor={bogdanov.key}&amp;match=all" in page


def test_people_without_a_side_are_counterparts_not_companions(marzouk):
    stranger = make_actor("A Stranger", side=None)
    make_contact(people=[marzouk, stranger])
    assert [person.name for person in counterparts_of(marzouk).met] == ["A Stranger"]
    assert [person.name for person in counterparts_of(stranger).met] == ["Mousa Abu Marzouk"]


@pytest.fixture
def candidate(marzouk):
    """Somebody whom an Indonesian article names and the list does not hold."""
    actor = make_actor("Karim Wirjawan", side=None, standing=Actor.Standing.CANDIDATE)
    text = "Menteri datang. Delegasi bertemu dengan <b>Karim Wirjawan</b> di Moskow. Pertemuan dua jam."
    mention = make_mention(
        make_article(text=text, language="id", outlet="Republika"),
        contact=make_contact(people=[actor, marzouk]),
    )
    start = text.index("Karim")
    words = {"field": "participant", "quote": "Karim Wirjawan", "start": start, "end": start + 14}
    Evidence.objects.create(mention=mention, of="Karim Wirjawan", **words)
    return actor


def test_candidate_shows_the_sentences_it_was_found_in(reader_client, candidate):
    (found,) = found_in(candidate)
    assert found.before == "Delegasi bertemu dengan <b>"
    assert found.after == "</b> di Moskow."
    page = page_of(reader_client, candidate)
    assert "not reviewed" in page
    assert "bertemu dengan &lt;b&gt;<mark>Karim Wirjawan</mark>&lt;/b&gt; di Moskow." in page
    assert "Pertemuan dua jam" not in page
    assert "Republika" in page


def test_candidate_that_no_article_names_any_more_says_so(reader_client, db):
    lonely = make_actor("Nobody Now", side=None, standing=Actor.Standing.CANDIDATE)
    assert "No article names Nobody Now any more." in page_of(reader_client, lonely)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two NAME three. Four.", ("Two ", "NAME", " three.")),
        ("NAME came", ("", "NAME", " came")),
        ("Kop\nNAME datang\nLain", ("", "NAME", " datang")),
        ("قال؟ التقى NAME وفدا؟ نعم", ("التقى ", "NAME", " وفدا؟")),
        ("No. 3.5 of NAME or 2.7 more. End", ("3.5 of ", "NAME", " or 2.7 more.")),
    ],
)
def test_sentence_around_a_name(text, sentence):
    start = text.index("NAME")
    assert sentence_around(text, start, start + 4) == sentence


def test_sentence_without_end_is_cut():
    text = "word " * 400 + "NAME" + " word" * 400
    before, words, after = sentence_around(text, 2000, 2004)
    assert words == "NAME"
    assert before.startswith("… word")
    assert after.endswith("word …")
    assert len(before) + len(after) < 500


def test_list_counts_contacts_and_puts_the_busiest_first(reader_client, marzouk, bogdanov):
    make_contact(people=[bogdanov])
    make_contact(people=[bogdanov, marzouk])
    page = list_page(reader_client)
    assert page.index("Mikhail Bogdanov") < page.index("Mousa Abu Marzouk")
    assert "2 actors, those with the most contacts first." in page
    assert 'aria-label="2024: 2. "' in page


@pytest.mark.parametrize(
    "words", ["bogdanov", "BOGDANOV", "богданов", "Михаил Богданов", "mikhail-bogdanov", "  Bogd "]
)
def test_list_finds_a_name_in_any_script_and_case(reader_client, bogdanov, words):
    page = list_page(reader_client, f"?q={words}")
    assert "Mikhail Bogdanov" in page
    assert "Mousa Abu Marzouk" not in page


def test_list_is_narrowed_by_side_kind_and_standing(reader_client, candidate, bogdanov):
    make_actor("Russian Foreign Ministry", side="Russia", kind="ministry")
    for query, wanted in [
        ("?side=russia&kind=person", {"Mikhail Bogdanov"}),
        ("?kind=ministry", {"Russian Foreign Ministry"}),
        ("?standing=candidate", {"Karim Wirjawan"}),
        ("?side=hamas", {"Mousa Abu Marzouk"}),
    ]:
        rows = reader_client.get(reverse("actor-list") + query).context["rows"]
        assert {actor.name for actor, _years in rows} == wanted, query


def test_list_without_a_hit_says_what_to_try(reader_client, marzouk):
    assert "No actor is called that" in list_page(reader_client, "?q=%00zzz%25_")


def test_pages_of_the_list_keep_the_filter(reader_client, db):
    for number in range(52):
        make_actor(f"Person {number:02d}", side="Hamas")
    page = list_page(reader_client, "?side=hamas")
    assert "?side=hamas&amp;page=2" in page
    assert "Person 51" in list_page(reader_client, "?side=hamas&page=2")


def test_pages_cost_the_same_however_much_there_is(
    reader_client, marzouk, bogdanov, django_assert_num_queries
):
    for day in range(1, 21):
        people = [marzouk, bogdanov, make_actor(f"Person {day}", side="Russia")]
        make_contact(date=f"2024-03-{day:02d}", people=people)
    # five of the frame (session, user, saved views, two for whether the reader may upload); then the actor,
    # names, offices, years, counterparts, the contacts (their number, rows, people, sides), what was decided of
    # the actor and who was merged into it
    with django_assert_num_queries(16):
        page_of(reader_client, marzouk)
    # the frame; the number, the rows, their years, the sides to choose from
    with django_assert_num_queries(9):
        list_page(reader_client)
