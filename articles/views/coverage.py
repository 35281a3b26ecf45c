"""The number of articles read per month, as JSON for the timeline's chart."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from articles.coverage import articles_per_month


@require_GET
def coverage(request: HttpRequest) -> JsonResponse:
    """Of the languages and outlets of the timeline's filter; other conditions say nothing of articles."""
    found = articles_per_month(
        languages=[value for value in request.GET.getlist("language") if value][:100],
        outlets=[value for value in request.GET.getlist("outlet") if value][:100],
    )
    response = JsonResponse(found)
    response["Cache-Control"] = "private, no-cache"
    return response
