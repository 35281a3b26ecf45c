"""Ends a process whose supervisor was killed: nobody else would, and the port would stay taken."""

import os
import signal
import threading
import time

#: set by run.py for the processes it starts; started by other means, nothing is watched
SUPERVISOR = "DEMARCHE_SUPERVISOR"
#: seconds between two looks, and for a tidy end before the rough one
_EVERY, _GRACE = 0.5, 15.0


def end_with_parent() -> None:
    """Watch the supervisor from a thread; when it is gone, stop as on SIGTERM."""
    if supervisor := os.environ.get(SUPERVISOR):
        threading.Thread(target=_watch, args=(int(supervisor),), name="parent-watch", daemon=True).start()


def _watch(supervisor: int) -> None:
    # A changed parent is the one sign of death that Linux and macOS share; no signal, no pipe needed.
    while os.getppid() == supervisor:
        time.sleep(_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    # The process group is this process and its own children: run.py gives each its own session.
    os.killpg(os.getpgid(0), signal.SIGKILL)
