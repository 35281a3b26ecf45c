"""The registry is data: loaded at every start, and people's edits win over it."""

import json

import pytest
from django.core.management import call_command

from articles import outlets
from articles.extraction.words.text import tokenise
from articles.models import Outlet
from timeline.models import Actor, Alias, SavedView, Side
from timeline.registry import ACTOR_FILES, RegistryDataError, groups_of_sides, load_actors, load_views

pytestmark = pytest.mark.django_db


@pytest.fixture
def registry_file(tmp_path):
    """Writes a registry of one movement and one person; arguments change the person."""

    def write(**person):
        path = tmp_path / "actors.json"
        movement = {
            "id": "taliban",
            "name": "Taliban",
            "kind": "movement",
            "country": "AF",
            "side": "Taliban",
        }
        man = {
            "id": "amir-khan-muttaqi",
            "name": "Amir Khan Muttaqi",
            "side": "Taliban",
            "aliases": {"en": ["Amir Khan Muttaqi", "Muttaqi"]},
            "roles": [
                {"title": "foreign minister", "organisation": "taliban", "from": "2021-09", "to": None}
            ],
            **person,
        }
        data = {"organisations": [{**movement, "aliases": {"ru": ["Талибан"]}}], "people": [man]}
        path.write_text(json.dumps(data), "utf8")
        return path

    return write


def test_the_projects_registry_loads_whole():
    files = [json.loads(path.read_text("utf8")) for path in ACTOR_FILES]
    entries = [entry for data in files for entry in (*data["organisations"], *data["people"])]
    call_command("load_registry", verbosity=0)
    assert Actor.objects.count() == len(entries) == len({entry["id"] for entry in entries})
    assert Outlet.objects.count() == len(json.loads(outlets.FILE.read_text("utf8")))
    lavrov = Actor.objects.get(key="sergey-lavrov")
    assert lavrov.side == Side.objects.get(slug="russia")
    assert {"en", "id", "ru", "ar"} <= set(lavrov.aliases.values_list("language", flat=True))
    assert lavrov.roles.filter(organisation__key="russian-mfa").exists()
    assert SavedView.objects.get(is_default=True).slug == "hamas-russia"


def _entries(group: str) -> list[dict]:
    return [entry for path in ACTOR_FILES for entry in json.loads(path.read_text("utf8"))[group]]


def test_every_office_is_at_an_organisation_that_is_listed():
    listed = {entry["id"] for entry in _entries("organisations")} | {None}
    offices = {
        role.get("organisation") for person in _entries("people") for role in person.get("roles") or []
    }
    assert offices <= listed


def test_offices_end_after_they_began():
    roles = [role for person in _entries("people") for role in person.get("roles") or []]
    assert not [r for r in roles if r.get("from") and r.get("to") and r["to"] < r["from"][: len(r["to"])]]


def test_a_name_of_an_organisation_means_one_side():
    sides: dict[tuple[str, ...], set[str]] = {}
    for entry in _entries("organisations"):
        for language, names in entry["aliases"].items():
            for name in names:
                key = (language, *(token.key for token in tokenise(name)))
                sides.setdefault(key, set()).add(entry["side"])
    assert not {name: found for name, found in sides.items() if len(found) > 1}


def test_a_full_name_means_one_person():
    people: dict[tuple[str, ...], set[str]] = {}
    for entry in _entries("people"):
        for language, names in entry["aliases"].items():
            for name in names:
                key = (language, *(token.key for token in tokenise(name)))
                people.setdefault(key, set()).add(entry["id"])
    assert not {name: found for name, found in people.items() if len(found) > 1 and len(name) > 2}


@pytest.mark.parametrize(
    "rivals",
    [
        ("fayez-al-sarraj", "khalifa-haftar", "aguila-saleh", "khaled-al-mishri"),
        ("salva-kiir", "riek-machar"),
        ("bafel-talabani", "masrour-barzani"),
        ("nicolas-maduro", "gerardo-blyde"),
        ("nikos-christodoulides", "tufan-erhurman"),
    ],
)
def test_those_who_negotiate_inside_one_country_speak_for_sides_of_their_own(rivals):
    sides = {entry["id"]: entry["side"] for entry in _entries("people")}
    assert len({sides[key] for key in rivals}) == len(rivals)


def test_groups_are_made_of_sides_that_are_listed():
    listed = {entry["side"] for entry in _entries("organisations")}
    assert not [name for name, sides in groups_of_sides().items() if not sides <= listed]


def test_an_unchanged_file_is_not_loaded_again(registry_file, django_assert_num_queries):
    path = registry_file()
    assert load_actors(path)
    with django_assert_num_queries(1):
        assert not load_actors(path)


def test_loading_again_makes_nothing_twice(registry_file):
    path = registry_file()
    load_actors(path)
    before = Alias.objects.count(), set(Alias.objects.values_list("pk", flat=True))
    load_actors(path, force=True)
    assert (Alias.objects.count(), set(Alias.objects.values_list("pk", flat=True))) == before
    assert Actor.objects.count() == 2


def test_a_name_dropped_from_the_file_goes_and_a_persons_addition_stays(registry_file):
    load_actors(registry_file())
    actor = Actor.objects.get(key="amir-khan-muttaqi")
    actor.aliases.create(language="ar", text="أمير خان متقي")
    load_actors(registry_file(aliases={"en": ["Amir Khan Muttaqi"]}))
    assert set(actor.aliases.values_list("text", flat=True)) == {"Amir Khan Muttaqi", "أمير خان متقي"}


def test_an_actor_edited_by_hand_is_left_alone(registry_file):
    load_actors(registry_file())
    Actor.objects.filter(key="amir-khan-muttaqi").update(name="Mawlawi Muttaqi", edited_by_hand=True)
    load_actors(registry_file(name="Another Name", aliases={}, roles=[]))
    actor = Actor.objects.get(key="amir-khan-muttaqi")
    assert actor.name == "Mawlawi Muttaqi"
    assert actor.aliases.count() == 2
    assert actor.roles.count() == 1


def test_a_change_of_office_replaces_the_offices(registry_file):
    load_actors(registry_file())
    load_actors(registry_file(roles=[{"title": "envoy", "organisation": None, "from": None, "to": "2025"}]))
    role = Actor.objects.get(key="amir-khan-muttaqi").roles.get()
    assert (role.title, role.organisation, role.since, role.until) == ("envoy", None, "", "2025")


def test_a_broken_entry_is_named_and_nothing_is_loaded(registry_file):
    path = registry_file()
    data = json.loads(path.read_text("utf8"))
    del data["people"][0]["name"]
    path.write_text(json.dumps(data), "utf8")
    with pytest.raises(RegistryDataError, match=r"actors\.json: amir-khan-muttaqi lacks name"):
        load_actors(path)
    assert not Actor.objects.exists()


def test_an_outlet_edited_by_hand_is_left_alone():
    outlets.load()
    Outlet.objects.filter(key="tass").update(name="ТАСС", edited_by_hand=True)
    outlets.load(force=True)
    assert Outlet.objects.get(key="tass").name == "ТАСС"


def test_a_saved_view_renamed_by_hand_keeps_its_name():
    load_views()
    SavedView.objects.filter(slug="hamas-russia").update(name="Our view")
    load_views(force=True)
    assert SavedView.objects.get(slug="hamas-russia").name == "Our view"
