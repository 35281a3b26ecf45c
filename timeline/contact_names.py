"""The rows behind the names of contacts' sides and people, and the words by which a contact is found."""

from collections import defaultdict
from collections.abc import Iterable

from timeline.merge import MergedContact
from timeline.models import Actor, Alias, Side


class Names:
    """Sides by name and actors by key, for some contacts; with all their names in all scripts."""

    def __init__(self, facts: Iterable[MergedContact]) -> None:
        facts = list(facts)
        sides = {side for fact in facts for side in fact.sides}
        sides |= {person.side for fact in facts for person in fact.people if person.side}
        keys = {person.key for fact in facts for person in fact.people}
        self.sides = dict(Side.objects.filter(name__in=sides).values_list("name", "pk"))
        #: the side itself as an actor carries the side's names in other scripts
        actors = list(Actor.objects.filter(key__in=keys).values_list("key", "pk", "name"))
        of_sides = list(Actor.objects.filter(side__name__in=sides).exclude(kind=Actor.Kind.PERSON))
        self.actors = {key: pk for key, pk, _ in actors}
        named: dict[int, list[str]] = defaultdict(list)
        pks = [*self.actors.values(), *(actor.pk for actor in of_sides)]
        listed = Alias.objects.filter(actor__in=pks, kind__in=[Alias.Kind.NAME, Alias.Kind.SHORT])
        for pk, text in listed.values_list("actor_id", "text"):
            named[pk].append(text)
        self._of_person = {key: _longest([name, *named[pk]]) for key, pk, name in actors}
        self._of_side = {side: [side.casefold()] for side in sides}
        for actor in of_sides:
            if actor.name in sides:
                self._of_side[actor.name] = _longest([actor.name, *named[actor.pk]])

    def search_text(self, fact: MergedContact) -> str:
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
