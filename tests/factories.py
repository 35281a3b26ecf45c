"""Small builders of rows for tests: give what the test is about, the rest is plausible.

hamas = make_side("Hamas")
marzouk = make_actor("Mousa Abu Marzouk", side="Hamas", aliases={"ru": ["Муса Абу Марзук"]})
contact = make_contact(date="2024-10-23", place="Moscow", people=[marzouk, "Mikhail Bogdanov"],
                       sides=["Hamas", "Russia"])
article = make_article(text="... bertemu ...", language="id", published=date(2024, 10, 24))
mention = make_mention(article, contact=contact, evidence=[("trigger", "bertemu")])
"""

import hashlib
import itertools
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article, Evidence, Mention, Outlet
from timeline.edtf import bounds
from timeline.models import Actor, Alias, Contact, Participation, Side

_number = itertools.count(1)


def make_side(name: str = "Hamas", **fields: Any) -> Side:
    """The side of that name, made when it is not there yet."""
    return Side.objects.get_or_create(name=name, defaults={"slug": slugify(name), **fields})[0]


def make_actor(
    name: str = "Mousa Abu Marzouk",
    *,
    side: Side | str | None = "Hamas",
    aliases: Mapping[str, Iterable[str]] | None = None,
    **fields: Any,
) -> Actor:
    """The actor of that name, made when it is not there yet; ``aliases`` maps a language to names."""
    if isinstance(side, str):
        side = make_side(side)
    actor, _ = Actor.objects.get_or_create(
        key=fields.pop("key", None) or slugify(name), defaults={"name": name, "side": side, **fields}
    )
    for language, names in (aliases or {}).items():
        for text in names:
            Alias.objects.get_or_create(actor=actor, language=language, text=text, kind=Alias.Kind.NAME)
    return actor


def make_contact(
    *,
    date: str | None = "2024-10-23",
    people: Iterable[Actor | str] = (),
    sides: Iterable[Side | str] = ("Hamas", "Russia"),
    **fields: Any,
) -> Contact:
    """A contact on an EDTF date; people are actors or names (of the first of ``sides``)."""
    sides = [make_side(side) if isinstance(side, str) else side for side in sides]
    first, last = bounds(date) or (None, None)
    values = {
        "public_id": f"c{next(_number):07d}",
        "kind": "meeting",
        "status": "held",
        "date_edtf": date or "",
        "earliest": first,
        "latest": last,
        "place": "Moscow",
        "country": "RU",
        "confidence": 0.8,
        "article_count": 1,
        "origin_count": 1,
    }
    contact = Contact.objects.create(**{**values, **fields})
    contact.sides.set(sides)
    actors = [
        make_actor(person, side=sides[0] if sides else None) if isinstance(person, str) else person
        for person in people
    ]
    for actor in actors:
        Participation.objects.create(contact=contact, actor=actor, side=actor.side, earliest=contact.earliest)
    if "search_text" not in fields:
        names = [actor.name for actor in actors]
        names += Alias.objects.filter(actor__in=actors).values_list("text", flat=True)
        words = [*names, *(side.name for side in sides), contact.place, *contact.topics]
        contact.search_text = " ".join(filter(None, words)).casefold()
        contact.save(update_fields=["search_text"])
    return contact


def make_outlet(name: str = "TASS", **fields: Any) -> Outlet:
    """The outlet of that name, made when it is not there yet."""
    return Outlet.objects.get_or_create(key=slugify(name), defaults={"name": name, **fields})[0]


def make_article(
    *,
    text: str = "Delegasi Hamas bertemu Mikhail Bogdanov di Moskow pada Rabu (23/10).",
    published: date | None = date(2024, 10, 24),
    outlet: Outlet | str | None = None,
    **fields: Any,
) -> Article:
    """An article that was read, its original kept; other states by ``state=``."""
    number = next(_number)
    raw = f"{text}\n{number}".encode()
    values: dict[str, Any] = {
        "file_name": f"article-{number:03d}.txt",
        "media_type": "text/plain",
        "sha256": hashlib.sha256(raw).hexdigest(),
        "state": Article.State.READ,
        "read_at": timezone.now(),
        "text": text,
        # One text is read once; articles of a test that share the default text are not meant as duplicates.
        "text_sha256": hashlib.sha256(raw).hexdigest(),
        "language": "id",
        "title": f"Article {number}",
        "published": published,
        "published_from": Article.Source.TEXT if published else Article.Source.UNKNOWN,
        "outlet": make_outlet(outlet) if isinstance(outlet, str) else outlet,
    }
    article = Article(**{**values, **fields})
    if not article.original:
        article.original.save("article.txt", ContentFile(raw), save=False)
    article.save()
    return article


def make_mention(
    article: Article,
    *,
    contact: Contact | None = None,
    evidence: Iterable[tuple[str, str]] = (),
    date: str | None = None,
    people: Iterable[str | Mapping[str, Any]] = (),
    **fields: Any,
) -> Mention:
    """What the article says of the contact; ``evidence`` is (field, words), the words standing in its text.

    Where a contact is given, the mention says the same as it.
    """
    edtf = date if date is not None else (contact.date_edtf if contact else "2024-10-23")
    first, last = bounds(edtf) or (None, None)
    participants = [_participant(person) for person in people]
    if contact and not participants:
        participants = [
            _participant(
                {"name": p.actor.name, "actor": p.actor.key, "side": p.side and p.side.name, "role": p.title}
            )
            for p in contact.participations.select_related("actor", "side")
        ]
    values: dict[str, Any] = {
        "index": article.mentions.count(),
        "position": article.mentions.count(),
        "contact": contact,
        "kind": contact.kind if contact else "meeting",
        "status": contact.status if contact else "held",
        "date_edtf": edtf or "",
        "earliest": first,
        "latest": last,
        "place": contact.place if contact else "Moscow",
        "country": contact.country if contact else "RU",
        "sides": [side.name for side in contact.sides.all()] if contact else ["Hamas", "Russia"],
        "participants": participants,
        "confidence": 0.8,
    }
    mention = Mention.objects.create(article=article, **{**values, **fields})
    for field, words in evidence:
        start = article.text.index(words)
        Evidence.objects.create(
            mention=mention, field=field, start=start, end=start + len(words), quote=words
        )
    return mention


def _participant(person: str | Mapping[str, Any]) -> dict[str, Any]:
    given = {"name": person} if isinstance(person, str) else dict(person)
    return {
        "as_written": given["name"],
        "side": None,
        "role": None,
        "actor": None,
        "contact_role": "participant",
        **given,
    }
