"""A reviewer decides who is who while several processes store what they read: as if one had waited for the other."""

import json

import pytest

from tests.queue.installation import Installation

PROCESSES = 3
#: Stores every PROCESSES-th of 45 articles; a third of them call Bogdanov by a name that no list holds.
STORE = """
import json
from datetime import date
from articles import extraction
from tests.articles.readings import store
from tests.factories import make_article
marzouk = extraction.Participant("Mousa Abu Marzouk", "Mousa Abu Marzouk", "Hamas", None, "mousa-abu-marzouk")
found = extraction.Participant("Mihail Bogdanow", "Mihail Bogdanow", "Qatar")
listed = extraction.Participant("Mikhail Bogdanov", "Mikhail Bogdanov", "Russia", None, "mikhail-bogdanov")
stored = 0
for number in range(45):
    if number % PROCESSES != SHARE:
        continue
    day = date(2024, 3, 1 + number % 5)
    people = (marzouk, found if number % 3 == 0 else listed)
    sides = ("Hamas", "Qatar") if number % 3 == 0 else ("Hamas", "Russia")
    mention = extraction.Mention(
        kind="meeting", status="held", date=str(day), earliest=day, latest=day, place="Moscow", country="RU",
        sides=sides, participants=people, evidence=(extraction.Evidence("trigger", 0, 3, "---"),))
    article = make_article(text=f"--- {number}", file_name=f"{number}.txt", outlet=None)
    store(article, mention, published=date(2024, 3, 7))
    stored += 1
print(json.dumps(stored))
"""
#: Decides as soon as the name comes up.
DECIDE = """
import json, time
from django.contrib.auth.models import User
from articles.actors import actions
from articles.found import candidate_key
from timeline.actors.subjects import subject
ana = User.objects.create_user("ana")
key = candidate_key("Mihail Bogdanow")
for _ in range(600):
    if now := subject(key):
        break
    time.sleep(0.1)
actions.attach(key, now.version, "mikhail-bogdanov", ana)
print(json.dumps(0))
"""


def storing(share: int, processes: int) -> str:
    return STORE.replace("PROCESSES", str(processes)).replace("SHARE", str(share))


def contacts(installation: Installation) -> list[tuple]:
    """What each contact says, the articles that tell it aside."""
    found = [json.loads(line) for line in installation.manage("export_contacts").splitlines()]
    return sorted(
        (
            contact["id"],
            contact["date"],
            tuple(contact["sides"]),
            tuple(sorted(str(person["actor"]) for person in contact["participants"])),
            contact["articles"],
        )
        for contact in found
    )


@pytest.fixture(scope="module")
def in_peace(tmp_path_factory) -> list[tuple]:
    alone = Installation(tmp_path_factory.mktemp("alone") / "data")
    alone.python(storing(0, 1))
    alone.python(DECIDE)
    return contacts(alone)


def assert_as_in_peace(installation: Installation, in_peace: list[tuple]) -> None:
    assert {people for _, _, _, people, _ in in_peace} == {("mikhail-bogdanov", "mousa-abu-marzouk")}
    assert {sides for _, _, sides, _, _ in in_peace} == {("Hamas", "Russia")}
    done = installation.at_once([*(storing(share, PROCESSES) for share in range(PROCESSES)), DECIDE])
    assert sum(done) == 45
    assert contacts(installation) == in_peace


def test_a_decision_holds_for_articles_stored_at_the_same_time(installation, in_peace):
    assert_as_in_peace(installation, in_peace)


@pytest.mark.services
def test_a_decision_holds_for_articles_stored_at_the_same_time_with_a_server(tmp_path, postgres, in_peace):
    assert_as_in_peace(Installation(tmp_path / "data", DATABASE_URL=postgres), in_peace)
