"""A contact that no reader found: the words are marked in the article, the fields are filled in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from articles.models import Article
from articles.permissions import needs
from articles.review import actions
from articles.review.actions import ChangedMeanwhile
from articles.review.adding import write_by_hand
from articles.review.forms import PeopleFormSet, QuoteForm, people_given
from articles.review.people import as_ledger
from articles.views.review import REVIEWER, suggestions
from timeline.models import Contact


@needs(REVIEWER)
@require_http_methods(["GET", "POST"])
def add_contact(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The article's text beside the form."""
    article = get_object_or_404(Article, public_id=public_id, state=Article.State.READ)
    data = request.POST if request.method == "POST" else None
    form = QuoteForm(data, article=article)
    people = PeopleFormSet(data, prefix="people")
    if data is None or not (form.is_valid() and people.is_valid()):
        return _page(request, article, form, people, status=400 if data else 200)
    given = form.cleaned_data
    try:
        with actions.deciding_on(article, data.get("text", "")) as now:
            mention = write_by_hand(
                now,
                form.fields_given(),
                as_ledger(people_given(people)),
                quote=given["quote"],
                start=given["start"],
            )
            actions.add(mention, request.user, reason=given["reason"])  # type: ignore[arg-type]
    except ChangedMeanwhile:
        messages.error(request, "Changed meanwhile: the article was read again, and its text is another one.")
        article = get_object_or_404(Article, public_id=public_id)
        return _page(request, article, form, people, status=409)
    contact = Contact.objects.get(mentions=mention)
    if contact.by_hand:
        messages.success(request, "Added. It counts as confirmed, since you say so yourself.")
    else:
        messages.success(request, "Added, as one more mention of a contact that other words tell as well.")
    return redirect("contact", public_id=contact.public_id)


def _page(
    request: HttpRequest, article: Article, form: QuoteForm, people: Any, *, status: int = 200
) -> HttpResponse:
    context = {"article": article, "form": form, "people": people, **suggestions()}
    return render(request, "review/add.html", context, status=status)
