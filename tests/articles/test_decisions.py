"""What a person decides of contacts wins over every reading, survives it, and can be undone."""

import pytest

from articles import ingest
from articles.merging import merge_everything
from articles.models import Article, Mention
from articles.review import actions
from articles.review.actions import ChangedMeanwhile, Refused, subject
from tests.articles.readings import reading, store
from tests.factories import make_article
from timeline.models import Contact, ContactRedirect, Decision

pytestmark = pytest.mark.django_db

BOGDANOV, LAVROV = ("Mousa Abu Marzouk", "Mikhail Bogdanov"), ("Khaled Mashal", "Sergey Lavrov")


@pytest.fixture
def ana(django_user_model):
    return django_user_model.objects.create_user("ana")


def told(number: int, **values) -> Contact:
    """The contact that an article of its own tells."""
    article = make_article(text=f"Report {number}: they met at last and talked for {number} hours.")
    store(article, reading(text=article.text, **values))
    return article.mentions.get().contact


def version(contact: Contact) -> str:
    return subject(contact.public_id).version


def now(contact: Contact) -> Contact:
    """The contact as it is, under whatever name."""
    if moved := ContactRedirect.objects.filter(old_public_id=contact.public_id).first():
        return moved.contact
    return Contact.objects.get(public_id=contact.public_id)


def decide(verb, contact: Contact, by, *arguments, **options) -> Decision:
    return verb(contact.public_id, version(contact), by, *arguments, **options)


def read_again(contact: Contact, *, text: str = "", **values) -> None:
    """Read the contact's only article again, with rules that read it so."""
    article = contact.mentions.get().article
    store(article, *([reading(text=article.text, **values)] if values.get("trigger", "met") else []))


# --- confirm, reject, correct


def test_a_confirmed_contact_says_so_and_who_said_it(ana):
    contact = told(1)
    decide(actions.confirm, contact, ana, reason="seen in the transcript")
    assert now(contact).review == "confirmed"
    (entry,) = subject(contact.public_id).history
    assert (entry.decision.author_name, entry.decision.reason) == ("ana", "seen in the transcript")


def test_a_confirmed_contact_that_sources_changed_since_names_the_fields(ana):
    contact = told(1)
    decide(actions.confirm, contact, ana)
    assert now(contact).changed_since == []
    read_again(contact, place="Doha")
    assert now(contact).review == "confirmed"
    assert set(now(contact).changed_since) == {"place", "country"}


def test_a_rejected_contact_keeps_to_itself(ana):
    rejected = told(1)
    decide(actions.reject, rejected, ana)
    other = told(2)
    assert now(rejected).review == "rejected"
    assert now(other).review == "unreviewed"
    assert now(other).pk != now(rejected).pk


def test_undoing_a_rejection_lets_the_sources_come_together(ana):
    rejected = told(1)
    decision = decide(actions.reject, rejected, ana)
    told(2)
    actions.undo(decision.pk, ana)
    contact = Contact.objects.get()
    assert (contact.review, contact.mentions.count()) == ("unreviewed", 2)


def test_a_corrected_field_wins_over_every_later_reading(ana):
    contact = told(1)
    decide(actions.correct, contact, ana, {"date": "2024-10-26", "place": "Doha", "country": "QA"})
    read_again(contact, date="2024-10-24")
    merge_everything()
    corrected = now(contact)
    assert (corrected.date_edtf, corrected.place, corrected.country) == ("2024-10-26", "Doha", "QA")
    assert str(corrected.earliest) == str(corrected.latest) == "2024-10-26"
    assert corrected.corrected == ["date", "place", "country"]


def test_corrected_people_take_part_and_the_others_do_not(ana):
    contact = told(1, people=BOGDANOV)
    people = [
        {"actor": person.actor.key, "side": "Russia", "role": "host", "title": ""}
        for person in contact.participations.all()
        if person.actor.name == "Mikhail Bogdanov"
    ]
    decide(actions.correct, contact, ana, {"people": people})
    (person,) = now(contact).participations.all()
    assert (person.actor.name, person.role) == ("Mikhail Bogdanov", "host")


