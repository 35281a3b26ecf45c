"""The other side of a contact where grammar binds nobody to its verb: who else the sentence names."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)

TOLD = {
    "en": "On Tuesday Mousa Abu Marzouk was at the ministry for talks, and Mikhail Bogdanov kept him for two hours.",
    "ar": "كان ميخائيل بوغدانوف ينتظر على الباب حين عقد موسى أبو مرزوق اجتماعا يوم الثلاثاء.",
    "id": "Mikhail Bogdanov menunggu di pintu ketika Mousa Abu Marzouk mengadakan pertemuan pada Selasa.",
    "ru": "Исмаил Хания, рядом с которым сидел Сергей Лавров, провел во вторник долгую встречу.",
}


@pytest.mark.parametrize("language", TOLD)
def test_the_one_other_person_named_is_who_was_met_and_the_doubt_is_said(language, lexicon):
    (mention,) = extract(Document(text=TOLD[language], language=language, published=PUBLISHED), lexicon)
    assert mention.kind == "meeting"
    assert set(mention.sides) == {"Hamas", "Russia"}
    assert any("not beside the word" in doubt for doubt in mention.doubts)


@pytest.mark.parametrize(
    "text",
    [
        # two others of two sides in an appeal: which of them it was, the sentence does not say
        "As Sergey Lavrov called on Hakan Fidan for help, Mousa Abu Marzouk held a meeting on Tuesday.",
        # a state that is spoken of is no partner
        "In the week of the attack on Israel, Mousa Abu Marzouk held a meeting.",
    ],
)
def test_what_could_be_two_or_is_only_spoken_of_is_not_taken(text, lexicon):
    assert extract(Document(text=text, language="en", published=PUBLISHED), lexicon) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "With Khaled Mashal at its head, the Hamas delegation met Sergey Lavrov in Moscow on Tuesday.",
        ),
        ("ru", "Делегация ХАМАС встретилась в Москве с Сергеем Лавровым; руководил ею Халед Машаль."),
    ],
)
def test_the_one_person_named_of_a_side_that_met_was_there(language, text, lexicon):
    (mention,) = extract(Document(text=text, language=language, published=PUBLISHED), lexicon)
    assert {person.name for person in mention.participants} == {"Khaled Mashal", "Sergey Lavrov"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Hamas delegation met Sergey Lavrov in Moscow on Tuesday, said Sami Abu Zuhri."),
        ("ru", "Делегация ХАМАС встретилась в Москве с Сергеем Лавровым, сообщил Муса Абу Марзук."),
    ],
)
def test_who_only_tells_of_it_was_not_there(language, text, lexicon):
    (mention,) = extract(Document(text=text, language=language, published=PUBLISHED), lexicon)
    assert [person.name for person in mention.participants] == ["Sergey Lavrov"]
