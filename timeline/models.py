"""Actors, and the contacts between them. How a contact was read is not known here: see its ``mentions``."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from timeline.querysets import ContactQuerySet


class Side(models.Model):
    """A political side that actors speak for (CAMEO actor roll-up): "Hamas", "Russia"."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Actor(models.Model):
    """A person or an organisation, known from the registry or found in an article."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        STATE = "state", "State"
        MOVEMENT = "movement", "Movement"
        FACTION = "faction", "Faction"
        MINISTRY = "ministry", "Ministry"
        PARLIAMENT = "parliament", "Parliament"
        ORGANISATION = "organisation", "Organisation"

    class Standing(models.TextChoices):
        LISTED = "listed", "On the list"
        CANDIDATE = "candidate", "Found in an article, not reviewed"
        DISMISSED = "dismissed", "Dismissed: nobody to be listed"

    key = models.SlugField(max_length=120, unique=True, help_text="Stable key, as in the registry.")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.PERSON)
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.LISTED)
    side = models.ForeignKey(Side, null=True, blank=True, on_delete=models.SET_NULL, related_name="actors")
    country = models.CharField(max_length=2, blank=True)
    died = models.CharField(max_length=20, blank=True, help_text="EDTF date.")
    edited_by_hand = models.BooleanField(
        default=False, help_text="Loading the registry again leaves this row alone."
    )
    #: never somebody who is merged himself: whoever merges, merges all of them
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="absorbed", editable=False
    )
    revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="Goes up with every change of row, names or offices."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Alias(models.Model):
    """A name of an actor in one language and script."""

    class Kind(models.TextChoices):
        NAME = "name", "Name"
        SHORT = "short", "Short form"
        DEMONYM = "demonym", "Adjective or demonym"
        METONYM = "metonym", "Place that stands for it"

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="aliases")
    language = models.CharField(max_length=8, help_text="ISO 639-1.")
    text = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NAME)
    from_registry = models.BooleanField(default=False)

    class Meta:
        ordering = ["actor", "language", "id"]
        verbose_name_plural = "aliases"
        constraints = [
            models.UniqueConstraint(fields=["actor", "language", "text", "kind"], name="one_alias_per_actor")
        ]

    def __str__(self) -> str:
        return self.text


class Role(models.Model):
    """An office somebody held, with EDTF first and last day where known."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="roles")
    title = models.CharField(max_length=250)
    organisation = models.ForeignKey(
        Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="officers"
    )
    since = models.CharField(max_length=20, blank=True)
    until = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["actor", "since", "id"]

    def __str__(self) -> str:
        return self.title


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


class Decision(models.Model):
    """What a person decided, kept for ever; undone ones stay, and count no more.

    It holds on to mentions (or actors) by their keys, never to a contact: contacts are derived from mentions
    and decisions, and come out the same whatever was read before or after.
    """

    class Verb(models.TextChoices):
        CONFIRM = "confirm", "Confirmed"
        REJECT = "reject", "Rejected"
        CORRECT = "correct", "Corrected"
        MERGE = "merge", "Merged"
        SPLIT = "split", "Split"
        ADD = "add", "Added by hand"
        NOTE = "note", "Note"
        # of actors
        ACCEPT = "accept", "Put on the list"
        ATTACH = "attach", "Taken for somebody on the list"
        DISMISS = "dismiss", "Dismissed"
        EDIT = "edit", "Edited"
        JOIN = "join", "Merged with another actor"
        PART = "part", "Told apart from another actor"

    verb = models.CharField(max_length=20, choices=Verb)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions"
    )
    author_name = models.CharField(max_length=150, blank=True, help_text="Stays when the account goes.")
    made_at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True, help_text="Why, in the person's own words; or the note itself.")
    #: the fields as the person saw them and as decided, by name: {"date": "2024-10-26"}
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    undone_by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["id"]  # the order in which they were made: later ones win

    def __str__(self) -> str:
        return f"{self.get_verb_display()} by {self.author_name or 'somebody'}"


class Anchor(models.Model):
    """What a decision holds on to: a mention, by its article's text and its place in it, or an actor by its key."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="anchors")
    text_sha256 = models.CharField(max_length=64, blank=True)
    position = models.PositiveIntegerField(default=0)
    actor_key = models.CharField(max_length=120, blank=True)
    part = models.PositiveSmallIntegerField(
        default=0, help_text="Mentions of one part belong together; of two parts, apart."
    )

    class Meta:
        ordering = ["decision", "id"]
        indexes = [
            models.Index(fields=["text_sha256", "position"]),
            models.Index(fields=["actor_key"]),
        ]

    def __str__(self) -> str:
        return self.actor_key or f"{self.text_sha256[:12]} {self.position}"


class ShownViews(models.Manager["SavedView"]):
    """The views that nobody removed."""

    def get_queryset(self) -> models.QuerySet["SavedView"]:
        return super().get_queryset().filter(removed_at=None)


class SavedView(models.Model):
    """A filter with a name: a query string of the timeline page.

    A view that was removed stays as a row, so that it can be brought back and no registry brings it back.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    query = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    is_default = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ShownViews()
    with_removed = models.Manager["SavedView"]()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class LoadedFile(models.Model):
    """Which state of a data file was loaded last, so that an unchanged file costs a start nothing."""

    name = models.CharField(max_length=100, unique=True)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name
