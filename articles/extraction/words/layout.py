"""What each line of an article is: headline, byline, caption, body, or nothing of the article's.

Only ``body`` and dated ``caption`` lines tell contacts; the headline is context. An ``item`` is a line
of a list that the text above it introduces.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from .language import Language, LineRule

Role = Literal[
    "title", "body", "item", "caption", "byline", "clock", "subhead", "boilerplate", "related", "dateline"
]
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…؟。:]['\"”»’)\]]*\s*$|[\"”»]\s*$")
_SHORT = frozenset({"boilerplate", "related", "end", "byline"})  # that no whole paragraph is
_CREDIT_REACH = 400  # a caption's credit stands in its first or last characters
_BODY_WORDS = 14
_CAPTION = 200  # characters of a caption at most
_SENTENCE_WORDS = 5  # a line alone, of so many words, is the text and no headline of it
_MASTHEAD_WORDS = 3  # words of a line that may be a paper or a section above its headline
_TOP_LINES = 5
_ITEM = re.compile(r"(?:[(（]?\d{1,2}[.)）]|[(]?[^\W\d_][.)]|[-–—*•·●▪◦‣►✓➤])\s*(?=\S)")
_BULLET = re.compile(r"[*•·●▪◦‣►✓➤]\s*\S")
_HEAD_LINES = 12  # above which the credits of an article may stand


@dataclass(slots=True)
class Block:
    """One line of the article, without the spaces around it; ``body`` after the dateline where it has one."""

    role: Role
    start: int
    end: int
    rule: str = ""
    dateline: tuple[int, int] | None = None
    dateline_place: tuple[int, int] | None = None
    dateline_outlet: tuple[int, int] | None = None


def lay_out(text: str, language: Language, *, title: str = "") -> list[Block]:
    """Every non-empty line with its role, in order."""
    blocks = [Block(block.role, block.start, block.end, block.rule) for block in _ruled(text, language)]
    _mark_title(text, blocks, title)
    _mark_short_lines(text, blocks)
    _mark_items(text, blocks)
    _mark_captions(text, blocks)
    _keep_lone_line(text, blocks)
    _mark_datelines(text, blocks, language)
    return blocks


@lru_cache(maxsize=2)
def _ruled(text: str, language: Language) -> tuple[Block, ...]:
    """The lines as the rules of the language see them; kept, for an article is described and then read."""
    blocks = [_block(text, found) for found in _LINE.finditer(text) if found.group().strip()]
    _apply_line_rules(text, blocks, language)
    return tuple(blocks)


def has_bullet(text: str, block: Block) -> bool:
    """Whether a line begins as one of a list does."""
    return _BULLET.match(text, block.start, block.end) is not None


def _block(text: str, found: re.Match[str]) -> Block:
    line = found.group()
    start = found.start() + len(line) - len(line.lstrip())
    return Block("body", start, found.start() + len(line.rstrip()))


def _apply_line_rules(text: str, blocks: list[Block], language: Language) -> None:
    dropping: Role | None = None
    after_link = False
    for block in blocks:
        line = text[block.start : block.end]
        if dropping and not (dropping == "related" and _is_prose(line)):
            block.role, block.rule = "related", "after " + block.rule
            continue
        dropping = None
        rule = _line_rule(line, language)
        if rule is None:
            if after_link and not _is_prose(line):
                block.role, block.rule = "related", "headline of a link"
            after_link = False
            continue
        block.rule, after_link = rule.id, False
        if rule.role == "inline":
            block.role, after_link = "boilerplate", len(line.split()) < 4
        elif rule.role == "related" and not any(
            _is_prose(text[b.start : b.end]) for b in blocks if b.start < block.start
        ):
            block.role = "boilerplate"  # "News" above the article is its section
        elif rule.role == "related":
            block.role = dropping = "related"
        elif rule.role == "end" and not any(
            _is_prose(text[b.start : b.end]) for b in blocks[:_HEAD_LINES] if b.start < block.start
        ):
            block.role = "byline"  # "Editor: X" above the article
        elif rule.role == "end":
            block.role = "boilerplate"
            dropping = "boilerplate"
        else:
            block.role = rule.role  # type: ignore[assignment]


def _line_rule(line: str, language: Language) -> LineRule | None:
    shown = line if len(line) <= 2 * _CREDIT_REACH else f"{line[:_CREDIT_REACH]} {line[-_CREDIT_REACH:]}"
    paragraph = len(line) > _CREDIT_REACH
    for rule in language.lines:
        if not (paragraph and rule.role in _SHORT) and rule.pattern.match(shown):
            return rule
    return None


def _is_prose(line: str) -> bool:
    return len(line.split()) >= _BODY_WORDS and bool(_SENTENCE_END.search(line[-12:]))


def _mark_title(text: str, blocks: list[Block], title: str) -> None:
    for block in blocks:
        if block.role != "body":
            continue
        line = text[block.start : block.end]
        if title and line != title.strip():
            if _is_prose(line):
                return
            continue
        if _is_date_line(line):
            block.role, block.rule = "clock", "date line"
            continue
        if not title and _is_masthead(line) and _headline_follows(text, blocks, block):
            block.role, block.rule = "boilerplate", "section"
            continue
        if has_bullet(text, block) and _headline_follows(text, blocks, block):
            block.role, block.rule = "boilerplate", "ticker"
            continue
        if len(line) <= 220 and (title or not (_is_prose(line) or _is_sentence(line))):
            block.role = "title"
        return


def _is_masthead(line: str) -> bool:
    """Whether a line may name the paper or its section: "The Eastern Ledger", "World / Russia", "POLITIK"."""
    return len(line.split()) <= _MASTHEAD_WORDS or any(sign in line for sign in (" / ", " > ", " › ", " » "))


def _headline_follows(text: str, blocks: list[Block], block: Block) -> bool:
    """Whether one of the next lines, before the text itself, is longer and no sentence."""
    at = blocks.index(block)
    for later in blocks[at + 1 : at + 1 + _TOP_LINES]:
        line = text[later.start : later.end]
        if later.role != "body" or _ITEM.match(line):
            continue
        if _is_prose(line):
            return False
        if len(line.split()) > _MASTHEAD_WORDS and not (_is_sentence(line) or _is_date_line(line)):
            return True
    return False


def _is_sentence(line: str) -> bool:
    """Whether a short line closes with a full stop, as headlines do not."""
    return len(line.split()) >= _SENTENCE_WORDS and line.endswith(".") and not line.endswith("..")


def _is_date_line(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= 10
        and sum(map(str.isdigit, line)) >= 3
        and sum(any(map(str.isdigit, word)) for word in words) * 3 >= len(words)
    )


def _mark_short_lines(text: str, blocks: list[Block]) -> None:
    for block in blocks:
        if block.role == "body":
            line = text[block.start : block.end]
            if not _SENTENCE_END.search(line[-12:]) and len(line.split()) < _BODY_WORDS:
                block.role = "clock" if _is_date_line(line) else "subhead"


def _mark_items(text: str, blocks: list[Block]) -> None:
    """The lines of a list: marked lines below the text, and short lines below one that ends with a colon."""
    opened = ""  # the kind of lines that go on the list above
    for before, block in pairwise(blocks):
        line = text[block.start : block.end]
        marked = _ITEM.match(line) is not None
        if before.role != "item":
            opened = _opens_list(text[before.start : before.end], before, marked=marked)
        introduced = opened in ("announced", "lines")
        goes_on = not _is_prose(line) if opened == "lines" else marked
        if opened and goes_on and (block.role == "subhead" or (introduced and block.role == "body")):
            block.role, block.rule = "item", opened


def _opens_list(line: str, block: Block, *, marked: bool) -> str:
    if block.role not in ("body", "subhead"):
        return ""
    if line.endswith((":", "：")):
        return "announced" if marked else "lines"
    return "below" if marked and block.role == "body" else ""


def _keep_lone_line(text: str, blocks: list[Block]) -> None:
    """Where nothing else is text of the article, its headline is: a report of one line, pasted."""
    if any(block.role in ("body", "caption") for block in blocks):
        return
    for block in blocks:
        if (
            block.role in ("title", "subhead")
            and len(text[block.start : block.end].split()) >= _SENTENCE_WORDS
        ):
            block.role, block.rule = "body", "the only text"


def _mark_captions(text: str, blocks: list[Block]) -> None:
    """A line told twice, and the line that a lone photo credit follows, are captions."""
    seen: dict[str, Block] = {}
    for index, block in enumerate(blocks):
        line = text[block.start : block.end]
        above = blocks[index - 1] if index else block
        if len(line) < 40 and block.role == "caption" and above.role == "body" and _may_be_caption(above):
            blocks[index - 1].role, blocks[index - 1].rule = "caption", "before a credit"
        if block.role in ("body", "caption") and len(line) > 40:
            if line in seen:
                block.role = seen[line].role = "caption"
                block.rule = "told twice"
            seen[line] = block


def _may_be_caption(block: Block) -> bool:
    return block.end - block.start <= _CAPTION


def _mark_datelines(text: str, blocks: list[Block], language: Language) -> None:
    for block in [b for b in blocks if b.role == "body"][:4]:
        for pattern in language.datelines:
            found = pattern.match(text, block.start, min(block.end, block.start + 120))
            if found and found.end() < block.end:
                groups = found.groupdict()
                block.dateline = (block.start, found.end())
                block.dateline_place = found.span("place") if groups.get("place") else None
                outlet = next((g for g in ("outlet", "outlet2") if groups.get(g)), None)
                block.dateline_outlet = found.span(outlet) if outlet else None
                return
