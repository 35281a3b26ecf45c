"""How many of the reviewed contacts were right, and what the timeline and the export say of review."""

import json

import pytest
from django.core.management import call_command

from tests.factories import make_contact
from timeline.review.figure import Reviewed, wilson

pytestmark = pytest.mark.django_db


def test_the_interval_is_wilsons():
    assert Reviewed(212, 19).words == "212 of 231 reviewed contacts confirmed: 91.8 % (87.5–94.7)"
    assert Reviewed(0, 0).words == ""
    low, high = wilson(1, 1)
    assert (round(low, 3), high) == (0.207, 1.0)
    assert wilson(0, 10)[0] == 0.0


def test_the_timeline_says_how_many_reviewed_contacts_were_right(reader_client):
    make_contact(review="confirmed")
    make_contact(review="confirmed", corrected=["date"])
    make_contact(review="rejected")
    make_contact(review="confirmed", by_hand=True)
    make_contact()
    page = reader_client.get("/?all=1").content.decode()
    assert "2 of 3 reviewed contacts confirmed: 66.7 % (20.8–93.9)" in page
    assert "1 of them after a correction" in page
    assert "4 contacts" in page, "the rejected one is none"


def test_rejected_contacts_are_there_for_those_who_ask(reader_client):
    make_contact(review="rejected", place="Nowhere")
    make_contact(review="confirmed", place="Doha")
    make_contact(place="Cairo")
    assert "Nowhere" not in reader_client.get("/?all=1").content.decode().partition('class="listing"')[2]
    for review, place in [("rejected", "Nowhere"), ("confirmed", "Doha"), ("unreviewed", "Cairo")]:
        page = reader_client.get(f"/?review={review}").content.decode()
        assert place in page.partition('class="listing"')[2]
        assert "1 contact" in page


def test_the_export_says_how_each_contact_stands(capsys):
    make_contact(review="confirmed", corrected=["date"])
    make_contact(review="rejected")
    call_command("export_contacts")
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["review"], json.loads(line)["corrected"]) == ("confirmed", ["date"])
    call_command("export_contacts", query="review=rejected", format="csv")
    header, row = capsys.readouterr().out.splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=False))["id"]
    assert "rejected" in row
