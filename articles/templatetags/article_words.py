"""Words for what an article's row holds."""

from django import template

from articles import forms
from timeline.derivation_words import why_in_words

register = template.Library()

register.filter("outlet_words", forms.outlet_words)
register.filter("why", why_in_words)
