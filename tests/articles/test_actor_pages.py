"""Deciding on actors from the pages: candidates, editing, merging, telling apart, and who may."""

import pytest
from django.urls import reverse

from tests.articles.test_actor_decisions import FOUND, KEY, person, told, version
from tests.factories import make_actor, make_article, make_contact, make_mention
from timeline.models import Actor, Decision, Role

pytestmark = pytest.mark.django_db
CANDIDATES = "/candidates/"


@pytest.fixture
def bogdanov(db):
    make_actor("Mousa Abu Marzouk", side="Hamas", aliases={"en": ["Mousa Abu Marzouk"]})
    return make_actor("Mikhail Bogdanov", side="Russia", aliases={"en": ["Mikhail Bogdanov"]})


@pytest.fixture
def found(bogdanov):
    """A candidate named in one contact."""
    told(1, person(FOUND, None))
    return Actor.objects.get(key=KEY)


def page(client, address: str, status: int = 200) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def post(client, verb: str, actor: Actor, **given):
    given.setdefault("version", version(actor.key))
    return client.post(reverse(f"actor-{verb}", args=[actor.key]), given, follow=True)


# --- candidates


def test_candidate_comes_up_with_the_sentence_and_who_it_may_be(reviewer_client, bogdanov):
    article = make_article(text=f"Kantor berita. Utusan {FOUND} tiba di Moskow. Selesai.")
    contact = make_contact(people=[make_actor(FOUND, key=KEY, side="Russia", standing="candidate")])
    mention = make_mention(article, contact=contact, evidence=[("participant", FOUND)])
    mention.evidence.update(of=FOUND)
    shown = page(reviewer_client, CANDIDATES)
    assert f"Utusan <mark>{FOUND}</mark> tiba di Moskow." in shown
    assert "Kantor berita" not in shown
    assert f'name="to" value="{bogdanov.key}"' in shown


def test_readers_see_candidates_and_no_buttons(reader_client, found):
    shown = page(reader_client, CANDIDATES)
    assert FOUND in shown
    assert "Put on the list" not in shown
    assert post(reader_client, "dismiss", found).status_code == 403
    assert reader_client.get(reverse("actor-edit", args=[found.key])).status_code == 403
    assert Actor.objects.get(key=KEY).standing == "candidate"


def test_one_click_attaches_and_one_click_undoes(reviewer_client, found, bogdanov):
    answer = post(reviewer_client, "attach", found, to=bogdanov.key, next=CANDIDATES)
    assert answer.redirect_chain == [(CANDIDATES, 302)]
    shown = " ".join(answer.content.decode().split())
    assert "Attached: that is Mikhail Bogdanov now." in shown
    assert "Nobody waits" in shown
    # The page of the one leads to that of the other, which shows what happened.
    assert "Also found as" in page(reviewer_client, reverse("actor", args=[KEY]))
    undo = reverse("actor-undo", args=[Decision.objects.get().pk])
    answer = reviewer_client.post(undo, {"next": CANDIDATES}, follow=True)
    assert f"taken for somebody on the list, {FOUND}" in answer.content.decode()
    assert Actor.objects.get(key=KEY).merged_into is None


@pytest.mark.parametrize("typed", ["Mikhail Bogdanov (Russia)", "mikhail bogdanov", "Богданов"])
def test_a_typed_name_that_one_actor_has_is_enough(reviewer_client, found, bogdanov, typed):
    bogdanov.aliases.create(language="ru", text="Михаил Богданов")
    post(reviewer_client, "attach", found, to=typed)
    assert Actor.objects.get(key=KEY).merged_into == bogdanov


def test_a_name_that_two_have_is_asked_back_and_the_answer_completes_it(reviewer_client, found, bogdanov):
    make_actor("Aleksandr Bogdanov", side="Belarus")
    answer = post(reviewer_client, "attach", found, to="Bogdanov", next=CANDIDATES)
    assert answer.status_code == 300
    shown = answer.content.decode()
    assert "Who is meant by “Bogdanov”?" in shown
    assert "Aleksandr Bogdanov (Belarus)" in shown
    assert f'name="next" value="{CANDIDATES}"' in shown
    assert not Decision.objects.exists()


