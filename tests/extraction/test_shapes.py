"""What a word is by its beginning or ending is told by the language's data, and no word list."""

import pytest

from articles.extraction.words.language import load_language
from articles.extraction.words.shapes import Shapes


@pytest.mark.parametrize(
    ("language", "word", "shape"),
    [
        ("en", "meeting", "gerund"),
        ("en", "visited", "regular_past"),
        ("id", "dikirim", "passive"),
        ("id", "kantornya", "his"),
        ("ru", "побеседовать", "infinitive"),
        ("ru", "прибыл", "past_tense"),
        ("ar", "الوزير", "with_article"),
        ("ar", "والقاهرة", "joined"),
    ],
)
def test_a_word_is_what_its_beginning_or_ending_says(language, word, shape):
    assert shape in load_language(language).shapes.of(word)


def test_a_language_without_affixes_tells_nothing_by_them():
    assert Shapes({}, {}).of("meeting") == frozenset()
