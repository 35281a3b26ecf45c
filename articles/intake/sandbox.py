"""Reads a file without trusting it: libraries that parse run in a child with a bound on memory and time."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

from articles.intake import text_file
from articles.intake.formats import format_of, read_file, refuse_what_is_no_article
from articles.intake.limits import too_much_memory, too_much_time
from articles.intake.page import Page, UnreadableArticle

_ROOT = Path(__file__).resolve().parents[2]
#: files after which a child makes place for a fresh one, so that no library's leak adds up
_FILES = 200


class _Child:
    """A process that reads file after file; starting one takes as long as reading a hundred."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.files_left = _FILES
        self.process = subprocess.Popen(
            [sys.executable, "-m", "articles.intake.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_ROOT,
            # Neither the key nor the database's address is any business of a file's.
            env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PATH": os.environ.get("PATH", "")},
        )

    def ask(self, data: bytes, name: str) -> dict | None:
        """The answer, or None when the child died over the file."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.files_left -= 1
        try:
            self.process.stdin.write(json.dumps({"name": name, "size": len(data)}).encode() + b"\n")
            self.process.stdin.write(data)
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = b""
        return json.loads(line) if line.endswith(b"\n") else None

    def end(self) -> int:
        """Let it go; its return code says how it ended."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        code = self.process.wait()
        self.process.stdout.close()
        return code


_lock = threading.Lock()
_child: _Child | None = None


def read_file_sandboxed(data: bytes, name: str) -> Page:
    """As ``read_file``, in a child process; plain text, which no library parses, is read here."""
    refuse_what_is_no_article(data)
    if format_of(data, name) is text_file:
        return read_file(data, name)
    with _lock:
        answer = _asked(data, name)
    if sentence := answer.get("sentence"):
        raise UnreadableArticle(sentence)
    fields = answer["page"]
    return Page(**fields | {"published": fields["published"] and date.fromisoformat(fields["published"])})


def _asked(data: bytes, name: str) -> dict:
    global _child  # noqa: PLW0603 - one child a process
    if _child is None or _child.owner != os.getpid():
        # After a fork the pipes belong to the parent: never speak into them.
        _child = _Child()
    child = _child
    answer = child.ask(data, name)
    if answer is None or answer.get("worn") or child.files_left == 0:
        _child = None
        code = child.end()
        if answer is None:
            raise too_much_time() if code == -signal.SIGALRM else too_much_memory()
    return answer
