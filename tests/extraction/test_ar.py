"""Constructions of Arabic news, a sentence each, and the demo's Arabic articles as a whole."""

import json
from datetime import date

import pytest

from articles.extraction import Document, describe, extract

from .conftest import ROOT

PUBLISHED = date(2024, 1, 19)  # a Friday


def contacts(text, lexicon, published=PUBLISHED):
    return extract(Document(text, "ar", published, "given", title="-"), lexicon)


def people(contact):
    return {participant.name for participant in contact.participants}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("استقبل سيرغي لافروف إسماعيل هنية في موسكو.", {"Sergey Lavrov", "Ismail Haniyeh"}),
        ("التقى وفد حماس ميخائيل بوغدانوف في موسكو.", {"Mikhail Bogdanov"}),
        (
            "اجتمع ميخائيل بوغدانوف، نائب وزير الخارجية الروسي، مع رئيس المكتب السياسي لحركة «حماس»، إسماعيل هنية.",
            {"Mikhail Bogdanov", "Ismail Haniyeh"},
        ),
        (
            "عقد أمس اجتماع ضم نائب الوزير ميخائيل بوغدانوف وكلا من موسى أبو مرزوق وعزت الرشق.",
            {"Mikhail Bogdanov", "Mousa Abu Marzouk", "Ezzat al-Rishq"},
        ),
    ],
)
def test_subject_and_object_stand_behind_the_verb(text, named, lexicon):
    [contact] = contacts(text, lexicon)
    assert (contact.kind, contact.sides, people(contact)) == ("meeting", ("Hamas", "Russia"), named)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("أول من أمس", "2024-01-17"),
        ("الثلاثاء الماضي", "2024-01-16"),
        ("٢٦ تشرين الأول/أكتوبر ٢٠٢٣", "2023-10-26"),
        ("مطلع الشهر الجاري", "2024-01-01/2024-01-10~"),
        ("كانون الأول من العام الماضي", "2023-12"),
    ],
)
def test_day_of_a_meeting(words, day, lexicon):
    [contact] = contacts(f"التقى إسماعيل هنية سيرغي لافروف في موسكو في {words}.", lexicon)
    assert contact.date == day


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("سيلتقي سيرغي لافروف إسماعيل هنية غدا.", "planned"),
        ("من المقرر أن يستقبل سيرغي لافروف إسماعيل هنية.", "planned"),
        ("لم يلتق سيرغي لافروف إسماعيل هنية في موسكو.", "denied"),
        ("نفى مصدر أن يكون سيرغي لافروف قد التقى إسماعيل هنية.", "denied"),
        ("أعلنت موسكو تأجيل لقاء سيرغي لافروف مع إسماعيل هنية.", "cancelled"),
    ],
)
def test_status_stands_before_the_verb(text, status, lexicon):
    assert {contact.status for contact in contacts(text, lexicon)} == {status}


def test_a_visited_capital_is_the_place_and_its_state_the_host(lexicon):
    [contact] = contacts("زار وفد حماس موسكو الشهر الماضي.", lexicon)
    assert (contact.kind, contact.place, contact.sides) == ("visit", "Moscow", ("Hamas", "Russia"))


def test_a_delegation_listed_in_a_sentence_of_its_own_took_part(lexicon):
    text = "استقبل سيرغي لافروف أمس وفد حركة حماس في موسكو. وترأس الوفد إسماعيل هنية، وضم صالح العاروري وماهر صلاح."
    [contact] = contacts(text, lexicon)
    assert people(contact) == {"Sergey Lavrov", "Ismail Haniyeh", "Saleh al-Arouri", "Maher Salah"}


def test_a_written_and_is_no_part_of_a_name(lexicon):
    text = "التقى موسى أبو مرزوق وحسام بدران ميخائيل بوغدانوف في موسكو."
    [contact] = contacts(text, lexicon)
    assert {p.as_written for p in contact.participants} == {
        "موسى أبو مرزوق",
        "حسام بدران",
        "ميخائيل بوغدانوف",
    }


def test_the_other_ahmad_is_not_mashal(lexicon):
    assert all(
        "Mashal" not in name
        for c in contacts("التقى مشعل الأحمد سيرغي لافروف.", lexicon)
        for name in people(c)
    )


