"""Every participant comes with the words that name him, however he came to the contact."""

from datetime import date
from pathlib import Path

from articles.extraction import Document, describe, extract

DEMO = Path(__file__).resolve().parents[2] / "demo"


def test_every_participant_of_the_demo_is_named_by_words_of_the_article(lexicon):
    for path in sorted(DEMO.rglob("*.txt")):
        document = describe(path.read_text("utf8"), lexicon)
        for mention in extract(document, lexicon):
            shown = {(e.of, e.quote) for e in mention.evidence if e.field == "participant"}
            told = {(person.name, person.as_written) for person in mention.participants}
            assert told <= shown, path.name


def test_whom_the_sentence_names_beside_its_verb_is_shown(lexicon):
    text = "With Khaled Mashal at its head, the Hamas delegation met Sergey Lavrov in Moscow on Tuesday."
    (mention,) = extract(Document(text=text, language="en", published=date(2024, 3, 14)), lexicon)
    assert {e.quote for e in mention.evidence if e.field == "participant"} == {
        "Khaled Mashal",
        "Sergey Lavrov",
    }