def test_a_correction_settles_what_the_sources_differ_on(ana):
    told(1, place="Moscow")
    article = make_article(text="Report 2: they met on the next day.")
    store(article, reading(text=article.text, date="2024-10-24"))
    contact = Contact.objects.get()
    assert contact.conflicts == ["date"]
    decide(actions.correct, contact, ana, {"date": "2024-10-23", "topics": ["Gaza"]})
    assert now(contact).conflicts == ["date"], "the date was not corrected: it was this one before"
    decide(actions.correct, contact, ana, {"date": "2024-10-24"})
    assert now(contact).conflicts == []


def test_a_correction_undone_gives_the_readers_value_back(ana):
    contact = told(1)
    first = decide(actions.correct, contact, ana, {"status": "denied"})
    decide(actions.correct, contact, ana, {"status": "cancelled"})
    assert now(contact).status == "cancelled"
    actions.undo(Decision.objects.last().pk, ana)
    assert now(contact).status == "denied"
    actions.undo(first.pk, ana)
    assert (now(contact).status, now(contact).corrected) == ("held", [])


def test_a_correction_that_changes_nothing_is_refused(ana):
    with pytest.raises(Refused, match="Nothing was changed"):
        decide(actions.correct, told(1), ana, {"status": "held"})


# --- merge and split


def merged(one: Contact, other: Contact, by) -> Decision:
    return actions.merge((one.public_id, version(one)), (other.public_id, version(other)), by)


def test_two_contacts_far_apart_are_one_by_decision_and_two_when_it_is_undone(ana):
    one, other = told(1, date="2024-10-23"), told(2, date="2006-03-03", people=LAVROV)
    decision = merged(one, other, ana)
    assert Contact.objects.get().mentions.count() == 2
    gone = ({one.public_id, other.public_id} - {Contact.objects.get().public_id}).pop()
    assert ContactRedirect.objects.get(old_public_id=gone).contact == Contact.objects.get()
    actions.undo(decision.pk, ana)
    assert {contact.public_id for contact in Contact.objects.all()} == {one.public_id, other.public_id}


def test_merged_contacts_stay_one_when_everything_is_merged_anew(ana):
    merged(told(1), told(2, date="2006-03-03", people=LAVROV), ana)
    merge_everything()
    assert Contact.objects.count() == 1


def test_a_later_article_joins_the_merged_contact(ana):
    merged(told(1), told(2, date="2006-03-03", people=LAVROV), ana)
    told(3, date="2006-03-03", people=LAVROV)
    assert Contact.objects.get().mentions.count() == 3


def test_what_joined_a_merged_contact_goes_with_its_part_when_it_is_undone(ana):
    decision = merged(told(1), told(2, date="2006-03-03", people=LAVROV), ana)
    told(3, date="2006-03-03", people=LAVROV)
    told(4)
    actions.undo(decision.pk, ana)
    assert sorted(contact.mentions.count() for contact in Contact.objects.all()) == [2, 2]
    assert {contact.date_edtf for contact in Contact.objects.all()} == {"2024-10-23", "2006-03-03"}


def test_sources_split_off_stay_apart_whatever_is_read_again(ana):
    one, two = told(1), told(2)
    assert one.pk == two.pk
    keys = set(two.mentions.values_list("article__text_sha256", "position"))
    article = Article.objects.last()
    decide(actions.split, now(one), ana, [key for key in keys if key[0] == article.text_sha256])
    assert Contact.objects.count() == 2
    merge_everything()
    store(article, reading(text=article.text))
    assert Contact.objects.count() == 2


def test_of_a_split_and_a_merge_of_the_same_sources_the_later_wins(ana):
    contact = told(1)
    told(2)
    contact = now(contact)
    key = contact.mentions.values_list("article__text_sha256", "position")[0]
    decide(actions.split, contact, ana, [key])
    merged(*Contact.objects.all(), ana)
    merge_everything()
    assert Contact.objects.count() == 1


def test_a_split_must_leave_a_source_on_either_side(ana):
    contact = told(1)
    keys = contact.mentions.values_list("article__text_sha256", "position")
    for chosen in ([], keys):
        with pytest.raises(Refused, match="leave at least one"):
            decide(actions.split, contact, ana, chosen)


def test_a_correction_stays_with_the_part_that_has_most_of_its_sources(ana):
    contact = told(1)
    told(2), told(3)
    contact = Contact.objects.get()
    decide(actions.correct, contact, ana, {"place": "Kazan"})
    key = contact.mentions.values_list("article__text_sha256", "position")[1]
    decide(actions.split, now(contact), ana, [key])
    places = {c.mentions.count(): c.place for c in Contact.objects.all()}
    assert places == {2: "Kazan", 1: "Moscow"}


