"""How near a time expression stands to the verb that it may date: words between them, and dearer borders."""

from collections.abc import Sequence

from ..binding.bindings import Binding
from ..parties.gaps import COMMAS
from ..words.spans import SentenceSpans, Span
from ..words.text import Token
from .elsewhere import is_of_something_else
from .sayings import belongs_to_saying

_SINCE = 5  # words from "since" to the date of what happened then
_LONG_SINCE = (
    12  # the same, where no article shows whose it is: "sejak awal operasi di sana pada 24 Februari"
)
_CLAUSE_SINCE = 16  # the same of a clause of its own: "since war broke out between A and B on 7 October"
_OF_EARLIER = 6  # dearer than a day of the event's own
_OF_OPENING = 14  # dearer than the clause's own
_OWN = 3  # words between a verb and its own day


def _is_since(span: Span, tokens: Sequence[Token], spans: SentenceSpans, *, reach: int) -> bool:
    """ "since the war broke out in April": a word of the kind before the date, no sign or trigger between."""
    if span.rule.says == "year" and spans.has(span.first, "outset"):
        return True  # "منذ عام 2019": the word is part of the time
    for index in range(span.first - 1, max(span.first - reach, spans.sentence.first) - 1, -1):
        if spans.has(index, "outset") or (index == span.first - 1 and spans.has(index, "since")):
            return True
        if not tokens[index].word or any(
            t.first <= index < t.last for name in ("trigger", "reporting") for t in spans.tables.get(name, ())
        ):
            return False
    return False


def _is_inflected(binding: Binding) -> bool:
    """Whether case endings tell who is who in the sentence."""
    return any(party.cases for party in binding.phrases.parties)


def _reach_of_since(binding: Binding, *, plain: bool) -> int:
    """How far words of the kind reach."""
    inflected = _is_inflected(binding)
    if binding.articles and binding.rule.frame in ("active", "noun", "mutual", "receive"):
        return _CLAUSE_SINCE
    return _LONG_SINCE if plain or not (binding.articles or inflected) else _SINCE


def _goes_on(binding: Binding) -> bool:
    """ "have been meeting since Thursday": what goes on began on the day since which it does."""
    trigger, spans = binding.trigger, binding.sentence
    have = any(spans.has(i, "perfective") for i in (trigger.first, trigger.first - 1))
    return binding.articles and have and spans.shaped(trigger.last - 1, "gerund")


def _when_behind(span: Span, binding: Binding) -> bool:
    """ "not since July 2019, when A received B": the clause behind the date tells of it."""
    between = range(span.last, binding.trigger.first)
    near = 0 < len(between) <= _OWN
    return near and any(binding.sentence.has(i, "when") for i in between)


