"""English: who "the two" and "we" are, whose verb it is, and contacts told one after the other."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # "the two", whom a verb of saying told of before; whose office says it is no partner
    "Benjamin Netanyahu has told Vladimir Putin that it was wrong to invite Hamas leaders. "
    "The two spoke on the phone for 40 minutes on Monday, Netanyahu's office said.": [
        "held call 2024-03-11 None Israel+Russia: Benjamin Netanyahu, Vladimir Putin"
    ],
    "Thomas Barrack and Brad Cooper flew to Damascus on Tuesday. "
    "Mazloum Abdi had received the two Americans in Hasakah on Monday.": [
        "held visit 2024-03-12 Damascus Syria+United States: Tom Barrack, Brad Cooper",
        "held meeting 2024-03-11 Hasakah Syrian Democratic Forces+United States: "
        "Mazloum Abdi, Tom Barrack, Brad Cooper",
    ],
    "Sergey Lavrov and Khaled Mashal agreed that the guns should fall silent. "
    '"We met a short while ago in Doha," the minister said.': [
        "held meeting None Doha Hamas+Russia: Sergey Lavrov, Khaled Mashal"
    ],
    "Ismail Haniyeh spoke with Sergey Lavrov by phone on Monday. "
    "The two men had sat together in Moscow in March 2020.": [
        "held call 2024-03-11 None Hamas+Russia: Ismail Haniyeh, Sergey Lavrov",
        "held meeting 2020-03 Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov",
    ],
    # one after the other
    "Bashar al-Assad held talks in Damascus on Tuesday with Sergey Lavrov, and afterwards with Khaled Mashal.": [
        "held meeting 2024-03-12 Damascus Russia+Syria: Bashar al-Assad, Sergey Lavrov",
        "held meeting 2024-03-12 Damascus Hamas+Syria: Bashar al-Assad, Khaled Mashal",
    ],
    "Sergey Lavrov met Ismail Haniyeh on Monday, and then Mahmoud Abbas.": [
        "held meeting 2024-03-11 None Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
        "held meeting 2024-03-11 None Palestinian Authority+Russia: Sergey Lavrov, Mahmoud Abbas",
    ],
    "Lavrov met Haniyeh in Moscow on Monday. Earlier in the day he received Mahmoud Abbas.": [
        "held meeting 2024-03-11 Moscow Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
        "held meeting 2024-03-11 Moscow Palestinian Authority+Russia: Sergey Lavrov, Mahmoud Abbas",
    ],
    # what a clause tells: nobody's verb, somebody's day, somebody's talks
    "He told Khaled Mashal on Monday in Damascus that food would keep coming to Gaza.": [],
    "Israel protested on Sunday against the visit that a delegation of Hamas made to Moscow last Thursday.": [
        "held visit 2024-03-07 Moscow Hamas+Russia: "
    ],
    "Lavrov was briefed on the talks that Hamas had conducted with Egypt in Cairo.": [
        "held meeting None Cairo Egypt+Hamas: "
    ],
    # whom "them" and "the delegation" are, and the people of whom a sentence of its own speaks
    "Saudi officials and a delegation of the Houthi group held talks in Riyadh on Monday. "
    "The Houthis came in the company of Omani mediators. Khalid bin Salman, too, met with the delegation.": [
        "held meeting 2024-03-11 Riyadh Houthis+Saudi Arabia: Khalid bin Salman",
        "held visit 2024-03-11 Riyadh Houthis+Saudi Arabia: ",
    ],
    "The group was headed by Mousa Abu Marzook, one of the founders of Hamas, "
    "and it was Mikhail Bogdanov who received them in Moscow on Monday.": [
        "held meeting 2024-03-11 Moscow Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk"
    ],
    "A Hamas delegation landed in Moscow on Monday. Leading the group is Moussa Abu Marzouk. "
    "His companions are Fathi Hammad and Hussam Badran.": [
        "held visit 2024-03-11 Moscow Hamas+Russia: Mousa Abu Marzouk, Fathi Hammad, Husam Badran"
    ],
    "A Hamas delegation came to Moscow on Monday. Today the visitors are expected at the Federation Council, "
    "where Mikhail Margelov, who chairs its foreign affairs committee, will receive them.": [
        "held visit 2024-03-11 Moscow Hamas+Russia: ",
        "planned visit 2024-03-14 Moscow Hamas+Russia: ",
        "planned meeting 2024-03-14 Moscow Hamas+Russia: Mikhail Margelov",
    ],
    # told again by "it", with a day; arrivals where the headline is; partners that open a sentence
    "Hezbollah's talks in Moscow\n\nLavrov held a meeting with representatives of Lebanon's Hezbollah. "
    '"It took place on Monday," an official said. The Lebanese arrived on Sunday evening.': [
        "held meeting 2024-03-11 Moscow Hezbollah+Russia: Sergey Lavrov",
        "held visit 2024-03-10 Moscow Hezbollah+Russia: ",
    ],
    "With Hamas the Russians had discussions last week.": [
        "held meeting 2024-03-04/2024-03-10 None Hamas+Russia: "
    ],
    # what an office is for, in capitals; who is on the way; members told further down
    "Haniyeh held talks with UN Deputy Secretary General for Humanitarian Affairs Martin Griffiths, "
    "Iranian Foreign Minister Hossein Amir-Abdollahian and Sergey Lavrov.": [
        "held meeting None None Hamas+Iran+Russia+United Nations: "
        "Ismail Haniyeh, Martin Griffiths, Hossein Amir-Abdollahian, Sergey Lavrov"
    ],
    "Mahmoud Abbas is coming to Moscow.": [
        "planned visit None Moscow Palestinian Authority+Russia: Mahmoud Abbas"
    ],
    "A delegation from Hamas visited Moscow on Friday. The war went on. Aid was short. Talks were long. "
    "Nobody smiled. The delegation also included Basem Naim.": [
        "held visit 2024-03-08 Moscow Hamas+Russia: Basem Naim"
    ],
    # what one does at large, and what had been expected
    "Russia is alone among the four in talking to Hamas.": [],
    "Originally Haniyeh had been expected in Moscow at the end of December.": [
        "planned visit 2023-12-21/2023-12-31~ Moscow Hamas+Russia: Ismail Haniyeh"
    ],
    # a stop that was used to meet, a journey that is off after all, a town where somebody spoke
    "Sergey Lavrov used a stop in Doha on Monday to see Khaled Mashal.": [
        "held meeting 2024-03-11 Doha Hamas+Russia: Sergey Lavrov, Khaled Mashal"
    ],
    "Ismail Haniyeh will not be in Moscow next Tuesday after all.": [
        "cancelled visit 2024-03-19 Moscow Hamas+Russia: Ismail Haniyeh"
    ],
    "Lavrov spoke with Haniyeh in Doha on Monday.": [
        "held meeting 2024-03-11 Doha Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "A delegation of the Iranian-backed Houthi group met Saudi officials in Riyadh on Monday.": [
        "held meeting 2024-03-11 Riyadh Houthis+Saudi Arabia: "
    ],
}


def line(mention: Mention) -> str:
    people = ", ".join(participant.name for participant in mention.participants)
    told = f"{mention.status} {mention.kind} {mention.date} {mention.place}"
    return f"{told} {'+'.join(sorted(mention.sides))}: {people}"


@pytest.mark.parametrize("text", READ)
def test_a_construction_is_read(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
