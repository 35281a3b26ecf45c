"""Every page asks who you are, unless the operator opens reading (``OPEN_READING``)."""

from django.contrib.auth.middleware import LoginRequiredMiddleware


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's own middleware for now; views open themselves with ``login_not_required``."""
