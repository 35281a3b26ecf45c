"""English: light verbs and periphrases of a contact, the words for its status, and the days told in words."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)
LAVROV_AND_HANIYEH = {"Sergey Lavrov", "Ismail Haniyeh"}

#: text -> (kind, status, day, people) of each entry, in order; the sides are Hamas and Russia in all of them
READ = {
    "Ismail Haniyeh shook hands with Sergey Lavrov in Doha on Wednesday.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Mousa Abu Marzouk discussed the truce with Mikhail Bogdanov in Moscow on January 17.": [
        ("meeting", "held", "2024-01-17", {"Mousa Abu Marzouk", "Mikhail Bogdanov"})
    ],
    "Ismail Haniyeh was greeted at the airport by Sergey Lavrov on Wednesday.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Sergey Lavrov played host to Khaled Mashal in Moscow the month before last.": [
        ("meeting", "held", "2023-11", {"Sergey Lavrov", "Khaled Mashal"})
    ],
    "Mikhail Bogdanov spoke after a day of talks in Moscow with a Hamas team on Thursday.": [
        ("meeting", "held", "2024-01-18", {"Mikhail Bogdanov"})
    ],
    "Ismail Haniyeh came to Moscow on Wednesday. His host, as on earlier occasions, was Mikhail Bogdanov.": [
        ("visit", "held", "2024-01-17", {"Ismail Haniyeh"}),
        ("meeting", "held", "2024-01-17", {"Ismail Haniyeh", "Mikhail Bogdanov"}),
    ],
    "A Hamas delegation stopped over in Moscow the night before.": [("visit", "held", "2024-01-18", set())],
    "A Hamas delegation is due back in Moscow next week.": [
        ("visit", "planned", "2024-01-22/2024-01-28", set())
    ],
    "Sergey Lavrov spoke with Ismail Haniyeh by phone on Wednesday.": [
        ("call", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Mikhail Bogdanov was on the line with Mousa Abu Marzouk a fortnight ago.": [
        ("call", "held", "2024-01-05", {"Mousa Abu Marzouk", "Mikhail Bogdanov"})
    ],
    "A conversation by telephone between Ismail Haniyeh and Sergey Lavrov took place the week before last.": [
        ("call", "held", "2024-01-01/2024-01-07", LAVROV_AND_HANIYEH)
    ],
    "Vladimir Putin sent his condolences to Ismail Haniyeh on Wednesday.": [
        ("message", "held", "2024-01-17", {"Vladimir Putin", "Ismail Haniyeh"})
    ],
    "Ismail Haniyeh has an appointment with Sergey Lavrov in Moscow on Monday.": [
        ("meeting", "planned", "2024-01-22", LAVROV_AND_HANIYEH)
    ],
    "Sergey Lavrov refused to meet Ismail Haniyeh in Moscow.": [
        ("meeting", "denied", None, LAVROV_AND_HANIYEH)
    ],
    "No official of the Kremlin met Ismail Haniyeh in Moscow.": [
        ("meeting", "denied", None, {"Ismail Haniyeh"})
    ],
    "The report that Ismail Haniyeh met Sergey Lavrov in Moscow was untrue.": [
        ("meeting", "denied", None, LAVROV_AND_HANIYEH)
    ],
    "The meeting of Ismail Haniyeh with Sergey Lavrov in Moscow did not take place.": [
        ("meeting", "cancelled", None, LAVROV_AND_HANIYEH)
    ],
    "Meeting Ismail Haniyeh in Moscow on Wednesday, Sergey Lavrov called for a truce.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Ismail Haniyeh, whom Sergey Lavrov received in Moscow on Wednesday, thanked Russia.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Sergey Lavrov had Ismail Haniyeh over for talks in Moscow on Wednesday.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Ismail Haniyeh was Sergey Lavrov's guest in Moscow on Wednesday.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Sergey Lavrov assured Ismail Haniyeh in Moscow on Wednesday that Russia would help.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Sergey Lavrov told Ismail Haniyeh by phone on Wednesday that the war must end.": [
        ("call", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "In a phone call on Wednesday, Sergey Lavrov told Ismail Haniyeh that the war must end.": [
        ("call", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "In Moscow on Wednesday Ismail Haniyeh met Sergey Lavrov but not Vladimir Putin.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH),
        ("meeting", "denied", "2024-01-17", {"Ismail Haniyeh", "Vladimir Putin"}),
    ],
    "The ministry said on Thursday that Sergey Lavrov had met Ismail Haniyeh the day before.": [
        ("meeting", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "Moscow was visited on Wednesday by a Hamas delegation.": [("visit", "held", "2024-01-17", set())],
    "Ismail Haniyeh received an invitation from Sergey Lavrov on Wednesday.": [
        ("message", "held", "2024-01-17", LAVROV_AND_HANIYEH)
    ],
    "A visit by Ismail Haniyeh to Moscow is planned for February.": [
        ("visit", "planned", "2024-02", {"Ismail Haniyeh"})
    ],
}


def read(text, lexicon):
    return extract(Document(text, "en", PUBLISHED, "given", title="-"), lexicon)


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_a_contact_is_read_however_it_is_put(text, lexicon):
    mentions = read(text, lexicon)
    found = [(m.kind, m.status, m.date, {person.name for person in m.participants}) for m in mentions]
    assert found == READ[text]
    assert all(set(mention.sides) == {"Hamas", "Russia"} for mention in mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Ismail Haniyeh ran into criticism in Moscow.",
        "Hamas was greeted with relief in Moscow.",
        "Sergey Lavrov discussed the future of Hamas with reporters.",
        "Hamas leaders met in Doha on Wednesday to elect a new leader.",
        "Russia called on Hamas to release the hostages during a meeting of the Security Council.",
        "Sergey Lavrov urged Israel and Hamas to hold talks.",
        "Sources told the paper, Sergey Lavrov will speak about Hamas.",
    ],
)
def test_words_of_a_contact_with_nobody_opposite_are_none(text, lexicon):
    assert read(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Jusuf Kalla, Indonesia's former vice president, met Ismail Haniyeh in Doha.",
            {"Indonesia", "Hamas"},
        ),
        ("A security delegation from Cairo saw the leadership of Hamas on Monday.", {"Egypt", "Hamas"}),
        (
            "Saudi and Omani delegations held talks with Houthi officials.",
            {"Saudi Arabia", "Oman", "Houthis"},
        ),
        ("Sergey Lavrov met Syria's Walid Moallem on Monday.", {"Russia", "Syria"}),
        ("Yemen's Houthi delegation met Omani officials on Monday.", {"Houthis", "Oman"}),
    ],
)
def test_a_side_is_found_in_what_stands_around_a_name(text, sides, lexicon):
    [mention] = read(text, lexicon)
    assert set(mention.sides) == sides


def test_listed_counterparts_between_semicolons_are_contacts_of_their_own(lexicon):
    text = (
        "On Wednesday Mikhail Bogdanov had meetings with a leader of Hamas, Khaled Mashal; "
        "the leader of Islamic Jihad, Ziyad al-Nakhalah; and an official of Fatah, Azzam al-Ahmad."
    )
    others = [set(mention.sides) - {"Russia"} for mention in read(text, lexicon)]
    assert others == [{"Hamas"}, {"Palestinian Islamic Jihad"}, {"Fatah"}]


def test_what_somebody_came_for_and_did_is_told_once(lexicon):
    text = (
        "A Hamas delegation travelled to Moscow to meet Russian officials. "
        "The delegation met Mikhail Bogdanov, the deputy foreign minister, in Moscow."
    )
    assert [(m.kind, m.status) for m in read(text, lexicon)] == [("visit", "held"), ("meeting", "held")]


def test_a_named_day_wins_over_the_round_word_before_it(lexicon):
    [mention] = read("Ismail Haniyeh met Sergey Lavrov in Moscow a fortnight ago, on January 4.", lexicon)
    assert mention.date == "2024-01-04"