def test_a_name_that_nobody_has_changes_nothing_and_is_shown_as_text(reviewer_client, found):
    answer = post(reviewer_client, "attach", found, to="<b>Nobody</b>")
    assert answer.status_code == 404
    assert "&lt;b&gt;Nobody&lt;/b&gt;" in answer.content.decode()


def test_the_second_of_two_reviewers_sees_what_the_first_did(reviewer_client, found, bogdanov):
    seen = version(KEY)
    post(reviewer_client, "attach", found, to=bogdanov.key, version=seen)
    answer = post(reviewer_client, "accept", found, version=seen, name="Mihail", side="Russia")
    assert answer.status_code == 409
    shown = " ".join(answer.content.decode().split())
    assert "Changed meanwhile" in shown
    assert "another name of <bdi>Mikhail Bogdanov</bdi>" in shown
    assert "<bdi>Mihail</bdi>" in shown
    assert Decision.objects.count() == 1


def test_a_page_of_candidates_costs_the_same_for_one_and_for_many(
    reviewer_client, found, django_assert_max_num_queries
):
    for number in range(2, 8):
        told(number, person(f"Somebody Number{number}", None), date=f"2024-0{number}-01")
    with django_assert_max_num_queries(26):
        page(reviewer_client, CANDIDATES)


def test_return_addresses_of_other_sites_are_not_followed(reviewer_client, found):
    answer = reviewer_client.post(
        reverse("actor-dismiss", args=[KEY]), {"version": version(KEY), "next": "https://example.org/"}
    )
    assert answer["Location"] == reverse("actor", args=[KEY])


# --- editing


def form_of(client, actor: Actor) -> dict[str, str]:
    """What the edit page would send unchanged."""
    context = client.get(reverse("actor-edit", args=[actor.key])).context
    given = {"version": context["version"]}
    for form in (context["form"], context["roles"].management_form, *context["roles"]):
        given |= {field.html_name: str(field.value() if field.value() is not None else "") for field in form}
    return given


def save(client, actor: Actor, **changes: str):
    given = {**form_of(client, actor), **changes}
    return client.post(reverse("actor-edit", args=[actor.key]), given, follow=True)


def test_names_and_offices_are_edited_on_one_page(reviewer_client, bogdanov):
    ministry = make_actor("Russian Foreign Ministry", side="Russia", kind="ministry")
    Role.objects.create(actor=bogdanov, title="ambassador to Egypt", since="2005", until="2011")
    answer = save(
        reviewer_client,
        bogdanov,
        **{
            "names-ru-name": "Михаил Богданов\nМихаил Леонидович Богданов",
            "other_language": "fr",
            "other_names": "Mikhaïl Bogdanov",
            "role-1-title": "deputy foreign minister",
            "role-1-organisation": "Russian Foreign Ministry (Russia)",
            "role-1-since": "2011-06",
            "reason": "from the ministry's page",
        },
    )
    names = set(bogdanov.aliases.values_list("language", "text"))
    assert names == {
        ("en", "Mikhail Bogdanov"),
        ("ru", "Михаил Богданов"),
        ("ru", "Михаил Леонидович Богданов"),
        ("fr", "Mikhaïl Bogdanov"),
    }
    assert list(bogdanov.roles.order_by("id").values_list("title", "organisation", "since", "until")) == [
        ("ambassador to Egypt", None, "2005", "2011"),
        ("deputy foreign minister", ministry.pk, "2011-06", ""),
    ]
    shown = " ".join(answer.content.decode().split())
    assert "Mikhaïl Bogdanov (fr)" in shown
    assert "from the ministry&#x27;s page" in shown


