"""English: what is still to come, and who is meant, where a clause or another sentence says it."""

from datetime import date

import pytest

from articles.extraction import Document, extract

from .test_en_constructions import line

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # a present tense that speaks of what is to come, by its clause of time or by who announces it
    "When Ismail Haniyeh arrives in Moscow on Tuesday, he will be received by Sergey Lavrov.": [
        "planned visit 2024-03-19 Moscow Hamas+Russia: Ismail Haniyeh",
        "planned meeting 2024-03-19 Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov",
    ],
    '"The delegation of Hamas arrives in Moscow on Monday," the diplomat said.': [
        "planned visit 2024-03-18 Moscow Hamas+Russia: "
    ],
    "When Ismail Haniyeh arrived in Moscow on Tuesday, Sergey Lavrov received him.": [
        "held visit 2024-03-12 Moscow Hamas+Russia: Ismail Haniyeh",
        "held meeting 2024-03-12 Moscow Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
    ],
    # "going to" before a verb is a tense; what talks will be about is to come
    "The talks with the Hamas delegation are going to take place in Moscow, Sergey Lavrov said.": [
        "planned meeting None Moscow Hamas+Russia: "
    ],
    "Talks with Bogdanov will focus on aid, Hamas said.": [
        "planned meeting None None Hamas+Russia: Mikhail Bogdanov"
    ],
    # what somebody is let do, or invited to
    "Hamas asked Egypt to let Ismail Haniyeh travel to Iran.": [
        "planned visit None None Hamas+Iran: Ismail Haniyeh"
    ],
    "The Kremlin's invitation to Ismail Haniyeh to visit Moscow angered many.": [
        "planned visit None Moscow Hamas+Russia: Ismail Haniyeh"
    ],
    # what one came for has no day that has gone by
    "A Hamas delegation arrived in Moscow on Tuesday to hold talks with Sergey Lavrov.": [
        "held visit 2024-03-12 Moscow Hamas+Russia: ",
        "planned meeting None Moscow Hamas+Russia: Sergey Lavrov",
    ],
    "To meet Hakan Fidan, Khalil al-Hayya flew to Ankara on Wednesday.": [
        "planned meeting None Ankara Hamas+Turkey: Hakan Fidan, Khalil al-Hayya",
        "held visit 2024-03-13 Ankara Hamas+Turkey: Khalil al-Hayya",
    ],
    # days of clauses: what has been since then, what somebody was told would be
    "Lavrov has met Haniyeh, whom he often sees, for the first time since war broke out on March 1.": [
        "held meeting None None Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "Lavrov confirmed in a phone call with Hakan Fidan that he would attend a forum to be held on March 20-22.": [
        "held call None None Russia+Turkey: Sergey Lavrov, Hakan Fidan"
    ],
    "Sergey Lavrov has met Hakan Fidan, with more of the kind planned for spring.": [
        "held meeting None None Russia+Turkey: Sergey Lavrov, Hakan Fidan"
    ],
    # something raised with somebody, not somebody's standing
    "The mediation could raise the standing of President Vladimir Putin, Qatar said.": [],
    # who held the talks, in a clause that no word opens
    "Khaled Mashal was told so. Bogdanov relayed the demand in a meeting he had with Gary Koren.": [
        "held meeting None None Israel+Russia: Mikhail Bogdanov, Gary Koren"
    ],
    # the surname alone of somebody named in full
    "Israeli Ambassador Gary Koren protested. In Moscow, Koren met Mikhail Bogdanov on Monday.": [
        "held meeting 2024-03-11 Moscow Israel+Russia: Gary Koren, Mikhail Bogdanov"
    ],
    # the leader is not the adviser who spoke of him, nor was who speaks of the others there
    "Ismail Haniyeh, the head of the Hamas political bureau, is abroad, his media adviser Taher al-Nunu said. "
    "The Hamas leader landed in Moscow on Monday. Nunu praised those who took part.": [
        "held visit 2024-03-11 Moscow Hamas+Russia: Ismail Haniyeh"
    ],
    "Russia's foreign minister has spoken with the leader of Hamas. Lavrov spoke on Monday with Khaled Mashal.": [
        "held call 2024-03-11 None Hamas+Russia: Sergey Lavrov, Khaled Mashal"
    ],
}


@pytest.mark.parametrize("text", READ)
def test_a_clause_is_read(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
