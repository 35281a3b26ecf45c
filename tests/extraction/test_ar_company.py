"""Who else was there, in Arabic: sentences of their own that list a delegation or whom somebody brought along."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)  # a Friday
MET = "التقى هاكان فيدان أمس في أنقرة وزير الخارجية الروسي سيرغي لافروف. "


def contacts(text, lexicon):
    return extract(Document(text, "ar", PUBLISHED, "given", title="-"), lexicon)


def people(contact):
    return {participant.name: participant.side for participant in contact.participants}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "ورافق لافروف إلى الاجتماع مدير الدائرة إيغور سيمونوف، والسفيران بافل غورين وأوليغ ماكاروف.",
            {"إيغور سيمونوف": "Russia", "بافل غورين": "Russia", "أوليغ ماكاروف": "Russia"},
        ),
        (
            "وحضر مع لافروف سفير بلاده أليكسي سوكولوف، وعلي رضا حسن مستشار السفارة.",
            {"أليكسي سوكولوف": "Russia", "علي رضا حسن": "Russia"},
        ),
        (
            "وترأس الوفد التركي مراد أوزغور، وكان إلى جانبه جان يلدريم والمستشار أورهان قايا.",
            {"مراد أوزغور": "Turkey", "جان يلدريم": "Turkey", "أورهان قايا": "Turkey"},
        ),
    ],
)
def test_whoever_came_along_speaks_for_the_same_side(sentence, named, lexicon):
    [contact] = contacts(MET + sentence, lexicon)
    assert people(contact) == {"Hakan Fidan": "Turkey", "Sergey Lavrov": "Russia"} | named


def test_members_of_the_delegation_travelled_and_met(lexicon):
    text = "زار وفد من حماس أنقرة أمس والتقى هاكان فيدان. وضم الوفد كمال الشامي ومنير عودة."
    visit, meeting = contacts(text, lexicon)
    assert set(people(visit)) == {"كمال الشامي", "منير عودة"}
    assert set(people(meeting)) == {"كمال الشامي", "منير عودة", "Hakan Fidan"}


@pytest.mark.parametrize(
    "sentence",
    [
        "وتحدث عن المعاناة في غزة، إلى جانب أوامر الإخلاء ومنع الإغاثة.",
        "ويعقد في قازان منتدى يرأس مينيخانوف لجنته.",
    ],
)
def test_what_stands_beside_is_nobody(sentence, lexicon):
    [contact] = contacts(MET + sentence, lexicon)
    assert set(people(contact)) == {"Hakan Fidan", "Sergey Lavrov"}


def test_was_is_no_that(lexicon):
    """ "كان" is one word, not "as" and "that", which would begin a clause."""
    [contact] = contacts("قال المصدر إن هاكان فيدان كان قد التقى في أنقرة سيرغي لافروف.", lexicon)
    assert set(people(contact)) == {"Hakan Fidan", "Sergey Lavrov"}


def test_leader_is_told_by_the_sentence_that_speaks_of_the_delegation(lexicon):
    text = "وقال موسى أبو مرزوق إن الوفد الذي يقوده راض. وكان الوفد قد التقى أمس في موسكو ميخائيل بوغدانوف."
    [contact] = contacts(text, lexicon)
    assert people(contact) == {"Mousa Abu Marzouk": "Hamas", "Mikhail Bogdanov": "Russia"}


def test_delegation_listed_before_the_verb_took_part(lexicon):
    text = "وصل وفد من حماس إلى أنقرة أمس. ويضم الوفد كمال الشامي ومنير عودة حيث سيلتقي غدا هاكان فيدان."
    assert set(people(contacts(text, lexicon)[0])) == {"كمال الشامي", "منير عودة"}


def test_state_in_its_full_name_says_whose_minister_it_is(lexicon):
    text = "التقى هاكان فيدان أمس في أنقرة وزير الخارجية في دولة قطر محمد بن عبد الرحمن آل ثاني."
    [contact] = contacts(text, lexicon)
    assert (contact.sides, contact.place) == (("Qatar", "Turkey"), "Ankara")


def test_meeting_told_after_a_call_is_the_call(lexicon):
    text = "تلقى هاكان فيدان اتصالا هاتفيا من سيرغي لافروف. وجرى خلال اللقاء بحث الأوضاع. وزار بعدها عمان سامح شكري."
    assert contacts(text, lexicon)[0].kind == "call"
    assert all(c.kind != "meeting" for c in contacts(text, lexicon))


def test_aim_is_no_delay(lexicon):
    """ "من أجل لقاء" is "in order to meet", not "put off the meeting"."""
    found = contacts("توجه هاكان فيدان إلى موسكو أمس من أجل لقاء سيرغي لافروف.", lexicon)
    assert {(c.kind, c.status) for c in found} == {("visit", "held"), ("meeting", "planned")}


def test_head_of_the_delegation_is_told_by_his_title(lexicon):
    text = (
        "التقى وفد من حماس أمس في أنقرة هاكان فيدان. ووصف رئيس الوفد خليل الحية اللقاء بالمهم. "
        "ويرافقه اثنان هما زاهر جبارين ومحمد نزال."
    )
    [contact] = contacts(text, lexicon)
    assert set(people(contact)) == {"Hakan Fidan", "Khalil al-Hayya", "Zaher Jabarin", "Mohammed Nazzal"}
