"""The bounds hold against code that never ends or never has enough, run in a real child process."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_SERVE = """
import articles.intake.child as child
import articles.intake.limits as limits
child.SECONDS, child.MEMORY = {seconds}, {memory}
child.read_file = lambda data, name: {call}
child.main()
"""


def serve(
    call: str, *, seconds: int = 20, memory: int = 512 * 1024 * 1024
) -> subprocess.CompletedProcess[bytes]:
    code = _SERVE.format(call=call, seconds=seconds, memory=memory)
    return subprocess.run(
        [sys.executable, "-c", code],
        input=b'{"name": "a", "size": 1}\nx',
        check=False,
        capture_output=True,
        cwd=ROOT,
        timeout=30,
    )


def test_a_file_over_which_a_library_never_comes_back_ends_the_child_in_time():
    ended = serve("[None for _ in iter(int, 1)]", seconds=1)
    assert ended.returncode == -signal.SIGALRM


def test_a_file_that_takes_all_memory_is_answered_with_a_sentence():
    ended = serve("bytearray(2 * 1024**3)")
    assert "more memory" in json.loads(ended.stdout)["sentence"]


@pytest.mark.parametrize("noise", ["print('noise')", "__import__('os').write(1, b'noise')"])
def test_a_library_that_prints_is_not_taken_for_an_answer(noise):
    ended = serve(f"({noise}, bytearray(2 * 1024**3))")
    assert ended.stdout.count(b"\n") == 1
    assert b"noise" not in ended.stdout
