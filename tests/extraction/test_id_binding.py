"""What stands behind an Indonesian noun or verb says whose contact it is, which one, and when it was."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


def test_noun_owned_by_one_party_is_no_contact_of_the_subject(lexicon):
    assert contacts("Sergey Lavrov mendukung dialog nasional Hamas.", lexicon) == []


def test_that_meeting_is_the_one_told_before(lexicon):
    text = (
        "Ismail Haniyeh bertemu Sergey Lavrov di Moskow. "
        "Dalam pertemuan 15 Januari di Moskow itu Suriah, Irak, dan Yaman dikupas."
    )
    [entry] = contacts(text, lexicon)
    assert (entry.date, set(entry.sides)) == ("2024-01-15", {"Hamas", "Russia"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam pertemuan dengan Sergey Lavrov di Moskow, Ismail Haniyeh berterima kasih.",
        "Adapun dengan Sergey Lavrov, Ismail Haniyeh membahas nasib Gaza.",
        "Ismail Haniyeh mengatakan bahwa pertemuan dengan Sergey Lavrov di Moskow berguna.",
        "Dengan delegasi yang dipimpin Ismail Haniyeh, Sergey Lavrov membahas nasib Gaza.",
        "Ismail Haniyeh ditemui langsung oleh Sergey Lavrov.",
    ],
)
def test_both_parties_are_found_wherever_they_stand(sentence, lexicon):
    [entry] = contacts(sentence, lexicon)
    assert (entry.kind, set(entry.sides)) == ("meeting", {"Hamas", "Russia"})


def test_relative_passive_has_the_one_spoken_of_as_agent(lexicon):
    text = "Ismail Haniyeh tiba di Doha. Kepada Sergey Lavrov, yang ditemuinya pada Rabu, ia berterima kasih."
    meeting = contacts(text, lexicon)[-1]
    assert names(meeting) == {"Ismail Haniyeh", "Sergey Lavrov"}


def test_journey_to_several_places_is_several_visits(lexicon):
    entries = contacts("Ismail Haniyeh akan berkunjung ke Mesir, Turki dan Qatar.", lexicon)
    assert [entry.country for entry in entries] == ["EG", "TR", "QA"]


def test_purpose_of_a_journey_has_its_day(lexicon):
    visit, meeting = contacts(
        "Mousa Abu Marzouk berkunjung ke Moskow pada Senin untuk bertemu Sergey Lavrov.", lexicon
    )
    assert (visit.date, visit.status) == ("2024-01-15", "held")
    assert (meeting.date, meeting.status) == ("2024-01-15", "planned")


def test_day_of_the_statement_dates_undated_news(lexicon):
    text = "Ismail Haniyeh bertemu Sergey Lavrov di Moskow. Pertemuan itu hangat, kata Hamas pada Rabu."
    [entry] = contacts(text, lexicon)
    assert entry.date == "2024-01-17"


def test_undated_news_is_of_the_month_of_publication(lexicon):
    [entry] = contacts("Ismail Haniyeh bertemu Sergey Lavrov di Moskow.", lexicon)
    assert entry.date == "2024-01"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("pada tanggal 15", "2024-01-15"),
        ("pada tanggal 25", "2023-12-25"),
        ("Senin tanggal 15", "2024-01-15"),
    ],
)
def test_day_without_a_month_is_the_last_such_day(words, day, lexicon):
    [entry] = contacts(f"Ismail Haniyeh bertemu Sergey Lavrov di Moskow {words}.", lexicon)
    assert entry.date == day


def test_first_name_alone_is_whoever_bears_it(lexicon):
    text = "Perdana Menteri Malaysia Anwar Ibrahim tiba di Doha. Anwar bertemu Ismail Haniyeh pada Rabu."
    assert names(contacts(text, lexicon)[-1]) == {"Anwar Ibrahim", "Ismail Haniyeh"}


def test_name_described_behind_a_comma_is_a_person(lexicon):
    [entry] = contacts(
        "Ismail Haniyeh diterima Fulan Karimi, wakil menteri luar negeri Iran, di Teheran.", lexicon
    )
    assert names(entry) == {"Ismail Haniyeh", "Fulan Karimi"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas siap berunding dengan Rusia.",
        "Hamas terbuka untuk bertemu Sergey Lavrov.",
        "Rusia mendesak Hamas agar berunding dengan Israel.",
        "Kesepakatan itu dapat diterima Hamas dan Rusia.",
    ],
)
def test_readiness_and_appeals_are_no_contact(sentence, lexicon):
    assert contacts(sentence, lexicon) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Keluhan itu disampaikan Sergey Lavrov kepada Ismail Haniyeh dalam pertemuan di Kairo.", "meeting"),
        ("Dukungan itu ditegaskan Sergey Lavrov kepada Ismail Haniyeh lewat telepon.", "call"),
        ("Surat balasan sudah dikirim Ismail Haniyeh kepada Sergey Lavrov pekan lalu.", "message"),
    ],
)
def test_passive_of_telling_has_its_agent_behind_it_and_the_listener_behind_to(sentence, kind, lexicon):
    [entry] = contacts(sentence, lexicon)
    assert (entry.kind, names(entry)) == (kind, {"Ismail Haniyeh", "Sergey Lavrov"})


def test_what_is_told_to_reporters_is_no_contact(lexicon):
    assert contacts("Hal itu disampaikan Sergey Lavrov kepada wartawan di Moskow.", lexicon) == []


def test_comma_ends_what_opens_a_sentence(lexicon):
    first, second = contacts(
        "Selain pembicaraan dengan Sergey Lavrov, Ismail Haniyeh juga menemui Hossein Amir-Abdollahian.",
        lexicon,
    )
    assert names(first) == {"Sergey Lavrov", "Ismail Haniyeh"}
    assert names(second) == {"Ismail Haniyeh", "Hossein Amir-Abdollahian"}


def test_town_that_receives_somebody_is_visited(lexicon):
    [entry] = contacts("Jalur Gaza pada Kamis dikunjungi Sergey Lavrov.", lexicon)
    assert (entry.kind, entry.place, entry.date) == ("visit", "Gaza", "2024-01-18")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ismail Haniyeh, kepala biro yang tinggal di Doha, bertemu Sergey Lavrov di Moskow.",
        "Ismail Haniyeh tiba di Doha dari Moskow, tempat Sergey Lavrov menerimanya.",
    ],
)
def test_place_of_another_clause_is_not_that_of_the_meeting(sentence, lexicon):
    meeting = contacts(sentence, lexicon)[-1]
    assert (meeting.kind, meeting.place) == ("meeting", "Moscow")


def test_who_is_told_something_beside_a_meeting_was_there(lexicon):
    [entry] = contacts(
        "Sergey Lavrov menerima Ismail Haniyeh di Moskow. Mikhail Bogdanov mengatakan kepada Haniyeh bahwa "
        "Rusia mendukungnya.",
        lexicon,
    )
    assert "Mikhail Bogdanov" in names(entry)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kecaman kepada Hamas datang dari Teheran dan Beirut.",
        "Rusia menginginkan perundingan Hamas dan Fatah dilanjutkan.",
        "Setiap kali Sergey Lavrov singgah di Damaskus, Hamas gembira.",
    ],
)
def test_no_journey_and_no_meeting(sentence, lexicon):
    assert contacts(sentence, lexicon) == []


def test_clause_between_commas_parts_no_row(lexicon):
    [entry] = contacts(
        "Hamas, yang sedang berperang dengan Israel, dan Fatah bertemu di Moskow pada Rabu.", lexicon
    )
    assert set(entry.sides) == {"Hamas", "Fatah"}


def test_source_that_opens_a_sentence_is_no_subject(lexicon):
    [entry] = contacts(
        "Menurut sumber pemerintah Yaman, Ismail Haniyeh bertemu Sergey Lavrov di Moskow.", lexicon
    )
    assert set(entry.sides) == {"Hamas", "Russia"}


def test_relative_clause_behind_a_day_describes_whom_the_day_follows(lexicon):
    meeting, visit = contacts(
        "Sergey Lavrov akan bertemu Ismail Haniyeh pada 25 Januari 2024 yang akan datang ke Moskow.", lexicon
    )
    assert (meeting.kind, visit.kind, names(visit)) == ("meeting", "visit", {"Ismail Haniyeh"})


def test_what_this_will_be_is_the_event_told_before(lexicon):
    [entry] = contacts(
        "Sergey Lavrov akan bertemu Ismail Haniyeh di Moskow pada 25 Januari. "
        "Ini akan menjadi pertemuan pertama Lavrov dengan Haniyeh sejak awal perang di sana pada 7 Oktober.",
        lexicon,
    )
    assert (entry.status, entry.date) == ("planned", "2024-01-25")


def test_denied_statement_about_a_visit_is_no_denied_visit(lexicon):
    entries = contacts(
        "Hans Grundberg tiba di Sanaa pada Rabu. Tidak ada pernyataan tentang kedatangan utusan PBB itu.",
        lexicon,
    )
    assert [entry.status for entry in entries] == ["held"]


def test_delegations_that_came_together_are_met_together(lexicon):
    entries = contacts(
        "Delegasi Arab Saudi dan Oman tiba di Sanaa. Mohammed Abdulsalam menemui rombongan itu pada Rabu.",
        lexicon,
    )
    assert set(entries[-1].sides) == {"Saudi Arabia", "Oman", "Houthis"}


def test_group_of_somebody_is_of_his_side(lexicon):
    entries = contacts(
        "Ali Khamenei menerima Ismail Haniyeh di Teheran pada Rabu. "
        "Kunjungan Haniyeh dan rombongannya ke Teheran berakhir. Mereka telah berkunjung ke Qatar.",
        lexicon,
    )
    assert [set(e.sides) for e in entries if e.kind == "visit"] == [{"Hamas", "Iran"}, {"Hamas", "Qatar"}]


def test_ready_to_receive_somebody_next_week_is_a_plan(lexicon):
    [entry] = contacts("Bashar al-Assad siap menerima Sergey Lavrov di Damaskus pekan depan.", lexicon)
    assert entry.status == "planned"
    assert contacts("Hamas menyatakan siap bertemu Fatah kapan saja.", lexicon) == []


def test_military_delegation_speaks_for_its_state(lexicon):
    [entry] = contacts("Sebuah delegasi militer Israel tiba di Moskow pada Rabu.", lexicon)
    assert set(entry.sides) == {"Israel", "Russia"}


def test_somebody_from_a_state_is_of_its_side(lexicon):
    [entry] = contacts("Raja Felipe VI dari Spanyol menemui Vladimir Putin di Moskow pada Rabu.", lexicon)
    assert set(entry.sides) == {"Spain", "Russia"}


def test_day_of_an_aside_is_not_that_of_the_plan(lexicon):
    entries = contacts("Para utusan Rusia, yang tiba Selasa, akan bertemu Ismail Haniyeh di Doha.", lexicon)
    assert [(e.status, e.date) for e in entries if e.kind == "meeting"] == [("planned", None)]


def test_year_of_the_topic_dates_no_meeting(lexicon):
    [entry] = contacts(
        "Sergey Lavrov menemui Ismail Haniyeh untuk membahas kerja sama Rusia-Palestina tahun 2030.", lexicon
    )
    assert entry.date != "2030"


def test_no_place_is_borrowed_where_an_unknown_town_is_named(lexicon):
    text = "JAKARTA - Retno Marsudi bertemu Sergey Lavrov di Kota Muarasari, Kamis."
    [entry] = extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)
    assert entry.place is None


def test_coming_of_somebody_received_is_a_journey_to_there(lexicon):
    entries = contacts(
        "Ismail Haniyeh diterima Sergey Lavrov di Moskow, Kamis. Kedatangan Haniyeh membuat Israel marah.",
        lexicon,
    )
    assert [(e.kind, e.place) for e in entries] == [("meeting", "Moscow"), ("visit", "Moscow")]


def test_journey_announced_and_made_is_one(lexicon):
    entries = contacts(
        "Delegasi Hamas tiba di Kairo pada Rabu. Menurut Hamas, delegasinya akan ke Kairo.", lexicon
    )
    assert [(e.kind, e.status) for e in entries] == [("visit", "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sandera di Jalur Gaza mesti lekas dilepas, kata Sergey Lavrov.",
        "Kecaman Rusia dan Hamas datang dari Ankara, Doha, dan Beirut.",
        "Rujuknya Hamas dan Fatah menjadi pokok perbincangan.",
    ],
)
def test_nobody_is_met_and_nobody_travels(sentence, lexicon):
    assert contacts(sentence, lexicon) == []


def test_town_that_somebody_comes_from_is_not_visited(lexicon):
    [entry] = contacts("Hans Grundberg tiba di Sanaa dari ibu kota Oman, Muscat, pada Rabu.", lexicon)
    assert entry.place == "Sanaa"


def test_that_town_is_the_one_named_before(lexicon):
    [entry] = contacts("Sejak Kabul jatuh, baru Sergey Lavrov yang tiba di kota itu, Rabu.", lexicon)
    assert entry.place == "Kabul"


def test_comma_ends_the_clause_of_a_noun(lexicon):
    [entry] = contacts(
        "Setelah Donald Trump menyatakan perundingan tamat, delegasi Taliban terbang ke Moskow.", lexicon
    )
    assert (entry.kind, set(entry.sides)) == ("visit", {"Taliban", "Russia"})


def test_guest_of_honour_is_who_was_told_to_come(lexicon):
    visit, meeting = contacts(
        "Mahmoud Abbas tiba di Moskow pada Rabu. Vladimir Putin akan menerima tamu terhormat itu pada 21 Januari.",
        lexicon,
    )
    assert (visit.kind, meeting.date, names(meeting)) == (
        "visit",
        "2024-01-21",
        {"Mahmoud Abbas", "Vladimir Putin"},
    )


def test_who_is_among_a_delegation_met_with_it(lexicon):
    [entry] = contacts(
        "Mousa Abu Marzouk termasuk di antara delegasi yang bertemu dengan Mikhail Bogdanov.", lexicon
    )
    assert names(entry) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}


def test_journey_after_a_meeting_is_no_meeting_held(lexicon):
    visit, meeting = contacts(
        "Ismail Haniyeh melakukan perjalanan ke Moskow setelah pertemuan di Doha dengan Mikhail Bogdanov.",
        lexicon,
    )
    assert (visit.kind, visit.place, meeting.kind, meeting.place) == ("visit", "Moscow", "meeting", "Doha")


def test_day_behind_a_clause_word_is_that_of_the_verb_behind_it(lexicon):
    entries = contacts(
        "Ismail Haniyeh akan berkunjung ke Moskow. Kunjungan ke Rusia ini dilakukan setelah kemarin Haniyeh "
        "bertemu Recep Tayyip Erdogan di Ankara.",
        lexicon,
    )
    assert [(e.kind, e.status, e.date) for e in entries] == [
        ("visit", "planned", None),
        ("meeting", "held", "2024-01-18"),
    ]


def test_agreed_to_hold_talks_is_a_plan(lexicon):
    [entry] = contacts("Hamas dan Fatah telah setuju mengadakan pembicaraan di Kairo bulan depan.", lexicon)
    assert (entry.status, entry.date) == ("planned", "2024-02")


def test_abbreviation_of_a_body_is_nobodys_name(lexicon):
    [entry] = contacts("Kepala SVR Sergei Naryshkin dan William Burns saling bertemu di Ankara.", lexicon)
    assert names(entry) == {"Sergey Naryshkin", "William Burns"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ismail Haniyeh menanyakan kabar Vladimir Putin saat menerima kunjungan Sergey Lavrov di Doha.",
        "Sergey Lavrov menerima Ismail Haniyeh sebelum bertemu Hossein Amir-Abdollahian di Moskow.",
    ],
)
def test_clause_of_time_has_the_subject_before_it(sentence, lexicon):
    meeting = contacts(sentence, lexicon)[-1]
    assert "Vladimir Putin" not in names(meeting)
    assert len(names(meeting)) == 2
    assert names(meeting) & {"Sergey Lavrov"}


def test_day_of_what_describes_somebody_is_not_that_of_the_meeting(lexicon):
    [entry] = contacts(
        "Prak Sokhonn bertemu Min Aung Hlaing, yang merebut kekuasaan dalam kudeta pada Februari 2021.",
        lexicon,
    )
    assert entry.date != "2021-02"


def test_who_attends_talks_is_told_behind_them(lexicon):
    [entry] = contacts(
        "Perundingan akan dilanjutkan di Doha pada Minggu, dengan dihadiri oleh kepala intelijen Mesir dan Israel.",
        lexicon,
    )
    assert (entry.status, set(entry.sides)) == ("planned", {"Egypt", "Israel"})


def test_aim_of_a_journey_made_has_the_day_of_the_journey(lexicon):
    meeting = contacts("Ismail Haniyeh berangkat pada Rabu untuk bertemu Sergey Lavrov di Moskow.", lexicon)[
        -1
    ]
    assert meeting.date == "2024-01-17"


def test_who_did_not_come_along_was_not_there(lexicon):
    entries = contacts(
        "Ismail Haniyeh bertemu Sergey Lavrov di Moskow. "
        "Ia datang sendirian, tanpa anggota lainnya, termasuk Mousa Abu Marzouk.",
        lexicon,
    )
    assert all("Mousa Abu Marzouk" not in names(entry) for entry in entries)


def test_who_says_it_after_a_meeting_was_there(lexicon):
    entries = contacts(
        'Retno Marsudi bertemu Sergey Lavrov di Moskow. "Vladimir Putin akan berkunjung ke Jakarta," ucap Retno '
        "setelah bertemu Hossein Amir-Abdollahian di Teheran.",
        lexicon,
    )
    assert names(entries[-1]) == {"Retno Marsudi", "Hossein Amir-Abdollahian"}


def test_office_of_a_state_is_of_that_state_whatever_was_held_later(lexicon):
    [entry] = contacts("Menteri Luar Negeri Australia Julie Bishop menemui Sergey Lavrov di Moskow.", lexicon)
    assert set(entry.sides) == {"Australia", "Russia"}


def test_town_of_whom_a_fronted_clause_tells_is_not_that_of_the_plan(lexicon):
    entries = contacts(
        "Selain dengan Erdogan, yang ia temui di Istanbul Sabtu, Haniyeh dijadwalkan berbicara dengan Sergey Lavrov.",
        lexicon,
    )
    assert [e.place for e in entries if "Russia" in e.sides] == [None]


def test_abbreviation_of_the_country_of_a_town_is_no_party(lexicon):
    text = (
        "Retno Marsudi mulai bekerja di New York, Amerika Serikat (AS), dengan menggelar pertemuan bilateral."
    )
    assert contacts(text, lexicon) == []
