"""The rows behind the names of contacts' sides and people, and the words by which a contact is found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from django.db.models import Q

from timeline.models import Actor, Alias, Side


class Somebody(Protocol):
    """A person of a contact, by the key of an actor."""

    @property
    def key(self) -> str: ...

    @property
    def side(self) -> str | None: ...


class Facts(Protocol):
    """What of a contact is looked for by name."""

    @property
    def place(self) -> str: ...

    @property
    def topics(self) -> Sequence[str]: ...

    @property
    def sides(self) -> Sequence[str]: ...

    @property
    def people(self) -> Sequence[Somebody]: ...


class Names:
    """Sides by name and actors by key, for some contacts; with all their names in all scripts.

    Somebody who was merged into another is that other, and the names of both are names of the one.
    """

    def __init__(self, facts: Iterable[Facts]) -> None:
        facts = list(facts)
        sides = {side for fact in facts for side in fact.sides}
        sides |= {person.side for fact in facts for person in fact.people if person.side}
        keys = {person.key for fact in facts for person in fact.people}
        self.sides = dict(Side.objects.filter(name__in=sides).order_by().values_list("name", "pk"))
        actors = Actor.objects.order_by("name")
        columns = ("pk", "key", "name", "merged_into_id", "merged_into__name")
        people = [
            (into or pk, key, whole or name)
            for pk, key, name, into, whole in actors.filter(key__in=keys).values_list(*columns)
        ]
        #: the side itself as an actor carries the side's names in other scripts
        bearers = actors.filter(side__in=self.sides.values(), name__in=sides, merged_into=None)
        of_sides = list(bearers.exclude(kind=Actor.Kind.PERSON).values_list("pk", "key", "name"))
        self.actors = {key: pk for pk, key, _ in people}
        named: dict[int, list[str]] = defaultdict(list)
        wanted = [pk for pk, _, _ in (*people, *of_sides)]
        listed = Alias.objects.filter(
            Q(actor__in=wanted) | Q(actor__merged_into__in=wanted),
            kind__in=[Alias.Kind.NAME, Alias.Kind.SHORT],
        )
        for pk, into, text in listed.order_by().values_list("actor_id", "actor__merged_into_id", "text"):
            named[into or pk].append(text)
        self._of_person = {key: _longest([name, *named[pk]]) for pk, key, name in people}
        self._of_side = {side: [side.casefold()] for side in sides}
        for pk, _, name in of_sides:
            self._of_side[name] = _longest([name, *named[pk]])

    def search_text(self, fact: Facts) -> str:
        """Everything by which a reader may look for the contact, casefolded."""
        words = [fact.place.casefold(), *(topic.casefold() for topic in fact.topics)]
        for side in fact.sides:
            words += self._of_side.get(side, [])
        for person in fact.people:
            words += self._of_person.get(person.key, [])
        return "\n".join(dict.fromkeys(word for word in words if word))


def _longest(texts: Iterable[str]) -> list[str]:
    """The names, casefolded, without those within another: whoever looks for a part finds it there."""
    names = sorted({text.casefold() for text in texts}, key=lambda name: (-len(name), name))
    kept: list[str] = []
    for name in names:
        if not any(name in longer for longer in kept):
            kept.append(name)
    return kept
