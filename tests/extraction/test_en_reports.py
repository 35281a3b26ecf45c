"""English: constructions of agency reports, each with variations; what is read is written as one line an entry."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # the town of what they are about, and the town of the talks
    "Hamas delegates held another round of Gaza ceasefire talks with Abbas Kamel on Wednesday.": [
        "held meeting 2024-03-13 None Egypt+Hamas: Abbas Kamel"
    ],
    "A Hamas delegation discussed a ceasefire in Gaza with Abbas Kamel on Wednesday.": [
        "held meeting 2024-03-13 None Egypt+Hamas: Abbas Kamel"
    ],
    "Bogdanov met Mousa Abu Marzouk on Wednesday and asked about those whom the group is holding in Gaza.": [
        "held meeting 2024-03-13 None Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk"
    ],
    "Talks between Sergey Lavrov and Ismail Haniyeh, held in Geneva on Wednesday, dealt with aid.": [
        "held meeting 2024-03-13 Geneva Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "Talks between Russia and Ukraine on a truce were held in Istanbul on Monday.": [
        "held meeting 2024-03-11 Istanbul Russia+Ukraine: "
    ],
    # what two sides have with one another, and what talks are on
    "Lavrov will meet Haniyeh on Friday. The meeting comes amid tensions between Russia and Israel.": [
        "planned meeting 2024-03-15 None Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "The talks on the agreement between Russia and Ukraine were held in Istanbul on Monday.": [
        "held meeting 2024-03-11 Istanbul Russia+Ukraine: "
    ],
    # what is welcome
    "Putin welcomed the decision of Mahmoud Abbas to come to Moscow.": [],
    "Putin on Wednesday welcomed the visit of Haniyeh to Cairo.": [
        "held visit 2024-03-13 Cairo Egypt+Hamas: Ismail Haniyeh"
    ],
    "Putin welcomed Mahmoud Abbas in Moscow on Wednesday.": [
        "held meeting 2024-03-13 Moscow Palestinian Authority+Russia: Vladimir Putin, Mahmoud Abbas"
    ],
    # of a journey that has begun, what is to come on it; and what was then
    "A Hamas delegation arrived in Moscow on Tuesday. It was scheduled to meet Mikhail Bogdanov.": [
        "held visit 2024-03-12 Moscow Hamas+Russia: ",
        "planned meeting None Moscow Hamas+Russia: Mikhail Bogdanov",
    ],
    "Abu Marzouk will meet Bogdanov on Friday. Hamas envoys had been in Moscow in February. "
    "Back then, Abu Marzouk and Bogdanov discussed elections.": [
        "planned meeting 2024-03-15 None Hamas+Russia: Mousa Abu Marzouk, Mikhail Bogdanov",
        "held visit 2024-02 Moscow Hamas+Russia: Mousa Abu Marzouk",
        "held meeting 2024-02 Moscow Hamas+Russia: Mousa Abu Marzouk, Mikhail Bogdanov",
    ],
    # put off, and to when; what it was to have been
    "Lavrov postponed his trip to Cairo until April.": [
        "cancelled visit None Cairo Egypt+Russia: Sergey Lavrov",
        "planned visit 2024-04 Cairo Egypt+Russia: Sergey Lavrov",
    ],
    "Haniyeh's visit to Moscow was put off. He had been scheduled to visit Moscow on 5 March for talks with Lavrov.": [
        "cancelled visit 2024-03-05 Moscow Hamas+Russia: Ismail Haniyeh",
        "cancelled meeting 2024-03-05 Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov",
    ],
    "Mousa Abu Marzouk and Bogdanov spoke by telephone on Wednesday about the postponement of Haniyeh's visit.": [
        "held call 2024-03-13 None Hamas+Russia: Mousa Abu Marzouk, Mikhail Bogdanov"
    ],
    "Abbas postponed a trip to Moscow that was planned for this month.": [
        "cancelled visit 2024-03 Moscow Palestinian Authority+Russia: Mahmoud Abbas"
    ],
    "A visit by Abbas to Moscow was possible, Bogdanov said.": [
        "planned visit None Moscow Palestinian Authority+Russia: Mahmoud Abbas"
    ],
    # a day between the verb and its preposition; the day of a statement
    "Bogdanov spoke late Monday with representatives from Hamas.": [
        "held call 2024-03-11 None Hamas+Russia: Mikhail Bogdanov"
    ],
    "Mohammad Javad Zarif on Wednesday confirmed a Taliban delegation's visit to Tehran. "
    "The delegates, led by Abdul Ghani Baradar, met Zarif in Tehran on Tuesday.": [
        "held visit 2024-03-12 Tehran Iran+Taliban: Abdul Ghani Baradar",
        "held meeting 2024-03-12 Tehran Iran+Taliban: Abdul Ghani Baradar, Mohammad Javad Zarif",
    ],
    "Mousa Abu Marzouk arrived in Moscow for a three-day visit to Russia yesterday.": [
        "held visit 2024-03-13 Moscow Hamas+Russia: Mousa Abu Marzouk"
    ],
    # the first half of an adjective
    "Mohammad Javad Zarif met Abdul Ghani Baradar, head of the Taliban's Qatar-based political bureau, on Tuesday.": [
        "held meeting 2024-03-12 None Iran+Taliban: Mohammad Javad Zarif, Abdul Ghani Baradar"
    ],
    # where a movement is at home
    "The deputy head of the armed Palestinian organisation, Hamas, will visit Moscow next week.": [
        "planned visit 2024-03-18/2024-03-24 Moscow Hamas+Russia: "
    ],
    "Leaders of the Palestinian factions Fatah and Hamas arrived in Moscow on Wednesday.": [
        "held visit 2024-03-13 Moscow Fatah+Hamas+Russia: "
    ],
    "Sergey Lavrov received a delegation from Afghanistan's Taliban in Moscow.": [
        "held meeting None Moscow Russia+Taliban: Sergey Lavrov"
    ],
    # words that only look like a contact or its denial
    "Lavrov will not only meet Haniyeh on Friday.": [
        "planned meeting 2024-03-15 None Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "Haniyeh will not meet the Quartet's conditions, Lavrov said.": [],
    "Russia sits in the Quartet, grouping the United States, the European Union and the United Nations.": [],
    "Mashal defended the accord reached between Hamas and Fatah.": [],
}


def line(mention: Mention) -> str:
    people = ", ".join(participant.name for participant in mention.participants)
    told = f"{mention.status} {mention.kind} {mention.date} {mention.place}"
    return f"{told} {'+'.join(sorted(mention.sides))}: {people}"


@pytest.mark.parametrize("text", READ)
def test_a_construction_is_read(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
