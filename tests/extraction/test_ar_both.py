"""Whom duals and pronouns stand for, and whose a delegation is, as Arabic newsrooms tell it."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon, published=PUBLISHED):
    return extract(Document(text, "ar", published, "given", title="-"), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


def test_capital_behind_a_title_and_whose_it_is_is_where_one_went(lexicon):
    text = "وفي 10 يناير، زار خالد مشعل رئيس المكتب السياسي لحركة حماس أنقرة."
    [visit] = contacts(text, lexicon)
    assert (visit.kind, visit.place, set(visit.sides)) == ("visit", "Ankara", {"Hamas", "Turkey"})


@pytest.mark.parametrize(
    ("whole", "surname"),
    [("محمد عبد السلام", "عبد السلام"), ("محمد عبد السلام", "عبدالسلام"), ("محمد عبدالسلام", "وعبد السلام")],
)
def test_surname_of_two_words_is_known_however_it_is_spaced(whole, surname, lexicon):
    text = f"قال {whole} إن جماعة الحوثي مستعدة. والتقى {surname} أمس في طهران علي لاريجاني."
    [met] = contacts(text, lexicon)
    assert people(met) == {"Mohammed Abdulsalam", "Ali Larijani"}


def test_country_behind_a_delegation_is_whose_it_is(lexicon):
    [met] = contacts("التقى سيرغي لافروف أمس في موسكو وفدا من أرمينيا.", lexicon)
    assert set(met.sides) == {"Russia", "Armenia"}


def test_two_delegations_of_two_countries_met(lexicon):
    [met] = contacts("عقد أمس في جنيف لقاء بين وفدين من أرمينيا وأذربيجان.", lexicon)
    assert set(met.sides) == {"Armenia", "Azerbaijan"}


def test_town_that_a_delegation_came_from_is_not_whose_it_is(lexicon):
    found = contacts("عاد وفد حماس من القاهرة أمس والتقى في الدوحة السفير سيرغي لافروف.", lexicon)
    assert all("Egypt" not in c.sides for c in found if c.kind == "meeting")


def test_participle_behind_a_comma_says_where_somebody_is(lexicon):
    text = "وأكد ذلك القيادي في حركة حماس خالد مشعل، الموجود في تركيا على رأس وفد من الحركة."
    [visit] = contacts(text, lexicon)
    assert (set(visit.sides), people(visit)) == ({"Hamas", "Turkey"}, {"Khaled Mashal"})


def test_capital_right_behind_a_verb_of_reaching_is_the_goal(lexicon):
    text = "والتقى سيرغي لافروف خالد مشعل أمس. وكان مشعل قد بلغ موسكو الأربعاء."
    visit = next(c for c in contacts(text, lexicon) if c.kind == "visit")
    assert (visit.place, visit.date) == ("Moscow", "2024-01-17")


def test_partner_behind_a_preposition_said_again_was_met_apart(lexicon):
    text = (
        "واجتمع خالد مشعل أمس في الدوحة بوزير الخارجية التركي هاكان فيدان وبالمبعوث الروسي ميخائيل بوغدانوف."
    )
    assert {frozenset(c.sides) for c in contacts(text, lexicon)} == {
        frozenset({"Hamas", "Turkey"}),
        frozenset({"Hamas", "Russia"}),
    }


def test_what_some_did_beside_a_meeting_of_many_is_a_meeting_of_its_own(lexicon):
    text = (
        "اجتمع أمس في موسكو وزير الخارجية التركي هاكان فيدان ونظيراه الروسي سيرغي لافروف والإيراني عباس عراقجي. "
        "وعلى هامش الاجتماع كان للوزير التركي لقاء ثنائي مع نظيره الروسي."
    )
    aside = [c for c in contacts(text, lexicon) if set(c.sides) == {"Turkey", "Russia"}]
    assert [people(c) for c in aside] == [{"Hakan Fidan", "Sergey Lavrov"}]


def test_his_ministry_is_no_visit(lexicon):
    assert contacts("وأشاد خالد مشعل بجهود سيرغي لافروف وكبار مسؤولي وزارته.", lexicon) == []


@pytest.mark.parametrize(
    "text",
    [
        "ألغت إسرائيل لقاء كان مقررا ليل الخميس مع صائب عريقات.",
        "تعذر عقد لقاء بين صائب عريقات وبنيامين نتنياهو في القدس الخميس.",
    ],
)
def test_what_was_called_off_for_yesterday_is_not_of_next_week(text, lexicon):
    [met] = contacts(text, lexicon)
    assert (met.status, met.date) == ("cancelled", "2024-01-18")


def test_what_is_called_off_for_another_weekday_is_ahead(lexicon):
    [met] = contacts("ألغت إسرائيل لقاء مع صائب عريقات الثلاثاء.", lexicon)
    assert met.date == "2024-01-23"


def test_two_sides_are_the_two_states_that_the_sentence_names(lexicon):
    text = "أعلنت سيول أن بيونغيانغ قبلت عقد محادثات بين الجانبين في 29 يناير."
    [met] = contacts(text, lexicon)
    assert (met.status, set(met.sides)) == ("planned", {"North Korea", "South Korea"})


def test_ministers_of_both_countries_are_not_their_presidents(lexicon):
    text = (
        "التقى إلهام علييف ونيكول باشينيان أمس في جنيف. "
        "وعقدت في الثالث من يناير في موسكو محادثات بين وزيري خارجية البلدين."
    )
    other = next(c for c in contacts(text, lexicon) if c.place == "Moscow")
    assert (set(other.sides), people(other)) == ({"Armenia", "Azerbaijan"}, set())


def test_four_countries_are_those_of_the_meeting_of_four(lexicon):
    text = (
        "اجتمع أمس في موسكو وزراء خارجية روسيا وتركيا وإيران وسوريا. والتقى سيرغي لافروف هاكان فيدان. "
        "وسبق ذلك اجتماع لنواب وزراء الخارجية في البلدان الأربعة مطلع ديسمبر الماضي."
    )
    before = next(c for c in contacts(text, lexicon) if c.date and c.date.startswith("2023-12"))
    assert set(before.sides) == {"Russia", "Turkey", "Iran", "Syria"}


def test_between_him_is_the_person_named_before(lexicon):
    text = "وأعلن نيكول باشينيان قبوله اقتراحا تقدمت به روسيا لعقد لقاء في موسكو بينه وبين إلهام علييف."
    [met] = contacts(text, lexicon)
    assert people(met) == {"Nikol Pashinyan", "Ilham Aliyev"}


def test_both_delegations_are_those_received_together(lexicon):
    text = (
        "التقى مهدي المشاط أمس في صنعاء وفدين من سلطنة عمان والسعودية. "
        "ومن المتوقع أن يجتمع الوفدان كذلك بزعيم جماعة الحوثي عبد الملك الحوثي."
    )
    ahead = next(c for c in contacts(text, lexicon) if c.status == "planned")
    assert set(ahead.sides) == {"Houthis", "Oman", "Saudi Arabia"}


def test_who_spoke_to_somebody_met_him_but_not_the_press(lexicon):
    text = "تحدث نائب وزير الخارجية الروسي أمس إلى القيادي في حماس خالد مشعل."
    assert [set(c.sides) for c in contacts(text, lexicon)] == [{"Russia", "Hamas"}]
    assert contacts("تحدث خالد مشعل أمس في موسكو إلى الصحفيين.", lexicon) == []


def test_day_before_a_comma_is_that_of_the_event_before_it(lexicon):
    text = "تجري روسيا محادثات مع تركيا في 29 يناير، تمهيدا لقمة بين روسيا وإيران في مارس."
    assert [c.date for c in contacts(text, lexicon)] == ["2024-01-29", "2024-03"]
