"""What a contact was about, in the words of the text."""

from datetime import date

import pytest

from articles.extraction import Document, extract

TOLD = {
    "en": [
        (
            "Mikhail Bogdanov met Khaled Mashal in Moscow on Tuesday and discussed the situation in Gaza.",
            ("situation in Gaza",),
        ),
        (
            "Mikhail Bogdanov met Khaled Mashal in Moscow. Gaza, the hostages and aid were discussed.",
            ("Gaza, the hostages and aid",),
        ),
        (
            "Mikhail Bogdanov met Khaled Mashal for talks on a possible exchange of prisoners.",
            ("possible exchange of prisoners",),
        ),
        (
            "Mikhail Bogdanov discussed with Khaled Mashal, the Hamas leader, the ceasefire on Tuesday.",
            ("ceasefire",),
        ),
        ("Mikhail Bogdanov met Khaled Mashal in Moscow on Tuesday.", ()),
        ("Mikhail Bogdanov met Khaled Mashal in Moscow and discussed the same hostages.", ("hostages",)),
        (
            "Mikhail Bogdanov met Khaled Mashal in Moscow and discussed questions connected with the truce.",
            ("questions connected with the truce",),
        ),
        (
            "Mikhail Bogdanov met Khaled Mashal and spoke on Tuesday with Khaled Mashal, in spite of the boycott.",
            (),
        ),
        ("Khaled Mashal met the deputy minister for talks on Tuesday with the head of a Moscow office.", ()),
    ],
    "ru": [
        (
            "Михаил Богданов встретился с Халедом Машалем в Москве. Речь шла о положении в Газе.",
            ("положении в Газе",),
        ),
        (
            "Михаил Богданов встретился с Халедом Машалем в Москве и обсудил вопросы поставки помощи.",
            ("поставки помощи",),
        ),
        ("Михаил Богданов принял Халеда Машаля. Ситуация в Газе обсуждалась.", ("Ситуация в Газе",)),
    ],
    "id": [
        (
            "Mikhail Bogdanov bertemu Khaled Meshaal di Moskow dan membahas persoalan yang sama.",
            (),
        ),
        (
            "Mikhail Bogdanov bertemu Khaled Meshaal di Moskow dan membahas kerja sama ekonomi.",
            ("kerja sama ekonomi",),
        ),
        (
            "Mikhail Bogdanov bertemu Khaled Mashal di Moskow dan membahas soal situasi Gaza.",
            ("situasi Gaza",),
        ),
        ("Mikhail Bogdanov bertemu Khaled Mashal di Moskow. Situasi Gaza juga dibahas.", ("Situasi Gaza",)),
        ("Mikhail Bogdanov bertemu Khaled Mashal di Moskow dan menyinggung bahwa dia ingin pergi.", ()),
    ],
    "ar": [
        (
            "التقى ميخائيل بوغدانوف خالد مشعل في موسكو وبحث معه الوضع في غزة وسبل وقف إطلاق النار.",
            ("الوضع في غزة وسبل وقف إطلاق النار",),
        ),
        (
            "التقى ميخائيل بوغدانوف خالد مشعل في موسكو وتركزت المحادثات على ما يجري في القدس.",
            ("ما يجري في القدس",),
        ),
        (
            'التقى ميخائيل بوغدانوف خالد مشعل في موسكو ودار البحث حول مواجهة "صفقة القرن" وإنهاء الانقسام.',
            ('مواجهة "صفقة القرن" وإنهاء الانقسام',),
        ),
        ("التقى ميخائيل بوغدانوف خالد مشعل في موسكو. وتطرق اللقاء إلى ملف الأسرى.", ("ملف الأسرى",)),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "topics"), [(code, *told) for code, cases in TOLD.items() for told in cases]
)
def test_topic_is_the_phrase_that_says_what_they_spoke_of(language, text, topics, lexicon):
    found = [
        e
        for e in extract(Document(text, language, date(2024, 1, 19), title="-"), lexicon)
        if e.kind == "meeting"
    ]
    assert [entry.topics for entry in found] == [topics]
    for entry in found:
        for evidence in entry.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_topic_of_the_next_contact_is_not_of_this_one(lexicon):
    text = (
        "Mikhail Bogdanov met Khaled Mashal in Moscow on Monday.\n\n"
        "Sergey Lavrov received Mousa Abu Marzouk in Sochi on Tuesday and discussed the hostages."
    )
    first, second = extract(Document(text, "en", date(2024, 1, 19), title="-"), lexicon)
    assert (first.topics, second.topics) == ((), ("hostages",))
