"""Contacts and dates, as a person would say them."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.factories import make_actor, make_contact, make_side
from timeline.date_words import date_in_words, period_in_words
from timeline.derivation_words import derivation_in_words
from timeline.models import Contact, Participation
from timeline.person_names import short_name, short_names
from timeline.wording import TITLE_PREFETCH, contact_title, place_in_words

TODAY = date(2024, 6, 1)


@pytest.fixture
def sides(db):
    """The sides of these tests, with the countries that tell guest from host."""
    countries = {
        "Hamas": "PS",
        "Russia": "RU",
        "Iran": "IR",
        "Egypt": "EG",
        "Palestinian Islamic Jihad": "PS",
    }
    return {name: make_side(name, country=country) for name, country in countries.items()}


def title(contact):
    return contact_title(Contact.objects.prefetch_related(*TITLE_PREFETCH).get(pk=contact.pk), today=TODAY)


def marzouk():
    return make_actor("Mousa Abu Marzouk", side="Hamas")


def bogdanov():
    return make_actor("Mikhail Bogdanov", side="Russia")


def hamas_people(number):
    names = ["Mousa Abu Marzouk", "Khaled Mashal", "Basem Naim", "Mohammed Nazzal"]
    return [make_actor(name, side="Hamas") for name in names[:number]]


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        ("held", "2024-01-19", "Abu Marzouk met Bogdanov in Moscow"),
        ("planned", "2024-07-19", "Abu Marzouk is to meet Bogdanov in Moscow"),
        ("planned", "2024-06-01", "Abu Marzouk is to meet Bogdanov in Moscow"),
        ("planned", "2024-01-19", "Abu Marzouk was to meet Bogdanov in Moscow"),
        ("planned", None, "Abu Marzouk was to meet Bogdanov in Moscow"),
        ("cancelled", "2024-01-19", "Meeting of Abu Marzouk and Bogdanov in Moscow called off"),
        ("denied", "2024-01-19", "Meeting of Abu Marzouk and Bogdanov in Moscow: denied"),
    ],
)
def test_meeting_is_said_by_its_status(sides, status, day, said):
    assert title(make_contact(date=day, status=status, people=[marzouk(), bogdanov()])) == said


def test_guest_is_named_before_host_whoever_was_written_first(sides):
    assert title(make_contact(people=[bogdanov(), marzouk()])) == "Abu Marzouk met Bogdanov in Moscow"


def test_roles_win_over_the_country_in_telling_guest_from_host(sides):
    contact = make_contact(place="Doha", country="QA", people=[marzouk(), bogdanov()])
    contact.participations.filter(actor=bogdanov()).update(role=Participation.Role.VISITOR)
    assert title(contact) == "Bogdanov met Abu Marzouk in Doha"


def test_two_hosts_are_none(sides):
    contact = make_contact(people=[bogdanov(), marzouk()])
    contact.participations.update(role=Participation.Role.HOST)
    assert title(contact) == "Abu Marzouk met Bogdanov in Moscow"


def test_without_place_the_country_is_said_and_without_both_nothing(sides):
    people = [marzouk(), bogdanov()]
    assert title(make_contact(place="", people=people)) == "Abu Marzouk met Bogdanov in Russia"
    assert title(make_contact(place="", country="", people=people)) == "Abu Marzouk met Bogdanov"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "Abu Marzouk met Bogdanov in Moscow"),
        (2, "Abu Marzouk and Mashal met Bogdanov in Moscow"),
        (4, "Abu Marzouk and 3 others of Hamas met Bogdanov in Moscow"),
    ],
)
def test_many_people_become_one_name_and_a_number(sides, number, said):
    assert title(make_contact(people=[*hamas_people(number), bogdanov()])) == said


def test_head_of_the_delegation_is_the_one_named(sides):
    people = hamas_people(3)
    contact = make_contact(people=[*people, bogdanov()])
    contact.participations.filter(actor=people[2]).update(role=Participation.Role.HEAD)
    assert title(contact) == "Naim and 2 others of Hamas met Bogdanov in Moscow"


def test_plural_of_a_plan(sides):
    contact = make_contact(date="2025", status="planned", people=[*hamas_people(2), bogdanov()])
    assert title(contact) == "Abu Marzouk and Mashal are to meet Bogdanov in Moscow"


def test_nobody_named_leaves_the_sides(sides):
    assert title(make_contact()) == "Hamas and Russia met in Moscow"


def test_one_side_named(sides):
    assert title(make_contact(people=[marzouk()])) == "Abu Marzouk met representatives of Russia in Moscow"
    assert title(make_contact(people=[bogdanov()])) == "Hamas met Bogdanov in Moscow"


def test_round_of_many_sides(sides):
    names = ["Hamas", "Fatah", "PFLP", "DFLP", "Palestinian Islamic Jihad", "Russia"]
    assert title(make_contact(sides=names[:3])) == "Fatah, Hamas and PFLP met in Moscow"
    assert title(make_contact(sides=names)) == "DFLP, Fatah, Hamas and 3 other sides met in Moscow"


def test_mediator_is_no_party(sides):
    kamel = make_actor("Abbas Kamel", side="Egypt")
    contact = make_contact(
        place="Cairo", country="EG", sides=["Hamas", "Russia", "Egypt"], people=[marzouk(), bogdanov(), kamel]
    )
    contact.participations.filter(actor=kamel).update(role=Participation.Role.MEDIATOR)
    assert title(contact) == "Abu Marzouk met Bogdanov in Cairo, Kamel mediating"


@pytest.mark.parametrize(
    ("status", "people", "said"),
    [
        ("held", 0, "Hamas delegation visited Moscow"),
        ("held", 1, "Abu Marzouk visited Moscow"),
        ("held", 4, "Abu Marzouk and 3 others of Hamas visited Moscow"),
        ("planned", 1, "Abu Marzouk was to visit Moscow"),
        ("planned", 2, "Abu Marzouk and Mashal were to visit Moscow"),
        ("cancelled", 0, "Visit of Hamas delegation to Moscow called off"),
        ("denied", 1, "Visit of Abu Marzouk to Moscow: denied"),
    ],
)
def test_visit_names_who_came(sides, status, people, said):
    contact = make_contact(date="2024-01-19", kind="visit", status=status, people=hamas_people(people))
    assert title(contact) == said


def test_visit_whose_host_is_named_is_still_the_guest_s(sides):
    assert title(make_contact(kind="visit", people=[bogdanov(), marzouk()])) == "Abu Marzouk visited Moscow"


def test_visit_to_a_country(sides):
    assert title(make_contact(kind="visit", place="")) == "Hamas delegation visited Russia"


def test_visit_of_which_nothing_tells_who_came(sides):
    contact = make_contact(kind="visit", place="", country="")
    assert title(contact) == "Visit between Hamas and Russia"


@pytest.mark.parametrize(
    ("kind", "status", "said"),
    [
        ("call", "held", "Abu Marzouk held a call with Bogdanov"),
        ("call", "planned", "Abu Marzouk was to hold a call with Bogdanov"),
        ("call", "denied", "Call of Abu Marzouk and Bogdanov: denied"),
        ("message", "held", "Message between Abu Marzouk and Bogdanov"),
        ("message", "cancelled", "Message between Abu Marzouk and Bogdanov called off"),
    ],
)
def test_calls_and_messages_have_no_place(sides, kind, status, said):
    contact = make_contact(date="2024-01-19", kind=kind, status=status, people=[marzouk(), bogdanov()])
    assert title(contact) == said


def test_call_of_which_nobody_is_named(sides):
    assert title(make_contact(kind="call")) == "Hamas and Russia held a call"


@pytest.mark.parametrize(
    ("kind", "status", "said"),
    [
        ("meeting", "cancelled", "Meeting of Abu Marzouk and Mashal with Bogdanov in Moscow called off"),
        ("meeting", "denied", "Meeting of Abu Marzouk and Mashal with Bogdanov in Moscow: denied"),
        ("call", "cancelled", "Call of Abu Marzouk and Mashal with Bogdanov called off"),
        ("message", "held", "Message between Abu Marzouk, Mashal and Bogdanov"),
    ],
)
def test_several_people_of_a_side_are_told_from_the_other_side(sides, kind, status, said):
    contact = make_contact(kind=kind, status=status, people=[*hamas_people(2), bogdanov()])
    assert title(contact) == said


def test_sender_of_a_message_is_said_only_where_the_roles_tell(sides):
    contact = make_contact(kind="message", people=[marzouk(), bogdanov()])
    contact.participations.filter(actor=bogdanov()).update(role=Participation.Role.VISITOR)
    contact.participations.filter(actor=marzouk()).update(role=Participation.Role.HOST)
    assert title(contact) == "Bogdanov sent Abu Marzouk a message"


def test_contact_that_says_hardly_anything_still_has_a_title(sides):
    assert title(make_contact(sides=[], place="", country="")) == "Meeting"
    assert title(make_contact(sides=[], kind="visit")) == "Visit"
    assert title(make_contact(sides=["Hamas"])) == "Meeting with Hamas in Moscow"
    assert (
        title(make_contact(sides=["Hamas"], kind="visit", place="", country=""))
        == "Visit of Hamas delegation"
    )


def test_name_in_arabic_does_not_turn_the_sentence(sides):
    unknown = make_actor("سامي خاطر", key="sami-khater-ar", side="Hamas")
    assert title(make_contact(people=[unknown, bogdanov()])) == "\u2068خاطر\u2069 met Bogdanov in Moscow"


def test_percent_signs_in_names_are_only_letters(sides):
    odd = make_actor("Rashid %(b)s%d", key="odd", side="Hamas")
    assert (
        title(make_contact(place="100% Town", people=[odd, bogdanov()]))
        == "%(b)s%d met Bogdanov in 100% Town"
    )


def test_titles_cost_no_query_beside_the_prefetch(sides, django_assert_num_queries):
    for day in range(1, 9):
        make_contact(date=f"2024-03-0{day}", people=[*hamas_people(3), bogdanov()])
    with django_assert_num_queries(4):
        contacts = list(Contact.objects.prefetch_related(*TITLE_PREFETCH))
        assert len({contact_title(contact) for contact in contacts}) == 1


@pytest.mark.parametrize(
    ("name", "country", "short"),
    [
        ("Mousa Abu Marzouk", "PS", "Abu Marzouk"),
        ("Mahmoud al-Zahar", "PS", "al-Zahar"),
        ("Mohammed bin Salman", "SA", "bin Salman"),
        ("Tamim bin Hamad Al Thani", "QA", "Al Thani"),
        ("Abdel Fattah el-Sisi", "EG", "el-Sisi"),
        ("Ahmad Abdul Hadi", "PS", "Abdul Hadi"),
        ("Haroun Nasser al-Din", "PS", "Nasser al-Din"),
        ("Izz al-Din al-Haddad", "PS", "al-Haddad"),
        ("Ahmed Aboul Gheit", "", "Aboul Gheit"),
        ("Ali Bagheri Kani", "IR", "Bagheri Kani"),
        ("Abu Obeida", "PS", "Abu Obeida"),
        ("King Abdullah II", "JO", "King Abdullah II"),
        ("Patriarch Kirill", "RU", "Patriarch Kirill"),
        ("Wang Yi", "CN", "Wang Yi"),
        ("Prabowo Subianto", "ID", "Prabowo Subianto"),
        ("Sugiono", "ID", "Sugiono"),
        ("Михаил Леонидович Богданов", "", "Богданов"),
        ("Муса Абу Марзук", "", "Абу Марзук"),
        ("موسى أبو مرزوق", "", "أبو مرزوق"),
        ("", "", ""),
    ],
)
def test_short_names(name, country, short):
    assert short_name(name, country=country) == short


def test_namesakes_in_one_sentence_keep_their_whole_names():
    names = short_names([("Marwan Barghouti", ""), ("Mustafa Barghouti", ""), ("Mahmoud Abbas", "")])
    assert list(names.values()) == ["Marwan Barghouti", "Mustafa Barghouti", "Abbas"]


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-01-19", "Fri 19 Jan 2024"),
        ("2024-01-19~", "about Fri 19 Jan 2024"),
        ("2024-02", "Feb 2024"),
        ("2006", "2006"),
        ("2006?", "about 2006"),
        ("2024-02-21/2024-02-29~", "late Feb 2024 (about 21–29 Feb)"),
        ("2006-03-01/2006-03-10~", "early Mar 2006 (about 1–10 Mar)"),
        ("2006-03-11/2006-03-20~", "mid Mar 2006 (about 11–20 Mar)"),
        ("2024-05-03/2024-05-05~", "about 3–5 May 2024"),
        ("2024-02-26~/2024-03-05~", "about 26 Feb – 5 Mar 2024"),
        ("2006-03-03/2006-03-05", "between 3 and 5 Mar 2006"),
        ("2024-02-29/2024-03-02", "between 29 Feb and 2 Mar 2024"),
        ("2023-12-30/2024-01-02", "between 30 Dec 2023 and 2 Jan 2024"),
        ("2019-04/2019-05", "between Apr 2019 and May 2019"),
        ("2007/2011", "between 2007 and 2011"),
        ("2019-01/2019-03~", "about Jan 2019 – Mar 2019"),
        ("", "date not known"),
        ("2024-13-45", "date not known"),
        (None, "date not known"),
    ],
)
def test_dates_in_words(edtf, said):
    assert date_in_words(edtf) == said


def test_possible_days_speak_where_the_string_cannot_be_read():
    assert date_in_words("../x", date(2006, 3, 3), date(2006, 3, 5)) == "between 3 and 5 Mar 2006"
    assert date_in_words("", date(2006, 3, 3), date(2006, 3, 3)) == "Fri 3 Mar 2006"


def test_visit_lasts_where_a_meeting_lies_between():
    days = {"date_edtf": "2006-03-03/2006-03-05", "earliest": None, "latest": None}
    assert date_in_words(SimpleNamespace(kind="visit", **days)) == "3–5 Mar 2006"
    assert date_in_words(SimpleNamespace(kind="meeting", **days)) == "between 3 and 5 Mar 2006"


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("1992", "1996", "1992 to 1996"),
        ("2017-05-06", "", "since 6 May 2017"),
        ("", "2013", "until 2013"),
        ("2017", "2017", "2017"),
        ("", "", ""),
    ],
)
def test_periods_in_words(since, until, said):
    assert period_in_words(since, until) == said


@pytest.mark.parametrize(
    ("derivation", "said"),
    [
        ("-1 days from 2020-03-03", "the day before publication (Tue 3 Mar 2020)"),
        ("+2 days from 2020-03-03", "2 days after publication (Tue 3 Mar 2020)"),
        ("+0 days from 2020-03-03", "the day of publication (Tue 3 Mar 2020)"),
        ("3 days before 2020-03-03", "3 days before publication (Tue 3 Mar 2020)"),
        ("1 days after 2020-03-02", "the day after the day named before, Mon 2 Mar 2020"),
        ("next 15.1. seen from 2019-01-10", "the next 15 January after publication (Thu 10 Jan 2019)"),
        ("last 29.2. seen from 2024-10-25", "the last 29 February up to publication (Fri 25 Oct 2024)"),
        ("last 1.13. seen from 2024-10-25", "the last 1.13. up to publication (Fri 25 Oct 2024)"),
        ("last seen from 2023-02-14", "the last month of that name up to publication (Tue 14 Feb 2023)"),
        (
            "next such weekday from 2019-01-10",
            "the next such weekday on or after publication (Thu 10 Jan 2019)",
        ),
        ("last such weekday up to 2023-10-27", "the last such weekday up to publication (Fri 27 Oct 2023)"),
        ("this week's, written 2023-10-27", "that weekday in the week of publication (Fri 27 Oct 2023)"),
        ("about 2 weeks before 2023-10-27", "about 2 weeks before publication (Fri 27 Oct 2023)"),
        ("week +1 from 2019-01-11", "the week after that of publication (Fri 11 Jan 2019)"),
        ("month +0 from 2019-01-11", "the month of publication (Fri 11 Jan 2019)"),
        ("year -1 from 2022-04-22", "the year before that of publication (Fri 22 Apr 2022)"),
        ("year -2 from 2022-04-22", "2 years before that of publication (Fri 22 Apr 2022)"),
        ("late 2023-10", "the end of Oct 2023"),
        ("second-half 2023", "the second half of 2023"),
        ("7.4.1445 AH", "7.4.1445 of the Islamic calendar"),
        ("as written", ""),
        ("dateline", "from the dateline"),
        ("weekday and day.month before 2024-10-24", "weekday and day.month before Thu 24 Oct 2024"),
        ("the 2020-13-45", "the 2020-13-45"),
        ("", ""),
    ],
)
def test_derivations_in_words(derivation, said):
    assert derivation_in_words(derivation) == said


def test_place_in_words():
    assert place_in_words(Contact(place="Moscow", country="RU")) == "Moscow, Russia"
    assert place_in_words(Contact(place="", country="XK")) == "XK"
    assert place_in_words(Contact(place="Singapore", country="SG")) == "Singapore"
    assert place_in_words(Contact()) == ""
