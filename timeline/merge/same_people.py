"""One contact's people once each, though its sources spell those whom no list holds in different scripts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.merge.spelling import may_be_same
from timeline.merge.telling import Person, Telling


def same_people_once(told: Sequence[Telling]) -> list[Telling]:
    """The mentions, with one key for each person whom several of them name in different spellings."""
    if not any(telling.unlisted for telling in told):
        return list(told)
    keys = _common_keys(told)
    return [_renamed(telling, keys) for telling in told] if keys else list(told)


def _common_keys(told: Sequence[Telling]) -> dict[str, str]:
    """For each key that gives way the key that stays: a listed person's, else the one that most name."""
    counts = Counter(person.key for telling in told for person in telling.people)
    people = {person.key: person for telling in told for person in telling.people}
    ranked = sorted(people.values(), key=lambda p: (not p.listed, -counts[p.key], p.key))
    keys: dict[str, str] = {}
    staying: list[Person] = []
    for person in ranked:
        alike = [other for other in staying if not person.listed and may_be_same(person, other)]
        # Of two who may be meant neither is.
        if len(alike) == 1:
            keys[person.key] = alike[0].key
        else:
            staying.append(person)
    return keys


def _renamed(telling: Telling, keys: dict[str, str]) -> Telling:
    if not any(person.key in keys for person in telling.people):
        return telling
    once: dict[str, Person] = {}
    for person in telling.people:
        key = keys.get(person.key, person.key)
        once.setdefault(key, replace(person, key=key))
    return replace(telling, people=tuple(once.values()))
