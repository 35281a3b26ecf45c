"""Contacts of which a sentence tells the first day and the last."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: language, text -> the days of the last entry
DAYS = {
    (
        "en",
        "Lavrov and Haniyeh held talks in Moscow that began on Monday and ended on Wednesday.",
    ): "2024-03-11/2024-03-13",
    (
        "ru",
        "Лавров рассказал о встрече с Ханией в Каракасе, начавшейся 8 марта и закончившейся в понедельник.",
    ): "2024-03-08/2024-03-11",
    (
        "id",
        "Perundingan Hamas dan Fatah di Kairo dimulai pada Senin dan berakhir pada Rabu.",
    ): "2024-03-11/2024-03-13",
    (
        "ar",
        "اختتم إسماعيل هنية، أمس الأربعاء، زيارته إلى روسيا التي بدأها الاثنين الماضي.",
    ): "2024-03-11/2024-03-13",
    # of one day nothing says that it was the first, or the last
    (
        "en",
        "Lavrov and Haniyeh met in Moscow on Monday, a week before the summit ended on Wednesday.",
    ): "2024-03-11",
    (
        "en",
        "Haniyeh met Lavrov on Monday. The summit that began on Tuesday ended on Wednesday.",
    ): "2024-03-11",
}


@pytest.mark.parametrize(("language", "text"), DAYS)
def test_first_and_last_day(language, text, lexicon):
    document = Document(text=f"{text}\n", language=language, published=PUBLISHED, published_from="given")
    assert extract(document, lexicon)[-1].date == DAYS[language, text]


def test_a_weekday_with_a_date_behind_it_is_one_day_even_where_they_disagree(lexicon):
    text = "В ближайшую пятницу, 3 февраля, в Москву прилетит глава политбюро ХАМАС Халед Машаль."
    document = Document(text=text, language="ru", published=date(2006, 2, 28), title="-")
    assert len(extract(document, lexicon)) == 1


OPEN = {
    ("en", "Haniyeh will visit Moscow in April or May."): "2024-04/2024-05",
    ("en", "Haniyeh visited Moscow in late December or early January."): "2023-12-21/2024-01-10~",
    ("en", "Haniyeh will visit Moscow in April, or Lavrov will resign in May."): "2024-04",
    ("id", "Haniyeh akan berkunjung ke Moskow pada April atau Mei mendatang."): "2024-04/2024-05",
    ("ru", "Хания посетит Москву в апреле или в мае."): "2024-04/2024-05",
    ("ar", "سيزور هنية موسكو في نيسان أو أيار."): "2024-04/2024-05",
}


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_what_words_leave_open_is_from_the_first_to_the_last(language, text, lexicon):
    document = Document(text=f"{text}\n", language=language, published=PUBLISHED, published_from="given")
    assert extract(document, lexicon)[0].date == OPEN[language, text]
