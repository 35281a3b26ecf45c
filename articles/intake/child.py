"""Reads files that nobody vouches for, in a process of its own: ``python -m articles.intake.child``.

Standard input: a line of JSON ``{"name", "size"}`` and that many bytes, again and again until it is closed.
Standard output: one line of JSON for each, a page or a sentence. Imports no Django: it starts in a blink.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from articles.intake.formats import read_file
from articles.intake.limits import MEMORY, SECONDS, too_much_memory
from articles.intake.page import UnreadableArticle


def main() -> None:
    """Serve until standard input is closed, which also happens when the parent dies."""
    # The default action of the alarm is to end the process, even inside a library's C code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not be taken for an answer
    while header := sys.stdin.buffer.readline():
        signal.alarm(SECONDS)
        answer = _answer(json.loads(header), sys.stdin.buffer)
        signal.alarm(0)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answer(header: dict[str, Any], stream: BinaryIO) -> dict[str, Any]:
    data = stream.read(header["size"])
    try:
        page = asdict(read_file(data, header["name"]))
    except UnreadableArticle as unreadable:
        return {"sentence": unreadable.sentence}
    except MemoryError:
        return {"sentence": too_much_memory().sentence, "worn": True}
    page["published"] = page["published"] and page["published"].isoformat()
    return {"page": page}


if __name__ == "__main__":
    main()
