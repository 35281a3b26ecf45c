"""Contacts follow at once when somebody decides who is who.

Call these inside the transaction of the decision, after ``one_at_a_time``.
"""

import json
from collections.abc import Collection

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from articles.actors.meaning import meant
from articles.merging import merge_around
from articles.models import Mention
from articles.tellings import Tellings
from timeline.actors.identity import identities
from timeline.contact_rows import refresh_search_text
from timeline.models import Actor, Contact

#: rows changed in one query
_BATCH = 200


def follow(keys: Collection[str], organisations: Collection[str] = ()) -> None:
    """Merge anew what names these actors, or a side called like one of the organisations."""
    mentions = mentions_naming(keys, organisations).select_related("article").prefetch_related("evidence")
    known = identities()
    changed = [row for row in mentions if meant(row, known, named=_named(row))]
    concerned = {row.pk for row in changed}
    contacts = Contact.objects.filter(participations__actor__in=family(keys)).order_by()
    # Whom a person put into a contact stands in no mention.
    corrected = [pk for pk, fields in contacts.values_list("pk", "corrected") if "people" in fields]
    concerned |= set(Mention.objects.filter(contact__in=corrected).values_list("pk", flat=True))
    if concerned:
        before = Tellings(Mention.objects.filter(pk__in=concerned))
        Mention.objects.bulk_update(changed, ["participants", "sides", "as_read"], batch_size=_BATCH)
        merge_around(before, Tellings(Mention.objects.filter(pk__in=concerned)))
    refresh_search_text(contacts.distinct())


def mentions_naming(keys: Collection[str], organisations: Collection[str] = ()) -> QuerySet[Mention]:
    """The mentions that name one of the actors, as read or as decided.

    Looked for in the text of the JSON, which both databases write alike.
    """
    condition = Q(pk__in=[])
    for key in keys:
        condition |= _said("participants", f'"actor": {json.dumps(key)}')
    for name in organisations:
        for spelling in {json.dumps(name), json.dumps(name, ensure_ascii=False)}:
            condition |= _said("sides", spelling)
    rows = Mention.objects.annotate(
        said_participants=Cast("participants", TextField()),
        said_sides=Cast("sides", TextField()),
        said_as_read=Cast("as_read", TextField()),
    )
    return Mention.objects.filter(pk__in=rows.filter(condition).order_by().values("pk"))


def family(keys: Collection[str]) -> QuerySet[Actor]:
    """The actors, whom they are merged into, and who is merged into these."""
    own = Actor.objects.filter(key__in=keys)
    roots = {into or pk for pk, into in own.values_list("pk", "merged_into_id")}
    return Actor.objects.filter(Q(pk__in=roots) | Q(merged_into__in=roots) | Q(key__in=keys)).order_by()


def _said(field: str, words: str) -> Q:
    return Q(**{f"said_{field}__contains": words}) | Q(said_as_read__contains=words)


def _named(mention: Mention) -> set[str]:
    """The sides that the text names by themselves."""
    return {evidence.of for evidence in mention.evidence.all() if evidence.field == "side"}
