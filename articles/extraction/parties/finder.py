"""What the search for names in a sentence needs besides its words: the registry, and the people of the article."""

from dataclasses import dataclass

from ..words.lexicon import Lexicon
from .gaps import Gaps
from .people import People


@dataclass(eq=False)
class Finder(Gaps):
    """Looks for people in one sentence."""

    lexicon: Lexicon
    people: People
