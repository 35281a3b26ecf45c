"""The virtual environment: made once, filled again whenever the requirements change."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from launch.errors import CannotStart

ROOT = Path(__file__).resolve().parent.parent
#: seconds between two signs of life where no line can be overwritten
_SIGN_OF_LIFE = 10.0
_TROUBLE_LINES = 5


def ready(*requirements: str) -> Path:
    """The Python of an environment in which these requirements files are installed as they stand now."""
    given = os.environ.get("DEMARCHE_VENV")
    folder = Path(given) if given else ROOT / ".venv"
    python = folder / "bin" / "python"
    stamp = folder / "demarche-requirements.json"
    wanted = {name: _fingerprint(name) for name in requirements}
    installed = _installed(stamp)
    if wanted.items() <= installed.items() and _works(python, "django"):
        return python
    if not _works(python, "pip"):
        if given:
            raise CannotStart(
                f"DEMARCHE_VENV={given} is no virtual environment with pip: unset it or make one there."
            )
        _make(folder)
    _install(python, requirements)
    stamp.write_text(json.dumps({**installed, **wanted}), "utf-8")
    return python


def _fingerprint(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def _installed(stamp: Path) -> dict[str, str]:
    try:
        return json.loads(stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _works(python: Path, module: str) -> bool:
    """Whether it runs and finds the module: a moved folder or an upgraded system leaves a hull."""
    try:
        return (
            subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


def _make(folder: Path) -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise CannotStart(
            "Python's venv module is missing: install it (Debian, Ubuntu: `apt install python3-venv`) "
            "and run this again."
        )
    print("Making a virtual environment in .venv", flush=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        said = (made.stderr or made.stdout).strip().splitlines()[-1:] or ["no reason was given"]
        raise CannotStart(
            f"The virtual environment could not be made in {folder} ({said[0]}): make that folder writable, "
            "or name another one in DEMARCHE_VENV."
        )


def _install(python: Path, requirements: tuple[str, ...]) -> None:
    print("Installing packages (a minute or so, only when the requirements change)", flush=True)
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
    ]
    for name in requirements:
        command += ["-r", str(ROOT / name)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", cwd=ROOT
    ) as pip:
        assert pip.stdout is not None
        trouble = _show_progress(pip.stdout)
    if pip.returncode:
        said = " ".join(trouble[-1:]) or "nothing"
        raise CannotStart(
            "The packages could not be installed: check the network connection (a proxy is named in "
            "HTTPS_PROXY, another package index in PIP_INDEX_URL) and run this again. "
            f"pip said: {said}"
        )


def _show_progress(lines: Iterable[str]) -> list[str]:
    """Show that pip is alive on one line; the lines in which it complains."""
    overwrite = sys.stdout.isatty()
    trouble: list[str] = []
    last = time.monotonic()
    for line in lines:
        if line.startswith(("ERROR", "error", "WARNING: Retrying")):
            trouble = [*trouble[-_TROUBLE_LINES:], line.strip()]
        if overwrite:
            print(f"\r\033[K  {line.strip()[:70]}", end="", flush=True)
        elif time.monotonic() - last > _SIGN_OF_LIFE:
            print(f"  {line.strip()[:100]}", flush=True)
            last = time.monotonic()
    if overwrite:
        print("\r\033[K", end="", flush=True)
    return trouble
