"""Whom an envoy serves is not whom somebody met; who attended a meeting was at the one told before."""

from datetime import date

import pytest

from articles.extraction import Document, extract

BOTH = {"Ismail Haniyeh", "Mikhail Bogdanov"}


def people(text: str, language: str, lexicon) -> set[str]:
    told = f"{text}\n\nReuters was told so."
    document = Document(text=told, language=language, published=date(2024, 3, 14), title="-")
    (mention,) = extract(document, lexicon)
    return {person.name for person in mention.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Haniyeh met Bogdanov, the special envoy of President Vladimir Putin, in Moscow on Monday.",
        "Haniyeh met Mikhail Bogdanov, a special representative of Putin, in Moscow on Monday.",
        "The special envoy of Vladimir Putin, Mikhail Bogdanov, met Haniyeh in Moscow on Monday.",
        "Mikhail Bogdanov, special envoy to Russian President Vladimir Putin, met Haniyeh in Moscow on Monday.",
        "Mikhail Bogdanov, an adviser to President Vladimir Putin, met Haniyeh in Moscow on Monday.",
    ],
)
def test_whom_an_envoy_serves_is_not_there(text, lexicon):
    assert people(text, "en", lexicon) == BOTH


def test_a_deputy_head_is_he_who_is_named_behind_it(lexicon):
    text = "Bogdanov met the deputy head of the Hamas Politburo, Mousa Abu Marzouk, in Moscow on Monday."
    assert people(text, "en", lexicon) == {"Mikhail Bogdanov", "Mousa Abu Marzouk"}


ATTENDED = {
    "en": "Haniyeh met Lavrov in Moscow on Monday. Bogdanov attended the meeting.",
    "id": "Haniyeh bertemu Lavrov di Moskow pada Senin. Bogdanov hadir dalam pertemuan itu.",
    "ru": "Хания встретился с Лавровым в Москве в понедельник. Во встрече участвовал Богданов.",
    "ar": "التقى هنية لافروف في موسكو يوم الاثنين. وحضر اللقاء بوغدانوف.",
}


@pytest.mark.parametrize("language", ATTENDED)
def test_who_attended_the_meeting_was_at_the_one_told_before(language, lexicon):
    assert people(ATTENDED[language], language, lexicon) == {*BOTH, "Sergey Lavrov"}
