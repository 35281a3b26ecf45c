"""Constructions of Indonesian news reports: days, plans and denials told the way newsrooms do."""

from datetime import date

import pytest

from articles.extraction import Document, extract


def contacts(text: str, lexicon, published: date = date(2024, 1, 19)) -> list:
    return extract(Document(text, "id", published, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("pada tanggal 6 Juni 2018", "2018-06-06"),
        ("pada tanggal 6 Juni", "2023-06-06"),
        ("pada tanggal 5 dan 6 Juni 2018", "2018-06-05/2018-06-06"),
        ("pada tanggal 10-12 Juli", "2023-07-10/2023-07-12"),
    ],
)
def test_day_that_is_announced_as_one_keeps_its_month_and_year(words, day, lexicon):
    [entry] = contacts(f"Ismail Haniyeh bertemu Sergey Lavrov di Moskow {words}.", lexicon)
    assert entry.date == day


@pytest.mark.parametrize(
    ("published", "weekend"),
    [(date(2024, 1, 17), "2024-01-20/2024-01-21"), (date(2024, 1, 22), "2024-01-20/2024-01-21")],
)
def test_this_weekend_is_the_coming_one_in_midweek_and_the_past_one_on_a_monday(published, weekend, lexicon):
    text = "Kunjungan Ismail Haniyeh ke Moskow pada akhir pekan ini ramai dibicarakan."
    assert [e.date for e in contacts(text, lexicon, published)] == [weekend]


def test_last_week_of_a_sunday_is_the_one_just_over(lexicon):
    [entry] = contacts(
        "Kamis pekan lalu, Sergey Lavrov menerima Ismail Haniyeh.", lexicon, date(2023, 10, 29)
    )
    assert entry.date == "2023-10-26"


def test_guest_of_a_reception_may_stand_behind_a_preposition(lexicon):
    [entry] = contacts("Sergey Lavrov menerima kunjungan resmi dari Ismail Haniyeh di Moskow, Rabu.", lexicon)
    assert names(entry) == {"Sergey Lavrov", "Ismail Haniyeh"}


@pytest.mark.parametrize(
    "denial",
    [
        "Kabar itu dibantah penasihatnya.",
        "Laporan tersebut langsung ditepis Kremlin.",
        "Moskow menepis berita itu.",
    ],
)
def test_report_denied_in_a_sentence_of_its_own_is_denied(denial, lexicon):
    [entry] = contacts(
        f"Ismail Haniyeh menemui Sergey Lavrov di Moskow, tulis sebuah harian. {denial}", lexicon
    )
    assert entry.status == "denied"


def test_report_that_is_not_denied_stands(lexicon):
    [entry] = contacts(
        "Ismail Haniyeh menemui Sergey Lavrov di Moskow. Kedutaan tidak menampik adanya pertemuan tersebut.",
        lexicon,
    )
    assert entry.status == "held"


def test_claim_denied_by_the_other_side_in_the_same_sentence_is_denied(lexicon):
    [entry] = contacts(
        "Hamas mengklaim bertemu Sergey Lavrov di Moskow, tetapi Kremlin membantahnya.", lexicon
    )
    assert entry.status == "denied"


def test_plan_of_months_ago_is_called_off_as_well(lexicon):
    [entry] = contacts(
        "Sedianya Haniyeh datang ke Moskow pada bulan Juni. Rencana itu terpaksa ditunda karena jadwal.",
        lexicon,
    )
    assert entry.status == "cancelled"


@pytest.mark.parametrize("verb", ["setuju mengunjungi", "segera terbang ke", "memutuskan bertandang ke"])
def test_journey_agreed_on_is_planned(verb, lexicon):
    [entry] = contacts(f"Khaled Meshaal {verb} Moskow.", lexicon)
    assert (entry.kind, entry.status) == ("visit", "planned")


@pytest.mark.parametrize(
    "text",
    [
        "Tanpa persatuan, perundingan Hamas dengan Israel sulit dilanjutkan, ujar Sergey Lavrov.",
        "Perpecahan itu, kata Sergey Lavrov, menjadi batu sandungan bagi pembicaraan langsung dengan Israel.",
        "Hamas angkat kaki dari Suriah pada 2012.",
        "Recep Tayyip Erdogan mengirimkan bantuan ke Gaza kepada pemimpin Hamas Ismail Haniyeh.",
    ],
)
def test_talks_that_are_only_thought_of_and_things_that_are_sent_are_no_contacts(text, lexicon):
    assert contacts(text, lexicon) == []


def test_meeting_counted_as_the_first_since_is_the_one_told_before(lexicon):
    [entry] = contacts(
        "Ismail Haniyeh menemui Sergey Lavrov di Moskow pada Rabu. Itu adalah pertemuan pertama antara Lavrov dan "
        "Haniyeh sejak perang pecah di Gaza pada 7 Oktober lalu.",
        lexicon,
    )
    assert (entry.date, entry.place) == ("2024-01-17", "Moscow")


def test_guest_from_a_capital_is_of_its_side(lexicon):
    [entry] = contacts("Ismail Haniyeh menyambut kedatangan tamu dari Moskow di Doha, Rabu.", lexicon)
    assert set(entry.sides) == {"Hamas", "Russia"}
