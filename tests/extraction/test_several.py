"""Several contacts in one breath, and whom references stand for: who met whom, and who was only spoken of."""

from datetime import date

import pytest

from articles.extraction import Document, Lexicon, extract
from articles.extraction.types import Mention

PUBLISHED = date(2024, 3, 14)


def read(language: str, text: str, lexicon: Lexicon) -> list[Mention]:
    return extract(Document(text=text, language=language, published=PUBLISHED), lexicon)


def pairs(mentions: list[Mention]) -> list[set[str]]:
    return [set(mention.sides) for mention in mentions]


IN_ORDER = {
    "en": "Sergey Lavrov held talks in Moscow on Tuesday with Mousa Abu Marzouk and afterwards with Hakan Fidan.",
    "id": "Sergei Lavrov menemui Mousa Abu Marzouk di Moskow pada Selasa dan, secara terpisah, Hakan Fidan.",
    "ru": "Сергей Лавров во вторник принял в Москве Мусу Абу Марзука, а затем Хакана Фидана.",
    "ar": "التقى سيرغي لافروف يوم الثلاثاء في موسكو مع موسى أبو مرزوق ثم مع هاكان فيدان.",
}


@pytest.mark.parametrize("language", IN_ORDER)
def test_whom_one_verb_goes_on_to_is_met_in_a_contact_of_its_own(language, lexicon):
    assert pairs(read(language, IN_ORDER[language], lexicon)) == [{"Russia", "Hamas"}, {"Russia", "Turkey"}]


def test_words_of_place_may_stand_before_the_preposition_said_again(lexicon):
    text = "Lavrov met with Mousa Abu Marzouk on Tuesday and then in another wing with Hakan Fidan."
    assert pairs(read("en", text, lexicon)) == [{"Russia", "Hamas"}, {"Russia", "Turkey"}]


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov received Khaled Mashal, whom neither Turkey nor Qatar wanted, in Moscow on Tuesday.",
        "Lavrov met Khaled Mashal in Moscow on Tuesday and told him that he did not trust the Americans.",
    ],
)
def test_a_negation_of_another_clause_denies_no_contact(text, lexicon):
    assert not [mention for mention in read("en", text, lexicon) if mention.status == "denied"]


def test_who_the_sentence_names_is_met_rather_than_the_host_of_the_town(lexicon):
    text = "В Дохе Михаил Богданов во вторник провел беседу с председателем, это был Халед Машаль."
    assert pairs(read("ru", text, lexicon)) == [{"Russia", "Hamas"}]


def test_the_two_are_complete_and_nobody_behind_the_comma_is_a_third(lexicon):
    text = (
        "Mousa Abu Marzouk sounded hopeful, and so did Mikhail Bogdanov. "
        "The two spoke by phone on Tuesday, Putin's office said."
    )
    (mention,) = read("en", text, lexicon)
    assert (mention.kind, set(mention.sides)) == ("call", {"Hamas", "Russia"})


def test_the_two_are_he_who_opened_the_sentence_before_and_whom_it_names(lexicon):
    text = (
        "Mousa Abu Marzouk spoke to reporters. He had it, he wrote, from Mikhail Bogdanov. "
        "When the two spoke by phone on Tuesday, the Russian was brief."
    )
    (mention,) = read("en", text, lexicon)
    assert {person.name for person in mention.participants} == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}


def test_a_president_who_refuses_somebody_is_that_of_the_other_side(lexicon):
    text = (
        "Russian President Vladimir Putin and US President George W. Bush differ over the group. "
        "Khaled Mashal met Sergey Lavrov in Moscow on Tuesday but was not received by the president."
    )
    denied = [mention for mention in read("en", text, lexicon) if mention.status == "denied"]
    assert pairs(denied) in ([], [{"Hamas", "Russia"}])


def test_they_are_not_of_the_side_of_who_receives_them(lexicon):
    text = "Para petinggi Hamas tiba di Ankara. Presiden Recep Tayyip Erdogan menyambut mereka pada Selasa."
    met = [mention for mention in read("id", text, lexicon) if mention.kind == "meeting"]
    assert pairs(met) == [{"Hamas", "Turkey"}]


def test_the_guests_are_who_came_last_even_where_a_delegation_was_told_before(lexicon):
    text = (
        "В январе в Каире побывала делегация ФАТХа. Во вторник Сергей Лавров принял в Москве Халеда Машаля. "
        "Вечером гостей принял Михаил Богданов."
    )
    assert {"Hamas", "Russia"} == pairs(read("ru", text, lexicon))[-1]


def test_a_time_that_ends_the_clause_of_one_verb_is_none_of_the_next_verb(lexicon):
    text = (
        "Mousa Abu Marzouk menemui Mikhail Bogdanov di Moskow pada akhir Oktober lalu, "
        "dan pada Desember mereka berbicara lewat telepon."
    )
    told = [(mention.kind, (mention.date or "")[:7]) for mention in read("id", text, lexicon)]
    assert told == [("meeting", "2023-10"), ("call", "2023-12")]
