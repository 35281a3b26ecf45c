"""The Celery application: carries article ids as hints; the article's row is the queue of record."""

import os
import warnings

from celery import Celery
from celery.platforms import SecurityWarning
from celery.signals import worker_init
from kombu.transport import TRANSPORT_ALIASES

from config.parent import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
TRANSPORT_ALIASES["embedded"] = "config.broker:Transport"
# Celery warns root against pickled tasks; here only JSON is accepted, and containers often run as root.
warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("demarche")
app.set_default()  # for every thread of the web server, not only the one that imported this
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["articles"])


@worker_init.connect
def _end_with_run_py(**_: object) -> None:
    end_with_parent()
