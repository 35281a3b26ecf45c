"""The figure's data: what is drawn where, and that plotly takes it."""

from datetime import date

import plotly.graph_objects as go
import pytest

from tests.factories import make_actor, make_contact
from timeline import figures
from timeline.figures import contact_timeline
from timeline.lanes import LANES, stack
from timeline.marks import mark_size
from timeline.models import Contact

pytestmark = pytest.mark.django_db


def figure(**options):
    return contact_timeline(Contact.objects.all(), **options)


def parts(drawn, part):
    return [trace for trace in drawn["data"] if trace["meta"]["part"] == part]


def lanes(drawn):
    return [(lane["label"], lane["contacts"]) for lane in drawn["layout"]["meta"]["lanes"]]


@pytest.mark.parametrize("lanes", LANES)
def test_plotly_takes_the_figure(lanes):
    make_contact(people=["Mousa Abu Marzouk"], conflicts=["date"])
    make_contact(date="2024-03", kind="visit", status="planned", place="", people=["Khaled Mashal"])
    make_contact(date="2023", kind="call", status="cancelled", sides=[])
    make_contact(date=None, status="denied")
    drawn = figure(lanes=lanes, today=date(2024, 1, 1))
    go.Figure(drawn)


def test_plotly_takes_an_empty_figure():
    go.Figure(figure())


def test_plotly_takes_counted_contacts(monkeypatch):
    monkeypatch.setattr(figures, "MAX_MARKS", 2)
    for day in ("2024-01-03", "2024-01-05", "2024-03"):
        make_contact(date=day, people=["Mousa Abu Marzouk"])
    go.Figure(figure())


def test_each_status_has_a_symbol_of_its_own():
    for status in ("held", "planned", "denied"):
        make_contact(status=status)
    [marks] = parts(figure(lanes="none"), "marks")
    assert sorted(marks["marker"]["symbol"]) == ["circle", "circle-open", "x"]


def test_a_cancelled_contact_is_hollow_and_struck():
    make_contact(status="cancelled", date="2024-05-06")
    drawn = figure(lanes="none")
    [marks], [strikes] = parts(drawn, "marks"), parts(drawn, "strikes")
    assert marks["marker"]["symbol"] == ["circle-open"]
    assert (strikes["x"], strikes["y"]) == (marks["x"], marks["y"])


def test_kinds_are_traces_that_say_their_kind_and_no_colour():
    for kind in ("message", "meeting", "visit"):
        make_contact(kind=kind)
    marks = parts(figure(lanes="none"), "marks")
    assert [trace["meta"]["kind"] for trace in marks] == ["meeting", "visit", "message"]
    assert all("color" not in trace["marker"] for trace in marks)


def test_an_uncertain_date_is_a_bar_from_first_to_last_possible_day():
    make_contact(date="2024-02")
    drawn = figure(lanes="none")
    [spans], [marks] = parts(drawn, "spans"), parts(drawn, "marks")
    assert spans["x"] == ["2024-02-01", "2024-02-29", None]
    assert marks["x"] == ["2024-02-15"]
    assert spans["y"][0] == marks["y"][0]


def test_a_certain_day_has_no_bar():
    make_contact(date="2024-02-03")
    assert not parts(figure(lanes="none"), "spans")


def test_more_independent_sources_are_a_larger_mark():
    sizes = [mark_size(origins) for origins in (0, 1, 2, 4, 8)]
    assert sizes[0] == sizes[1]
    assert sizes[1:] == sorted(set(sizes[1:]))
    assert mark_size(10_000) == 22


def test_sources_that_differ_are_notched():
    make_contact(conflicts=["date"])
    make_contact(date="2020-01-01")
    [notches] = parts(figure(lanes="none"), "conflicts")
    assert len(notches["x"]) == 1


def test_a_contact_stands_in_the_lane_of_each_of_its_people():
    people = [make_actor("Mousa Abu Marzouk"), make_actor("Mikhail Bogdanov", side="Russia")]
    contact = make_contact(people=people)
    make_contact(date="2020-01-01")
    drawn = figure(lanes="actor")
    assert lanes(drawn) == [("Abu Marzouk", 1), ("Bogdanov", 1), ("No one named", 1)]
    [marks] = parts(drawn, "marks")
    assert marks["customdata"].count(contact.public_id) == 2


def test_people_of_one_side_stand_together():
    make_contact(people=[make_actor(name, side="Hamas") for name in ("Khaled Mashal", "Ismail Haniyeh")])
    make_contact(people=[make_actor("Sergey Lavrov", side="Russia")])
    make_contact(people=[make_actor("Sergey Lavrov", side="Russia"), make_actor("Khaled Mashal")])
    groups = [lane["group"] for lane in figure(lanes="actor")["layout"]["meta"]["lanes"]]
    assert groups == ["Hamas", "Hamas", "Russia"]


def test_two_people_of_one_family_name_keep_their_whole_names():
    make_contact(people=["Ismail Haniyeh", "Khaled Haniyeh"])
    assert {label for label, _ in lanes(figure(lanes="actor"))} == {"Ismail Haniyeh", "Khaled Haniyeh"}


