"""Russian: talks of several among themselves, and who took part in them."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 2, 20)
KOREAS = {"North Korea", "South Korea"}
FATAH_HAMAS = {"Fatah", "Hamas"}

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "Об этом говорится в заявлении по итогам межкорейских переговоров, состоявшихся в понедельник.": [
        ("meeting", "held", "2024-02-19", None, KOREAS, set()),
    ],
    "В Москве готовится межпалестинская встреча. Она пройдет в конце февраля - начале марта.": [
        ("meeting", "planned", "2024-02-21/2024-03-10~", "Moscow", FATAH_HAMAS, set()),
    ],
    "Лавров и Керри обсудили межафганские переговоры в Дохе.": [
        ("meeting", "held", None, "Doha", {"Russia", "United States"}, {"John Kerry", "Sergey Lavrov"}),
    ],
    "Лавров и Керри встретились. Они затронули тему межкорейского диалога.": [
        ("meeting", "held", None, None, {"Russia", "United States"}, {"John Kerry", "Sergey Lavrov"}),
    ],
    "В Каире завершилась встреча палестинских движений, где кроме ХАМАС участвовали ФАТХ и «Исламский джихад».": [
        ("meeting", "held", None, "Cairo", {*FATAH_HAMAS, "Palestinian Islamic Jihad"}, set()),
    ],
    "В Каире прошла встреча палестинских движений. За стол сели делегаты ФАТХ и ХАМАС.": [
        ("meeting", "held", None, "Cairo", FATAH_HAMAS, set()),
    ],
    "В Каире идет встреча ФАТХ и ХАМАС. Она началась в воскресенье. В ней участвует и НФОП.": [
        ("meeting", "held", "2024-02-18", "Cairo", {*FATAH_HAMAS, "PFLP"}, set()),
    ],
    "В Каире прошла встреча палестинских движений. Это вызвало интерес ФАТХ.": [],
    "Переговоры ФАТХ и ХАМАС прошли в Каире 10 февраля. Ее участников в среду принял Сергей Лавров.": [
        ("meeting", "held", "2024-02-10", "Cairo", FATAH_HAMAS, set()),
        ("meeting", "held", "2024-02-14", "Cairo", FATAH_HAMAS | {"Russia"}, {"Sergey Lavrov"}),
    ],
    "Богданов принял в Москве посланцев ФАТХ. Переговоры о единстве поручены институту. Начнутся они 25 февраля.": [
        ("meeting", "held", None, "Moscow", {"Fatah", "Russia"}, {"Mikhail Bogdanov"}),
    ],
    "Переговоры ФАТХ и ХАМАС прошли в Каире. В среду их примет Сергей Лавров.": [
        ("meeting", "held", None, "Cairo", FATAH_HAMAS, set()),
        ("meeting", "planned", "2024-02-21", "Cairo", FATAH_HAMAS | {"Russia"}, {"Sergey Lavrov"}),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_who_was_at_the_talks(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
