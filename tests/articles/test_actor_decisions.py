"""What a person decides of actors: contacts follow at once, later readings keep to it, and it can be undone."""

import pytest
from django.core.management import call_command

from articles import lexicon
from articles.actors import actions
from articles.actors.actions import ChangedMeanwhile
from articles.extraction import Participant
from articles.found import candidate_key
from articles.lexicon import current_lexicon
from articles.merging import merge_everything
from articles.review import actions as review
from articles.review.actions import Refused
from tests.articles.readings import reading, store
from tests.factories import make_actor, make_article, make_side
from timeline.actors.subjects import subject
from timeline.models import Actor, Contact, Decision, Participation

pytestmark = pytest.mark.django_db

FOUND = "Mihail Bogdanow"
KEY = candidate_key(FOUND)


@pytest.fixture
def ana(django_user_model):
    return django_user_model.objects.create_user("ana")


@pytest.fixture(autouse=True)
def fresh_lexicon():
    """Rows of a test that was taken back have the numbers of this one's."""
    lexicon._from_tables.cache_clear()


@pytest.fixture
def bogdanov(db):
    make_actor("Mousa Abu Marzouk", side="Hamas", aliases={"en": ["Mousa Abu Marzouk"]})
    return make_actor("Mikhail Bogdanov", side="Russia", aliases={"en": ["Mikhail Bogdanov"]})


def person(name: str, side: str | None, key: str | None = None) -> Participant:
    return Participant(name=name, as_written=name, side=side, actor=key)


def told(number: int, *people: Participant, read_again=None, **values):
    """The contact that an article tells, Abu Marzouk and these people in it."""
    text = f"Report {number}: they met at last and talked for {number} hours."
    article = read_again.mentions.get().article if read_again else make_article(text=text, language="id")
    values = {"people": (), "sides": ("Hamas", "Russia"), **values}
    mention = reading(text=article.text, **values)
    marzouk = person("Mousa Abu Marzouk", "Hamas", "mousa-abu-marzouk")
    object.__setattr__(mention, "participants", (marzouk, *people))
    store(article, mention, language="id")
    return article.mentions.get().contact


def version(key: str) -> str:
    return subject(key).version


def people_of(contact: Contact) -> set[str]:
    return set(Participation.objects.filter(contact=contact).values_list("actor__name", flat=True))


def sides_of(contact: Contact) -> set[str]:
    return set(contact.sides.values_list("name", flat=True))


def everything() -> list:
    """All that a decision may change, so that undoing it can be seen to bring everything back."""
    contacts = Contact.objects.order_by("public_id").values("public_id", "search_text", "article_count")
    taking_part = Participation.objects.order_by("contact", "actor__key").values_list(
        "contact__public_id", "actor__key", "side__name"
    )
    states = [
        (key, subject(key).state) for key in Actor.objects.order_by("key").values_list("key", flat=True)
    ]
    return [*contacts, *taking_part, *states, *(sorted(sides_of(c)) for c in Contact.objects.order_by("pk"))]


# --- candidates


def test_an_attached_candidate_is_the_other_in_every_contact_at_once(ana, bogdanov):
    contact = told(1, person(FOUND, None))
    assert FOUND in people_of(contact)
    actions.attach(KEY, version(KEY), bogdanov.key, ana)
    contact.refresh_from_db()
    assert people_of(contact) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
    assert contact.participations.get(actor=bogdanov).side.name == "Russia"
    assert "mihail bogdanow" in contact.search_text


def test_two_tellings_become_one_contact_when_their_people_turn_out_to_be_the_same(ana, bogdanov):
    known = person("Mikhail Bogdanov", "Russia", bogdanov.key)
    one, other = told(1, known), told(2, person("Anton Chuzhoy", "Russia"))
    assert one != other
    key = candidate_key("Anton Chuzhoy")
    actions.attach(key, version(key), bogdanov.key, ana)
    assert Contact.objects.get().article_count == 2


def test_the_side_of_the_one_somebody_turns_out_to_be_takes_part(ana, bogdanov):
    contact = told(1, person(FOUND, "Qatar"), sides=("Hamas", "Qatar"))
    actions.attach(KEY, version(KEY), bogdanov.key, ana)
    assert sides_of(contact) == {"Hamas", "Russia"}


def test_articles_read_later_know_the_name_and_a_reading_without_it_changes_nothing(ana, bogdanov):
    first = told(1, person(FOUND, None))
    before = current_lexicon()
    actions.attach(KEY, version(KEY), bogdanov.key, ana)
    assert current_lexicon() is not before
    assert FOUND in current_lexicon().actors[bogdanov.key].aliases["id"]
    assert KEY not in current_lexicon().actors
    told(1, person(FOUND, None), read_again=first)
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
    merge_everything()
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}


