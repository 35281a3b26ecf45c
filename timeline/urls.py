"""Addresses of the timeline; what stands behind a "?" is the filter."""

from django.urls import URLPattern, path

from timeline.views.actors import actor, actor_find, actor_list
from timeline.views.contacts import contact
from timeline.views.timeline import timeline, timeline_figure

urlpatterns: list[URLPattern] = [
    path("", timeline, name="timeline"),
    path("timeline.json", timeline_figure, name="timeline-figure"),
    path("contacts/<str:public_id>/", contact, name="contact"),
    path("actors.json", actor_find, name="actor-find"),
    path("actors/", actor_list, name="actor-list"),
    path("actors/<slug:key>/", actor, name="actor"),
]
