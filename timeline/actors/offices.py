"""Who held which office on the days of a contact."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from timeline.date_words import period_in_words
from timeline.edtf import bounds
from timeline.models import Contact, Role

#: offices shown of one person
MOST = 2


@dataclass(frozen=True, slots=True)
class Held:
    """An office as it was held at the time, with how long in words."""

    title: str
    organisation: str
    when: str


def offices_then(contact: Contact) -> dict[int, list[Held]]:
    """The offices that those taking part held on the days of the contact, by actor: one query.

    Only where both the day and the beginning or the end of the office are known: what lacks both is no news
    of *then*. An office without an end is taken to last, one without a beginning to have begun before.
    """
    if not (contact.earliest and contact.latest):
        return {}
    actors = [person.actor_id for person in contact.participations.all()]
    roles = Role.objects.filter(Q(actor__in=actors) | Q(actor__merged_into__in=actors))
    roles = roles.select_related("organisation", "actor").order_by("-since", "id")
    held: dict[int, list[Held]] = defaultdict(list)
    for role in roles:
        actor = role.actor.merged_into_id or role.actor_id
        if len(held[actor]) < MOST and was_held(role, contact.earliest, contact.latest):
            organisation = role.organisation.name if role.organisation else ""
            shown = "" if organisation and organisation in role.title else organisation
            held[actor].append(Held(role.title, shown, period_in_words(role.since, role.until)))
    return {actor: offices for actor, offices in held.items() if offices}


def was_held(role: Role, first: date, last: date) -> bool:
    """Whether the office was held on some of these days, as far as its dates tell."""
    since, until = _edge(role.since, 0), _edge(role.until, 1)
    if not (since or until):
        return False
    return (since or first) <= last and (until or last) >= first


def _edge(edtf: str, which: int) -> date | None:
    days = bounds(edtf) if edtf else None
    return days[which] if days else None
