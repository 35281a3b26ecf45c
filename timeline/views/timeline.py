"""The timeline page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def timeline(request: HttpRequest) -> HttpResponse:
    """The main page."""
    return render(request, "timeline/timeline.html")
