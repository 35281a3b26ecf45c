"""Installations to try the queue on: the embedded one, and those with servers in its place."""

import os
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.queue.installation import Installation

#: where an empty database can be made, and the brokers; .ci/run starts them at these places
POSTGRES = os.environ.get("TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432")
BROKERS = {
    "redis": os.environ.get("TEST_REDIS", "redis://127.0.0.1:6379/15"),
    "rabbitmq": os.environ.get("TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//"),
}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """SQLite and the embedded broker."""
    return Installation(tmp_path / "data")


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of a database of this test's own."""
    _need_service("PostgreSQL", POSTGRES)
    name = f"demarche_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{POSTGRES}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{POSTGRES}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=sorted(BROKERS))
def served_installation(request, tmp_path: Path, postgres: str) -> Installation:
    """PostgreSQL, and Redis or RabbitMQ."""
    _need_service(request.param, BROKERS[request.param])
    return Installation(tmp_path / "data", DATABASE_URL=postgres, CELERY_BROKER_URL=BROKERS[request.param])


def _need_service(name: str, url: str) -> None:
    host, _, port = url.rsplit("@", 1)[-1].removeprefix("redis://").split("/")[0].partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=3).close()
    except OSError:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} does not answer at {host}:{port}; the gate needs it")
        pytest.skip(f"{name} does not answer at {host}:{port}")
