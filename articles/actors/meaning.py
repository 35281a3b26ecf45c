"""Whom a mention means: what its reader found, as people decided who is who."""

from collections.abc import Iterable

from articles.models import Mention
from timeline.actors.identity import Identities, Key


def meant(mention: Mention, known: Identities, *, key: Key | None = None, named: Iterable[str] = ()) -> bool:
    """Let the row, its article at hand, name the people it means; whether that changed it. Writes nothing.

    ``named`` are the sides that the text names by themselves; ``key`` is where decisions hold on to the mention,
    if that is not where it stands.
    """
    read = mention.as_read or {"participants": mention.participants, "sides": mention.sides}
    at = key or (mention.article.text_sha256, mention.position)
    people, sides = known.applied(at, read["participants"], read["sides"], named=named)
    differs = people != read["participants"] or sides != read["sides"]
    now = (people, sides, read if differs else {})
    if now == (mention.participants, mention.sides, mention.as_read):
        return False
    mention.participants, mention.sides, mention.as_read = now
    return True
