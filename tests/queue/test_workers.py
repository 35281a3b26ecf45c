"""Real workers, real brokers, SIGKILL in mid-article: every article is read exactly once."""

import json
from pathlib import Path

import pytest

from benchmarks.generated import articles
from tests.queue.installation import Installation, kill

ARTICLES = 40
#: fewer than the attempts after which an article that was under the knife each time is set aside
KILLS = 2


@pytest.fixture(scope="module")
def drop(tmp_path_factory) -> Path:
    """A folder of articles, each unlike the others."""
    folder = tmp_path_factory.mktemp("drop")
    for name, text in articles(ARTICLES):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, drop: Path) -> list:
    """What the same articles say when one process reads them in peace."""
    control = Installation(tmp_path_factory.mktemp("control"))
    control.manage("import_articles", "--wait", drop)
    assert control.count("state = 'read'") == ARTICLES
    return control.told()


def read_with_kills(installation: Installation) -> int:
    """Let workers read, kill each in mid-article, let a last one finish; how many kills tore an article."""
    torn = 0
    for _ in range(KILLS):
        settled = installation.count("state = 'read'")
        with installation.worker() as worker:
            installation.wait_until(
                lambda before=settled: (
                    installation.count("state = 'reading'") and installation.count("state = 'read'") > before
                ),
                "a worker was in mid-article",
            )
            kill(worker)
        torn += installation.count("state = 'reading'") > 0
    with installation.worker():
        installation.wait_until_settled()
    return torn


def test_killed_workers_lose_and_double_nothing(installation, drop, undisturbed):
    installation.manage("import_articles", drop)
    assert read_with_kills(installation) > 0
    assert installation.told() == undisturbed
    assert installation.count("attempts > 1") > 0


@pytest.mark.services
def test_killed_workers_lose_and_double_nothing_with_servers(served_installation, drop, undisturbed):
    served_installation.manage("import_articles", drop)
    assert read_with_kills(served_installation) > 0
    assert served_installation.told() == undisturbed


def test_an_article_that_no_hint_speaks_of_is_found_by_the_sweep(installation, drop):
    installation.manage("import_articles", drop)
    for message in (installation.folder / "broker" / "demarche").iterdir():
        message.unlink()
    with installation.worker():
        installation.wait_until_settled()
    assert installation.count("state = 'read'") == ARTICLES


def test_a_broker_that_is_down_costs_an_upload_nothing(tmp_path, drop):
    installation = Installation(tmp_path / "data", CELERY_BROKER_URL="redis://127.0.0.1:1/0")
    ledger = json.loads(installation.manage("import_articles", "--json", drop))
    assert ledger["waiting"] == ledger["handed_over"] == ARTICLES
    del installation.environment["CELERY_BROKER_URL"]
    with installation.worker():
        installation.wait_until_settled()
    assert installation.count("state = 'read'") == ARTICLES


def test_an_article_that_kills_its_worker_every_time_is_set_aside(installation, tmp_path):
    path = tmp_path / "deadly.txt"
    path.write_text(next(articles(1))[1], "utf-8")
    installation.manage("import_articles", path)
    # What a worker leaves behind that died over it: the claim stands, the lease runs out.
    claim = (
        "from articles import queue; from articles.models import Article; "
        "print('true' if queue.claim(Article.objects.get().pk) else 'false')"
    )
    lease_over = "state = 'reading' AND lease_until < CURRENT_TIMESTAMP"
    for _ in range(3):
        assert installation.python(claim)
        installation.wait_until(lambda: installation.count(lease_over), "the lease ran out")
    with installation.worker():
        installation.wait_until(lambda: installation.count("state = 'quarantined'"), "it was set aside")
    assert "three times" in installation.rows("SELECT reason FROM articles_article")[0][0]


def test_of_many_processes_that_claim_an_article_one_gets_it(installation, drop):
    installation.manage("import_articles", drop)
    claim_all = (
        "import json; from articles import queue; from articles.models import Article; "
        "ids = list(Article.objects.order_by('pk').values_list('pk', flat=True)); "
        "print(json.dumps([pk for pk in ids if queue.claim(pk)]))"
    )
    won = [pk for ids in installation.at_once([claim_all] * 4) for pk in ids]
    assert sorted(won) == sorted(pk for (pk,) in installation.rows("SELECT id FROM articles_article"))


def test_copies_that_are_read_at_the_same_moment_end_as_one_article(installation, tmp_path):
    text = next(articles(1))[1].encode()
    (tmp_path / "copy.txt").write_bytes(text)
    # Past the door's own check, as two uploads in the same instant are.
    hand_over_unseen = (
        "from articles import door; door._COUNTS = (); "
        f"[door.hand_over(f'copy-{{n}}.txt', {text!r}) for n in range(6)]; print('null')"
    )
    installation.python(hand_over_unseen)
    with installation.worker():
        installation.wait_until_settled()
    assert installation.count("state = 'read'") == 1
    assert installation.count("state = 'duplicate' AND duplicate_of_id IS NOT NULL") == 5
