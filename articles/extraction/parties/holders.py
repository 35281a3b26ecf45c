"""Who bears an office: "the Russian president", "the minister"."""

from ..words.lexicon import Lexicon
from .parties import Party
from .people import People, Person

#: titles that one person of a side bears at a time
OFFICES = frozenset({"president", "prime minister", "foreign minister", "head of the political bureau"})
_SPEAK = frozenset({"spokesperson", "adviser"})  # titles of those who speak for somebody else


class Holders:
    """The people of an article by their sides and offices."""

    def __init__(self, people: People, lexicon: Lexicon, *, articles: bool) -> None:
        self.people, self.lexicon, self.articles = people, lexicon, articles
        self.by_side: dict[str, Person] = {}  # the last person of each side
        self.sided: dict[str, dict[str, Person]] = {}  # everybody of each side

    def _of_side(self, party: Party) -> Person | None:
        """ "the Iranian minister": the one named last of his side, unless another office is told of him."""
        person = self.by_side.get(party.side or "")
        if person and self.articles and party.title not in _SPEAK:
            person = self._acting(party.side or "", person)
        held = self.people.offices_of(person) if person and self.articles and party.title in OFFICES else None
        return person if not held or party.title in held else None

    def _acting(self, side: str, last: Person) -> Person:
        """ "The Hamas leader", after his adviser spoke: the last of a side who does not speak for others."""
        named = [p for p in self.sided.get(side, {}).values() if not self.people.offices_of(p) & _SPEAK]
        return last if last in named or not named else named[-1]

    def _last_named(self, party: Party, *, verb_first: bool) -> Person | None:
        """ "The diplomat", "الدبلوماسي الروسي": the last who was named, of that side where it is told."""
        if self.articles and not party.side:
            return next(reversed(self.by_side.values()), None)
        return self.by_side.get(party.side or "") if verb_first else None

    def _only_one(self, party: Party) -> Person | None:
        """ "the Russian president", where one person of that side has been named."""
        if not party.side or party.title not in OFFICES:
            return None
        people = {who: p for who, p in self.sided.get(party.side, {}).items() if p.role is None}
        return next(iter(people.values())) if len(people) == 1 else None

    def _office_holder(self, party: Party) -> Person | None:
        """ "the minister": the one named in the article whom the registry knows by that office."""
        found = []
        for person in (p for people in self.sided.values() for p in people.values()):
            actor = self.lexicon.actors.get(person.actor or "")
            roles = {role.title.casefold() for role in actor.roles} if actor else set()
            if any(_is_office(role, party.title) for role in roles) and party.side in (None, person.side):
                found.append(person)
        return found[0] if len(found) == 1 else None


def _is_office(role: str, title: str) -> bool:
    return role.endswith(title) and "deputy" not in role.removesuffix(title)
