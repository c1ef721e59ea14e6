"""The examples that the documents show, run as they stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

from ingest import log
from ingest.core.webhooks import Outcome
from ingest.gateways import webhook as gateway
from ingest.gateways.redis_stream import RedisStream
from ingest.http import Http
from ingest.model import LoggedEvent, Webhook
from ingest.settings import CHECKOUT
from ingest.settings import Http as HttpSettings
from tests.e2e.running import eventually
from workers.valkey import free_port

SUBSCRIBE = CHECKOUT / "docs" / "examples" / "subscribe.py"
RECEIVE = CHECKOUT / "docs" / "examples" / "receive.py"
SECRET = "whsec_" + "c2VjcmV0" * 6


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


def test_the_docs_show_the_receiver_as_it_is() -> None:
    shown = (CHECKOUT / "docs" / "events.md").read_text(encoding="utf-8")
    assert RECEIVE.read_text(encoding="utf-8").strip() in shown


def test_the_receiver_prints_each_event_once_and_refuses_what_is_not_signed() -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    http = Http(HttpSettings(private=("127.0.0.1",)))
    webhook = Webhook(
        name="docs", url=url, secret=SECRET, added=log.now(), position=0, next_try=log.now()
    )
    stranger = replace(webhook, secret="whsec_" + "b3RoZXJz" * 6)
    environment = {**os.environ, "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, RECEIVE], stdout=subprocess.PIPE, text=True, env=environment
    ) as example:
        assert example.stdout is not None
        first, second = (
            LoggedEvent(n, f"id-{n}", "t", json.dumps({**ENVELOPE, "id": f"id-{n}", "sequence": n}))
            for n in (1, 2)
        )
        eventually(lambda: call(http, webhook, first).result == "delivered")
        refused = call(http, stranger, second)
        again = [call(http, webhook, event).result for event in (first, second)]
        told = [example.stdout.readline() for _ in range(2)]
        example.kill()
    assert refused.result == "again"
    assert "401" in (refused.said or "")
    assert again == ["delivered", "delivered"]
    assert told == ["1 org.missionfeed.test mission/m\n", "2 org.missionfeed.test mission/m\n"]


ENVELOPE = {"type": "org.missionfeed.test", "subject": "mission/m"}


def call(http: Http, webhook: Webhook, event: LoggedEvent) -> Outcome:
    return gateway.call(http, webhook, event, seconds=10, now=log.now())
