"""Who travels where, in a language with cases: the destination, the host who awaits somebody at home."""

from ..parties.atoms import place_of
from ..parties.parties import Party, PlaceSpan
from .bindings import Binding
from .caseowners import NEXT, CaseOwners
from .caseregions import FAR, may_be

_ORIGIN = "origin"
_AWAITED = 6  # "в Москву ожидается прибытие": from where to, counted as behind the noun and three words more


class CaseJourneys(CaseOwners):
    """Finds where a journey goes."""

    def _awaiting(self, binding: Binding) -> list[Party]:
        """ "Москва ожидает визит A", "Каир готовится к приезду A", "в Каире ждут A": who awaits somebody at home."""
        trigger = binding.trigger
        first = max(self.spans.sentence.first, trigger.first - FAR)
        awaits = [i for i in range(first, trigger.last) if self.spans.has(i, "awaiting")]
        if not awaits or not (binding.left or binding.rule.row.get("object") == "acc"):
            return []
        if there := [p for p in self.phrases.places if first <= p.first < awaits[-1] and p.place.name]:
            binding.destination = there[-1]
            return []
        sides = {p.side for p in binding.left}
        hosts = [p for p in self._bare() if p.kind == "org" and may_be(p, "nom") and p.last <= awaits[-1]]
        host = next((p for p in hosts[-1:] if p.side and p.side not in sides), None)
        if host and host.place:
            binding.destination = PlaceSpan(host.first, host.last, host.place)
            return []
        return [host] if host else []

    def _along(self, binding: Binding) -> list[Party]:
        """ "С ним прилетели A и B": nobody but his own travels with somebody told of before."""
        return [
            p
            for p in self.phrases.parties
            if p.kind == "reference" and p.oblique == "with" and p.means == "person" and not p.side
            if binding.left and binding.left_limit <= p.first < binding.right_limit
        ]

    def _called_on(self, binding: Binding) -> list[Party]:
        """ "К министру иностранных дел Турции Хакану Фидану приехал A": who comes to somebody meets him."""
        sides = {p.side for p in binding.left}
        for party in self.phrases.parties:
            inside = binding.left_limit <= party.first < binding.right_limit
            named = party.people and party.side not in sides
            if inside and named and party.oblique == "to" and self._gap(party, binding.trigger) <= FAR:
                return self._coordinated(party)
        return []

    def _whither(self, binding: Binding) -> PlaceSpan | None:
        """ "переговоры прошли в Бенгази, куда прибыл A": the place before the word for it."""
        where = self._where_before(binding.trigger.first)
        before = [p for p in self.phrases.places if where is not None and p.last <= where]
        return before[-1] if before and binding.rule.frame == "travel" else None

    def _where_before(self, verb: int) -> int | None:
        """The "куда" before a verb, where no more than who, when and where stands between."""
        named = {i for p in self.phrases.parties for i in range(p.first, p.last)}
        others = 0
        for index in range(verb - 1, self.spans.sentence.first, -1):
            if self.spans.has(index, "where"):
                return index
            if index not in named and not self._inside(index):
                others += 1
            if others >= NEXT or (self._comma(index) and index not in named):
                return None
        return None

    def _visited(self, binding: Binding, *, near: bool) -> list[Party]:
        """ "посетил Иорданию": the object of a verb of travel; ``near``: only right behind the verb."""
        trigger = binding.trigger
        if binding.rule.frame == "travel" and not {"object", "participle"} & binding.rule.row.keys():
            return []  # "вылететь он готовился": a verb that has no object
        objects = self._group_after(trigger.last, binding.right_limit, reach=1 if near else 3)
        before = [p for p in self._bare() if binding.left_limit <= p.first < trigger.first]
        visited = objects if near else [*objects, *before]
        fitting = [p for p in visited if p.kind == "org" and may_be(p, "acc") and p not in binding.left]
        return [p for p in fitting if not (near and (p.oblique or not p.place))][:1]

    def _destination(self, binding: Binding, *, after: bool) -> PlaceSpan | None:
        trigger = binding.trigger

        def cost(place: PlaceSpan) -> int:
            return (
                place.first - trigger.last if place.first >= trigger.last else 3 + trigger.first - place.last
            )

        near = [
            p
            for p in self.phrases.places
            if binding.left_limit <= p.first < binding.right_limit
            and (binding.rule.row.get("object") == "from" or not self.spans.has(p.first - 1, _ORIGIN))
            and cost(p) <= FAR
        ]
        behind = [p for p in near if p.first >= trigger.last]
        if after and not behind:  # "В Москву ожидается прибытие делегации": where to stands before
            near = [p for p in near if p.goal and p.place.name and cost(p) <= _AWAITED]
        return min(behind if after and behind else near, key=cost, default=None)

    def _also_to(self, binding: Binding) -> list[PlaceSpan]:
        """ "побывал в Каире, Дохе и Тегеране": the other places of a row that one verb of travel has."""
        assert binding.destination
        last, found = binding.destination.last, []
        rest = [(a.first, a.last, place_of(a)[0]) for a in self.spans.atoms if a.first >= last]
        for first, end, place in rest:
            between = range(last, first)
            signs = [i for i in between if not self.spans.has(i, "locative", "destination")]
            if not place or not signs or not all(self.spans.has(i, "and") or self._comma(i) for i in signs):
                break
            if place.country == binding.destination.place.country:
                break  # "в Доху, столицу Катара"
            found.append(PlaceSpan(first, end, place))
            last = end
        return found
