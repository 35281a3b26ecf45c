"""Who the other side is where a sentence names one alone: the place, the journey or the last contact tells."""

from collections.abc import Sequence
from datetime import date as Day

from ..binding.bindings import Binding, sides_of
from ..parties.parties import PlaceSpan
from ..parties.people import Person
from ..words.gazetteer import Place, governor, load_governments
from ..words.language import Language
from ..words.lexicon import Lexicon
from .drafts import Draft
from .meant import Meant
from .reference import Discourse
from .unbound import take_unbound

_TWO_SIDED = frozenset({"active", "passive", "receive", "noun", "mutual", "stay"})
_DESCRIBED = frozenset({"group", "title", "person"})
_MADE = 12  # journeys back that an announced one may be
_GOES_ON = 3  # sentences back to the contact whose parties an event has


def _governor(draft: Draft, place: Place | None, published: Day | None) -> str | None:
    """Who receives the guests of a town, where it is not its country; news without a day is of the article's time."""
    if place is None or place.name is None:
        return None
    day = draft.when.latest if draft.when else published
    return governor(place.name, day.year if day else None)


class Counterparts:
    """Fills the sides that the drafts of one article leave open."""

    def __init__(
        self, language: Language, lexicon: Lexicon, discourse: Discourse, published: Day | None
    ) -> None:
        self.published = published
        self.language, self.lexicon, self.discourse = language, lexicon, discourse
        self.met: list[Draft] = []  # the meetings of the news
        self.made: list[tuple[str | Place | None, ...]] = []  # who went where, of the news
        self.told: Draft | None = None  # the last contact that has both its sides
        self.beside: Sequence[Binding] = ()  # all that the sentence tells
        self.pairs: set[frozenset[str]] = set()  # the two sides of every contact told so far
        self.journeys: dict[str, Place] = {}  # by side of the travellers, where they went last

    def journey(self, draft: Draft, binding: Binding) -> None:
        """ "Ожидалось, что Хания прилетит в июне": where he goes is where the article sent his side before."""
        if draft.definite or len(draft.sides) != 1:
            return
        if draft.elsewhere:
            return  # "berangkat ke Eropa"
        if binding.destination is not None and draft.place:
            self.journeys[draft.sides[0]] = draft.place
        elif self.language.plain and draft.place is None and binding.rule.frame == "travel-noun":
            named = bool(draft.people) or any(p.kind == "group" for p in binding.left)
            draft.place = self._where_met(draft) if named and not binding.definite else None
            if draft.place:
                binding.destination = PlaceSpan(binding.trigger.first, binding.trigger.last, draft.place)
        elif draft.place is None and binding.rule.frame in self._told_frames():
            draft.place = self.journeys.get(draft.sides[0]) if self._is_told_anew(draft) else None
            draft.place = draft.place or (None if self.language.plain else self._where_met(draft))
            if draft.place:
                binding.destination = PlaceSpan(binding.trigger.first, binding.trigger.last, draft.place)

    def _where_met(self, draft: Draft) -> Place | None:
        """ "Приехала она с ...": to where the contact before was, at the other side's."""
        told = self.told
        if self.language.plain:
            return self._where_received(draft)
        if not (told and told.place and draft.sentence - told.sentence <= _GOES_ON):
            return None
        home = self.lexicon.side_of_country(told.place.country)
        abroad = home in told.sides and home not in draft.sides and set(draft.sides) <= set(told.sides)
        return told.place if abroad and told.kind == "meeting" and draft.status == told.status else None

    def _where_received(self, draft: Draft) -> Place | None:
        """ "Kedatangan X dikecam": to where the article told that he met the other side, at its home."""
        for met in reversed(self.met[-_MADE:]):
            home = self.lexicon.side_of_country(met.place.country) if met.place else None
            if home in met.sides and home not in draft.sides and set(draft.sides) <= set(met.sides):
                same = not draft.people or bool(draft.who & met.who)
                return met.place if same and met.status == "held" else None
        return None

    def _told_frames(self) -> tuple[str, ...]:
        """The frames of a journey to where the article sent the side before: "его визит отложили" as well."""
        return ("travel", "travel-noun") if self.language.cases else ("travel",)

    def _is_told_anew(self, draft: Draft) -> bool:
        """ "Dia datang lagi pada Maret": where nothing else marks it, a journey of its own has a day of its own."""
        dated = any(e.field == "date" for e in draft.evidence)
        return self.language.cases or (dated and bool(draft.people))

    def host_of_visit(self, draft: Draft, binding: Binding) -> None:
        """Add who is visited: whose house it is, or who governs the destination."""
        draft.visitors = list(draft.sides)
        if binding.right:  # "visited the embassy of Russia in Beirut", "visited Myanmar"
            draft.hosts = [side for side in sides_of(binding.right) if len(draft.sides) > 1]
            draft.visitors = [side for side in draft.sides if side not in draft.hosts]
            if draft.hosts or binding.destination:
                return
        place = binding.destination.place if binding.destination else draft.place
        host = self._host(draft, place) if place else None
        if host and host not in draft.sides:
            draft.sides.append(host)
            draft.hosts = [host]
        elif host and len(draft.sides) > 1 and not binding.right:
            # "Приехали они ...": those of the two who are not at home
            draft.hosts, draft.visitors = [host], [side for side in draft.sides if side != host]
            draft.people = [person for person in draft.people if person.side != host]

    def _host(self, draft: Draft, place: Place) -> str | None:
        """The side that receives guests in a place."""
        movement = self.discourse.people.movement
        if movement and any(
            g.side == movement.side and g.article and g.article == place.country for g in load_governments()
        ):
            return movement.side
        return _governor(draft, place, self.published) or self.lexicon.side_of_country(place.country)

    def is_made(self, draft: Draft) -> bool:
        """ "tiba di Moskow. ... akan ke Moskow, katanya": whether a journey that is announced has been made."""
        if not self.language.plain or draft.kind != "visit" or draft.background:
            return False
        journey = (*draft.visitors, draft.place)
        if draft.status == "held":
            self.made.append(journey)
        return (
            draft.status == "planned"
            and not draft.when
            and draft.place is not None
            and journey in self.made[-_MADE:]
        )

    def nowhere(self, binding: Binding) -> str:
        """Why "have come to nothing" is no visit, and "the summit" nobody's, or nothing."""
        if binding.rule.row.get("partnered") and not binding.parties:
            return "an event of nobody named"
        frames = ("travel", "travel-noun") if not binding.definite else ("travel",)
        frames = ("travel", "stay") if self.language.articles else frames
        nowhere = binding.rule.frame in frames and binding.destination is None and not binding.right
        asked = self.language.articles or (self.language.plain and not binding.rule.row.get("definite"))
        return "a journey without a destination" if asked and nowhere else ""

    def nowhere_told(self, draft: Draft, binding: Binding) -> str:
        """Why "told" is no contact: it says neither where nor that it was by telephone."""
        stays = binding.rule.frame == "stay" and binding.destination
        somewhere = draft.kind == "call" or stays or (draft.place and draft.place.name)
        return "" if somewhere or not binding.rule.row.get("placed") else "an everyday word without a place"

    def complete(self, draft: Draft, binding: Binding, parties: list[Meant]) -> str:
        """Fill the counterpart that a place implies; the reason why there is no contact, or nothing."""
        if len(draft.sides) > 1 and draft.kind == "meeting" and not draft.background:
            self.met.append(draft)
        if len(draft.sides) == 2:
            self.pairs.add(frozenset(draft.sides))
        if len(draft.sides) >= 2:
            return self._too_weak(draft, binding, parties) if binding.rule.row.get("weak") else ""
        if self._with_somebody_unknown(binding):
            return "a partner nobody knows"
        return "" if draft.definite or self._implied(draft, binding, parties) else "fewer than two sides"

    def _implied(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """Whether a counterpart nobody names is told by the place, the row or the article before."""
        vague = any(
            m.party and not m.sides and (m.party.kind in ("group", "title") or m.people) for m in parties
        )
        host = self._host(draft, draft.place) if draft.place else None
        if vague and host and host not in draft.sides and draft.sides:
            draft.sides.append(host)
            draft.people = [self._of_host(person, host) for person in draft.people]
            draft.doubts.append("counterpart_by_place")
            return True
        # "его приняли в Кремле"
        unsaid = binding.rule.frame == "receive" and binding.right and not binding.left
        received = (
            binding.rule.frame == "passive"
            or unsaid
            or (
                self.language.articles
                and binding.rule.frame == "active"
                and not binding.rule.row.get("weak")
                and not binding.rule.row.get("partnered")
            )
        ) and any(m.people or _is_group(m) or self._is_office(m) for m in parties)
        nameless = unsaid or not any(m.sides for m in parties if m.party in binding.right)
        if received and nameless and host and host not in draft.sides and draft.sides:
            draft.sides.append(host)
            draft.hosts = [host]
            draft.doubts.append("counterpart_by_place")
            return True
        return (
            self._of_row(draft, binding)
            or self._goes_on(draft, binding, parties)
            or self._usual(draft, binding, parties)
            or take_unbound(draft, binding, self.beside)
        )

    def _with_somebody_unknown(self, binding: Binding) -> bool:
        """ "К переговорам с террористами он не готов": of whom the words right behind the noun tell nothing."""
        spans, last = binding.sentence, binding.trigger.last
        said = last < spans.sentence.last and spans.has(last, "with")
        return (
            binding.rule.frame == "noun"
            and said
            and not any(p.oblique == "with" and p.first >= last for p in binding.phrases.parties)
        )

    def _usual(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """ "Lavrov received him on Tuesday": whom somebody alone met is the one side the article told him with."""
        rule, named = binding.rule, draft.people or any(_is_group(m) for m in parties)
        if len(draft.sides) != 1 or rule.frame not in _TWO_SIDED or not named:
            return False
        unknown = any(m.party and not m.sides and m.party.kind in _DESCRIBED for m in parties)
        # "Pertemuan digelar ..." tells of the one before
        restated = self.language.plain and rule.frame == "noun"
        if unknown or restated or binding.closed:
            return False
        if rule.says == "message" and self.language.order == "verb-first":
            return False
        if rule.row.get("weak") or rule.row.get("placed"):
            return False
        partners = {side for pair in self.pairs if draft.sides[0] in pair for side in pair} - set(draft.sides)
        if len(partners) != 1:
            return False
        draft.sides += partners
        draft.doubts.append("usual_counterpart")
        return True

    def _too_weak(self, draft: Draft, binding: Binding, parties: list[Meant]) -> str:
        """Why an everyday word between two sides tells no contact, or nothing."""
        if not _two_parties(binding, verb_first=self.language.order == "verb-first"):
            return "an everyday word with a side missing"
        written = binding.rule.frame == "send"  # "gave its reply to Qatar"
        states = (
            not written and not draft.people and not any(m.party and m.party.kind != "org" for m in parties)
        )
        if states and draft.status != "denied" and not self._somewhere_between_movements(draft, parties):
            return "an everyday word between states only"
        return ""

    def _somewhere_between_movements(self, draft: Draft, parties: list[Meant]) -> bool:
        """ "Jihad Islam dan Hamas berembuk di Beirut": movements are who they send, where a day or place is told."""
        told = any(e.field in ("date", "place") for e in draft.evidence)
        movement = any(
            m.party and m.party.kind == "org" and m.party.place is None and m.sides for m in parties
        )
        return (self.language.plain or self.language.order == "verb-first") and told and movement

    def _is_office(self, meant: Meant) -> bool:
        """ "Duta besar Israel dipanggil ke Kementerian Luar Negeri": somebody by his office alone."""
        return meant.party is not None and meant.party.kind == "title"

    def _of_host(self, person: Person, host: str) -> Person:
        """Somebody of no known side who is met where ``host`` governs speaks for it."""
        return person if person.side else self.discourse.people.dressed(person, side=host, role=person.role)

    def _may_go_on(self, draft: Draft, binding: Binding) -> bool:
        """Whether nothing but its day or place is told of an event: no more is needed where there are articles."""
        dated = any(e.field == "date" for e in draft.evidence)
        return self.language.articles or (dated and not binding.parties)

    def _of_row(self, draft: Draft, binding: Binding) -> bool:
        """ "Fatah dan Hamas bersepakat. ... menutup perundingan tiga hari di Moskow": between those before."""
        somewhen = any(e.field in ("date", "place") for e in draft.evidence)
        if not (self.discourse.row and somewhen) or draft.sides or binding.parties:
            return False
        if draft.kind != "meeting" or binding.rule.frame not in ("noun", "active"):
            return False
        draft.sides = list(dict.fromkeys(s for meant in self.discourse.row for s in meant.sides))
        draft.people = [p for meant in self.discourse.row for p in meant.people]
        draft.doubts.append("parties_before")
        return True

    def _goes_on(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """ "After talks in Moscow ...": an event told without its parties is between those of the last contact."""
        told = self.told
        if (
            not told
            or binding.rule.frame != "noun"
            or draft.kind != "meeting"
            or not self._may_go_on(draft, binding)
        ):
            return False
        fits = set(draft.sides) <= set(told.sides) and draft.sentence - told.sentence <= _GOES_ON
        if (
            not fits
            or told.status == "denied"
            or draft.status == "denied"
            or told.background != draft.background
        ):
            return False
        draft.sides = list(told.sides)
        draft.people += [p for p in told.people if p.who not in draft.who]
        for side in told.sides:  # the only one named of a side that the contact before left without people
            known = list(self.discourse.sided.get(side, {}).values())
            if len(known) == 1 and not any(p.side == side for p in draft.people):
                draft.people.append(known[0])
        draft.doubts.append("parties_before")
        return True


def _two_parties(binding: Binding, *, verb_first: bool) -> bool:
    """Whether subject and object are named, or a subject that is several: "X and Y spoke", "they spoke"."""
    sides = {party.side for party in binding.left if party.side}
    several = any(party.means in ("people", "both") for party in binding.left)
    met = binding.rule.frame == "noun" and any(p.people and p.oblique == "with" for p in binding.right)
    if binding.rule.frame == "noun" and len({party.side for party in binding.right if party.side}) > 1:
        return True  # "contacts between A and B"
    if binding.rule.frame == "host" and len(set(sides_of(binding.right))) > 1:
        return True  # "Doha brought together A and B"
    if binding.rule.frame == "travel":  # "the delegation is in Moscow", "حل الوزير في موسكو"
        anybody = verb_first or binding.rule.row.get("object") == "acc"
        kinds = ("group", "person", "title") if anybody else ("group",)
        spans, town = binding.sentence, binding.destination
        if town and spans.has(town.last, "purpose") and any(p.people for p in binding.left):
            return True  # "berada di Doha untuk berunding"
        movement = any(p.kind == "org" and p.place is None and p.side for p in binding.left)
        return binding.destination is not None and (movement or any(p.kind in kinds for p in binding.parties))
    return bool(binding.left and binding.right) or len(sides) > 1 or several or met


def _is_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group"
