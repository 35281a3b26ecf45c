"""What comes out of files: text as it stands, metadata where the file has it, else a sentence."""

import logging
import os
from datetime import date

import pytest

from articles.intake import UnreadableArticle, read_file, read_file_sandboxed
from articles.intake.sandbox import _Child
from tests.articles.files import ENGLISH, WEB_PAGE, archive, pdf, word_file
from tests.counting import calls

RUSSIAN = (
    "Делегация ХАМАС встретилась в Москве с Михаилом Богдановым.\nСтороны обсудили перемирие в секторе Газа."
)
ARABIC = "التقى وفد من حركة حماس نائب وزير الخارجية الروسي.\nوبحث الجانبان وقف إطلاق النار في قطاع غزة."


def refusal(data: bytes, name: str = "article.txt") -> str:
    with pytest.raises(UnreadableArticle) as raised:
        read_file_sandboxed(data, name)
    sentence = raised.value.sentence
    assert sentence.endswith(".")
    assert "Error" not in sentence
    return sentence


def test_a_text_file_keeps_every_code_point_so_that_offsets_are_those_of_the_file():
    text = "  Cafe\u0301 in Moscow \n\n\n Hamas\t met Lavrov today \U0001f600 \u200fمرحبا\n\n"
    assert read_file(text.encode(), "a.txt").text == text


def test_dangerous_characters_are_replaced_without_moving_what_follows():
    text = "Hamas\x00 met\x1b[31m Lavrov\r\nin \u202eMoscow\x9d yesterday"
    read = read_file(text.encode(), "a.txt").text
    assert len(read) == len(text)
    assert read.index("Lavrov") == text.index("Lavrov")
    assert not set("\x00\x1b\r\u202e\x9d") & set(read)
    assert read.splitlines() == ["Hamas  met [31m Lavrov ", "in \u2060Moscow  yesterday"]


def test_a_byte_order_mark_is_no_part_of_the_first_word():
    assert read_file(b"\xef\xbb\xbf" + RUSSIAN.encode(), "a.txt").text == " " + RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "utf-16"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859-6"),
        (ARABIC, "utf-8-sig"),
    ],
)
def test_the_encoding_of_old_newsrooms_is_recognised(text, encoding):
    assert read_file(text.encode(encoding), "a.txt").text.strip() == text


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf_8():
    data = RUSSIAN.encode()[:-2]
    assert read_file(data, "a.txt").text.startswith(RUSSIAN[:50])


def test_markup_in_a_text_file_is_text():
    text = "The page said: <script>alert(1)</script> and the delegation left Moscow."
    assert read_file(text.encode(), "a.html").text == text


def test_a_web_page_gives_its_article_without_menu_script_related_list_and_footer():
    page = read_file(WEB_PAGE.encode(), "saved.txt")
    assert page.text.startswith("Hamas delegation in Moscow\n")
    assert "met Mikhail Bogdanov in Moscow on Wednesday" in page.text
    assert not [word for word in ("Sport", "alert", "Netanyahu", "Copyright") if word in page.text]
    assert page.text.count("Hamas delegation in Moscow") == 1


def test_a_web_page_gives_title_day_outlet_and_address_from_its_head():
    page = read_file(WEB_PAGE.encode(), "saved.html")
    assert (page.title, page.published, page.published_from) == (
        "Hamas delegation in Moscow",
        date(2024, 10, 24),
        "page",
    )
    assert (page.outlet, page.outlet_from) == ("North Quay Post", "page")
    assert page.url == "https://northquay.example/hamas-delegation-in-moscow"


def test_a_web_page_is_decoded_as_it_declares():
    body = "".join(f"<p>{line} {line}</p>" for line in RUSSIAN.splitlines())
    markup = f'<html><head><meta charset="windows-1251"></head><body><article>{body}</article></body></html>'
    assert "Делегация ХАМАС встретилась" in read_file(markup.encode("cp1251"), "a.html").text


def test_an_address_that_is_none_is_left_out():
    markup = WEB_PAGE.replace("https://northquay.example/", "javascript:")
    assert not (read_file(markup.encode(), "a.html").url or "").startswith("javascript")


def test_a_web_page_without_an_article_is_refused():
    assert "No article" in refusal(b"<html><body><script>var a = 1;</script></body></html>", "a.html")


def test_lines_of_a_pdf_are_joined_to_paragraphs():
    lines = [
        "A delegation of the movement headed by Mousa Abu Marzouk met the deputy for-",
        "eign minister of Russia, Mikhail Bogdanov, in Moscow on Wednesday, said the",
        "ministry.",
        "They spoke about the ceasefire and about the hostages held in the Gaza Strip.",
    ]
    assert read_file(pdf(lines), "a.pdf").text.splitlines() == [
        "A delegation of the movement headed by Mousa Abu Marzouk met the deputy foreign minister of Russia, "
        "Mikhail Bogdanov, in Moscow on Wednesday, said the ministry.",
        lines[3],
    ]


def test_the_day_of_printing_on_a_pdfs_margin_is_no_part_of_the_article():
    margin = ["11/21/26, 11:38 AM Hamas in Moscow", "https://northquay.example/hamas 1/1"]
    assert read_file(pdf([*ENGLISH, *margin]), "a.pdf").text == " ".join(ENGLISH)


