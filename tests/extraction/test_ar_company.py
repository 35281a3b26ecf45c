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
