"""A contact that a person found in an article: a mention of its own, with the words marked in the text."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.models import Article, Evidence, Mention
from articles.review.carry import FIRST_KEPT_INDEX, first_free
from timeline.edtf import bounds


def write_by_hand(
    article: Article,
    fields: Mapping[str, Any],
    people: Sequence[Mapping[str, Any]],
    *,
    quote: str,
    start: int,
) -> Mention:
    """The row and its evidence; ``fields`` and ``people`` in the words of the ledger.

    ``article.text[start:start + len(quote)] == quote``, and the caller holds the article's row.
    """
    first, last = bounds(fields["date"]) or (None, None)
    there = list(article.mentions.values_list("index", "position"))
    mention = Mention.objects.create(
        article=article,
        index=first_free(index for index, _ in there if index >= FIRST_KEPT_INDEX),
        position=_free(start, {position for _, position in there}),
        reader=Mention.BY_HAND,
        kind=fields["kind"],
        status=fields["status"],
        date_edtf=fields["date"],
        earliest=first,
        latest=last,
        place=fields["place"],
        country=fields["country"],
        sides=list(fields["sides"]),
        participants=[
            {
                "name": person["name"],
                "as_written": person["name"],
                "side": person["side"],
                "role": person["title"] or None,
                "actor": person["actor"],
                "contact_role": person["role"],
            }
            for person in people
        ],
        topics=list(fields["topics"]),
        attribution=[],
        confidence=1.0,
    )
    Evidence.objects.create(
        mention=mention, field="trigger", start=start, end=start + len(quote), quote=quote
    )
    return mention


def _free(position: int, taken: set[int]) -> int:
    while position in taken:
        position += 1
    return position
