"""Addresses of the timeline; what stands behind a "?" is the filter."""

from django.urls import URLPattern, path

from timeline.views.actors import actor, actor_find, actor_list, side_find
from timeline.views.contacts import contact
from timeline.views.saved import view_change, view_list, view_new
from timeline.views.timeline import timeline, timeline_figure

urlpatterns: list[URLPattern] = [
    path("", timeline, name="timeline"),
    path("timeline.json", timeline_figure, name="timeline-figure"),
    path("views/", view_list, name="view-list"),
    path("views/new/", view_new, name="view-new"),
    path("views/<slug:slug>/change/", view_change, name="view-change"),
    path("contacts/<str:public_id>/", contact, name="contact"),
    path("actors.json", actor_find, name="actor-find"),
    path("sides.json", side_find, name="side-find"),
    path("actors/", actor_list, name="actor-list"),
    path("actors/<slug:key>/", actor, name="actor"),
]
