"""Russian: what stands in a clause of its own is told of nothing outside it, and what is past has happened."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "В Дохе, куда Сергей Лавров прилетел в среду, прошла его беседа с Исмаилом Ханией.": [
        ("visit", "held", "2024-01-17", "Doha", {"Qatar", "Russia"}, {"Sergey Lavrov"}),
        ("meeting", "held", "2024-01-17", "Doha", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Сергей Лавров, в субботу прилетевший в Дамаск, принял Исмаила Ханию.": [
        ("visit", "held", "2024-01-13", "Damascus", {"Russia", "Syria"}, {"Sergey Lavrov"}),
        (
            "meeting",
            "held",
            "2024-01-13",
            "Damascus",
            {"Hamas", "Russia"},
            {"Sergey Lavrov", "Ismail Haniyeh"},
        ),
    ],
    "С Исмаилом Ханией беседовал Хакан Фидан, а после войны с Израилем Газа опустела.": [
        ("meeting", "held", None, None, {"Hamas", "Turkey"}, {"Hakan Fidan", "Ismail Haniyeh"}),
    ],
    "Сергей Лавров встретился с Исмаилом Ханией, возглавившим движение в 2017 году.": [
        ("meeting", "held", None, None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Встреча Сергея Лаврова с Исмаилом Ханией, состоявшаяся 15 января в Дохе, была короткой.": [
        ("meeting", "held", "2024-01-15", "Doha", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Посол РФ в Ливане Александр Рудаков провел переговоры с Исмаилом Ханией.": [
        ("meeting", "held", None, None, {"Hamas", "Russia"}, {"Alexander Rudakov", "Ismail Haniyeh"}),
    ],
    "В Каир прибыл Исмаил Хания, ему предстоят переговоры с Хаканом Фиданом.": [
        ("visit", "held", None, "Cairo", {"Egypt", "Hamas"}, {"Ismail Haniyeh"}),
        ("meeting", "planned", None, "Cairo", {"Hamas", "Turkey"}, {"Ismail Haniyeh", "Hakan Fidan"}),
    ],
    "Сергей Лавров хочет, чтобы Исмаил Хания приехал в Москву.": [
        ("visit", "planned", None, "Moscow", {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
    ],
    "Исмаил Хания посетит Москву, сообщил в среду МИД.": [
        ("visit", "planned", None, "Moscow", {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
    ],
    "Ни один представитель ХАМАС в Индии не бывал.": [],
    "Была ли у Исмаила Хании встреча с Сергеем Лавровым, не сообщают.": [],
    "Палестинцев возглавляет Муса Абу Марзук из ХАМАС. Вчера их принимал Михаил Богданов.": [
        (
            "meeting",
            "held",
            "2024-01-18",
            None,
            {"Hamas", "Russia"},
            {"Mikhail Bogdanov", "Mousa Abu Marzouk"},
        ),
    ],
    "Амир Хан Муттаки прилетел в Дели. В мае 2023 года с афганцем беседовал Викрам Мисри.": [
        ("visit", "held", None, "Delhi", {"India", "Taliban"}, {"Amir Khan Muttaqi"}),
        ("meeting", "held", "2023-05", None, {"India", "Taliban"}, {"Vikram Misri", "Amir Khan Muttaqi"}),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_a_clause_tells_of_what_is_in_it(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
