"""Serves one file of the installed plotly package as ``vendor/plotly.min.js``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

URL_PATH = "vendor/plotly.min.js"


class PlotlyFinder(BaseFinder):
    """Finds plotly.js where pip put it, so that no third-party code is committed."""

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        found = [str(settings.PLOTLY_JS)] if path == URL_PATH else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        storage = FileSystemStorage(location=Path(settings.PLOTLY_JS).parent)
        # collectstatic writes below the storage's prefix.
        storage.prefix = "vendor"  # type: ignore[attr-defined]
        yield Path(settings.PLOTLY_JS).name, storage
