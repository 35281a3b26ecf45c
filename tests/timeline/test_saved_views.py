"""Saved views: made from the page in a minute, arranged, and never lost by accident."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.factories import make_actor, make_contact, make_side
from timeline import saved_views
from timeline.models import SavedView
from timeline.registry import load_views

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana_client(client, django_user_model, groups):
    ana = django_user_model.objects.create_user("ana")
    ana.groups.add(Group.objects.get(name="Contributors"))
    client.force_login(ana)
    return client


@pytest.fixture
def taliban(db):
    make_side("Russia")
    return make_actor("Taliban", kind="movement", side="Taliban", aliases={"ru": ["Талибан"]})


def new(client, **given):
    return client.post(reverse("view-new"), given, follow=True)


def change(client, view: SavedView, verb: str, **given):
    given.setdefault("version", saved_views.version_of(view))
    return client.post(reverse("view-change", args=[view.slug]), {"verb": verb, **given}, follow=True)


def make(name: str, query: str = "side=hamas") -> SavedView:
    return saved_views.save(name, query)


def menu(client) -> list[str]:
    page = client.get(reverse("actor-list")).content.decode()
    return re.findall(r"\?[^\"]*\"\s*>([^<]+)</a>", page.split("menu-list")[1].split("</ul>")[0])


@pytest.mark.parametrize("typed", ["Taliban", "taliban", "Талибан"])
def test_a_view_between_two_sides_takes_two_words(ana_client, taliban, typed):
    answer = new(ana_client, between=[typed, "Russia", ""])
    assert answer.redirect_chain == [("/?side=taliban&side=russia", 302)]
    assert SavedView.objects.get().name == "Taliban - Russia"
    assert "Taliban - Russia" in menu(ana_client)


def test_the_filter_of_the_page_becomes_a_view_with_a_name_at_hand(ana_client, taliban):
    make_contact(sides=["Taliban", "Russia"])
    query = "side=taliban&side=russia&kind=visit&sort=date"
    page = ana_client.get(f"/?{query}&page=1&contact=abc").content.decode()
    link = re.search(r'href="(/views/new/\?[^"]+)"', page).group(1).replace("&amp;", "&")
    assert link == f"/views/new/?{query}"
    form = ana_client.get(link).content.decode()
    assert 'value="Taliban - Russia, visit"' in form
    new(ana_client, query=query, name="Their visits")
    assert SavedView.objects.get().query == query
    shown = ana_client.get("/?kind=visit&side=taliban&side=russia").content.decode()
    assert "Save as a view" not in shown


def test_a_side_nobody_knows_gets_a_sentence_and_keeps_what_was_typed(ana_client, taliban):
    answer = new(ana_client, between=["<Nowhere>", "Russia"])
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "“&lt;Nowhere&gt;” is not known here" in page
    assert 'value="Russia"' in page
    assert not SavedView.objects.exists()


def test_a_taken_name_is_replaced_only_when_one_says_so(ana_client):
    make("Mine", "side=fatah")
    answer = new(ana_client, name="mine", query="kind=call")
    assert answer.status_code == 400
    assert "There is a view called Mine already." in answer.content.decode()
    assert SavedView.objects.get().query == "side=fatah"
    new(ana_client, name="Mine", query="kind=call", replace="on")
    assert SavedView.objects.get().query == "kind=call"


def test_the_default_view_opens_the_site_and_there_is_one_at_most(ana_client):
    first, second = make("First", "kind=call"), make("Second", "kind=visit")
    for view in (first, second):
        change(ana_client, view, "default")
        assert ana_client.get("/")["Location"] == f"/?{view.query}"
    assert SavedView.objects.filter(is_default=True).count() == 1


def test_a_default_view_of_all_contacts_opens(ana_client):
    view = SavedView.objects.create(slug="all", name="All contacts", query="")
    change(ana_client, view, "default")
    assert ana_client.get("/", follow=True).redirect_chain == [("/?all=1", 302)]


def test_views_are_renamed_and_moved(ana_client):
    first, second = make("First"), make("Second", "kind=visit")
    change(ana_client, second, "up")
    change(ana_client, first, "rename", name="Now last")
    assert menu(ana_client)[:2] == ["Second", "Now last"]
    change(ana_client, second, "up")
    assert menu(ana_client)[:2] == ["Second", "Now last"]


def test_a_removed_view_can_be_brought_back_and_no_registry_does_so(ana_client):
    load_views()
    view = SavedView.objects.get(slug="hamas-russia")
    answer = change(ana_client, view, "remove")
    assert "can be brought back" in answer.content.decode()
    load_views(force=True)
    assert "Hamas - Russia" not in menu(ana_client)
    assert ana_client.get("/").status_code == 200
    change(ana_client, view, "bring-back")
    assert "Hamas - Russia" in menu(ana_client)


def test_who_is_late_overwrites_nothing(ana_client):
    view = make("Mine")
    seen = saved_views.version_of(view)
    change(ana_client, view, "rename", name="Theirs", version=seen)
    answer = change(ana_client, view, "rename", name="Ours", version=seen)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "<strong>Theirs</strong>" in page
    assert "<bdi>Ours</bdi>" in page
    assert SavedView.objects.get().name == "Theirs"


def test_readers_use_views_and_change_none(reader_client):
    view = make("Mine")
    page = reader_client.get(reverse("view-list")).content.decode()
    assert "Mine" in page
    assert "Rename" not in page
    assert "Save as a view" not in reader_client.get("/?kind=call").content.decode()
    assert reader_client.get(reverse("view-new")).status_code == 403
    assert change(reader_client, view, "remove").status_code == 403
    assert SavedView.objects.exists()
