"""What every page's header needs."""

from django import template

from timeline.models import SavedView

register = template.Library()


@register.inclusion_tag("_saved_views.html", takes_context=True)
def saved_views(context: template.Context) -> dict[str, object]:
    """The menu of named filters: those that the view fetched, else one query."""
    views = context.get("saved_views")
    return {
        "views": list(SavedView.objects.all()) if views is None else views,
        "current": context.get("saved_view"),
        "perms": context.get("perms"),
    }
