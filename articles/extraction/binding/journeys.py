"""Who travels where: "A arrived in Moscow", "the visit of A to Russia", "A was in Doha"."""

from ..parties.gaps import COMMAS
from ..parties.parties import Party, PlaceSpan
from .bindings import Binding
from .nounframes import NEXT, NounFrames

FAR = 14  # tokens between a trigger and the first party of its object


class Journeys(NounFrames):
    """Binds the travellers and the destination of a journey by the order of the words."""

    def _bind_travel(self, binding: Binding, index: int, order: str) -> None:
        trigger, frame = binding.trigger, binding.rule.frame
        sent = [p for p in self.phrases.parties if trigger.first <= p.first < trigger.last]
        if binding.rule.row.get("object") == "inside":  # "sent X to Moscow"
            if not any(p.kind != "org" for p in sent):
                return
            binding.left = [p for p in sent if p.kind != "org"]
        if frame == "travel-noun":
            binding.left = self._possessor(trigger)
        if not binding.left and (frame == "travel-noun" or order == "verb-first"):
            binding.left = [
                p for p in self._group_after(trigger.last, binding.right_limit, reach=3) if p.oblique != "to"
            ]
        if not binding.left:
            binding.left = (self._possessor(trigger) if frame == "travel-noun" else []) or self._subject(
                index
            )
        after = [p for p in self.phrases.places if trigger.first <= p.first < binding.right_limit]
        after = [p for p in after if not self._is_origin(p) or p.first <= trigger.last]
        comes_from = binding.rule.row.get("object") != "from"
        if self.language.plain and (comes_from or any(not p.origin for p in after)):
            after = self._without_origins(after)  # "bertolak dari Riyadh menuju Muscat"
        behind = [p for p in after if trigger.last <= p.first <= trigger.last + NEXT]
        binding.destination = min(behind or after, key=lambda p: p.first, default=self._named_inside(binding))
        if binding.rule.row.get("object") == "next" and self._is_far(binding):
            binding.destination = None
        if embassy := self._embassy(binding):
            binding.right = [embassy]
        elif frame == "stay" and self._stays_elsewhere(binding):
            binding.destination, binding.left = None, []
        elif frame == "stay":
            binding.right = self._group_after(trigger.last, binding.right_limit, reach=FAR)
            if binding.right and binding.right[0].oblique != "with":
                binding.right = []  # "When Abbas was in Moscow, he and Putin spoke"
        elif binding.destination is None:
            # "visited Russia": the state is the object itself
            objects = self._group_after(trigger.last, binding.right_limit, reach=3)
            comes = self.language.plain and self.spans.has(trigger.last, "origin")
            objects = [p for p in objects if not comes and self._may_be_visited(p, binding)]
            binding.right = [p for p in objects if p.kind == "org" and p not in binding.left][:1]
            if binding.right and (town := binding.right[0].place) and (town.name or self.language.plain):
                binding.destination = PlaceSpan(binding.right[0].first, binding.right[0].last, town)
                self.taken.update(binding.right)
                binding.right = []
            elif objects and objects[0].people and self._is_object(binding, objects[0]):
                binding.right, binding.visited = objects, True

    def _without_origins(self, places: list[PlaceSpan]) -> list[PlaceSpan]:
        """The places that no "from" stands before: none of "datang dari Ankara, Doha, dan Beirut"."""
        kept: list[PlaceSpan] = []
        last: PlaceSpan | None = None
        for place in sorted(places, key=lambda p: p.first):
            between = range(last.last, place.first) if last else range(0)
            row = bool(between) and all(
                self.tokens[i].text in COMMAS or self.spans.has(i, "and") for i in between
            )
            if place.origin or row:
                last = place
            else:
                kept.append(place)
        return kept

    def _is_object(self, binding: Binding, party: Party) -> bool:
        """Not "visited the tomb **of** X"."""
        return binding.rule.row.get("object") == "next" and not (
            self.language.articles and party.oblique == "of"
        )

    def _named_inside(self, binding: Binding) -> PlaceSpan | None:
        """ "made Moscow his first stop": the place stands within the words of the journey."""
        words = range(binding.trigger.first, binding.trigger.last)
        named = [p for p in self.phrases.parties if p.first in words and p not in binding.left]
        places = [PlaceSpan(p.first, p.last, p.place) for p in named if p.place]
        return places[0] if places else None

    def _is_origin(self, place: PlaceSpan) -> bool:
        """ "travelled to the camps from Morocco": not of a word that is "of" as well."""
        before = self.tokens[place.first - 1].key
        return place.origin and not self.language.has("of", before)

    def _may_be_visited(self, party: Party, binding: Binding) -> bool:
        """Not "headed the delegation that | Hezbollah sent": a verb that is not of visiting asks for a place."""
        direct = binding.rule.row.get("object") == "next" or party.place is not None
        return not self.language.articles or direct or party.first <= binding.trigger.last + 1

    def _is_far(self, binding: Binding) -> bool:
        """ "visited his mother in Moscow", "reached a deal in Cairo": the place is not the object."""
        place = binding.destination
        return place is not None and self._distance(binding.trigger.last, place.first) > 1

    def _stays_elsewhere(self, binding: Binding) -> bool:
        """ "was in" counts for people, and only before a place."""
        if not self.language.articles:
            return False
        town = binding.destination
        near = town is not None and town.first - binding.trigger.last <= 1
        return not near or not any(p.kind in ("person", "group", "title", "reference") for p in binding.left)

    def _embassy(self, binding: Binding) -> Party | None:
        """ "visited the embassy of Russia in Beirut": whose house stands between the trigger and the place."""
        group = self._group_after(binding.trigger.last, binding.right_limit, reach=1)
        house = group[0] if group else None
        town = binding.destination
        if house is None or town is None or town.venue or house.last > town.first or house in binding.left:
            return None
        return house if house.kind == "org" and house.place is None and house.side else None

    def _turn_round(self, binding: Binding) -> None:
        """ "Moscow was visited by a delegation": the subject is where, the object who came."""
        where = next((p for p in binding.left if p.place), None)
        before = [p for p in self.phrases.places if p.last <= binding.trigger.first]
        if where and where.place:
            binding.destination = PlaceSpan(where.first, where.last, where.place)
        elif before:
            binding.destination = before[-1]
        binding.left, binding.right = binding.right, []

    def _further_towns(self, binding: Binding) -> list[PlaceSpan]:
        """The other places that the destination is coordinated with: "to Egypt, Qatar and Sudan"."""
        if binding.rule.frame not in ("travel", "travel-noun"):
            return []
        first = binding.destination or next((p for p in binding.right if p.place), None)
        if first is None:
            return []
        named = [
            *(p for p in self.phrases.places if not p.venue),
            *(PlaceSpan(p.first, p.last, p.place) for p in self.phrases.parties if p.place),
        ]
        found, last, closed = [], first.last, 0
        for town in sorted(named, key=lambda p: p.first):
            if town.first <= last or town.first >= self.spans.sentence.last:
                continue
            if not self._coordinates(last, town.first):
                break
            found.append(town)
            if any(self.spans.has(i, "and") for i in range(last, town.first)):
                closed = len(found)
            last = town.last
        found = found[:closed]
        known = {first.place.country if first.place else None}
        return [t for t in found if t.place.country not in known]  # "Cairo, Egypt" is one place

    def _coordinates(self, start: int, end: int) -> bool:
        words = [i for i in range(start, end) if not self.spans.has(i, "locative", "destination")]
        return bool(words) and all(self.tokens[i].text in COMMAS or self.spans.has(i, "and") for i in words)
