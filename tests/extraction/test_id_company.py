"""Who was there, in Indonesian news: who led, who came along, and at which meetings of the journey."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


def test_whoever_leads_a_delegation_stands_before_the_verb(lexicon):
    [entry] = contacts(
        "Delegasi Hamas bertemu Mikhail Bogdanov di Moskow, Kamis. "
        "Ismail Haniyeh memimpinnya, didampingi Saleh al-Arouri dan Mousa Abu Marzouk.",
        lexicon,
    )
    assert names(entry) == {"Mikhail Bogdanov", "Ismail Haniyeh", "Saleh al-Arouri", "Mousa Abu Marzouk"}


def test_word_of_leading_in_a_title_lists_nobody(lexicon):
    [entry] = contacts(
        "Mikhail Bogdanov menemui petinggi Hamas di Doha, Kamis. "
        "Di seberang meja duduk Mohammed Darwish yang mengetuai dewan kepemimpinan, Khaled Meshaal, dan Sami Khater.",
        lexicon,
    )
    assert {"Mohammed Darwish", "Khaled Mashal"} <= names(entry)


@pytest.mark.parametrize(
    "listed",
    [
        "Dalam delegasi itu ada Khalil al-Hayya dan Husam Badran.",
        "Di dalam rombongan tersebut terdapat Khalil al-Hayya dan Husam Badran.",
    ],
)
def test_members_of_the_delegation_told_before(listed, lexicon):
    [entry] = contacts(f"Delegasi Hamas tiba di Kairo pada Kamis. {listed}", lexicon)
    assert names(entry) == {"Khalil al-Hayya", "Husam Badran"}


def test_list_below_he_was_accompanied(lexicon):
    text = (
        "Ismail Haniyeh tiba di Moskow pada hari Kamis untuk kunjungan beberapa hari di negeri itu.\n\n"
        "Ia didampingi:\n1. Saleh al-Arouri, wakil kepala biro politik;\n2. Mousa Abu Marzouk.\n"
    )
    visit = contacts(text, lexicon)[0]
    assert names(visit) == {"Ismail Haniyeh", "Saleh al-Arouri", "Mousa Abu Marzouk"}


def test_who_came_along_takes_part_in_what_the_delegation_does(lexicon):
    entries = contacts(
        "Ismail Haniyeh mendarat di Moskow pada Rabu bersama rombongan, di antaranya Saleh al-Arouri. "
        "Agenda rombongan masih padat. Besok mereka dijadwalkan bertemu dengan Mikhail Bogdanov.",
        lexicon,
    )
    assert [("Saleh al-Arouri" in names(entry)) for entry in entries] == [True, True]


def test_who_came_along_is_not_at_a_meeting_of_the_leader_alone(lexicon):
    _, meeting = contacts(
        "Ismail Haniyeh tiba di Moskow pada Rabu bersama Saleh al-Arouri. "
        "Hari Kamis Sergei Lavrov menerima Haniyeh.",
        lexicon,
    )
    assert names(meeting) == {"Ismail Haniyeh", "Sergey Lavrov"}


def test_who_was_present_belongs_to_what_was_recalled_right_before(lexicon):
    entries = contacts(
        "Ismail Haniyeh menemui Sergei Lavrov di Moskow, Kamis. "
        "Sebelumnya Haniyeh bertemu Recep Tayyip Erdogan di Ankara pada Mei tahun lalu. "
        "Hakan Fidan hadir pula di ruangan.",
        lexicon,
    )
    assert [("Hakan Fidan" in names(entry)) for entry in entries] == [False, True]


def test_denied_meeting_takes_nobody_from_the_journey(lexicon):
    entries = contacts(
        "Delegasi Hamas yang dipimpin Mousa Abu Marzouk tiba di Moskow pada Kamis. "
        "Delegasi itu tidak bertemu dengan Presiden Vladimir Putin di Moskow.",
        lexicon,
    )
    denied = next(entry for entry in entries if entry.status == "denied")
    assert names(denied) == {"Vladimir Putin"}
