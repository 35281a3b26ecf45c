"""Tours, relative clauses, ordinals and what is handed over, as Arabic newsrooms tell them."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon, published=PUBLISHED):
    return extract(Document(text, "ar", published, "given", title="-"), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


def test_each_country_of_a_tour_is_a_visit(lexicon):
    text = "شملت جولة سيرغي لافروف في ديسمبر 2023 أنقرة وبغداد والدوحة."
    assert {c.place for c in contacts(text, lexicon)} == {"Ankara", "Baghdad", "Doha"}


def test_tour_goes_on_to_what_a_second_verb_says(lexicon):
    text = "وقطر هي المحطة الأولى في جولة لسيرغي لافروف، وتشمل كذلك الكويت ومصر."
    ahead = [c for c in contacts(text, lexicon) if c.status == "planned"]
    assert {frozenset(c.sides) for c in ahead} == {
        frozenset({"Russia", "Kuwait"}),
        frozenset({"Russia", "Egypt"}),
    }


def test_truce_that_comprises_a_country_is_no_tour(lexicon):
    assert contacts("وقال سيرغي لافروف إن الهدنة شملت لبنان وسوريا.", lexicon) == []


def test_tour_of_the_guests_is_not_their_host(lexicon):
    text = "وكانت القاهرة قد استقبلت خالد مشعل يوم الخميس ومعه وفد، ضمن جولة لقيادة الحركة."
    [visit] = contacts(text, lexicon)
    assert (visit.place, set(visit.sides)) == ("Cairo", {"Egypt", "Hamas"})


def test_who_is_described_by_a_clause_acts_in_it(lexicon):
    text = (
        "التقى سيرغي لافروف أمس في موسكو أسعد الشيباني. "
        "وكان في عداد الوفد وزير الدفاع مرهف أبو قصرة، الذي أمضى بدوره ساعة مع نظيره الروسي أندريه بيلوسوف."
    )
    other = contacts(text, lexicon)[-1]
    assert {"Murhaf Abu Qasra", "Andrei Belousov"} <= people(other)
    assert "Sergey Lavrov" not in people(other)


def test_delegation_with_its_leader_between_commas_will_be_in_a_town(lexicon):
    text = "وينتظر أن يكون وفد من حركة حماس، على رأسه خالد مشعل، في العاصمة الروسية الأسبوع المقبل."
    [visit] = contacts(text, lexicon)
    assert (visit.status, visit.place, people(visit)) == ("planned", "Moscow", {"Khaled Mashal"})


@pytest.mark.parametrize("second", ["والثاني مع الوزير سيرغي لافروف", "والثاني كان مع الوزير سيرغي لافروف"])
def test_two_meetings_are_told_by_their_number(second, lexicon):
    text = f"وعقد وفد حماس أمس لقاءين في موسكو، الأول مع ميخائيل بوغدانوف، {second}."
    found = contacts(text, lexicon)
    assert [people(c) for c in found] == [{"Mikhail Bogdanov"}, {"Sergey Lavrov"}]


def test_guests_received_apart_are_two_meetings(lexicon):
    text = "استقبل وزير الخارجية المصري سامح شكري، كلا على حدة، خالد مشعل وعزام الأحمد أمس في القاهرة."
    assert {frozenset(c.sides) for c in contacts(text, lexicon)} == {
        frozenset({"Egypt", "Hamas"}),
        frozenset({"Egypt", "Fatah"}),
    }


def test_who_stands_before_a_verb_of_leading_leads_the_delegation(lexicon):
    text = (
        "وصل وفد من حماس أمس إلى موسكو. "
        "وذكر المصدر أن خالد مشعل يترأس الوفد، وأن الزيارة تهدف إلى توطيد العلاقات."
    )
    [visit] = contacts(text, lexicon)
    assert people(visit) == {"Khaled Mashal"}


def test_visit_that_begins_on_a_day_is_ahead(lexicon):
    text = "ينتظر أن يصل وفد من حماس إلى موسكو الأسبوع المقبل. وقال المصدر إن الزيارة تبدأ يوم الاثنين."
    [visit] = contacts(text, lexicon)
    assert (visit.status, visit.date) == ("planned", "2024-01-22")


def test_goal_of_a_verb_stands_behind_a_long_subject(lexicon):
    text = "اتجه وزير الخارجية في حكومة طالبان المؤقتة، أمير خان متقي، أمس الخميس، إلى تركيا قادما من الدوحة."
    [visit] = contacts(text, lexicon)
    assert set(visit.sides) == {"Taliban", "Turkey"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("سلم السفير الإسرائيلي غاري كورين وزارة الخارجية الروسية كتابا رسميا أمس.", {"Israel", "Russia"}),
        ("أوصلت موسكو إلى حماس أمس قائمة بأسماء المحتجزين.", {"Russia", "Hamas"}),
    ],
)
def test_document_handed_over_is_a_message(text, sides, lexicon):
    [message] = contacts(text, lexicon)
    assert (message.kind, set(message.sides)) == ("message", sides)


def test_what_was_done_later_was_done(lexicon):
    text = "التقى إسماعيل هنية أمس في طهران إبراهيم رئيسي. وفي وقت لاحق استقبل المرشد علي خامنئي هنية."
    assert [c.status for c in contacts(text, lexicon)] == ["held", "held"]


def test_who_comes_to_what_is_planned_has_not_come(lexicon):
    text = "وقالت الوزارة إن سيرغي لافروف سيستقبل يوم الاثنين عباس عراقجي الذي يصل إلى موسكو في زيارة رسمية."
    visit = next(c for c in contacts(text, lexicon) if c.kind == "visit")
    assert (visit.status, visit.place) == ("planned", "Moscow")


def test_second_visit_goes_to_where_the_first_went(lexicon):
    text = (
        "استقبلت موسكو وفدا من حماس في 26 أكتوبر الماضي. "
        "وتلتها زيارة ثانية في 10 يناير لوفد من الحركة برئاسة موسى أبو مرزوق."
    )
    second = contacts(text, lexicon)[-1]
    assert (second.kind, second.place, second.date) == ("visit", "Moscow", "2024-01-10")


def test_delegation_that_a_sentence_names_has_its_members_with_it(lexicon):
    text = (
        "وصل وفد من حماس برئاسة خليل الحية إلى القاهرة أمس. ويضم الوفد زاهر جبارين ومحمد درويش. "
        "كما اجتمع الوفد بالأمين العام للجامعة العربية أحمد أبو الغيط."
    )
    met = contacts(text, lexicon)[-1]
    assert people(met) == {"Khalil al-Hayya", "Zaher Jabarin", "Mohammed Darwish", "Ahmed Aboul Gheit"}


def test_whoever_came_leads_the_delegation_that_is_listed_at_the_end(lexicon):
    text = (
        "وصل إسماعيل هنية أمس إلى موسكو في زيارة رسمية. "
        "وعقد وفد الحركة محادثات مع وزير الخارجية سيرغي لافروف. ويضم الوفد صالح العاروري وماهر صلاح."
    )
    met = next(c for c in contacts(text, lexicon) if c.kind == "meeting")
    assert people(met) == {"Ismail Haniyeh", "Saleh al-Arouri", "Maher Salah", "Sergey Lavrov"}


def test_visiting_delegation_is_not_somebody_else(lexicon):
    text = "الوفد الروسي الزائر نزل بيروت أمس للقاء سعد الحريري."
    visit = next(c for c in contacts(text, lexicon) if c.kind == "visit")
    assert (visit.place, set(visit.sides)) == ("Beirut", {"Russia", "Lebanon"})
