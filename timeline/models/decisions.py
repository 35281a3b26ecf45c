"""What people decided of contacts and actors."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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
