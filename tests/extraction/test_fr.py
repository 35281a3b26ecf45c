"""French, the language that was added by its folder alone: it is recognised, and its own turns are read."""

import json
from datetime import date
from pathlib import Path

import pytest

from articles.extraction import Document, describe, extract

ARTICLES = Path(__file__).parent / "fr"
PUBLISHED = date(2024, 1, 19)


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_french_article_is_recognised(path, lexicon):
    assert describe(path.read_text("utf8"), lexicon=lexicon).language == "fr"


def test_a_french_article_is_read(lexicon):
    published = date.fromisoformat(json.loads((ARTICLES / "fr-w05.json").read_text("utf8"))["published"])
    found = extract(Document((ARTICLES / "fr-w05.txt").read_text("utf8"), "fr", published, "given"), lexicon)
    told = {(e.kind, e.status, e.date, e.place, frozenset(p.name for p in e.participants)) for e in found}
    macron = "Emmanuel Macron"
    assert ("meeting", "held", "2023-10-24", "Jerusalem", frozenset({macron, "Benjamin Netanyahu"})) in told
    assert ("meeting", "planned", "2023-10-25", "Amman", frozenset({macron, "King Abdullah II"})) in told


@pytest.mark.parametrize(
    "sentence",
    [
        "L'émissaire du Kremlin Mikhaïl Bogdanov s'est entretenu mercredi à Doha avec Ismaïl Haniyeh.",
        "La rencontre d’Ismaïl Haniyeh avec Mikhaïl Bogdanov a eu lieu mercredi à Doha.",
        "Ismaïl Haniyeh a indiqué qu'il avait rencontré Mikhaïl Bogdanov mercredi à Doha.",
    ],
)
def test_an_elided_word_is_read_as_a_word_of_its_own(sentence, lexicon):
    [entry] = extract(Document(sentence, "fr", PUBLISHED, "given", title="-"), lexicon)
    assert {p.name for p in entry.participants} == {"Ismail Haniyeh", "Mikhail Bogdanov"}
    assert (entry.place, entry.date) == ("Doha", "2024-01-17")


def test_of_said_again_joins_two_sides(lexicon):
    sentence = "Des délégués du Hamas et du Fatah se sont réunis mercredi à Moscou."
    [entry] = extract(Document(sentence, "fr", PUBLISHED, "given", title="-"), lexicon)
    assert {"Hamas", "Fatah"} <= set(entry.sides)
