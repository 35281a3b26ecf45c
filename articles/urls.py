"""Addresses below /articles/."""

from django.urls import path

from articles.views.adding import add_contact
from articles.views.article import article, article_correct, article_original, article_retry
from articles.views.coverage import coverage
from articles.views.listing import article_list, article_states, collection_remove
from articles.views.reread import reread, reread_all, reread_preview
from articles.views.upload import upload

urlpatterns = [
    path("", article_list, name="article-list"),
    path("coverage.json", coverage, name="coverage"),
    path("states/", article_states, name="article-states"),
    path("upload/", upload, name="upload"),
    path("reread/", reread, name="reread"),
    path("reread/preview/", reread_preview, name="reread-preview"),
    path("reread/all/", reread_all, name="reread-all"),
    path("collections/<slug:slug>/remove/", collection_remove, name="collection-remove"),
    path("<uuid:public_id>/", article, name="article"),
    path("<uuid:public_id>/add/", add_contact, name="article-add-contact"),
    path("<uuid:public_id>/correct/", article_correct, name="article-correct"),
    path("<uuid:public_id>/retry/", article_retry, name="article-retry"),
    path("<uuid:public_id>/original/", article_original, name="article-original"),
]
