"""Words for what an article's row holds."""

from django import template

from articles import forms

register = template.Library()

register.filter("outlet_words", forms.outlet_words)
