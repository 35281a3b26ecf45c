"""The administration of actors, contacts and saved views."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.factories import make_actor, make_article, make_contact, make_mention, make_side
from timeline.models import Actor, Alias, Contact, ContactRedirect, Decision, Role, SavedView

MODELS = ["side", "actor", "contact", "contactredirect", "savedview"]


@pytest.fixture
def rows(db):
    marzouk = make_actor("Mousa Abu Marzouk", aliases={"ru": ["Муса Абу Марзук"]})
    bogdanov = make_actor("Mikhail Bogdanov", side="Russia")
    Role.objects.create(
        actor=marzouk, title="deputy head", organisation=make_actor("Bureau", kind="organisation")
    )
    contact = make_contact(people=[marzouk, bogdanov], conflicts=["date"], public_id="abc000000001")
    make_mention(make_article(title="An article of TASS", published=date(2024, 10, 24)), contact=contact)
    ContactRedirect.objects.create(old_public_id="old", contact=contact)
    SavedView.objects.create(slug="hamas-russia", name="Hamas and Russia", query="side=hamas&side=russia")
    return contact


def changelist(client, model, query=""):
    answer = client.get(reverse(f"admin:timeline_{model}_changelist") + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_every_model_has_a_list_a_form_and_an_empty_form(admin_client, rows, model):
    changelist(admin_client, model, "?q=a")
    row = {"side": make_side(), "actor": Actor.objects.get(key="mousa-abu-marzouk"), "contact": rows}.get(
        model
    )
    row = row or {"contactredirect": ContactRedirect, "savedview": SavedView}[model].objects.get()
    assert admin_client.get(reverse(f"admin:timeline_{model}_change", args=[row.pk])).status_code == 200
    assert admin_client.get(reverse(f"admin:timeline_{model}_add")).status_code == 200


def test_contacts_are_listed_by_what_they_are_called(admin_client, rows):
    page = changelist(admin_client, "contact")
    assert "Abu Marzouk met Bogdanov in Moscow" in page
    assert "Wed 23 Oct 2024" in page
    assert reverse("contact", args=["abc000000001"]) in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=abc000000001", True),
        ("?q=муса", True),
        ("?q=zzz", False),
        ("?conflict=yes", True),
        ("?conflict=no", False),
        ("?earliest__year=2024", True),
        ("?earliest__year=2006", False),
        ("?status__exact=held&kind__exact=meeting", True),
    ],
)
def test_contacts_are_found_by_name_conflict_and_date(admin_client, rows, query, found):
    assert ("Abu Marzouk met Bogdanov" in changelist(admin_client, "contact", query)) is found


def test_form_of_a_contact_leads_to_its_articles(admin_client, rows):
    page = admin_client.get(reverse("admin:timeline_contact_change", args=[rows.pk])).content.decode()
    assert "An article of TASS" in page
    assert "View on site" in page


def test_actor_is_found_by_a_name_in_another_script(admin_client, rows):
    assert "Mousa Abu Marzouk" in changelist(admin_client, "actor", "?q=Марзук")
    assert "Mikhail Bogdanov" not in changelist(admin_client, "actor", "?q=Марзук")


def test_form_of_an_actor_shows_names_offices_and_contacts(admin_client, rows):
    actor = Actor.objects.get(key="mousa-abu-marzouk")
    page = admin_client.get(reverse("admin:timeline_actor_change", args=[actor.pk])).content.decode()
    for words in ["Муса Абу Марзук", "deputy head", "Wed 23 Oct 2024: Abu Marzouk met Bogdanov in Moscow"]:
        assert words in page


@pytest.fixture
def save_actor(admin_client, rows):
    """Saves Bogdanov's form, changed by what is given, and answers with the row as it then is."""
    actor = Actor.objects.get(key="mikhail-bogdanov")
    address = reverse("admin:timeline_actor_change", args=[actor.pk])

    def save(**changes):
        form = admin_client.get(address).context["adminform"].form
        values = {name: form.initial.get(name) for name in form.fields if form.initial.get(name)}
        for prefix in ["aliases", "roles", "participations"]:
            values |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
        assert admin_client.post(address, values | changes).status_code == 302
        actor.refresh_from_db()
        return actor

    return save


def test_actor_changed_by_a_person_is_left_alone_by_the_registry(save_actor):
    actor = save_actor(name="Mikhail L. Bogdanov")
    assert (actor.name, actor.edited_by_hand) == ("Mikhail L. Bogdanov", True)


def test_name_added_by_a_person_counts_as_a_change(save_actor):
    alias = {"language": "ru", "text": "Богданов", "kind": "name"}
    fields = {f"aliases-0-{name}": value for name, value in alias.items()}
    actor = save_actor(**{"aliases-TOTAL_FORMS": 1, **fields})
    assert Alias.objects.get(actor=actor).text == "Богданов"
    assert actor.edited_by_hand


def test_looking_at_an_actor_and_saving_changes_nothing(save_actor):
    assert not save_actor().edited_by_hand


def test_actor_can_be_given_back_to_the_registry(save_actor):
    assert save_actor(country="RU").edited_by_hand
    assert not save_actor(edited_by_hand="").edited_by_hand


def test_candidates_are_put_on_the_list_together(admin_client, db):
    for name in ["One Candidate", "Another Candidate"]:
        make_actor(name, standing=Actor.Standing.CANDIDATE)
    chosen = list(Actor.objects.values_list("pk", flat=True))
    answer = admin_client.post(
        reverse("admin:timeline_actor_changelist"),
        {"action": "put_on_the_list", "_selected_action": chosen},
        follow=True,
    )
    assert "2 actors put on the list." in answer.content.decode()
    assert not Actor.objects.filter(standing=Actor.Standing.CANDIDATE).exists()


@pytest.mark.parametrize(
    ("model", "most"), [("contact", 12), ("actor", 8), ("side", 6), ("contactredirect", 6)]
)
def test_lists_cost_the_same_however_long(admin_client, rows, django_assert_max_num_queries, model, most):
    for number in range(30):
        people = [make_actor(f"Person {number}", side=f"Side {number}"), make_actor("Mikhail Bogdanov")]
        contact = make_contact(date=f"2024-03-{number + 1:02d}", people=people)
        ContactRedirect.objects.create(old_public_id=f"old{number}", contact=contact)
    assert Contact.objects.count() == 31
    with django_assert_max_num_queries(most):
        changelist(admin_client, model)


def test_form_of_a_busy_actor_opens_in_few_queries(admin_client, rows, django_assert_max_num_queries):
    actor = Actor.objects.get(key="mousa-abu-marzouk")
    for number in range(70):
        make_contact(date=f"20{number % 20 + 10}-03-01", people=[actor])
    with django_assert_max_num_queries(25):
        page = admin_client.get(reverse("admin:timeline_actor_change", args=[actor.pk])).content.decode()
    assert len(re.findall(r"/admin/timeline/contact/\d+/change/", page)) == 50


def test_the_ledger_is_read_and_never_changed(admin_client):
    decision = Decision.objects.create(verb="confirm", author_name="ana", reason="Seen on film")
    page = admin_client.get(reverse("admin:timeline_decision_changelist")).content.decode()
    assert "Seen on film" in page
    assert admin_client.get(reverse("admin:timeline_decision_add")).status_code == 403
    gone = reverse("admin:timeline_decision_delete", args=[decision.pk])
    assert admin_client.post(gone, {"post": "yes"}).status_code == 403
    assert Decision.objects.exists()
