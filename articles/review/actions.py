"""What a person decides: written to the ledger, and the contacts concerned merged anew in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.merging import merge_around, one_at_a_time
from articles.models import Article, Mention
from articles.tellings import Tellings, mentions_at
from timeline.models import Anchor, Contact, Decision, Review
from timeline.review.ledger import Entry, history_on, seen, version_of
from timeline.review.rulings import Key

Verb = Decision.Verb
#: verbs by which mentions hold together, so that what was put together before them cannot be undone under them
_LINKING = (Verb.CONFIRM, Verb.REJECT, Verb.MERGE, Verb.SPLIT)


class Refused(Exception):
    """The decision cannot be made; the message is a sentence for the person."""


class ChangedMeanwhile(Exception):
    """The contact is no longer what the person saw; ``now`` is None where it is gone."""

    def __init__(self, now: "Subject | None") -> None:
        super().__init__("Changed meanwhile.")
        self.now = now


@dataclass(frozen=True)
class Subject:
    """A contact as it is now, with the mentions that tell it and all that was decided of it."""

    contact: Contact
    keys: frozenset[Key]
    history: list[Entry] = field(default_factory=list)

    @property
    def version(self) -> str:
        return version_of(self.contact, self.keys, self.history)


def subject(public_id: str) -> Subject | None:
    """The contact of that public identifier; None where no contact has it (any more)."""
    contact = Contact.objects.for_timeline().filter(public_id=public_id).first()
    if not contact:
        return None
    keys = frozenset(Mention.objects.filter(contact=contact).values_list("article__text_sha256", "position"))
    return Subject(contact, keys, history_on(keys))


def confirm(public_id: str, version: str, by: User, *, reason: str = "") -> Decision:
    """The contact is right as it stands; its mentions stay together from now on."""
    with _deciding((public_id, version)) as (it,):
        return _decide(Verb.CONFIRM, by, reason, [it.keys], before=seen(it.contact))


def reject(public_id: str, version: str, by: User, *, reason: str = "") -> Decision:
    """These mentions are no contact; no other mention is put with them from now on."""
    with _deciding((public_id, version)) as (it,):
        return _decide(Verb.REJECT, by, reason, [it.keys], before=seen(it.contact))


def correct(
    public_id: str, version: str, by: User, changes: Mapping[str, Any], *, reason: str = ""
) -> Decision:
    """Fields of the contact as they should be, by the names of the ledger; raises Refused where none differs."""
    with _deciding((public_id, version)) as (it,):
        now = seen(it.contact)
        after = {name: value for name, value in changes.items() if now[name] != value}
        if not after:
            raise Refused("Nothing was changed.")
        before = {name: now[name] for name in after}
        return _decide(Verb.CORRECT, by, reason, [it.keys], before=before, after=after)


def merge(one: tuple[str, str], other: tuple[str, str], by: User, *, reason: str = "") -> Decision:
    """Two contacts, each by public identifier and version, are one."""
    with _deciding(one, other) as (it, that):
        if it.contact == that.contact:
            raise Refused("A contact cannot be merged with itself.")
        if Review.REJECTED in (it.contact.review, that.contact.review):
            raise Refused("One of the two is rejected: undo that first.")
        before = {"contacts": [_named(it), _named(that)]}
        return _decide(Verb.MERGE, by, reason, [it.keys | that.keys], before=before)


def split(public_id: str, version: str, by: User, apart: Iterable[Key], *, reason: str = "") -> Decision:
    """The mentions with the keys ``apart`` tell another contact than the rest of them."""
    with _deciding((public_id, version)) as (it,):
        taken = it.keys & set(apart)
        if not taken or taken == it.keys:
            raise Refused("Choose some of the sources, and leave at least one.")
        return _decide(Verb.SPLIT, by, reason, [it.keys - taken, taken], before={"contacts": [_named(it)]})


def note(public_id: str, version: str, by: User, *, reason: str) -> Decision:
    """Words for the next person who looks at the contact."""
    if not reason.strip():
        raise Refused("The note is empty.")
    with _deciding((public_id, version)) as (it,):
        return _record(Verb.NOTE, by, reason, [it.keys])


def undo(number: int, by: User) -> Decision:
    """Let a decision count no more; raises Refused where later ones rest on it."""
    with transaction.atomic():
        one_at_a_time()
        decision = Decision.objects.filter(pk=number).first()
        if not decision or not decision.anchors.filter(actor_key="").exists():
            raise Refused("There is no such decision.")
        if decision.undone_at:
            raise Refused(f"{decision.undone_by_name or 'Somebody'} has undone this already.")
        keys = set(decision.anchors.values_list("text_sha256", "position"))
        if later := _resting_on(decision, keys):
            raise Refused(f"Later decisions rest on this one; undo them first: {', '.join(map(str, later))}.")
        decision.undone_at = timezone.now()
        decision.undone_by, decision.undone_by_name = by, by.get_username()
        decision.save(update_fields=["undone_at", "undone_by", "undone_by_name"])
        before = _around(keys)
        if decision.verb == Verb.ADD:
            mentions_at(keys).filter(reader=Mention.BY_HAND).delete()
        merge_around(before, _around(keys, before))
        return decision


def add(mention: Mention, by: User, *, reason: str = "") -> Decision:
    """Take in a mention that a person wrote: call it with the row just stored, under ``deciding_on``."""
    key = (mention.article.text_sha256, mention.position)
    decision = _record(
        Verb.ADD, by, reason, [frozenset([key])], after={"article": str(mention.article)[:200]}
    )
    merge_around(Tellings(), Tellings.of([mention]))
    return decision


@contextmanager
def deciding_on(article: Article, text_sha256: str) -> Iterator[Article]:
    """The article's row for writing, if its text is still the one that the person marked words in."""
    with transaction.atomic():
        one_at_a_time()
        now = Article.objects.select_related("outlet").filter(pk=article.pk).first()
        if not now or now.text_sha256 != text_sha256 or now.state != Article.State.READ:
            raise ChangedMeanwhile(None)
        yield now


