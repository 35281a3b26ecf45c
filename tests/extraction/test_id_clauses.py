"""Clauses of Indonesian news: whom "yang" describes, what "ini" tells again, which day is whose."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


def test_day_between_yang_and_its_verb(lexicon):
    visit = contacts(
        "Ziad Nakhaleh bertemu dengan Menteri Luar Negeri Rusia Sergei Lavrov, "
        "yang hari-hari ini melawat ke Lebanon.",
        lexicon,
    )[1]
    assert (visit.kind, names(visit), set(visit.sides)) == ("visit", {"Sergey Lavrov"}, {"Russia", "Lebanon"})


@pytest.mark.parametrize("opening", ["inilah", "ini", "ini menjadi"])
def test_journey_that_this_is_was_told_before(opening, lexicon):
    [visit] = contacts(
        "Suriah kedatangan delegasi Rusia pada Selasa (16/1). "
        f"Sejak pemerintahan Bashar al-Assad jatuh pada Desember 2022, {opening} kunjungan pertama Rusia ke Suriah.",
        lexicon,
    )
    assert visit.date == "2024-01-16"


def test_day_of_a_clause_that_opens_with_since(lexicon):
    [visit] = contacts(
        "Sejak pemerintahan Bashar al-Assad jatuh pada Oktober 2023, delegasi Hamas mengunjungi Suriah.",
        lexicon,
    )
    assert visit.date != "2023-10"


def test_since_a_day_is_the_day_itself(lexicon):
    [visit] = contacts("Sejak Rabu, delegasi Hamas berada di Moskow.", lexicon)
    assert visit.date == "2024-01-17"


def test_who_visits_somebody_meets_him(lexicon):
    [meeting] = contacts("Delegasi Hamas mengunjungi Hassan Nasrallah, pemimpin Hizbullah, Kamis.", lexicon)
    assert (meeting.kind, names(meeting)) == ("meeting", {"Hassan Nasrallah"})


def test_shortly_before_is_the_same_day(lexicon):
    _, before = contacts(
        "Sergei Lavrov bertemu Ismail Haniyeh di Moskow, Kamis (18/1). "
        "Tak lama sebelumnya ia menerima Menteri Luar Negeri Turki Hakan Fidan.",
        lexicon,
    )
    assert before.date == "2024-01-18"


def test_first_of_two_meetings_is_not_of_long_ago(lexicon):
    entries = contacts(
        "Ismail Haniyeh diterima Sergei Lavrov di Moskow, Kamis (18/1). "
        "Haniyeh lebih dahulu berkonsultasi dengan Mikhail Bogdanov.",
        lexicon,
    )
    assert [entry.date for entry in entries] == ["2024-01-18", "2024-01-18"]


@pytest.mark.parametrize("wish", ["menghendaki", "menginginkan"])
def test_what_somebody_wants_of_others_is_no_contact(wish, lexicon):
    assert not contacts(f"Mikhail Bogdanov {wish} Hamas dan Fatah berunding di Kairo.", lexicon)


def test_head_of_diplomacy_is_the_foreign_minister(lexicon):
    _, meeting = contacts(
        "Menteri Luar Negeri Iran Hossein Amir-Abdollahian bertemu Ziad Nakhaleh di Beirut, Kamis. "
        "Kepala diplomasi Iran tersebut juga menemui Hassan Nasrallah.",
        lexicon,
    )
    assert names(meeting) == {"Hossein Amir-Abdollahian", "Hassan Nasrallah"}


def test_who_is_met_stands_behind_what_another_is_called(lexicon):
    [meeting] = contacts(
        "Ismail Haniyeh bertemu dengan Mikhail Bogdanov, yang juga wakil menteri luar negeri, "
        "dan dengan Alexei Skosyrev di Moskow, Kamis.",
        lexicon,
    )
    assert names(meeting) == {"Ismail Haniyeh", "Mikhail Bogdanov", "Alexey Skosyrev"}


def test_somebody_not_named_acts_behind_a_passive(lexicon):
    entries = contacts(
        "Hamas telah diundang sebuah lembaga pemikir Rusia untuk berkunjung ke Moskow pada Februari mendatang.",
        lexicon,
    )
    assert {(entry.kind, tuple(entry.sides)) for entry in entries} == {
        ("message", ("Hamas", "Russia")),
        ("visit", ("Hamas", "Russia")),
    }


def test_both_speak_beside_a_conference(lexicon):
    entries = contacts(
        "Nikol Pashinyan bertemu Ilham Aliyev di Abu Dhabi, Kamis. "
        "Kedua pemimpin sebelumnya berbincang singkat di Tirana pada Mei lalu di sela konferensi tingkat tinggi Eropa.",
        lexicon,
    )
    assert [(entry.place, len(names(entry))) for entry in entries] == [("Abu Dhabi", 2), ("Tirana", 2)]


@pytest.mark.parametrize(
    "refusal",
    [
        "Hamas tidak akan pernah duduk berhadapan dengan Benjamin Netanyahu.",
        "Hamas menegaskan tak akan ada perundingan dengan Israel sebelum serangan berhenti.",
        "Taliban menolak berunding langsung dengan pemerintah Ashraf Ghani.",
        "Bila Hamas setuju, kata Sergei Lavrov, jalan menuju dialog dengan Israel terbuka.",
    ],
)
def test_refusal_and_outlook_are_no_contacts(refusal, lexicon):
    assert not contacts(refusal, lexicon)


def test_thanks_are_said_from_afar(lexicon):
    [meeting] = contacts(
        "Nikol Pashinyan bertemu Ilham Aliyev di Abu Dhabi, Kamis. "
        "Pashinyan dan Aliyev berterima kasih kepada Presiden Mohamed bin Zayed.",
        lexicon,
    )
    assert set(meeting.sides) == {"Armenia", "Azerbaijan"}


def test_conference_with_its_participants(lexicon):
    [meeting] = contacts(
        "Konferensi digelar di Berlin pada 15 Januari dengan peserta antara lain Rusia, Turki, dan Mesir.",
        lexicon,
    )
    assert (set(meeting.sides), meeting.place) == ({"Russia", "Turkey", "Egypt"}, "Berlin")


def test_letter_is_of_whoever_sent_it(lexicon):
    entries = contacts("Ismail Haniyeh menerima surat kiriman Vladimir Putin pada Kamis.", lexicon)
    assert [(entry.kind, names(entry)) for entry in entries] == [
        ("message", {"Ismail Haniyeh", "Vladimir Putin"})
    ]
