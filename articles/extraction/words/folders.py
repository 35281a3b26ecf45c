"""A language folder read from disk: every file, table and key checked against ``schema``."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import LanguageDataError
from .schema import FILES, OPTIONAL_FILES, ROWS, Keys

_LIST = re.compile(r"@(\w+)")


def read_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Every file of one language folder, checked: file name to its tables."""
    unknown = sorted(path.name for path in folder.glob("*.toml") if path.name not in FILES)
    if unknown:
        raise LanguageDataError(f"{folder.name}/{unknown[0]}", "", "file", f"is none of {', '.join(FILES)}")
    data = {name: _read_file(folder, name) for name in FILES}
    lists = {name: "|".join(words) for name, words in data["language.toml"].get("lists", {}).items()}
    return {name: _with_lists(file, lists, f"{folder.name}/{name}") for name, file in data.items()}


def _with_lists(value: Any, lists: Mapping[str, str], where: str, rule: str = "") -> Any:
    """The data with every ``@name`` of its forms written out as the alternatives of that list."""
    if isinstance(value, dict):
        rule = str(value.get("id") or value.get("is") or rule)
        return {key: _with_lists(part, lists, where, rule or key) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    return [
        _LIST.sub(lambda found: _list_of(lists, found.group(1), where, rule), part)
        if isinstance(part, str)
        else _with_lists(part, lists, where, rule)
        for part in value
    ]


def _list_of(lists: Mapping[str, str], name: str, where: str, rule: str) -> str:
    if name not in lists:
        raise LanguageDataError(where, rule, "forms", f"names @{name}, which is no list of language.toml")
    return lists[name]


def _read_file(folder: Path, name: str) -> dict[str, Any]:
    where, path = f"{folder.name}/{name}", folder / name
    if not path.exists():
        if name in OPTIONAL_FILES:
            return {}
        raise LanguageDataError(where, "", "file", "is missing")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LanguageDataError(where, "", "file", f"is not TOML: {error}") from error
    tables = FILES[name]
    plain = {key: value for key, value in data.items() if key not in tables}
    if "" in tables:
        _check(where, "", plain, tables[""])
    elif plain:
        raise LanguageDataError(where, "", next(iter(plain)), f"is none of {', '.join(tables)}")
    for table, keys in tables.items():
        if table in ROWS:
            _check_rows(where, table, data.get(table, []), keys)
        elif table:
            _check(where, table, data.get(table, {}), keys)
    return data


def _check_rows(where: str, table: str, rows: Any, keys: Keys) -> None:
    if not isinstance(rows, list):
        raise LanguageDataError(where, "", table, f"must be rows, written [[{table}]]")
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        rule = str(row.get("id") or row.get("is") or f"{table} {number}")
        _check(where, rule, row, keys)
        if "id" in row and rule in seen:
            raise LanguageDataError(where, rule, "id", "is used twice")
        seen.add(rule)


def _check(where: str, rule: str, row: Any, keys: Keys) -> None:
    if not isinstance(row, dict):
        raise LanguageDataError(where, "", rule, "must be a table")
    for key in keys.required:
        if key not in row:
            raise LanguageDataError(where, rule, key, "is missing")
    for key, value in row.items():
        wanted = keys.required.get(key, keys.optional.get(key, keys.optional.get("*")))
        if wanted is None:
            known = [*keys.required, *(k for k in keys.optional if k != "*")]
            raise LanguageDataError(where, rule, key, f"is no key here; known are {', '.join(known)}")
        _check_value(where, rule, key, value, wanted)


def _check_value(where: str, rule: str, key: str, value: Any, wanted: Any) -> None:
    if isinstance(wanted, tuple):
        if value not in wanted[1]:
            raise LanguageDataError(where, rule, key, f"must be one of {', '.join(wanted[1])}, is {value!r}")
    elif wanted is list:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise LanguageDataError(where, rule, key, "must be a list of words")
    elif not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise LanguageDataError(where, rule, key, f"must be {wanted.__name__}, is {value!r}")
