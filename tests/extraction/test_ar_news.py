"""How Arabic newsrooms tell days, plans and parties: what real reports showed the engine had wrong."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon, title="-"):
    return extract(Document(text, "ar", PUBLISHED, "given", title=title), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


def test_number_written_to_the_word_before_it_is_a_word(lexicon):
    found = contacts("وزار إسماعيل هنية أنقرة في يناير2020، وفي 12مارس 2021.", lexicon)
    assert {c.date for c in found} == {"2020-01", "2021-03-12"}


@pytest.mark.parametrize(
    "text",
    [
        "التقى سيرغي لافروف هاكان فيدان في أنقرة أمس في أول لقاء بينهما منذ عام 2019.",
        "وصل سيرغي لافروف إلى أنقرة أمس في أول زيارة له منذ تولي الرئيس السوري أحمد الشرع منصبه في 29 يناير 2023.",
    ],
)
def test_what_was_since_a_year_or_a_change_is_not_of_that_day(text, lexicon):
    assert {c.date for c in contacts(text, lexicon)} == {"2024-01-18"}


def test_week_before_the_last_is_two_weeks_back(lexicon):
    [visit] = contacts("وكان هاكان فيدان قد زار موسكو الأسبوع ما قبل الماضي.", lexicon)
    assert visit.date == "2024-01-01/2024-01-07"


def test_earlier_in_the_evening_is_the_day_told_before(lexicon):
    text = "غادر سيرغي لافروف أنقرة مساء الثلاثاء. وكان قد التقى في وقت سابق من المساء هاكان فيدان."
    assert "2024-01-16" in {c.date for c in contacts(text, lexicon) if c.kind == "meeting"}


def test_welcome_of_an_invitation_is_no_reception(lexicon):
    text = "رحب إسماعيل هنية بدعوة سيرغي لافروف لزيارة موسكو، وذلك خلال لقاء جمع الطرفين أمس في العاصمة القطرية الدوحة."
    meetings = [c for c in contacts(text, lexicon) if c.kind == "meeting"]
    assert [(c.status, c.date, people(c)) for c in meetings] == [
        ("held", "2024-01-18", {"Ismail Haniyeh", "Sergey Lavrov"})
    ]


def test_future_verb_of_a_noun_says_that_it_is_to_come(lexicon):
    [meeting] = contacts(
        "وأوضحت الوزارة أن المباحثات بين سيرغي لافروف وهاكان فيدان ستركز على الملف السوري.", lexicon
    )
    assert meeting.status == "planned"


def test_second_purpose_is_planned_like_the_first(lexicon):
    text = "توجه هاكان فيدان اليوم إلى موسكو للمشاركة في منتدى، وإجراء مباحثات مع سيرغي لافروف."
    assert ("meeting", "planned") in {(c.kind, c.status) for c in contacts(text, lexicon)}


def test_noun_of_putting_off_with_its_article_calls_nothing_off_behind_it(lexicon):
    text = "والتأجيل أبلغ به سيرغي لافروف نظيره هاكان فيدان أمس في مكالمة هاتفية."
    assert {c.status for c in contacts(text, lexicon)} <= {"held"}


def test_what_is_not_ruled_out_is_not_denied(lexicon):
    found = contacts("كما لم يستبعد سيرغي لافروف زيارة هاكان فيدان لموسكو.", lexicon)
    assert "denied" not in {c.status for c in found}


def test_leader_of_a_delegation_told_behind_it_is_of_its_own_side(lexicon):
    text = "التقى وفد حماس مسؤولين مصريين في القاهرة أمس. ويصل الوفد غدا إلى قطاع غزة برئاسة يحيى السنوار."
    assert [c.kind for c in contacts(text, lexicon)] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "وصلت وزيرة الخارجية الليبية نجلاء المنقوش إلى القاهرة. وقد استقبلها أمس الرئيس عبد الفتاح السيسي.",
        "حطت طائرة نجلاء المنقوش وزيرة الخارجية الليبية في القاهرة. والتقاها أمس الرئيس عبد الفتاح السيسي.",
    ],
)
def test_pronoun_of_a_verb_means_whom_a_sentence_before_was_about(text, lexicon):
    [meeting] = [c for c in contacts(text, lexicon) if c.kind == "meeting"]
    assert people(meeting) == {"Najla Mangoush", "Abdel Fattah el-Sisi"}


def test_who_announces_talks_without_parties_is_not_there(lexicon):
    text = (
        "يزور إسماعيل هنية موسكو في 25 يناير للقاء سيرغي لافروف. "
        'وأكد ميخائيل بوغدانوف: "من المقرر عقد لقاءات وإجراء حوارات".'
    )
    assert all("Mikhail Bogdanov" not in people(c) for c in contacts(text, lexicon))


def test_list_of_who_was_there_makes_no_second_meeting(lexicon):
    text = (
        "التقى سيرغي لافروف أمس في موسكو إسماعيل هنية. وناقش لافروف مع قياديي حماس الوضع في غزة.\n\n"
        "وشارك من حركة حماس في اللقاء صالح العاروري وموسى أبو مرزوق."
    )
    [meeting] = contacts(text, lexicon)
    assert len(people(meeting)) == 4


def test_town_before_where_is_that_of_the_meeting(lexicon):
    text = "توجه غازي حمد أمس من الدوحة إلى موسكو، حيث التقى ميخائيل بوغدانوف."
    assert {c.place for c in contacts(text, lexicon)} == {"Moscow"}


def test_town_of_what_was_done_there_is_not_that_of_the_talks(lexicon):
    text = (
        "التقى محمد عبد السلام ميخائيل بوغدانوف في موسكو أمس. وأكد أن الجانبين تباحثا حول وقف الجرائم في غزة."
    )
    assert {c.place for c in contacts(text, lexicon)} == {"Moscow"}


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث باسم الحوثيين محمد عبد السلام إن الحركة باقية. وقال القيادي الحوثي: "
        '"التقينا أمس في موسكو ميخائيل بوغدانوف".',
        "صرح محمد عبد السلام بأن الحوثيين باقون. والتقى القيادي في جماعة الحوثي أمس ميخائيل بوغدانوف في موسكو.",
    ],
)
def test_leader_of_a_movement_is_the_last_named_of_it(text, lexicon):
    assert {"Mohammed Abdulsalam", "Mikhail Bogdanov"} in [people(c) for c in contacts(text, lexicon)]


def test_host_behind_during_it_has_a_guest_behind_him(lexicon):
    [contact] = contacts("وهذه أول مرة تستقبل فيها تركيا وفدا من طالبان.", lexicon)
    assert set(contact.sides) == {"Turkey", "Taliban"}


def test_verb_behind_before_is_told_as_done(lexicon):
    text = "زار هاكان فيدان الدوحة الثلاثاء قبل أن يلتقي سيرغي لافروف في موسكو الأربعاء."
    assert [(c.status, c.date) for c in contacts(text, lexicon)] == [
        ("held", "2024-01-16"),
        ("held", "2024-01-17"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "التقى سيرغي لافروف أمس ممثل حماس في طهران خالد القدومي.",
        "التقى سيرغي لافروف أمس إسماعيل هنية، ودعا إلى وقف «الاعتداءات على المقدسات في القدس».",
        "اجتمع سيرغي لافروف أمس مع خالد مشعل ووجه له الدعوة لزيارة موسكو.",
    ],
)
def test_place_of_an_office_a_quotation_or_an_invitation_is_not_that_of_the_meeting(text, lexicon):
    assert {c.place for c in contacts(text, lexicon) if c.kind == "meeting"} == {None}


def test_place_between_an_office_and_its_name_is_not_that_of_the_meeting(lexicon):
    text = (
        "التقى وفد من طالبان، يترأسه رئيس المكتب السياسي للحركة في الدوحة، الملا عبد الغني برادر، "
        "وزير الخارجية محمد جواد ظريف في العاصمة الإيرانية طهران."
    )
    assert {c.place for c in contacts(text, lexicon)} == {"Tehran"}


def test_day_before_what_somebody_comes_for_is_that_of_the_coming(lexicon):
    [visit] = [
        c
        for c in contacts("يزور هاكان فيدان موسكو في 25 يناير للقاء سيرغي لافروف.", lexicon)
        if c.kind == "visit"
    ]
    assert (visit.status, visit.date) == ("planned", "2024-01-25")


def test_invited_visit_is_not_of_the_day_of_the_invitation(lexicon):
    text = "اجتمع سيرغي لافروف أمس الخميس مع خالد مشعل في الدوحة ووجه له الدعوة لزيارة موسكو."
    [visit] = [c for c in contacts(text, lexicon) if c.kind == "visit" and c.place == "Moscow"]
    assert (visit.status, visit.date) == ("planned", None)


def test_where_somebody_lives_is_no_visit(lexicon):
    assert contacts("ويقيم خالد مشعل في الدوحة منذ سنوات.", lexicon) == []


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع سيرغي لافروف أمس مع خالد مشعل في الدوحة ووجه له الدعوة لزيارة موسكو.",
        "وجه سيرغي لافروف دعوة إلى خالد مشعل لزيارة موسكو.",
        "تلقى خالد مشعل دعوة من وزارة الخارجية الروسية لزيارة موسكو.",
    ],
)
def test_who_is_invited_is_to_travel(text, lexicon):
    visits = [c for c in contacts(text, lexicon) if c.kind == "visit"]
    assert [(c.status, c.place, people(c)) for c in visits] == [("planned", "Moscow", {"Khaled Mashal"})]


def test_who_had_said_something_at_a_meeting_was_there(lexicon):
    text = "كان سيرغي لافروف قد أعرب خلال لقاء مع صائب عريقات في موسكو الثلاثاء عن استعداد بلاده."
    [meeting] = contacts(text, lexicon)
    assert people(meeting) == {"Sergey Lavrov", "Saeb Erekat"}


@pytest.mark.parametrize(
    "text",
    [
        "وفي مكالمة هاتفية أمس، ناقش سيرغي لافروف وهاكان فيدان الوضع في غزة.",
        "أجرى سيرغي لافروف أمس اتصالا هاتفيا مع هاكان فيدان وتباحثا حول الوضع في غزة.",
    ],
)
def test_what_two_discuss_in_a_call_is_no_meeting(text, lexicon):
    assert [c.kind for c in contacts(text, lexicon)] == ["call"]


def test_stay_is_not_of_the_day_since_when_it_is_the_first(lexicon):
    text = "غادر هانس غروندبرغ صنعاء أمس بعد وصوله إليها لأول مرة منذ مايو 2023."
    assert {c.date for c in contacts(text, lexicon)} <= {"2024-01-18", None}


def test_invitation_that_was_followed_is_not_to_come(lexicon):
    text = "وصل محمود عباس أمس إلى موسكو تلبية لدعوة رسمية من الجانب الروسي."
    assert {c.status for c in contacts(text, lexicon)} == {"held"}


def test_channel_of_contact_is_no_call(lexicon):
    assert contacts("وروسيا هي الوحيدة التي تقيم قنوات اتصال مع حركة حماس.", lexicon) == []


def test_who_took_part_for_a_side_was_there(lexicon):
    text = (
        "استقبل رجب طيب أردوغان وفدا من حماس في أنقرة أمس.\n\n"
        "فيما شارك بالاجتماع عن تركيا وزير الخارجية هاكان فيدان."
    )
    [meeting] = contacts(text, lexicon)
    assert people(meeting) == {"Recep Tayyip Erdogan", "Hakan Fidan"}


def test_war_that_began_between_two_others_makes_no_talks_of_them(lexicon):
    text = "يوجد ممثلون عن حماس في موسكو لإجراء مباحثات، للمرة الأولى منذ اندلاع الحرب بين إسرائيل وإيران."
    assert all(set(c.sides) == {"Hamas", "Russia"} for c in contacts(text, lexicon))


def test_meeting_before_the_way_back_was_not_where_it_led(lexicon):
    text = "غادر وفد حماس أمس القاهرة عائدا إلى قطاع غزة بعد جولة من اللقاءات مع المخابرات المصرية."
    assert "Gaza" not in {c.place for c in contacts(text, lexicon)}


def test_where_members_are_is_not_where_the_delegation_will_meet(lexicon):
    text = "يصل إلى القاهرة غدا أعضاء من حماس في غزة للانضمام إلى الوفد الذي سيلتقي محمد مرسي."
    assert "Gaza" not in {c.place for c in contacts(text, lexicon)}


def test_leaders_of_the_same_movement_are_no_counterpart(lexicon):
    found = contacts("وصل وفد حماس أمس إلى إسطنبول للاجتماع مع قيادات الحركة هناك.", lexicon)
    assert {c.kind for c in found} == {"visit"}


def test_who_proposed_a_plan_was_not_there(lexicon):
    text = "وعبر خالد مشعل لميخائيل بوغدانوف عن رفض الخطة المقترحة من قبل دونالد ترامب."
    assert all("Donald Trump" not in people(c) for c in contacts(text, lexicon))


def test_visit_that_is_a_topic_is_no_second_one(lexicon):
    text = "زار إسماعيل هنية موسكو في 2 يناير.\n\nوطرح موضوع زيارة هنية إلى موسكو في لقاء هرتسوغ ولافروف أمس."
    assert len([c for c in contacts(text, lexicon) if c.kind == "visit"]) == 1


def test_host_is_none_of_the_travellers(lexicon):
    text = "يأتي لقاء خليفة حفتر مع فلاديمير بوتين ضمن زيارته الرسمية التي بدأها أمس إلى موسكو."
    visits = [c for c in contacts(text, lexicon) if c.kind == "visit"]
    assert all("Vladimir Putin" not in people(c) for c in visits)


def test_word_for_himself_ends_no_row(lexicon):
    [call] = contacts("جرت أمس مكالمة هاتفية بين سيرغي لافروف نفسه ووزير الخارجية هاكان فيدان.", lexicon)
    assert people(call) == {"Sergey Lavrov", "Hakan Fidan"}


def test_comment_on_a_meeting_is_no_plan_of_one(lexicon):
    text = "التقى سيرغي لافروف أمس إسماعيل هنية في الدوحة. ولم يصدر عن طهران تعليق على لقاء لافروف."
    assert [(c.status, set(c.sides)) for c in contacts(text, lexicon)] == [("held", {"Russia", "Hamas"})]
