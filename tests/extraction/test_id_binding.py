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
