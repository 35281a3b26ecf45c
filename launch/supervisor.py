"""Web and worker as children that live and die with this process."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from types import FrameType

from launch.environment import ROOT
from launch.errors import CannotStart

#: seconds for a tidy end: a page being sent, an article being read
_GRACE = 20.0
#: a child that lived less than so many seconds, so many times in a row, will not do better
_SHORT_LIFE, _TRIES = 10.0, 4
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Child:
    """One kept process: what it is called, how it is started, what it inherits."""

    name: str
    command: list[str]
    inherits: tuple[int, ...] = ()
    started: float = 0.0
    short_lives: int = 0
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def start(self, environment: dict[str, str]) -> None:
        """Start it in a session of its own: Ctrl-C reaches it through us, and its group can be ended."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            pass_fds=self.inherits,
            start_new_session=True,
        )

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def end(self, how: signal.Signals) -> None:
        """Tell the process, or with SIGKILL its whole group: pool processes must not outlive their head."""
        if self.process is None:
            return
        try:
            if how == signal.SIGKILL:
                os.killpg(self.process.pid, how)
            elif self.process.poll() is None:
                self.process.send_signal(how)
        except (ProcessLookupError, PermissionError):
            pass  # gone already; macOS refuses to signal a group of zombies


class Supervisor:
    """Starts children, restarts the one that died, ends all of them on Ctrl-C or SIGTERM."""

    def __init__(self, children: list[Child], environment: dict[str, str]) -> None:
        self.children = children
        self.environment = {**environment, "DEMARCHE_SUPERVISOR": str(os.getpid())}
        # A plain flag: a second signal inside the handler would find the lock of a threading.Event taken.
        self._told_to_stop = False

    def start(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, self._stop)
        for child in self.children:
            child.start(self.environment)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._told_to_stop:  # Ctrl-C a second time: at once
            for child in self.children:
                child.end(signal.SIGKILL)
        self._told_to_stop = True

    def stopping(self, *, wait: float = 0.0) -> bool:
        """Whether a signal came, before or during a wait of so many seconds."""
        if wait and not self._told_to_stop:
            time.sleep(wait)
        return self._told_to_stop

    def keep(self) -> None:
        """Return when told to stop; until then no child stays dead."""
        while not self.stopping(wait=0.3):
            self.revive()

    def revive(self) -> None:
        """Restart what died; raises CannotStart for what dies at once again and again."""
        for child in self.children:
            if not child.died():
                continue
            child.end(signal.SIGKILL)  # what is left of its group
            short = time.monotonic() - child.started < _SHORT_LIFE
            child.short_lives = child.short_lives + 1 if short else 0
            if child.short_lives >= _TRIES:
                raise CannotStart(f"The {child.name} ends as soon as it is started: the lines above say why.")
            print(f"The {child.name} ended unexpectedly and is started again.", flush=True)
            child.start(self.environment)

    def end(self) -> None:
        """Ask all to end, wait, then leave nothing behind."""
        for child in self.children:
            child.end(signal.SIGTERM)
        deadline = time.monotonic() + _GRACE
        while time.monotonic() < deadline and not all(child.died() for child in self.children):
            time.sleep(0.05)
        for child in self.children:
            child.end(signal.SIGKILL)
            if child.process is not None:
                child.process.wait()
