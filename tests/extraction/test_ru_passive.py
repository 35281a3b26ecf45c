"""Russian: who did what a passive participle says, and offices that several words tell."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 2, 20)
HAMAS_RUSSIA = {"Hamas", "Russia"}

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "С представителями ХАМАС российскими дипломатами проведены в Дохе консультации.": [
        ("meeting", "held", None, "Doha", HAMAS_RUSSIA, set()),
    ],
    "Телефонные разговоры проведены Сергеем Лавровым с Исмаилом Ханией и с Джоном Керри.": [
        ("call", "held", None, None, HAMAS_RUSSIA, {"Sergey Lavrov", "Ismail Haniyeh"}),
        ("call", "held", None, None, {"Russia", "United States"}, {"Sergey Lavrov", "John Kerry"}),
    ],
    "Список пленных, о которых шла речь, передан «Хамас» МИДом России.": [
        ("message", "held", None, None, HAMAS_RUSSIA, set()),
    ],
    "Исмаилу Хании передан Каиром план перемирия.": [
        ("message", "held", None, None, {"Egypt", "Hamas"}, {"Ismail Haniyeh"}),
    ],
    "Тела заложников переданы Израилю боевиками ХАМАС.": [],
    "План передан Исмаилу Хании.": [],
    "Переговоры Сергея Лаврова с наследным принцем Саудовской Аравии Мухаммедом бен Салманом прошли в Эр-Рияде.": [
        (
            "meeting",
            "held",
            None,
            "Riyadh",
            {"Russia", "Saudi Arabia"},
            {"Sergey Lavrov", "Mohammed bin Salman"},
        ),
    ],
    "Лавров беседовал с членом исполкома ООП и ЦК ФАТХ Аззамом аль-Ахмадом.": [
        ("meeting", "held", None, None, {"Fatah", "Russia"}, {"Azzam al-Ahmad", "Sergey Lavrov"}),
    ],
    "Сергей Лавров встретился с лидером ХАМАС и министром Турции Хаканом Фиданом.": [
        ("meeting", "held", None, None, HAMAS_RUSSIA, {"Sergey Lavrov"}),
        ("meeting", "held", None, None, {"Russia", "Turkey"}, {"Hakan Fidan", "Sergey Lavrov"}),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_who_acts_stands_in_the_instrumental(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
