"""What holds for every text: offsets, determinism, linear growth; and both seed articles read completely."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import (
    Document,
    LanguageDataError,
    describe,
    explain,
    extract,
    language_codes,
    load_language,
)
from articles.extraction.dates.resolving import resolve
from articles.extraction.words.language import FOLDER, compile_folder
from articles.extraction.words.layout import lay_out
from articles.extraction.words.patterns import expand
from articles.extraction.words.sentences import LONGEST, split
from articles.extraction.words.text import fold, tokenise
from articles.extraction.words.trie import GAP, Trie
from tests.counting import calls

_PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "c", "a b"]),
    lambda part: st.one_of(
        st.tuples(part, part).map(" ".join),
        st.lists(part, min_size=1, max_size=3).map(lambda ways: f"<{'|'.join(ways)}>"),
    ),
    max_leaves=6,
)
SENTENCE = {
    "fr": "Une délégation du Hamas a rencontré le vice-ministre russe Mikhaïl Bogdanov à Moscou mercredi. ",
    "id": "Delegasi Hamas bertemu Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov di Moskow pada Rabu (17/1). ",
    "en": "A Hamas delegation met Russian Deputy Foreign Minister Mikhail Bogdanov in Moscow on Wednesday. ",
    "ru": "Делегация ХАМАС встретилась с Михаилом Богдановым в Москве в среду. ",
    "ar": "التقى وفد حماس نائب وزير الخارجية الروسي ميخائيل بوغدانوف في موسكو يوم الأربعاء. ",
}
HOSTILE = {
    "one line": "bertemu Hamas Moskow ",
    "quotes": '“"«( ',
    "bidi": "\u202eHamas\u2066 met\u2069\u200f ",
    "capitals": "Menteri Aa Bb Cc Dd ",
    "commas": "Hamas, ",
    "digits": "1/2/ ",
    "marks": "ا\u064b\u064c",
    "stops": "A. ",
}


@pytest.mark.parametrize("code", sorted(SENTENCE))
def test_one_sentence_becomes_one_entry_with_its_words(code, lexicon):
    text = SENTENCE[code]
    [mention] = extract(Document(text, code, date(2024, 1, 19), "given", title="-"), lexicon)
    assert (mention.kind, mention.status, mention.date, mention.place) == (
        "meeting",
        "held",
        "2024-01-17",
        "Moscow",
    )
    assert mention.sides == ("Hamas", "Russia")
    assert [p.name for p in mention.participants] == ["Mikhail Bogdanov"]
    assert all(text[e.start : e.end] == e.quote for e in mention.evidence)


@pytest.mark.parametrize("code", sorted(SENTENCE))
def test_language_is_told_by_its_words(code, lexicon):
    assert describe(SENTENCE[code], lexicon).language == code


def test_a_text_in_no_known_language_is_not_read(lexicon):
    document = describe("zzz qqq xxx " * 20, lexicon)
    assert document.language is None
    assert extract(document, lexicon) == []


def test_what_the_text_shows_of_itself(lexicon):
    text = (
        "Delegasi Hamas ke Moskow\n\nJumat 19 Januari 2024 10:00 WIB\n\nMOSKOW, iNews.id – " + SENTENCE["id"]
    )
    document = describe(text, lexicon)
    assert (document.title, document.published, document.published_from) == (
        "Delegasi Hamas ke Moskow",
        date(2024, 1, 19),
        "text",
    )
    start, end = document.shown["published"]
    assert "19 Januari 2024" in text[start:end]


def test_seeds_are_read_completely(shared, lexicon):
    sys.path.insert(0, str(shared / "tools"))
    import score

    registry = score.Registry(shared / "reference" / "actors.json")
    totals: Counter = Counter()
    for path in sorted((shared / "seeds").glob("0*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_text("utf-8")
        document = describe(text, lexicon, published=date.fromisoformat(gold["published"]))
        found = [_as_json(mention) for mention in extract(document, lexicon)]
        counts, errors = score.score_article(registry, gold, text, found)
        assert errors == []
        totals.update(counts)
    assert totals["complete"] == totals["gold"] == 5
    assert totals["quotes"] == totals["predicted"]


def _as_json(mention) -> dict:
    return {
        "kind": mention.kind,
        "status": mention.status,
        "date": mention.date,
        "place": mention.place,
        "sides": mention.sides,
        "participants": [{"name": p.name, "as_written": p.as_written} for p in mention.participants],
        "evidence": [{"start": e.start, "end": e.end, "quote": e.quote} for e in mention.evidence],
    }


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_in_proportion_to_its_length(code, name, lexicon):
    """Counted, not timed: the function calls that reading eight times the text makes."""
    document = [Document(HOSTILE[name] * times, code, date(2024, 1, 19), "given") for times in (250, 2000)]
    extract(document[0], lexicon)  # compiles the language
    small, large = (calls(lambda d=d: extract(d, lexicon)) for d in document)
    assert large < 8 * small * 1.6 + 5000


@pytest.mark.parametrize("sign", ["ʼ", "ʿ", "ـ", "ʼ's", "\u0301", "ʼ ʼ"])
def test_a_sign_that_folds_to_nothing_is_read_over(sign, lexicon):
    text = f"{sign} Hamas leader Khaled Mashal met {sign} Sergey Lavrov in Moscow on 3 March 2006. {sign}"
    assert len(extract(Document(text, "en", date(2006, 3, 5), "given", title="-"), lexicon)) == 1


def test_evidence_stands_in_text_with_odd_characters(lexicon):
    text = "\ufeff“Delegasi Hamas\u200f bertemu \u202aMikhail Bogdanov\u202c di Moskow pada Rabu (17/1)."
    for mention in extract(Document(text, "id", date(2024, 1, 19), "given", title="-"), lexicon):
        assert all(text[e.start : e.end] == e.quote for e in mention.evidence)


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
@pytest.mark.parametrize("code", SENTENCE)
def test_no_day_of_publication_is_too_early_or_too_late(code, published, lexicon):
    [mention] = extract(Document(SENTENCE[code], code, published, "given", title="-"), lexicon)
    assert mention.sides == ("Hamas", "Russia")


def test_same_text_gives_the_same_lines_in_every_process(tmp_path):
    code = (
        "from articles.extraction import *; from pathlib import Path; from datetime import date;"
        "l = build_lexicon(read_registry(Path('timeline/registry/actors.json').read_bytes()), []);"
        f"print(extract(Document({SENTENCE['id'] * 3!r}, 'id', date(2024, 1, 19), 'given', title='-'), l))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=FOLDER.parents[2],
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_explain_names_the_steps(lexicon):
    lines = "\n".join(explain(Document(SENTENCE["en"], "en", date(2024, 1, 19), "given", title="-"), lexicon))
    for step in ("layout", "binding", "drafts", "entries", "last such weekday"):
        assert step in lines


def test_an_overlong_sentence_is_cut():
    text = "Hamas " * (3 * LONGEST)
    language = load_language("id")
    sentences = split(tokenise(text), lay_out(text, language, title="-"), language)
    assert max(s.last - s.first for s in sentences) <= LONGEST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Isma'il", "ISMAIL"),
        ("الأحمد", "الاحمد"),
        ("ёлка", "елка"),
        ("Türkiye", "turkiye"),
        ("٢٠٢٤", "2024"),
        ("حمّاد", "حماد"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("a <b|c> d", ["a b d", "a c d"]),
        ("a <b>", ["a b", "a"]),
        ("<a <b|c>>", ["a b", "a c", ""]),
        ("x<y|>", ["xy", "x"]),
    ],
)
def test_patterns_expand(pattern, forms):
    assert expand(pattern) == forms


def test_patterns_that_share_their_ends_do_not_leak_into_each_other():
    trie = Trie()
    trie.add("<a|b> c <d|e>", "first")
    trie.add("a c f", "second")
    trie.add("<b|a c> d", "third")
    found = {
        text: {hit.value for hit in trie.finditer(tokenise(text)) if hit.last == len(tokenise(text))}
        for text in ("a c d", "b c e", "a c f", "b c f", "b d", "a d", "c d")
    }
    assert found == {
        "a c d": {"first", "third"},
        "b c e": {"first"},
        "a c f": {"second"},
        "b c f": set(),
        "b d": {"third"},
        "a d": set(),
        "c d": set(),
    }


@given(st.lists(_PATTERNS, min_size=1, max_size=6), st.lists(st.sampled_from("abc"), max_size=5))
def test_a_pattern_is_found_where_one_of_its_written_out_forms_stands(patterns, words):
    trie = Trie()
    for pattern in patterns:
        if "" not in expand(pattern):
            trie.add(pattern, pattern)
    text = " ".join(words)
    whole = (
        {hit.value for hit in trie.match_at(tokenise(text), 0) if hit.last == len(words)} if words else set()
    )
    assert whole == {p for p in patterns if words and "" not in expand(p) and text in expand(p)}


def test_a_gap_does_not_cross_a_sign():
    trie = Trie()
    trie.add("held * talks", "talks")
    assert list(trie.finditer(tokenise("held long and hard talks")))
    assert not list(trie.finditer(tokenise("held out, talks")))
    assert GAP == 4


@pytest.mark.parametrize(
    ("means", "row", "slots", "planned", "edtf"),
    [
        ("day", {}, {"day": 26, "month": 10}, False, "2023-10-26"),
        ("day", {}, {"day": 26, "month": 10}, True, "2024-10-26"),
        ("day", {}, {"day": 2, "month": 2}, True, "2024-02-02"),
        ("day", {}, {"day": 31, "month": 2}, False, None),
        ("weekday", {}, {"weekday": 5}, False, "2024-01-19"),
        ("weekday", {}, {"weekday": 4}, True, "2024-01-25"),
        ("weekday", {"turn": "last"}, {"weekday": 5}, False, "2024-01-12"),
        ("month", {}, {"month": 12}, False, "2023-12"),
        ("part-of-month", {}, {"month": 2, "year": 2023, "part": "late"}, False, "2023-02-21/2023-02-28~"),
        ("relative-month", {"shift": -1}, {}, False, "2023-12"),
        ("ago", {}, {"n": 2, "unit": "month"}, False, "2023-11"),
    ],
)
def test_days_follow_from_words(means, row, slots, planned, edtf):
    when = resolve(means, row, slots, published=date(2024, 1, 19), planned=planned, before=None)
    assert (when.edtf if when else None) == edtf


def test_a_date_without_an_anchor_is_not_guessed():
    assert resolve("weekday", {}, {"weekday": 5}, published=None, planned=False, before=None) is None


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        (
            "triggers.toml",
            '[[trigger]]\nid = "x"\nkind = "party"\nframe = "active"\nforms = ["x"]\nexample = "x"',
            "x: kind",
        ),
        (
            "triggers.toml",
            '[[trigger]]\nid = "x"\nkind = "visit"\nframe = "travel"\nforms = ["<a"]\nexample = "x"',
            "x: forms",
        ),
        ("places.toml", '[places]\nAtlantis = ["Atlantis"]', "Atlantis"),
        ("cues.toml", '[[cue]]\nid = "x"\nsays = "planned"\nforms = ["x"]\ncolour = "red"', "x: colour"),
        ("people.toml", "[words", "not TOML"),
        ("cues.toml", '[[cue]]\nid = "x"\nsays = "planned"\nforms = ["<@none|>"]', "@none"),
    ],
)
def test_wrong_data_is_named_by_file_rule_and_key(tmp_path, file, line, said):
    folder = tmp_path / "xx"
    folder.mkdir()
    for path in (FOLDER / "ar").glob("*.toml"):
        (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (folder / file).write_text(line, "utf-8")
    with pytest.raises(LanguageDataError) as error:
        compile_folder(folder)
    assert file in str(error.value)
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("الأخبار | بيروت", "Al-Akhbar"), ("(الأخبار)", "Al-Akhbar"), ("لمتابعة آخر الأخبار عبر التطبيق", None)],
)
def test_a_common_word_is_an_outlet_only_where_it_signs_a_line(line, outlet, lexicon):
    assert describe(f"عنوان الخبر\n{line}\n\n{SENTENCE['ar']}\n", lexicon).outlet == outlet


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Khaled Mashal came to Moscow in March 2006, February 2007 and again in February 2010.", 3),
        ("Twice, in March 2008 and in May 2009, Khaled Mashal met Sergey Lavrov in Damascus.", 2),
        ("Khaled Mashal met Sergey Lavrov in Moscow on Monday and Tuesday.", 1),
        (
            "Khaled Mashal met Sergey Lavrov in Moscow on 3 March, and on 28 March Lavrov spoke to reporters.",
            1,
        ),
    ],
)
def test_one_verb_with_several_times_tells_several_contacts(sentence, dates, lexicon):
    found = extract(Document(sentence, "en", date(2024, 4, 19), "given", title="-"), lexicon)
    assert len({mention.date for mention in found}) == len(found) == dates


def test_somebody_told_alone_met_the_one_side_that_the_article_tells_him_with(lexicon):
    text = (
        "Sergey Lavrov met Khaled Mashal in Moscow on Monday. "
        "The talks lasted an hour. Mikhail Bogdanov received him again on Wednesday."
    )
    found = extract(Document(text, "en", date(2024, 1, 19), "given", title="-"), lexicon)
    assert [(m.date, m.sides) for m in found] == [
        ("2024-01-15", ("Hamas", "Russia")),
        ("2024-01-17", ("Hamas", "Russia")),
    ]


@pytest.mark.parametrize("above", ["The Eastern Ledger", "World / Russia", "Home > News > World", "POLITICS"])
def test_a_paper_or_section_above_the_headline_is_no_headline(above, lexicon):
    headline = "Lavrov to receive Hamas chief next week"
    text = f"{above}\n\n{headline}\n\nSergey Lavrov will receive Khaled Mashal in Moscow on Monday, the ministry said."
    assert describe(text, lexicon).title == headline


def test_a_given_name_that_no_list_holds_makes_somebody_else_of_a_known_surname(lexicon):
    text = "The Russian deputy minister Oleg Putin met the Hamas official Robert Mashal in Moscow on Monday."
    [mention] = extract(Document(text, "en", date(2024, 1, 19), "given", title="-"), lexicon)
    assert [(p.name, p.actor, p.side) for p in mention.participants] == [
        ("Oleg Putin", None, "Russia"),
        ("Robert Mashal", None, "Hamas"),
    ]
