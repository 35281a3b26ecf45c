"""Russian as newswires write it: days inside noun phrases, people told by a phrase, headlines that are the lead."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "Перед запланированными на март переговорами Сергей Лавров позвонил Хакану Фидану.": [
        ("call", "held", None, None, {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
    ],
    "Накануне намеченной на 31 января встречи Сергей Лавров позвонил Хакану Фидану.": [
        ("call", "held", "2024-01-18", None, {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
    ],
    "О предстоящих переговорах ФАТХ и ХАМАС говорили в Дохе на встрече Сергея Лаврова и Рияда аль-Малики.": [
        ("meeting", "planned", None, "Doha", {"Fatah", "Hamas"}, set()),
        (
            "meeting",
            "held",
            None,
            "Doha",
            {"Palestinian Authority", "Russia"},
            {"Sergey Lavrov", "Riyad al-Maliki"},
        ),
    ],
    "Посол Нофаль сообщил, что визит Исмаила Хании и его переговоры с Сергеем Лавровым отложены.": [
        ("meeting", "cancelled", None, None, {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"}),
    ],
    "Позиция Дмитрия Пескова была в пятницу та же, что у Лиора Хаята.": [],
    "Хакан Фидан был в четверг в Москве.": [
        ("visit", "held", "2024-01-18", "Moscow", {"Russia", "Turkey"}, {"Hakan Fidan"}),
    ],
    "К министру иностранных дел Турции Хакану Фидану приехал российский посол Алексей Ерхов.": [
        ("meeting", "held", None, None, {"Russia", "Turkey"}, {"Hakan Fidan", "Alexey Yerkhov"}),
    ],
    "Из гостиницы делегация ХАМАС отправилась к Сергею Лаврову.": [
        ("meeting", "held", None, None, {"Hamas", "Russia"}, {"Sergey Lavrov"}),
    ],
    "Исмаил Хания пришел к власти в Газе, и Сергей Лавров это признал.": [],
    "Сергей Лавров и Хакан Фидан встретились в Дохе с одним из лидеров движения ХАМАС Халедом Машалем.": [
        (
            "meeting",
            "held",
            None,
            "Doha",
            {"Hamas", "Russia", "Turkey"},
            {"Sergey Lavrov", "Hakan Fidan", "Khaled Mashal"},
        ),
    ],
    "Сергей Лавров принял одного из палестинских лидеров Махмуда Аббаса.": [
        (
            "meeting",
            "held",
            None,
            None,
            {"Palestinian Authority", "Russia"},
            {"Sergey Lavrov", "Mahmoud Abbas"},
        ),
    ],
    "Один из них встретился с Сергеем Лавровым.": [],
    "Исмаил Хания прилетел в Москву. С ним приехали Муса Абу Марзук и Салех аль-Арури.": [
        (
            "visit",
            "held",
            None,
            "Moscow",
            {"Hamas", "Russia"},
            {"Ismail Haniyeh", "Mousa Abu Marzouk", "Saleh al-Arouri"},
        ),
    ],
    "В Москву прибыла делегация ХАМАС: Халед Машаль, Муса Абу Марзук и Сами Хатер.": [
        (
            "visit",
            "held",
            None,
            "Moscow",
            {"Hamas", "Russia"},
            {"Khaled Mashal", "Mousa Abu Marzouk", "Sami Khater"},
        ),
    ],
    "Сергей Лавров принял Халеда Машаля. Рядом с гостем сидели Муса Абу Марзук и Сами Хатер.": [
        (
            "meeting",
            "held",
            None,
            None,
            {"Hamas", "Russia"},
            {"Sergey Lavrov", "Khaled Mashal", "Mousa Abu Marzouk", "Sami Khater"},
        ),
    ],
    "Сергей Лавров встретился с Халедом Машалем. На встрече присутствовал Михаил Богданов.": [
        (
            "meeting",
            "held",
            None,
            None,
            {"Hamas", "Russia"},
            {"Sergey Lavrov", "Khaled Mashal", "Mikhail Bogdanov"},
        ),
    ],
    "Лавров встретился с Машалем. С российской стороны присутствовал Богданов, с палестинской Муса Абу Марзук.": [
        (
            "meeting",
            "held",
            None,
            None,
            {"Hamas", "Russia"},
            {"Sergey Lavrov", "Khaled Mashal", "Mikhail Bogdanov", "Mousa Abu Marzouk"},
        ),
    ],
    "Махмуд Аббас прилетел в Москву. С ним встретился Сергей Лавров.": [
        ("visit", "held", None, "Moscow", {"Palestinian Authority", "Russia"}, {"Mahmoud Abbas"}),
        (
            "meeting",
            "held",
            None,
            "Moscow",
            {"Palestinian Authority", "Russia"},
            {"Sergey Lavrov", "Mahmoud Abbas"},
        ),
    ],
    "Владимир Путин и Реджеп Эрдоган по телефону обсудили итоги переговоров в Женеве между Ираном и США.": [
        ("call", "held", None, None, {"Russia", "Turkey"}, {"Vladimir Putin", "Recep Tayyip Erdogan"}),
        ("meeting", "held", None, "Geneva", {"Iran", "United States"}, set()),
    ],
    "Сергей Лавров обсудил с Хаканом Фиданом подготовку визита Реджепа Эрдогана в Москву на полях форума в Анталье.": [
        ("meeting", "held", None, "Antalya", {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
        (
            "visit",
            "planned",
            None,
            "Moscow",
            {"Russia", "Turkey"},
            {"Recep Tayyip Erdogan", "Hakan Fidan"},
        ),
    ],
    "Сергей Лавров встречался с Исмаилом Ханией 5 мая и 12 сентября 2022 года.": [
        ("meeting", "held", "2022-05-05", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
        ("meeting", "held", "2022-09-12", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Сергей Лавров встречался с Исмаилом Ханией 5 и 6 мая 2022 года.": [
        (
            "meeting",
            "held",
            "2022-05-05/2022-05-06",
            None,
            {"Hamas", "Russia"},
            {"Sergey Lavrov", "Ismail Haniyeh"},
        ),
    ],
    "Богданов заявил в пятницу, 12 января, в начале мая в Москве состоится встреча Рияда аль-Малики с Ханией.": [
        (
            "meeting",
            "planned",
            "2024-05-01/2024-05-10~",
            "Moscow",
            {"Hamas", "Palestinian Authority"},
            {"Riyad al-Maliki", "Ismail Haniyeh"},
        ),
    ],
    "Делегация палестинского движения во главе с Мусой Абу Марзуком встретилась с Михаилом Богдановым.": [
        ("meeting", "held", None, None, {"Hamas", "Russia"}, {"Mousa Abu Marzouk", "Mikhail Bogdanov"}),
    ],
    "В четверг газета писала о плане примирения. Россия ведет переговоры с ХАМАС в Москве.": [
        ("meeting", "held", None, "Moscow", {"Hamas", "Russia"}, set()),
    ],
    "Израиль не считает контакты с Турцией угрозой.": [],
}


def _read(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    return [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_a_phrase_tells_when_and_who(text, lexicon):
    assert _read(text, lexicon) == READ[text]


def test_a_headline_that_the_text_goes_on_from_tells_a_contact(lexicon):
    document = Document(
        "Делегация ХАМАС прибыла в Москву\nОб этом сообщает МИД РФ.", "ru", PUBLISHED, "given"
    )
    assert [(m.kind, m.place) for m in extract(document, lexicon)] == [("visit", "Moscow")]


def test_a_headline_above_other_news_tells_none(lexicon):
    document = Document(
        "Делегация ХАМАС прибыла в Москву\nПогода ясная. Об этом сообщили.", "ru", PUBLISHED, "given"
    )
    assert extract(document, lexicon) == []
