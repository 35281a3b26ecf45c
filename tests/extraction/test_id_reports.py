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


def test_both_are_the_one_named_last_and_the_last_of_another_side(lexicon):
    [entry] = contacts(
        "Khaled Meshaal turun dari mobil. Udara dingin. Undangan itu diteken Menlu Sergey Lavrov. Keduanya bersua "
        "Rabu di gedung kementerian.",
        lexicon,
    )
    assert names(entry) == {"Khaled Mashal", "Sergey Lavrov"}


def test_the_president_is_the_one_named_last_even_without_his_title(lexicon):
    entries = contacts(
        "Presiden Rusia Vladimir Putin menelepon Presiden Palestina Mahmoud Abbas, Rabu. Putin bungkam soal itu. "
        "Ismail Haniyeh ingin bertemu dengan sang presiden.",
        lexicon,
    )
    assert names(entries[-1]) == {"Ismail Haniyeh", "Vladimir Putin"}


def test_what_states_are_called_between_commas_is_no_party(lexicon):
    [entry] = contacts("Arab Saudi dan Iran, penyokong Houthi, bersalaman di Beijing pada Rabu.", lexicon)
    assert set(entry.sides) == {"Saudi Arabia", "Iran"}


def test_talk_right_behind_a_telephone_call_is_one_too(lexicon):
    entries = contacts(
        "Mikhail Bogdanov menelepon Musa Abu Marzuk pada Rabu. Sehari sebelumnya Bogdanov berbicara dengan "
        "Mahmoud Abbas.",
        lexicon,
    )
    assert [(e.kind, e.date) for e in entries] == [("call", "2024-01-17"), ("call", "2024-01-16")]


def test_journey_after_an_invitation_goes_where_it_asked_to_come(lexicon):
    entries = contacts(
        "Ismail Haniyeh sudah mengantongi undangan ke Moskow. Haniyeh baru akan berangkat pada Februari.",
        lexicon,
    )
    assert [(e.kind, e.status, e.place) for e in entries] == [("visit", "planned", "Moscow")]


def test_agenda_of_talks_names_no_parties(lexicon):
    [entry] = contacts(
        "Ismail Haniyeh menemui Sergey Lavrov di Moskow, Rabu. Agenda pembicaraan mencakup pembukaan bandara Sanaa.",
        lexicon,
    )
    assert set(entry.sides) == {"Hamas", "Russia"}


def test_clause_that_describes_things_has_no_subject_before_it(lexicon):
    assert contacts("Houthi menerima 13 tawanan yang dilepas Riyadh di Sanaa, Rabu.", lexicon) == []


def test_several_discussed_with_together_are_of_one_meeting(lexicon):
    [entry] = contacts(
        "Sergey Lavrov membahas Gaza bersama Menlu Iran Abbas Araghchi dan Menlu Turki Hakan Fidan di Doha, Rabu.",
        lexicon,
    )
    assert set(entry.sides) == {"Russia", "Iran", "Turkey"}


def test_office_told_once_is_still_held_where_the_name_stands_alone(lexicon):
    entries = contacts(
        "Menteri Luar Negeri Australia Julie Bishop tiba di Moskow, Rabu. Bishop menemui Sergey Lavrov.",
        lexicon,
    )
    assert all(set(e.sides) == {"Australia", "Russia"} for e in entries)


def test_possessive_at_a_title_is_no_name(lexicon):
    [entry] = contacts("Kepala Biro Politiknya, Ismail Haniyeh, menemui Sergey Lavrov, Rabu.", lexicon)
    assert names(entry) == {"Ismail Haniyeh", "Sergey Lavrov"}


def test_our_meeting_in_a_quotation_is_the_one_told(lexicon):
    [entry] = contacts(
        'Sergey Lavrov menerima Ismail Haniyeh di Moskow, Rabu (17/1). "Pertemuan kita hari ini penting," kata '
        "Haniyeh kepada Lavrov.",
        lexicon,
    )
    assert entry.date == "2024-01-17"


