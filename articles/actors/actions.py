"""What a person decides of an actor: written to the ledger, and mentions and contacts follow in one transaction."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.actors.following import follow, mentions_naming
from articles.found import candidate_key
from articles.merging import one_at_a_time
from articles.review.actions import Refused
from timeline.actors.identity import Key
from timeline.actors.ledger import OF_ACTORS
from timeline.actors.states import State, state_of, write_state
from timeline.actors.subjects import Subject, subject
from timeline.models import Actor, Alias, Anchor, Decision

Verb = Decision.Verb
Standing = Actor.Standing
#: an article that does not know its language still spells a name
_SOME_LANGUAGE = "en"


class ChangedMeanwhile(Exception):
    """The actor is no longer what the person saw; ``now`` is None where it is gone."""

    def __init__(self, now: "Subject | None") -> None:
        super().__init__("Changed meanwhile.")
        self.now = now


def accept(
    key: str, version: str, by: User, *, name: str = "", side: str | None = None, reason: str = ""
) -> Decision:
    """Put somebody found in articles on the list, under the names found; ``side`` None leaves it as it is."""
    with _deciding((key, version)) as (it,):
        _must_be_candidate(it)
        after = _listed(it.state) | {"name": name.strip() or it.state["name"]}
        if side is not None:
            after["side"] = side.strip() or None
        after["aliases"] = _with_names(it, {after["name"]})
        return _decide(Verb.ACCEPT, by, reason, {key: (it.state, after)})


def attach(key: str, version: str, to: str, by: User, *, reason: str = "") -> Decision:
    """Somebody found in articles is somebody on the list, under another name."""
    with _deciding((key, version)) as (it,):
        _must_be_candidate(it)
        target = _target(to, it)
        after = _listed(it.state) | {"merged_into": target.key, "aliases": _with_names(it)}
        states = {key: (it.state, after), **_moved_along(it.actor, target)}
        return _decide(Verb.ATTACH, by, reason, states, after={"to": target.key, "from": key})


def dismiss(key: str, version: str, by: User, *, reason: str = "") -> Decision:
    """What was found is nobody to be listed; contacts do without it, their sources still show the words."""
    with _deciding((key, version)) as (it,):
        _must_be_candidate(it)
        after = it.state | {"standing": Standing.DISMISSED.value, "edited_by_hand": True}
        return _decide(Verb.DISMISS, by, reason, {key: (it.state, after)})


def join(one: tuple[str, str], other: tuple[str, str], by: User, *, reason: str = "") -> Decision:
    """The one actor, by key and version, is the other; contacts, names and offices are the other's."""
    with _deciding(one, other) as (it, that):
        if it.actor.merged_into:
            raise Refused(f"{it.actor.name} is merged already; undo that first.")
        target = _target(that.actor.key, it)
        if (it.actor.kind == Actor.Kind.PERSON) != (target.kind == Actor.Kind.PERSON):
            raise Refused("A person and an organisation are never one.")
        after = it.state | {"merged_into": target.key, "edited_by_hand": True}
        states = {it.actor.key: (it.state, after), **_moved_along(it.actor, target)}
        return _decide(Verb.JOIN, by, reason, states, after={"to": target.key, "from": it.actor.key})


def part(
    key: str,
    version: str,
    mentions: Collection[Key],
    by: User,
    *,
    name: str = "",
    to: str = "",
    reason: str = "",
) -> Decision:
    """In these mentions it is somebody else: a new actor of that name, or the one with the key ``to``."""
    with _deciding((key, version)) as (it,):
        there = {(m.article.text_sha256, m.position) for m in told_of(it.actor)}
        taken = there & set(mentions)
        if not taken:
            raise Refused("Choose the sources that speak of somebody else.")
        states: dict[str, tuple[State | None, State]] = {}
        if to:
            other = _target(to, it).key
        else:
            other, state = _newcomer(it, name.strip())
            states[other] = (None, state)
        anchors = [Anchor(text_sha256=text, position=at, actor_key=key) for text, at in sorted(taken)]
        after = {"to": other, "from": key, "mentions": len(taken)}
        return _decide(Verb.PART, by, reason, states, after=after, anchors=anchors)


