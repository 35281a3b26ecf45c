"""Who a counterpart is, whose country stands before his name; and whose name is an outlet's alone."""

from datetime import date

import pytest

from articles.extraction import Document, extract

TOLD = {
    "en": "Sergey Lavrov met his counterpart from Norway, Torvald Ekeland, in Oslo on Tuesday.",
    "id": "Sergey Lavrov bertemu koleganya asal Norwegia, Torvald Ekeland, di Oslo pada Selasa.",
    "ru": "Сергей Лавров встретился во вторник в Осло с коллегой из Норвегии Турвалдом Экеландом.",
}


@pytest.mark.parametrize("language", TOLD)
def test_the_name_behind_a_counterparts_country_is_the_counterparts(language, lexicon):
    document = Document(text=TOLD[language], language=language, published=date(2024, 3, 14), title="-")
    (mention,) = extract(document, lexicon)
    assert set(mention.sides) == {"Norway", "Russia"}
    assert {person.side for person in mention.participants} == {"Norway", "Russia"}


def test_whoever_an_outlet_is_named_after_is_no_party(lexicon):
    text = "Haniyeh memberi tahu Pusat Informasi Palestina soal pertemuan dengan Bogdanov di Moskow."
    (mention,) = extract(Document(text=text, language="id", published=date(2024, 3, 14), title="-"), lexicon)
    assert set(mention.sides) == {"Hamas", "Russia"}