def test_an_emptied_title_takes_the_office_away(reviewer_client, bogdanov):
    Role.objects.create(actor=bogdanov, title="ambassador to Egypt", since="2005", until="2011")
    save(reviewer_client, bogdanov, **{"role-0-title": ""})
    assert not bogdanov.roles.exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"role-0-title": "envoy", "role-0-since": "soon"}, "“soon” is not a date"),
        ({"role-0-title": "envoy", "role-0-since": "2012", "role-0-until": "2011"}, "ends before it begins"),
        ({"role-0-title": "envoy", "role-0-organisation": "Nowhere"}, "“Nowhere” is not on the list"),
        ({"died": "yesterday"}, "“yesterday” is not a date"),
        ({"country": "Russia"}, "code of two letters"),
        ({"other_names": "Michail"}, "Say which language"),
        ({"name": ""}, "This field is required"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(reviewer_client, bogdanov, changes, sentence):
    answer = save(reviewer_client, bogdanov, **{"names-ru-name": "Богданов", **changes})
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert sentence in shown
    assert ">\nБогданов</textarea>" in shown
    assert not Decision.objects.exists()


def test_an_edit_of_what_changed_meanwhile_is_not_kept(reviewer_client, bogdanov):
    given = {**form_of(reviewer_client, bogdanov), "name": "Mine"}
    save(reviewer_client, bogdanov, name="Theirs")
    answer = reviewer_client.post(reverse("actor-edit", args=[bogdanov.key]), given)
    assert answer.status_code == 409
    assert "<bdi>Mine</bdi>" in answer.content.decode()
    assert "<bdi>Theirs</bdi>" in answer.content.decode()
    assert Actor.objects.get(pk=bogdanov.pk).name == "Theirs"


# --- merging and telling apart


def test_two_actors_are_merged_from_the_page_of_one(reviewer_client, bogdanov):
    twin = make_actor("M. L. Bogdanov", side="Russia")
    answer = post(reviewer_client, "join", twin, to="Mikhail Bogdanov (Russia)")
    assert answer.redirect_chain[-1][0] == reverse("actor", args=[bogdanov.key])
    assert "Merged: that is Mikhail Bogdanov now." in answer.content.decode()
    assert twin.name in page(reviewer_client, reverse("actor", args=[bogdanov.key]))


def test_sources_are_told_apart_from_the_page(reviewer_client, bogdanov):
    contact = told(1, person("Mikhail Bogdanov", "Russia", bogdanov.key))
    (mention,) = contact.mentions.all()
    value = f"{mention.article.text_sha256}-{mention.position}"
    assert f'value="{value}"' in page(reviewer_client, reverse("actor-part", args=[bogdanov.key]))
    answer = post(reviewer_client, "part", bogdanov, mention=value)
    assert answer.status_code == 400
    assert "Say who it is: a name, or somebody on the list." in answer.content.decode()
    answer = post(reviewer_client, "part", bogdanov, mention=value, name="Andrei Bogdanov")
    assert "1 of the sources speak of somebody else" in answer.content.decode()
    assert contact.participations.filter(actor__name="Andrei Bogdanov").exists()


# --- the list, and finding


def test_actors_without_contacts_do_not_crowd_the_list_and_are_found(reader_client, found, bogdanov):
    shown = page(reader_client, reverse("actor-list"))
    assert "2 actors with contacts" in shown
    assert "1 more without contacts" in shown
    assert "Mikhail Bogdanov" not in shown
    assert "1 of them was found in articles" in shown
    assert "Mikhail Bogdanov" in page(reader_client, reverse("actor-list") + "?all=1")
    assert "Mikhail Bogdanov" in page(reader_client, reverse("actor-list") + "?q=bogdan")


def test_the_list_of_a_side_has_the_people_of_its_organisations(reader_client, bogdanov):
    make_actor("Qassam Brigades", side="Hamas", kind="movement", edited_by_hand=True)
    make_actor("Somebody Qassam", side="Qassam Brigades")
    shown = page(reader_client, reverse("actor-list") + "?side=hamas&all=1")
    assert "Somebody Qassam" in shown
    assert "Mikhail Bogdanov" not in shown


def test_pickers_find_any_name_and_say_which(reader_client, bogdanov):
    bogdanov.aliases.create(language="ru", text="Михаил Богданов")
    found = reader_client.get(reverse("actor-find"), {"q": "богдан"}).json()["found"]
    assert found == [{"key": bogdanov.key, "label": "Mikhail Bogdanov (Russia)", "also": "Михаил Богданов"}]
    assert reader_client.get(reverse("actor-find")).json() == {"found": []}
