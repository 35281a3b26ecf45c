"""Settings, addresses and processes. Loading the Celery application here makes it the one everybody sends with."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
