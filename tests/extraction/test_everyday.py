"""Everyday constructions, a short sentence each, written down from grammar and after no report.

``everyday/<language>.tsv`` has a line for each: what is asked (date, place, people, contact), the sentence, and
what an expert reads in it; "-" where nothing is to be read. A contact is given by its status, kind and date.
"""

from datetime import date
from pathlib import Path

import pytest

from articles.extraction import Document, Lexicon, Mention, extract

FOLDER = Path(__file__).parent / "everyday"
PUBLISHED = date(2025, 3, 6)
#: behind the sentence, so that it is no headline
AFTER = {
    "ar": "وذلك وفق بيان نشر على الموقع.",
    "en": "No further details were given at once.",
    "id": "Tidak ada rincian lebih lanjut.",
    "ru": "Подробностей пока нет.",
}


def rows(asked: str) -> list:
    """The language, the sentence and the answer of each line that asks this."""
    return [
        pytest.param(path.stem, sentence, answer, id=f"{path.stem}-{number}")
        for path in sorted(FOLDER.glob("*.tsv"))
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1)
        for kind, sentence, answer in [line.split("\t")]
        if kind == asked
    ]


def read(language: str, sentence: str, lexicon: Lexicon) -> list[Mention]:
    text = f"{sentence}\n\n{AFTER[language]}"
    return list(extract(Document(text=text, language=language, published=PUBLISHED, title="-"), lexicon))


@pytest.mark.parametrize(("language", "sentence", "answer"), rows("date"))
def test_day_is_what_the_words_say(language, sentence, answer, lexicon):
    (mention,) = read(language, sentence, lexicon)
    assert (mention.date or "-") == answer


@pytest.mark.parametrize(("language", "sentence", "answer"), rows("place"))
def test_place_is_the_town_where_they_met(language, sentence, answer, lexicon):
    (mention,) = read(language, sentence, lexicon)
    assert (mention.place or "-") == answer


@pytest.mark.parametrize(("language", "sentence", "answer"), rows("people"))
def test_people_are_those_who_took_part(language, sentence, answer, lexicon):
    (mention,) = read(language, sentence, lexicon)
    assert ", ".join(sorted(person.name for person in mention.participants)) == answer


@pytest.mark.parametrize(("language", "sentence", "answer"), rows("contact"))
def test_contact_of_the_two_is_told_as_it_was(language, sentence, answer, lexicon):
    mentions = read(language, sentence, lexicon)
    told = [f"{m.status} {m.kind} {m.date or '-'}" for m in mentions if {*m.sides} >= {"Hamas", "Russia"}]
    assert answer in told if answer != "-" else mentions == []
