"""When and where a contact was, told by the sentences around it."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday


def contacts(code: str, text: str, lexicon, published: date = PUBLISHED) -> list:
    return extract(Document(text, code, published, "given", title="-"), lexicon)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "On Tuesday, Khaled Meshaal flew to Doha. He met Mikhail Bogdanov."),
        ("id", "Selasa itu, Sergei Lavrov menerima Hakan Fidan di Moskow. Ia juga bertemu Abbas Araghchi."),
        ("ru", "Во вторник Сергей Лавров принял в Москве Хакана Фидана. Встретился он и с Аббасом Аракчи."),
    ],
)
def test_day_that_opens_a_sentence_is_that_of_the_next_one(code, text, lexicon):
    found = contacts(code, text, lexicon)
    assert [entry.date for entry in found] == ["2024-03-12", "2024-03-12"]


def test_what_had_been_before_is_not_of_the_day_of_the_scene(lexicon):
    text = (
        "On Tuesday, Sergei Lavrov received Hakan Fidan. Turkey's intelligence had hosted a Hamas delegation."
    )
    dates = {entry.date for entry in contacts("en", text, lexicon) if "Hamas" in entry.sides}
    assert "2024-03-12" not in dates


def test_who_met_twice_on_one_day_met_in_one_town(lexicon):
    text = (
        "Sergei Lavrov received Hakan Fidan in Sochi on Tuesday. On the same day Lavrov met Abbas Araghchi."
    )
    assert [entry.place for entry in contacts("en", text, lexicon)] == ["Sochi", "Sochi"]


def test_who_met_in_two_towns_on_one_day_leaves_the_third_open(lexicon):
    text = (
        "Sergei Lavrov received Hakan Fidan in Sochi on Tuesday. He talked with Khaled Meshaal in Doha on Tuesday. "
        "Five ministers wrote to him. Nothing came of it. On Tuesday Lavrov met Abbas Araghchi."
    )
    [*_, last] = contacts("en", text, lexicon)
    assert last.place is None


def test_told_sentence_without_parties_still_gives_the_day_counted_from(lexicon):
    text = (
        "Гостей принимали во вторник в Каире. Там же днём позже Сергей Лавров встретился с Хаканом Фиданом."
    )
    [entry] = contacts("ru", text, lexicon)
    assert entry.date == "2024-03-13"


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "Ismail Haniyeh met Sergei Lavrov on Tuesday last week.", "2024-03-05"),
        ("id", "Ismail Haniyeh bertemu Sergei Lavrov pada Selasa pekan lalu.", "2024-03-05"),
        ("ru", "Исмаил Хания встретился с Сергеем Лавровым во вторник на прошлой неделе.", "2024-03-05"),
        ("ar", "التقى إسماعيل هنية سيرغي لافروف يوم الثلاثاء من الأسبوع الماضي.", "2024-03-05"),
        ("en", "Ismail Haniyeh will meet Sergei Lavrov before the end of April.", "2024-03-14/2024-04-30"),
        ("id", "Ismail Haniyeh akan bertemu Sergei Lavrov sebelum akhir April.", "2024-03-14/2024-04-30"),
        ("ru", "Исмаил Хания встретится с Сергеем Лавровым до конца апреля.", "2024-03-14/2024-04-30"),
        ("ar", "سيلتقي إسماعيل هنية سيرغي لافروف قبل نهاية نيسان.", "2024-03-14/2024-04-30"),
        ("en", "Ismail Haniyeh will meet Sergei Lavrov in ten days.", "2024-03-24"),
        ("id", "Ismail Haniyeh akan bertemu Sergei Lavrov sepuluh hari lagi.", "2024-03-24"),
        ("ru", "Исмаил Хания встретится с Сергеем Лавровым через десять дней.", "2024-03-24"),
        (
            "en",
            "A meeting of Ismail Haniyeh and Sergei Lavrov was planned last December but called off.",
            "2023-12",
        ),
        (
            "ru",
            "Встреча Исмаила Хании с Сергеем Лавровым, намеченная на прошлый декабрь, отменена.",
            "2023-12",
        ),
    ],
)
def test_expression_gives_its_days(code, text, day, lexicon):
    [entry] = contacts(code, text, lexicon)
    assert entry.date == day


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two days after meeting Sergei Lavrov in Moscow, Hakan Fidan flew to Cairo on Tuesday."),
        ("en", "Hakan Fidan flew to Cairo on Tuesday, two days after he had met Sergei Lavrov in Moscow."),
        (
            "id",
            "Hakan Fidan mengunjungi Kairo pada Selasa, dua hari setelah bertemu Sergei Lavrov di Moskow.",
        ),
        (
            "ru",
            "Хакан Фидан посетил Каир во вторник, через два дня после встречи с Сергеем Лавровым в Москве.",
        ),
        ("ar", "زار هاكان فيدان القاهرة الثلاثاء، بعد يومين على لقائه سيرغي لافروف في موسكو."),
    ],
)
def test_contact_dated_by_another_is_so_many_days_from_it(code, text, lexicon):
    assert {(e.kind, e.date) for e in contacts(code, text, lexicon)} == {
        ("meeting", "2024-03-10"),
        ("visit", "2024-03-12"),
    }


def test_days_that_talks_lasted_are_no_days_between(lexicon):
    text = "غادر وفد حماس موسكو الثلاثاء بعد ثلاثة أيام من المحادثات مع سيرغي لافروف."
    assert "2024-03-09" not in {entry.date for entry in contacts("ar", text, lexicon)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "Untuk bertemu Hakan Fidan, Khalil al-Hayya tiba di Ankara pada Rabu."),
        ("ru", "Чтобы встретиться с Хаканом Фиданом, Халиль аль-Хайя прилетел в среду в Анкару."),
        ("ru", "На переговоры с Хаканом Фиданом Халиль аль-Хайя прилетел в среду в Анкару."),
        ("ar", "وصل خليل الحية إلى أنقرة الأربعاء للقاء هاكان فيدان."),
    ],
)
def test_what_one_came_for_is_of_the_day_of_the_journey_which_was_made(code, text, lexicon):
    assert {(e.kind, e.status, e.date) for e in contacts(code, text, lexicon)} == {
        ("meeting", "planned", "2024-03-13"),
        ("visit", "held", "2024-03-13"),
    }


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sergei Lavrov will meet Hakan Fidan to discuss the truce that took effect on March 2."),
        (
            "ru",
            "Сергей Лавров встретится с Хаканом Фиданом, чтобы обсудить перемирие, вступившее в силу 2 марта.",
        ),
        ("ar", "سيلتقي سيرغي لافروف هاكان فيدان لبحث الهدنة التي بدأ سريانها في الثاني من مارس."),
    ],
)
def test_what_is_to_come_is_of_no_day_gone_by(code, text, lexicon):
    assert [(e.status, e.date) for e in contacts(code, text, lexicon)] == [("planned", None)]


def test_day_behind_a_relative_clause_with_a_day_of_its_own_is_of_the_verb_before_it(lexicon):
    text = "Sergei Lavrov will meet Hakan Fidan, whom he received on March 2, in Ankara on Friday."
    assert {(e.status, e.date) for e in contacts("en", text, lexicon)} == {
        ("planned", "2024-03-15"),
        ("held", "2024-03-02"),
    }


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        (
            "en",
            "A meeting of Ismail Haniyeh with Mikhail Bogdanov planned for Wednesday fell through.",
            "2024-03-13",
        ),
        (
            "en",
            "Ismail Haniyeh was to have met Mikhail Bogdanov on Wednesday, but the envoy never left.",
            "2024-03-13",
        ),
        (
            "en",
            "A meeting of Ismail Haniyeh with Mikhail Bogdanov on Wednesday was called off.",
            "2024-03-20",
        ),
        ("ru", "Намеченная на среду встреча Исмаила Хании с Михаилом Богдановым сорвалась.", "2024-03-13"),
        ("ru", "Намеченная на среду встреча Исмаила Хании с Михаилом Богдановым не состоится.", "2024-03-20"),
        ("id", "Pertemuan Ismail Haniyeh dan Mikhail Bogdanov pada Rabu urung terlaksana.", "2024-03-13"),
    ],
)
def test_what_came_to_nothing_had_its_day_behind_it(code, text, day, lexicon):
    [entry] = contacts(code, text, lexicon)
    assert (entry.status, entry.date) == ("cancelled", day)


def test_news_that_an_article_opens_with_is_of_the_day_of_the_statement(lexicon):
    text = "Hakan Fidan has flown to Doha. Its foreign ministry said on Tuesday that he stays."
    assert [entry.date for entry in contacts("en", text, lexicon)] == ["2024-03-12"]


def test_news_without_any_day_stays_without_one(lexicon):
    text = "Hakan Fidan has flown to Doha. Its foreign ministry said that he stays."
    assert [entry.date for entry in contacts("en", text, lexicon)] == [None]


def test_a_sentence_with_a_time_of_something_else_dates_its_contact_by_no_statement(lexicon):
    text = "Since the war broke out in October, a Hamas delegation has visited Moscow, the Kremlin said."
    assert [entry.date for entry in contacts("en", text, lexicon)] == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "استقبل سيرغي لافروف في وزارة الخارجية الروسية الاثنين وفد حماس."),
        ("ar", "التقى خالد مشعل سيرغي لافروف في الكرملين الاثنين."),
        ("ru", "В Министерстве иностранных дел Российской Федерации Сергей Лавров принял делегацию ХАМАС."),
    ],
)
def test_house_of_the_host_is_in_his_capital(code, text, lexicon):
    [entry] = contacts(code, text, lexicon)
    assert (entry.place, set(entry.sides)) == ("Moscow", {"Hamas", "Russia"})


def test_ministry_that_only_says_something_is_no_place(lexicon):
    text = "أعلنت وزارة الخارجية الروسية أن سيرغي لافروف التقى خالد مشعل الاثنين."
    assert [entry.place for entry in contacts("ar", text, lexicon)] == [None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sergei Lavrov met Khaled Meshaal in Moscow about the elections that were cancelled."),
        ("ru", "Сергей Лавров встретился с Халедом Машалем и говорил о выборах, которые отменили."),
        ("ar", "التقى سيرغي لافروف خالد مشعل وبحثا الانتخابات التي ألغيت."),
    ],
)
def test_what_was_called_off_in_a_clause_of_its_own_is_not_what_a_verb_tells(code, text, lexicon):
    assert [entry.status for entry in contacts(code, text, lexicon)] == ["held"]


def test_noun_that_a_clause_says_was_called_off_was(lexicon):
    text = "The meeting of Sergei Lavrov with Khaled Meshaal that was cancelled has no new date."
    assert [entry.status for entry in contacts("en", text, lexicon)] == ["cancelled"]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("ru", "На днях делегация ХАМАС встретилась в Каире с Хаканом Фиданом.", ("held", "2024-03")),
        ("ru", "На днях делегация ХАМАС встретится в Каире с Хаканом Фиданом.", ("planned", None)),
    ],
)
def test_days_left_open_are_those_before_or_ahead_as_the_verb_says(code, text, told, lexicon):
    [entry] = contacts(code, text, lexicon)
    assert (entry.status, entry.date) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Khaled Meshaal will be in Moscow for the first time in five years."),
        ("en", "Khaled Meshaal is on his first official visit to Moscow in five years."),
        ("ar", "سيزور خالد مشعل موسكو للمرة الأولى منذ خمس سنوات."),
    ],
)
def test_how_long_it_had_not_been_is_no_date(code, text, lexicon):
    assert [entry.date for entry in contacts(code, text, lexicon)] == [None]


def test_weeks_ahead_behind_the_first_time_are_a_date(lexicon):
    (visit,) = contacts("en", "For the first time Khaled Meshaal will visit Moscow in two weeks.", lexicon)
    assert visit.date is not None
