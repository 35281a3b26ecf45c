"""Static files under hashed names, compressed: collected when one of them changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_when_changed() -> bool:
    """Collect unless the last collection was of these very files; whether it was needed."""
    assert settings.STATIC_ROOT, "COLLECTED_STATIC says where static files are collected"
    stamp = settings.STATIC_ROOT / "collected-from"
    now = _fingerprint()
    if stamp.exists() and stamp.read_text("ascii") == now:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now, "ascii")
    return True


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            seen.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return seen.hexdigest()
