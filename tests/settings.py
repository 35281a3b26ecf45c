"""The installation's own settings over a data folder that lives and dies with the test run."""

import atexit
import os
import shutil
import tempfile

os.environ["DEMARCHE_DATA"] = tempfile.mkdtemp(prefix="demarche-test-")
atexit.register(shutil.rmtree, os.environ["DEMARCHE_DATA"], ignore_errors=True)

from config.settings import *  # noqa: E402, F403
