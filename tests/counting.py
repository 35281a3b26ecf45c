"""Work counted in calls, which no busy machine changes, instead of seconds."""

import sys
from collections.abc import Callable


def calls(run: Callable[[], object]) -> int:
    """How many Python functions are called while it runs; built-in ones come and go with the interpreter."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count