def test_an_accepted_candidate_is_listed_under_the_names_found(ana, bogdanov):
    contact = told(1, person(FOUND, "Qatar"), sides=("Hamas", "Qatar"))
    actions.accept(KEY, version(KEY), ana, name="Michael Bogdanow", side="Fatah")
    actor = Actor.objects.get(key=KEY)
    assert (actor.name, actor.standing, actor.side.name) == ("Michael Bogdanow", "listed", "Fatah")
    assert set(actor.aliases.values_list("language", "text")) == {("id", FOUND), ("en", "Michael Bogdanow")}
    assert sides_of(contact) == {"Hamas", "Fatah"}
    assert KEY in current_lexicon().actors
    contact.refresh_from_db()
    assert "michael bogdanow" in contact.search_text


def test_a_dismissed_candidate_leaves_the_contact_and_does_not_come_back(ana, bogdanov):
    contact = told(1, person("Rabu Pagi", "Russia"))
    key = candidate_key("Rabu Pagi")
    actions.dismiss(key, version(key), ana)
    assert people_of(contact) == {"Mousa Abu Marzouk"}
    assert sides_of(contact) == {"Hamas", "Russia"}
    assert people_of(told(2, person("Rabu Pagi", "Russia"), date="2025-01-01")) == {"Mousa Abu Marzouk"}
    assert not Actor.objects.filter(standing="candidate").exists()


@pytest.mark.parametrize("verb", ["accept", "attach", "dismiss"])
def test_undoing_brings_everything_back(ana, bogdanov, verb):
    told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    told(2, person(FOUND, "Qatar"), sides=("Hamas", "Qatar", "Russia"))
    before = everything()
    arguments = {"attach": (KEY, version(KEY), bogdanov.key, ana)}.get(verb, (KEY, version(KEY), ana))
    decision = getattr(actions, verb)(*arguments)
    assert everything() != before
    actions.undo(decision.pk, ana)
    assert everything() == before
    with pytest.raises(Refused, match="ana has undone this already"):
        actions.undo(decision.pk, ana)


def test_whoever_is_late_learns_it_and_overwrites_nothing(ana, bogdanov):
    told(1, person(FOUND, None))
    seen = version(KEY)
    actions.attach(KEY, seen, bogdanov.key, ana)
    with pytest.raises(ChangedMeanwhile) as late:
        actions.dismiss(KEY, seen, ana)
    assert late.value.now.actor.merged_into == bogdanov
    with pytest.raises(Refused, match="no longer up for review"):
        actions.dismiss(KEY, version(KEY), ana)
    assert Decision.objects.count() == 1


# --- merge and split


