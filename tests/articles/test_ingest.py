"""What is read of an article becomes rows, in one transaction, and merges with what others say."""

from datetime import date

import pytest

from articles import extraction, ingest, queue
from articles.found import candidate_key
from articles.merging import merge_when_rules_changed
from articles.models import Article, Evidence, Mention
from tests.articles.readings import claimed, reading, store
from tests.factories import make_actor, make_article, make_outlet
from timeline.models import Actor, Contact, ContactRedirect, Side

pytestmark = pytest.mark.django_db

TEXT = "Abu Marzouk met Bogdanov on Wednesday. He had visited Moscow and talked by phone before."


@pytest.fixture
def article():
    return make_article(text=TEXT, state=Article.State.RECEIVED, read_at=None, outlet=None)


def another(number: int = 2) -> Article:
    """An article with other words."""
    words = f"Report {number}: in Moscow they met at last, one of them having visited before and talked."
    return make_article(text=words, outlet=None)


def test_mentions_evidence_and_contact_are_written(article):
    store(article, reading(text=TEXT))
    mention = article.mentions.get()
    evidence = mention.evidence.get()
    assert TEXT[evidence.start : evidence.end] == evidence.quote == "met"
    contact = mention.contact
    assert (contact.kind, contact.date_edtf, contact.place) == ("meeting", "2024-10-23", "Moscow")
    assert {side.name for side in contact.sides.all()} == {"Hamas", "Russia"}
    assert {actor.name for actor in contact.actors.all()} == {"Mikhail Bogdanov", "Mousa Abu Marzouk"}
    assert article.state == Article.State.READ
    assert article.claim is article.lease_until is None
    assert article.read_at


def test_a_quote_that_does_not_stand_in_the_text_is_refused_and_nothing_is_written(article):
    lie = reading(text=TEXT)
    lie = extraction.Mention(
        **{f: getattr(lie, f) for f in lie.__slots__ if f != "evidence"},
        evidence=(extraction.Evidence("trigger", 3, 6, "met"),),
    )
    with pytest.raises(ValueError, match="does not stand at 3-6"):
        store(article, lie)
    assert not Mention.objects.exists()


def test_a_worker_that_lost_its_claim_writes_nothing(article):
    old = claimed(article)
    claimed(article)
    document = extraction.Document(text=TEXT)
    with pytest.raises(queue.ClaimLost):
        ingest.store(article, document, [reading(text=TEXT)], claim=old)
    assert not Mention.objects.exists()
    assert not Actor.objects.exists()
    assert Article.objects.get().state == Article.State.READING


def test_what_was_given_wins_over_what_was_found(article):
    make_outlet("Kompas")
    Article.objects.update(given={"published": "2024-10-25", "outlet": "kompas", "title": "My title"})
    article.refresh_from_db()
    store(article, title="Its title", outlet="Sputnik", shown={"title": (0, 11)})
    assert (article.published, article.published_from) == (date(2024, 10, 25), "given")
    assert (article.outlet.name, article.outlet_from) == ("Kompas", "given")
    assert (article.title, article.shown) == ("My title", {"title": [0, 11]})


def test_first_words_are_kept_for_an_article_without_headline(article):
    store(article, title="")
    assert TEXT.startswith(article.opening.rstrip("…")[:20])
    assert str(article) == article.opening


def test_an_outlet_is_known_by_any_of_its_names(article):
    tass = make_outlet("TASS", aliases={"ru": ["агентство ТАСС"]})
    store(article, outlet="Агентство ТАСС", shown={"outlet": (0, 3)})
    assert (article.outlet, article.outlet_from) == (tass, "text")


def test_a_person_not_on_the_list_comes_up_as_a_candidate(article):
    make_actor("Mikhail Bogdanov", side="Russia")
    store(article, reading(text=TEXT, people=("Mikhail Bogdanov", "Zaher Jabarin")))
    found = Actor.objects.get(standing=Actor.Standing.CANDIDATE, name="Zaher Jabarin")
    assert found.key == candidate_key("Zaher al-Jabarin") == candidate_key("zaher jabarin")
    assert found.contacts.get().mentions.get().article == article


def test_a_name_in_another_script_gets_a_key_and_a_new_side_a_row(article):
    store(article, reading(text=TEXT, people=("Захер Джабарин",), sides=("Hamas", "Партия регионов")))
    assert Actor.objects.get().key.startswith("person-")
    assert Side.objects.get(name="Партия регионов").slug.startswith("side-")


def test_two_articles_that_tell_one_event_make_one_contact(article):
    second = another()
    store(article, reading(text=TEXT))
    store(second, reading(text=second.text, date="2024-10", people=("Mikhail Bogdanov",)))
    contact = Contact.objects.get()
    assert (contact.article_count, contact.origin_count, contact.mentions.count()) == (2, 2, 2)
    assert contact.date_edtf == "2024-10-23"


def test_two_articles_of_one_agency_are_one_origin(article):
    second = another()
    store(article, reading(text=TEXT, attribution=("TASS",)))
    store(second, reading(text=second.text, attribution=("TASS",)))
    contact = Contact.objects.get()
    assert (contact.article_count, contact.origin_count) == (2, 1)


