"""Who takes part: sides, the actors that speak for them, their names and offices."""

from django.db import models


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
