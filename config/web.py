"""Gunicorn's settings: ``python -m gunicorn -c config/web.py config.wsgi``. See docs/operating.md."""

import os
from typing import Any

from config.parent import end_with_parent

bind = os.environ.get("LISTEN", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES") or 2)
threads = 8
# One import for all processes: half the start, less memory.
preload_app = True
timeout = 60
graceful_timeout = 10
keepalive = 5
loglevel = os.environ.get("LOG_LEVEL", "INFO").lower()
# A socket in the home folder to steer the server by: not needed, and two installations would share it.
control_socket_disable = True


def on_starting(server: Any) -> None:
    """Runs once in the head process, before it forks."""
    end_with_parent()
