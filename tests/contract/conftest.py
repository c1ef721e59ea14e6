"""One store a test, on each database that we promise to run on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.journey import Journey, Stages
from ingest.settings import load_settings
from ingest.store import Store, schema
from ingest.wiring import build_stages


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'missionfeed.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    made = Store(store_url, source="urn:missionfeed:test")
    schema.migrate(made.database)
    yield made
    made.close()


@pytest.fixture(scope="session")
def stages() -> Stages:
    """The real stages with the shipped catalogue and sources: built once, they are pure."""
    return build_stages(load_settings())


@pytest.fixture
def journey(store: Store, stages: Stages) -> Journey:
    return Journey(store, stages)
