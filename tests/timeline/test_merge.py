"""Which mentions are one contact, and what the contact then says."""

from datetime import date

import pytest

from timeline.edtf import bounds
from timeline.merge import Person, Telling, clusters, merged

SIDE_OF = {"lavrov": "Russia", "bogdanov": "Russia", "putin": "Russia", "marzouk": "Hamas", "mashal": "Hamas"}


def tell(article: str, edtf: str = "2024-03-05", people: str = "", *, position: int = 0, **fields) -> Telling:
    """A mention of a meeting of Hamas and Russia, unless said otherwise."""
    first, last = bounds(edtf) or (None, None)
    values = {
        "kind": "meeting",
        "status": "held",
        "sides": frozenset(["Hamas", "Russia"]),
        "published": date(2024, 3, 20),
        **fields,
    }
    return Telling(
        key=(article, position),
        edtf=edtf,
        earliest=first,
        latest=last,
        people=tuple(Person(key, SIDE_OF[key]) for key in people.split()),
        **values,
    )


def grouped(*tellings: Telling) -> list[str]:
    """The articles of each contact, written together."""
    return ["".join(telling.article for telling in group) for group in clusters(tellings)]


ONE = {
    "the same day and people": [tell("a", people="marzouk lavrov"), tell("b", people="marzouk lavrov")],
    "a delegation of which each names a part": [
        tell("a", people="marzouk mashal lavrov"),
        tell("b", people="mashal"),
    ],
    "days that are one apart": [
        tell("a", "2024-03-05", "marzouk lavrov"),
        tell("b", "2024-03-06", "marzouk lavrov"),
    ],
    "a month and a day in it": [tell("a", "2024-03", "lavrov"), tell("b", people="marzouk lavrov")],
    "a town that stands for the date of a visit": [
        tell("a", "", place="Moscow", kind="visit"),
        tell("b", place="Moscow", kind="visit"),
    ],
    "a town that stands for the date of what is told the day after": [
        tell("a", "", place="Moscow", published=date(2024, 3, 6)),
        tell("b", place="Moscow"),
    ],
    "a visit that one dates by the arrival and another by a later day": [
        tell("a", "2024-03-05", "marzouk", kind="visit"),
        tell("b", "2024-03-08", "marzouk", kind="visit"),
    ],
    "a visit planned for a day and begun on a later one": [
        tell("a", "2024-03-05", "marzouk", kind="visit", status="planned"),
        tell("b", "2024-03-07", "marzouk", kind="visit"),
    ],
    "the arrival and the stay that one article tells of one visit": [
        tell("a", "2024-03-05", "marzouk mashal", kind="visit", place="Moscow"),
        tell("a", "2024-03-06", "marzouk", kind="visit", place="Moscow", position=9),
    ],
    "a visit called off without a date, before its day": [
        tell("a", "", "marzouk", kind="visit", status="cancelled", published=date(2024, 3, 1)),
        tell("b", people="marzouk", kind="visit", status="planned"),
    ],
    "a visit called off in a month that is not over": [
        tell("a", "2024-03", "marzouk", kind="visit", status="cancelled", published=date(2024, 3, 1)),
        tell("b", people="marzouk", kind="visit", status="cancelled"),
    ],
    "news without a date, and a day that is the day after by another clock": [
        tell("a", "", "marzouk"),
        tell("b", "2024-03-21", "marzouk lavrov", published=date(2024, 3, 22)),
    ],
    "an invitation of which two articles tell weeks apart": [
        tell("a", "", "mashal", kind="message"),
        tell("b", "", "mashal", kind="message", published=date(2024, 3, 2)),
    ],
    "a year and a day in it": [tell("a", "2024"), tell("b", people="marzouk lavrov")],
    "planned for the week, then held": [
        tell("a", "2024-03-04/2024-03-08", "lavrov marzouk", status="planned"),
        tell("b", people="lavrov marzouk"),
    ],
    "planned without a date, held two weeks later": [
        tell("a", "", "lavrov", status="planned", published=date(2024, 2, 20)),
        tell("b", people="lavrov marzouk"),
    ],
    "a claim and its denial": [tell("a", people="putin"), tell("b", people="putin", status="denied")],
    "the same two people in two towns on one day": [
        tell("a", people="marzouk lavrov", place="Moscow", country="RU"),
        tell("b", people="marzouk lavrov", place="Doha", country="QA"),
    ],
    "a third side that one leaves out": [
        tell("a", people="lavrov"),
        tell("b", people="lavrov", sides=frozenset(["Hamas", "Russia", "Syria"])),
    ],
    "a name for several sides": [
        tell(
            "a",
            sides=frozenset(["Factions", "Russia"]),
            lumps=frozenset(["Factions"]),
            stands_for=frozenset(["Hamas"]),
        ),
        tell("b"),
    ],
}
TWO = {
    "another kind": [tell("a", people="lavrov"), tell("b", people="lavrov", kind="visit")],
    "two mentions of one article": [tell("a", people="lavrov"), tell("a", people="lavrov", position=9)],
    "days that are two apart": [tell("a", "2024-03-05", "lavrov"), tell("b", "2024-03-07", "lavrov")],
    "other people of one side": [tell("a", people="mashal lavrov"), tell("b", people="mashal bogdanov")],
    "another town": [tell("a", place="Moscow"), tell("b", place="Doha")],
    "another country": [tell("a", country="RU"), tell("b", country="QA")],
    "a month and a day of the next": [tell("a", "2024-02", "lavrov"), tell("b", "2024-03-01", "lavrov")],
    "two towns on one day, and one man in both": [
        tell("a", people="lavrov", place="Moscow"),
        tell("b", people="marzouk lavrov", place="Doha"),
    ],
    "two towns, the same people, and no exact day": [
        tell("a", "2024-03", "marzouk lavrov", place="Moscow"),
        tell("b", people="marzouk lavrov", place="Doha"),
    ],
    "two towns that the same people visit on one day": [
        tell("a", people="marzouk lavrov", place="Moscow", kind="visit"),
        tell("b", people="marzouk lavrov", place="Kazan", kind="visit"),
    ],
    "one side in common": [tell("a"), tell("b", sides=frozenset(["Fatah", "Russia"]))],
    "talks of two and the conference of six": [
        tell("a", people="marzouk"),
        tell("b", people="marzouk", sides=frozenset(["Hamas", "Russia", "Fatah", "PIJ", "PFLP", "DFLP"])),
    ],
    "a denial of one man's meeting, and a meeting of nobody named": [
        tell("a", people="putin", status="denied"),
        tell("b"),
    ],
    "nothing in common but the sides": [
        tell("a", "", kind="message"),
        tell("b", "", kind="message", published=date(2024, 3, 10)),
    ],
    "undated news of two weeks that share no more than a town": [
        tell("a", "", kind="visit", place="Moscow"),
        tell("b", "", kind="visit", place="Moscow", published=date(2024, 3, 13)),
    ],
    "a month that is not over when it is told, and a day to come in it": [
        tell("a", "2024-03", "lavrov", published=date(2024, 3, 10)),
        tell("b", "2024-03-19", "lavrov marzouk"),
    ],
    "a plan for the rest of a month, and a day that was before": [
        tell("a", "2024-03", "lavrov", status="planned", published=date(2024, 3, 10)),
        tell("b", "2024-03-05", "lavrov marzouk"),
    ],
    "an undated meeting in a town where there was one two weeks before": [
        tell("a", "", place="Moscow"),
        tell("b", place="Moscow"),
    ],
    "a visit told as background, without a date or a name": [
        tell("a", "", place="Moscow", kind="visit", background=True),
        tell("b", place="Moscow", kind="visit"),
    ],
    "a plan and news of two months, both without a date": [
        tell("a", "", "lavrov"),
        tell("b", "", "lavrov", status="planned", published=date(2024, 2, 10)),
    ],
    "undated visits of one man in articles of two weeks": [
        tell("a", "", "mashal", kind="visit", place="Moscow"),
        tell("b", "", "mashal", kind="visit", place="Moscow", published=date(2024, 3, 8)),
    ],
    "a plan and news of one day, without a date and with nobody in common": [
        tell("a", "", "lavrov"),
        tell("b", "", "mashal", status="planned"),
    ],
    "news of one day without a date, of other sides": [
        tell("a", ""),
        tell("b", "", sides=frozenset(["Hamas", "Russia", "Syria"])),
    ],
    "a visit to come, and one that was before its day": [
        tell("a", "2024-03-08", "marzouk", kind="visit", status="planned"),
        tell("b", "2024-03-06", "marzouk", kind="visit"),
    ],
    "days of two visitors": [
        tell("a", "2024-03-05", "marzouk", kind="visit"),
        tell("b", "2024-03-07", "lavrov", kind="visit"),
    ],
    "two towns that one article has a man visit": [
        tell("a", "2024-03-05", "marzouk", kind="visit", place="Moscow"),
        tell("a", "2024-03-06", "marzouk", kind="visit", place="Kazan", position=9),
    ],
    "no date and not known when published": [
        tell("a", "", "lavrov", published=None),
        tell("b", people="lavrov"),
    ],
}


