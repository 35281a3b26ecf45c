"""Commands for other programs: contacts printed, articles read again, plausible data for measurements."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.merging import merge_everything
from articles.models import Article, Collection, Evidence, Mention
from tests.articles.readings import reading, store
from tests.factories import make_actor, make_article, make_contact, make_mention
from timeline.models import Contact, Side

pytestmark = pytest.mark.django_db


@pytest.fixture
def contacts():
    """A held meeting told twice, and a planned visit of another side."""
    marzouk = make_actor("Mousa Abu Marzouk")
    bogdanov = make_actor("Mikhail Bogdanov", side="Russia", standing="candidate")
    origins = [{"name": "statement by Hamas", "via": ["TASS"], "articles": [], "copies": 0}]
    meeting = make_contact(people=[marzouk, bogdanov], article_count=2, origin_count=2, origins=origins)
    for name in ("en-001.txt", "ru-001.txt"):
        make_mention(make_article(file_name=name, text=f"{name}: met"), contact=meeting, attribution=["TASS"])
    visit = make_contact(kind="visit", status="planned", date="2025-02~", sides=["Fatah", "Russia"], place="")
    make_mention(make_article(file_name="id-002.txt", text="berkunjung"), contact=visit)
    return meeting, visit


def exported(capsys, **options) -> str:
    call_command("export_contacts", **options)
    return capsys.readouterr().out


def test_every_contact_is_one_line_with_its_mentions(contacts, capsys):
    meeting, visit = (json.loads(line) for line in exported(capsys).splitlines())
    assert meeting["id"] == contacts[0].public_id
    assert (meeting["date"], meeting["earliest"], meeting["latest"]) == ("2024-10-23",) * 3
    assert meeting["sides"] == ["Hamas", "Russia"]
    assert [(p["name"], p["actor"]) for p in meeting["participants"]] == [
        ("Mousa Abu Marzouk", "mousa-abu-marzouk"),
        ("Mikhail Bogdanov", None),
    ]
    assert (meeting["origins"], meeting["review"], meeting["attribution"]) == (2, "unreviewed", ["TASS"])
    assert meeting["origin_names"] == ["Hamas statement via TASS"]
    assert [(m["article"], m["index"]) for m in meeting["mentions"]] == [("en-001.txt", 0), ("ru-001.txt", 0)]
    assert (visit["date"], visit["place"], visit["status"]) == ("2025-02~", None, "planned")


def test_a_meeting_names_the_visit_that_it_is_part_of(contacts, capsys):
    visit = make_contact(kind="visit", date="2024-10-23/2024-10-24", people=["Mousa Abu Marzouk"])
    part_of = {json.loads(line)["id"]: json.loads(line)["part_of"] for line in exported(capsys).splitlines()}
    assert part_of[contacts[0].public_id] == visit.public_id
    assert part_of[visit.public_id] is None


def test_the_pages_query_string_narrows_the_export(contacts, capsys):
    lines = exported(capsys, query="?side=fatah&kind=visit").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [contacts[1].public_id]


def test_a_query_that_means_nothing_is_an_error_not_everything(contacts):
    with pytest.raises(CommandError, match="nobody-at-all"):
        call_command("export_contacts", query="actor=nobody-at-all")


def test_csv_has_a_header_and_no_formulas(contacts, capsys):
    Contact.objects.filter(kind="visit").update(place="=HYPERLINK(1)")
    rows = list(csv.DictReader(io.StringIO(exported(capsys, format="csv"))))
    assert rows[0]["participants"] == "Mousa Abu Marzouk; Mikhail Bogdanov"
    assert rows[1]["place"] == "'=HYPERLINK(1)"


def test_exporting_costs_the_same_queries_for_any_number(contacts, capsys, django_assert_max_num_queries):
    for number in range(20):
        make_mention(make_article(text=f"{number}"), contact=make_contact(people=[f"Person {number}"]))
    # contacts, people, sides, mentions and their articles; up to three for the visits that meetings are part of
    with django_assert_max_num_queries(9):
        assert len(exported(capsys).splitlines()) == 22


def test_articles_go_back_into_the_queue_with_what_people_gave():
    article = make_article(given={"published": "2024-10-24"}, language="id")
    make_article(text="other", language="ru")
    waiting = make_article(text="waits", state=Article.State.RECEIVED)
    call_command("reread", language="id", verbosity=0)
    article.refresh_from_db()
    assert (article.state, article.given) == (Article.State.RECEIVED, {"published": "2024-10-24"})
    assert Article.objects.filter(state=Article.State.READ).count() == 1
    waiting.refresh_from_db()
    assert waiting.attempts == 0


def test_merging_anew_restores_what_was_lost():
    article = make_article(text="They met in Moscow.")
    store(article, reading(text=article.text))
    before = Contact.objects.values_list("public_id", "date_edtf", "place").get()
    Contact.objects.all().delete()
    call_command("reread", merge_only=True, verbosity=0)
    assert Contact.objects.values_list("public_id", "date_edtf", "place").get() == before


def test_synthesis_is_plausible_and_every_quote_stands_in_its_text():
    call_command("synthesize", contacts=60, articles=40, verbosity=0)
    assert Contact.objects.count() == 60
    assert Article.objects.filter(mentions__isnull=False).distinct().count() == 40
    assert Mention.objects.filter(contact=None).count() == 0
    for evidence in Evidence.objects.select_related("mention__article"):
        text = evidence.mention.article.text
        assert text[evidence.start : evidence.end] == evidence.quote
    assert set(Contact.objects.filter(article_count__gt=1).values_list("kind", flat=True)) >= {"meeting"}
    assert Contact.objects.exclude(date_edtf__regex=r"^\d{4}-\d\d-\d\d$").exists()


def test_one_seed_gives_the_same_contacts_and_another_others():
    def drawn(seed):
        Article.objects.all().delete()
        Contact.objects.all().delete()
        Side.objects.all().delete()
        call_command("load_registry", force=True, verbosity=0)
        call_command("synthesize", contacts=30, seed=seed, verbosity=0)
        Collection.objects.all().delete()
        return sorted(Contact.objects.values_list("public_id", "kind", "date_edtf", "place"))

    assert drawn(1) == drawn(1) != drawn(2)


def test_real_articles_are_never_mixed_with_synthetic_ones():
    make_article()
    with pytest.raises(CommandError, match="holds articles"):
        call_command("synthesize", contacts=5)
    merge_everything()
    assert not Contact.objects.exists()
