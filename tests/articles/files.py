"""Small files of every format, made on the spot: no third-party file is part of the project."""

import zipfile
from collections.abc import Iterable
from io import BytesIO

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

ENGLISH = (
    "A Hamas delegation met Mikhail Bogdanov in Moscow on Wednesday.",
    "They spoke about the ceasefire, the ministry said in a statement.",
)


def pdf(lines: Iterable[str] = ENGLISH, *, password: str = "", about: dict[str, str] | None = None) -> bytes:
    """A page with these lines as its text layer, from the top; without lines a page without text."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    lines = list(lines)
    if lines:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
                NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            }
        )
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): writer._add_object(font)})}
        )
        content = DecodedStreamObject()
        shown = "\n".join(f"({line}) Tj T*" for line in lines)
        content.set_data(f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(content)
    if about:
        writer.add_metadata(about)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def word_file(paragraphs: Iterable[str] = ENGLISH, *, title: str = "", table: Iterable[str] = ()) -> bytes:
    """A Word file with these paragraphs, then a table of one row."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if cells := list(table):
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def archive(**members: bytes) -> bytes:
    """A ZIP file with these members; two underscores stand for a slash, one for a dot."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


WEB_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Hamas delegation in Moscow - North Quay Post</title>
<meta property="og:title" content="Hamas delegation in Moscow">
<meta property="og:site_name" content="North Quay Post">
<meta property="article:published_time" content="2024-10-24T08:00:00Z">
<link rel="canonical" href="https://northquay.example/hamas-delegation-in-moscow">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Hamas delegation in Moscow</h1>
<p>A Hamas delegation met Mikhail Bogdanov in Moscow on Wednesday, the Russian foreign ministry said in a
statement about the talks.</p>
<script>alert("stolen")</script>
<p>They spoke about the ceasefire in the Gaza Strip and about the hostages held there, according to the
movement's own account of the meeting.</p></article>
<aside><h3>Related</h3><ul><li><a href="/1">Netanyahu meets Putin in Sochi</a></li></ul></aside>
<footer>Copyright North Quay Post. All rights reserved.</footer></body></html>"""
