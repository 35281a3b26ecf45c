"""Addresses below /review/."""

from django.urls import path

from articles.views.review import correct, decide, merge, split, undo
from articles.views.review_queue import queue

urlpatterns = [
    path("", queue, name="review"),
    path("contacts/<str:public_id>/", decide, name="review-decide"),
    path("contacts/<str:public_id>/correct/", correct, name="review-correct"),
    path("contacts/<str:public_id>/merge/", merge, name="review-merge"),
    path("contacts/<str:public_id>/split/", split, name="review-split"),
    path("decisions/<int:number>/undo/", undo, name="review-undo"),
]