def test_merged_actors_are_one_with_the_names_of_both_until_it_is_undone(ana, bogdanov):
    twin = make_actor("M. L. Bogdanov", side="Russia", aliases={"ru": ["Богданов"]})
    told(1, person("M. L. Bogdanov", "Russia", twin.key))
    told(2, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    before = everything()
    pair = (twin.key, version(twin.key)), (bogdanov.key, version(bogdanov.key))
    decision = actions.join(*pair, ana)
    contact = Contact.objects.get()
    assert people_of(contact) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
    assert "богданов" in contact.search_text
    assert current_lexicon().actors[bogdanov.key].aliases == {
        "en": ("Mikhail Bogdanov",),
        "ru": ("Богданов",),
    }
    actions.undo(decision.pk, ana)
    assert len(Contact.objects.all()) == 2
    assert everything() == before


def test_whom_a_person_put_into_a_contact_is_merged_as_well(ana, bogdanov):
    twin = make_actor("M. L. Bogdanov", side="Russia")
    contact = told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    people = [{"actor": key, "side": "Russia"} for key in (bogdanov.key, twin.key)]
    seen = review.subject(contact.public_id).version
    review.correct(contact.public_id, seen, ana, {"people": people})
    assert people_of(contact) == {"Mikhail Bogdanov", "M. L. Bogdanov"}
    pair = (twin.key, version(twin.key)), (bogdanov.key, version(bogdanov.key))
    decision = actions.join(*pair, ana)
    assert people_of(contact) == {"Mikhail Bogdanov"}
    actions.undo(decision.pk, ana)
    assert people_of(contact) == {"Mikhail Bogdanov", "M. L. Bogdanov"}


def test_whoever_was_merged_before_goes_along_and_undoing_goes_backwards(ana, bogdanov):
    told(1, person(FOUND, None))
    twin = make_actor("M. L. Bogdanov", side="Russia")
    first = actions.attach(KEY, version(KEY), twin.key, ana)
    pair = (twin.key, version(twin.key)), (bogdanov.key, version(bogdanov.key))
    second = actions.join(*pair, ana)
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
    with pytest.raises(Refused, match="undo them first: Merged with another actor by ana"):
        actions.undo(first.pk, ana)
    actions.undo(second.pk, ana)
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", "M. L. Bogdanov"}
    actions.undo(first.pk, ana)
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", FOUND}


def test_a_person_and_an_organisation_are_never_merged(ana, bogdanov):
    ministry = make_actor("Russian Foreign Ministry", side="Russia", kind="ministry")
    pair = (bogdanov.key, version(bogdanov.key)), (ministry.key, version(ministry.key))
    with pytest.raises(Refused, match="A person and an organisation"):
        actions.join(*pair, ana)


def test_sources_that_speak_of_somebody_else_are_told_apart_and_stay_so(ana, bogdanov):
    abbas = make_actor("Mahmoud Abbas", side="Palestine")
    said = person("Mahmoud Abbas", "Palestine", abbas.key)
    sides = ("Hamas", "Palestine")
    stays = told(1, said, sides=sides)
    goes = told(2, said, sides=sides, date="2024-03-01")
    before = everything()
    (mention,) = goes.mentions.all()
    key = (mention.article.text_sha256, mention.position)
    decision = actions.part(abbas.key, version(abbas.key), [key], ana, name="Abbas Araghchi")
    assert people_of(stays) == {"Mousa Abu Marzouk", "Mahmoud Abbas"}
    assert people_of(goes) == {"Mousa Abu Marzouk", "Abbas Araghchi"}
    again = told(2, said, read_again=goes, sides=sides, date="2024-03-02")
    assert people_of(again) == {"Mousa Abu Marzouk", "Abbas Araghchi"}
    told(2, said, read_again=goes, sides=sides, date="2024-03-01")
    actions.undo(decision.pk, ana)
    assert everything() == before


def test_people_told_apart_are_not_put_together_by_the_sound_of_their_names(ana, bogdanov):
    twice = [told(number, person("Salim Tarbush", "Russia")) for number in (1, 2)]
    assert twice[0] == twice[1]
    key = candidate_key("Salim Tarbush")
    mention = twice[0].mentions.first()
    source = (mention.article.text_sha256, mention.position)
    actions.part(key, version(key), [source], ana, name="Salim Tarbush the Younger")
    assert Contact.objects.count() == 2
    merge_everything()
    assert Contact.objects.count() == 2


def test_sources_may_turn_out_to_speak_of_somebody_on_the_list(ana, bogdanov):
    abbas = make_actor("Mahmoud Abbas", side="Palestine")
    contact = told(1, person("Mahmoud Abbas", "Palestine", abbas.key))
    (mention,) = contact.mentions.all()
    key = (mention.article.text_sha256, mention.position)
    decision = actions.part(abbas.key, version(abbas.key), [key], ana, to=bogdanov.key)
    assert people_of(contact) == {"Mousa Abu Marzouk", "Mikhail Bogdanov"}
    actions.undo(decision.pk, ana)
    assert people_of(Contact.objects.get()) == {"Mousa Abu Marzouk", "Mahmoud Abbas"}


# --- edits


def test_a_changed_side_reaches_every_contact(ana, bogdanov):
    contact = told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    make_side("Belarus")
    actions.edit(bogdanov.key, version(bogdanov.key), {"side": "Belarus"}, ana)
    assert sides_of(contact) == {"Hamas", "Belarus"}
    assert contact.participations.get(actor=bogdanov).side.name == "Belarus"


def test_an_organisation_rolls_up_to_its_side(ana, bogdanov):
    qassam = make_actor("Qassam Brigades", side="Qassam Brigades", kind="movement")
    contact = told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key), sides=("Qassam Brigades", "Russia"))
    decision = actions.edit(qassam.key, version(qassam.key), {"side": "Hamas"}, ana)
    assert sides_of(contact) == {"Hamas", "Russia"}
    assert sides_of(told(2, sides=("Qassam Brigades", "Russia"), date="2025-01-01")) == {"Hamas", "Russia"}
    actions.undo(decision.pk, ana)
    assert "Qassam Brigades" in sides_of(Contact.objects.get(pk=contact.pk))


def test_an_edited_name_is_known_to_the_next_article_and_finds_the_contact(ana, bogdanov):
    contact = told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    before = current_lexicon()
    names = [["en", "Mikhail Bogdanoff", "name", False]]
    actions.edit(bogdanov.key, version(bogdanov.key), {"aliases": names}, ana)
    assert current_lexicon() is not before
    assert current_lexicon().actors[bogdanov.key].aliases == {"en": ("Mikhail Bogdanoff",)}
    contact.refresh_from_db()
    assert "mikhail bogdanoff" in contact.search_text


def test_the_registry_loaded_again_takes_nothing_back(ana):
    call_command("load_registry", verbosity=0)
    key = "mikhail-bogdanov"
    actions.edit(key, version(key), {"name": "M. Bogdanov", "side": "Belarus", "roles": []}, ana)
    call_command("load_registry", force=True, verbosity=0)
    actor = Actor.objects.get(key=key)
    assert (actor.name, actor.side.name, actor.roles.count()) == ("M. Bogdanov", "Belarus", 0)


def test_what_was_changed_in_the_administration_since_is_not_undone_silently(ana, bogdanov):
    decision = actions.edit(bogdanov.key, version(bogdanov.key), {"died": "2025"}, ana)
    Actor.objects.filter(key=bogdanov.key).update(name="Somebody")
    with pytest.raises(Refused, match="Somebody was changed since"):
        actions.undo(decision.pk, ana)


def test_an_edit_that_changes_nothing_is_no_decision(ana, bogdanov):
    with pytest.raises(Refused, match="Nothing was changed"):
        actions.edit(bogdanov.key, version(bogdanov.key), {"name": "Mikhail Bogdanov"}, ana)
    assert not Decision.objects.exists()
