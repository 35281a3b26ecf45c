"""Every rule of every language folder is tried on its own example and counterexample."""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from articles.extraction import Document, LanguageDataError, extract, language_codes, load_language
from articles.extraction.dates.when import dated
from articles.extraction.words.folders import read_folder
from articles.extraction.words.language import FOLDER
from articles.extraction.words.layout import lay_out
from articles.extraction.words.spans import Span
from articles.extraction.words.text import tokenise

PUBLISHED = date(2024, 1, 19)
_MARK = re.compile(r"\[(\w+) ([^\[\]]*)\]")
_FIELDS = {"subject": {"participant", "side"}, "object": {"participant", "side"}}


@dataclass(frozen=True)
class Marked:
    """An example without its marks, and where each mark stood."""

    text: str
    marks: tuple[tuple[str, int, int], ...]


def unmark(example: str) -> Marked:
    text, marks, position = "", [], 0
    for found in _MARK.finditer(example):
        text += example[position : found.start()]
        marks.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        position = found.end()
    return Marked(text + example[position:], tuple(marks))


def rows(file: str, table: str, key: str) -> list:
    """The rows of every language that have a key; a folder that does not load fails its own test."""
    return [
        pytest.param(code, row, id=f"{code}-{row['id']}")
        for code in language_codes()
        for row in _data(code).get(file, {}).get(table, ())
        if row.get(key)
    ]


def _data(code: str) -> dict:
    try:
        return read_folder(FOLDER / code)
    except LanguageDataError:
        return {}


@pytest.mark.parametrize("code", language_codes())
def test_folder_loads(code):
    assert load_language(code).code == code


def contacts(code: str, text: str, lexicon, published: date = PUBLISHED) -> list:
    """The entries of a sentence, read as the body of an article."""
    return extract(Document(text, code, published, "given", title="-"), lexicon)


@pytest.mark.parametrize(("code", "row"), rows("triggers.toml", "trigger", "example"))
def test_trigger_reads_its_example(code, row, lexicon):
    example = unmark(row["example"])
    entries = contacts(code, example.text, lexicon)
    assert entries, "no entry"
    evidence = [e for entry in entries for e in entry.evidence]
    for field, start, end in example.marks:
        fields = _FIELDS.get(field, {field})
        overlapping = [e for e in evidence if e.field in fields and e.start < end and start < e.end]
        assert overlapping, f"[{field} {example.text[start:end]}] is no evidence; there is {evidence}"
    assert row["kind"] in {entry.kind for entry in entries}


@pytest.mark.parametrize(("code", "row"), rows("triggers.toml", "trigger", "counterexample"))
def test_trigger_keeps_silent_on_its_counterexample(code, row, lexicon):
    assert contacts(code, unmark(row["counterexample"]).text, lexicon) == []


@pytest.mark.parametrize(("code", "row"), rows("cues.toml", "cue", "example"))
def test_cue_gives_its_status(code, row, lexicon):
    example = unmark(row["example"])
    entries = contacts(code, example.text, lexicon)
    if row["says"] in ("appeal", "inside"):
        assert entries == []
        return
    statuses = {entry.status for entry in entries}
    if row["says"] in ("planned", "cancelled", "denied", "held"):
        assert row["says"] in statuses, f"is {statuses or 'not found'}"


@pytest.mark.parametrize(("code", "row"), rows("calendar.toml", "time", "example"))
def test_time_rule_gives_its_days(code, row):
    language = load_language(code)
    example = unmark(row["example"])
    published = date.fromisoformat(row.get("published", PUBLISHED.isoformat()))
    [(_, start, end)] = example.marks
    tokens = tokenise(example.text)
    planned = row.get("turn") == "next" or row.get("shift", 0) > 0
    before, found = None, None
    hits = sorted(language.times.finditer(tokens), key=lambda h: (h.first, -h.last))
    reach = -1
    for hit in hits:
        if hit.first < reach:
            continue
        reach = hit.last
        span = Span(hit.first, hit.last, [hit.value], hit.slots)
        when = dated(span, published=published, planned=planned, before=before)
        at = tokens[hit.first].start, tokens[hit.last - 1].end
        if at[0] < end and start < at[1]:
            found = when
            assert at[0] <= start, f"begins late: {example.text[slice(*at)]}"
            assert at[1] >= end, f"stops early: {example.text[slice(*at)]}"
            break
        before = when if when and when.exact else before
    assert found is not None, "is not found"
    assert found.edtf == row["gives"]


def _lines(key: str) -> list:
    return rows("layout.toml", "line", key)


@pytest.mark.parametrize(("code", "row"), _lines("example"))
def test_line_rule_takes_its_example(code, row):
    assert any(
        rule.id == row["id"] and rule.pattern.match(row["example"]) for rule in load_language(code).lines
    )


@pytest.mark.parametrize(("code", "row"), _lines("counterexample"))
def test_line_rule_leaves_its_counterexample(code, row):
    [rule] = [rule for rule in load_language(code).lines if rule.id == row["id"]]
    assert not rule.pattern.match(row["counterexample"])


@pytest.mark.parametrize(("code", "row"), rows("layout.toml", "dateline", "example"))
def test_dateline_gives_its_place(code, row):
    example = unmark(row["example"])
    padded = example.text + " " + "x " * 20 + "."
    [block] = lay_out(padded, load_language(code), title="-")
    [(_, start, end)] = [mark for mark in example.marks if mark[0] == "place"]
    assert block.dateline_place == (start, end)


@pytest.mark.parametrize("code", language_codes())
def test_paradigm_gives_its_form(code):
    language = load_language(code)
    for row in language.data["morphology.toml"].get("paradigm", ()):
        if "gives" in row:
            forms = [form for form, _ in language.inflection.forms(row["example"], of=row["of"])]
            assert row["gives"] in forms, row["id"]