def edit(key: str, version: str, changes: Mapping[str, Any], by: User, *, reason: str = "") -> Decision:
    """The actor's fields, names and offices as they should be; raises Refused where none differs."""
    with _deciding((key, version)) as (it,):
        after = it.state | dict(changes)
        if after == it.state:
            raise Refused("Nothing was changed.")
        return _decide(Verb.EDIT, by, reason, {key: (it.state, after | {"edited_by_hand": True})})


def undo(number: int, by: User) -> Decision:
    """Let a decision count no more; raises Refused where later ones rest on it or the actor changed since."""
    with transaction.atomic():
        one_at_a_time()
        decision = Decision.objects.filter(pk=number, verb__in=OF_ACTORS).first()
        if not decision:
            raise Refused("There is no such decision.")
        if decision.undone_at:
            raise Refused(f"{decision.undone_by_name or 'Somebody'} has undone this already.")
        before, after = (side.get("actors", {}) for side in (decision.before, decision.after))
        if later := _resting_on(decision, set(after)):
            raise Refused(f"Later decisions rest on this one; undo them first: {', '.join(map(str, later))}.")
        for key, state in after.items():
            now = subject(key)
            if not now or now.state != state:
                raise Refused(
                    f"{now.actor.name if now else key} was changed since, so this cannot be undone."
                )
        decision.undone_at = timezone.now()
        decision.undone_by, decision.undone_by_name = by, by.get_username()
        decision.save(update_fields=["undone_at", "undone_by", "undone_by_name"])
        others = {decision.after[name] for name in ("to", "from") if name in decision.after}
        _write(before, after, also=others)
        return decision


def told_of(actor: Actor) -> list[Any]:
    """The mentions that name somebody, with their articles, the oldest first."""
    rows = mentions_naming([actor.key]).select_related("article__outlet").prefetch_related("evidence")
    there = [row for row in rows if any(entry.get("actor") == actor.key for entry in row.participants)]
    return sorted(there, key=lambda row: (str(row.article.published or "9999"), row.article_id, row.index))


# --- the parts of a decision


@contextmanager
def _deciding(*wanted: tuple[str, str]) -> Iterator[list[Subject]]:
    """The actors as they were seen, while nobody else can change them."""
    with transaction.atomic():
        one_at_a_time()
        found = []
        for key, version in wanted:
            now = subject(key)
            if not now or now.version != version:
                raise ChangedMeanwhile(now)
            found.append(now)
        yield found


def _must_be_candidate(it: Subject) -> None:
    if it.actor.standing != Standing.CANDIDATE or it.actor.merged_into:
        raise Refused(f"{it.actor.name} is no longer up for review.")


def _target(key: str, it: Subject) -> Actor:
    """Whom somebody is to be merged into: whoever that actor is merged into, if it is."""
    found = Actor.objects.select_related("merged_into").filter(key=key).first()
    target = found.merged_into or found if found else None
    if not target:
        raise Refused("There is no such actor.")
    if target.pk == it.actor.pk:
        raise Refused("An actor cannot be merged with itself.")
    if target.standing == Standing.DISMISSED:
        raise Refused(f"{target.name} is dismissed; undo that first.")
    return target


def _listed(state: State) -> State:
    return state | {"standing": Standing.LISTED.value, "edited_by_hand": True}


def _moved_along(actor: Actor, target: Actor) -> dict[str, tuple[State, State]]:
    """Whoever was merged into the one goes with it."""
    followers = actor.absorbed.select_related("side", "merged_into").order_by("pk")
    states = {row.key: state_of(row) for row in followers}
    return {key: (state, state | {"merged_into": target.key}) for key, state in states.items()}


