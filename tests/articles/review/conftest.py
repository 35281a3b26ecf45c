"""An article that tells one contact: what the tests of this folder decide on."""

import pytest

from articles.models import Article
from tests.articles.readings import reading, store
from tests.articles.review.pages import TEXT
from tests.factories import make_article
from timeline.models import Contact


@pytest.fixture
def article(db) -> Article:
    return make_article(text=TEXT, language="en")


@pytest.fixture
def contact(article) -> Contact:
    store(article, reading(text=TEXT))
    return Contact.objects.get()
