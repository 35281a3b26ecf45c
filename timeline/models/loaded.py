"""What was loaded from the data files of the registry."""

from django.db import models


class LoadedFile(models.Model):
    """Which state of a data file was loaded last, so that an unchanged file costs a start nothing."""

    name = models.CharField(max_length=100, unique=True)
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name