@contextmanager
def _deciding(*wanted: tuple[str, str]) -> Iterator[list[Subject]]:
    """The contacts as they were seen, while nobody else can change them."""
    with transaction.atomic():
        one_at_a_time()
        found = []
        for public_id, version in wanted:
            now = subject(public_id)
            if not now or now.version != version:
                raise ChangedMeanwhile(now)
            if not now.keys:
                raise Refused("No article tells this contact, so there is nothing to decide on.")
            found.append(now)
        yield found


def _decide(
    verb: str,
    by: User,
    reason: str,
    parts: Sequence[Iterable[Key]],
    **values: Mapping[str, Any],
) -> Decision:
    decision = _record(verb, by, reason, parts, **values)
    around = _around(key for part in parts for key in part)
    merge_around(around, around)
    return decision


def _record(
    verb: str,
    by: User,
    reason: str,
    parts: Sequence[Iterable[Key]],
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Decision:
    decision = Decision.objects.create(
        verb=verb,
        author=by,
        author_name=by.get_username(),
        reason=reason.strip(),
        before=before or {},
        after=after or {},
    )
    Anchor.objects.bulk_create(
        Anchor(decision=decision, text_sha256=text, position=position, part=number)
        for number, part in enumerate(parts)
        for text, position in sorted(part)
    )
    return decision


def _around(keys: Iterable[Key], former: Tellings | None = None) -> Tellings:
    """The mentions with these keys (or still there of the former ones), and all of their contacts."""
    tellings = Tellings(mentions_at(keys))
    contacts = {*tellings.contact_of.values(), *(former.contact_of.values() if former else ())} - {None}
    tellings.take(Tellings(Mention.objects.filter(contact__in=contacts)))
    return tellings


def _resting_on(decision: Decision, keys: set[Key]) -> list[Decision]:
    """Decisions made later that hold together, or apart, what this one did."""
    if decision.verb not in (Verb.MERGE, Verb.SPLIT, Verb.ADD):
        return []
    later = Anchor.objects.filter(
        decision__pk__gt=decision.pk,
        decision__undone_at=None,
        decision__verb__in=_LINKING,
        text_sha256__in={text for text, _ in keys},
    ).select_related("decision")
    found = {a.decision for a in later.order_by() if (a.text_sha256, a.position) in keys}
    return sorted(found, key=lambda row: row.pk)


def _named(it: Subject) -> dict[str, Any]:
    """A contact as the ledger remembers it."""
    return {"id": it.contact.public_id, **seen(it.contact)}
