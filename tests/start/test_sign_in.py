"""Who gets in, and what is open to whom."""

import pytest
from django.contrib.auth.models import Group
from django.core import signing
from django.core.management import call_command

from config.signin import _SALT, LINK_AGE, one_time_path

pytestmark = pytest.mark.django_db
PAGES = ["/", "/articles/", "/articles/upload/", "/admin/"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_asks_who_you_are(client, page):
    response = client.get(page)
    assert response.status_code == 302
    assert "/sign-in?next=" in response.url or "/admin/login/" in response.url


def test_the_sign_in_page_and_health_are_open(client):
    assert client.get("/sign-in").status_code == 200
    assert client.get("/healthz").content == b"ok\n"


def test_open_reading_opens_pages_but_not_the_door(client, settings):
    settings.OPEN_READING = True
    assert client.get("/").status_code == 200
    assert client.get("/articles/upload/").status_code in {302, 403}
    assert client.post("/articles/upload/", {"text": "An article."}).status_code in {302, 403}


def test_a_fragment_is_answered_with_the_way_to_sign_in(client):
    response = client.get("/", headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Redirect"]) == (401, "/sign-in")


def test_a_link_signs_in_once(client, reader):
    path = one_time_path(reader)
    assert client.get(path).url == "/"
    assert client.session["_auth_user_id"] == str(reader.pk)
    client.logout()
    assert client.get(path).url == "/sign-in"
    assert "_auth_user_id" not in client.session


def test_who_is_signed_in_follows_a_used_link_home(client, reader):
    path = one_time_path(reader)
    client.get(path)
    assert client.get(path).url == "/"


def test_an_old_link_signs_nobody_in(client, reader, monkeypatch):
    path = one_time_path(reader)
    monkeypatch.setattr("config.signin.LINK_AGE", -1)
    assert LINK_AGE == 24 * 60 * 60
    assert client.get(path).url == "/sign-in"


def test_a_link_for_somebody_else_cannot_be_made(client, reader, settings):
    forged = signing.dumps(
        {"user": reader.pk, "after": ""}, salt=_SALT, key="not the key of this installation"
    )
    assert client.get(f"/sign-in/once/{forged}").url == "/sign-in"


def test_a_link_of_a_user_who_was_shut_out_signs_nobody_in(client, reader):
    path = one_time_path(reader)
    reader.is_active = False
    reader.save()
    assert client.get(path).url == "/sign-in"


def test_a_password_works_and_signing_out_takes_a_button(client, reader):
    reader.set_password("correct horse battery")
    reader.save()
    response = client.post("/sign-in", {"username": "reader", "password": "correct horse battery"})
    assert response.url == "/"
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").url == "/sign-in"
    assert client.get("/").status_code == 302


def test_a_wrong_password_is_told_on_the_page(client, reader):
    response = client.post("/sign-in", {"username": "reader", "password": "wrong"})
    assert response.status_code == 200
    assert "correct" in response.content.decode()


def test_a_new_link_can_be_had_from_the_command_line(client, reader, capsys):
    call_command("sign_in_link", "reader", "--address", "https://example.org/")
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://example.org/sign-in/once/")
    assert client.get(link.removeprefix("https://example.org")).url == "/"


def test_contributors_may_hand_over_and_correct(groups):
    may = Group.objects.get(name="Contributors").permissions.values_list("codename", flat=True)
    assert {"add_article", "change_article"} <= set(may)
    assert not Group.objects.get(name="Readers").permissions.exists()
