"""Who travelled with whom, and who else was there, in every language: one mechanism, its words in the languages."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday


def read(text: str, language: str, lexicon) -> list[str]:
    document = Document(text=f"{text}\n", language=language, published=PUBLISHED, published_from="given")
    return [line(mention) for mention in extract(document, lexicon)]


def line(mention: Mention) -> str:
    people = ", ".join(sorted(participant.name for participant in mention.participants))
    return f"{mention.kind} {'+'.join(sorted(mention.sides))}: {people}"


#: (language, text) -> "kind sides: people" of each entry, in order
ONLOOKERS = {
    # of a third side, in a sentence of its own
    ("en", "Medvedev met Khaled Mashal in Damascus on Tuesday. Bashar al-Assad looked on."): [
        "meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"
    ],
    (
        "id",
        "Medvedev bertemu Khaled Mashal di Damaskus pada Selasa. Pertemuan itu dihadiri pula oleh Assad.",
    ): ["meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"],
    (
        "ru",
        "Дмитрий Медведев во вторник встретился с Халедом Машалем. Присутствовал при этом и Башар Асад.",
    ): ["meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"],
    # in the sentence of the contact
    ("en", "On Tuesday Medvedev met Khaled Mashal in the presence of Bashar al-Assad."): [
        "meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"
    ],
    ("id", "Medvedev bertemu Khaled Mashal pada Selasa, disaksikan Bashar al-Assad."): [
        "meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"
    ],
    ("ru", "Во вторник Дмитрий Медведев встретился с Халедом Машалем в присутствии Башара Асада."): [
        "meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"
    ],
    ("ar", "التقى دميتري مدفيديف خالد مشعل، الثلاثاء، بحضور الرئيس السوري بشار الأسد."): [
        "meeting Hamas+Russia+Syria: Bashar al-Assad, Dmitry Medvedev, Khaled Mashal"
    ],
    # who only speaks of somebody who looked on, or stands farther off, was not there
    ("en", 'Medvedev met Khaled Mashal on Tuesday. "Reporters looked on," Assad said.'): [
        "meeting Hamas+Russia: Dmitry Medvedev, Khaled Mashal"
    ],
    (
        "en",
        "Medvedev met Khaled Mashal on Tuesday. Two guards looked on from the gate of the palace of Assad.",
    ): ["meeting Hamas+Russia: Dmitry Medvedev, Khaled Mashal"],
    # nobody looks on at a journey
    ("en", "Khaled Mashal arrived in Moscow on Tuesday. Bashar al-Assad looked on."): [
        "visit Hamas+Russia: Khaled Mashal"
    ],
}

DELEGATIONS = {
    # a contact told again without its sides does not stand before the one whose people are listed
    (
        "ru",
        "Делегация ХАМАС встретилась во вторник с Михаилом Богдановым. Беседа прошла в Дохе. "
        "Возглавлял делегацию Халед Машаль.",
    ): ["meeting Hamas+Russia: Khaled Mashal, Mikhail Bogdanov"],
    # who was sent to one side met nobody of another
    (
        "en",
        "A Hamas delegation came to Moscow on Tuesday. The delegation is led by Abu Marzouk. "
        "On Monday a Hamas delegation met officials of Egypt in Cairo.",
    ): ["visit Hamas+Russia: Mousa Abu Marzouk", "meeting Egypt+Hamas: "],
    # "then" is of what was recalled, not of the news
    (
        "ru",
        "Делегация ХАМАС побывала во вторник в Москве. Возглавлял делегацию Муса Абу Марзук. "
        "Предыдущая поездка ХАМАС в Россию состоялась в сентябре 2022 года. Тогда ее возглавлял Исмаил Хания.",
    ): ["visit Hamas+Russia: Mousa Abu Marzouk", "visit Hamas+Russia: Ismail Haniyeh"],
}


@pytest.mark.parametrize(("language", "text"), ONLOOKERS)
def test_whoever_was_there_is_named_with_his_side(language, text, lexicon):
    assert read(text, language, lexicon) == ONLOOKERS[language, text]


@pytest.mark.parametrize(("language", "text"), DELEGATIONS)
def test_a_delegation_is_of_the_journey_that_it_is_listed_beside(language, text, lexicon):
    assert read(text, language, lexicon) == DELEGATIONS[language, text]
