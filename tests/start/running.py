"""run.py as somebody at a terminal has it: started, read, interrupted, killed."""

import fcntl
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

ROOT = Path(__file__).resolve().parents[2]
#: seconds a test waits before it gives up; never a measure of speed
PATIENCE = 180
#: the tests' own environment is used instead of a second one
ENVIRONMENT = {**os.environ, "DEMARCHE_VENV": sys.prefix, "DJANGO_SETTINGS_MODULE": "config.settings"}


class Running:
    """A started run.py and what it has printed so far."""

    def __init__(self, data: Path, *options: str) -> None:
        self.data = data
        self.printed = ""
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "run.py", "--data", data, "--port", "0", *options],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed += line

    def wait_for(self, words: str) -> None:
        wait_until(lambda: words in self.printed or self.process.poll() is not None, f"it said “{words}”")
        assert words in self.printed, self.printed

    @property
    def link(self) -> str:
        self.wait_for("Ctrl-C stops")
        found = re.search(r"http://\S+/sign-in/once/\S+", self.printed)
        assert found, self.printed
        return found[0]

    @property
    def address(self) -> str:
        return self.link.partition("/sign-in")[0]

    def child(self, words: str) -> int:
        """The process id of its child whose command line holds the words."""
        listing = subprocess.check_output(["ps", "-A", "-o", "pid=,ppid=,args="], text=True)
        for pid, parent, arguments in (line.split(None, 2) for line in listing.splitlines()):
            if int(parent) == self.process.pid and words in arguments:
                return int(pid)
        raise AssertionError(f"no child with {words} in:\n{listing}")

    def count(self, where: str) -> int:
        """How many articles there are of this sort, straight from the database."""
        with closing(sqlite3.connect(self.data / "demarche.sqlite3", timeout=20)) as connection:
            return connection.execute(f"SELECT count(*) FROM articles_article WHERE {where}").fetchone()[0]

    def manage(self, *arguments: str | Path) -> str:
        """A command on the same data, beside the running one."""
        done = subprocess.run(
            [sys.executable, ROOT / "manage.py", *arguments],
            env={**ENVIRONMENT, "DEMARCHE_DATA": str(self.data)},
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        return done.stdout

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def running(data: Path, *options: str) -> Iterator[Running]:
    """Demarche on this data folder, ended whatever the test does."""
    demarche = Running(data, *options)
    try:
        yield demarche
    finally:
        if demarche.process.poll() is None:
            demarche.process.terminate()
            demarche.process.wait(PATIENCE)


def nobody_left(data: Path) -> bool:
    """Whether every process that run.py started has ended: each of them holds the folder's lock."""
    with open(data / "run.lock") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def wait_until(holds: Callable[[], Any], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.1)


def browser() -> OpenerDirector:
    """A client that keeps cookies, as a browser does."""
    return build_opener(HTTPCookieProcessor(CookieJar()))