def test_pronoun_written_to_a_preposition_is_a_partner(lexicon):
    entries = contacts("Sergey Lavrov tiba di Doha, Rabu. Haniyeh berbincang dengannya di sana.", lexicon)
    assert names(entries[-1]) == {"Ismail Haniyeh", "Sergey Lavrov"}


def test_place_of_a_war_is_not_where_it_is_talked_of(lexicon):
    [entry] = contacts(
        "Sergey Lavrov menemui Ismail Haniyeh pada Rabu, di tengah meningkatnya ketegangan di Rafah.",
        lexicon,
    )
    assert entry.place is None


def test_several_are_telephoned_one_by_one(lexicon):
    entries = contacts(
        "Vladimir Putin berbicara melalui telepon dengan Presiden Mesir Abdel Fattah al-Sisi, Presiden Iran Ebrahim "
        "Raisi, dan Presiden Suriah Bashar al-Assad.",
        lexicon,
    )
    assert [len(e.sides) for e in entries] == [2, 2, 2]


def test_meeting_counted_by_a_verb_is_the_one_told_before(lexicon):
    [entry] = contacts(
        "Sergey Lavrov menemui Ismail Haniyeh di Moskow pada Rabu. Ini untuk pertama kalinya Lavrov bertemu Haniyeh "
        "sejak Oktober.",
        lexicon,
    )
    assert entry.date == "2024-01-17"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Senin (15/1/2024) hingga Selasa (16/1/2024)", "2024-01-15/2024-01-16"),
        ("Senin hingga Selasa (15-16/1)", "2024-01-15/2024-01-16"),
    ],
)
def test_days_in_brackets_make_one_stay(words, days, lexicon):
    [entry] = contacts(f"Sergey Lavrov mengunjungi Teheran pada {words}.", lexicon)
    assert entry.date == days


def test_delegation_of_the_subject_is_his(lexicon):
    entries = contacts(
        "Mesir bungkam. Hamas mengumumkan bahwa delegasinya akan tiba di Kairo pada Selasa.", lexicon
    )
    assert [set(e.sides) for e in entries] == [{"Hamas", "Egypt"}]


def test_talk_at_the_telephone_is_a_call(lexicon):
    [entry] = contacts("Vladimir Putin berbicara dengan Mahmoud Abbas di telepon pada Senin.", lexicon)
    assert entry.kind == "call"


def test_what_somebody_does_not_mention_is_no_contact(lexicon):
    assert contacts("Ismail Haniyeh tidak menyebutkan perundingan dengan Israel.", lexicon) == []


def test_who_is_listed_behind_the_leaders_was_met_one_by_one(lexicon):
    entries = contacts(
        "Sergey Lavrov bertemu para pemimpin di tiga negara, yakni Presiden Mesir Abdel Fattah al-Sisi, Presiden Turki "
        "Recep Tayyip Erdogan, dan Presiden Palestina Mahmoud Abbas.",
        lexicon,
    )
    assert [set(e.sides) for e in entries] == [
        {"Russia", side} for side in ("Egypt", "Turkey", "Palestinian Authority")
    ]


def test_day_of_whoever_speaks_ahead_of_a_meeting_is_not_its_day(lexicon):
    entries = contacts(
        "Hamas dan Sergey Lavrov akan bertemu di Moskow. Menjelang pertemuan tersebut, Menteri Luar Negeri Palestina "
        "Riyad al-Maliki, Rabu, mengatakan tidak berharap banyak.",
        lexicon,
    )
    assert [(set(e.sides), e.status) for e in entries] == [({"Hamas", "Russia"}, "planned")]


def test_day_behind_a_clause_is_not_that_of_the_visit_told_before(lexicon):
    entries = contacts(
        "Sergey Lavrov tiba di Kairo pada Rabu. Kunjungan tersebut terjadi di tengah perang menyusul serangan Israel "
        "pekan lalu.",
        lexicon,
    )
    assert [e.date for e in entries] == ["2024-01-17"]


def test_aid_sent_to_somebody_is_no_journey(lexicon):
    text = (
        "Presiden Turki Recep Tayyip Erdogan ingin mengirimkan bantuan ke sana kepada Ismail Haniyeh, Senin."
    )
    assert all(e.kind != "visit" for e in contacts(text, lexicon))
