"""What an article without a headline is called."""

import pytest

from articles.opening import LENGTH, opening_of
from tests.factories import make_article


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            "MOSCOW, March 3, 2006 (Levant Courier) - Hamas must live up to it.",
            "Hamas must live up to it.",
        ),
        ("МОСКВА, 11 янв 2019 – Полярный телеграф. О том, что", "Полярный телеграф. О том, что"),
        ("MOSKOW (Suara Samudra) - Rencana kedatangan urung", "Rencana kedatangan urung"),
        ("Москва, 3 марта 2006. Глава МИД встретился", "Москва, 3 марта 2006. Глава МИД встретился"),
        ("The talks - which lasted long - ended.", "The talks - which lasted long - ended."),
        ("\n---\n\n  التقى لافروف وفد حماس  \nموسكو", "التقى لافروف وفد حماس"),
        ("-- \n 12.3.", ""),
        ("", ""),
    ],
)
def test_first_words_behind_the_dateline(text, called):
    assert opening_of(text) == called


def test_long_lines_are_cut_at_a_word():
    called = opening_of("Lavrov received them, " * 20)
    assert called.endswith("…")
    assert len(called) <= LENGTH + 1
    assert called.removesuffix("…").rsplit(" ", 1)[-1] in {"Lavrov", "received", "them"}


def test_one_word_without_end_is_cut_too():
    assert opening_of("x" * 10_000) == "x" * LENGTH + "…"


@pytest.mark.django_db
def test_an_article_is_called_by_its_headline_then_its_first_words_then_its_file():
    assert str(make_article(title="Talks", opening="They met", file_name="a.txt")) == "Talks"
    assert str(make_article(title="", opening="They met", file_name="a.txt")) == "They met"
    assert str(make_article(title="", opening="", file_name="a.txt")) == "a.txt"