def _newcomer(it: Subject, name: str) -> tuple[str, State]:
    """A new actor beside the one that it was taken for: of its side, without its offices."""
    if not name:
        raise Refused("Say who it is: a name, or somebody on the list.")
    key, number = candidate_key(name), 2
    while Actor.objects.filter(key=key).exists():
        key, number = f"{candidate_key(name)}-{number}", number + 1
    state = _listed(it.state) | {"name": name[:200], "died": "", "merged_into": None, "roles": []}
    return key, state | {"aliases": []}


def _with_names(it: Subject, more: Iterable[str] = ()) -> list[list[Any]]:
    """The names of an actor with those that articles call it, each in the language of the article."""
    found: dict[tuple[str, str], None] = {}
    for mention in told_of(it.actor):
        language = mention.article.language or _SOME_LANGUAGE
        for entry in mention.participants:
            if entry.get("actor") == it.actor.key and entry.get("name"):
                found[language, entry["name"][:200]] = None
    called = {text for _, text in found}
    other = next((language for language, _ in found), _SOME_LANGUAGE)
    found |= {
        (_SOME_LANGUAGE if name.isascii() else other, name): None for name in more if name not in called
    }
    present = it.state["aliases"]
    there = {(language, text) for language, text, *_ in present}
    new = [[language, text, Alias.Kind.NAME.value, False] for language, text in found]
    return [*present, *(alias for alias in new if (alias[0], alias[1]) not in there)]


def _decide(
    verb: str,
    by: User,
    reason: str,
    states: Mapping[str, tuple[State | None, State]],
    *,
    after: Mapping[str, Any] | None = None,
    anchors: Collection[Anchor] = (),
) -> Decision:
    """Write the decision and the states it leads to, and let contacts follow."""
    others = after or {}
    before = {key: old for key, (old, _) in states.items()}
    now = {key: new for key, (_, new) in states.items()}
    decision = Decision.objects.create(
        verb=verb,
        author=by,
        author_name=by.get_username(),
        reason=reason.strip(),
        before={"actors": before},
        after={**others, "actors": now},
    )
    concerned = {*states, *(others[name] for name in ("to", "from") if name in others)}
    for anchor in anchors:
        anchor.decision = decision
    Anchor.objects.bulk_create(
        [*anchors, *(Anchor(decision=decision, actor_key=key) for key in sorted(concerned))]
    )
    _write(now, before, also=concerned)
    return decision


def _write(
    wanted: Mapping[str, State | None], former: Mapping[str, State | None], *, also: Iterable[str] = ()
) -> None:
    """Bring actors into these states, those without one away, and let mentions and contacts follow."""
    concerned = {*wanted, *also}
    for key, state in wanted.items():
        if state:
            write_state(key, state)
    states = [state for state in (*wanted.values(), *former.values()) if state]
    concerned |= {state["merged_into"] for state in states if state["merged_into"]}
    organisations = {state["name"] for state in states if state["kind"] != Actor.Kind.PERSON}
    follow(concerned, organisations)
    for key, state in wanted.items():
        if not state:
            _take_away(key)


def _take_away(key: str) -> None:
    """An actor that a decision made goes with it; one that articles name by now is found in them."""
    if mentions_naming([key]).exists():
        Actor.objects.filter(key=key).update(standing=Standing.CANDIDATE, edited_by_hand=False)
    else:
        Actor.objects.filter(key=key).delete()


def _resting_on(decision: Decision, keys: set[str]) -> list[Decision]:
    """Decisions in force made later that start from what this one made of an actor."""
    later = Decision.objects.filter(
        pk__gt=decision.pk, undone_at=None, verb__in=OF_ACTORS, anchors__actor_key__in=keys
    )
    return [row for row in later.distinct().order_by("pk") if keys & set(row.after.get("actors", {}))]
