"""Who is of a delegation and which town received it, as Arabic newsrooms tell it."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon):
    return extract(Document(text, "ar", PUBLISHED, "given", title="-"), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


def test_who_leads_a_delegation_whose_side_was_told_before_took_part(lexicon):
    [met] = contacts("قالت حماس إن وفدا بقيادة إسماعيل هنية التقى عباس كامل أمس في القاهرة.", lexicon)
    assert people(met) == {"Ismail Haniyeh", "Abbas Kamel"}


def test_list_of_a_delegation_goes_with_who_led_it(lexicon):
    text = (
        "قالت حماس إن وفدا برئاسة إسماعيل هنية التقى عباس كامل أمس في القاهرة. "
        "وذكرت الحركة أن وفدها ضم أيضا كلا من صالح العاروري وخليل الحية."
    )
    [met] = contacts(text, lexicon)
    assert people(met) == {"Ismail Haniyeh", "Abbas Kamel", "Saleh al-Arouri", "Khalil al-Hayya"}


def test_statement_that_reached_an_outlet_travelled_nowhere(lexicon):
    text = 'التقى إسماعيل هنية عباس كامل أمس. وقالت حماس في تصريح الخميس وصل "صفا" إن وفدها راض عن القاهرة.'
    assert [c.kind for c in contacts(text, lexicon)] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل خالد مشعل في الدوحة أمس غيرهارد زومر السفير الألماني لدى قطر.",
        "والتقى خالد مشعل في مكتبه بالدوحة يوم الخميس غيرهارد زومر وزير خارجية ألمانيا.",
    ],
)
def test_name_between_a_day_or_town_and_its_title_is_a_name(text, lexicon):
    [met] = contacts(text, lexicon)
    assert set(met.sides) == {"Hamas", "Germany"}
    assert len(met.participants) == 2


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("وكانت القاهرة قد استقبلت خالد مشعل يوم الخميس ومعه وفد من المكتب السياسي.", "held", "2024-01-18"),
        ("وكانت العاصمة المصرية قد استقبلت الثلاثاء وفدا من حماس برئاسة خالد مشعل.", "held", "2024-01-16"),
        (
            "وقالت الوزارة إن العاصمة المصرية ستستقبل الاثنين المقبل وفدا من حماس على رأسه خالد مشعل.",
            "planned",
            "2024-01-22",
        ),
    ],
)
def test_who_is_received_by_a_town_visits_it(text, status, day, lexicon):
    [visit] = contacts(text, lexicon)
    assert (visit.kind, visit.status, visit.date, visit.place) == ("visit", status, day, "Cairo")
    assert people(visit) == {"Khaled Mashal"}


def test_town_that_somebody_receives_in_is_no_host(lexicon):
    [met] = contacts("وفي العاصمة القطرية استقبل خالد مشعل أمس سيرغي لافروف.", lexicon)
    assert (met.kind, met.place) == ("meeting", "Doha")


def test_comment_on_a_meeting_is_no_plan_of_one(lexicon):
    [met] = contacts(
        "وقال المتحدث تعليقا على اللقاء الذي عقده سيرغي لافروف يوم الخميس مع خالد مشعل إنه كان مفيدا.",
        lexicon,
    )
    assert (met.status, met.date) == ("held", "2024-01-18")


def test_visit_that_somebody_will_make_is_planned(lexicon):
    [visit] = contacts("وأعلنت الوزارة عن زيارة رسمية سيقوم بها سيرغي لافروف إلى الدوحة.", lexicon)
    assert visit.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "ويقيم خالد مشعل في الدوحة منذ خروجه من دمشق.",
        "وقال سيرغي لافروف إن محمود عباس اطلع على النص ورحب به.",
        "اتفق بدر عبد العاطي وهاكان فيدان على تكثيف المشاورات وتبادل الزيارات واللقاءات.",
        "وشملت الدعوة فصائل موجودة في سوريا ولبنان، فضلا عن حركة فتح.",
    ],
)
def test_residence_welcome_of_a_text_and_exchanges_of_visits_tell_no_journey(text, lexicon):
    assert [c for c in contacts(text, lexicon) if c.kind == "visit" or "Russia" in c.sides] == []


def test_own_embassy_is_no_other_side(lexicon):
    text = "وصل سيرغي لافروف إلى دمشق أمس، واجتمع بأركان السفارة الروسية فيها."
    assert [c.kind for c in contacts(text, lexicon)] == ["visit"]
