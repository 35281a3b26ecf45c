"""The embedded broker: messages are files in a folder, so that one machine needs no server.

Kombu's own filesystem transport opens a message under its final name before it is written, and a reader
takes the torn file: measured, it loses most messages of a burst. Here a message appears by an atomic rename
and belongs to whoever unlinks it. Only direct queues are carried (no fanout, no remote control): all that
task ids need.
"""

import contextlib
import json
import logging
import os
import time
import uuid
from collections import deque
from functools import cached_property
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import virtual

log = logging.getLogger(__name__)


class Channel(virtual.Channel):
    """One connection's view of the folder: a subfolder a queue, a file a message, oldest name first."""

    supports_fanout = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._listed: dict[str, deque[str]] = {}

    @cached_property
    def _root(self) -> Path:
        return Path(self.connection.client.transport_options["folder"])

    def _folder(self, queue: str) -> Path:
        if not queue or queue.startswith(".") or os.sep in queue:
            raise ValueError(f"not a queue name: {queue!r}")
        folder = self._root / queue
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _put(self, queue: str, message: dict[str, Any], **_: Any) -> None:
        """Put a message where readers see it whole or not at all."""
        # time_ns, not monotonic: the order must survive a restart of the machine.
        name = f"{time.time_ns():020d}-{uuid.uuid4().hex}"
        folder = self._folder(queue)
        unseen = folder / f".{name}"
        unseen.write_text(json.dumps(message), "utf-8")
        os.replace(unseen, folder / name)

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:
        """Take the oldest message; another worker may be faster, then the next one."""
        folder = self._folder(queue)
        while name := self._next_name(queue, folder):
            try:
                content = (folder / name).read_bytes()
                os.unlink(folder / name)
            except FileNotFoundError:
                continue
            try:
                return json.loads(content)
            except ValueError:
                # A full disk or a power cut; the sweep sends what such a file was about.
                log.warning("dropped a damaged message of queue %s", queue)
        raise Empty

    def _next_name(self, queue: str, folder: Path) -> str | None:
        # Listing the folder once a message would be quadratic in a drop of thousands.
        listed = self._listed.setdefault(queue, deque())
        if not listed:
            listed.extend(self._names(folder))
        return listed.popleft() if listed else None

    def _names(self, folder: Path) -> list[str]:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))

    def _size(self, queue: str) -> int:
        return len(self._names(self._folder(queue)))

    def _purge(self, queue: str) -> int:
        folder = self._folder(queue)
        names = self._names(folder)
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(folder / name)
        self._listed.pop(queue, None)
        return len(names)


class Transport(virtual.Transport):
    """``embedded://`` with the transport option ``folder``."""

    Channel = Channel
    implements = virtual.Transport.implements.extend(asynchronous=False, exchange_type=frozenset(["direct"]))
    driver_type = driver_name = "embedded"
    #: bindings; each process knows the one queue it declared
    global_state = virtual.BrokerState()

    def __init__(self, client: Any, **kwargs: Any) -> None:
        super().__init__(client, **kwargs)
        self.state = self.global_state

    def driver_version(self) -> str:
        return "1"
