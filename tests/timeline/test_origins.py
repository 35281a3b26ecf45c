"""Which articles are one source: what they rest on, who carried it, and texts that are nearly the same."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.test_merge import tell
from tests.timeline.test_merge_order import PATIENT
from timeline.merge import merged
from timeline.merge.origins import origins
from timeline.merge.sketch import is_copy, shared, sketch_of

REPORT = (
    "A delegation of the movement led by Mousa Abu Marzouk arrived in Moscow on Wednesday and was received by "
    "the deputy foreign minister. The two men spoke for an hour about the hostages, about the aid convoys that "
    "wait at the crossing, and about a meeting of all factions that the Russian capital has offered to host "
    "again. After the talks the delegation left through a side door without a word to the reporters. The "
    "ministry published three sentences in the evening and named no further date. A diplomat who knows the "
    "guests said that they would stay until Friday and hoped to see the minister himself before they leave."
)
OTHER = (
    "Bogdanov met Abu Marzouk on Wednesday, the ministry said. “The two men spoke for an hour about the hostages, "
    "about the aid convoys that wait at the crossing,” its statement reads. It is the third such visit of this "
    "year, and analysts in Beirut doubt that it will bring more than the two before: Moscow has little to offer "
    "to either side, wrote one of them, except a hall with flags and an interpreter. In Gaza nobody was waiting "
    "for news from the north, and the crossing stayed shut on Thursday as it had on every day since the spring."
)


def known_from(*reports: str) -> list[str]:
    """The origins of articles each written as "outlet: whom it names, ..."; with the number of their articles."""
    told = []
    for number, report in enumerate(reports):
        outlet, _, said = report.partition(":")
        sources = tuple(name.strip() for name in said.split(",") if name.strip())
        told.append(tell(str(number), outlet=outlet, attribution=sources))
    return [
        " ".join([str(len(origin.articles)), origin.name, *(f"via {name}" for name in origin.via)])
        for origin in origins(told)
    ]


@pytest.mark.parametrize(
    ("reports", "wanted"),
    [
        (["Republika: TASS", "Kompas: TASS", "TASS:", "Tempo: tass"], ["4 TASS"]),
        (["Republika:", "Kompas:"], ["1 Kompas", "1 Republika"]),
        (["Republika:", "Republika:"], ["2 Republika"]),
        ([":", ":"], ["1 ", "1 "]),
        (
            ["Republika: statement by Hamas, Sputnik", "Kompas: Russian Foreign Ministry, TASS"],
            ["1 Russian Foreign Ministry via TASS", "1 statement by Hamas via Sputnik"],
        ),
        (
            ["Republika: statement by Hamas", "Republika: statement by Russia"],
            ["1 statement by Hamas via Republika", "1 statement by Russia via Republika"],
        ),
        (["A: Sputnik, statement by Hamas", "B: Sputnik"], ["2 statement by Hamas via Sputnik"]),
        (["A: statement by Hamas, TASS", "B: statement by Hamas"], ["2 statement by Hamas via B via TASS"]),
        (
            ["A: statement by Hamas, TASS", "B: statement by Russia, TASS", "C: TASS"],
            ["1 statement by Hamas via TASS", "1 statement by Russia via TASS", "1 TASS"],
        ),
    ],
)
def test_origins_are_what_articles_rest_on(reports, wanted):
    assert known_from(*reports) == wanted


def edited(text: str, every: int, *, by: random.Random) -> str:
    """The text with one of so many words replaced."""
    words = text.split()
    for at in by.sample(range(len(words)), len(words) // every):
        words[at] = "however"
    return " ".join(words)


COPIES = {
    "another headline and a line of the paper": f"MOSCOW TALKS AGAIN\n\n{REPORT}\n\nRead more in our blog.",
    "another case, other signs and spaces": REPORT.upper().replace(".", " ;\n"),
    "the first half alone": REPORT[: len(REPORT) // 2],
    "without its first sentences": REPORT[240:],
    "a word in fifteen changed by an editor": edited(REPORT, 15, by=random.Random(2)),
    "a longer report that prints it whole": f"{OTHER} {REPORT}",
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_nearly_the_same_text_is_known_again(text):
    assert is_copy(sketch_of(REPORT), sketch_of(text))
    assert is_copy(sketch_of(text), sketch_of(REPORT))


def test_two_reports_that_quote_one_statement_are_not_copies():
    assert 0 < shared(sketch_of(REPORT), sketch_of(OTHER)) < 0.2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وصل موسى أبو مرزوق إلى موسكو يوم الأربعاء", "وَصَلَ موسى أبو مرزوق إلى موســكو يوم الأربعاء"),
        ("Делегация прилетела в Москву, и её приняли", "Делегация прилетела в Москву, и ее приняли"),
    ],
)
def test_signs_that_writers_leave_out_make_no_other_text(one, other):
    assert sketch_of(one) == sketch_of(other)


def test_a_text_without_words_is_a_copy_of_none():
    assert sketch_of("… — 。") == b""
    assert not is_copy(b"", b"")
    assert not is_copy(b"", sketch_of(REPORT))


def test_copies_are_one_origin_and_have_one_voice():
    """Five prints of one report that gives the 6th do not outvote two papers that give the 5th."""
    copies = [
        tell(str(n), "2024-03-06", outlet=f"paper {n}", sketch=sketch_of(f"Paper {n}. {REPORT}"))
        for n in range(5)
    ]
    others = [tell("x", outlet="TASS", sketch=sketch_of(OTHER)), tell("y", outlet="AFP")]
    contact = merged([*copies, *others])
    assert [(origin.name, origin.copies) for origin in contact.origins] == [
        ("paper 0", 5),
        ("AFP", 0),
        ("TASS", 0),
    ]
    assert (contact.article_count, contact.date_edtf) == (7, "2024-03-05")


NAMES = ["TASS", "tass", "Sputnik", "statement", "statement by Hamas", "statement by Russia"]


@PATIENT
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "TASS", "AFP"]), st.lists(st.sampled_from(NAMES), max_size=2)),
        min_size=1,
    ),
    st.lists(
        st.sampled_from([b"", sketch_of(REPORT), sketch_of(COPIES["the first half alone"]), sketch_of(OTHER)])
    ),
    st.randoms(),
)
def test_every_article_has_one_origin_in_any_order(sources, sketches, chance):
    told = [
        tell(
            f"{n:02d}",
            outlet=outlet,
            attribution=tuple(said),
            sketch=sketches[n] if n < len(sketches) else b"",
        )
        for n, (outlet, said) in enumerate(sources)
    ]
    found = origins(told)
    assert sorted(a for origin in found for a in origin.articles) == [telling.article for telling in told]
    assert origins(chance.sample(told, len(told))) == found
