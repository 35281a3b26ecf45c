"""What a browser would do on the pages on which a person decides."""

import re

from django.urls import reverse

TEXT = "Report 1: they met at last. Then they met again, and Abu Marzouk rang Bogdanov up."


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields that a form of a decision sends along."""
    found = dict(re.findall(r'name="(version|saw|next|other|other_version|text)"\s+value="([^"]*)"', page))
    return {name: value.replace("&quot;", '"').replace("&#x27;", "'") for name, value in found.items()}


def shown(client, contact) -> dict[str, str]:
    return fields_of(client.get(reverse("contact", args=[contact.public_id])).content.decode())


def decide(client, contact, verb, **values):
    data = {**shown(client, contact), "verb": verb, **values}
    return client.post(reverse("review-decide", args=[contact.public_id]), data, follow=True)


def page_of(client, contact) -> str:
    return client.get(reverse("contact", args=[contact.public_id])).content.decode()


def added(client, article, **values):
    data = {
        "quote": "Abu Marzouk rang Bogdanov up",
        "text": article.text_sha256,
        "kind": "call",
        "status": "held",
        "date": "2024-10-20",
        "sides": "Hamas; Russia",
        "people-TOTAL_FORMS": "2",
        "people-INITIAL_FORMS": "0",
        "people-0-name": "Mikhail Bogdanov",
        **values,
    }
    return client.post(reverse("article-add-contact", args=[article.public_id]), data, follow=True)
