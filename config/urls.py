"""Addresses: the timeline owns the root, articles live below /articles/."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from config.health import healthz
from config.signin import sign_in_once

urlpatterns = [
    path(
        "sign-in",
        LoginView.as_view(template_name="sign_in.html", redirect_authenticated_user=True),
        name="sign-in",
    ),
    path("sign-in/once/<str:token>", sign_in_once, name="sign-in-once"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("healthz", healthz, name="healthz"),
    path("articles/", include("articles.urls")),
    path("review/", include("articles.review.urls")),
    path("admin/", admin.site.urls),
    path("", include("articles.actors.urls")),
    path("", include("timeline.urls")),
]
