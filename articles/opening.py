"""What to call an article that has no headline: by its first words, as an editor would."""

import re

LENGTH = 90
SEPARATORS = " ,;:،-–—"
#: "MOSCOW, March 3, 2006 (Levant Courier) - ", "МОСКВА, 11 янв 2019 – "
_DATELINE = re.compile(r"[^\W\d_][^.!?:]{2,80}?\s[-–—]\s+(?=\w)")


def opening_of(text: str) -> str:
    """The first words of the text behind its dateline, cut at a word; nothing where there are no words."""
    line = next((line.strip() for line in text.splitlines() if re.search(r"[^\W\d_]", line)), "")
    if (found := _DATELINE.match(line)) and _is_dateline(found[0]):
        line = line[found.end() :]
    return _shortened(line)


def _is_dateline(words: str) -> bool:
    """A dash may stand in any sentence; a dateline has a comma, a bracket or capitals only before it."""
    return bool(re.search(r"[,،(]", words)) or words.isupper()


def _shortened(line: str) -> str:
    if len(line) <= LENGTH:
        return line
    words, _, rest = line[:LENGTH].rpartition(" ")
    return f"{(words or rest).rstrip(SEPARATORS)}…"
