"""Addresses: the timeline owns the root, articles live below /articles/."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("articles/", include("articles.urls")),
    path("admin/", admin.site.urls),
    path("", include("timeline.urls")),
]
