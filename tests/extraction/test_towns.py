"""Towns that stand in another sentence: "there", "in the same city", and a country of which one town is named."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)

#: language, text -> the town of the last entry
TOWN = {
    (
        "en",
        "Doha has become a stage this week. It was there that Lavrov received Haniyeh on Monday.",
    ): "Doha",
    (
        "en",
        "Lavrov spent a day in Kabul. He first spoke there with Abdul Ghani Baradar and several ministers.",
    ): "Kabul",
    (
        "en",
        "Sergey Lavrov met Ismail Haniyeh in Qatar on Monday. Reporters waited in Doha for hours.",
    ): "Doha",
    ("en", "Sergey Lavrov met Ismail Haniyeh in the Russian city of Kazan on Monday."): "Kazan",
    ("en", "Sergey Lavrov met Ismail Haniyeh in the Black Sea resort of Sochi on Monday."): "Sochi",
    ("id", "Delegasi itu singgah di Doha. Di sanalah Ismail Haniyeh bertemu Sergei Lavrov, Senin."): "Doha",
    (
        "id",
        "Perundingan itu berlangsung di Camp David. Di tempat yang sama, Trump bertemu Ashraf Ghani, Senin.",
    ): "Camp David",
    (
        "id",
        "Putin bertemu Sadyr Japarov di Kirgizstan, Senin. Ia berbicara kepada pers di Bishkek.",
    ): "Bishkek",
    ("ru", "Сергей Лавров прилетел в Доху. В том же городе он встретился с Исмаилом Ханией."): "Doha",
    ("ru", "Сергей Лавров побывал в понедельник в Мали. В Бамако его ждали журналисты."): "Bamako",
    ("ru", "В понедельник Сергей Лавров принял Исмаила Ханию в Ростове-на-Дону."): "Rostov-on-Don",
    ("ar", "وصل وفد حماس إلى الدوحة. واجتمع هناك إسماعيل هنية مع سيرغي لافروف يوم الاثنين."): "Doha",
    ("ar", "التقى سيرغي لافروف إسماعيل هنية في قطر يوم الاثنين. وانتظر الصحفيون في الدوحة ساعات."): "Doha",
    # nothing says that it was in the town named before
    ("en", "Lavrov spent a day in Kabul. There was no time to meet Haniyeh, whom he met on Monday."): None,
    ("en", "Lavrov met Haniyeh in Russia on Monday. Reporters had come from Kazan."): None,
}


@pytest.mark.parametrize(("language", "text"), TOWN)
def test_a_town_told_elsewhere(language, text, lexicon):
    document = Document(text=f"{text}\n", language=language, published=PUBLISHED, published_from="given")
    assert extract(document, lexicon)[-1].place == TOWN[language, text]
