"""Russian: who was of a delegation, and what else its members did."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 2, 20)
HAMAS_RUSSIA = {"Hamas", "Russia"}
HANIYEH_BOGDANOV = {"Ismail Haniyeh", "Mikhail Bogdanov"}

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "Богданов принял в Москве делегацию ХАМАС. Беседа прошла накануне. Возглавлял делегацию Исмаил Хания.": [
        ("meeting", "held", "2024-02-19", "Moscow", HAMAS_RUSSIA, HANIYEH_BOGDANOV),
    ],
    "Делегация ХАМАС посетила Москву 15 февраля. Делегацией руководил Исмаил Хания. С ней встретился Богданов. "
    "Предыдущая поездка ХАМАС в Россию состоялась в сентябре 2022 года. Тогда ее возглавлял Халед Машаль.": [
        ("visit", "held", "2024-02-15", "Moscow", HAMAS_RUSSIA, {"Ismail Haniyeh"}),
        ("meeting", "held", "2024-02-15", "Moscow", HAMAS_RUSSIA, HANIYEH_BOGDANOV),
        ("visit", "held", "2022-09", None, HAMAS_RUSSIA, {"Khaled Mashal"}),
    ],
    "Делегация ХАМАС прибыла в Москву. Возглавляет делегацию Исмаил Хания. В Каире ХАМАС провел переговоры с ФАТХ.": [
        ("visit", "held", None, "Moscow", HAMAS_RUSSIA, {"Ismail Haniyeh"}),
        ("meeting", "held", None, "Cairo", {"Fatah", "Hamas"}, set()),
    ],
    "В октябре 2023 года Лавров встретился с Ханией. Двумя месяцами раньше с Ханией виделся Путин.": [
        ("meeting", "held", "2023-10", None, HAMAS_RUSSIA, {"Ismail Haniyeh", "Sergey Lavrov"}),
        ("meeting", "held", "2023-08", None, HAMAS_RUSSIA, {"Ismail Haniyeh", "Vladimir Putin"}),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_who_was_of_the_delegation(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
