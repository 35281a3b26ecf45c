"""An article, its place in the queue, and what it says of contacts."""

import uuid

from django.conf import settings
from django.db import models

from timeline.models import Contact, Kind, Status


class Outlet(models.Model):
    """A newspaper, agency, broadcaster or official site."""

    key = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2, blank=True)
    domain = models.CharField(max_length=200, blank=True)
    aliases = models.JSONField(default=dict, blank=True, help_text="Language code to list of names.")
    edited_by_hand = models.BooleanField(
        default=False, help_text="Loading the registry again leaves this row alone."
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Collection(models.Model):
    """Articles that came together and can be removed together, such as the demo."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One document handed over. The row itself is the queue of record: see ``state``, ``lease_until``, ``claim``."""

    class State(models.TextChoices):
        RECEIVED = "received", "Waiting"
        READING = "reading", "Being read"
        READ = "read", "Read"
        DUPLICATE = "duplicate", "Duplicate"
        FAILED = "failed", "Failed"
        QUARANTINED = "quarantined", "Set aside after three attempts"

    class Source(models.TextChoices):
        """Where a piece of metadata comes from; the command line prints the same words."""

        GIVEN = "given", "given at upload"
        TEXT = "text", "found in the text"
        PAGE = "page", "from the page's metadata"
        FILE = "file", "from the file's properties"
        UNKNOWN = "unknown", "not known"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    collection = models.ForeignKey(
        Collection, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles"
    )
    contributor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles"
    )
    #: what was handed over: the original bytes, kept as they came, under a name of our own
    file_name = models.CharField(
        max_length=255, help_text="As the contributor called it; never used as a path."
    )
    media_type = models.CharField(max_length=100, blank=True)
    original = models.FileField(upload_to="%Y/%m/", max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Of the original bytes.")

    #: the queue
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    reason = models.TextField(blank=True, help_text="Why it failed, as one sentence.")
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="duplicates"
    )

    #: what stands in it; ``text`` is normalised once and never changed, evidence offsets point into it
    text = models.TextField(blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    language = models.CharField(max_length=8, blank=True, help_text="ISO 639-1.")
    title = models.CharField(max_length=500, blank=True)
    opening = models.CharField(
        max_length=120,
        blank=True,
        editable=False,
        help_text="Its first words: what it is called where it has no headline.",
    )
    sketch = models.BinaryField(
        default=b"", editable=False, help_text="By which nearly the same text is known again."
    )
    published = models.DateField(null=True, blank=True)
    published_from = models.CharField(max_length=10, choices=Source, default=Source.UNKNOWN)
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.SET_NULL, related_name="articles"
    )
    outlet_name = models.CharField(max_length=200, blank=True)
    outlet_from = models.CharField(max_length=10, choices=Source, default=Source.UNKNOWN)
    url = models.URLField(max_length=2000, blank=True)
    #: where the text shows title, published, outlet: {"published": [start, end]}
    shown = models.JSONField(default=dict, blank=True)
    #: what was given at upload or corrected by a person: wins over what is found, and survives reading again
    given = models.JSONField(default=dict, blank=True)
    note = models.TextField(
        blank=True, help_text="Such as the public report that a demo article's facts come from."
    )

    class Meta:
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(fields=["state", "lease_until"]),
            models.Index(fields=["published"]),
        ]
        constraints = [
            # Of two copies read at the same moment by two workers, exactly one becomes the article.
            models.UniqueConstraint(
                fields=["text_sha256"],
                condition=models.Q(state="read") & ~models.Q(text_sha256=""),
                name="one_reading_per_text",
            )
        ]

    def __str__(self) -> str:
        return self.title or self.opening or self.file_name


class Mention(models.Model):
    """What one article says of one contact (ACE event mention)."""

    #: the reader of a mention that a person wrote
    BY_HAND = "person"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="mentions")
    index = models.PositiveIntegerField(
        help_text="Place among the article's mentions, as `extract --json` prints them."
    )
    position = models.PositiveIntegerField(
        default=0, help_text="Where in the text its first trigger word stands; no two of an article alike."
    )
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="mentions"
    )
    reader = models.CharField(max_length=40, default="rules", help_text="Which reader wrote it.")
    no_longer_found = models.BooleanField(
        default=False, help_text="Kept for a decision made on it; the last reading did not find it."
    )
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=10, choices=Status)
    date_edtf = models.CharField(max_length=40, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    sides = models.JSONField(default=list)
    #: [{"name", "as_written", "side", "role", "actor", "contact_role"}], as extraction.Participant; and "decided"
    #: where a person said who somebody is whom no registry holds
    participants = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    attribution = models.JSONField(default=list)
    confidence = models.FloatField(default=0.5)
    doubts = models.JSONField(default=list)
    #: {"participants", "sides"} as the reader has them, where people decided that somebody is somebody else
    as_read = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["article", "index"]
        constraints = [models.UniqueConstraint(fields=["article", "index"], name="one_mention_per_index")]
        indexes = [models.Index(fields=["earliest", "latest"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.date_edtf or 'undated'} in {self.article}"


class Preview(models.Model):
    """What reading everything again would change, asked for by a person and answered by a worker."""

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    #: how many articles there are to read, and how many were read so far
    articles = models.PositiveIntegerField(default=0)
    so_far = models.PositiveIntegerField(default=0)
    #: as ``preview_words.in_words`` gives it
    answer = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True, help_text="Why there is no answer, as one sentence.")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Preview of {self.asked_at:%Y-%m-%d %H:%M}"


class Evidence(models.Model):
    """The words of the article that say one field: ``article.text[start:end] == quote`` (W3C Web Annotation)."""

    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="evidence")
    field = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    derivation = models.CharField(max_length=300, blank=True)
    of = models.CharField(max_length=200, blank=True, help_text="The participant or side the words speak of.")

    class Meta:
        ordering = ["mention", "start", "id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{self.field}: {self.quote}"
