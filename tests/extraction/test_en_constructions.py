"""English: constructions of news prose, each with variations; what is read is written as one line an entry."""

from datetime import date

import pytest

from articles.extraction import Document, Mention, extract

PUBLISHED = date(2024, 3, 14)  # a Thursday

#: text -> "status kind day place sides: people" of each entry, in order
READ = {
    # somebody of no list, later by title and surname, or with initials
    "Nepali President Bidya Bhandari arrived in Delhi on Monday. President Bhandari met Narendra Modi on Tuesday.": [
        "held visit 2024-03-11 Delhi India+Nepal: Bidya Bhandari",
        "held meeting 2024-03-12 Delhi India+Nepal: Bidya Bhandari, Narendra Modi",
    ],
    "Bhutanese Foreign Minister D.N. Dhungyel met Lavrov in Moscow.": [
        "held meeting None Moscow Bhutan+Russia: D.N. Dhungyel, Sergey Lavrov"
    ],
    # counterparts, and whose delegation it is
    "Turkish Foreign Minister Hakan Fidan met his counterparts from Qatar and Egypt in Ankara on Wednesday.": [
        "held meeting 2024-03-13 Ankara Egypt+Qatar+Turkey: Hakan Fidan"
    ],
    "The talks between Khaled Meshaal's delegation and Lavrov were held on Wednesday.": [
        "held meeting 2024-03-13 None Hamas+Russia: Khaled Mashal, Sergey Lavrov"
    ],
    "Abbas's negotiators met Israeli officials in Cairo.": [
        "held meeting None Cairo Israel+Palestinian Authority: "
    ],
    # days counted from the news to a clause, or from a clause to the news
    "Ismail Haniyeh flew home on Tuesday, a week after Bogdanov met Khaled Mashal in Doha.": [
        "held meeting 2024-03-05 Doha Hamas+Russia: Mikhail Bogdanov, Khaled Mashal"
    ],
    "Two days after meeting Lavrov in Moscow on Monday, Haniyeh flew to Tehran.": [
        "held meeting 2024-03-11 Moscow Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
        "held visit 2024-03-13 Tehran Hamas+Iran: Ismail Haniyeh",
    ],
    "This is the first visit of Shavkat Mirziyoyev to Pakistan since assuming office in 2016.": [
        "held visit None None Pakistan+Uzbekistan: Shavkat Mirziyoyev"
    ],
    "Haniyeh has been in Moscow since Monday.": ["held visit 2024-03-11 Moscow Hamas+Russia: Ismail Haniyeh"],
    # an everyday verb that asks as well
    "Chinese Ambassador Jiang Zaidong called on Pakistani Prime Minister Shehbaz Sharif on Wednesday.": [
        "held meeting 2024-03-13 None China+Pakistan: Jiang Zaidong, Shehbaz Sharif"
    ],
    "Lavrov called on Netanyahu, who is under pressure, to stop the war.": [],
    "Lavrov called on Netanyahu for restraint.": [],
    "Qatar has hosted Hamas's political office since 2012.": [],
    # they talked, where a town says that it was not on the telephone
    "Bogdanov and Mousa Abu Marzouk spoke by telephone on Wednesday. They last talked in Moscow on 19 January.": [
        "held call 2024-03-13 None Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk",
        "held meeting 2024-01-19 Moscow Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk",
    ],
    # nouns of contacts: openings, visits from somebody, agents, who reports, joint press conferences
    "Emerging from talks with Sergey Lavrov in Moscow on Monday, Ismail Haniyeh warned against the plan.": [
        "held meeting 2024-03-11 Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov"
    ],
    "Cairo had a visit from Hamas leader Ismail Haniyeh on Wednesday.": [
        "held visit 2024-03-13 Cairo Egypt+Hamas: Ismail Haniyeh"
    ],
    "Lavrov had a visit from a delegation of Hamas on Wednesday.": [
        "held meeting 2024-03-13 None Hamas+Russia: Sergey Lavrov"
    ],
    "Talks with Hamas were held by a Russian delegation in Doha on Monday.": [
        "held meeting 2024-03-11 Doha Hamas+Russia: "
    ],
    "No talks with the Taliban took place in Doha in May, Russia's foreign ministry insisted.": [
        "denied meeting 2023-05 Doha Russia+Taliban: "
    ],
    "There was no meeting between Putin and Abbas, Kremlin spokesman Dmitry Peskov said.": [
        "denied meeting None None Palestinian Authority+Russia: Vladimir Putin, Mahmoud Abbas"
    ],
    "The fate of the captives was raised by Sergey Lavrov with his Qatari counterpart in New York on Wednesday.": [
        "held meeting 2024-03-13 New York Qatar+Russia: Sergey Lavrov"
    ],
    "Lavrov told a joint news conference with Abbas Araghchi in Tehran on Wednesday that talks would go on.": [
        "held meeting 2024-03-13 Tehran Iran+Russia: Sergey Lavrov, Abbas Araghchi"
    ],
    "Haniyeh told a press conference in Moscow on Monday that Russia supported Hamas.": [],
    # clauses of their own
    "Lavrov praised Abu Marzouk, who had come to Moscow with four colleagues on 12 March.": [
        "held visit 2024-03-12 Moscow Hamas+Russia: Mousa Abu Marzouk"
    ],
    "In May Russia had a visit from a delegation of Hamas. Abu Marzouk led it; Fathi Hammad belonged to it.": [
        "held visit 2023-05 None Hamas+Russia: Mousa Abu Marzouk, Fathi Hammad"
    ],
    # whose envoy somebody is, who somebody is not, and rows of adjectives
    "African Union Special Envoy Olusegun Obasanjo flew to Ethiopia on Monday. Obasanjo met Abiy Ahmed on Tuesday.": [
        "held visit 2024-03-11 None African Union+Ethiopia: Olusegun Obasanjo",
        "held meeting 2024-03-12 None African Union+Ethiopia: Olusegun Obasanjo, Abiy Ahmed",
    ],
    "The Taliban had talks with Iranian officials in Tehran, Iranian spokesman Abbas Mousavi said.": [
        "held meeting None Tehran Iran+Taliban: "
    ],
    "UN special envoy and mediator Salim Ahmed Salim met Ethiopian Prime Minister Abiy Ahmed on Monday.": [
        "held meeting 2024-03-11 None Ethiopia+United Nations: Salim Ahmed Salim, Abiy Ahmed"
    ],
    "Hakan Fidan had phone calls with his Iranian, Egyptian and Qatari counterparts on Monday.": [
        "held call 2024-03-11 None Iran+Turkey: Hakan Fidan",
        "held call 2024-03-11 None Egypt+Turkey: Hakan Fidan",
        "held call 2024-03-11 None Qatar+Turkey: Hakan Fidan",
    ],
    # days and towns of something else
    "A Hamas delegation has travelled to Moscow in its first visit since it launched a raid on 7 October.": [
        "held visit None Moscow Hamas+Russia: "
    ],
    "Earlier in the day, Lavrov said that Israeli and Egyptian negotiators would gather in Doha.": [
        "planned meeting None Doha Egypt+Israel: "
    ],
    "Hamas chief Ismail Haniyeh, who is usually based in Qatar, on Wednesday met with Abbas Kamel.": [
        "held meeting 2024-03-13 None Egypt+Hamas: Ismail Haniyeh, Abbas Kamel"
    ],
    "Mousa Abu Marzouk flew home after a meeting in Doha with Bogdanov and the Iranian minister Ali Bagheri Kani.": [
        "held meeting None Doha Hamas+Iran+Russia: Mousa Abu Marzouk, Mikhail Bogdanov, Ali Bagheri Kani"
    ],
    "The Israeli delegation will depart for Sharm al-Sheikh on Monday.": [
        "planned visit 2024-03-18 Sharm el-Sheikh Egypt+Israel: "
    ],
    # one verb with several partners: by days and towns, or one by one
    "On Tuesday Martin Griffiths talked first with Hakan Fidan in Ankara and then, in Nicosia, with Christodoulides.": [
        "held meeting 2024-03-12 Ankara Turkey+United Nations: Martin Griffiths, Hakan Fidan",
        "held meeting 2024-03-12 Nicosia Cyprus+United Nations: Martin Griffiths, Nikos Christodoulides",
    ],
    "Haniyeh met Lavrov in Moscow, Fidan in Ankara and Amir-Abdollahian in Tehran.": [
        "held meeting None Moscow Hamas+Russia: Ismail Haniyeh, Sergey Lavrov",
        "held meeting None Ankara Hamas+Turkey: Ismail Haniyeh, Hakan Fidan",
        "held meeting None Tehran Hamas+Iran: Ismail Haniyeh, Hossein Amir-Abdollahian",
    ],
    "Bogdanov received, each on his own, Abu Marzouk of Hamas and Azzam al-Ahmad of Fatah on Wednesday.": [
        "held meeting 2024-03-13 None Hamas+Russia: Mikhail Bogdanov, Mousa Abu Marzouk",
        "held meeting 2024-03-13 None Fatah+Russia: Mikhail Bogdanov, Azzam al-Ahmad",
    ],
    "In separate meetings in Moscow on Monday, Lavrov received Haniyeh and Abbas.": [
        "held meeting 2024-03-11 Moscow Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
        "held meeting 2024-03-11 Moscow Palestinian Authority+Russia: Sergey Lavrov, Mahmoud Abbas",
    ],
    "Lavrov met Haniyeh in Doha on Monday, and Abbas in Ramallah said he was pleased.": [
        "held meeting 2024-03-11 Doha Hamas+Russia: Sergey Lavrov, Ismail Haniyeh"
    ],
    "The Taliban met with Javad Zarif in Tehran on Monday, Taliban spokesman Suhail Shaheen said on Tuesday.": [
        "held meeting 2024-03-11 Tehran Iran+Taliban: Mohammad Javad Zarif"
    ],
    "Lavrov met Haniyeh and Abbas in Moscow.": [
        "held meeting None Moscow Hamas+Palestinian Authority+Russia: Sergey Lavrov, Ismail Haniyeh, Mahmoud Abbas"
    ],
    # the simple past is done, whatever else the sentence plans
    "Haniyeh, who plans to visit Moscow next week, met Fidan in Ankara on Monday.": [
        "planned visit 2024-03-18/2024-03-24 Moscow Hamas+Russia: Ismail Haniyeh",
        "held meeting 2024-03-11 Ankara Hamas+Turkey: Ismail Haniyeh, Hakan Fidan",
    ],
    "Lavrov planned to meet Haniyeh next week but met Mashal in Doha on Monday.": [
        "planned meeting 2024-03-18/2024-03-24 Doha Hamas+Russia: Sergey Lavrov, Ismail Haniyeh",
        "held meeting 2024-03-11 Doha Hamas+Russia: Sergey Lavrov, Khaled Mashal",
    ],
    # capitals by their states, tombs, conversations that were calls, rows with "together with"
    "Abbas Araghchi landed in Lebanon's capital on Monday.": [
        "held visit 2024-03-11 Beirut Iran+Lebanon: Abbas Araghchi"
    ],
    "Araghchi arrived in the Iraqi capital of Baghdad on Monday.": [
        "held visit 2024-03-11 Baghdad Iran+Iraq: Abbas Araghchi"
    ],
    "Araghchi visited the mausoleum of former Hezbollah leader Hassan Nasrallah on Monday.": [],
    "Zelensky spoke by telephone with Macron. During his conversation with Macron, Zelensky asked for support.": [
        "held call None None France+Ukraine: Volodymyr Zelensky, Emmanuel Macron"
    ],
    "Zelensky, together with French President Emmanuel Macron and Olaf Scholz, had a telephone call with Trump.": [
        "held call None None France+Germany+Ukraine+United States: "
        "Volodymyr Zelensky, Emmanuel Macron, Olaf Scholz, Donald Trump"
    ],
    "The symbolic visit to Kyiv came one day after Vladimir Putin hosted a parade.": [],
    "Ismail Haniyeh came to Moscow on Monday. The delegation consists of Saleh al-Arouri and Maher Salah.": [
        "held visit 2024-03-11 Moscow Hamas+Russia: Ismail Haniyeh, Saleh al-Arouri, Maher Salah"
    ],
    "Haniyeh came to Moscow on Monday. Hamas visited Moscow in May. The delegation includes Maher Salah.": [
        "held visit 2024-03-11 Moscow Hamas+Russia: Ismail Haniyeh, Maher Salah",
        "held visit 2023-05 Moscow Hamas+Russia: ",
    ],
    "Representatives of Hamas and Fatah were present at the meeting in Algiers on Tuesday.": [
        "held meeting 2024-03-12 Algiers Fatah+Hamas: "
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
