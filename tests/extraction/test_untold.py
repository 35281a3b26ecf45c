"""Contacts by a verb that no list holds: a sentence names people of both sides, and the entry says its doubt."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)
DOUBT = "no word that is known to tell a contact"

TOLD = {
    "en": "On Tuesday Mousa Abu Marzouk spent an hour on a sofa opposite Mikhail Bogdanov.",
    "id": "Pada Selasa Mousa Abu Marzouk duduk satu jam di sofa di seberang Mikhail Bogdanov.",
    "ru": "Во вторник Муса Абу Марзук битый час просидел на диване напротив Михаила Богданова.",
    "ar": "يوم الثلاثاء أمضى موسى أبو مرزوق ساعة على الأريكة قبالة ميخائيل بوغدانوف.",
}


def read(text: str, language: str, lexicon):
    return extract(Document(text=text, language=language, published=PUBLISHED, title="-"), lexicon)


@pytest.mark.parametrize("language", TOLD)
def test_two_of_two_sides_in_one_sentence_are_a_contact_whatever_the_verb(language, lexicon):
    (mention,) = read(TOLD[language], language, lexicon)
    assert (mention.kind, mention.status, mention.date) == ("meeting", "held", "2024-03-12")
    assert set(mention.sides) == {"Hamas", "Russia"}
    assert {person.name for person in mention.participants} == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}


def test_the_words_shown_are_those_from_the_one_to_the_other(lexicon):
    text = "Mousa Abu Marzouk spent an hour on a sofa opposite Mikhail Bogdanov."
    (mention,) = read(text, "en", lexicon)
    (told,) = [e for e in mention.evidence if e.field == "trigger"]
    assert told.quote == text.rstrip(".")


@pytest.mark.parametrize(
    "text",
    [
        "Sergey Lavrov accused Benjamin Netanyahu of dragging out the war.",
        "Sergey Lavrov called on Ismail Haniyeh to show restraint.",
        "Mikhail Bogdanov compared Khaled Mashal to a chess player.",
        '"Netanyahu is in no hurry," said Mousa Abu Marzouk.',
        "Sergey Lavrov mourned Ismail Haniyeh.",
    ],
)
def test_what_is_said_of_somebody_or_done_to_him_is_no_contact(text, lexicon):
    assert read(text, "en", lexicon) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Sergey Lavrov menuding Benjamin Netanyahu mengulur perang."),
        ("ru", "Сергей Лавров обвинил Биньямина Нетаньяху в затягивании войны."),
        ("ar", "اتهم سيرغي لافروف بنيامين نتنياهو بإطالة الحرب."),
    ],
)
def test_every_language_knows_what_keeps_people_apart(language, text, lexicon):
    assert read(text, language, lexicon) == []


def test_a_known_contact_of_the_same_people_stays_one(lexicon):
    text = (
        "Mousa Abu Marzouk met Mikhail Bogdanov in Moscow on Tuesday. "
        "Abu Marzouk amused Bogdanov with an anecdote."
    )
    (mention,) = read(text, "en", lexicon)
    assert (mention.kind, mention.place) == ("meeting", "Moscow")
    assert not any(DOUBT in doubt for doubt in mention.doubts)


def test_somebody_a_day_and_a_town_of_the_other_side_are_a_journey(lexicon):
    (mention,) = read(
        "On Tuesday Ismail Haniyeh strapped himself in for the long haul to Moscow.", "en", lexicon
    )
    assert (mention.kind, mention.place, mention.date) == ("visit", "Moscow", "2024-03-12")
    assert any(DOUBT in doubt for doubt in mention.doubts)


def test_somebody_a_day_and_a_town_where_he_is_are_no_journey(lexicon):
    assert read("On Tuesday Ismail Haniyeh gave a lecture in Doha.", "en", lexicon) == []


def test_without_a_day_a_town_is_no_journey(lexicon):
    assert read("Ismail Haniyeh wrote a poem dedicated to Moscow.", "en", lexicon) == []


def test_the_day_of_what_was_told_before_is_not_that_of_people_named_together(lexicon):
    """Two men were taken on 7 October; that somebody asked for their release was on another day."""
    text = (
        "The two students were both seized on October 7, 2023. "
        "Mikhail Bogdanov asked Mousa Abu Marzouk for their release, the ministry said."
    )
    mentions = read(text, "en", lexicon)
    assert [mention.date for mention in mentions if "2023" in (mention.date or "")] == []


def test_people_named_together_are_those_of_the_call_told_before_by_titles_alone(lexicon):
    text = (
        "Hostages were the reason for a telephone conversation on Friday between Russia's deputy foreign "
        "minister and the head of the Hamas international relations office.\n\n"
        "The two students were both seized on October 7, 2023. "
        "Mikhail Bogdanov asked Mousa Abu Marzouk for their release, the ministry said."
    )
    (mention,) = read(text, "en", lexicon)
    assert (mention.kind, mention.date) == ("call", "2024-03-08")
    assert {person.name for person in mention.participants} == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
