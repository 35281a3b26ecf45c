"""The text of an article stays whole, whatever is marked in it."""

import pytest

from articles.marks import paragraphs
from articles.models import Evidence
from tests.counting import calls
from tests.factories import make_article, make_contact, make_mention

pytestmark = pytest.mark.django_db

TEXT = "Hamas in Moscow\n\nAbu Marzouk met Mikhail Bogdanov in Moscow on Wednesday.\nThe talks were short."


def cut(*evidence, shown=None, text=TEXT):
    article = make_article(text=text, language="en", shown=shown or {})
    make_mention(article, contact=make_contact(), evidence=evidence)
    return paragraphs(article, article.mentions.all())


def pieces(lines):
    return [(piece.text, [mark.field for mark in piece.marks]) for piece in lines[1].pieces]


def test_text_without_evidence_is_its_lines():
    assert [[piece.text for piece in line.pieces] for line in cut()] == [
        ["Hamas in Moscow"],
        ["Abu Marzouk met Mikhail Bogdanov in Moscow on Wednesday."],
        ["The talks were short."],
    ]


def test_words_that_say_a_field_are_a_piece_of_their_own():
    assert pieces(cut(("trigger", "met"), ("date", "on Wednesday"))) == [
        ("Abu Marzouk ", []),
        ("met", ["trigger"]),
        (" Mikhail Bogdanov in Moscow ", []),
        ("on Wednesday", ["date"]),
        (".", []),
    ]


def test_overlapping_evidence_is_cut_where_it_begins_and_ends():
    assert pieces(cut(("trigger", "met Mikhail Bogdanov"), ("participant", "Bogdanov in"))) == [
        ("Abu Marzouk ", []),
        ("met Mikhail ", ["trigger"]),
        ("Bogdanov", ["trigger", "participant"]),
        (" in", ["participant"]),
        (" Moscow on Wednesday.", []),
    ]


def test_every_evidence_has_one_anchor_also_when_several_begin_together():
    lines = cut(("trigger", "met"), ("status", "met Mikhail"), ("date", "Wednesday.\nThe talks"))
    anchors = [mark.anchor for line in lines for piece in line.pieces for mark in piece.begins]
    assert len(anchors) == len(set(anchors)) == 3


def test_a_piece_leads_to_the_contact_that_says_most_exactly():
    lines = cut(("trigger", "met Mikhail Bogdanov in Moscow"), ("participant", "Bogdanov"))
    assert next(piece for piece in lines[1].pieces if piece.text == "Bogdanov").leading.field == "participant"


def test_headline_and_publication_date_are_shown_where_they_stand():
    lines = cut(shown={"title": [0, 15], "published": [61, 73]})
    assert lines[0].is_title
    assert not lines[1].is_title
    assert [mark.field for piece in lines[1].pieces for mark in piece.marks] == ["published"]


def test_the_line_that_repeats_a_web_pages_headline_is_the_headline():
    article = make_article(text=f"{TEXT}\nHamas in Moscow", title="Hamas in Moscow", shown={})
    assert [line.is_title for line in paragraphs(article, [])] == [True, False, False, False]


def test_no_character_is_lost_whatever_overlaps():
    evidence = [
        ("trigger", word) for word in ("met", "met M", "Abu", "Wednesday.\nThe", "k m", ".", TEXT[17:40])
    ]
    assert "".join(piece.text for line in cut(*evidence) for piece in line.pieces) == TEXT.replace("\n", "")


def _marked(sentences: int) -> int:
    """The calls it takes to cut a text with a mark in each sentence."""
    text = "Hamas met Lavrov in Moscow.\n" * sentences
    article = make_article(text=text, shown={})
    mention = make_mention(article)
    Evidence.objects.bulk_create(
        Evidence(mention=mention, field="trigger", start=28 * n + 6, end=28 * n + 9, quote="met")
        for n in range(sentences)
    )
    return calls(lambda: len(paragraphs(article, article.mentions.prefetch_related("evidence"))) == sentences)


def test_a_text_twice_as_long_with_twice_the_marks_takes_twice_the_work():
    assert _marked(2000) < 2.5 * _marked(1000)
