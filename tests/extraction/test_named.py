"""Whom a contact was with, where its own sentence names nobody of a side: the sentences beside it."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)


def _read(text: str, language: str, lexicon) -> list[Mention]:
    return extract(Document(text=text, language=language, published=PUBLISHED), lexicon)


def _names(mention: Mention) -> set[str]:
    return {person.name for person in mention.participants}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "On Tuesday Ismail Haniyeh received the foreign minister of Russia.\n\n"
            "The talks were good. Sergey Lavrov looked tired when he left the building.",
        ),
        (
            "ru",
            "Во вторник делегация ХАМАС встретилась в Москве с Сергеем Лавровым.\n\n"
            "Халед Машаль выглядел уставшим.",
        ),
        (
            "id",
            "Delegasi Hamas bertemu Sergey Lavrov di Moskow pada Selasa. Khaled Mashal tampak lelah.",
        ),
    ],
)
def test_the_one_person_of_a_side_whom_the_next_sentence_names_was_there(language, text, lexicon):
    assert len(max((_names(mention) for mention in _read(text, language, lexicon)), key=len)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # who only tells of it
        "The Hamas delegation met Sergey Lavrov in Moscow on Tuesday. Sami Abu Zuhri said so in a statement.",
        # two of them: which one it was is not told
        "The Hamas delegation met Sergey Lavrov in Moscow on Tuesday. Khaled Mashal and Osama Hamdan live in Doha.",
        # what is to come says itself with whom
        "The Hamas delegation will meet Sergey Lavrov in Moscow on Tuesday. Khaled Mashal lives in Doha.",
    ],
)
def test_who_speaks_or_could_be_another_is_not_taken(text, lexicon):
    (mention,) = _read(text, "en", lexicon)
    assert _names(mention) == {"Sergey Lavrov"}


def test_who_receives_a_visitor_does_not_travel(lexicon):
    text = (
        "Sergey Lavrov flew to Ankara on Tuesday. The Russian minister was in Ankara until Wednesday, "
        "and Hakan Fidan saw him off at the airport."
    )
    visits = [mention for mention in _read(text, "en", lexicon) if mention.kind == "visit"]
    assert visits
    assert all(_names(visit) == {"Sergey Lavrov"} for visit in visits)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "id",
            "Khaled Mashal tiba di Moskow pada Selasa bersama wakilnya, Mousa Abu Marzouk, dan Husam Badran.",
        ),
        ("ru", "Во вторник Халед Машаль прилетел в Москву вместе с Мусой Абу Марзуком и Хусамом Бадраном."),
    ],
)
def test_who_is_named_with_a_traveller_of_his_own_side_came_along(language, text, lexicon):
    visits = [mention for mention in _read(text, language, lexicon) if mention.kind == "visit"]
    assert [_names(visit) for visit in visits] == [{"Khaled Mashal", "Mousa Abu Marzouk", "Husam Badran"}]


def test_whom_a_traveller_came_to_talk_with_did_not_travel(lexicon):
    text = "Khaled Mashal tiba di Moskow pada Selasa untuk berunding dengan Sergey Lavrov."
    visits = [mention for mention in _read(text, "id", lexicon) if mention.kind == "visit"]
    assert [_names(visit) for visit in visits] == [{"Khaled Mashal"}]
