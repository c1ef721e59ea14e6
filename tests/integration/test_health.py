"""Health checks of containers: does the work of a process go on?"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ingest import log
from ingest.core import ids
from ingest.model import Feed
from ingest.settings import Feeds, Settings
from ingest.store import Store, schema
from workers import health


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(f"sqlite:///{tmp_path / 'missionfeed.sqlite3'}", source="urn:missionfeed:test")
    schema.migrate(made.database)
    return made


def test_feeds_that_nobody_polls_are_told_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "RELAY_SECONDS", 0.1)
    settings = Settings(feeds=Feeds(time_limit_seconds=1))
    assert health.poll(settings, store) is None  # no feed at all
    now = log.now()
    url = "https://a.example.org/feed"
    feed = Feed(id=ids.feed_id(url), url=url, origin="added", added=now, next_poll=now)
    store.feeds.add([feed])
    assert health.poll(settings, store) is None  # due, but not for long
    store.feeds.change(feed.id, next_poll=now - timedelta(hours=1))
    assert health.poll(settings, store) == "1 feeds are overdue, and none was polled in 1 s."
    store.feeds.change(feed.id, state="paused")
    assert health.poll(settings, store) is None
    store.close()
