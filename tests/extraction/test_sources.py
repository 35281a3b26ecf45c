"""Who the article says it from."""

from datetime import date

import pytest

from articles.extraction import Document, extract

MET = {
    "en": "A Hamas delegation met Mikhail Bogdanov in Moscow on Tuesday",
    "ru": "Делегация ХАМАС встретилась с Михаилом Богдановым в Москве во вторник",
    "id": "Delegasi Hamas bertemu Mikhail Bogdanov di Moskow pada Selasa",
    "ar": "التقى وفد من حركة حماس ميخائيل بوغدانوف في موسكو يوم الثلاثاء",
}


@pytest.mark.parametrize(
    ("language", "behind", "sources"),
    [
        ("en", ", the Saudi newspaper Asharq Al-Awsat writes.", ("Asharq Al-Awsat",)),
        ("en", ", a source told RIA Novosti.", ("RIA Novosti",)),
        ("en", ", Haaretz reported.", ("Haaretz",)),
        ("en", ", the movement said in a statement carried by Al-Mayadeen.", ("Al Mayadeen", "statement")),
        ("en", ", Bogdanov's office confirmed.", ()),
        ("ru", ", сообщает ТАСС.", ("TASS",)),
        ("id", ", kata seorang sumber kepada AFP.", ("AFP",)),
        ("ar", "، بحسب قناة الجزيرة.", ("Al Jazeera",)),
    ],
)
def test_source_is_the_outlet_or_statement_that_tells(language, behind, sources, lexicon):
    entries = extract(Document(MET[language] + behind, language, date(2024, 1, 19), title="-"), lexicon)
    assert [tuple(sorted(entry.attribution)) for entry in entries] == [tuple(sorted(sources))]


def test_word_that_is_also_a_broadcaster_is_no_source(lexicon):
    text = "قال مصدر إن وفد حماس كان قد التقى ميخائيل بوغدانوف في موسكو يوم الثلاثاء."
    assert [
        entry.attribution for entry in extract(Document(text, "ar", date(2024, 1, 19), title="-"), lexicon)
    ] == [()]
