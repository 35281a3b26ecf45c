"""Addresses of decisions on actors; the pages of actors themselves are the timeline's."""

from django.urls import path

from articles.actors import editing, views

urlpatterns = [
    path("candidates/", views.candidates, name="candidates"),
    path("candidates/undo/<int:number>/", views.undo, name="actor-undo"),
    path("actors/<slug:key>/accept/", views.accept, name="actor-accept"),
    path("actors/<slug:key>/attach/", views.attach, name="actor-attach"),
    path("actors/<slug:key>/dismiss/", views.dismiss, name="actor-dismiss"),
    path("actors/<slug:key>/merge/", views.join, name="actor-join"),
    path("actors/<slug:key>/part/", editing.part, name="actor-part"),
    path("actors/<slug:key>/edit/", editing.edit, name="actor-edit"),
]