def test_demo_articles_are_read_as_annotated(shared, lexicon):
    import sys

    sys.path.insert(0, str(shared / "tools"))
    import score

    registry = score.Registry(shared / "reference" / "actors.json")
    totals = dict.fromkeys(("hit", "found", "gold", "predicted", "quotes"), 0.0)
    for path in sorted((ROOT / "demo" / "ar").glob("ar-*.json")):
        text = path.with_suffix(".txt").read_text("utf-8")
        found = [
            {
                "kind": c.kind,
                "status": c.status,
                "date": c.date,
                "place": c.place,
                "sides": c.sides,
                "participants": [{"name": p.name, "as_written": p.as_written} for p in c.participants],
                "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in c.evidence],
            }
            for c in extract(describe(text, lexicon), lexicon)
        ]
        counts, _ = score.score_article(registry, json.loads(path.read_text("utf-8")), text, found)
        totals = {name: totals[name] + counts[name] for name in totals}
    assert 2 * totals["hit"] / (totals["found"] + totals["gold"]) >= 0.9
    assert totals["quotes"] == totals["predicted"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "اجتمع إسماعيل هنية مع كل من سامر الخطيب، عضو مجلس الدوما الروسي، وميخائيل بوغدانوف.",
            "سامر الخطيب",
        ),
        (
            "استقبل ميخائيل بوغدانوف وفد حماس برئاسة مسؤول العلاقات السياسية «نادر الحلبي» وعزت الرشق.",
            "نادر الحلبي",
        ),
        ("التقى إسماعيل هنية السفير الروسي لدى لبنان «إيغور سمولين» في بيروت.", "إيغور سمولين"),
    ],
)
def test_somebody_on_no_list_is_known_by_the_title_beside_the_name(text, named, lexicon):
    [contact] = contacts(text, lexicon)
    assert named in people(contact)
    assert all(participant.side in contact.sides for participant in contact.participants)


def test_a_call_to_people_of_two_sides_is_two_calls(lexicon):
    calls = contacts(
        "تحادث ميخائيل بوغدانوف هاتفيا مع كل من عزام الأحمد، عضو اللجنة المركزية لفتح، وموسى أبو مرزوق.",
        lexicon,
    )
    assert [(call.kind, call.sides) for call in calls] == [
        ("call", ("Fatah", "Russia")),
        ("call", ("Hamas", "Russia")),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("بحث سيرغي لافروف مع إسماعيل هنية التطورات في غزة.", "meeting"),
        ("بحث سيرغي لافروف مع إسماعيل هنية التطورات في غزة خلال اتصال هاتفي.", "call"),
        ("بحث سيرغي لافروف مع إسماعيل هنية التطورات. جاء ذلك في اتصال هاتفي.", "call"),
        ("وأوضح البيان أن الاتصالات، التي طلبها الجانب الفلسطيني، تمت بين لافروف وإسماعيل هنية.", "call"),
    ],
)
def test_how_they_spoke_is_told_by_the_noun_beside_the_verb(text, kind, lexicon):
    [contact] = contacts("سيرغي لافروف وزير الخارجية الروسي. " + text, lexicon)
    assert (contact.kind, people(contact)) == (kind, {"Sergey Lavrov", "Ismail Haniyeh"})


def test_an_unlisted_person_is_meant_by_the_surname_and_by_the_nickname(lexicon):
    told = contacts(
        "وصل قائد قوات الدعم السريع جمال عثمان دقلوش «أبوناب» إلى القاهرة. والتقى دقلوش سيرغي لافروف.",
        lexicon,
    )
    meeting = next(contact for contact in told if contact.kind == "meeting")
    assert people(meeting) == {"جمال عثمان دقلوش", "Sergey Lavrov"}


def test_a_name_before_its_title_needs_no_comma_behind_an_honorific(lexicon):
    [call] = contacts(
        "أجرى الأمير سعود بن نايف بن ماجد وزير خارجية المملكة العربية السعودية اتصالا هاتفيا مع سيرغي لافروف.",
        lexicon,
    )
    assert (call.sides, len(call.participants)) == (("Russia", "Saudi Arabia"), 2)


def test_talks_with_one_and_with_another_are_two_contacts(lexicon):
    told = contacts(
        "عقد وفد حماس لقاءات مع ميخائيل بوغدانوف، نائب وزير الخارجية الروسي، ومع عباس عراقجي.", lexicon
    )
    assert {contact.sides for contact in told} == {("Hamas", "Russia"), ("Hamas", "Iran")}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("التقى وفد حماس ممثلي فتح في موسكو.", {("Fatah", "Hamas")}),
        ("والتقى إسماعيل هنية سيرغي لافروف وبحث معه إعادة فتح السفارات وفتح المعابر.", {("Hamas", "Russia")}),
    ],
)
def test_fatah_is_told_from_the_word_for_opening(text, sides, lexicon):
    assert {contact.sides for contact in contacts(text, lexicon)} == sides


def test_the_two_met_speaks_of_those_told_before(lexicon):
    told = contacts("جرى اتصال هاتفي بين سيرغي لافروف وعباس عراقجي، واتفقا على أن يلتقيا قريبا.", lexicon)
    assert [(contact.kind, contact.status, len(people(contact))) for contact in told] == [
        ("call", "held", 2),
        ("meeting", "planned", 2),
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("اتصل هاتفيا سيرغي لافروف مع نظيره القطري الشيخ مبارك بن ثامر الكعبي.", "مبارك بن ثامر الكعبي"),
        ("التقى سيرغي لافروف وزير المخابرات العامة المصرية، اللواء رأفت شاهين، في القاهرة.", "رأفت شاهين"),
    ],
)
def test_an_honorific_stands_between_a_title_and_its_name(text, named, lexicon):
    [contact] = contacts(text, lexicon)
    assert named in people(contact)
    assert len(contact.sides) == 2


