"""What is too much for one article, and too little."""

import re

from articles.intake.page import UnreadableArticle

#: code points of one article; a long book has as many
MAX_CHARACTERS = 1_000_000
#: a headline has at least as many words
MIN_WORDS = 5
#: wall-clock seconds that a library may take over one file
SECONDS = 30
#: bytes of address space for the process it runs in
MEMORY = 1024 * 1024 * 1024

_WORD = re.compile(r"[^\W\d_]{2,}")


def refuse_long(length: int) -> None:
    """Refuse before any work is done on more text than an article can have."""
    if length > MAX_CHARACTERS:
        raise UnreadableArticle(
            f"The text is longer than {MAX_CHARACTERS:,} characters: no article is. Hand it over in parts."
        )


def refuse_wordless(text: str) -> None:
    """Refuse what has no sentence in it: a lone word, numbers, an empty layer of text."""
    words = sum(1 for _ in zip(_WORD.finditer(text), range(MIN_WORDS), strict=False))
    if words == 0:
        raise UnreadableArticle("There are no words in this file, so there is no article to read.")
    if words < MIN_WORDS:
        raise UnreadableArticle("There are only a few words in this file: too little to be an article.")


def too_much_memory() -> UnreadableArticle:
    """What is said of a file over which a library runs out of memory."""
    return UnreadableArticle("Reading this file takes more memory than an article should. It may be damaged.")


def too_much_time() -> UnreadableArticle:
    """What is said of a file over which a library never comes back."""
    return UnreadableArticle(f"Reading this file took longer than {SECONDS} seconds. It may be damaged.")