@pytest.mark.parametrize("tellings", ONE.values(), ids=ONE)
def test_one_contact(tellings):
    assert len(grouped(*tellings)) == 1


@pytest.mark.parametrize("tellings", TWO.values(), ids=TWO)
def test_two_contacts(tellings):
    assert len(grouped(*tellings)) == 2


def test_a_vague_mention_that_fits_two_meetings_stays_apart():
    first, second = tell("a", "2024-03-05", "lavrov marzouk"), tell("b", "2024-03-20", "lavrov marzouk")
    assert grouped(first, second, tell("c", "2024-03")) == ["a", "b", "c"]


def test_a_vague_mention_goes_to_the_meeting_whose_people_it_names():
    first, second = tell("a", "2024-03-05", "lavrov marzouk"), tell("b", "2024-03-20", "bogdanov marzouk")
    assert grouped(first, second, tell("c", "2024-03", "bogdanov")) == ["a", "bc"]


def test_a_vague_mention_goes_to_the_meeting_of_which_it_names_more_people():
    first, second = (
        tell("a", "2024-03-05", "lavrov marzouk"),
        tell("b", "2024-03-20", "lavrov marzouk mashal"),
    )
    assert grouped(first, second, tell("c", "2024-03", "lavrov marzouk mashal")) == ["a", "bc"]


