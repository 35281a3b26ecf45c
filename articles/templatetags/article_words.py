"""Words for what an article's row holds."""

from django import template

from articles import forms, languages
from articles.models import Article

register = template.Library()


@register.filter
def language_name(code: str) -> str:
    return languages.language_name(code)


@register.filter
def direction(code: str) -> str:
    return languages.direction(code)


@register.filter
def outlet_words(article: Article) -> str:
    return forms.outlet_words(article)
