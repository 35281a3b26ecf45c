"""The data folder: writable, and of one running Demarche at a time."""

import fcntl
import os
import tempfile
import time
from pathlib import Path
from typing import IO

from launch.errors import CannotStart

#: seconds that processes of a killed run get to notice and end
_LEFTOVERS = 30.0


def writable(folder: Path) -> Path:
    """The folder, made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotStart(
            f"The folder {folder} cannot be written ({error.strerror}): make it writable, "
            "or name another one with --data DIR."
        ) from None
    return folder


def locked(folder: Path) -> IO[str]:
    """An open file that holds the folder as long as this process or one it started lives."""
    lock = open(folder / "run.lock", "a+", encoding="utf-8")  # noqa: SIM115 - held until the process ends
    deadline = time.monotonic() + _LEFTOVERS
    while not _taken(lock):
        lock.seek(0)
        owner = lock.read().strip()
        if _alive(owner):
            raise CannotStart(
                f"Demarche is already running on the folder {folder} (process {owner}): use that one, "
                "stop it, or name another folder with --data DIR."
            )
        if time.monotonic() > deadline:
            raise CannotStart(
                f"Processes of an earlier Demarche still use {folder}: end them and run this again."
            )
        time.sleep(0.2)
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _taken(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _alive(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
