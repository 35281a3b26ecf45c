"""The contacts between actors. How a contact was read is not known here: see its ``mentions``."""

from django.db import models

from timeline.models.actors import Actor, Side
from timeline.querysets import ContactQuerySet


class Kind(models.TextChoices):
    """What sort of contact (CAMEO 03/04, PLOVER CONSULT)."""

    MEETING = "meeting", "Meeting"
    VISIT = "visit", "Visit"
    CALL = "call", "Call"
    MESSAGE = "message", "Message"


class Status(models.TextChoices):
    """Whether it took place (PLOVER contexts)."""

    HELD = "held", "Held"
    PLANNED = "planned", "Planned"
    CANCELLED = "cancelled", "Cancelled"
    DENIED = "denied", "Denied"


class Review(models.TextChoices):
    """What a person decided of a contact as a whole; until then it is a machine's proposal."""

    UNREVIEWED = "unreviewed", "Unreviewed"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class Contact(models.Model):
    """One interaction between representatives of two or more sides, told by one or more mentions."""

    public_id = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=10, choices=Status)
    date_edtf = models.CharField(max_length=40, blank=True)
    earliest = models.DateField(null=True, blank=True, help_text="First possible day.")
    latest = models.DateField(null=True, blank=True, help_text="Last possible day.")
    place = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    sides = models.ManyToManyField(Side, related_name="contacts")
    actors = models.ManyToManyField(Actor, through="Participation", related_name="contacts")
    topics = models.JSONField(default=list, blank=True)
    confidence = models.FloatField(default=0.5)
    #: counted when mentions are merged, so that the list needs no join to say them
    article_count = models.PositiveIntegerField(default=0)
    origin_count = models.PositiveIntegerField(default=0)
    #: [{"name", "via", "articles", "copies"}], as merge.Origin; articles by the first digits of their hashes
    origins = models.JSONField(default=list, blank=True)
    #: fields on which the sources differ ("date", "place", "people", ...)
    conflicts = models.JSONField(default=list, blank=True)
    #: what follows from the decisions of people, written when mentions are merged
    review = models.CharField(max_length=10, choices=Review, default=Review.UNREVIEWED)
    #: fields that a person corrected, and those that became other ones since it was confirmed
    corrected = models.JSONField(default=list, blank=True)
    changed_since = models.JSONField(default=list, blank=True)
    by_hand = models.BooleanField(default=False, help_text="Only a person says so; no reader found it.")
    search_text = models.TextField(blank=True, help_text="Names, place, topics in all scripts, casefolded.")
    changed_at = models.DateTimeField(auto_now=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-earliest", "public_id"]
        indexes = [
            models.Index(fields=["latest", "earliest"]),
            models.Index(fields=["kind"]),
            models.Index(fields=["status"]),
            models.Index(fields=["review"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.date_edtf or 'undated'} ({self.public_id})"


class Participation(models.Model):
    """A person taking part in a contact. The date is copied from the contact for the timeline's lanes."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", "Participant"
        VISITOR = "visitor", "Visitor"
        HOST = "host", "Host"
        MEDIATOR = "mediator", "Mediator"
        HEAD = "head", "Head of delegation"

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="participations")
    side = models.ForeignKey(Side, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=12, choices=Role, default=Role.PARTICIPANT)
    title = models.CharField(max_length=250, blank=True, help_text="The office as a source names it.")
    earliest = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["contact", "id"]
        constraints = [
            models.UniqueConstraint(fields=["contact", "actor"], name="one_participation_per_actor")
        ]
        indexes = [models.Index(fields=["actor", "earliest", "contact"])]

    def __str__(self) -> str:
        return f"{self.actor} in {self.contact}"


class ContactRedirect(models.Model):
    """A public identifier that was, so that a link to a contact never dies."""

    old_public_id = models.CharField(max_length=16, unique=True)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="redirects")

    def __str__(self) -> str:
        return f"{self.old_public_id} -> {self.contact.public_id}"
