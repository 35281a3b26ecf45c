"""Several processes store what they read at the same time: the contacts are those of one process in peace."""

import json

import pytest

from tests.queue.installation import Installation

PROCESSES = 3
#: Every third article prints nearly the same report.
TEXT = """
from tests.timeline.test_origins import REPORT
def text_of(number):
    return f"--- {number} {'' if number % 3 else REPORT}"
"""
#: What people decided of mentions, before the articles come: together, apart, rejected, corrected.
DECIDE = """
import json, random
from articles.document import fingerprint
from timeline.models import Anchor, Decision
chance = random.Random(7)
for number in range(12):
    verb = ["merge", "split", "reject", "correct", "confirm"][number % 5]
    after = {"place": "Tunis", "country": "TN"} if verb == "correct" else {}
    decision = Decision.objects.create(verb=verb, after=after)
    for place, article in enumerate(chance.sample(range(60), 3)):
        part = int(verb == "split" and place > 0)
        Anchor.objects.create(decision=decision, part=part, text_sha256=fingerprint(text_of(article)), position=0)
print(json.dumps(Anchor.objects.count()))
"""
#: Stores the mentions of every PROCESSES-th article; thick enough that most of them meet in some contact.
STORE = """
import json, random
from datetime import date
from articles import extraction
from tests.articles.readings import store
from tests.factories import make_article
from timeline.edtf import bounds
people = [("Sergey Lavrov", "Russia", "sergey-lavrov"), ("Mikhail Bogdanov", "Russia", "mikhail-bogdanov"),
          ("Mousa Abu Marzouk", "Hamas", "mousa-abu-marzouk"), ("Zaher Unknown", "Hamas", None)]
dates = ["2024-03-01", "2024-03-02", "2024-03-04", "2024-03-02/2024-03-05", "2024-03", "2024", ""]
stored = 0
for number in range(60):
    chance = random.Random(number)
    mentions = []
    for at in range(chance.randint(1, 3)):
        edtf = chance.choice(dates)
        first, last = bounds(edtf) or (None, None)
        named = chance.sample(people, chance.randint(0, 3))
        mentions.append(extraction.Mention(
            kind=chance.choice(["meeting", "visit"]), status=chance.choice(["held", "planned", "denied"]),
            date=edtf or None, earliest=first, latest=last, place=chance.choice([None, "Moscow"]),
            country=None, sides=("Hamas", "Russia"),
            participants=tuple(extraction.Participant(n, n, side, None, key) for n, side, key in named),
            evidence=(extraction.Evidence("trigger", at, at + 1, "---"[at]),)))
    if number % PROCESSES == SHARE:
        article = make_article(text=text_of(number), file_name=f"{number}.txt", outlet=None)
        store(article, *mentions, published=date(2024, 3, chance.randint(1, 28)))
        stored += 1
print(json.dumps(stored))
"""


def script(share: int, processes: int) -> str:
    return TEXT + STORE.replace("PROCESSES", str(processes)).replace("SHARE", str(share))


def contacts(installation: Installation) -> dict[str, dict]:
    """Every contact by its public identifier."""
    lines = installation.manage("export_contacts").splitlines()
    found = {contact["id"]: contact for contact in map(json.loads, lines)}
    for contact in found.values():
        contact["mentions"].sort(key=lambda mention: (mention["article"], mention["index"]))
        contact["attribution"].sort()
    return found


@pytest.fixture(scope="module")
def in_peace(tmp_path_factory) -> dict[str, dict]:
    alone = Installation(tmp_path_factory.mktemp("alone") / "data")
    assert alone.python(TEXT + DECIDE) == 36
    alone.python(script(0, 1))
    return contacts(alone)


def assert_the_same_at_once(installation: Installation, in_peace: dict[str, dict]) -> None:
    installation.python(TEXT + DECIDE)
    stored = installation.at_once([script(share, PROCESSES) for share in range(PROCESSES)])
    assert sum(stored) == 60
    assert contacts(installation) == in_peace
    assert any(contact["articles"] > 3 for contact in in_peace.values())
    assert any(contact["origins"] < contact["articles"] for contact in in_peace.values())
    assert any(contact["place"] == "Tunis" for contact in in_peace.values())


def test_contacts_are_the_same_as_in_peace(installation, in_peace):
    assert_the_same_at_once(installation, in_peace)


@pytest.mark.services
def test_contacts_are_the_same_as_in_peace_with_a_server(tmp_path, postgres, in_peace):
    assert_the_same_at_once(Installation(tmp_path / "data", DATABASE_URL=postgres), in_peace)
