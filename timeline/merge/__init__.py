"""Which mentions speak of one contact, and what the contact then is: pure functions, no rows.

``clusters`` decides, ``affected`` says whose answer may change with some of the mentions, ``merged`` writes
the fields of one contact from its mentions. None of them depends on the order in which mentions arrived.
"""

from timeline.merge.affected import Affected, affected
from timeline.merge.clusters import clusters
from timeline.merge.fields import MergedContact, MergedPerson, merged, public_id
from timeline.merge.origins import Origin
from timeline.merge.telling import Person, Telling

__all__ = [
    "Affected",
    "MergedContact",
    "MergedPerson",
    "Origin",
    "Person",
    "Telling",
    "affected",
    "clusters",
    "merged",
    "public_id",
]
