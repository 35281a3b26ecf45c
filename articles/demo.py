"""The demo collection: articles of our own writing below ``demo/``, handed over like anybody's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from articles import door
from articles.models import Article, Collection

SLUG = "demo"
_ENDINGS = {".txt", ".html"}


def load() -> int:
    """Hand over the demo articles that are not here yet; how many."""
    collection, _ = Collection.objects.get_or_create(slug=SLUG, defaults={"name": "Demo"})
    here = set(Article.objects.filter(collection=collection).values_list("file_name", flat=True))
    count = 0
    for path, meta in _articles(Path(settings.BASE_DIR) / "demo"):
        if path.name not in here:
            door.hand_over(
                path.name,
                path.read_bytes(),
                given={key: meta.get(key) for key in ("published", "outlet")},
                collection=collection,
                note=f"{meta.get('note', '')} {meta.get('facts_from', '')}".strip(),
            )
            count += 1
    return count


def remove() -> int:
    """Take the demo collection out again with all it said; how many articles."""
    collection = Collection.objects.filter(slug=SLUG).first()
    return door.remove_collection(collection) if collection else 0


def _articles(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for language in sorted(path for path in folder.iterdir() if path.is_dir()):
        meta_file = language / "meta.json"
        meta = json.loads(meta_file.read_text("utf-8")) if meta_file.exists() else {}
        for path in sorted(language.iterdir()):
            if path.suffix in _ENDINGS:
                yield path, meta.get(path.name, {})
