"""Arabic contacts of people told by office alone: where one noun phrase ends and the next begins."""

from datetime import date

import pytest

from articles.extraction import Document, extract

TOLD = [
    "التقى وفد حماس مسؤولين روسا في موسكو يوم الاثنين.",
    "استقبل دبلوماسيون روس وفد حماس في موسكو يوم الاثنين.",
    "استقبل مسؤولون روس وفدا من حماس في موسكو يوم الاثنين.",
    "اتصل وزير الخارجية الروسي بقائد حماس يوم الاثنين.",
    "هنأ رئيس حركة حماس الرئيس الروسي يوم الاثنين.",
    "ضم اجتماع في موسكو يوم الاثنين وفد حماس ومسؤولين روسا.",
]


@pytest.mark.parametrize("text", TOLD)
def test_offices_of_two_sides_in_a_row_are_two(text, lexicon):
    told = f"{text}\n\nوذلك وفق بيان نشر على الموقع."
    document = Document(text=told, language="ar", published=date(2024, 3, 14), title="-")
    (mention,) = extract(document, lexicon)
    assert (set(mention.sides), mention.date) == ({"Hamas", "Russia"}, "2024-03-11")


def test_two_offices_of_one_side_in_a_row_are_one_mans(lexicon):
    text = (
        "التقى نائب وزير الخارجية الروسي مبعوث الرئيس الروسي إلى الشرق الأوسط ميخائيل بوغدانوف "
        "خالد مشعل في الدوحة يوم الاثنين.\n\nوذلك وفق بيان نشر على الموقع."
    )
    document = Document(text=text, language="ar", published=date(2024, 3, 14), title="-")
    (mention,) = extract(document, lexicon)
    assert {person.name for person in mention.participants} == {"Mikhail Bogdanov", "Khaled Mashal"}


@pytest.mark.parametrize(
    "text",
    [
        "بعد لقائه قادة حماس يوم الاثنين عاد المبعوث الروسي إلى بلاده.",
        "خلال لقائه مع قادة حماس يوم الاثنين دعا المبعوث الروسي إلى الهدوء.",
    ],
)
def test_whose_meeting_it_was_stands_behind_the_verb_without_a_comma(text, lexicon):
    told = f"{text}\n\nوذلك وفق بيان نشر على الموقع."
    document = Document(text=told, language="ar", published=date(2024, 3, 14), title="-")
    (mention,) = extract(document, lexicon)
    assert (mention.kind, set(mention.sides)) == ("meeting", {"Hamas", "Russia"})
