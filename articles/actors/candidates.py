"""People found in articles and not on the list, with the sentences they were found in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from articles.models import Mention
from timeline.actor_profile import FoundIn, sentence_around
from timeline.actors.picking import alike
from timeline.actors.subjects import Subject, subjects
from timeline.evidence import article_url
from timeline.models import Actor, Participation, Review

#: sentences and titles of one candidate
MOST_SENTENCES, MOST_TITLES = 3, 3
#: contacts of a candidate that are looked at for them
_CONTACTS = 4


@dataclass
class Card:
    """All that somebody needs to decide on a candidate."""

    subject: Subject
    contacts: int = 0
    sentences: list[FoundIn] = field(default_factory=list)
    #: what articles call the person: "deputy head of mission"
    titles: list[str] = field(default_factory=list)
    alike: list[Actor] = field(default_factory=list)


def waiting() -> QuerySet[Actor]:
    """The candidates who are named in some contact, those in the most contacts first."""
    candidates = Actor.objects.filter(standing=Actor.Standing.CANDIDATE, merged_into=None)
    standing = ~Q(participations__contact__review=Review.REJECTED)
    counted = candidates.annotate(contact_count=Count("participations", filter=standing))
    counted = counted.filter(contact_count__gt=0)
    return counted.order_by("-contact_count", Lower("name"), "pk")


def cards(candidates: QuerySet[Actor], *, sentences: int = MOST_SENTENCES) -> list[Card]:
    """The candidates with what is known of them: a fixed number of queries for however many."""
    found = subjects(candidates)
    told = _told(found)
    suggested = alike([it.actor.name for it in found])
    return [_card(it, told.get(it.actor.key, []), suggested[it.actor.name], sentences) for it in found]


def _told(found: Sequence[Subject]) -> dict[str, list[Mention]]:
    """Some mentions of each, by its key."""
    contacts: dict[int, list[int]] = defaultdict(list)
    rows = Participation.objects.filter(actor__in=[it.actor.pk for it in found])
    for actor, contact in rows.order_by("-earliest", "pk").values_list("actor_id", "contact_id"):
        if len(contacts[actor]) < _CONTACTS:
            contacts[actor].append(contact)
    mentions = (
        Mention.objects.filter(contact__in={pk for pks in contacts.values() for pk in pks})
        .select_related("article__outlet")
        .defer("article__sketch")
        .prefetch_related("evidence")
        .order_by("-article__published", "article", "index")
    )
    told: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in {entry.get("actor") for entry in mention.participants}:
            told[key or ""].append(mention)
    return told


def _card(it: Subject, mentions: Iterable[Mention], alike: list[Actor], most: int) -> Card:
    card = Card(it, contacts=getattr(it.actor, "contact_count", 0), alike=alike)
    titles: Counter[str] = Counter()
    for mention in mentions:
        entries = [entry for entry in mention.participants if entry.get("actor") == it.actor.key]
        titles.update(entry["role"] for entry in entries if entry.get("role"))
        if len(card.sentences) < most:
            card.sentences += _sentences(mention, {entry.get("name") for entry in entries})[:1]
    card.titles = [title for title, _ in titles.most_common(MOST_TITLES)]
    return card


def _sentences(mention: Mention, names: set[str | None]) -> list[FoundIn]:
    """Where the mention names somebody."""
    return [
        FoundIn(
            *sentence_around(mention.article.text, evidence.start, evidence.end),
            url=article_url(mention, evidence),
            article=mention.article,
        )
        for evidence in mention.evidence.all()
        if evidence.field == "participant" and evidence.of in names
    ]
