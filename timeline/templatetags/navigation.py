"""What every page's header needs."""

from django import template

from timeline.models import SavedView

register = template.Library()


@register.inclusion_tag("_saved_views.html", takes_context=True)
def saved_views(context: template.Context) -> dict[str, object]:
    """The menu of named filters, one query a page."""
    return {"views": list(SavedView.objects.all()), "current": context.get("saved_view")}
