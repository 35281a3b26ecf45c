"""Every page asks who you are, unless the operator opens reading (``OPEN_READING``)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

#: seconds that an unused one-time link stays good
LINK_AGE = 24 * 60 * 60
_SALT = "demarche.one-time-sign-in"
_USED = "This sign-in link was used before or is too old. A new one: python3 run.py manage sign_in_link"


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's own, with two additions: open reading, and an answer that a page's script can follow."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        # Uploading, correcting and the administration ask for permissions of their own.
        if settings.OPEN_READING and request.method in {"GET", "HEAD"}:
            return None
        return super().process_view(request, view, args, kwargs)

    # Its stub knows redirects only.
    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.headers.get("HX-Request"):
            # A fragment would show the sign-in page inside the page: the scripts take the whole window there.
            return HttpResponse(status=401, headers={"HX-Redirect": reverse(settings.LOGIN_URL)})
        return super().handle_no_permission(request, view)


def open_reading(request: HttpRequest) -> dict[str, bool]:
    """Tells templates whether a reader without a name sees more than the sign-in page."""
    return {"open_reading": settings.OPEN_READING}


def one_time_path(user: User) -> str:
    """The path of a link that signs this user in once, within a day."""
    return reverse("sign-in-once", args=[signing.dumps({"user": user.pk, "after": _last(user)}, salt=_SALT)])


@login_not_required
@never_cache
@require_GET
def sign_in_once(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in whom the link was made for, if nobody has used it since."""
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    user = _redeem(token)
    if user is None:
        messages.error(request, _USED)
        return redirect(settings.LOGIN_URL)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)


def _redeem(token: str) -> User | None:
    try:
        ticket = signing.loads(token, salt=_SALT, max_age=LINK_AGE)
    except signing.BadSignature:
        return None
    # One UPDATE decides, so that of two requests with one link exactly one gets in.
    after = datetime.fromisoformat(ticket["after"]) if ticket["after"] else None
    unused = User.objects.filter(pk=ticket["user"], is_active=True, last_login=after)
    if not unused.update(last_login=timezone.now()):
        return None
    return User.objects.get(pk=ticket["user"])


def _last(user: User) -> str:
    return user.last_login.isoformat() if user.last_login else ""