def _of_noun_before(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "محادثات في 29 مارس، تمهيدا للقمة في أبريل": the day before a comma is that of the event before it."""
    trigger, spans = binding.trigger, binding.sentence
    if span.last > trigger.first or not any(
        tokens[i].text in COMMAS for i in range(span.last, trigger.first)
    ):
        return False
    own = any(trigger.last <= t.first for t in spans.times)
    return own and any(t.last <= span.first for t in spans.tables.get("trigger", ()))


def in_opening(span: Span, binding: Binding, tokens: Sequence[Token]) -> bool:
    """ "After the putting off of a conference to January, X came to Y": words of what the sentence opens with."""
    first, spans = binding.sentence.sentence.first, binding.sentence
    if not first < span.first < binding.trigger.first:
        return False
    opens = spans.has(first, "setting") and not any(
        tokens[i].text in COMMAS for i in range(first, span.first)
    )
    return opens and any(tokens[i].text in COMMAS for i in range(span.last, binding.trigger.first))


def _of_verb_before(span: Span, trigger: Span, spans: SentenceSpans) -> bool:
    """ "crossed into Russia on Tuesday and met Putin a day later": the day behind the first of two verbs."""
    gap = trigger.first - span.last
    second = 0 < gap <= _OWN and any(spans.has(i, "and") for i in range(span.last, trigger.first))
    return second and any(t.last <= span.first for t in spans.tables.get("trigger", ()))


def _behind_goal(span: Span, binding: Binding) -> bool:
    """ "protested on Sunday against the visit that X made to Moscow | last Thursday": right behind where it led."""
    goal, trigger, spans = binding.destination, binding.trigger, binding.sentence
    if goal is None or not binding.articles or binding.rule.frame not in ("travel", "travel-noun"):
        return False
    if not trigger.last <= goal.first or span.first != goal.last or spans.has(goal.last, "and"):
        return False
    others = (*spans.tables.get("trigger", ()), *spans.sayings())
    return not any(
        trigger.last <= other.first < goal.first or 0 <= other.first - span.last <= 1 for other in others
    )


def _beside(one: Span, other: Span) -> bool:
    return 0 <= other.first - one.last <= 1 or 0 <= one.first - other.last <= 1


def _has_day_behind(binding: Binding) -> bool:
    """Whether a time stands behind the verb that may be its own, where no case ending tells whose one is."""
    inflected = _is_inflected(binding)
    return not inflected and any(time.first >= binding.trigger.last for time in binding.sentence.times)


def _borders(first: int, last: int, before: bool, binding: Binding, tokens: Sequence[Token]) -> float:
    """What the signs and clauses between a date and its trigger cost; a remark between them costs nothing."""
    cost, spans = 0.0, binding.sentence
    for index in range(first, last):
        if spans.in_remark(index):
            cost -= 1
        elif spans.has(index, "where") and before and not _has_day_behind(binding):
            continue  # "понедельник он провел в Минске, где виделся с X": the same day
        elif spans.has(index, "clause", "relative") or tokens[index].text in ";:":
            cost += 8
        elif tokens[index].text in ",،()":
            cost += 1
    return cost


def _distance(span: Span, binding: Binding, tokens: Sequence[Token]) -> float:
    trigger, spans = binding.told_at, binding.sentence
    first, last = (span.last, trigger.first) if span.first < trigger.first else (trigger.last, span.first)
    cost = float(last - first)
    if binding.anchor and span.last == trigger.first and spans.shaped(trigger.first, "joined"):
        cost += _OWN  # "يوم الاثنين | والقاهرة يوم الأربعاء": "and" in one word
    for other in spans.tables.get("trigger", ()):
        if first <= other.first < last:
            cost += 12 if not other.rule.row.get("definite") else 4
    for other in spans.sayings():
        if first <= other.first < last:
            cost += 15
        elif _beside(other, span) and not (last - first <= 1 and other.first - span.last == 1):
            cost += 20  # but "will meet on 2 December, the agency reports"
    if _of_verb_before(span, trigger, spans):
        cost += 6
    joined = (
        span.first > trigger.last and spans.has(span.first - 1, "and") and not spans.has(span.last, "and")
    )
    if (joined or span.first >= trigger.last + 4) and any(
        0 <= t.first - span.last <= 2 and not spans.has(t.first, "purpose")  # "في 25 يناير للقاء B"
        for t in spans.tables.get("trigger", ())
    ):
        cost += 10  # "..., and on 11 May met": the day of the next verb
    if belongs_to_saying(span, trigger, spans) or spans.in_remark(span.first):
        cost += 20
    for other in spans.tables.get("attribution", ()):
        if first <= other.first < last and span.first >= trigger.last:
            cost += 20
    return cost + _borders(first, last, span.first < trigger.first, binding, tokens)


def tells_nothing_else(binding: Binding) -> bool:
    """ "Pembicaraan A dan B itu memakan waktu tiga jam, Kamis": whether a sentence has no other event and day."""
    spans, opens = binding.sentence, binding.trigger.first == binding.sentence.sentence.first
    alone = len(spans.times) == 1 and len(spans.tables.get("trigger", ())) == 1
    # "Kunjungan itu terjadi menyusul serangan pekan ini": the day is the clause's
    behind = range(binding.trigger.last, spans.times[0].first) if alone else ()
    alone = alone and not any(spans.has(i, "clause") and not spans.has(i, "ended") for i in behind)
    return opens and alone and not spans.sayings()


def cost_of(span: Span, binding: Binding, tokens: Sequence[Token], *, plain: bool) -> float | None:
    """Distance to the trigger, dearer behind a border; None when the words can't be the event's date."""
    trigger, spans = binding.told_at, binding.sentence
    # "sejak Senin di Moskow", not "sejak menjabat sembilan bulan lalu, ia baru datang"
    beside = spans.has(span.first - 1, "outset")
    inflected = _is_inflected(binding)
    stays = binding.rule.says == "visit" and (beside or inflected)
    if any(spans.has(i, "counting") for i in range(span.first - _OWN, span.first)):
        stays = False  # "وصل لأول مرة منذ مايو": since when they are counted
    stays = stays or (beside and _goes_on(binding))
    if binding.articles and binding.rule.frame == "travel-noun":
        stays = False  # "his second visit to Russia since October 7"
    if (
        _is_since(span, tokens, spans, reach=_reach_of_since(binding, plain=plain))
        and not stays
        and not _when_behind(span, binding)
    ):
        return None  # "has been in Moscow since Monday": the day he came
    if span.rule.says == "after" and spans.has(span.last, "setting"):
        return None  # "two months after the capture"
    if span.first > spans.sentence.first and spans.has(span.first - 1, "until"):
        return None  # "stays until Thursday"
    if span.first < trigger.last and trigger.first < span.last:
        return 0.0
    if is_of_something_else(span, binding, tokens):
        return None
    if span.rule.row.get("inside"):
        return float(_OWN)  # a day of the clause's own is nearer
    if _behind_goal(span, binding):
        return 0.5  # nearer than "on Sunday" right before the visit
    cost = _distance(span, binding, tokens) + (_OF_OPENING if in_opening(span, binding, tokens) else 0)
    if not (plain or binding.articles or inflected) and _of_noun_before(span, binding, tokens):
        cost += _OF_EARLIER
    return None if cost > 60 else cost
