"""Questions about many contacts at once, each named for what it answers."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, When
from django.db.models.functions import Ln

Match = Literal["any", "all"]


class ContactQuerySet(models.QuerySet[Any]):
    """Contacts; conditions on related rows are EXISTS, so that no contact is counted twice."""

    def for_timeline(self) -> "ContactQuerySet":
        """With everything that a mark or a row of the table says: two more queries, however many contacts."""
        people = self.model.actors.through.objects.select_related("actor", "side").order_by("contact", "id")
        return self.defer("search_text", "origins").prefetch_related(
            Prefetch("participations", people), "sides"
        )

    def with_origins(self) -> "ContactQuerySet":
        """With the names of the origins, which lists do without."""
        return self.defer(None).defer("search_text")

    def best_supported_first(self) -> "ContactQuerySet":
        """By independent origins, then by articles; the newest first among equals."""
        newest = F("earliest").desc(nulls_last=True)
        return self.order_by("-origin_count", "-article_count", newest, F("latest").desc(), "public_id")

    def standing(self) -> "ContactQuerySet":
        """Without those that a person rejected."""
        return self.exclude(review="rejected")

    def worth_a_look(self) -> "ContactQuerySet":
        """In the order of a reviewer's time: what changed under a confirmation, then the doubtful and influential.

        Doubt is what the reader's score leaves, and more where sources differ; influence grows with the articles.
        """
        doubt = 1.0 - F("confidence") + Case(When(conflicts=[], then=0.0), default=0.5)
        return self.annotate(
            at_stake=Case(When(changed_since=[], then=0), default=1),
            weight=ExpressionWrapper(
                doubt * (1.0 + Ln(1.0 + F("article_count"))), output_field=models.FloatField()
            ),
        ).order_by("-at_stake", "-weight", "public_id")

    def newest_first(self) -> "ContactQuerySet":
        """By first possible day; contacts without a date come last."""
        return self.order_by(F("earliest").desc(nulls_last=True), F("latest").desc(), "public_id")

    def oldest_first(self) -> "ContactQuerySet":
        """By first possible day; contacts without a date come last."""
        return self.order_by(F("earliest").asc(nulls_last=True), F("latest").asc(), "public_id")

    def between(self, first: date | None, last: date | None) -> "ContactQuerySet":
        """Contacts that may have happened in these days: possible days overlap; undated ones do not count."""
        contacts = self
        if first:
            contacts = contacts.filter(latest__gte=first)
        if last:
            contacts = contacts.filter(earliest__lte=last)
        return contacts

    def involving(self, actors: Iterable[str], *, match: Match = "any") -> "ContactQuerySet":
        """Contacts in which any, or all, of the actors with these keys take part."""
        taking_part = self.model.actors.through.objects.filter(contact=OuterRef("pk"))
        return self._where(
            [Exists(taking_part.filter(actor__key__in=keys)) for keys in _groups(actors, match)]
        )

    def of_sides(self, sides: Iterable[str], *, match: Match = "all") -> "ContactQuerySet":
        """Contacts in which all, or any, of the sides with these slugs take part."""
        through = self.model.sides.through.objects.filter(contact=OuterRef("pk"))
        return self._where([Exists(through.filter(side__slug__in=slugs)) for slugs in _groups(sides, match)])

    def told_by(self, **conditions: Any) -> "ContactQuerySet":
        """Contacts of which some mention meets the conditions, given without the leading ``mentions__``."""
        lookups = {f"mentions__{name}": value for name, value in conditions.items()}
        return self.filter(Exists(self.model._default_manager.filter(pk=OuterRef("pk"), **lookups)))

    def matching(self, words: Iterable[str]) -> "ContactQuerySet":
        """Contacts with every word in their names, place or topics, or in what an article says of them."""
        contacts = self
        for word in words:
            quoted = Q()
            # SQLite folds the case of ASCII letters only: try the spellings a text would use.
            for spelling in {word, word.casefold(), word.capitalize()}:
                quoted |= Q(mentions__evidence__quote__icontains=spelling)
            # Not EXISTS: the quotes are searched once, not once for each contact.
            said = self.model._default_manager.filter(quoted).values("pk")
            contacts = contacts.filter(Q(search_text__contains=word.casefold()) | Q(pk__in=said))
        return contacts

    def _where(self, conditions: Iterable[Exists]) -> "ContactQuerySet":
        contacts = self
        for condition in conditions:
            contacts = contacts.filter(condition)
        return contacts


def _groups(values: Iterable[str], match: Match) -> list[list[str]]:
    """One group to be met by any of its values, or a group for each value."""
    values = list(values)
    return [[value] for value in values] if match == "all" else ([values] if values else [])
