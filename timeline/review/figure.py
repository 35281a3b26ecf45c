"""How many of the reviewed contacts were right, with the interval that so small a sample allows."""

from dataclasses import dataclass
from math import sqrt

from django.db.models import Count, Q

from timeline.models import Review
from timeline.querysets import ContactQuerySet

#: two-sided 95 % of the normal distribution
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Confirmed and rejected proposals of readers; what a person added is no proposal."""

    confirmed: int
    rejected: int
    #: of the confirmed, those of which a person had to correct something
    corrected: int = 0
    unreviewed: int = 0

    @property
    def total(self) -> int:
        return self.confirmed + self.rejected

    @property
    def words(self) -> str:
        """ "212 of 231 reviewed contacts confirmed: 91.8 % (87.5–94.7)"; empty before the first decision."""
        if not self.total:
            return ""
        low, high = (f"{share * 100:.1f}" for share in wilson(self.confirmed, self.total))
        noun = "contact" if self.total == 1 else "contacts"
        share = self.confirmed / self.total
        return (
            f"{self.confirmed:,} of {self.total:,} reviewed {noun} confirmed: "
            f"{share * 100:.1f} % ({low}–{high})"
        )

    @property
    def detail(self) -> str:
        """What the figure leaves open."""
        return f"{self.corrected:,} of them after a correction" if self.corrected else ""


def reviewed(contacts: ContactQuerySet) -> Reviewed:
    """The figure for some contacts: one query."""
    of_readers = Q(by_hand=False)
    counts = contacts.order_by().aggregate(
        confirmed=Count("pk", filter=of_readers & Q(review=Review.CONFIRMED)),
        rejected=Count("pk", filter=of_readers & Q(review=Review.REJECTED)),
        corrected=Count("pk", filter=of_readers & Q(review=Review.CONFIRMED) & ~Q(corrected=[])),
        unreviewed=Count("pk", filter=Q(review=Review.UNREVIEWED)),
    )
    return Reviewed(**counts)


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927): within 0 and 1, and usable from the first decision on."""
    if not trials:
        return 0.0, 1.0
    share = successes / trials
    centre = share + _Z**2 / (2 * trials)
    reach = _Z * sqrt(share * (1 - share) / trials + _Z**2 / (4 * trials**2))
    scale = 1 + _Z**2 / trials
    return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)
