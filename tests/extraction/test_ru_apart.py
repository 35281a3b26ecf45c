"""Russian: what looks like one contact and is two: other days, other people, other letters."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 2, 20)
HAMAS_RUSSIA = {"Hamas", "Russia"}

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "Хания встретился в Дохе с Богдановым, говорится в заявлении. Вопрос подняли и 3 января на переговорах в МИД.": [
        ("meeting", "held", None, "Doha", HAMAS_RUSSIA, {"Ismail Haniyeh", "Mikhail Bogdanov"}),
        ("meeting", "held", "2024-01-03", None, HAMAS_RUSSIA, set()),
    ],
    "ХАМАС благодарит Москву. 15 февраля Москву посетила делегация палестинцев.": [
        ("visit", "held", "2024-02-15", "Moscow", HAMAS_RUSSIA, set()),
    ],
    "Исмаил Хания находится в Москве во главе делегации движения ХАМАС.": [
        ("visit", "held", None, "Moscow", HAMAS_RUSSIA, {"Ismail Haniyeh"}),
    ],
    "Делегация ХАМАС во главе с Мусой Абу Марзуком прибыла в Каир. Ждут там и самого Исмаила Ханию.": [
        ("visit", "held", None, "Cairo", {"Egypt", "Hamas"}, {"Mousa Abu Marzouk"}),
        ("visit", "planned", None, "Cairo", {"Egypt", "Hamas"}, {"Ismail Haniyeh"}),
    ],
    "Поздравления Владимиру Путину направили Си Цзиньпин и Эбрахим Раиси.": [
        ("message", "held", None, None, {"China", "Russia"}, {"Vladimir Putin", "Xi Jinping"}),
        ("message", "held", None, None, {"Iran", "Russia"}, {"Ebrahim Raisi", "Vladimir Putin"}),
    ],
    "Письмо Владимиру Путину направили Си Цзиньпин и Эбрахим Раиси.": [
        (
            "message",
            "held",
            None,
            None,
            {"China", "Iran", "Russia"},
            {"Ebrahim Raisi", "Vladimir Putin", "Xi Jinping"},
        ),
    ],
    "Что Лавров прилетит в Каир 25 февраля, стало известно в пятницу.": [
        ("visit", "planned", "2024-02-25", "Cairo", {"Egypt", "Russia"}, {"Sergey Lavrov"}),
    ],
    "О том, что Лавров примет Керри, 18 февраля объявил МИД.": [
        ("meeting", "planned", None, None, {"Russia", "United States"}, {"John Kerry", "Sergey Lavrov"}),
    ],
    "15 февраля Лавров принял Ханию. Днем ранее у Лаврова прошли разговоры с Керри и с Хаканом Фиданом.": [
        ("meeting", "held", "2024-02-15", None, HAMAS_RUSSIA, {"Ismail Haniyeh", "Sergey Lavrov"}),
        ("meeting", "held", "2024-02-14", None, {"Russia", "United States"}, {"John Kerry", "Sergey Lavrov"}),
        ("meeting", "held", "2024-02-14", None, {"Russia", "Turkey"}, {"Hakan Fidan", "Sergey Lavrov"}),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_two_contacts_are_told_apart(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
