"""English: what a sentence leaves to those before it: the two guests, the first round, half a name."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # both of those told before, met one by one
    "Nikol Pashinyan and Ilham Aliyev met in Brussels on Tuesday. Charles Michel had met with the two leaders "
    "separately the day before.": [
        "held meeting 2024-03-12 Brussels Armenia+Azerbaijan: Nikol Pashinyan, Ilham Aliyev",
        "held meeting 2024-03-11 None Armenia+European Union: Charles Michel, Nikol Pashinyan",
        "held meeting 2024-03-11 None Azerbaijan+European Union: Charles Michel, Ilham Aliyev",
    ],
    "The foreign ministers of Armenia and Azerbaijan, Ararat Mirzoyan and Jeyhun Bayramov, met in Almaty on Tuesday. "
    "Kazakhstan's foreign minister Murat Nurtleu had held separate meetings with each of his two guests on Monday.": [
        "held meeting 2024-03-12 Almaty Armenia+Azerbaijan: Ararat Mirzoyan, Jeyhun Bayramov",
        "held meeting 2024-03-11 None Armenia+Kazakhstan: Murat Nurtleu, Ararat Mirzoyan",
        "held meeting 2024-03-11 None Azerbaijan+Kazakhstan: Murat Nurtleu, Jeyhun Bayramov",
    ],
    "Nikol Pashinyan and Ilham Aliyev met in Brussels on Tuesday. Charles Michel met with the two leaders later.": [
        "held meeting 2024-03-12 Brussels Armenia+Azerbaijan+European Union: Nikol Pashinyan, Ilham Aliyev, "
        "Charles Michel",
    ],
    # the round before: its parties are those of the talks, its people those listed behind it, and who mediated
    "Delegations of Pakistan and of the Taliban held talks in Istanbul on Wednesday. Reporters were kept away. "
    "No statement was issued. It was cold. It rained. The first round was held in Doha on February 19 with Qatar as "
    "mediator. Pakistan was represented there by Defence Minister Khawaja Asif.": [
        "held meeting 2024-03-13 Istanbul Pakistan+Taliban: ",
        "held meeting 2024-02-19 Doha Pakistan+Qatar+Taliban: Khawaja Asif",
    ],
    # a name of three words, told again by its last two; behind a verb, before what says whose he is
    "Martin Griffiths met Mohamed Abdel Salam, who represents the Houthis, in Muscat on Monday. "
    "On Tuesday Abdel Salam received Hakan Fidan in Sanaa.": [
        "held meeting 2024-03-11 Muscat Houthis+United Nations: Martin Griffiths, Mohammed Abdulsalam",
        "held meeting 2024-03-12 Sanaa Houthis+Turkey: Mohammed Abdulsalam, Hakan Fidan",
    ],
    # "there" that is no place, talks of nobody, a day that is none
    "Martin Griffiths will fly to Sanaa on Friday. On Tuesday Griffiths had a meeting with Rashad al-Alimi and talked "
    "with him about what prospects there are of peace.": [
        "planned visit 2024-03-15 Sanaa Houthis+United Nations: Martin Griffiths",
        "held meeting 2024-03-12 None United Nations+Yemen: Martin Griffiths, Rashad al-Alimi",
    ],
    "Martin Griffiths arrived in Muscat on Tuesday. The purpose of the stop is to give new life to the stalled talks "
    "between the warring rivals in Yemen.": [
        "held visit 2024-03-12 Muscat Oman+United Nations: Martin Griffiths"
    ],
    '"Not long ago we had a conversation with Mousa Abu Marzouk and also with our colleagues from Israel," '
    "Mikhail Bogdanov said.": [
        "held meeting None None Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk",
        "held meeting None None Israel+Russia: Mikhail Bogdanov",
    ],
    # where somebody stayed, told again nearer to what he did there on a day of its own
    "Lavrov went to Damascus on Saturday. It was hot. Sergey Lavrov spoke of aid during his stay in Damascus. He said "
    "little. It rained. Nobody came. Lavrov also met on Sunday with Syrian President Bashar al-Assad.": [
        "held visit 2024-03-09 Damascus Russia+Syria: Sergey Lavrov",
        "held meeting 2024-03-10 Damascus Russia+Syria: Sergey Lavrov, Bashar al-Assad",
    ],
    # who speaks after a meeting, before the press
    "The choice of a day suits the ministers, Sergey Lavrov said at a press conference on Tuesday after talks with "
    "Hakan Fidan in Ankara.": ["held meeting 2024-03-12 Ankara Russia+Turkey: Sergey Lavrov, Hakan Fidan"],
    "Deputy Minister of Interior Rahmat Najib of Afghanistan met Sergey Lavrov in Moscow on Tuesday.": [
        "held meeting 2024-03-12 Moscow Afghanistan+Russia: Rahmat Najib, Sergey Lavrov"
    ],
}


def line(mention: Mention) -> str:
    people = ", ".join(participant.name for participant in mention.participants)
    told = f"{mention.status} {mention.kind} {mention.date} {mention.place}"
    return f"{told} {'+'.join(sorted(mention.sides))}: {people}"


@pytest.mark.parametrize("text", READ)
def test_what_was_told_before_is_read(text, lexicon):
    document = Document(text=f"{text}\n", language="en", published=PUBLISHED, published_from="given")
    assert [line(mention) for mention in extract(document, lexicon)] == READ[text]
