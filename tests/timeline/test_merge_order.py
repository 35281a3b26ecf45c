"""The order of arrival does not matter, and a new article disturbs only what it may disturb."""

import random
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.edtf import bounds
from timeline.merge import Person, Telling, affected, clusters, merged

DATES = ["2024-03-01", "2024-03-02", "2024-03-03", "2024-03-05", "2024-03-02/2024-03-04", "2024-03-01~"]
DATES += ["2024-03", "2024-02", "2024", "2023-12/2024-03", ""]
SIDES = [("Hamas", "Russia"), ("Hamas", "Russia", "Fatah"), ("Fatah", "Russia"), ("Iran", "Russia")]
PEOPLE = [("lavrov", "Russia"), ("bogdanov", "Russia"), ("marzouk", "Hamas"), ("mashal", "Hamas")]
PEOPLE += [("ahmad", "Fatah")]
#: whom no list holds, in two spellings
UNLISTED = [("candidate-1", "Hamas", "Ramil Sadykov"), ("candidate-2", "Hamas", "Рамиль Садыков")]
#: a busy machine is no failure
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def tellings(draw):
    """Mentions of up to a dozen articles of one winter, thick enough to be ambiguous."""
    told = []
    for article in range(draw(st.integers(2, 12))):
        published = date(2024, draw(st.integers(2, 4)), draw(st.integers(1, 28)))
        for position in range(draw(st.integers(1, 3))):
            edtf = draw(st.sampled_from(DATES))
            earliest, latest = bounds(edtf) or (None, None)
            people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
            unlisted = draw(st.lists(st.sampled_from(UNLISTED), max_size=1))
            told.append(
                Telling(
                    key=(f"{article:02d}", position),
                    kind=draw(st.sampled_from(["meeting", "meeting", "visit"])),
                    status=draw(st.sampled_from(["held", "held", "planned", "denied"])),
                    edtf=edtf,
                    earliest=earliest,
                    latest=latest,
                    place=draw(st.sampled_from(["", "", "Moscow", "Doha"])),
                    sides=frozenset(draw(st.sampled_from(SIDES))),
                    people=(
                        *(Person(key, side) for key, side in people),
                        *(Person(*person, listed=False) for person in unlisted),
                    ),
                    published=published,
                    attribution=draw(st.sampled_from([(), ("TASS",), ("statement", "Sputnik")])),
                )
            )
    return told


def keys(groups):
    return [[telling.key for telling in group] for group in groups]


def together(groups, among):
    """For each of some mentions, those of them that it shares a contact with."""
    wanted = {telling.key for telling in among}
    return {
        telling.key: {other.key for other in group} & wanted
        for group in groups
        for telling in group
        if telling.key in wanted
    }


@PATIENT
@given(tellings(), st.randoms())
def test_any_order_of_mentions_gives_the_same_contacts(told: list[Telling], chance: random.Random):
    shuffled = chance.sample(told, len(told))
    groups, again = clusters(told), clusters(shuffled)
    assert keys(again) == keys(groups)
    assert [merged(group) for group in again] == [merged(chance.sample(g, len(g))) for g in groups]


@PATIENT
@given(tellings())
def test_every_mention_is_in_one_contact_and_but_for_visits_none_has_two_of_one_article(told):
    groups = clusters(told)
    assert sorted(telling.key for group in groups for telling in group) == sorted(t.key for t in told)
    for group in groups:
        assert len({telling.article for telling in group}) == len(group) or group[0].kind == "visit"


@settings(PATIENT, max_examples=400)
@given(tellings())
def test_only_the_affected_change_when_an_article_comes(told):
    """The others are together as before; the affected follow from their context alone."""
    came = [telling for telling in told if telling.article == "00"]
    reach = affected(came, told)
    rest = [telling for telling in told if telling not in reach.tellings]
    before = clusters([telling for telling in told if telling.article != "00"])
    after = clusters(told)
    assert together(before, rest) == together(after, rest)
    assert together(clusters(reach.context), reach.tellings) == together(after, reach.tellings)


@settings(PATIENT, max_examples=200)
@given(tellings())
def test_an_affected_mention_finds_its_whole_contact_in_the_context(told):
    """Of a contact's other mentions some may be unaffected: they were together before and stay so."""
    came = [telling for telling in told if telling.article == "00"]
    reach = affected(came, told)
    before = [telling for telling in told if telling.article != "00"]
    home = {t.key: number for number, group in enumerate(clusters(before)) for t in group}
    for group in clusters(reach.context):
        untouched = [telling for telling in group if telling not in reach.tellings]
        if untouched and len(untouched) < len(group):
            assert len({home[telling.key] for telling in untouched}) == 1
