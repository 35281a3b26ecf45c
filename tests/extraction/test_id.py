"""Constructions of Indonesian news that take more than one rule, each in sentences of its own."""

from datetime import date

import pytest

from articles.extraction import Document, describe, extract

PUBLISHED = date(2024, 1, 19)


def contacts(text: str, lexicon) -> list:
    return extract(Document(text, "id", PUBLISHED, "given", title="-"), lexicon)


def names(entry) -> set[str]:
    return {person.name for person in entry.participants}


def test_clause_that_opens_a_sentence_ends_at_its_comma(lexicon):
    [entry] = contacts(
        "Setelah menemui Sergei Lavrov, Ismail Haniyeh memberi keterangan kepada pers.", lexicon
    )
    assert names(entry) == {"Sergey Lavrov", "Ismail Haniyeh"}


def test_partner_stands_behind_the_topic(lexicon):
    [entry] = contacts("Mikhail Bogdanov membicarakan nasib sandera di Gaza dengan delegasi Hamas.", lexicon)
    assert (entry.kind, set(entry.sides)) == ("meeting", {"Hamas", "Russia"})


def test_two_people_who_discuss_something_did_not_therefore_meet(lexicon):
    assert contacts("Mikhail Bogdanov membicarakan nasib sandera Hamas.", lexicon) == []


@pytest.mark.parametrize(
    "cue", ["batal", "tidak kunjung terwujud", "urung terlaksana", "gagal terlaksana", "ditunda"]
)
def test_what_came_to_nothing_is_cancelled(cue, lexicon):
    [entry] = contacts(f"Kunjungan delegasi Hamas ke Moskow {cue}.", lexicon)
    assert (entry.kind, entry.status) == ("visit", "cancelled")


def test_date_line_dates_what_follows(lexicon):
    text = (
        "Hubungan gerakan itu dengan Rusia sudah berumur belasan tahun dan berikut ini sebagian catatannya.\n\n"
        "3 Maret 2006\nKhaled Meshaal dijamu Sergei Lavrov di Moskow.\n\n"
        "2 Maret 2020\nIsmail Haniyeh bertemu Sergei Lavrov di Moskow."
    )
    assert [entry.date for entry in contacts(text, lexicon)] == ["2006-03-03", "2020-03-02"]


def test_credits_above_the_text_do_not_end_it(lexicon):
    text = (
        "Hamas ke Moskow\n\nPenulis: A. Rahman | Editor: B. Siregar\nJumat, 19 Januari 2024 | 21.05\n\n"
        "Delegasi Hamas bertemu dengan Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov di Moskow pada hari Kamis."
    )
    [entry] = extract(describe(text, lexicon, language="id"), lexicon)
    assert entry.date == "2024-01-18"


@pytest.mark.parametrize("partner", ["Sergei Lavrov", "Menteri Luar Negeri Sergei Lavrov"])
def test_telephone_behind_the_partner_makes_it_a_call(partner, lexicon):
    [entry] = contacts(f"Ismail Haniyeh berbicara dengan {partner}, juga melalui telepon.", lexicon)
    assert (entry.kind, names(entry)) == ("call", {"Ismail Haniyeh", "Sergey Lavrov"})
