"""Names that no list holds, in Indonesian news: what may stand between an office and its bearer."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


@pytest.mark.parametrize(
    ("office", "name", "side"),
    [
        ("Menteri Luar Negeri Uni Emirat Arab (UEA)", "Said Hamid", "United Arab Emirates"),
        ("Presiden Otoritas Palestina (PA)", "Karim Bahloul", "Palestinian Authority"),
        ("Kepala Pemerintah Kesepakatan Nasional (GNA),", "Salim Wardani", "Government of National Accord"),
        ("Direktur Organisasi Intelijen Nasional Turki (MIT),", "Karim Ulusoy", "Turkey"),
        ("Kepala Staf Angkatan Bersenjata Pakistan Jenderal", "Asim Bukhari", "Pakistan"),
        ("Wakil Menteri Luar Negeri Suriah yang juga utusan khusus Presiden,", "Basil Nahhas", "Syria"),
        ("Perdana Menteri Irak terpilih", "Hasan Wardani", "Iraq"),
        ("Presiden Suriah sementara", "Basil Nahhas", "Syria"),
    ],
)
def test_bearer_of_an_office_belongs_to_its_side(office, name, side, lexicon):
    [meeting] = contacts(f"{office} {name}, bertemu Sergei Lavrov di Jenewa pada Kamis.", lexicon)
    assert {(p.name, p.side) for p in meeting.participants} == {(name, side), ("Sergey Lavrov", "Russia")}


def test_adviser_stands_behind_whom_he_serves(lexicon):
    [meeting] = contacts(
        "Penasihat keamanan nasional Presiden Amerika Serikat Joe Biden, Peter Walcott, tiba di Moskow.",
        lexicon,
    )
    assert ("Peter Walcott", "United States") in {(p.name, p.side) for p in meeting.participants}


def test_country_behind_an_abbreviation_is_no_other_side(lexicon):
    [meeting] = contacts(
        "Recep Tayyip Erdogan bertemu kepala Pemerintah Kesepakatan Nasional (GNA) Libya di Istanbul, Kamis.",
        lexicon,
    )
    assert set(meeting.sides) == {"Turkey", "Government of National Accord"}


def test_office_for_a_region_is_no_purpose(lexicon):
    [visit] = contacts(
        "Utusan Presiden Vladimir Putin untuk Timur Tengah itu tiba di Damaskus pada Kamis.", lexicon
    )
    assert (visit.status, visit.date) == ("held", "2024-01-18")


def test_meeting_that_a_clause_dates_is_the_one_told_before(lexicon):
    [meeting] = contacts(
        "Mikhail Bogdanov menjumpai delegasi Hamas di Doha. "
        "Khaled Meshaal memimpin langsung delegasinya dalam pertemuan yang berlangsung pada 15 Januari tersebut.",
        lexicon,
    )
    assert (meeting.date, {p.name for p in meeting.participants}) == (
        "2024-01-15",
        {"Mikhail Bogdanov", "Khaled Mashal"},
    )


@pytest.mark.parametrize(
    "dateline", ["MOSKOW.", "MOSKOW, 18 Januari 2024 -", "(Kantor) - MOSKOW, 18 Januari -"]
)
def test_town_of_a_dateline(dateline, lexicon):
    text = f"{dateline} Mikhail Bogdanov menjumpai delegasi Hamas pada Kamis dan membahas bantuan bagi warga Gaza."
    [meeting] = contacts(text, lexicon)
    assert (meeting.place, meeting.date) == ("Moscow", "2024-01-18")
