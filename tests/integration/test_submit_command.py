"""``missionfeed submit URL`` against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import workers.cli  # noqa: F401 - adds what needs a queue
from ingest.cli import cli
from ingest.model import ReceiptRow
from ingest.settings import load_settings
from ingest.wiring import open_store
from tests.feed_server import FeedServer, endless, redirect, serve, status

PAGE = "<html><head><title>Dock</title></head><body><p>The ship docked on Monday.</p></body></html>"


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serve() as made:
        yield made


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MISSIONFEED_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("MISSIONFEED_HTTP__PRIVATE", '["127.0.0.1"]')
    assert CliRunner().invoke(cli, ["migrate"]).exit_code == 0
    return tmp_path / "data"


def submit(url: str) -> Result:
    return CliRunner().invoke(cli, ["submit", "--no-wait", url])


def received() -> list[ReceiptRow]:
    with closing(open_store(load_settings())) as store:
        return store.receipts()


def test_what_an_address_answers_is_stored_with_where_it_came_from(server: FeedServer) -> None:
    server.routes["/news"] = redirect("/news/1")
    server.routes["/news/1"] = PAGE
    assert submit(f"{server.url}/news").exit_code == 0
    (row,) = received()
    assert (row.source, row.path, row.url) == ("submission", None, f"{server.url}/news/1")
    with closing(open_store(load_settings())) as store:
        document = store.document(row.document)
    assert document is not None
    assert document.raw == PAGE.encode()


def test_an_address_without_a_page_is_told_and_nothing_stored(server: FeedServer) -> None:
    server.routes["/gone"] = status(404, "no such page")
    done = submit(f"{server.url}/gone")
    assert "/gone answers with status 404" in " ".join(done.output.split())
    assert done.exit_code != 0
    assert received() == []


def test_more_than_a_document_may_have_is_not_taken(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISSIONFEED_LIMITS__DOCUMENT_BYTES", "65536")
    server.routes["/endless"] = endless
    done = submit(f"{server.url}/endless")
    assert "more than 65,536 bytes" in " ".join(done.output.split())
    assert received() == []


def test_an_address_on_a_private_network_is_refused(
    server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes["/news"] = PAGE
    monkeypatch.setenv("MISSIONFEED_HTTP__PRIVATE", "[]")
    assert submit(f"{server.url}/news").exit_code != 0
    assert server.seen == []
    assert received() == []
