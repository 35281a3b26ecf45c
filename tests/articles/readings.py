"""What the engine might have read, for tests of what becomes of it."""

import uuid
from datetime import date

from articles import extraction, ingest
from articles.models import Article
from timeline.edtf import bounds

SIDE_OF = {
    "Sergey Lavrov": "Russia",
    "Mikhail Bogdanov": "Russia",
    "Mousa Abu Marzouk": "Hamas",
    "Khaled Mashal": "Hamas",
}


def reading(
    trigger: str = "met",
    *,
    text: str,
    date: str | None = "2024-10-23",
    people: tuple[str, ...] = ("Mousa Abu Marzouk", "Mikhail Bogdanov"),
    sides: tuple[str, ...] = ("Hamas", "Russia"),
    kind: str = "meeting",
    status: str = "held",
    place: str | None = "Moscow",
    **fields,
) -> extraction.Mention:
    """A mention whose trigger stands in the text."""
    start = text.index(trigger)
    first, last = bounds(date) or (None, None)
    return extraction.Mention(
        kind=kind,
        status=status,
        date=date,
        earliest=first,
        latest=last,
        place=place,
        country="RU" if place == "Moscow" else None,
        sides=sides,
        participants=tuple(
            extraction.Participant(name=name, as_written=name, side=SIDE_OF.get(name)) for name in people
        ),
        evidence=(extraction.Evidence("trigger", start, start + len(trigger), trigger),),
        **fields,
    )


def claimed(article: Article) -> uuid.UUID:
    """Claim the article as a worker would."""
    token = uuid.uuid4()
    Article.objects.filter(pk=article.pk).update(state=Article.State.READING, claim=token)
    return token


def store(
    article: Article, *mentions: extraction.Mention, published: date | None = date(2024, 10, 24), **document
):
    """Store a reading of the article's own text."""
    paper = extraction.Document(text=article.text, published=published, published_from="text", **document)
    ingest.store(article, paper, mentions, claim=claimed(article))
