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
    "Лавров встретился в Москве с Ханией. Предыдущая встреча состоялась 5 мая 2023 года в Дохе.": [
        ("meeting", "held", None, "Moscow", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
        ("meeting", "held", "2023-05-05", "Doha", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Исмаил Хания прибыл в Москву. Предыдущий визит состоялся в мае 2023 года.": [
        ("visit", "held", None, "Moscow", {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
        ("visit", "held", "2023-05", None, {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
    ],
    "О дате договорились на встрече Сергея Лаврова с Исмаилом Ханией в Дохе.": [
        ("meeting", "held", None, "Doha", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Сергей Лавров провел переговоры с Ахмедом аш-Шараа. После встречи Александр Новак сказал, что доволен.": [
        ("meeting", "held", None, None, {"Russia", "Syria"}, {"Sergey Lavrov", "Ahmed al-Sharaa"}),
    ],
    "Сергей Лавров прилетел в четверг в Бамако. Он встретится с президентом Ассими Гойтой.": [
        ("visit", "held", "2024-01-18", "Bamako", {"Mali", "Russia"}, {"Sergey Lavrov"}),
        ("meeting", "planned", "2024-01-18", "Bamako", {"Mali", "Russia"}, {"Sergey Lavrov", "Assimi Goita"}),
    ],
    "Владимир Путин пригласил Исмаила Ханию на переговоры в Москву.": [
        ("meeting", "planned", None, "Moscow", {"Hamas", "Russia"}, {"Vladimir Putin", "Ismail Haniyeh"}),
    ],
    "Али Багери Кани успел побеседовать с Михаилом Галузиным и повидаться с Абу Марзуком.": [
        ("meeting", "held", None, None, {"Iran", "Russia"}, {"Ali Bagheri Kani", "Mikhail Galuzin"}),
        ("meeting", "held", None, None, {"Hamas", "Iran"}, {"Ali Bagheri Kani", "Mousa Abu Marzouk"}),
    ],
    "Исмаил Хания прилетел в Москву. Гостя принял Лавров и напомнил, что союз заключен в 1944 году.": [
        ("visit", "held", None, "Moscow", {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
        ("meeting", "held", None, "Moscow", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Неделю назад Сергей Лавров виделся с Саадом Харири.": [
        ("meeting", "held", "2024-01-12", None, {"Lebanon", "Russia"}, {"Sergey Lavrov", "Saad Hariri"}),
    ],
    "Хакан Фидан вместе с Джоном Керри принял участие в трехсторонних переговорах в Дохе.": [
        ("meeting", "held", None, "Doha", {"Turkey", "United States"}, {"Hakan Fidan", "John Kerry"}),
    ],
    "Исмаил Хания позвонил в Москву.": [
        ("call", "held", None, None, {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
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
