"""The slots of time expressions: readers that turn words at a token into a value.

``{day}`` 1 to 31, ``{monthnum}`` 1 to 12, ``{year}``, ``{month}`` and ``{weekday}`` by name (1 is
January, 1 is Monday), ``{n}`` a number in words or digits, ``{unit}`` and ``{part}`` by name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .text import Token, fold
from .trie import Inflect, SlotReader, Trie

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar_readers(
    data: Mapping[str, Any], prefixes: Sequence[str], inflect: Inflect | None = None
) -> dict[str, SlotReader]:
    """The slot readers of one language's calendar.toml."""
    words = data.get("words", {})
    day_suffixes = tuple(fold(s) for s in words.get("day_suffixes", ()))
    year_suffixes = tuple(fold(s) for s in words.get("year_suffixes", ()))

    def named(table: str, order: Sequence[str] | None = None) -> SlotReader:
        trie = Trie(prefixes=prefixes, inflect=inflect)
        for name, forms in data.get(table, {}).items():
            value = (
                order.index(name) + 1 if order and name in order else (int(name) if name.isdigit() else name)
            )
            for form in forms:
                trie.add(form, value)
        return _trie_reader(trie)

    return {
        "day": _either(_number_reader(1, 31, day_suffixes), named("days")),
        "monthnum": _number_reader(1, 12, ()),
        "year": _number_reader(1300, 2100, year_suffixes),
        "year2": _number_reader(0, 99, ()),
        "n": _either(_number_reader(1, 99, ()), named("numbers")),
        "month": named("months", MONTHS),
        "hijri_month": named("hijri_months"),
        "jalali_month": named("jalali_months"),
        "weekday": named("weekdays", WEEKDAYS),
        "unit": named("units"),
        "part": named("parts"),
        "time": SlotReader(_clock, str.isdecimal),
    }


def list_readers(lists: Mapping[str, Sequence[str]]) -> dict[str, SlotReader]:
    """A reader for each list of triggers.toml: none, one or some of its words, in any order."""
    return {name: _row_reader(words) for name, words in lists.items()}


def _row_reader(words: Sequence[str]) -> SlotReader:
    trie = Trie()
    for word in words:
        trie.add(word, "")

    def read(tokens: Sequence[Token], index: int) -> Iterator[tuple[int, Any]]:
        after = index
        for _ in range(_ROW):
            if after > index and after < len(tokens) and tokens[after].text in "-,":
                after += 1
            if after >= len(tokens) or not (hits := trie.match_at(tokens, after)):
                return
            after = max(hit.last for hit in hits)
            yield after, ""

    return SlotReader(read, trie.begins, optional=True)


_ROW = 3  # words of a list in a row: "closed-door bilateral", "brief, unannounced"


def _trie_reader(trie: Trie) -> SlotReader:
    def read(tokens: Sequence[Token], index: int) -> Iterator[tuple[int, Any]]:
        for hit in trie.match_at(tokens, index):
            yield hit.last, hit.value

    return SlotReader(read, trie.begins)


def _number_reader(low: int, high: int, suffixes: tuple[str, ...]) -> SlotReader:
    def read(tokens: Sequence[Token], index: int) -> Iterable[tuple[int, int]]:
        key = tokens[index].key.removeprefix(_AND)
        if not key or not key[0].isdecimal() or len(key) > 8:
            return
        digits = key[: next((i for i, c in enumerate(key) if not c.isdecimal()), len(key))]
        if digits != key and key[len(digits) :] not in suffixes:
            return
        if digits.isascii() and digits.isdecimal() and len(digits) <= 4 and low <= int(digits) <= high:
            yield index + 1, int(digits)
            # a suffix of its own: "26-го", "2024 г."
            after = index + 2 if index + 1 < len(tokens) and tokens[index + 1].text == "-" else index + 1
            if after < len(tokens) and tokens[after].key in suffixes:
                yield after + 1, int(digits)

    return SlotReader(read, _begins_number)


def _begins_number(key: str) -> bool:
    return key.removeprefix(_AND)[:1].isdecimal()


_AND = "و"  # written to the number behind it: "between 10 and 13"


def _clock(tokens: Sequence[Token], index: int) -> Iterable[tuple[int, str]]:
    if not tokens[index].key.isdecimal() or index + 2 >= len(tokens):
        return
    if tokens[index + 1].text in ":." and tokens[index + 2].key.isdecimal():
        yield index + 3, ""


def _either(*readers: SlotReader) -> SlotReader:
    def read(tokens: Sequence[Token], index: int) -> Iterator[tuple[int, Any]]:
        for reader in readers:
            yield from reader.read(tokens, index)

    return SlotReader(read, lambda key: any(reader.begins(key) for reader in readers))
