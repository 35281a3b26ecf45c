"""The origins of a contact in words, and which of its mentions go back to which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.contact_rows import HASH
from timeline.models import Contact

#: origins named in one sentence
_NAMED = 4
_STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class OriginSaid:
    """One independent source, and the mentions that go back to it."""

    name: str
    #: how many of its articles are nearly the same text
    copies: int
    mentions: list[Any]

    @property
    def is_worth_a_heading(self) -> bool:
        """Whether it tells more than its one article does: several articles, or another name than the outlet's."""
        if len(self.mentions) != 1:
            return bool(self.name or self.copies)
        article = self.mentions[0].article
        return self.name not in ("", article.outlet.name if article.outlet else article.outlet_name)


def origin_in_words(origin: Mapping[str, Any]) -> str:
    """ "Hamas statement via Sputnik"; "" where the one article of an origin names nobody."""
    name = origin["name"]
    if name.casefold() == _STATEMENT:
        name = "a statement"
    elif name.casefold().startswith(f"{_STATEMENT} by "):
        name = f"{name[len(_STATEMENT) + 4 :]} {_STATEMENT}"
    return f"{name} via {_listed(origin['via'])}" if origin["via"] else name


def origins_in_words(contact: Contact) -> str:
    """The origins of a contact, parted by semicolons; those without a name are counted."""
    names = [words for origin in contact.origins if (words := origin_in_words(origin))]
    rest = len(contact.origins) - min(len(names), _NAMED)
    shown = names[:_NAMED]
    if rest and shown:
        shown.append(f"{rest} more")
    return "; ".join(shown)


def by_origin(contact: Contact, mentions: Iterable[Any]) -> list[OriginSaid]:
    """The mentions of a contact in groups of one origin each; those of no known origin come last."""
    rest = list(mentions)
    groups = []
    for origin in contact.origins:
        articles = set(origin["articles"])
        own = [mention for mention in rest if mention.article.text_sha256[:HASH] in articles]
        rest = [mention for mention in rest if mention not in own]
        if own:
            groups.append(OriginSaid(origin_in_words(origin), origin["copies"], own))
    return [*groups, OriginSaid("", 0, rest)] if rest else groups


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
