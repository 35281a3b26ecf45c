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
    ],
)
def test_words_of_a_contact_with_nobody_opposite_are_none(text, lexicon):
    assert read(text, lexicon) == []