def test_a_vague_mention_of_the_same_people_goes_where_one_source_of_many_has_another_town():
    towns = {"a": "Moscow", "b": "Moscow", "c": "Kazan"}
    core = [tell(name, people="lavrov marzouk", place=town) for name, town in towns.items()]
    assert grouped(*core, tell("d", "2024-03", "lavrov marzouk", place="Moscow")) == ["abcd"]
    assert grouped(*core, tell("d", "2024-03", "lavrov marzouk", place="Kazan")) == ["abc", "d"]
    assert grouped(*core, tell("d", "2024-03", "lavrov", place="Moscow")) == ["abc", "d"]


def test_two_meetings_within_days_stay_two_when_one_article_tells_both():
    one, two = (
        tell("a", "2024-03-05", "lavrov marzouk"),
        tell("a", "2024-03-06", "lavrov marzouk", position=9),
    )
    assert grouped(one, two, tell("b", "2024-03-06", "lavrov marzouk")) == ["a", "ab"]


def test_a_vaguer_mention_of_an_article_does_not_join_where_its_exact_one_did():
    exact, vague = tell("a", people="lavrov"), tell("a", "2024-03", position=9)
    assert grouped(exact, vague, tell("b", people="lavrov marzouk")) == ["ab", "a"]


def test_mentions_that_speak_against_each_other_join_neither_a_nameless_meeting():
    nameless = tell("a", place="Moscow")
    assert grouped(nameless, tell("b", "2024-03", "lavrov"), tell("c", "2024-03", "bogdanov")) == [
        "a",
        "b",
        "c",
    ]
    assert grouped(nameless, tell("b", "2024-03", "lavrov")) == ["ab"]


