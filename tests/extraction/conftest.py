"""The shipped registry as a lexicon, once for all tests of the engine."""

from pathlib import Path

import pytest

from articles.extraction import Lexicon, build_lexicon, read_outlets, read_registry
from timeline.registry import ACTOR_FILES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return build_lexicon(
        [actor for path in ACTOR_FILES for actor in read_registry(path.read_bytes())],
        read_outlets((ROOT / "articles/registry/outlets.json").read_bytes()),
    )