def test_many_lanes_are_gathered_in_others():
    for number in range(13):
        for day in range(13 - number):
            make_contact(date=f"2024-01-{day + 1:02d}", place=f"Town {number:02d}")
    drawn = figure(lanes="place")
    assert lanes(drawn)[-1] == ("Others", 3 + 2 + 1)
    assert len(lanes(drawn)) == 11


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("side", [("Hamas", 2), ("Russia", 1), ("Sides not known", 1)]),
        ("kind", [("Meeting", 2), ("Call", 1)]),
        ("place", [("Moscow", 2), ("Place not known", 1)]),
        ("none", [("", 3)]),
    ],
)
def test_lanes_are_what_the_reader_chooses(by, expected):
    make_contact(sides=["Hamas", "Russia"])
    make_contact(sides=["Hamas"], kind="call")
    make_contact(sides=[], place="")
    assert lanes(figure(lanes=by)) == expected


def test_marks_of_one_lane_do_not_cover_one_another():
    for _ in range(4):
        make_contact(date="2024-01-10")
    make_contact(date="2010-01-01")
    [marks] = parts(figure(lanes="none"), "marks")
    same_day = [y for x, y in zip(marks["x"], marks["y"], strict=True) if x == "2024-01-10"]
    assert len(set(same_day)) == 4


def test_the_figure_is_the_same_every_time():
    for day in range(1, 20):
        make_contact(date=f"2024-01-{day:02d}", people=["Mousa Abu Marzouk", "Khaled Mashal"])
    assert figure(today=date(2024, 6, 1)) == figure(today=date(2024, 6, 1))


def test_stacks_go_up_and_down_in_turn():
    day = date(2024, 1, 1)
    assert stack([(day, day)] * 5, apart=3, levels=9) == [0, 1, -1, 2, -2]


def test_a_level_is_free_again_when_its_span_is_over():
    first, second = (date(2024, 1, 1), date(2024, 1, 10)), (date(2024, 1, 5), date(2024, 1, 5))
    third = (date(2024, 1, 20), date(2024, 1, 20))
    assert stack([first, second, third], apart=3, levels=9) == [0, 1, 0]


def test_more_marks_than_levels_go_round():
    day = date(2024, 1, 1)
    levels = stack([(day, day)] * 50, apart=3, levels=5)
    assert set(levels) == {0, 1, -1, 2, -2}


def test_words_under_the_pointer_are_text_not_markup():
    make_contact(people=["<b>Mallory</b> & Sons"], place="<i>Doha</i>")
    [marks] = parts(figure(lanes="none"), "marks")
    assert "<b>Mallory" not in marks["text"][0]
    assert "&lt;i&gt;Doha" in marks["text"][0]


def test_names_of_lanes_are_text_not_markup():
    make_contact(place="<i>Doha</i>")
    assert figure(lanes="place")["layout"]["yaxis"]["ticktext"] == ["&lt;i&gt;Doha&lt;/i&gt;"]


def test_too_many_marks_are_counted_by_lane_and_month(monkeypatch):
    monkeypatch.setattr(figures, "MAX_MARKS", 3)
    make_contact(date="2024-01-03", people=["Mousa Abu Marzouk", "Khaled Mashal"])
    make_contact(date="2024-01-20", kind="call", people=["Mousa Abu Marzouk"])
    make_contact(date="2024-03-20")
    drawn = figure(lanes="actor")
    assert drawn["layout"]["meta"]["binned"]
    [bins] = parts(drawn, "bins")
    assert bins["x"] == ["2024-01-15", "2024-02-15", "2024-03-15"]
    gap = [None, None, None]
    assert bins["z"] == [[None, None, 1], gap, [1, None, None], gap, [2, None, None]]
    assert bins["text"][2][0] == "<b>Mashal, Jan 2024</b><br>1 contact: 1 meeting"


def test_cells_stand_on_the_lines_of_their_lanes(monkeypatch):
    monkeypatch.setattr(figures, "MAX_MARKS", 1)
    make_contact(people=["Khaled Mashal", make_actor("Sergey Lavrov", side="Russia")])
    drawn = figure(lanes="actor")
    [bins] = parts(drawn, "bins")
    middles = [(low + high) / 2 for low, high in zip(bins["y"][::2], bins["y"][1::2], strict=True)]
    assert middles == pytest.approx(drawn["layout"]["yaxis"]["tickvals"][::-1])
    assert len(bins["y"]) == len(bins["z"]) + 1


def test_few_marks_are_not_counted():
    make_contact()
    assert not figure()["layout"]["meta"]["binned"]


def test_the_line_of_today_stands_only_where_it_is_in_view():
    make_contact(date="2024-01-01")
    make_contact(date="2024-12-01")

    def todays(day):
        return [s for s in figure(today=day)["layout"]["shapes"] if s["name"] == "today"]

    assert len(todays(date(2024, 6, 1))) == 1
    assert not todays(date(2030, 1, 1))


def test_the_figure_costs_the_same_queries_however_many_contacts(django_assert_num_queries):
    for day in range(1, 25):
        make_contact(date=f"2024-01-{day:02d}", people=["Mousa Abu Marzouk", "Khaled Mashal"])
    with django_assert_num_queries(5):
        figure(lanes="actor")
