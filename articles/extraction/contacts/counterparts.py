"""Who the other side is where a sentence names one alone: the place or the last contact tells."""

from collections.abc import Sequence
from datetime import date as Day

from ..binding.bindings import Binding, is_following, is_previous, sides_of
from ..parties.people import Person
from ..words.gazetteer import Place, governor, load_governments
from ..words.language import Language
from ..words.lexicon import Lexicon
from .drafts import Draft
from .meant import Meant
from .reasons import too_weak, with_somebody_unknown
from .reference import Discourse
from .unbound import take_unbound

_TWO_SIDED = frozenset({"active", "passive", "receive", "noun", "mutual", "stay"})
_DESCRIBED = frozenset({"group", "title", "person"})
_RECALLED = 10  # the same, where words say that it was the one before
_BOTH = 2  # sides of a contact
_GOES_ON = 3  # sentences back to the contact whose parties an event has


def _governor(draft: Draft, place: Place, published: Day | None) -> str | None:
    """Who receives the guests of a town, where it is not its country; news without a day is of the article's time."""
    if place.name is None:
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
        self.told: Draft | None = None  # the last contact that has both its sides
        self.beside: Sequence[Binding] = ()  # all that the sentence tells
        self.pairs: set[frozenset[str]] = set()  # the two sides of every contact told so far

    def host_of_visit(self, draft: Draft, binding: Binding) -> None:
        """Add who is visited: whose house it is, or who governs the destination."""
        if draft.hosts and draft.visitors and len(draft.sides) > 1:
            return  # "Moscow hosted a delegation": who hosts and who came was read
        if not draft.sides:
            draft.people += self._guests_told(binding)
            draft.sides += list(dict.fromkeys(person.side for person in draft.people if person.side))
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

    def _guests_told(self, binding: Binding) -> list[Person]:
        """ "A received B of Syria, in the first visit to Russia by an official": whose visit it is, B's."""
        vague = all(p.kind in ("title", "group") and not (p.side or p.people) for p in binding.left)
        goal = binding.destination if binding.rule.frame == "travel-noun" else None
        if not (self.language.articles and vague and goal):
            return []
        host = self.lexicon.side_of_country(goal.place.country)
        met = [one.parties for one in self.beside if one.rule.says == "meeting"]
        guests = [p for parties in met if host in sides_of(parties) for p in parties if p.side != host]
        return [person for p in guests for person in p.people] if len(set(sides_of(guests))) == 1 else []

    def host_elsewhere(self, draft: Draft, first: Draft) -> None:
        """ "побывал в Праге в мае и в Берлине в июне": the second town has a host of its own."""
        moved = draft.place and first.place and draft.place.country != first.place.country
        host = self._host(draft, draft.place) if moved and draft.place and draft.kind == "visit" else None
        if host and draft.visitors and host not in draft.visitors:
            draft.sides, draft.hosts = [*draft.visitors, host], [host]

    def _host(self, draft: Draft, place: Place) -> str | None:
        """The side that receives guests in a place."""
        movement = self.discourse.people.movement
        if movement and any(
            g.side == movement.side and g.article and g.article == place.country for g in load_governments()
        ):
            return movement.side
        return _governor(draft, place, self.published) or self.lexicon.side_of_country(place.country)

    def complete(self, draft: Draft, binding: Binding, parties: list[Meant]) -> str:
        """Fill the counterpart that a place implies; the reason why there is no contact, or nothing."""
        if len(draft.sides) == 2:
            self.pairs.add(frozenset(draft.sides))
        hosted = self._of_factions(draft, binding)
        if hosted and len(draft.sides) == 2:
            return ""
        if len(draft.sides) >= 2:
            return too_weak(draft, binding, parties, self.language) if binding.rule.row.get("weak") else ""
        if self.language.order == "verb-first" and _among_themselves(binding, parties):
            return "talks inside one side"
        if with_somebody_unknown(binding):
            return "a partner nobody knows"
        return "" if draft.definite or self._implied(draft, binding, parties) else "fewer than two sides"

    def _of_host(self, person: Person, host: str) -> Person:
        """Somebody of no known side who is met where ``host`` governs speaks for it."""
        return person if person.side else self.discourse.people.dressed(person, side=host, role=person.role)

    def _is_received(self, binding: Binding, parties: list[Meant]) -> bool:
        """ "его приняли в Кремле", "Duta besar Israel dipanggil ke Kementerian Luar Negeri": by whom is not said."""
        rule = binding.rule
        unsaid = rule.frame == "receive" and bool(binding.right) and not binding.left
        weak = rule.row.get("weak") or rule.row.get("partnered")
        called = self.language.articles and rule.frame == "active" and not weak
        if not (rule.frame == "passive" or unsaid or called):
            return False
        nameless = unsaid or not any(m.sides for m in parties if m.party in binding.right)
        return nameless and any(m.people or _is_group(m) or _is_office(m) for m in parties)

    def _by_place(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """Whether the other side is whose guests one is in a place."""
        host = self._host(draft, draft.place) if draft.place else None
        if not host or host in draft.sides or not draft.sides:
            return False
        if any(m.party and not m.sides and (m.party.kind in ("group", "title") or m.people) for m in parties):
            draft.people = [self._of_host(person, host) for person in draft.people]
        elif self._is_received(binding, parties):
            draft.hosts = [host]
        else:
            return False
        draft.sides.append(host)
        draft.doubts.append("counterpart_by_place")
        return True

    def _of_factions(self, draft: Draft, binding: Binding) -> bool:
        """ "Perundingan faksi-faksi Palestina digelar di Moskow": with whoever is at home there."""
        several = self.language.plain and any(p.summed for p in binding.parties)
        several = several and not (
            binding.left and binding.right
        )  # not "pertemuan Hamas dengan faksi-faksi lain"
        host = self._host(draft, draft.place) if several and draft.place and draft.kind == "meeting" else None
        if not host or host in draft.sides:
            return False
        draft.sides.append(host)
        draft.mediators.append(host)
        return True

    def _addressed_before(self, draft: Draft) -> bool:
        """ "A memperingatkan B. Itu disampaikan A dalam percakapan telepon": with the other named before."""
        named = {p.people[0].who: p.people[0] for p in self.discourse.named if p.people and p.side}
        others = [one for one in named.values() if one.side not in draft.sides]
        own = any(one.side in draft.sides for one in named.values())
        if draft.kind != "call" or not self.language.plain or len(draft.sides) != 1 or not own:
            return False
        if len(others) != 1 or others[0].side is None or draft.when is None:
            return False
        draft.sides.append(others[0].side)
        draft.people.append(others[0])
        draft.doubts.append("parties_before")
        return True

    def _implied(self, draft: Draft, binding: Binding, parties: list[Meant]) -> bool:
        """Whether a counterpart nobody names is told by the place, the row or the article before."""
        return (
            take_unbound(draft, binding, self.beside)
            or self._by_place(draft, binding, parties)
            or self._of_row(draft, binding)
            or self._goes_on(draft, binding)
            or self._usual(draft, binding, parties)
            or self._addressed_before(draft)
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

    def add_mediators(self, draft: Draft, binding: Binding) -> None:
        """ "talks were held with Qatar as mediator": whoever only brings the others together is there as well."""
        if draft.kind != "meeting" or draft.status == "denied" or len(draft.sides) < _BOTH:
            return
        for party in binding.phrases.parties:
            if party.oblique == "mediator" and party.side and party.side not in draft.sides:
                draft.sides.append(party.side)
                draft.mediators.append(party.side)

    def _may_go_on(self, draft: Draft, binding: Binding) -> bool:
        """Whether nothing but its day or place is told of an event: no more is needed where there are articles."""
        dated = any(e.field == "date" for e in draft.evidence)
        nobody = not binding.parties or (is_following(binding) and not any(p.side for p in binding.parties))
        return self.language.articles or (dated and nobody)

    def _is_told_kind(self, draft: Draft, binding: Binding) -> bool:
        """Whether a noun may tell of the parties of the contact before: a meeting, or one more of its kind."""
        again = self.told is not None and is_previous(binding) and draft.kind == self.told.kind
        return again or (binding.rule.frame == "noun" and draft.kind == "meeting")

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

    def _goes_on(self, draft: Draft, binding: Binding) -> bool:
        """ "After talks in Moscow ...": an event told without its parties is between those of the last contact."""
        told = self.told
        if not told or not self._is_told_kind(draft, binding) or not self._may_go_on(draft, binding):
            return False
        fits = set(draft.sides) <= set(told.sides) and draft.sentence - told.sentence <= (
            _RECALLED if is_previous(binding) else _GOES_ON
        )
        if (
            not fits
            or told.status == "denied"
            or draft.status == "denied"
            or (told.background != draft.background and not is_previous(binding))
            or (self.language.articles and told.kind == "call" and draft.place is not None)
        ):
            return False
        mediated = any(p.oblique == "mediator" for p in binding.phrases.parties)  # by others than before
        draft.sides = [side for side in told.sides if not (mediated and side in told.mediators)]
        draft.doubts.append("parties_before")
        if self.language.articles and is_previous(binding):
            return True  # "the first round was held in May": who was there then is not said
        draft.people += [p for p in told.people if p.who not in draft.who]
        for side in told.sides:  # the only one named of a side that the contact before left without people
            known = list(self.discourse.sided.get(side, {}).values())
            if len(known) == 1 and not any(p.side == side for p in draft.people):
                draft.people.append(known[0])
        return True


def _among_themselves(binding: Binding, parties: Sequence[Meant]) -> bool:
    """ "توجه وفد حماس إلى تركيا للاجتماع مع قيادات الحركة": both whom the words name are of one side."""
    of_left = {s for m in parties if m.party in binding.left for s in m.sides}
    of_right = {s for m in parties if m.party in binding.right for s in m.sides}
    named = binding.rule.frame in ("active", "noun", "receive") and binding.rule.says in ("meeting", "call")
    told = all(
        m.party.kind == "group" and not m.people for m in parties if m.party and m.party in binding.right
    )
    return named and told and len(of_right) == 1 and of_left == of_right


def _is_group(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "group"


def _is_office(meant: Meant) -> bool:
    return meant.party is not None and meant.party.kind == "title"
