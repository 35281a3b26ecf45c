"""Settings, addresses and processes; the Celery application, loaded here, is the one all send with."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
