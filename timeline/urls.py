"""Addresses of the timeline; what stands behind a "?" is the filter."""

from django.urls import URLPattern, path

from timeline.views.timeline import timeline

urlpatterns: list[URLPattern] = [
    path("", timeline, name="timeline"),
]
