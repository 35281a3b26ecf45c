"""The day and the outlet that a page shows of itself."""

from datetime import date

import pytest

from articles.extraction import describe

BODY = {
    "en": "A Hamas delegation met Mikhail Bogdanov in Moscow, the movement said in a statement on its site.",
    "id": "Delegasi Hamas bertemu Mikhail Bogdanov di Moskow, kata gerakan itu dalam sebuah pernyataan resminya.",
    "ru": "Делегация ХАМАС встретилась в Москве с Михаилом Богдановым, говорится в заявлении движения, передают СМИ.",
    "ar": "التقى وفد من حركة حماس نائب وزير الخارجية الروسي ميخائيل بوغدانوف في موسكو وفق ما جاء في بيان الحركة.",
}
TITLE = {
    "en": "Hamas delegation in Moscow",
    "id": "Delegasi Hamas di Moskow",
    "ru": "Делегация ХАМАС в Москве",
    "ar": "وفد حماس في موسكو",
}


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("ru", "2015-8-2 22:10 | Политика", date(2015, 8, 2)),
        ("ru", "31.07.24 12:20", date(2024, 7, 31)),
        ("ar", "تاريخ النشر: 2nd, February 2025 GMT", date(2025, 2, 2)),
        ("ar", "الخميس 14/ديسمبر/2023 - 12:10 م", date(2023, 12, 14)),
        ("ar", "2 مارس، 2024 | دقيقتان", date(2024, 3, 2)),
        ("id", "Sari Wulan • 2 June 2025 10:10", date(2025, 6, 2)),
        ("id", "Redaksi Jakarta | 18.07.2019 - Update : 19.07.2019", date(2019, 7, 18)),
        ("en", "February 6, 2021 at 12:20 pm | Published in: Middle East, News", date(2021, 2, 6)),
        ("en", "28 Oct. 19:05 (UTC+3)", None),
        ("en", "1427/1/19", None),
        ("ru", "• USD на 19.04.2024: 94,09", None),
    ],
)
def test_day_of_publication_is_the_one_the_page_prints(language, line, day, lexicon):
    text = f"{TITLE[language]}\n\n{line}\n\n{BODY[language]}"
    assert describe(text, lexicon, language=language).published == day


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("MOSCOW, March 3, 2006 (Harbour Post) - ", "Harbour Post"),
        ("MOSCOW (Agencies) - ", None),
        ("MOSCOW, March 3, 2006 (Reuters) - ", "Reuters"),
    ],
)
def test_outlet_is_who_signs_the_dateline(line, outlet, lexicon):
    assert describe(f"{TITLE['en']}\n\n{line}{BODY['en']}", lexicon).outlet == outlet


def test_section_above_the_headline_hides_nothing(lexicon):
    text = f"Новости\n{TITLE['ru']}\n16 января 2025 12:21\n\n{BODY['ru']}"
    found = describe(text, lexicon, language="ru")
    assert (found.title, found.published) == (TITLE["ru"], date(2025, 1, 16))
