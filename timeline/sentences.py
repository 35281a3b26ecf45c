"""The sentences that name a contact, each whole, so that a translation can turn it round.

"due" is a plan that lies ahead, "was_due" one whose day is over or not known.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

#: of one pattern: without a place, and with one
Sentences = tuple[str | Promise, str | Promise]

NOBODY: Sentences = ("%(kind)s", _("%(kind)s in %(place)s"))

PAIR: dict[str, Sentences] = {
    "held": (_("%(a)s met %(b)s"), _("%(a)s met %(b)s in %(place)s")),
    "due": (
        ngettext_lazy("%(a)s is to meet %(b)s", "%(a)s are to meet %(b)s", "n"),
        ngettext_lazy("%(a)s is to meet %(b)s in %(place)s", "%(a)s are to meet %(b)s in %(place)s", "n"),
    ),
    "was_due": (
        ngettext_lazy("%(a)s was to meet %(b)s", "%(a)s were to meet %(b)s", "n"),
        ngettext_lazy("%(a)s was to meet %(b)s in %(place)s", "%(a)s were to meet %(b)s in %(place)s", "n"),
    ),
    "cancelled": (
        _("Meeting of %(a)s with %(b)s called off"),
        _("Meeting of %(a)s with %(b)s in %(place)s called off"),
    ),
    "denied": (
        _("Meeting of %(a)s with %(b)s: denied"),
        _("Meeting of %(a)s with %(b)s in %(place)s: denied"),
    ),
}
TOGETHER: dict[str, Sentences] = {
    "held": (_("%(all)s met"), _("%(all)s met in %(place)s")),
    "due": (_("%(all)s are to meet"), _("%(all)s are to meet in %(place)s")),
    "was_due": (_("%(all)s were to meet"), _("%(all)s were to meet in %(place)s")),
    "cancelled": (
        _("Meeting of %(all)s called off"),
        _("Meeting of %(all)s in %(place)s called off"),
    ),
    "denied": (
        _("Meeting of %(all)s: denied"),
        _("Meeting of %(all)s in %(place)s: denied"),
    ),
}
ALONE: dict[str, Sentences] = {
    "held": (_("Meeting with %(all)s"), _("Meeting with %(all)s in %(place)s")),
    "due": (
        _("Meeting with %(all)s planned"),
        _("Meeting with %(all)s in %(place)s planned"),
    ),
    "cancelled": (
        _("Meeting with %(all)s called off"),
        _("Meeting with %(all)s in %(place)s called off"),
    ),
    "denied": (
        _("Meeting with %(all)s: denied"),
        _("Meeting with %(all)s in %(place)s: denied"),
    ),
}
VISIT: dict[str, Sentences] = {
    "held": (_("Visit of %(all)s"), _("%(all)s visited %(place)s")),
    "due": (
        _("Visit of %(all)s planned"),
        ngettext_lazy("%(all)s is to visit %(place)s", "%(all)s are to visit %(place)s", "n"),
    ),
    "was_due": (
        _("Visit of %(all)s planned"),
        ngettext_lazy("%(all)s was to visit %(place)s", "%(all)s were to visit %(place)s", "n"),
    ),
    "cancelled": (
        _("Visit of %(all)s called off"),
        _("Visit of %(all)s to %(place)s called off"),
    ),
    "denied": (_("Visit of %(all)s: denied"), _("Visit of %(all)s to %(place)s: denied")),
}
#: who came to whom is not known
VISIT_BETWEEN: dict[str, Sentences] = {
    "held": (_("Visit between %(all)s"), _("Visit between %(all)s in %(place)s")),
    "due": (
        _("Visit between %(all)s planned"),
        _("Visit between %(all)s in %(place)s planned"),
    ),
    "cancelled": (
        _("Visit between %(all)s called off"),
        _("Visit between %(all)s in %(place)s called off"),
    ),
    "denied": (
        _("Visit between %(all)s: denied"),
        _("Visit between %(all)s in %(place)s: denied"),
    ),
}
CALL_PAIR: dict[str, Sentences] = {
    "held": (_("%(a)s held a call with %(b)s"),) * 2,
    "due": (ngettext_lazy("%(a)s is to hold a call with %(b)s", "%(a)s are to hold a call with %(b)s", "n"),)
    * 2,
    "was_due": (
        ngettext_lazy("%(a)s was to hold a call with %(b)s", "%(a)s were to hold a call with %(b)s", "n"),
    )
    * 2,
    "cancelled": (_("Call of %(a)s with %(b)s called off"),) * 2,
    "denied": (_("Call of %(a)s with %(b)s: denied"),) * 2,
}
CALL: dict[str, Sentences] = {
    "held": (_("%(all)s held a call"),) * 2,
    "due": (_("%(all)s are to hold a call"),) * 2,
    "was_due": (_("%(all)s were to hold a call"),) * 2,
    "cancelled": (_("Call of %(all)s called off"),) * 2,
    "denied": (_("Call of %(all)s: denied"),) * 2,
}
MESSAGE: dict[str, Sentences] = {
    "held": (_("Message between %(all)s"),) * 2,
    "due": (_("Message between %(all)s planned"),) * 2,
    "cancelled": (_("Message between %(all)s called off"),) * 2,
    "denied": (_("Message between %(all)s: denied"),) * 2,
}
MESSAGE_FROM: dict[str, Sentences] = {
    "held": (_("%(a)s sent %(b)s a message"),) * 2,
    "due": (ngettext_lazy("%(a)s is to send %(b)s a message", "%(a)s are to send %(b)s a message", "n"),) * 2,
    "was_due": (
        ngettext_lazy("%(a)s was to send %(b)s a message", "%(a)s were to send %(b)s a message", "n"),
    )
    * 2,
    "cancelled": (_("Message from %(a)s to %(b)s called off"),) * 2,
    "denied": (_("Message from %(a)s to %(b)s: denied"),) * 2,
}
# A noun has no tense.
for nouns in (ALONE, VISIT_BETWEEN, MESSAGE):
    nouns["was_due"] = nouns["due"]
