"""English: words of another clause that look like the contact's: who asks, who is due, whose a faction is."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # talks that are due somewhere, and what is asked for or gone to
    "The US demanded in Cairo on Tuesday that negotiations with the Rapid Support Forces due in Geneva next week go "
    "ahead.": ["planned meeting 2024-03-19 Cairo Rapid Support Forces+United States: "],
    "Sudan's government announced on Wednesday that a delegation will be sent to Jeddah for consultations with "
    "officials of the United States.": ["planned meeting None Jeddah Sudan+United States: "],
    "A meeting with U.S. officials had been requested by Burhan's government.": [
        "planned meeting None None Sudan+United States: "
    ],
    # whose visit an apposition tells of
    "Vladimir Putin received Syrian Foreign Minister Asaad al-Shaibani in Moscow on Tuesday, in the first visit to "
    "Russia by a high-ranking official of the new government.": [
        "held meeting 2024-03-12 Moscow Russia+Syria: Vladimir Putin, Asaad al-Shaibani",
        "held visit 2024-03-12 Moscow Russia+Syria: Asaad al-Shaibani",
    ],
    # who only speaks, behind a clause in commas
    "A Hamas delegation arrived in Moscow on Tuesday. Mousa Abu Marzouk heads it, Husam Badran, who is a member of "
    "the political bureau, said.": ["held visit 2024-03-12 Moscow Hamas+Russia: Mousa Abu Marzouk"],
    # of whom a faction is, and what has been reached
    "Khaled Mashal is looking for support for the deal that has been reached by Hamas and the Fatah faction of "
    "Palestinian President Mahmoud Abbas.": [],
    # a month told before, and since when something goes on
    "It was in October 2023 that the embassy, which is in Doha, became a channel to Hamas. Mikhail Bogdanov came to "
    "Doha that month.": ["held visit 2023-10 Doha Qatar+Russia: Mikhail Bogdanov"],
    "Representatives of Hamas and Fatah have been meeting in Moscow since Tuesday.": [
        "held meeting 2024-03-12 Moscow Fatah+Hamas: "
    ],
}


def line(mention: Mention) -> str:
    people = ", ".join(participant.name for participant in mention.participants)
    told = f"{mention.status} {mention.kind} {mention.date} {mention.place}"
    return f"{told} {'+'.join(sorted(mention.sides))}: {people}"


@pytest.mark.parametrize("text", READ)
def test_words_of_others_are_told_apart(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
