"""Russian: case, not order, says who met whom; participles, plural counterparts, and events told before."""

from datetime import date

import pytest

from articles.extraction import Document, extract
from articles.extraction.words.folders import read_folder
from articles.extraction.words.inflection import Inflection
from articles.extraction.words.language import FOLDER

PUBLISHED = date(2024, 1, 19)

#: text -> (kind, status, day, sides, people) of each entry, in order
READ = {
    "Исмаил Хания говорил с Хаканом Фиданом, который неожиданно посетил Каир.": [
        ("meeting", "held", None, {"Hamas", "Turkey"}, {"Ismail Haniyeh", "Hakan Fidan"}),
        ("visit", "held", None, {"Egypt", "Turkey"}, {"Hakan Fidan"}),
    ],
    "Палестинские движения ХАМАС и ФАТХ начали встречу в Каире.": [
        ("meeting", "held", None, {"Fatah", "Hamas"}, set())
    ],
    "В понедельник Сергей Лавров встретился с Исмаилом Ханией, а во вторник — с Хаканом Фиданом.": [
        ("meeting", "held", "2024-01-15", {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
        ("meeting", "held", "2024-01-16", {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
    ],
    "В Москву 15 января прилетел Исмаил Хания, а 16 января — Хакан Фидан.": [
        ("visit", "held", "2024-01-15", {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
        ("visit", "held", "2024-01-16", {"Russia", "Turkey"}, {"Hakan Fidan"}),
    ],
    "Сергей Лавров принял Исмаила Ханию — лидера движения, которое правит Газой.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"})
    ],
    "После мартовского визита в Анкару Сергей Лавров позвонил Исмаилу Хании.": [
        ("visit", "held", "2023-03", {"Russia", "Turkey"}, {"Sergey Lavrov"}),
        ("call", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Накануне своего визита в Анкару Сергей Лавров поговорил по телефону с Хаканом Фиданом.": [
        ("visit", "planned", None, {"Russia", "Turkey"}, {"Sergey Lavrov"}),
        ("call", "held", None, {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"}),
    ],
    "Мухаммад Раад прибыл в Москву. В среду с Раадом встретился Сергей Лавров.": [
        ("visit", "held", "2024-01-17", {"Hezbollah", "Russia"}, {"Mohammad Raad"}),
        ("meeting", "held", "2024-01-17", {"Hezbollah", "Russia"}, {"Mohammad Raad", "Sergey Lavrov"}),
    ],
    "Делегация ХАМАС высокого уровня во главе с лидером переговорной группы Исмаилом Ханией прибыла в Каир.": [
        ("visit", "held", None, {"Egypt", "Hamas"}, {"Ismail Haniyeh"})
    ],
    "До Израиля Хакан Фидан посетил Иорданию и Катар.": [
        ("visit", "held", None, {"Jordan", "Turkey"}, {"Hakan Fidan"}),
        ("visit", "held", None, {"Qatar", "Turkey"}, {"Hakan Fidan"}),
    ],
    "Хакан Фидан принял Исмаила Ханию, который в мае прошлого года возглавил движение.": [
        ("meeting", "held", None, {"Hamas", "Turkey"}, {"Hakan Fidan", "Ismail Haniyeh"})
    ],
    "Хакан Фидан прибыл в Москву. Запланированы двусторонние переговоры с Сергеем Лавровым.": [
        ("visit", "held", None, {"Russia", "Turkey"}, {"Hakan Fidan"}),
        ("meeting", "planned", None, {"Russia", "Turkey"}, {"Hakan Fidan", "Sergey Lavrov"}),
    ],
    "Министр промышленности и торговли РФ Антон Носов встретился в Дохе с главой Генштаба Турции.": [
        ("meeting", "held", None, {"Russia", "Turkey"}, {"Антон Носов"})
    ],
    "В Москву прибыл глава Министерства иностранных дел Ирана Аббас Аракчи.": [
        ("visit", "held", None, {"Iran", "Russia"}, {"Abbas Araghchi"})
    ],
    "Сергей Лавров говорил с заместителем премьера, министром информации, членом ЦК ФАТХ Аззамом Ахмадом.": [
        ("meeting", "held", None, {"Fatah", "Russia"}, {"Sergey Lavrov", "Azzam al-Ahmad"})
    ],
    "Состоялись телефонные разговоры Сергея Лаврова с Аззамом Ахмадом и Исмаилом Ханией.": [
        ("call", "held", None, {"Fatah", "Russia"}, {"Sergey Lavrov", "Azzam al-Ahmad"}),
        ("call", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"}),
    ],
    "Исмаил Хания отменил визит в Москву. Он должен был прилететь в Москву 15 января.": [
        ("visit", "cancelled", "2024-01-15", {"Hamas", "Russia"}, {"Ismail Haniyeh"})
    ],
    "Сергей Лавров позвонил Исмаилу Хании. Он поздравил Исмаила Ханию с праздником.": [
        ("call", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"})
    ],
    "Это третья встреча Сергея Лаврова с Исмаилом Ханией в этом году.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"})
    ],
    "Хакан Фидан прибыл в Каракас. Там он встретится в среду с президентом страны Хуаном Гомесом.": [
        ("visit", "held", None, {"Turkey", "Venezuela"}, {"Hakan Fidan"}),
        ("meeting", "planned", "2024-01-24", {"Turkey", "Venezuela"}, {"Hakan Fidan", "Хуан Гомес"}),
    ],
    "Москва ожидает визит Исмаила Хании на следующей неделе.": [
        ("visit", "planned", "2024-01-22/2024-01-28", {"Hamas", "Russia"}, {"Ismail Haniyeh"})
    ],
    "Исмаил Хания, который с понедельника находится в Каире, просит разрешить ему поездку в Москву.": [
        ("visit", "held", "2024-01-15", {"Egypt", "Hamas"}, {"Ismail Haniyeh"}),
        ("visit", "planned", None, {"Hamas", "Russia"}, {"Ismail Haniyeh"}),
    ],
    "Сергей Лавров принял в Москве посланника Дональда Трампа Стива Уиткоффа.": [
        ("meeting", "held", None, {"Russia", "United States"}, {"Sergey Lavrov", "Steve Witkoff"})
    ],
    "Сергей Лавров принял Стива Уиткоффа, посланника Дональда Трампа, в Москве.": [
        ("meeting", "held", None, {"Russia", "United States"}, {"Sergey Lavrov", "Steve Witkoff"})
    ],
    "В Москве с помощником Махмуда Аббаса Юсуфом Халиди беседовал Сергей Лавров.": [
        ("meeting", "held", None, {"Palestinian Authority", "Russia"}, {"Sergey Lavrov", "Юсуф Халиди"})
    ],
    "После беседы с Сергеем Лавровым, которая заняла час, Хакан Фидан дал интервью.": [
        ("meeting", "held", None, {"Russia", "Turkey"}, {"Sergey Lavrov", "Hakan Fidan"})
    ],
    "Как сообщил в среду Дмитрий Песков, Сергей Лавров принял Исмаила Ханию во вторник.": [
        ("meeting", "held", "2024-01-16", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"})
    ],
    "Сергей Лавров провел в среду долгий телефонный разговор с Исмаилом Ханией.": [
        ("call", "held", "2024-01-17", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"})
    ],
    "Представители афганского правительства встретились в Дохе с талибами (движение запрещено в РФ).": [
        ("meeting", "held", None, {"Afghanistan", "Taliban"}, set())
    ],
    "Исмаила Ханию в Москве принял Сергей Лавров.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"})
    ],
    "С заместителем главы МИД РФ Михаилом Богдановым в среду в Москве встретился Муса Абу Марзук.": [
        ("meeting", "held", "2024-01-17", {"Hamas", "Russia"}, {"Mousa Abu Marzouk", "Mikhail Bogdanov"})
    ],
    "17 января у Михаила Богданова прошли телефонные разговоры с Аззамом Ахмадом и с Мусой Абу Марзуком.": [
        ("call", "held", "2024-01-17", {"Fatah", "Russia"}, {"Azzam al-Ahmad", "Mikhail Bogdanov"}),
        ("call", "held", "2024-01-17", {"Hamas", "Russia"}, {"Mousa Abu Marzouk", "Mikhail Bogdanov"}),
    ],
    "Делегацию ХАМАС завтра примет в Москве Михаил Богданов.": [
        ("meeting", "planned", "2024-01-20", {"Hamas", "Russia"}, {"Mikhail Bogdanov"})
    ],
    "На 25 января назначен приезд в Москву делегации ХАМАС. Визит перенесли, не назвав новой даты.": [
        ("visit", "cancelled", "2024-01-25", {"Hamas", "Russia"}, set())
    ],
    "12 января, пятница. Переговоры Сергея Лаврова с Исмаилом Ханией в Москве.": [
        ("meeting", "held", "2024-01-12", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"})
    ],
    "Лавров обсудил с журналистами результаты переговоров в Дохе.": [],
    "В МИД РФ прошли консультации с делегацией ХАМАС.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, set())
    ],
    "Владимиру Путину предстоит встретиться с Исмаилом Ханией.": [
        ("meeting", "planned", None, {"Hamas", "Russia"}, {"Vladimir Putin", "Ismail Haniyeh"})
    ],
    "Сергею Лаврову поступил звонок от Исмаила Хании.": [
        ("call", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"})
    ],
    "Сергей Лавров обсудил положение в Газе с Исмаилом Ханией по телефону.": [
        ("call", "held", None, {"Hamas", "Russia"}, {"Sergey Lavrov", "Ismail Haniyeh"})
    ],
    "В письме Владимиру Путину Исмаил Хания поблагодарил Россию.": [
        ("message", "held", None, {"Hamas", "Russia"}, {"Vladimir Putin", "Ismail Haniyeh"})
    ],
    "Михаил Богданов встретился с президентом Таджикистана Эмомали Рахмоном.": [
        ("meeting", "held", None, {"Russia", "Tajikistan"}, {"Mikhail Bogdanov", "Emomali Rahmon"})
    ],
    "17 января Исмаил Хания встретился с Владимиром Путиным, писали газеты. В Кремле это опровергли.": [
        ("meeting", "denied", "2024-01-17", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Vladimir Putin"})
    ],
    "Встреча Сергея Лаврова с Исмаилом Ханией, которая была запланирована на 25 января, не состоится.": [
        ("meeting", "cancelled", "2024-01-25", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"})
    ],
    "Исмаил Хания встретился не с Владимиром Путиным, а с Сергеем Лавровым.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"}),
        ("meeting", "denied", None, {"Hamas", "Russia"}, {"Ismail Haniyeh", "Vladimir Putin"}),
    ],
    "17 января Исмаил Хания встретился с Сергеем Лавровым, но не с Владимиром Путиным.": [
        ("meeting", "held", "2024-01-17", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Sergey Lavrov"}),
        ("meeting", "denied", "2024-01-17", {"Hamas", "Russia"}, {"Ismail Haniyeh", "Vladimir Putin"}),
    ],
    "Принял Исмаила Ханию, как сообщили в ХАМАС, заместитель министра Михаил Богданов.": [
        ("meeting", "held", None, {"Hamas", "Russia"}, {"Ismail Haniyeh", "Mikhail Bogdanov"})
    ],
    "В Москву прибыла делегация ливанской «Хезболлы».": [
        ("visit", "held", None, {"Hezbollah", "Russia"}, set())
    ],
    "В Кремле не располагают информацией о встрече Владимира Путина с лидером ХАМАС.": [
        ("meeting", "denied", None, {"Hamas", "Russia"}, {"Vladimir Putin"})
    ],
}


@pytest.mark.parametrize("text", READ, ids=lambda text: text[:40])
def test_case_says_who_met_whom(text, lexicon):
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    found = [
        (m.kind, m.status, m.date, set(m.sides), {person.name for person in m.participants}) for m in mentions
    ]
    assert found == READ[text]


@pytest.mark.parametrize(
    ("name", "form", "case"),
    [
        ("Исмаил Хания", "Исмаилом Ханией", "ins"),
        ("Халиль аль-Хайя", "Халилем аль-Хайя", "ins"),
        ("Сергей Лавров", "Сергею Лаврову", "dat"),
        ("Муса Абу Марзук", "Мусы Абу Марзука", "gen"),
        ("Валентина Матвиенко", "Валентину Матвиенко", "acc"),
    ],
)
def test_names_bend_in_every_word_that_can(name, form, case):
    inflection = Inflection(read_folder(FOLDER / "ru")["morphology.toml"]["paradigm"])
    forms = dict(inflection.phrase(name.split(), of="name"))
    assert case in forms[form]


@pytest.mark.parametrize(
    ("written", "case", "name"),
    [
        ("Мохаммадом Абдул Кабиром", "ins", "Мохаммад Абдул Кабир"),
        ("Хусейна Авад Али", "gen", "Хусейн Авад Али"),
        ("Марии Захаровой", "gen", "Мария Захарова"),
        ("Фаруком Каддуми", "ins", "Фарук Каддуми"),
        ("Джибриля Ибрагима", "gen", "Джибриль Ибрагим"),
    ],
)
def test_a_name_that_no_list_holds_is_given_as_a_dictionary_has_it(written, case, name):
    inflection = Inflection(read_folder(FOLDER / "ru")["morphology.toml"]["paradigm"])
    assert inflection.nominative(written.split(), frozenset({case})) == name.split()
    assert inflection.nominative(written.split(), frozenset()) == written.split()


def test_an_abbreviation_may_stay_as_it_is():
    inflection = Inflection(read_folder(FOLDER / "ru")["morphology.toml"]["paradigm"])
    forms = {form for form, _ in inflection.phrase(["МИД", "РФ"], of="noun")}
    assert {"МИД РФ", "МИДа РФ", "МИДом РФ"} <= forms
    assert all(form.endswith(" РФ") for form in forms)


def test_the_headline_says_where_its_news_was(lexicon):
    text = (
        "Лавров и Хания поговорили в Казани\n\nСергей Лавров принял Исмаила Ханию в среду. Подробностей нет."
    )
    document = Document(text, "ru", PUBLISHED, "given", title="Лавров и Хания поговорили в Казани")
    [mention] = extract(document, lexicon)
    place = next(e for e in mention.evidence if e.field == "place")
    assert (mention.place, place.quote, place.derivation) == ("Kazan", "Казани", "headline")


def test_talks_that_were_held_stay_held_whatever_the_talks_are_said_to_be(lexicon):
    text = (
        "Сергей Лавров провел в Москве переговоры с Исмаилом Ханией. "
        "На этих переговорах планировалось обсуждение перемирия."
    )
    [mention] = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    assert mention.status == "held"


def test_of_the_places_before_where_the_last_is_meant(lexicon):
    text = "Хакан Фидан прилетел в Доху из Каира, где накануне встретился с Исмаилом Ханией."
    mentions = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    assert [m.place for m in mentions if m.kind == "meeting"] == ["Cairo"]


def test_the_ministry_of_another_state_is_not_at_home(lexicon):
    text = "Хакан Фидан принял Исмаила Ханию в здании Министерства иностранных дел Ирана."
    [mention] = extract(Document(text, "ru", PUBLISHED, "given", title="-"), lexicon)
    assert (mention.place, mention.country) == (None, "IR")
