"""Whose statement an article cites."""

import pytest

from articles import extraction
from articles.speakers import attributions
from tests.articles.readings import reading, store
from tests.factories import make_actor, make_article
from timeline.models import Contact

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def organisations():
    hamas = {"ru": ["ХАМАС"], "ar": ["حماس"], "id": ["Hamas"]}
    russia = {"ru": ["Россия", "МИД России", "Кремль"], "en": ["Russian", "Russian Foreign Ministry"]}
    russia |= {"id": ["Kementerian Luar Negeri Rusia", "Rusia"], "ar": ["روسيا", "الخارجية الروسية"]}
    make_actor("Hamas", side="Hamas", kind="movement", aliases=hamas)
    make_actor("Russia", side="Russia", kind="state", aliases=russia)
    make_actor("Osama Hamdan", side="Hamas", aliases={"en": ["Hamdan"]})


def cited(text: str, *words: str, sides: tuple[str, ...] = ("Hamas", "Russia")) -> list[str]:
    """The attribution of a mention that cites a statement in these words of the text."""
    evidence = []
    for cite in words:
        start = text.index(cite)
        evidence.append(extraction.Evidence("attribution", start, start + len(cite), cite))
    mention = extraction.Mention("meeting", "held", None, None, None, None, None, sides, (),
                                 attribution=("statement", "Sputnik"), evidence=tuple(evidence))  # fmt: skip
    [found] = attributions(text, [mention])
    return found


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“They met in Russia,” Hamas said in a statement.", "said in a statement", "Hamas"),
        ("They met, according to a statement by the Russian Foreign Ministry.", "statement by", "Russia"),
        ("Dalam keterangan Kementerian Luar Negeri Rusia, keduanya bertemu.", "keterangan", "Russia"),
        ("“Mereka bertemu,” ungkap Hamas dalam sebuah pernyataan, lapor Sputnik.", "pernyataan", "Hamas"),
        ("Как сказано в заявлении ХАМАСа, стороны встретились в России.", "заявлении", "Hamas"),
        ("По информации пресс-службы Кремля, встреча прошла с ХАМАС.", "пресс-службы", "Russia"),
        ("وقالت حماس في بيان إن الوفد التقى مسؤولين.", "في بيان", "Hamas"),
    ],
)
def test_the_side_beside_the_words_that_cite_speaks(text, words, speaker):
    assert cited(text, words) == [f"statement by {speaker}", "Sputnik"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The delegation met Hamas in Moscow, according to a statement.", "a statement"),
        ("The movement itself said in a statement that they would thank Russia for it.", "in a statement"),
        ("A Hamas statement Russia", "statement"),
        ("Hamdan said in a statement that they had met.", "in a statement"),
        ("وجاء في البيان أيضا أن الوفد توجه بالشكر إلى روسيا", "في البيان"),
    ],
)
def test_a_side_that_is_only_spoken_of_or_stands_no_nearer_than_another_does_not(text, words):
    assert cited(text, words)[0] == "statement"


def test_a_statement_of_somebody_else_is_nobodys():
    assert cited("Iran said in a statement that they had met.", "in a statement")[0] == "statement"


def test_two_statements_that_one_agency_carried_are_two_origins():
    for number, who in enumerate(["Hamas", "The Russian Foreign Ministry"]):
        text = (
            f"Report {number * 7}: {'so ' * number} they met, {who} said in a statement carried by Sputnik."
        )
        start = text.index("in a statement")
        mention = reading(text=text, attribution=("statement", "Sputnik"))
        cites = extraction.Evidence("attribution", start, start + 14, "in a statement")
        values = {name: getattr(mention, name) for name in mention.__slots__} | {
            "evidence": (*mention.evidence, cites)
        }
        store(make_article(text=text), extraction.Mention(**values))
    contact = Contact.objects.get()
    assert sorted((origin["name"], origin["via"]) for origin in contact.origins) == [
        ("statement by Hamas", ["Sputnik"]),
        ("statement by Russia", ["Sputnik"]),
    ]
