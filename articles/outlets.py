"""The outlets that come with the project: ``articles/registry/outlets.json``."""

import json
from pathlib import Path

from articles.models import Outlet
from timeline.registry import RegistryDataError, when_changed

FILE = Path(__file__).parent / "registry" / "outlets.json"


def load(path: Path = FILE, *, force: bool = False) -> bool:
    """Load the outlets, leaving alone those edited by hand; False when the file is the one loaded last."""
    with when_changed(path, force=force) as content:
        if content is None:
            return False
        by_hand = set(Outlet.objects.filter(edited_by_hand=True).values_list("key", flat=True))
        rows = []
        for number, entry in enumerate(json.loads(content), 1):
            if missing := {"id", "name"} - entry.keys():
                name = entry.get("id", f"entry {number}")
                raise RegistryDataError(f"{path.name}: {name} lacks {', '.join(sorted(missing))}")
            if entry["id"] not in by_hand:
                rows.append(
                    Outlet(
                        key=entry["id"],
                        name=entry["name"],
                        kind=entry.get("kind") or "",
                        country=entry.get("country") or "",
                        domain=entry.get("domain") or "",
                        aliases=entry.get("aliases") or {},
                    )
                )
        Outlet.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["name", "kind", "country", "domain", "aliases"],
        )
    return True
