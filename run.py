#!/usr/bin/env python3
"""Start Demarche, run its tests, or run one of its commands; needs Python 3.11 and nothing else.

    python3 run.py [--port N] [--host ADDRESS] [--data DIR] [--no-demo]
    python3 run.py test [what pytest takes]
    python3 run.py manage COMMAND ...

This file keeps to words that any Python can read, so that an old one can say what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the one file that an older Python sees
    sys.exit(
        "Demarche needs Python 3.11 or newer, and this is Python %d.%d: install a newer one "  # noqa: UP031
        "and start it with that, such as `python3.12 run.py`." % sys.version_info[:2]
    )

from launch.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
