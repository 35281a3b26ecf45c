"""Who meets in the tests of contacts."""

import pytest

from tests.factories import make_actor, make_side
from timeline.models import Actor


@pytest.fixture
def people(db) -> list[Actor]:
    make_side("Hamas", country="PS")
    make_side("Russia", country="RU")
    return [make_actor("Mousa Abu Marzouk", side="Hamas"), make_actor("Mikhail Bogdanov", side="Russia")]
