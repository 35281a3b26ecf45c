"""What every test may use: the shared corpus where it lies beside the checkout, people who may read or contribute."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
_GROUP_MIGRATIONS = (
    ("articles.migrations.0004_groups", "make_groups"),
    ("timeline.migrations.0005_reviewers", "make_group"),
    ("timeline.migrations.0007_who_keeps_views", "permit"),
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the annotated corpus and the seeds; it is not part of the repository."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("../shared (the annotated corpus) is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Originals of a test live and die with it."""
    settings.MEDIA_ROOT = tmp_path / "originals"
    return settings.MEDIA_ROOT


@pytest.fixture
def groups(db) -> None:
    """The groups as the migrations make them: tests that commit empty every table behind them."""
    for name, make in _GROUP_MIGRATIONS:
        getattr(import_module(name), make)(apps, None)


@pytest.fixture
def reader(db, django_user_model):
    """Somebody who may sign in and read."""
    return django_user_model.objects.create_user("reader")


@pytest.fixture
def contributor(db, django_user_model):
    """Somebody who may also upload and correct articles."""
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("contributor")
    user.user_permissions.add(
        *Permission.objects.filter(
            content_type__app_label="articles",
            content_type__model="article",
            codename__in=["add_article", "change_article"],
        )
    )
    return user


@pytest.fixture
def reviewer(db, django_user_model):
    """Somebody who decides on contacts and actors, and keeps saved views: what the group may."""
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("reviewer")
    user.user_permissions.add(
        *Permission.objects.filter(
            content_type__app_label="timeline", content_type__model__in=["decision", "savedview"]
        )
    )
    return user


@pytest.fixture
def reviewer_client(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def reader_client(client, reader):
    client.force_login(reader)
    return client


@pytest.fixture
def contributor_client(client, contributor):
    client.force_login(contributor)
    return client
