"""Several people decide on the same contacts while articles are stored: one decision wins, none is lost."""

import json

import pytest

from tests.queue.installation import Installation

REVIEWERS = 3
CONTACTS = 12

#: Contacts of their own, months apart, and the version of each as everybody sees it at first.
PREPARE = f"""
import json
from datetime import date
from django.contrib.auth.models import User
from articles.review.actions import subject
from tests.articles.readings import reading, store
from tests.factories import make_article
from timeline.models import Contact
for number in range({REVIEWERS}):
    User.objects.create_user(f"reviewer{{number}}")
for number in range({CONTACTS}):
    article = make_article(text=f"Report {{number}}: they met", outlet=None)
    store(article, reading(text=article.text, date=f"{{2000 + number}}-03-05"))
print(json.dumps([[c.public_id, subject(c.public_id).version] for c in Contact.objects.order_by("earliest")]))
"""
#: Decides on every contact by the version seen at first, each reviewer from another place on.
DECIDE = """
import json
from django.contrib.auth.models import User
from articles.review import actions
from articles.review.actions import ChangedMeanwhile
by = User.objects.get(username="reviewerNUMBER")
seen = SEEN
made = []
for public_id, version in seen[NUMBER * 4 :] + seen[: NUMBER * 4]:
    try:
        if NUMBER % 2:
            actions.correct(public_id, version, by, {"place": "Kazan"})
        else:
            actions.confirm(public_id, version, by)
        made.append(public_id)
    except ChangedMeanwhile as change:
        assert change.now.history, "the other decision is shown"
print(json.dumps(made))
"""
#: Articles of other years arrive meanwhile.
STORE = """
import json
from tests.articles.readings import reading, store
from tests.factories import make_article
for number in range(12):
    article = make_article(text=f"Other report {number}: they met", outlet=None)
    store(article, reading(text=article.text, date=f"{1980 + number}-03-05"))
print(json.dumps([]))
"""
HISTORY = """
import json
from timeline.models import Contact, Decision
rows = {c.public_id: [c.review, c.place] for c in Contact.objects.filter(earliest__year__gte=2000)}
print(json.dumps([Decision.objects.count(), Contact.objects.count(), rows]))
"""


def assert_one_wins(installation: Installation) -> None:
    seen = installation.python(PREPARE)
    assert len(seen) == CONTACTS
    scripts = [
        DECIDE.replace("NUMBER", str(number)).replace("SEEN", json.dumps(seen)) for number in range(REVIEWERS)
    ]
    *made, _ = installation.at_once([*scripts, STORE])
    assert sorted(public_id for each in made for public_id in each) == sorted(c for c, _ in seen)
    decisions, contacts, rows = installation.python(HISTORY)
    assert (decisions, contacts) == (CONTACTS, CONTACTS + 12)
    for number, public_ids in enumerate(made):
        wanted = ["unreviewed", "Kazan"] if number % 2 else ["confirmed", "Moscow"]
        assert all(rows[public_id] == wanted for public_id in public_ids)
    installation.manage("reread", "--merge-only")
    assert installation.python(HISTORY) == [decisions, contacts, rows]


def test_of_several_decisions_on_one_contact_exactly_one_is_made(installation):
    assert_one_wins(installation)


@pytest.mark.services
def test_of_several_decisions_on_one_contact_exactly_one_is_made_with_a_server(tmp_path, postgres):
    assert_one_wins(Installation(tmp_path / "data", DATABASE_URL=postgres))
