"""Lines that are no sentences: one line alone, lists of people with numbers, bullets or nothing before them."""

from datetime import date

import pytest

from articles.extraction import Document, load_language
from articles.extraction.reading import read
from articles.extraction.words.layout import lay_out

LISTS = {
    "id": (
        "Delegasi Hamas bertemu Sergey Lavrov di Moskow pada Rabu (17/1/2024).",
        ["Delegasi itu terdiri dari:", "Ia didampingi:", "Hadir dari pihak Hamas:"],
    ),
    "en": (
        "A Hamas delegation met Sergey Lavrov in Moscow on Wednesday, 17 January 2024.",
        ["The Hamas delegation:", "The delegation comprised:"],
    ),
    "ru": (
        "Делегация ХАМАС встретилась с Сергеем Лавровым в Москве в среду, 17 января 2024 года.",
        ["Состав делегации ХАМАС:"],
    ),
    "ar": (
        "التقى وفد حركة حماس سيرغي لافروف في موسكو يوم الأربعاء 17 كانون الثاني 2024.",
        ["وضم وفد حماس:"],
    ),
}
NAMES = {
    "id": ["Saleh al-Arouri", "Maher Salah, anggota biro politik", "Karim Bahloul Nasser"],
    "en": ["Saleh al-Arouri", "Maher Salah, a member of the political bureau", "Karim Bahloul Nasser"],
    "ru": ["Салех аль-Арури", "Махер Салах, член политбюро", "Карим Бахлул Насер"],
    "ar": ["صالح العاروري", "ماهر صلاح، عضو المكتب السياسي"],
}
MARKS = {"numbers": "{n}. ", "brackets": "{n}) ", "bullets": "• ", "dashes": "- ", "nothing": ""}


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(
    ("language", "intro"), [(code, intro) for code, (_, intros) in LISTS.items() for intro in intros]
)
def test_delegation_listed_in_lines_took_part(lexicon, language, intro, marks):
    lines = [MARKS[marks].format(n=n) + name for n, name in enumerate(NAMES[language], 1)]
    text = "\n".join([LISTS[language][0], intro, *lines])
    told = read(Document(text, language, date(2024, 1, 19)), lexicon).mentions
    assert len(told) == 1
    names = [person.name for person in told[0].participants]
    wanted = ["Saleh al-Arouri", "Maher Salah"]
    assert names[:1] == ["Sergey Lavrov"]
    assert names[1:3] == wanted
    assert len(names) == 1 + len(NAMES[language])
    assert {person.side for person in told[0].participants[1:]} == {"Hamas"}


def test_numbered_people_inside_a_sentence_took_part(lexicon):
    text = (
        "Ismail Haniyeh bertemu Sergey Lavrov di Moskow. "
        "Ia didampingi: 1. Saleh al-Arouri, 2. Maher Salah, dan 3. Karim Bahloul."
    )
    (told,) = read(Document(text, "id", date(2024, 1, 19)), lexicon).mentions
    assert [person.name for person in told.participants][2:] == [
        "Saleh al-Arouri",
        "Maher Salah",
        "Karim Bahloul",
    ]


def test_one_line_alone_is_the_text(lexicon):
    text = "Delegasi Hamas bertemu Sergey Lavrov di Moskow"
    (told,) = read(Document(text, "id", date(2024, 1, 19)), lexicon).mentions
    assert told.sides == ("Hamas", "Russia")


def test_line_above_a_text_stays_its_headline():
    text = "Hamas Bertemu Lavrov\n\nDelegasi Hamas tiba di Moskow pada hari Rabu untuk bertemu dengan Menteri Lavrov."
    roles = [block.role for block in lay_out(text, load_language("id"))]
    assert roles == ["title", "body"]


def test_marked_headlines_below_a_text_tell_nothing(lexicon):
    text = (
        "Delegasi Hamas tiba di Moskow pada hari Rabu.\n"
        "• Lavrov Bertemu Abbas di Kairo\n• Putin Terima Netanyahu di Sochi"
    )
    (told,) = read(Document(text, "id", date(2024, 1, 19)), lexicon).mentions
    assert told.kind == "visit"
