"""Clauses, houses and background of Arabic news: what a word near a contact does not say of it."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon):
    return extract(Document(text, "ar", PUBLISHED, "given", title="-"), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


def test_host_at_the_airport_is_a_party(lexicon):
    text = "وصل سيرغي لافروف إلى أنقرة أمس، وكان في استقباله بالمطار هاكان فيدان."
    visit, meeting = contacts(text, lexicon)
    assert (visit.kind, visit.date, people(visit)) == ("visit", "2024-01-18", {"Sergey Lavrov"})
    assert (meeting.kind, people(meeting)) == ("meeting", {"Sergey Lavrov", "Hakan Fidan"})


def test_day_of_what_is_to_come_is_the_next(lexicon):
    text = "قالت الوزارة إن سيرغي لافروف سيصل إلى أنقرة مساء اليوم، ليبدأ زيارته صباح الأحد."
    assert {c.date for c in contacts(text, lexicon)} <= {"2024-01-19", "2024-01-21"}


def test_day_since_when_somebody_holds_office_is_no_day_of_his_visit(lexicon):
    text = "وصل سيرغي لافروف أمس إلى أنقرة في أول زيارة له منذ توليه المنصب رسميا في 30 يونيو 2022."
    assert {c.date for c in contacts(text, lexicon)} == {"2024-01-18"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("بلغ وفد حماس أنقرة أمس.", "Ankara"),
        ("وصل إلى القاهرة وفد حماس أمس قادما من العاصمة القطرية الدوحة.", "Cairo"),
    ],
)
def test_town_reached(text, place, lexicon):
    [contact] = contacts(text, lexicon)
    assert (contact.kind, contact.place) == ("visit", place)


def test_return_to_the_talks_is_a_meeting(lexicon):
    [contact] = contacts("عاد وفدا روسيا وتركيا إلى طاولة المفاوضات أمس في جنيف.", lexicon)
    assert (contact.kind, contact.sides, contact.place) == ("meeting", ("Russia", "Turkey"), "Geneva")


def test_diplomat_of_a_side_is_the_last_named(lexicon):
    text = "وصل السفير حيدر أغانين، سفير روسيا، إلى غزة أمس. وسبق للدبلوماسي الروسي أن اجتمع بإسماعيل هنية في أكتوبر."
    assert {"Ismail Haniyeh", "Aidar Aganin"} in [people(c) for c in contacts(text, lexicon)]


def test_what_a_sentence_opens_with_says_nothing_of_its_verb(lexicon):
    text = "بعد تأجيل مؤتمر دعت إليه المنظمة إلى مارس المقبل، وصل سيرغي لافروف صباح اليوم إلى أنقرة."
    [contact] = contacts(text, lexicon)
    assert (contact.kind, contact.status, contact.date) == ("visit", "held", "2024-01-19")


def test_meeting_put_off_is_the_one_told_before(lexicon):
    text = (
        "كان من المقرر أن يلتقي سيرغي لافروف أمس في أنقرة هاكان فيدان، "
        "لكن الخارجية القطرية أبلغت وسائل الإعلام بتأجيل اللقاء."
    )
    [contact] = contacts(text, lexicon)
    assert (contact.status, contact.sides) == ("cancelled", ("Russia", "Turkey"))


def test_each_of_several_states_is_visited(lexicon):
    found = contacts("زار سيرغي لافروف كلا من مصر والأردن الأسبوع الماضي.", lexicon)
    assert {(c.kind, c.sides) for c in found} == {
        ("visit", ("Egypt", "Russia")),
        ("visit", ("Jordan", "Russia")),
    }


def test_parliament_is_a_side(lexicon):
    [contact] = contacts("التقى سامح شكري أمس في القاهرة وفدا من الكونجرس الأمريكي.", lexicon)
    assert contact.sides == ("Egypt", "United States")


def test_talks_are_between_those_who_take_part(lexicon):
    text = "أرجئت إلى أجل غير محدد جولة الحوار التي كان مقررا أن تلتئم في القاهرة الثلاثاء المقبل بمشاركة حماس وفتح."
    [contact] = contacts(text, lexicon)
    assert (contact.status, contact.sides, contact.place) == ("cancelled", ("Fatah", "Hamas"), "Cairo")


def test_who_made_a_visit_stands_behind_its_goal(lexicon):
    text = "وجاء ذلك بعد زيارة أداها إلى طرابلس وزير الخارجية التركي هاكان فيدان."
    [contact] = contacts(text, lexicon)
    assert (contact.kind, contact.place, people(contact)) == ("visit", "Tripoli", {"Hakan Fidan"})


def test_who_asked_for_a_call_is_not_the_caller(lexicon):
    text = "قالت الوزارة إن سيرغي لافروف تحادث هاتفيا أمس، بناء على طلب الجانب القطري، مع هاكان فيدان."
    [contact] = contacts(text, lexicon)
    assert (contact.kind, contact.sides) == ("call", ("Russia", "Turkey"))


@pytest.mark.parametrize(
    "text",
    [
        "أجرى سيرغي لافروف خلال الأسابيع الأخيرة محادثات في أنقرة مع هاكان فيدان.",
        "عاد سيرغي لافروف أمس من لقاء في أنقرة مع هاكان فيدان.",
    ],
)
def test_what_was_is_neither_planned_nor_denied(text, lexicon):
    assert {c.status for c in contacts(text, lexicon)} == {"held"}


def test_day_of_the_visit_that_another_followed(lexicon):
    text = "تأتي زيارة سيرغي لافروف إلى أنقرة بعد زيارة قام بها هاكان فيدان، مطلع الشهر الجاري، إلى موسكو."
    found = {c.place: c.date for c in contacts(text, lexicon)}
    assert found["Moscow"] == "2024-01-01/2024-01-10~"
    assert found.get("Ankara") != found["Moscow"]


def test_official_visit_is_the_arrival_told_before_it(lexicon):
    text = "وصل إلى موسكو أمس إسماعيل هنية، إضافة إلى ممثل الحركة في اليمن كمال الشامي، في زيارة رسمية تستغرق أياما."
    assert {(c.kind, c.place) for c in contacts(text, lexicon)} == {("visit", "Moscow")}


def test_one_more_was_met(lexicon):
    [contact] = contacts("التقى هاكان فيدان أمس في أنقرة سيرغي لافروف فضلا عن إسماعيل هنية.", lexicon)
    assert contact.sides == ("Hamas", "Russia", "Turkey")


def test_place_of_the_matter_is_not_that_of_the_talks(lexicon):
    text = "وصل سيرغي لافروف أمس إلى أنقرة لإجراء محادثات مع هاكان فيدان حول آخر تطورات حرب الإبادة في غزة."
    assert {c.place for c in contacts(text, lexicon)} == {"Ankara"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("لن يتوجه سيرغي لافروف غدا إلى أنقرة كما كان مقررا.", "cancelled"),
        ("لن يتوجه سيرغي لافروف غدا إلى أنقرة.", "denied"),
        ("وليست هذه المرة الأولى التي يزور فيها سيرغي لافروف أنقرة.", "held"),
        ("لم يسبق لسيرغي لافروف أن زار أنقرة منذ مارس 2020.", "held"),
    ],
)
def test_what_a_negation_says_of_a_visit(text, status, lexicon):
    assert [(c.kind, c.status) for c in contacts(text, lexicon)] == [("visit", status)]


def test_title_without_a_name_receives_his_counterpart(lexicon):
    [contact] = contacts("استقبل وزير الخارجية التركي أمس نظيره الروسي سيرغي لافروف في أنقرة.", lexicon)
    assert (contact.sides, people(contact)) == (("Russia", "Turkey"), {"Sergey Lavrov"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أمضى سيرغي لافروف أمس ساعتين مع هاكان فيدان في أنقرة.", "meeting"),
        ("أمضى سيرغي لافروف نهار أمس في أنقرة.", "visit"),
    ],
)
def test_time_spent_with_somebody_is_a_meeting_and_time_spent_somewhere_a_visit(text, kind, lexicon):
    assert [(c.kind, c.place, c.date) for c in contacts(text, lexicon)] == [(kind, "Ankara", "2024-01-18")]


def test_town_that_opened_its_doors_is_where_the_guests_were(lexicon):
    [contact] = contacts("فتحت موسكو أبوابها أمس لوفد من حماس.", lexicon)
    assert (contact.kind, contact.place, contact.sides) == ("visit", "Moscow", ("Hamas", "Russia"))


def test_first_day_of_the_talks_is_not_today(lexicon):
    [contact] = contacts("في اليوم الأول من المحادثات التقى سيرغي لافروف هاكان فيدان في أنقرة.", lexicon)
    assert contact.date != "2024-01-19"


def test_scene_is_no_town(lexicon):
    [contact] = contacts("عاد إلى المشهد سيرغي لافروف حين التقى هاكان فيدان أمس.", lexicon)
    assert contact.place is None


def test_surname_means_whoever_was_named_in_full(lexicon):
    text = "وصل محمد رعد إلى موسكو أمس. وقال المصدر إن أنقرة استقبلت رعد في مارس الماضي."
    assert [people(c) for c in contacts(text, lexicon)] == [{"Mohammad Raad"}, {"Mohammad Raad"}]


def test_exchange_of_views_in_a_call_is_the_call(lexicon):
    text = "تحدث سيرغي لافروف هاتفيا مع هاكان فيدان أمس. وجرى خلال ذلك تبادل للآراء بشأن غزة."
    assert [c.kind for c in contacts(text, lexicon)] == ["call"]


def test_verb_that_opens_a_sentence_has_the_subject_told_before(lexicon):
    text = "وصل سيرغي لافروف إلى أنقرة أمس. وبحث مع نظيره التركي هاكان فيدان ملف الطاقة."
    visit, meeting = contacts(text, lexicon)
    assert (visit.kind, meeting.kind, meeting.place) == ("visit", "meeting", "Ankara")
    assert people(meeting) == {"Sergey Lavrov", "Hakan Fidan"}


def test_whom_as_for_names_acts_in_the_clauses_behind_it(lexicon):
    [contact] = contacts("أما وفد حماس فقد سبق محمود عباس إلى الجزائر، إذ حط فيها أمس.", lexicon)
    assert (contact.kind, contact.sides) == ("visit", ("Algeria", "Hamas"))


def test_guests_of_several_sides_are_hosted_to_meet(lexicon):
    [contact] = contacts("استضافت بكين أمس فتح وحماس.", lexicon)
    assert (contact.kind, contact.place, contact.sides) == ("meeting", "Beijing", ("Fatah", "Hamas"))


def test_who_came_somewhere_met_people_there(lexicon):
    text = "وصل سيرغي لافروف إلى دمشق أمس. وفي المساء جلس لافروف إلى خالد مشعل."
    assert [c.place for c in contacts(text, lexicon)] == ["Damascus", "Damascus"]


def test_where_one_is_invited_to_is_not_where_the_meeting_was(lexicon):
    text = "التقى سيرغي لافروف أمس خالد مشعل، وتلقى الأخير خلال ذلك دعوة رسمية إلى موسكو."
    meeting = next(c for c in contacts(text, lexicon) if c.kind == "meeting")
    assert meeting.place is None


def test_whom_the_delegation_did_not_meet_was_not_at_its_meeting(lexicon):
    text = "قال المصدر إن وفد حماس اجتمع بممثلين لوزارة الخارجية الروسية، غير أنه لم يقابل فلاديمير بوتين."
    held = next(c for c in contacts(text, lexicon) if c.status == "held")
    assert people(held) == set()


def test_row_goes_on_behind_an_apposition_that_names_an_organisation(lexicon):
    text = (
        'جرت مكالمات بين ميخائيل بوغدانوف وكل من "عزام الأحمد"، '
        'عضو اللجنة المركزية لفتح وتنفيذية منظمة التحرير، و"موسى أبو مرزوق".'
    )
    assert {c.sides for c in contacts(text, lexicon)} == {("Fatah", "Russia"), ("Hamas", "Russia")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "سبق لسيرغي لافروف أن زار أنقرة مرتين، الأولى في أكتوبر 2022 والثانية في يناير 2023.",
            [("2022-10", "Ankara"), ("2023-01", "Ankara")],
        ),
        (
            "التقى سيرغي لافروف خالد مشعل في دمشق عام 2009، وفي موسكو عام 2010، وفي الدوحة عام 2015.",
            [("2009", "Damascus"), ("2010", "Moscow"), ("2015", "Doha")],
        ),
        (
            "زار سيرغي لافروف أنقرة يوم الاثنين والقاهرة يوم الأربعاء.",
            [("2024-01-15", "Ankara"), ("2024-01-17", "Cairo")],
        ),
    ],
)
def test_each_of_several_times_has_its_own_town(text, told, lexicon):
    assert [(c.date, c.place) for c in contacts(text, lexicon)] == told


def test_invitation_to_a_visit_is_no_visit_held(lexicon):
    found = contacts("دعا فلاديمير بوتين الرئيس الفلسطيني محمود عباس إلى زيارة موسكو.", lexicon)
    assert not [c for c in found if c.kind == "visit" and c.status == "held"]


def test_meeting_that_is_on_no_agenda_is_denied(lexicon):
    [contact] = contacts(
        "قال المصدر إن لقاء فلاديمير بوتين مع قادة حماس ليس مدرجا على جدول الأعمال.", lexicon
    )
    assert contact.status == "denied"


def test_honoured_subject_of_a_discussion_is_no_topic(lexicon):
    [contact] = contacts("بحث الدكتور بدر عبد العاطي أمس مع نظيره السعودي فيصل بن فرحان ملف الطاقة.", lexicon)
    assert people(contact) == {"Badr Abdelatty", "Faisal bin Farhan"}


def test_what_was_not_expected_is_no_plan(lexicon):
    assert contacts("ولم يكن متوقعا أن يلتقي سيرغي لافروف إسماعيل هنية في موسكو.", lexicon) == []


def test_the_day_for_which_talks_were_first_set_does_not_call_off_those_held(lexicon):
    found = contacts(
        "ويعني ذلك انتهاء اللقاء الذي انطلق الخميس بدعوة من معهد الاستشراق، وشاركت فيه إلى جانب حماس حركتا فتح "
        "والجهاد الإسلامي، وأداره فيتالي نعومكين. وكان قد أُعلن أن اللقاء سيعقد يوم 15 يناير، غير أن موعده أُرجئ.",
        lexicon,
    )
    assert ("held", "2024-01-18") in [(c.status, c.date) for c in found if "Fatah" in c.sides]
