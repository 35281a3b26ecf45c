"""python3 run.py: starts, signs in, keeps what it has, and ends without a trace."""

import json
import os
import signal
import subprocess
import sys

import pytest

from benchmarks.generated import articles
from tests.start.running import ENVIRONMENT, PATIENCE, ROOT, browser, nobody_left, running, wait_until


@pytest.fixture(scope="module")
def demarche(tmp_path_factory):
    """One that runs, for tests that leave it running."""
    with running(tmp_path_factory.mktemp("data"), "--no-demo") as started:
        started.wait_for("Ctrl-C stops")
        yield started


def test_the_printed_link_signs_in_once(demarche):
    assert browser().open(f"{demarche.address}/healthz").read() == b"ok\n"
    stranger = browser()
    assert "/sign-in" in stranger.open(f"{demarche.address}/").url
    first, second = browser(), browser()
    assert "/sign-in" not in first.open(demarche.link).url
    assert second.open(demarche.link).url == f"{demarche.address}/sign-in"
    assert "/sign-in" not in first.open(f"{demarche.address}/").url


def test_what_was_handed_over_outlives_ctrl_c(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(next(articles(1))[1], "utf-8")
    data = tmp_path / "data"
    with running(data, "--no-demo") as demarche:
        demarche.wait_for("Ctrl-C stops")
        ledger = json.loads(demarche.manage("import_articles", "--wait", "--json", path))
        assert ledger["read"] == 1
        assert demarche.interrupt() == 0
    assert nobody_left(data)
    with running(data) as again:
        again.wait_for("Ctrl-C stops")
        ledger = json.loads(again.manage("import_articles", "--wait", "--json", path))
        assert ledger["duplicate"] == 1


def test_a_killed_parent_leaves_no_orphans(tmp_path):
    data = tmp_path / "data"
    with running(data, "--no-demo") as demarche:
        demarche.wait_for("Ctrl-C stops")
        demarche.process.send_signal(signal.SIGKILL)
        wait_until(lambda: nobody_left(data), "its children noticed")


def test_signals_in_quick_succession_end_it_too(tmp_path):
    data = tmp_path / "data"
    with running(data, "--no-demo") as demarche:
        demarche.wait_for("Ctrl-C stops")
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT) * 5:
            demarche.process.send_signal(number)
        demarche.process.wait(PATIENCE)
        wait_until(lambda: nobody_left(data), "all had ended")


def test_a_worker_that_dies_is_started_again_and_reads_on(demarche, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(next(articles(1))[1], "utf-8")
    os.kill(demarche.child("celery"), signal.SIGKILL)
    demarche.wait_for("The worker ended unexpectedly and is started again")
    assert json.loads(demarche.manage("import_articles", "--wait", "--json", path))["read"] == 1


def test_the_first_start_reads_the_demo_and_its_removal_lasts(tmp_path):
    data = tmp_path / "data"
    with running(data) as demarche:
        demarche.wait_for("articles of the demo collection")
        wait_until(lambda: not demarche.count("state IN ('received', 'reading')"), "the demo was read")
        assert demarche.count("state = 'read'") >= 28
        demarche.manage("remove_demo")
        demarche.interrupt()
    with running(data) as again:
        again.wait_for("Ctrl-C stops")
        assert again.count("state > ''") == 0


def test_a_second_start_on_the_same_folder_says_so(demarche):
    with running(demarche.data) as second:
        assert second.process.wait(PATIENCE) == 1
        second.wait_for("already running")
    assert demarche.process.poll() is None


def test_the_tests_are_run_by_the_same_file():
    done = subprocess.run(
        [sys.executable, ROOT / "run.py", "test", "--version"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pytest" in done.stdout + done.stderr
