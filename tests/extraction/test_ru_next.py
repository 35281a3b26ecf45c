"""Russian: the contact after the one told, offices in the plural, and days with towns of their own."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 2, 20)
RUSSIA_US = {"Russia", "United States"}
LAVROV_KERRY = {"Sergey Lavrov", "John Kerry"}
ALIYEV_PASHINYAN = {"Ilham Aliyev", "Nikol Pashinyan"}

#: text -> (kind, status, day, town, sides, people) of each entry, in order
READ = {
    "Лавров и Керри провели переговоры в Женеве. Следующий раунд переговоров назначен на 5 марта.": [
        ("meeting", "held", None, "Geneva", RUSSIA_US, LAVROV_KERRY),
        ("meeting", "planned", "2024-03-05", None, RUSSIA_US, LAVROV_KERRY),
    ],
    "Переговоры ФАТХ и ХАМАС прошли в Каире. Очередная встреча состоялась в понедельник в Дохе.": [
        ("meeting", "held", None, "Cairo", {"Fatah", "Hamas"}, set()),
        ("meeting", "held", "2024-02-19", "Doha", {"Fatah", "Hamas"}, set()),
    ],
    "Ильхам Алиев и Никол Пашинян беседовали в Праге. Лидеры двух стран встретились и 5 февраля в Мюнхене.": [
        ("meeting", "held", None, "Prague", {"Armenia", "Azerbaijan"}, ALIYEV_PASHINYAN),
        ("meeting", "held", "2024-02-05", "Munich", {"Armenia", "Azerbaijan"}, ALIYEV_PASHINYAN),
    ],
    "Состоялся телефонный разговор Лаврова с Керри. Министры договорились встретиться в Вене 3 марта.": [
        ("call", "held", None, None, RUSSIA_US, LAVROV_KERRY),
        ("meeting", "planned", "2024-03-03", "Vienna", RUSSIA_US, LAVROV_KERRY),
    ],
    "Товарооборот России и Турции растет. Президенты двух стран встретятся в Анкаре 3 марта.": [
        ("meeting", "planned", "2024-03-03", "Ankara", {"Russia", "Turkey"}, set()),
    ],
    "Лавров принял Керри в Москве. Депутаты и министры обсудили бюджет.": [
        ("meeting", "held", None, "Moscow", RUSSIA_US, LAVROV_KERRY),
    ],
    "Лавров и Керри встречались 6 октября в Праге и 31 октября в Сочи.": [
        ("meeting", "held", "2023-10-06", "Prague", RUSSIA_US, LAVROV_KERRY),
        ("meeting", "held", "2023-10-31", "Sochi", RUSSIA_US, LAVROV_KERRY),
    ],
    "Лавров и Керри встречались 6 октября в Праге, а 31 октября в Сочи министр выступил с речью.": [
        ("meeting", "held", "2023-10-06", "Prague", RUSSIA_US, LAVROV_KERRY),
    ],
    "Лавров побывал в Праге 6 октября и в Берлине 31 октября.": [
        ("visit", "held", "2023-10-06", "Prague", {"Czech Republic", "Russia"}, {"Sergey Lavrov"}),
        ("visit", "held", "2023-10-31", "Berlin", {"Germany", "Russia"}, {"Sergey Lavrov"}),
    ],
    "Переговоры Ильхама Алиева и Никола Пашиняна прошли в городе Прага.": [
        ("meeting", "held", None, "Prague", {"Armenia", "Azerbaijan"}, ALIYEV_PASHINYAN),
    ],
    "Переговоры в Стамбуле, назначенные на среду, проведут делегации Армении и Азербайджана.": [
        ("meeting", "planned", "2024-02-21", "Istanbul", {"Armenia", "Azerbaijan"}, set()),
    ],
    "От визита в Израиль отказался президент Турции Реджеп Тайип Эрдоган.": [
        ("visit", "cancelled", None, None, {"Israel", "Turkey"}, {"Recep Tayyip Erdogan"}),
    ],
    "Это обсудили на встрече властей Армении с делегацией из Турции. В Ереван она прилетела во вторник.": [
        ("meeting", "held", "2024-02-20", "Yerevan", {"Armenia", "Turkey"}, set()),
        ("visit", "held", "2024-02-20", "Yerevan", {"Armenia", "Turkey"}, set()),
    ],
    "Делегация ХАМАС находится в Москве. Первый раз движение приезжало сюда в марте 2006 года.": [
        ("visit", "held", None, "Moscow", {"Hamas", "Russia"}, set()),
        ("visit", "held", "2006-03", "Moscow", {"Hamas", "Russia"}, set()),
    ],
    "Лавров прилетел в Анкару, где планирует провести переговоры с Фиданом.": [
        ("visit", "held", None, "Ankara", {"Russia", "Turkey"}, {"Sergey Lavrov"}),
        ("meeting", "planned", None, "Ankara", {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
    ],
    "Лавров принял Керри в Москве. В Душанбе 25 февраля начнется встреча лидеров стран СНГ.": [
        ("meeting", "held", None, "Moscow", RUSSIA_US, LAVROV_KERRY),
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_what_comes_after_is_a_contact_of_its_own(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, m.place, set(m.sides), {p.name for p in m.participants}) for m in mentions
    ]
    assert found == READ[text]
