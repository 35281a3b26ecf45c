"""The embedded broker: nothing is lost or delivered twice, and a damaged file stops nobody."""

import json
import subprocess
import sys
from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection

from tests.queue.installation import PATIENCE, ROOT

WRITERS, READERS, MESSAGES = 3, 3, 300

_CONNECT = """
import sys, json, time
from queue import Empty
from kombu import Connection
import config.celery
queue = Connection("embedded://localhost", transport_options={"folder": sys.argv[1]}).SimpleQueue("ids")
"""
_WRITE = _CONNECT + "for n in range(int(sys.argv[3])): queue.put([int(sys.argv[2]), n, 'x' * 20000])"
_READ = (
    _CONNECT
    + """
seen = []
while True:
    try:
        message = queue.get(timeout=3)
    except Empty:
        break
    seen.append(message.payload[:2])
    message.ack()
print(json.dumps(seen))
"""
)


@pytest.fixture
def queue(tmp_path):
    with Connection("embedded://localhost", transport_options={"folder": str(tmp_path)}) as connection:
        yield connection.SimpleQueue("ids")


def start(code: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_every_message_reaches_one_of_many_readers_while_many_write(tmp_path: Path):
    readers = [start(_READ, tmp_path) for _ in range(READERS)]
    writers = [start(_WRITE, tmp_path, number, MESSAGES) for number in range(WRITERS)]
    for writer in writers:
        assert writer.wait(PATIENCE) == 0
    # A reader may have given up before a slow writer began: one more takes what is left.
    seen = [
        m for r in [*readers, start(_READ, tmp_path)] for m in json.loads(r.communicate(timeout=PATIENCE)[0])
    ]
    assert sorted(seen) == [[w, n] for w in range(WRITERS) for n in range(MESSAGES)]


def test_messages_keep_their_order(queue):
    for number in range(20):
        queue.put(number)
    assert [queue.get(timeout=5).payload for _ in range(20)] == list(range(20))


@pytest.mark.parametrize("content", [b"", b'{"body": "to', b"\xff\xfe\x00"])
def test_a_damaged_file_is_dropped_and_the_next_message_delivered(queue, tmp_path, content):
    queue.put("before")
    (tmp_path / "ids" / "00000000000000000001-damaged").write_bytes(content)
    assert queue.get(timeout=5).payload == "before"
    assert not [name for name in (tmp_path / "ids").iterdir() if "damaged" in name.name]


def test_a_message_not_yet_written_whole_is_not_seen(queue, tmp_path):
    queue.put("whole")
    (tmp_path / "ids" / ".00000000000000000001-half").write_bytes(b"{")
    assert queue.get(timeout=5).payload == "whole"
    with pytest.raises(Empty):
        queue.get(timeout=0.2)


def test_a_purge_empties_the_queue(queue):
    queue.put(1)
    queue.put(2)
    assert queue.qsize() == 2
    assert queue.clear() == 2
    assert queue.qsize() == 0
