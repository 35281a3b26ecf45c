"""English: who else was there, told beside a contact or in a sentence of its own."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # who is of the delegation told before, with whom it is led by
    "A Hamas delegation arrived in Moscow on Tuesday. Mousa Abu Marzouk is part of it, and so are two aides, "
    "Husam Badran and Basem Naim.": [
        "held visit 2024-03-12 Moscow Hamas+Russia: Mousa Abu Marzouk, Husam Badran, Basem Naim"
    ],
    "Sergey Lavrov held talks with Hamas representatives in Moscow on Tuesday. Mousa Abu Marzouk, the leader of its "
    "wing abroad, who heads the group, called them useful. Husam Badran and Basem Naim are members of the "
    "delegation as well.": [
        "held meeting 2024-03-12 Moscow Hamas+Russia: Sergey Lavrov, Mousa Abu Marzouk, Husam Badran, Basem Naim"
    ],
    "Abu Marzouk came to Moscow last week. With him was Husam Badran of Hamas. "
    "They held talks with Mikhail Bogdanov.": [
        "held visit 2024-03-04/2024-03-10 Moscow Hamas+Russia: Mousa Abu Marzouk, Husam Badran",
        "held meeting 2024-03-04/2024-03-10 Moscow Hamas+Russia: Mousa Abu Marzouk, Mikhail Bogdanov, Husam Badran",
    ],
    # at whose head or side
    "MOSCOW, (PIC)-- The truce was discussed on Tuesday by Sergey Lavrov and a Hamas delegation on a visit to Moscow, "
    "with the movement's leader Khaled Mashal at its head.": [
        "held meeting 2024-03-12 Moscow Hamas+Russia: Sergey Lavrov, Khaled Mashal",
        "held visit 2024-03-12 Moscow Hamas+Russia: Khaled Mashal",
    ],
    "On Tuesday Ismail Haniyeh, with Saleh al-Arouri at his side, met Lavrov in Moscow.": [
        "held meeting 2024-03-12 Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov, Saleh al-Arouri"
    ],
    "The group was led by Abu Marzouk, one of the founders of Hamas, with Basem Naim at his side, and on Tuesday "
    "Bogdanov received them in Moscow.": [
        "held meeting 2024-03-12 Moscow Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk, Basem Naim"
    ],
    # who was at one meeting is of that one alone
    "Mikhail Bogdanov met Khaled Mashal in Doha on Tuesday. In late January, Erdogan had a meeting with senior "
    "members of Hamas in Ankara. Also present were Hakan Fidan and Ibrahim Kalin.": [
        "held meeting 2024-03-12 Doha Hamas+Russia: Mikhail Bogdanov, Khaled Mashal",
        "held meeting 2024-01-21/2024-01-31~ Ankara Hamas+Turkey: Recep Tayyip Erdogan, Hakan Fidan, Ibrahim Kalin",
    ],
    # on which side of a picture somebody stands
    "Libyan strongman Khalifa Haftar (left) and Russian Foreign Minister Sergei Lavrov shook hands in Moscow on "
    "Wednesday.": [
        "held meeting 2024-03-13 Moscow Libyan National Army+Russia: Khalifa Haftar, Sergey Lavrov"
    ],
    # of whom it is said that he was one of them
    "Saleh al-Arouri was one of three Hamas politicians who had talks with Mikhail Bogdanov in Moscow on Tuesday, the "
    "others being Husam Badran and Sami Khater.": [
        "held meeting 2024-03-12 Moscow Hamas+Russia: Saleh al-Arouri, Mikhail Bogdanov, Husam Badran, Sami Khater"
    ],
    # of those whom a verb has for its object it does not say who travelled
    "Lavrov has seen the head of Hamas on a trip to Syria.": [
        "held meeting None None Hamas+Russia: Sergey Lavrov",
        "held visit None None Russia+Syria: Sergey Lavrov",
    ],
}


def line(mention: Mention) -> str:
    people = ", ".join(participant.name for participant in mention.participants)
    told = f"{mention.status} {mention.kind} {mention.date} {mention.place}"
    return f"{told} {'+'.join(sorted(mention.sides))}: {people}"


@pytest.mark.parametrize("text", READ)
def test_company_is_read(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
