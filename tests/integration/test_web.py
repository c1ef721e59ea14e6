"""The web page's API: the same log as every subscriber's, from the client's own cursor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ingest import log
from ingest.core import ids
from ingest.model import Arrival, Document, Feed
from ingest.settings import load_settings
from ingest.store import Store
from ingest.web import create_app
from ingest.wiring import migrate, open_journey
from tests.event_schemas import check_event

TEXT = """\
Two crews aboard

The Shenzhou-19 crew handed the station over to the Shenzhou-20 crew on Tuesday, and the six \
astronauts had dinner together before they went back to their work on the experiments.

<script>alert("not markup")</script> was written on the whiteboard behind them, which made the \
engineers on the ground laugh for the rest of their long and otherwise quiet night shift.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    settings = load_settings(data=tmp_path_factory.mktemp("data"))
    migrate(settings)
    journey = open_journey(settings)
    document = Document(
        id=ids.document_id("drop", b"a"),
        source="drop",
        raw=TEXT.encode(),
        received=log.now(),
        path="a.txt",
    )
    journey.process(journey.store.take([Arrival(document=document)], now=log.now()))
    yield journey.store
    journey.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    """Streams end once the log was read to its end, as at a shutdown."""
    ends = iter([False, True])
    app = create_app(store, hosts=["testserver"], stopping=lambda: next(ends, True))
    return TestClient(app)


def stream(client: TestClient, path: str, **headers: str) -> list[dict[str, str]]:
    """The server-sent events of one connection, field by field."""
    blocks = client.get(path, headers=headers).text.strip().split("\n\n")
    fields = [[line.partition(": ")[::2] for line in block.splitlines()] for block in blocks]
    return [dict(block) for block in fields if block]


def test_the_stream_is_the_log_with_positions_as_ids(client: TestClient, store: Store) -> None:
    sent = stream(client, "/events")
    assert [int(event["id"]) for event in sent] == list(range(1, store.last_position() + 1))
    for event in sent:
        check_event(json.loads(event["data"]))
        assert json.loads(event["data"])["type"] == event["event"]


def test_a_client_that_comes_back_goes_on_where_it_was(client: TestClient, store: Store) -> None:
    sent = stream(client, "/events?after=0", **{"Last-Event-ID": "2"})
    assert int(sent[0]["id"]) == 3


@pytest.mark.parametrize("position", ["x", "-1", "1 2", "9" * 30])
def test_a_cursor_that_is_no_position_is_refused(client: TestClient, position: str) -> None:
    assert client.get("/events", headers={"Last-Event-ID": position}).status_code == 422


@pytest.mark.parametrize("path", ["/events", "/api/events"])
def test_a_cursor_ahead_of_the_log_is_refused_with_where_the_log_ends(
    client: TestClient, store: Store, path: str
) -> None:
    last = store.last_position()
    assert client.get(f"{path}?after={last}").status_code == 200
    answer = client.get(f"{path}?after={last + 1}")
    assert answer.status_code == 409
    assert f"ends at {last}" in answer.json()["detail"]


def test_a_client_of_another_log_that_comes_back_is_refused(client: TestClient) -> None:
    assert client.get("/events", headers={"Last-Event-ID": "99999"}).status_code == 409


def test_events_of_one_article_can_be_asked_for(client: TestClient) -> None:
    (receipt,) = client.get("/api/receipts").json()
    about = client.get(f"/api/events?article={receipt['article']}").json()
    assert {event["data"]["article"]["id"] for event in about} == {receipt["article"]}
    assert client.get("/api/events?article=a-0000000000000000").json() == []


def test_feeds_are_told_with_how_they_do(store: Store, client: TestClient) -> None:
    assert client.get("/api/feeds").json() == []
    feed = Feed(
        id="f-1", url="https://n.example/rss", origin="added", added=log.now(), next_poll=log.now()
    )
    store.feeds.add([feed])
    store.feeds.change(feed.id, state="paused", error="It is not there.")
    (told,) = client.get("/api/feeds").json()
    assert (told["url"], told["state"]) == (feed.url, "paused")
    assert told["error"] == "It is not there."
    assert told["next_poll"] is None


def test_the_stream_can_be_filtered(client: TestClient) -> None:
    sent = stream(client, "/events?mission=shenzhou-20")
    assert {json.loads(event["data"])["mission"] for event in sent} == {"shenzhou-20"}


def test_receipts_and_status_are_told(client: TestClient) -> None:
    (receipt,) = client.get("/api/receipts").json()
    assert (receipt["path"], receipt["receipt"]) == ("a.txt", "new")
    assert client.get("/api/status").json()["documents"] == {"new": 1}
    assert client.get("/healthz").json()["position"] > 0


def test_events_are_paged(client: TestClient) -> None:
    first: list[Any] = client.get("/api/events?limit=2").json()
    then = client.get(f"/api/events?limit=2&after={int(first[-1]['sequence'])}").json()
    assert [int(event["sequence"]) for event in first + then] == [1, 2, 3, 4]
    assert client.get("/api/events?limit=0").status_code == 422


def test_the_page_runs_no_script_but_its_own(client: TestClient) -> None:
    page = client.get("/")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert "<script src=" in page.text
    script = (Path(__file__).parents[2] / "ingest/web/static/page.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script


def test_other_host_names_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_all_that_the_page_asks_for_is_there(client: TestClient) -> None:
    page = client.get("/").text
    script = client.get("/static/page.js").text
    for path in re.findall(r'(?:href|src)="(/[^"]+)"', page):
        assert client.get(path).status_code == 200, path
    for path in re.findall(r'"(/api/[a-z]+)', script):
        assert client.get(path).status_code == 200, path
    ids = set(re.findall(r'id="([a-z-]+)"', page))
    assert set(re.findall(r'\$\("([a-z-]+)"\)', script)) <= ids


def test_the_page_listens_to_every_type_of_event(client: TestClient) -> None:
    script = client.get("/static/page.js").text
    schemas = Path(__file__).parents[2] / "docs" / "schemas"
    types = {path.name.removesuffix(".v1.json") for path in schemas.glob("*.v1.json")}
    assert {name for name in types if f'"{name}"' in script} == types
