"""How far a denial goes: what only describes somebody is not denied with the contact that is."""

from datetime import date

import pytest

from articles.extraction import Document, extract

PUBLISHED = date(2023, 10, 27)
VISITED = {
    "en": "Nobody in the Kremlin has met the Hamas delegation that came to Moscow this week, Dmitry Peskov said.",
    "ar": "نفى الكرملين أن يكون قد التقى وفد حركة حماس الذي يزور موسكو.",
    "id": "Kremlin membantah bertemu delegasi Hamas yang sedang berada di Moskow.",
}


@pytest.mark.parametrize("language", VISITED)
def test_a_visit_told_of_somebody_is_not_denied_with_the_meeting(language, lexicon):
    document = Document(text=VISITED[language], language=language, published=PUBLISHED)
    told = {mention.kind: mention.status for mention in extract(document, lexicon)}
    assert told["visit"] == "held"
    assert told.get("meeting", "denied") == "denied"


def test_a_visit_that_is_denied_itself_is_denied(lexicon):
    text = "Moscow denied that Ismail Haniyeh had come to Moscow this week."
    (mention,) = extract(Document(text=text, language="en", published=PUBLISHED), lexicon)
    assert (mention.kind, mention.status) == ("visit", "denied")
