"""What Indonesian news leaves to the reader: what a refusal, a plan gone by or an invitation says of a contact."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


@pytest.mark.parametrize("verb", ["bertamu", "bertandang", "sowan", "berkunjung"])
def test_guest_of_a_person_meets_him(verb, lexicon):
    [entry] = contacts(f"Ismail Haniyeh {verb} kepada Sergey Lavrov pada Rabu.", lexicon)
    assert (entry.kind, names(entry)) == ("meeting", {"Ismail Haniyeh", "Sergey Lavrov"})


def test_day_of_an_announcement_is_no_day_of_what_is_announced(lexicon):
    [entry] = contacts(
        "Menurut pengumuman Kementerian Luar Negeri Rusia hari Selasa (16/1), Khaled Meshaal akan berunding "
        "dengan Mikhail Bogdanov.",
        lexicon,
    )
    assert (entry.status, entry.date) == ("planned", None)


def test_what_was_due_keeps_its_day_gone_by(lexicon):
    [entry] = contacts("Khaled Meshaal sedianya bertemu Sergey Lavrov di Moskow pada 15 Januari.", lexicon)
    assert entry.date == "2024-01-15"


def test_town_of_an_invitation_is_not_where_they_met(lexicon):
    [entry] = contacts("Sergei Lavrov berbincang dengan Meshaal dan mengundangnya ke Moskow.", lexicon)
    assert entry.place is None


@pytest.mark.parametrize("end", ["Rencana itu buyar.", "Rencana tersebut urung.", "Pertemuan pun batal."])
def test_plan_that_a_sentence_of_its_own_ends_is_cancelled(end, lexicon):
    [entry] = contacts(f"Ismail Haniyeh sedianya menemui Sergey Lavrov di Moskow. {end}", lexicon)
    assert entry.status == "cancelled"


def test_whom_a_journey_called_off_was_for_is_not_met(lexicon):
    entries = contacts(
        "Ismail Haniyeh dijadwalkan terbang ke Moskow dan bertemu Sergey Lavrov. Perjalanan itu dibatalkan.",
        lexicon,
    )
    assert [(e.kind, e.status) for e in entries] == [("visit", "cancelled"), ("meeting", "cancelled")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Netanyahu menegaskan tidak akan ada dialog dengan Hamas sebelum para sandera pulang.",
        "Netanyahu mengatakan tidak akan pernah berunding dengan Hamas selama sandera ditahan.",
        "Perpecahan itu dijadikan dalih untuk menunda perundingan Hamas dengan Israel.",
        "Tidak ada tanda Ismail Haniyeh akan bertemu Mahmoud Abbas.",
    ],
)
def test_condition_or_pretext_tells_no_contact(sentence, lexicon):
    assert contacts(sentence, lexicon) == []


def test_measured_talks_are_those_told_before(lexicon):
    [entry] = contacts(
        "Sergey Lavrov dan Ismail Haniyeh bertemu di Doha pada Rabu. "
        "Pembicaraan sekitar 45 menit itu dirahasiakan sampai Lavrov pulang.",
        lexicon,
    )
    assert entry.date == "2024-01-17"


def test_numbers_and_names_of_events_are_no_towns(lexicon):
    assert (
        contacts("Lima hari baku tembak berlalu. Lavrov berbicara lewat video dalam Forum Doha.", lexicon)
        == []
    )


def test_surname_as_the_article_spells_it(lexicon):
    [entry] = contacts(
        "Kepala biro politik Hamas, Khalid Misy'al, berpidato. Misy'al lalu ditemui Abdullah Gul di Ankara.",
        lexicon,
    )
    assert names(entry) == {"Khaled Mashal", "Abdullah Gul"}


def test_office_of_that_time_is_no_day(lexicon):
    [entry] = contacts(
        "Erdogan menjamu pemimpin Hamas kala itu, Ismail Haniyeh, di Istanbul pada Rabu.", lexicon
    )
    assert (entry.date, names(entry)) == ("2024-01-17", {"Recep Tayyip Erdogan", "Ismail Haniyeh"})


def test_they_whom_somebody_receives_are_not_his_own(lexicon):
    [entry] = contacts(
        "Para petinggi Hamas berkumpul. Presiden Turki Recep Tayyip Erdogan menyambut mereka pada Rabu.",
        lexicon,
    )
    assert set(entry.sides) == {"Hamas", "Turkey"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Salah satunya Mousa Abu Marzouk, anggota biro politik.",
        "Di antara mereka terdapat Mousa Abu Marzouk.",
        "Di sampingnya duduk Mousa Abu Marzouk.",
    ],
)
def test_one_of_them_named_in_a_sentence_of_its_own_took_part(sentence, lexicon):
    [entry] = contacts(f"Sergey Lavrov bertemu sejumlah pemimpin Hamas di Doha. {sentence}", lexicon)
    assert names(entry) == {"Sergey Lavrov", "Mousa Abu Marzouk"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Emir Qatar Tamim bin Hamad Al Thani menjadi penengahnya.",
        "Di antara keduanya duduk Emir Qatar Tamim bin Hamad Al Thani.",
        "Bertindak sebagai mediator adalah Emir Qatar Tamim bin Hamad Al Thani.",
        "Pertemuan itu dimediasi Emir Qatar Tamim bin Hamad Al Thani.",
    ],
)
def test_mediator_of_the_sentence_behind_took_part(sentence, lexicon):
    [entry] = contacts(f"Hamas dan Fatah berunding di Doha pada Rabu. {sentence}", lexicon)
    assert set(entry.sides) == {"Fatah", "Hamas", "Qatar"}


def test_mediator_of_something_else_did_not(lexicon):
    [entry] = contacts("Hamas dan Fatah berunding di Doha. Rusia menjadi anggota Kuartet.", lexicon)
    assert set(entry.sides) == {"Fatah", "Hamas"}


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Kunjungan pertama berlangsung pada Maret 2006.", set()),
        ("Lawatan perdananya, Maret 2006, menuai kecaman.", {"Ismail Haniyeh"}),
    ],
)
def test_journey_counted_among_others_is_one_of_its_own(sentence, people, lexicon):
    _, first = contacts(f"Ismail Haniyeh tiba di Moskow pada Rabu. {sentence}", lexicon)
    assert (first.kind, first.date, first.place) == ("visit", "2006-03", "Moscow")
    assert names(first) == people


def test_clause_behind_a_passive_names_no_agent(lexicon):
    entries = contacts("Dubes Rusia dipanggil setelah delegasi Hamas terlihat di Doha.", lexicon)
    assert all(set(entry.sides) != {"Hamas", "Russia"} for entry in entries)


def test_who_brings_a_message_meets_whom_the_clause_names(lexicon):
    [entry] = contacts(
        "Undangannya dibawa langsung utusan khusus Cina, Deng Xijun, ketika menemui Abdul Ghani Baradar di Doha.",
        lexicon,
    )
    assert names(entry) == {"Deng Xijun", "Abdul Ghani Baradar"}


def test_critic_of_a_coming_is_not_its_host(lexicon):
    entries = contacts("Keberatan Israel atas kedatangan delegasi Hamas di Rusia disampaikan.", lexicon)
    assert all("Israel" not in entry.sides for entry in entries)


def test_verb_that_opens_a_sentence_ends_at_its_comma(lexicon):
    [entry] = contacts("Memenuhi undangan Rusia, Ismail Haniyeh menemui Ebrahim Raisi di Teheran.", lexicon)
    assert set(entry.sides) == {"Hamas", "Iran"}


def test_day_told_later_sharpens_the_week(lexicon):
    [entry] = contacts(
        "Kunjungan petinggi Hamas ke Moskow pekan lalu berbuntut panjang. "
        "Delegasi Hamas berada di ibu kota Rusia pada Sabtu (13/1/2024).",
        lexicon,
    )
    assert entry.date == "2024-01-13"


def test_sentence_of_nothing_else_dates_its_noun(lexicon):
    text = (
        "Pertemuan Vladimir Putin dan Steve Witkoff di Moskow berlangsung terbuka, ujar Yuri Ushakov, Jumat. "
        "Pembicaraan ketujuh antara Putin dan Witkoff itu memakan waktu lebih dari tiga setengah jam, Kamis."
    )
    [entry] = contacts(text, lexicon)
    assert entry.date == "2024-01-18"


def test_factions_listed_once_are_whom_the_word_for_them_means(lexicon):
    entries = contacts(
        "Utusan faksi-faksi Palestina, antara lain Hamas, Fatah, dan Jihad Islam, memulai pembicaraan di ibu kota "
        "Rusia pada Rabu. Pada hari pertama para utusan itu ditemui Sergei Lavrov.",
        lexicon,
    )
    assert [set(entry.sides) for entry in entries] == [
        {"Fatah", "Hamas", "Palestinian Islamic Jihad", "Russia"},
        {"Fatah", "Hamas", "Palestinian Islamic Jihad", "Russia"},
    ]
    assert [entry.date for entry in entries] == ["2024-01-17", "2024-01-17"]


def test_factions_meet_with_whoever_is_at_home(lexicon):
    [entry] = contacts("Pertemuan intra-Palestina digelar di Moskow pada Rabu.", lexicon)
    assert set(entry.sides) == {"Palestinian factions", "Russia"}


def test_report_of_what_a_side_denies_is_denied(lexicon):
    text = (
        "Hamas hari Senin (15/1/2024) membantah telah menggelar pertemuan dengan pejabat Israel di Kairo. "
        "Surat kabar itu memberitakan adanya pertemuan antara Nadav Argaman dan Mousa Abu Marzouk di Kairo."
    )
    [entry] = contacts(text, lexicon)
    assert (entry.status, entry.date) == ("denied", None)


def test_region_of_an_envoy_is_no_side_of_his(lexicon):
    [entry] = contacts(
        "Utusan khusus Presiden Vladimir Putin untuk Afghanistan, Zamir Kabulov, menerima delegasi Taliban.",
        lexicon,
    )
    assert set(entry.sides) == {"Russia", "Taliban"}


def test_speaker_is_no_member_of_what_he_tells(lexicon):
    entry, *_ = contacts(
        "Sergei Lavrov menemui delegasi Hamas di Moskow pada Rabu. Kepada TASS, Mikhail Bogdanov menuturkan "
        "undangan dikirim ke berbagai negara, termasuk Lebanon.",
        lexicon,
    )
    assert names(entry) == {"Sergey Lavrov"}


def test_with_whom_somebody_travels_travelled(lexicon):
    [entry] = contacts(
        "Haniyeh mendarat di Moskow pada Rabu bersama wakilnya, Saleh Al-Arouri, serta dua anggota biro politik, "
        "Musa Abu Marzuq dan Maher Salah.",
        lexicon,
    )
    assert names(entry) == {"Ismail Haniyeh", "Saleh al-Arouri", "Mousa Abu Marzouk", "Maher Salah"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Erdogan dan Vladimir Putin pada Rabu membahas Suriah melalui sambungan telepon, demikian kantor itu.",
        "Pada Rabu Erdogan dan Vladimir Putin tersambung lagi, kali ini lewat telepon.",
        "Erdogan memperingatkan Vladimir Putin. Itu disampaikan Erdogan dalam percakapan telepon pada Rabu.",
    ],
)
def test_telephone_told_beside_the_two_makes_a_call(sentence, lexicon):
    [entry] = contacts(sentence, lexicon)
    assert (entry.kind, names(entry)) == ("call", {"Recep Tayyip Erdogan", "Vladimir Putin"})


def test_meeting_counted_among_others_is_no_other(lexicon):
    [entry] = contacts(
        "Retno Marsudi menemui Hossein Amirabdollahian di Jenewa pada Rabu. "
        "Pertemuan itu menjadi pertemuan ketiganya sejak Oktober di Jeddah, November di New York.",
        lexicon,
    )
    assert (entry.date, entry.place) == ("2024-01-17", "Geneva")


def test_long_opening_ends_at_its_comma(lexicon):
    [entry] = contacts(
        "Setelah lebih dari tiga jam berbicara dengan Sergey Lavrov, Ismail Haniyeh menutup mulut.", lexicon
    )
    assert names(entry) == {"Ismail Haniyeh", "Sergey Lavrov"}


def test_visit_put_off_to_january_was_to_be_in_the_december_before(lexicon):
    entries = contacts(
        "Mula-mula Haniyeh diperkirakan bertandang ke Moskow pada akhir Desember, namun kunjungan itu digeser.",
        lexicon,
    )
    assert [(e.status, e.date) for e in entries] == [("cancelled", "2023-12-21/2023-12-31~")]


def test_what_two_states_hurl_at_each_other_is_no_meeting(lexicon):
    entries = contacts(
        "Rudal masih saling dilontarkan Israel dan Iran ketika Haniyeh muncul di Moskow.", lexicon
    )
    assert all(set(entry.sides) != {"Iran", "Israel"} for entry in entries)


def test_that_time_goes_back_to_the_day_of_a_message(lexicon):
    *_, entry = contacts(
        "Ismail Haniyeh menunggu. Undangan bagi Haniyeh disampaikan tanggal 28 November. "
        "Saat itu ia menjamu Sergei Lavrov.",
        lexicon,
    )
    assert (entry.status, entry.date) == ("held", "2023-11-28")