def test_a_merge_on_which_a_later_decision_rests_is_undone_after_it(ana):
    decision = merged(told(1), told(2, date="2006-03-03", people=LAVROV), ana)
    later = decide(actions.confirm, Contact.objects.get(), ana)
    with pytest.raises(Refused, match="Later decisions rest on this one"):
        actions.undo(decision.pk, ana)
    actions.undo(later.pk, ana)
    actions.undo(decision.pk, ana)
    assert Contact.objects.count() == 2


def test_a_rejected_contact_is_not_merged_with_another(ana):
    one, other = told(1), told(2, date="2006-03-03", people=LAVROV)
    decide(actions.reject, one, ana)
    with pytest.raises(Refused, match="rejected"):
        merged(one, other, ana)


# --- reading again


def test_a_decision_moves_along_when_the_trigger_is_read_elsewhere(ana):
    contact = told(1)
    article = contact.mentions.get().article
    decide(actions.confirm, contact, ana)
    store(article, reading("met at last", text=article.text))
    mention = reading("talked", text=article.text)
    wider = type(mention)(
        **{f: getattr(mention, f) for f in mention.__slots__ if f != "evidence"},
        evidence=(*mention.evidence, *reading("met", text=article.text).evidence[:0], _words(article, "met")),
    )
    store(article, wider)
    (row,) = article.mentions.all()
    assert article.text[row.position :].startswith("talked")
    assert (row.no_longer_found, row.contact.review) == (False, "confirmed")


def _words(article: Article, words: str):
    from articles import extraction

    start = article.text.index(words)
    return extraction.Evidence("participant", start, start + len(words), words)


def test_a_mention_with_a_decision_stays_when_no_reading_finds_it(ana):
    contact = told(1)
    decide(actions.confirm, contact, ana)
    store(contact.mentions.get().article)
    mention = Mention.objects.get()
    assert mention.no_longer_found
    assert mention.evidence.get().quote == "met"
    assert now(contact).review == "confirmed"


def test_a_mention_found_again_says_so_no_more(ana):
    contact = told(1)
    decide(actions.confirm, contact, ana)
    store(contact.mentions.get().article)
    read_again(now(contact))
    assert not Mention.objects.get().no_longer_found
    assert now(contact).review == "confirmed"


def test_a_mention_without_a_decision_goes_when_no_reading_finds_it(ana):
    contact = told(1)
    store(contact.mentions.get().article)
    assert not Contact.objects.exists()


def test_a_decision_finds_its_words_again_in_a_text_that_came_out_otherwise(ana):
    contact = told(1)
    decide(actions.confirm, contact, ana)
    article = contact.mentions.get().article
    article.text = f"Advertisement\n\n{article.text}"
    store(article, reading(text=article.text))
    assert Contact.objects.get().review == "confirmed"
    store(article)
    evidence = Mention.objects.get().evidence.get()
    assert article.text[evidence.start : evidence.end] == evidence.quote == "met"


def test_a_decision_holds_again_when_a_removed_article_comes_back(ana):
    contact = told(1)
    decide(actions.reject, contact, ana)
    article = contact.mentions.get().article
    text, sha256 = article.text, article.text_sha256
    ingest.forget(Article.objects.all())
    article = make_article(text=text, text_sha256=sha256)
    store(article, reading(text=text))
    assert Contact.objects.get().review == "rejected"


# --- several people at once


def test_a_decision_on_a_contact_that_changed_meanwhile_is_not_made(ana):
    contact = told(1)
    old = version(contact)
    decide(actions.correct, contact, ana, {"place": "Doha"})
    with pytest.raises(ChangedMeanwhile) as caught:
        actions.confirm(contact.public_id, old, ana)
    assert caught.value.now.contact.place == "Doha"
    assert now(contact).review == "unreviewed"


def test_an_article_that_arrived_meanwhile_is_a_change(ana):
    contact = told(1)
    old = version(contact)
    told(2)
    with pytest.raises(ChangedMeanwhile):
        actions.confirm(contact.public_id, old, ana)


def test_what_was_undone_is_not_undone_twice(ana):
    decision = decide(actions.confirm, told(1), ana)
    actions.undo(decision.pk, ana)
    with pytest.raises(Refused, match="ana has undone this already"):
        actions.undo(decision.pk, ana)
