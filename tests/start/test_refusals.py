"""What is in the way of a start is said in one sentence that says what to do."""

import ast
import importlib.util
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from launch import environment
from launch.errors import CannotStart
from tests.start.running import ENVIRONMENT, ROOT


def start(*options: object, python: tuple[str, ...] = (sys.executable, str(ROOT / "run.py"))) -> str:
    """The one line that a start which is refused prints."""
    done = subprocess.run(
        [*python, *map(str, options)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    (sentence,) = (done.stdout + done.stderr).strip().splitlines()
    return sentence


def test_a_taken_port(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        sentence = start("--data", tmp_path, "--port", port)
    assert f"Port {port} is taken" in sentence
    assert f"--port {port + 1}" in sentence


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--port", "70000"), "choose one from 1024 to 65535"),
        (("--host", "203.0.113.7"), "no address 203.0.113.7"),
    ],
)
def test_an_address_that_cannot_be(tmp_path: Path, options, words):
    assert words in start("--data", tmp_path, *options)


def test_a_folder_that_cannot_be_written(tmp_path: Path):
    (tmp_path / "file").touch()
    sentence = start("--data", tmp_path / "file" / "data")
    assert "cannot be written" in sentence
    assert "--data DIR" in sentence


def test_an_old_python():
    source = (ROOT / "run.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 4))
    run = str(ROOT / "run.py")
    pretend = f"import sys, runpy; sys.version_info = (3, 8, 10, 'final', 0); runpy.run_path({run!r})"
    sentence = start(python=(sys.executable, "-c", pretend))
    assert "needs Python 3.11 or newer, and this is Python 3.8" in sentence


def test_a_missing_venv_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    with pytest.raises(CannotStart, match="apt install python3-venv"):
        environment._make(tmp_path / "venv")


def test_no_way_to_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "requirements.txt").write_text("demarche-needs-what-nobody-has==1\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    for name, value in {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(CannotStart, match="check the network connection"):
        environment._install(Path(sys.executable), ("requirements.txt",))
