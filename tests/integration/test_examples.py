"""The examples that the documents show, run as they stand."""

from __future__ import annotations

import json
import subprocess
import sys

from ingest.gateways.redis_stream import RedisStream
from ingest.model import LoggedEvent
from ingest.settings import CHECKOUT

SUBSCRIBE = CHECKOUT / "docs" / "examples" / "subscribe.py"


def events(first: int, last: int) -> list[LoggedEvent]:
    made = []
    for position in range(first, last + 1):
        body = json.dumps({"type": "org.missionfeed.test", "subject": f"mission/m-{position}"})
        made.append(LoggedEvent(position, f"id-{position}", "org.missionfeed.test", body))
    return made


def subscribed(url: str, *, lines: int) -> list[str]:
    """What the example prints before it is killed."""
    with subprocess.Popen(
        [sys.executable, SUBSCRIBE, url], stdout=subprocess.PIPE, text=True
    ) as example:
        assert example.stdout is not None
        told = [example.stdout.readline() for _ in range(lines)]
        example.kill()
    return told


def test_the_readme_shows_the_subscriber_as_it_is() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert SUBSCRIBE.read_text(encoding="utf-8").strip() in readme


def test_the_subscriber_prints_each_event_once_over_a_restart(valkey: str) -> None:
    stream = RedisStream(valkey, "missionfeed:events")
    stream.publish(events(1, 3), after=0)
    first = subscribed(valkey, lines=3)
    stream.publish(events(4, 5), after=3)
    stream.close()
    # The last event before the kill may have been printed and not yet acknowledged.
    second = subscribed(valkey, lines=2)
    assert first == [f"{n}-0 org.missionfeed.test mission/m-{n}\n" for n in (1, 2, 3)]
    assert second[0].split()[0] in ("3-0", "4-0")