def test_officials_of_a_state_are_told_by_the_plural_of_its_adjective(lexicon):
    [contact] = contacts("أجرى وفد حماس محادثات مع مسؤولين مصريين في القاهرة.", lexicon)
    assert contact.sides == ("Egypt", "Hamas")


def test_the_object_stands_behind_a_clause_about_the_subject(lexicon):
    told = contacts(
        "التقى وفد حماس الذي يزور موسكو حاليا، نائب وزير الخارجية الروسي ميخائيل بوغدانوف.", lexicon
    )
    meeting = next(contact for contact in told if contact.kind == "meeting")
    assert (meeting.sides, people(meeting)) == (("Hamas", "Russia"), {"Mikhail Bogdanov"})


@pytest.mark.parametrize(
    "text",
    [
        "وقال مارتن غريفيث أمام مجلس الأمن إنه لا يوجد مكان آمن في غزة.",
        "وطلبت روسيا والإمارات عقد اجتماع عاجل لمجلس الأمن يوم الأربعاء.",
        "وتوجهت حماس بالشكر إلى روسيا على مواقفها.",
    ],
)
def test_news_without_a_contact_gives_no_entry(text, lexicon):
    assert contacts(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("التقى الوفدان الروسي والتركي في جنيف أمس.", {("meeting", "held", ("Russia", "Turkey"))}),
        ("عقدت المباحثات الروسية التركية في أنقرة أمس.", {("meeting", "held", ("Russia", "Turkey"))}),
        ("كان سيرغي لافروف أمس في القاهرة.", {("visit", "held", ("Egypt", "Russia"))}),
        ("عرج سيرغي لافروف على القاهرة أمس.", {("visit", "held", ("Egypt", "Russia"))}),
        ("أوفدت روسيا مبعوثا إلى القاهرة أمس.", {("visit", "held", ("Egypt", "Russia"))}),
        (
            "زار سيرغي لافروف تركيا وقطر الأسبوع الماضي.",
            {("visit", "held", ("Russia", "Turkey")), ("visit", "held", ("Qatar", "Russia"))},
        ),
        (
            "تحدث سيرغي لافروف هاتفيا بشأن لقاء بين فلاديمير بوتين ورجب طيب أردوغان في أنقرة غدا.",
            {("meeting", "planned", ("Russia", "Turkey"))},
        ),
        (
            "أبلغ سيرغي لافروف هاكان فيدان خلال لقاء في أنقرة بموقف بلاده.",
            {("meeting", "held", ("Russia", "Turkey"))},
        ),
        (
            "خلال لقائه هاكان فيدان في أنقرة، أكد سيرغي لافروف موقف بلاده.",
            {("meeting", "held", ("Russia", "Turkey"))},
        ),
        (
            "ناقش سيرغي لافروف مع هاكان فيدان ملفات سوريا وليبيا في أنقرة.",
            {("meeting", "held", ("Russia", "Turkey"))},
        ),
        ("اجتمع وفدان روسي وتركي في جنيف أمس.", {("meeting", "held", ("Russia", "Turkey"))}),
        ("عقد لقاء بين وفد من حماس وآخر من فتح في أنقرة.", {("meeting", "held", ("Fatah", "Hamas"))}),
        ("لم يسفر لقاء سيرغي لافروف وهاكان فيدان عن نتيجة.", {("meeting", "held", ("Russia", "Turkey"))}),
        ("رتبت القاهرة لقاء بين وفد روسي ووفد تركي.", {("meeting", "held", ("Russia", "Turkey"))}),
    ],
)
def test_construction_of_the_newsrooms(text, told, lexicon):
    assert {(c.kind, c.status, c.sides) for c in contacts(text, lexicon)} == told


def test_solution_is_no_arrival(lexicon):
    assert contacts("يبحث سيرغي لافروف حل أزمة حماس في غزة.", lexicon) == []


def test_representatives_of_a_president_are_not_the_president(lexicon):
    [contact] = contacts("التقى سيرغي لافروف في أنقرة ممثلين للرئيس رجب طيب أردوغان.", lexicon)
    assert people(contact) == {"Sergey Lavrov"}


def test_each_of_several_meetings_is_a_contact(lexicon):
    found = contacts("عقد سيرغي لافروف لقاءات منفصلة مع هاكان فيدان وسامح شكري.", lexicon)
    assert {c.sides for c in found} == {("Russia", "Turkey"), ("Egypt", "Russia")}


def test_town_that_was_left_is_no_goal(lexicon):
    [contact] = contacts("غادر سيرغي لافروف القاهرة متوجها إلى أنقرة أمس.", lexicon)
    assert (contact.place, contact.sides) == ("Ankara", ("Russia", "Turkey"))
