"""Contacts, dates and languages in words, for templates."""

from typing import Any

from django import template
from django.utils.text import Truncator

from timeline import evidence, wording
from timeline.facets import language_name
from timeline.models import Contact

register = template.Library()

#: languages written from right to left, by ISO 639-1 code
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

register.filter("language_name", language_name)
register.filter("date_in_words", wording.date_in_words)
register.filter("day_in_words", wording.day_in_words)
register.filter("place_in_words", wording.place_in_words)
register.filter("article_url", evidence.article_url)


@register.filter
def title_of(contact: Contact) -> str:
    """What the contact is called."""
    return wording.contact_title(contact)


@register.filter
def direction(language: str) -> str:
    """The ``dir`` of text in a language; where the language is not known, its letters decide."""
    if not language:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@register.filter
def outlet_of(article: Any) -> str:
    """Who published the article; where that is not known, what it is called."""
    return (article.outlet.name if article.outlet else article.outlet_name) or Truncator(article).chars(40)


@register.filter
def percent(share: float) -> str:
    """ "93 %"."""
    return f"{share:.0%}".replace("%", " %")
