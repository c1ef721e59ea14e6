"""Feeds in an embedded run: from the server that publishes to a receipt and events."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import log
from ingest.core import ids
from ingest.model import Feed
from tests.e2e.running import Installation, assert_sound, eventually
from tests.feed_server import serve
from workers import health

pytestmark = pytest.mark.timeout(300)

FEED = """<rss version="2.0"><channel><title>Daily</title><link>https://daily.example.org/</link>
<item><title>Shenzhou-20 crew enters the station</title><guid>1</guid>
<link>https://daily.example.org/1</link><description>The Shenzhou-20 crew entered the station on
Monday evening and was welcomed by the crew on board.</description></item></channel></rss>"""


def test_a_feed_that_is_followed_becomes_events(tmp_path: Path) -> None:
    installation = Installation(tmp_path, MISSIONFEED_HTTP__PRIVATE='["127.0.0.1"]')
    with serve() as server, installation.running() as process:
        server.routes["/feed"] = FEED
        url = f"{server.url}/feed"
        with installation.store() as store:
            now = log.now()
            store.feeds.add(
                [Feed(id=ids.feed_id(url), url=url, origin="added", added=now, next_poll=now)]
            )
            eventually(lambda: installation.settled() == 1, because=installation.logged)
            assert process.poll() is None
            assert health.poll(installation.settings, store) is None
        (row,) = assert_sound(installation)
        assert (row.url, row.source, row.receipt) == ("https://daily.example.org/1", "feed", "new")
        events = installation.lines("events")
        assert {"mission/shenzhou-20"} <= {event["subject"] for event in events}
