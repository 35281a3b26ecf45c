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
    # "said that X was present": he is no speaker, and "the meeting" is the one told before, however far
    (
        "id",
        "Putin bertemu Khaled Mashal di Moskow pada Selasa. Hujan turun. Jalan macet. Toko tutup. "
        "Hamas menyatakan Lavrov juga hadir dalam pertemuan itu.",
    ): ["meeting Hamas+Russia: Khaled Mashal, Sergey Lavrov, Vladimir Putin"],
    # a noun that tells a contact again adds nobody to a side that is named
    ("en", "Lavrov met Khaled Mashal in Moscow on Tuesday. Putin spoke of the talks as useful."): [
        "meeting Hamas+Russia: Khaled Mashal, Sergey Lavrov"
    ],
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
    # the leader of a visit that a chronology recalls, far below the news
    (
        "en",
        "The factions meet in Moscow on Friday. Fatah sends a team under Azzam al-Ahmad, Hamas one under Abu Marzouk. "
        "The city is cold. Its trams are late. Nobody knows why.\n\n"
        "March 2006 - Hamas pays its first visit to Moscow. Khaled Mashal, who heads the bureau, leads the group.",
    ): ["meeting Fatah+Hamas: Azzam al-Ahmad, Mousa Abu Marzouk", "visit Hamas+Russia: Khaled Mashal"],
    # a clause of his own does not make a speaker a member
    (
        "en",
        "A Hamas delegation arrived in Moscow on Tuesday. At its head is Mousa Abu Marzouk, a senior official of the "
        "movement, Husam Badran, who is a member of Hamas' political bureau, said in a statement.",
    ): ["visit Hamas+Russia: Mousa Abu Marzouk"],
    # nobody travels with a letter
    (
        "id",
        "Rusia mengirim surat kepada Hamas pada Selasa. "
        "Delegasi Hamas akan dipimpin Khaled Mashal, didampingi Osama Hamdan.",
    ): ["message Hamas+Russia: "],
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