def test_nearly_the_same_text_is_one_origin_whatever_it_says_of_itself(article):
    copy = make_article(text=f"Exclusive! {TEXT}", outlet=make_outlet("Republika"))
    store(article, reading(text=TEXT, attribution=("TASS",)))
    store(copy, reading(text=copy.text))
    contact = Contact.objects.get()
    hashes = sorted(a.text_sha256[:16] for a in Article.objects.all())
    assert contact.origins == [{"name": "TASS", "via": [], "articles": hashes, "copies": 2}]
    assert (contact.article_count, contact.origin_count) == (2, 1)


def test_contacts_are_merged_anew_once_when_the_rules_changed(article):
    store(article, reading(text=TEXT, attribution=("TASS",)))
    Contact.objects.update(origins=[], origin_count=7)
    assert merge_when_rules_changed()
    assert Contact.objects.get().origin_count == 1
    assert not merge_when_rules_changed()


def test_reading_again_with_the_same_result_changes_no_row(article):
    store(article, reading(text=TEXT), reading("visited", text=TEXT, kind="visit"))
    before = list(Contact.objects.order_by("pk").values())
    store(article, reading(text=TEXT), reading("visited", text=TEXT, kind="visit"))
    assert list(Contact.objects.order_by("pk").values()) == before
    assert not ContactRedirect.objects.exists()


def test_reading_again_replaces_what_was_read(article):
    store(article, reading(text=TEXT), reading("visited", text=TEXT, kind="visit"))
    store(article, reading("talked", text=TEXT, kind="call"))
    assert Contact.objects.get().kind == "call"
    assert Evidence.objects.get().quote == "talked"


def test_a_link_survives_a_reading_that_finds_the_contact_elsewhere_in_the_text(article):
    store(article, reading(text=TEXT))
    old = Contact.objects.get().public_id
    store(article, reading("talked", text=TEXT))
    contact = Contact.objects.get()
    assert contact.public_id != old
    assert ContactRedirect.objects.get(old_public_id=old).contact == contact


def test_contacts_that_turn_out_to_be_one_leave_a_redirect(article):
    """A month alone is not enough to choose between two days; when one day is gone, it is."""
    second, third = another(2), another(3)
    store(article, reading(text=TEXT, date="2024-10-03"))
    store(second, reading(text=second.text, date="2024-10-23"))
    store(third, reading(text=third.text, date="2024-10"))
    assert Contact.objects.count() == 3
    lonely = third.mentions.get().contact.public_id
    store(article)
    contact = Contact.objects.get()
    assert contact.article_count == 2
    ids = {contact.public_id, *contact.redirects.values_list("old_public_id", flat=True)}
    assert lonely in ids


def test_a_vague_mention_leaves_its_contact_when_a_second_candidate_comes(article):
    second, third = another(2), another(3)
    store(article, reading(text=TEXT, date="2024-10-03"))
    store(third, reading(text=third.text, date="2024-10"))
    assert Contact.objects.count() == 1
    store(second, reading(text=second.text, date="2024-10-23"))
    assert Contact.objects.count() == 3


def test_an_undated_mention_is_looked_at_again_when_news_beside_it_gets_another_day(article):
    """Two fit it equally well; once one of them turns out to be of another year, it joins the other."""
    second, third = another(2), another(3)
    store(article, reading(text=TEXT, date=None))
    store(second, reading(text=second.text, date=None, people=("Khaled Mashal", "Sergey Lavrov")))
    store(third, reading(text=third.text, date=None, people=()))
    assert Contact.objects.count() == 3
    store(article, reading(text=TEXT, date=None), published=date(2023, 1, 1))
    assert third.mentions.get().contact == second.mentions.get().contact


def test_planned_and_held_are_one_contact_that_was_held(article):
    second = another()
    store(article, reading(text=TEXT, status="planned"))
    store(second, reading(text=second.text))
    contact = Contact.objects.get()
    assert (contact.status, contact.conflicts) == ("held", [])
    assert sorted(contact.mentions.values_list("status", flat=True)) == ["held", "planned"]


def test_forgetting_an_article_takes_its_contacts_along_and_leaves_what_others_tell(article):
    second = another()
    store(article, reading(text=TEXT), reading("visited", text=TEXT, kind="visit"))
    store(second, reading(text=second.text))
    link = Contact.objects.get(kind="meeting").public_id
    ingest.forget(Article.objects.filter(pk=article.pk))
    contact = Contact.objects.get()
    assert (contact.kind, contact.article_count) == ("meeting", 1)
    assert link in {contact.public_id, *contact.redirects.values_list("old_public_id", flat=True)}


def test_a_contact_is_found_by_names_in_all_scripts(article):
    make_actor(
        "Mikhail Bogdanov", side="Russia", aliases={"ar": ["ميخائيل بوغدانوف"], "ru": ["Михаил Богданов"]}
    )
    make_actor("Hamas", kind="movement", aliases={"ru": ["ХАМАС"]})
    person = extraction.Participant("Mikhail Bogdanov", "Bogdanov", "Russia", None, "mikhail-bogdanov")
    mention = reading(text=TEXT, people=())
    fields = {f: getattr(mention, f) for f in mention.__slots__}
    store(article, extraction.Mention(**{**fields, "participants": (person,)}))
    found = Contact.objects.get().search_text
    assert "ميخائيل بوغدانوف" in found
    assert "михаил богданов" in found
    assert "хамас" in found
    assert "moscow" in found