@pytest.mark.parametrize(
    ("producer", "published"),
    [("Adobe InDesign", date(2024, 10, 24)), ("Skia/PDF m130", None), ("Microsoft: Print To PDF", None)],
)
def test_the_day_a_pdf_was_made_counts_unless_a_browser_printed_it(producer, published):
    data = pdf(about={"/CreationDate": "D:20241024120000Z", "/Producer": producer})
    assert read_file(data, "a.pdf").published == published


def test_a_date_that_is_none_does_not_hinder_reading_a_pdf():
    assert read_file(pdf(about={"/CreationDate": "D:yesterday"}), "a.pdf").published is None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf([]), "holds pictures of pages"),
        (pdf(password="secret"), "locked with a password"),
        (pdf()[:300], "This PDF is damaged"),
    ],
    ids=["scanned", "locked", "damaged"],
)
def test_a_pdf_that_cannot_be_read_says_what_to_do(data, sentence):
    assert sentence in refusal(data, "a.pdf")


def test_a_word_file_gives_paragraphs_table_and_title():
    page = read_file(word_file(title="In Moscow", table=["Hamas", "Russia"]), "a.docx")
    assert page.text.splitlines() == [*ENGLISH, "Hamas", "Russia"]
    assert page.title == "In Moscow"


def test_insertions_under_review_are_read_and_deletions_are_not():
    data = word_file(["They met in Moscow, said the ministry today."])
    before = b"They met in Moscow, said the ministry today."
    after = (
        b"They </w:t></w:r><w:ins><w:r><w:t>have met</w:t></w:r></w:ins>"
        b"<w:del><w:r><w:delText>never met</w:delText></w:r></w:del>"
        b"<w:r><w:t> in Moscow, said the ministry today."
    )
    assert (
        read_file(_rewritten(data, before, after), "a.docx").text
        == "They have met in Moscow, said the ministry today."
    )


def _rewritten(data: bytes, before: bytes, after: bytes) -> bytes:
    import zipfile
    from io import BytesIO

    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(before, after))
    return stream.getvalue()


def test_the_content_decides_and_not_the_name():
    assert read_file(word_file(), "notes.txt").media_type.endswith("wordprocessingml.document")
    assert read_file(pdf(), "../../etc/passwd").media_type == "application/pdf"
    assert read_file(RUSSIAN.encode(), "a.pdf").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "no words"),
        (bytes(range(256)) * 40, "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old kind"),
        (b"{\\rtf1 Hamas met Lavrov}", ".rtf"),
        (b"PK\x03\x04 broken", "damaged"),
        (archive(a_txt=b"Hamas"), "packed"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (archive(xl__workbook_xml=b"<x/>"), "spreadsheet"),
        (archive(word__document_xml=b"<x/>"), "Word file is damaged"),
        (b"Hamas Lavrov", "few words"),
        (b"12 34 56 78 90 12 34", "no words"),
    ],
    # The bytes of a packed file hold the time it was made: no name for a test that several processes collect.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_article_is_refused_in_a_sentence(data, sentence):
    assert sentence in refusal(data)


@pytest.mark.parametrize("data", [b"a" * 10_000_000, "حماس ".encode() * 1_200_000], ids=["letters", "words"])
def test_ten_megabytes_of_one_line_are_refused_at_once(data):
    assert calls(lambda: refusal(data)) < 1000  # no look at each word
    assert "longer than" in refusal(data)


def test_a_bomb_in_a_word_file_is_not_unpacked():
    bomb = archive(word__document_xml=bytes(150 * 1024 * 1024))
    assert "unpacks to far more" in refusal(bomb, "a.docx")


def test_a_failure_inside_a_library_becomes_a_sentence_and_a_line_in_the_log(caplog):
    with caplog.at_level(logging.WARNING):
        assert "damaged" in _sentence_of(read_file, pdf()[:300])
    assert "PDF" in caplog.text


def _sentence_of(reader, data: bytes) -> str:
    with pytest.raises(UnreadableArticle) as raised:
        reader(data, "a.pdf")
    return raised.value.sentence


@pytest.fixture
def child():
    child = _Child()
    yield child
    child.process.kill()
    child.end()


def test_the_child_knows_no_secret_of_this_site(child):
    environment = open(f"/proc/{child.process.pid}/environ").read()  # noqa: SIM115
    assert "SECRET" not in environment
    assert "DATABASE" not in environment


def test_the_child_ends_when_its_parent_is_gone(child):
    child.process.stdin.close()
    assert child.process.wait(timeout=20) == 0


def test_a_page_is_the_same_from_the_child_as_from_here():
    assert read_file_sandboxed(WEB_PAGE.encode(), "a.html") == read_file(WEB_PAGE.encode(), "a.html")


def test_a_file_that_kills_the_child_fails_alone(monkeypatch):
    real_ask = _Child.ask

    def killed_while_asked(self: _Child, data: bytes, name: str) -> dict | None:
        if name == "killer.pdf":
            os.kill(self.process.pid, 9)
            self.process.wait()
        return real_ask(self, data, name)

    monkeypatch.setattr(_Child, "ask", killed_while_asked)
    assert "more memory" in refusal(pdf(), "killer.pdf")
    assert "Bogdanov" in read_file_sandboxed(pdf(), "next.pdf").text
