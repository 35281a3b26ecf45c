"""The Celery application: carries article ids as hints; the article's row is the queue of record."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("demarche")
app.autodiscover_tasks(["articles"])
