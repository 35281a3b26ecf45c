"""What belongs to a contact: the meetings of a visit, and what went before and after with the same people."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from timeline.models import Contact, Kind, Participation
from timeline.querysets import ContactQuerySet
from timeline.visits import AFTER_ARRIVAL, LONGEST, bond

MOST = 12


@dataclass(slots=True)
class Related:
    """``parts`` are a visit's meetings, or a meeting's visit; ``same`` says what the neighbours share."""

    parts: list[Contact] = field(default_factory=list)
    #: those that may be
    perhaps: list[Contact] = field(default_factory=list)
    previous: Contact | None = None
    next: Contact | None = None
    same: str = "people"

    def __bool__(self) -> bool:
        return bool(self.parts or self.perhaps or self.previous or self.next)


def related_to(contact: Contact) -> Related:
    """What belongs to a contact with prefetched people and sides: at most six queries."""
    if not (contact.earliest and contact.latest):
        return Related()
    candidates = _candidates(contact)
    line, same = _line(contact)
    line = line.exclude(pk__in=[contact.pk, *candidates]).filter(earliest__isnull=False)
    before = Q(earliest__lt=contact.earliest) | Q(earliest=contact.earliest, public_id__lt=contact.public_id)
    previous = line.filter(before).order_by("-earliest", "-public_id").values_list("pk", flat=True).first()
    following = line.exclude(before).order_by("earliest", "public_id").values_list("pk", flat=True).first()
    wanted = [pk for pk in (*candidates, previous, following) if pk]
    found = {row.pk: row for row in Contact.objects.for_timeline().filter(pk__in=wanted)} if wanted else {}
    bonds = {pk: _bond(contact, found[pk]) for pk in candidates if pk in found}
    surely = [found[pk] for pk, tie in bonds.items() if tie == "surely"]
    perhaps = [found[pk] for pk, tie in bonds.items() if tie == "perhaps"]
    if contact.kind != Kind.VISIT and len(surely) > 1:
        # Of two visits on one day a meeting is part of one at most.
        surely, perhaps = [], surely + perhaps
    return Related(
        parts=surely[:MOST],
        perhaps=perhaps[:MOST],
        previous=found.get(previous),
        next=found.get(following),
        same=same,
    )


def _bond(contact: Contact, other: Contact) -> str | None:
    return bond(contact, other) if contact.kind == Kind.VISIT else bond(other, contact)


def _candidates(contact: Contact) -> list[int]:
    """Of a visit the meetings of its sides in those days; of a meeting the visits that it may be part of."""
    assert contact.earliest
    assert contact.latest
    sides = [side.pk for side in contact.sides.all()]
    if contact.latest - contact.earliest > LONGEST or len(sides) < 2:
        return []
    if contact.kind == Kind.VISIT:
        days, kind = (contact.earliest, contact.latest + AFTER_ARRIVAL), Kind.MEETING
    elif contact.kind == Kind.MEETING:
        days, kind = (contact.earliest - AFTER_ARRIVAL, contact.latest), Kind.VISIT
    else:
        return []
    others = Contact.objects.standing().between(*days).filter(kind=kind)
    if contact.country:
        others = others.filter(country__in=["", contact.country])
    shared = others.annotate(shared=Count("sides", filter=Q(sides__in=sides))).filter(shared__gte=2)
    rows = shared.order_by("earliest", "public_id").values_list("pk", "earliest", "latest")
    return [pk for pk, first, last in rows[: MOST * 4] if last - first <= LONGEST]


def _line(contact: Contact) -> tuple[ContactQuerySet, str]:
    """Contacts of at least two of the same people, or of the same sides where fewer are named."""
    people = [person.actor_id for person in contact.participations.all()]
    contacts = Contact.objects.standing()
    if len(people) >= 2:
        theirs = Participation.objects.filter(actor__in=people).order_by().values("contact")
        together = theirs.annotate(shared=Count("pk")).filter(shared__gte=2).values("contact")
        return contacts.filter(pk__in=together), "people"
    return contacts.of_sides([side.slug for side in contact.sides.all()], match="all"), "sides"
