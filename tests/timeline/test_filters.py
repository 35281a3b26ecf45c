"""The filter: what each condition finds, what a bad value says, and the numbers beside the choices."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from tests.factories import make_actor, make_article, make_contact, make_mention, make_side
from timeline.facets import facets
from timeline.filters import ContactFilter, split_words
from timeline.models import Contact
from timeline.querysets import ContactQuerySet

pytestmark = pytest.mark.django_db


def found(query: str) -> set[str]:
    """Places of the contacts of a query string: each test gives its contacts a place as their name."""
    return set(ContactFilter(QueryDict(query)).qs.values_list("place", flat=True))


def complaints(query: str) -> list[str]:
    return ContactFilter(QueryDict(query)).complaints


@pytest.fixture
def people():
    return {
        "marzouk": make_actor("Mousa Abu Marzouk", side="Hamas", aliases={"ru": ["Муса Абу Марзук"]}),
        "bogdanov": make_actor("Mikhail Bogdanov", side="Russia"),
        "lavrov": make_actor("Sergey Lavrov", side="Russia"),
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"inside", "around", "before", "after", "undated"}),
        ("date_from=2024-02-01&date_to=2024-02-29", {"inside", "around"}),
        ("date_from=2024-03-01", {"after"}),
        ("date_to=2024-01-31", {"before"}),
        ("date_from=2024-02&date_to=2024-02", {"inside", "around"}),
        ("date_from=2024", {"inside", "around", "before", "after"}),
    ],
)
def test_dates_find_every_contact_that_may_lie_in_them(query, expected):
    for place, day in {
        "inside": "2024-02-10",
        "around": "2024-02",
        "before": "2024-01-03/2024-01-05",
        "after": "2024-03-01",
        "undated": None,
    }.items():
        make_contact(date=day, place=place)
    assert found(query) == expected


def test_several_actors_are_any_of_them_or_all_of_them(people):
    make_contact(place="one", people=[people["marzouk"], people["bogdanov"]])
    make_contact(place="two", people=[people["lavrov"]])
    make_contact(place="three", people=[people["marzouk"], people["lavrov"], people["bogdanov"]])
    query = "actor=mousa-abu-marzouk&actor=sergey-lavrov"
    assert found(query) == {"one", "two", "three"}
    assert found(f"{query}&match=all") == {"three"}


def test_several_sides_are_all_of_them_unless_any_is_asked():
    make_contact(place="both", sides=["Hamas", "Russia"])
    make_contact(place="hamas", sides=["Hamas", "Egypt"])
    make_contact(place="russia", sides=["Russia", "Fatah"])
    assert found("side=hamas&side=russia") == {"both"}
    assert found("side=hamas&side=russia&side_match=any") == {"both", "hamas", "russia"}


def test_a_contact_with_many_mentions_is_found_once():
    contact = make_contact(place="Doha")
    for language in ("ru", "ru", "id"):
        make_mention(make_article(language=language, outlet="TASS"), contact=contact)
    contacts = ContactFilter(QueryDict("language=ru&language=id&outlet=tass")).qs
    assert [c.pk for c in contacts] == [contact.pk]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=call", {"Cairo"}),
        ("kind=call&kind=meeting", {"Cairo", "Moscow"}),
        ("status=planned", {"Doha"}),
        ("place=Doha&place=Cairo", {"Doha", "Cairo"}),
        ("origins=2", {"Doha"}),
        ("language=ru", {"Doha"}),
        ("outlet=tass", {"Doha"}),
    ],
)
def test_each_condition_finds_what_it_names(query, expected):
    make_contact(place="Cairo", kind="call")
    make_contact(place="Moscow")
    doha = make_contact(place="Doha", kind="visit", status="planned", origin_count=2)
    make_mention(make_article(language="ru", outlet="TASS"), contact=doha)
    assert found(query) == expected


@pytest.mark.parametrize("words", ["марзук", "Марзук муса", '"абу марзук"', "prisoners", "PRISONERS marzouk"])
def test_words_are_looked_for_in_names_of_every_script_and_in_topics(people, words):
    make_contact(place="here", people=[people["marzouk"]], topics=["exchange of prisoners"])
    make_contact(place="there", people=[people["lavrov"]])
    assert found(f"q={words}") == {"here"}


def test_words_are_looked_for_in_what_an_article_says():
    contact = make_contact(place="here")
    article = make_article(text="Делегация ХАМАС прибыла в Москву.", language="ru")
    make_mention(article, contact=contact, evidence=[("trigger", "Делегация ХАМАС прибыла")])
    make_contact(place="there")
    assert found("q=делегация") == {"here"}


def test_every_word_must_be_found(people):
    make_contact(place="here", people=[people["marzouk"]])
    assert found("q=marzouk lavrov") == set()


def test_an_unclosed_quote_is_only_words():
    assert split_words('"abu marzouk') == ["abu", "marzouk"]
    assert split_words('"abu marzouk" moscow') == ["abu marzouk", "moscow"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("kind=meeting&date_from=soon", "From: “soon” is not a date: write 2024, 2024-03 or 2024-03-19."),
        ("kind=meeting&actor=nobody", "Actor: nothing here is called “nobody”, so that was left out."),
        ("kind=meeting&kind=party", "Kind: nothing here is called “party”, so that was left out."),
        ("kind=meeting&match=none", "Any or all of the actors: “none” is not one of any and all."),
        (
            "kind=meeting&date_from=2025&date_to=2024",
            "The first day lies after the last one, so the dates were left out.",
        ),
        ("kind=meeting&origins=many", "Independent sources, at least: Enter a whole number."),
    ],
)
def test_a_bad_value_is_said_and_the_rest_applies(query, sentence):
    make_contact(place="meeting")
    make_contact(place="call", kind="call")
    assert complaints(query) == [sentence]
    assert found(query) == {"meeting"}


@pytest.mark.parametrize(
    "query",
    [
        "actor=%00&q=%00",
        "q=" + "%22" * 200,
        "q=%25%25%25_%27--",
        "actor=" + "&actor=".join(map(str, range(500))),
        "date_from=9999-99-99&date_to=0000",
        "origins=99999999999999999999",
        "place=" + "x" * 5000,
    ],
)
def test_hostile_values_do_no_harm(query):
    make_contact()
    contact_filter = ContactFilter(QueryDict(query))
    assert contact_filter.qs.count() in {0, 1}


def counts(query: str, name: str) -> dict[str, int]:
    contact_filter = ContactFilter(QueryDict(query))
    [facet] = [f for f in facets(contact_filter, Contact.objects.all()) if f.name == name]
    return {choice.label: choice.count for choice in facet.choices}


def test_counts_are_taken_under_the_other_conditions(people):
    make_contact(kind="meeting", place="Moscow", people=[people["marzouk"]])
    make_contact(kind="call", place="Moscow", people=[people["bogdanov"]])
    make_contact(kind="call", place="Doha", people=[people["bogdanov"]])
    assert counts("place=Moscow&kind=call", "kind") == {"Meeting": 1, "Visit": 0, "Call": 1, "Message": 0}
    assert counts("place=Moscow&kind=call", "place") == {"Moscow": 1, "Doha": 1}
    assert counts("kind=call", "actor") == {"Mikhail Bogdanov": 2}


def test_counts_of_values_that_must_all_be_met_say_what_is_left(people):
    make_contact(sides=["Hamas", "Russia"])
    make_contact(sides=["Hamas", "Egypt"])
    assert counts("side=hamas", "side") == {"Hamas": 2, "Egypt": 1, "Russia": 1}
    assert counts("side=hamas&side=russia", "side") == {"Hamas": 1, "Russia": 1}


def test_a_chosen_value_stays_among_the_choices_with_a_nought(people):
    make_contact(kind="call", people=[people["marzouk"]])
    assert counts("kind=visit&actor=sergey-lavrov", "actor") == {"Sergey Lavrov": 0}


def test_counts_of_languages_do_not_count_a_contact_twice():
    contact = make_contact()
    for language in ("ru", "ru", "ar"):
        make_mention(make_article(language=language), contact=contact)
    assert counts("", "language") == {"Arabic": 1, "Russian": 1}


def test_independent_sources_are_counted_in_steps():
    for origins in (1, 2, 5):
        make_contact(origin_count=origins)
    assert counts("", "origins") == {"any number": 3, "2 or more": 2, "3 or more": 1, "5 or more": 1}


def test_all_choices_cost_one_query_each(people, django_assert_num_queries):
    for number in range(30):
        make_contact(place=f"Town {number}", people=list(people.values()))
    contact_filter = ContactFilter(QueryDict(""))
    with django_assert_num_queries(9):
        facets(contact_filter, Contact.objects.all())


def test_between_asks_nothing_where_no_day_is_given():
    make_contact(date=None)
    contacts: ContactQuerySet = Contact.objects.all()
    assert contacts.between(None, None).count() == 1
    assert contacts.between(date(2000, 1, 1), None).count() == 0


def test_oldest_and_newest_first_keep_undated_contacts_last():
    for place, day in {"undated": None, "old": "2006", "new": "2025"}.items():
        make_contact(date=day, place=place)
    assert [c.place for c in Contact.objects.newest_first()] == ["new", "old", "undated"]
    assert [c.place for c in Contact.objects.oldest_first()] == ["old", "new", "undated"]


def test_sides_keep_their_slug_in_the_address():
    make_side("Islamic Jihad")
    make_contact(sides=["Islamic Jihad"], place="here")
    assert found("side=islamic-jihad") == {"here"}


@pytest.mark.parametrize("typed", ["Mikhail Bogdanov (Russia)", "mikhail-bogdanov", "Михаил Богданов"])
def test_an_actor_is_named_in_any_script_and_keeps_its_key(db, typed):
    make_actor("Mikhail Bogdanov", side="Russia", aliases={"ru": ["Михаил Богданов"]})
    found = ContactFilter(QueryDict(urlencode({"actor": typed})))
    assert found.values["actor"] == ["mikhail-bogdanov"]
    assert not found.complaints


def test_a_side_is_named_by_its_state_in_any_script(db):
    make_actor("Taliban", kind="movement", side="Taliban", aliases={"ru": ["Талибан"]})
    assert ContactFilter(QueryDict("side=Талибан")).values["side"] == ["taliban"]


def test_a_name_that_several_have_is_complained_of(db):
    make_actor("Mikhail Bogdanov", side="Russia")
    make_actor("Aleksandr Bogdanov", side="Belarus")
    found = ContactFilter(QueryDict("actor=Bogdanov"))
    assert found.values["actor"] == []
    assert found.complaints


def test_an_address_that_names_a_merged_actor_finds_the_other(db):
    bogdanov = make_actor("Mikhail Bogdanov", side="Russia")
    make_actor("M. Bogdanov", side="Russia", merged_into=bogdanov)
    contact = make_contact(people=[bogdanov])
    found = ContactFilter(QueryDict("actor=m-bogdanov&actor=mikhail-bogdanov"))
    assert found.values["actor"] == ["mikhail-bogdanov"]
    assert list(found.qs) == [contact]
