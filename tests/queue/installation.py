"""A whole Demarche in a folder of its own, with real commands and real workers as processes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

ROOT = Path(__file__).resolve().parents[2]
#: seconds a test waits before it gives up; never a measure of speed
PATIENCE = 180
_WORKER = "-q -A config worker --without-gossip --without-mingle --without-heartbeat"


class Installation:
    """Commands, workers and the rows of one data folder; leases are short so that a test sees them end."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DEMARCHE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "READING_LEASE": "4",
            "SWEEP_EVERY": "0.5",
            "HINT_PATIENCE": "3",
            "WORKER_PROCESSES": "2",
            "LOG_LEVEL": "WARNING",
            **environment,
        }
        folder.mkdir(parents=True, exist_ok=True)
        self.manage("migrate", "-v0")
        self.manage("load_registry", "-v0")

    def manage(self, *arguments: str | Path, code: int = 0) -> str:
        """Run a command; what it printed."""
        done = subprocess.run(
            [sys.executable, ROOT / "manage.py", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert done.returncode == code, done.stderr
        return done.stdout

    def python(self, code: str) -> Any:
        """Run a few lines with models at hand; what they print, as JSON."""
        return json.loads(self.manage("shell", "-v0", "-c", code))

    def at_once(self, scripts: list[str]) -> list[Any]:
        """Run several such pieces of code in processes of their own at the same time."""
        command = [sys.executable, ROOT / "manage.py", "shell", "-v0", "-c"]
        running = [
            subprocess.Popen([*command, code], env=self.environment, stdout=subprocess.PIPE, text=True)
            for code in scripts
        ]
        return [json.loads(process.communicate(timeout=PATIENCE)[0]) for process in running]

    @contextmanager
    def worker(self) -> Iterator["subprocess.Popen[bytes]"]:
        """A real worker with its pool, in a process group of its own; ended whatever happens."""
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", *_WORKER.split()],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            kill(process)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows straight from the database, as another process sees them."""
        url = self.environment.get("DATABASE_URL")
        if url:
            with psycopg.connect(url, autocommit=True) as connection:
                return connection.execute(sql).fetchall()
        connection = sqlite3.connect(self.folder / "demarche.sqlite3", timeout=20)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def count(self, where: str) -> int:
        return self.rows(f"SELECT count(*) FROM articles_article WHERE {where}")[0][0]

    def told(self) -> list[tuple[Any, ...]]:
        """What the articles say, without anything that depends on the order of reading."""
        rows = self.rows(
            'SELECT a.file_name, a.state, a.language, m."index", m.kind, m.status, m.date_edtf, m.place '
            "FROM articles_article a LEFT JOIN articles_mention m ON m.article_id = a.id"
        )
        return sorted(rows, key=str)

    def wait_until(self, holds: Callable[[], Any], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, f"waited in vain until {what}"
            time.sleep(0.05)

    def wait_until_settled(self) -> None:
        self.wait_until(
            lambda: not self.count("state IN ('received', 'reading')"), "all articles were settled"
        )


def kill(process: "subprocess.Popen[bytes]") -> None:
    """SIGKILL the whole group, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