@pytest.mark.parametrize(
    ("said", "status", "conflict"),
    [
        ("planned held", "held", False),
        ("planned planned cancelled", "cancelled", False),
        ("held held denied", "held", True),
        ("held denied denied", "denied", True),
        ("planned denied", "denied", False),
        ("cancelled cancelled denied", "cancelled", False),
        ("planned planned cancelled held", "held", True),
        ("held cancelled", "held", True),
        ("planned planned", "planned", False),
    ],
)
def test_status(said, status, conflict):
    contact = merged([tell(str(n), status=word) for n, word in enumerate(said.split())])
    assert (contact.status, "status" in contact.conflicts) == (status, conflict)


@pytest.mark.parametrize(
    ("said", "date_edtf", "conflict"),
    [
        (["2024-03", "2024-03-05"], "2024-03-05", False),
        (["2024-03-05", "2024-03-06", "2024-03-06"], "2024-03-06", True),
        (["2024", ""], "2024", False),
        (["2024-03-05", "2024-03-05", "2024-03-06", "2024-03"], "2024-03-05", True),
        (["2024-03-05", "2024-04", "2024-04", "2024-04"], "2024-04", True),
        (["2024-03-05/2024-03-07", "2024-03-06"], "2024-03-06", False),
        (["2024-03-05~", "2024-03-07"], "2024-03-07", False),
        ([""], "", False),
    ],
)
def test_date(said, date_edtf, conflict):
    contact = merged([tell(str(n), edtf) for n, edtf in enumerate(said)])
    assert (contact.date_edtf, "date" in contact.conflicts) == (date_edtf, conflict)
    assert (contact.earliest, contact.latest) == (bounds(date_edtf) or (None, None))


def test_days_of_one_stay_are_no_contradiction_and_days_of_a_meeting_are():
    days = [("a", "2024-03-05"), ("b", "2024-03-06")]
    assert merged([tell(*day, "marzouk", kind="visit") for day in days]).conflicts == ()
    assert merged([tell(*day, "marzouk") for day in days]).conflicts == ("date",)


def test_people_are_all_that_any_source_names_and_differ_only_where_each_names_another():
    less = merged([tell("a", people="marzouk lavrov"), tell("b", people="marzouk mashal lavrov")])
    assert {person.key for person in less.people} == {"marzouk", "mashal", "lavrov"}
    assert less.conflicts == ()
    other = merged([tell("a", people="marzouk lavrov bogdanov"), tell("b", people="marzouk lavrov putin")])
    assert other.conflicts == ("people",)


def test_place_is_what_most_say_and_its_country_goes_with_it():
    places = [("Moscow", "RU"), ("Doha", "QA"), ("Moscow", "RU"), ("", "RU")]
    contact = merged([tell(str(n), place=p, country=c) for n, (p, c) in enumerate(places)])
    assert (contact.place, contact.country, contact.conflicts) == ("Moscow", "RU", ("place",))


def test_ten_papers_that_print_one_agency_are_one_origin():
    told = [tell(str(n), attribution=("TASS",)) for n in range(10)] + [tell("x")]
    contact = merged(told)
    assert (contact.article_count, contact.origin_count) == (11, 2)


def test_the_public_identifier_hangs_on_the_first_mention_by_key_alone():
    alone = merged([tell("a")])
    assert merged([tell("b", people="lavrov"), tell("a", status="denied")]).public_id == alone.public_id
    assert merged([tell("a", position=4)]).public_id != alone.public_id
