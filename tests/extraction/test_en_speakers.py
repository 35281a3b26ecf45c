"""What an English speaker says of himself: "it", "he" and "its envoy" behind a verb of saying or denying."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2024, 3, 14)


def read(text: str, lexicon):
    told = f"{text}\n\nNo further details were given at once."
    return extract(Document(text=told, language="en", published=PUBLISHED, title="-"), lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "Hamas said that it had met Russian officials in Moscow on Monday.",
        "The Russian Foreign Ministry announced it had received a Hamas delegation on Monday.",
        "The Hamas leader said he had met the Russian foreign minister on Monday.",
        "Russia announced that its envoy had met Hamas leaders on Monday.",
    ],
)
def test_the_speaker_is_one_of_the_two(text, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.kind, mention.status, mention.date) == ("meeting", "held", "2024-03-11")
    assert set(mention.sides) == {"Hamas", "Russia"}


@pytest.mark.parametrize(
    "text",
    [
        "Hamas denied that Ismail Haniyeh had met Sergey Lavrov in Moscow.",
        "Hamas denied that its leaders met Russian officials in Moscow.",
        "The Russian Foreign Ministry denied that it had received a Hamas delegation.",
    ],
)
def test_what_a_denial_opens_is_denied(text, lexicon):
    (mention,) = read(text, lexicon)
    assert (mention.kind, mention.status) == ("meeting", "denied")
