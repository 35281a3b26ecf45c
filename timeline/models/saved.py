"""Filters with a name."""

from django.db import models


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
