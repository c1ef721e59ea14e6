"""``missionfeed feeds`` as people use it, against a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import workers.cli  # noqa: F401 - adds what needs a queue
from ingest.cli import cli
from ingest.core.feeds import opml
from ingest.core.feeds.opml import Read
from tests.feed_server import FeedServer, redirect, serve, status

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Orbit Daily</title>'
    "<link>https://n.example/</link><item><title>Cargo ship docks with the station</title>"
    "<link>https://n.example/1</link><description>It docked early on Monday, the agency said."
    "</description></item></channel></rss>"
)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serve() as made:
        made.routes["/feed"] = FEED
        yield made


@pytest.fixture
def feeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs ``missionfeed feeds ...`` on a data folder of its own, which nobody used before."""
    monkeypatch.setenv("MISSIONFEED_HTTP__PRIVATE", '["127.0.0.1"]')
    monkeypatch.setenv("MISSIONFEED_FEEDS__HOST_DELAY_SECONDS", "0")
    data = tmp_path / "data"

    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(cli, ["feeds", *arguments, "--data", str(data)], input=stdin)

    return run


def listed(feeds: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in feeds("list", "--json").output.splitlines()]


def test_a_database_of_the_operators_is_not_made_by_the_way(
    feeds: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISSIONFEED_DATABASE_URL", f"sqlite:///{tmp_path / 'theirs.sqlite3'}")
    refused = feeds("list")
    assert refused.exit_code != 0
    assert "migrate" in refused.output


def test_a_feed_is_added_once(feeds: Any, server: FeedServer) -> None:
    added = feeds("add", f"{server.url}/feed", "--full-text", "never", "--folder", "Space/News")
    assert added.exit_code == 0, added.output
    assert "Orbit Daily" in added.output
    assert "followed already" in feeds("add", f"{server.url}/feed").output
    (feed,) = listed(feeds)
    assert (feed["url"], feed["title"]) == (f"{server.url}/feed", "Orbit Daily")
    assert (feed["full_text"], feed["folder"]) == ("never", ["Space", "News"])


def test_the_feed_of_a_page_is_discovered(feeds: Any, server: FeedServer) -> None:
    server.routes["/"] = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/gone">'
        '<link rel="alternate" type="application/rss+xml" href="/feed">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed"></head></html>'
    )
    added = feeds("add", f"{server.url}/")
    assert added.exit_code == 0, added.output
    assert "/comments/feed" in added.output
    assert [feed["url"] for feed in listed(feeds)] == [f"{server.url}/feed"]


def test_a_refresh_and_a_move_are_followed(feeds: Any, server: FeedServer) -> None:
    server.routes["/"] = '<meta http-equiv="refresh" content="0; url=/home">'
    server.routes["/home"] = '<a href="/old.rss">RSS</a>'
    server.routes["/old.rss"] = redirect("/feed", 301)
    assert feeds("add", f"{server.url}/").exit_code == 0
    assert [feed["url"] for feed in listed(feeds)] == [f"{server.url}/feed"]


@pytest.mark.parametrize(
    ("path", "said"),
    [("/page", "no feed"), ("/missing", "status 404"), ("/text", "no feed"), ("/busy", "503")],
)
def test_what_is_no_feed_is_refused_with_a_sentence(
    feeds: Any, server: FeedServer, path: str, said: str
) -> None:
    del server.routes["/feed"]
    server.routes |= {"/page": "<html><p>Hello</html>", "/text": "Hello", "/busy": status(503)}
    refused = feeds("add", f"{server.url}{path}")
    assert refused.exit_code == 1
    assert said in refused.output
    assert "Traceback" not in refused.output
    assert listed(feeds) == []


def test_an_address_that_is_not_public_is_refused(
    feeds: Any, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MISSIONFEED_HTTP__PRIVATE")
    refused = feeds("add", f"{server.url}/feed")
    assert refused.exit_code == 1
    assert server.seen == []


def test_feeds_are_paused_resumed_and_removed(feeds: Any, server: FeedServer) -> None:
    feeds("add", f"{server.url}/feed")
    (feed,) = listed(feeds)
    assert feeds("pause", feed["id"]).exit_code == 0
    assert listed(feeds)[0]["state"] == "paused"
    assert feeds("resume", feed["url"]).exit_code == 0
    assert listed(feeds)[0]["state"] == "active"
    assert feeds("remove", feed["id"][:6]).exit_code == 0
    assert listed(feeds) == []
    unknown = feeds("pause", "f-0")
    assert unknown.exit_code == 1
    assert "names no feed" in unknown.output


def test_a_poll_tells_of_each_feed(feeds: Any, server: FeedServer) -> None:
    feeds("add", f"{server.url}/feed")
    polled = feeds("poll", "NOW")
    assert polled.exit_code == 0, polled.output
    assert "Orbit Daily: 1 document" in polled.output
    (feed,) = listed(feeds)
    assert (feed["entries"], feed["error"]) == (1, None)
    assert feed["last_ok"]
    server.routes["/feed"] = status(500)
    failed = feeds("poll", feed["id"], "--json")
    assert failed.exit_code == 1
    assert json.loads(failed.output.splitlines()[-1])["error"]
    shown = feeds("list").output
    assert "failing" in shown
    assert listed(feeds)[0]["error"] in " ".join(shown.split())


def test_lists_are_imported_and_exported(feeds: Any, server: FeedServer) -> None:
    outlines = [
        opml.Outline(f"https://n{n}.example/feed", f"Feed {n}", None, ("Space",) * (n % 3))
        for n in range(5)
    ]
    source = opml.write(outlines, title="t", created="Mon, 04 May 2026 12:00:00 GMT")
    assert "5 feeds added" in feeds("import", "-", stdin=source).output
    assert "0 feeds added, 5 were followed already" in feeds("import", "-", stdin=source).output
    there = opml.read(feeds("export").stdout_bytes)
    assert isinstance(there, Read)
    assert set(there.outlines) == set(outlines)
    refused = feeds("import", "-", stdin=b"<html/>")
    assert refused.exit_code == 1
    assert "no OPML list" in refused.output


def test_a_list_that_is_cut_off_or_names_no_feed_says_so(feeds: Any, server: FeedServer) -> None:
    whole = b'<outline text="a" xmlUrl="https://a.example/feed"/><outline text="Just words"/>'
    cut = feeds("import", "-", stdin=b"<opml><body>" + whole + b"<outline text='b' xml")
    assert "1 feed added" in cut.output
    assert "cut off" in cut.output
    assert "Just words: it names no feed" in cut.output
    nothing = feeds("import", "-", stdin=b"<opml><body><outline")
    assert nothing.exit_code == 1
    assert "names no feed" in nothing.output
    assert "cut off" in nothing.output


@pytest.fixture
def declared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file ``config/feeds/mine.yaml`` of a configuration of its own."""
    folder = tmp_path / "config" / "feeds"
    folder.mkdir(parents=True)
    monkeypatch.setenv("MISSIONFEED_CONFIG", str(tmp_path / "config"))
    return folder / "mine.yaml"


def test_declared_feeds_are_followed_as_the_file_says(feeds: Any, declared: Path) -> None:
    one = "feeds: [{url: 'https://a.example/feed', title: A, full_text: never},"
    declared.write_text(one + "{url: 'https://b.example/feed', follow: false}]")
    (feed,) = listed(feeds)
    assert (feed["url"], feed["origin"], feed["full_text"]) == (
        "https://a.example/feed", "config", "never",
    )  # fmt: skip
    declared.write_text("feeds: []")
    (feed,) = listed(feeds)
    assert (feed["state"], feed["code"]) == ("paused", "not_declared")
    declared.write_text("feeds: [{url: 'https://a.example/feed'}]")
    (feed,) = listed(feeds)
    assert (feed["state"], feed["full_text"]) == ("active", "auto")


def test_what_the_operator_paused_stays_paused(feeds: Any, declared: Path) -> None:
    declared.write_text("feeds: [{url: 'https://a.example/feed'}]")
    feeds("pause", "https://a.example/feed")
    assert listed(feeds)[0]["state"] == "paused"


@pytest.mark.parametrize(
    "source",
    [
        "[]",
        "feeds: [{title: A}]",
        "feeds: [{url: 'ftp://a'}]",
        "feeds: [{url: 'https://a', x: 1}]",
        "{",
    ],
)
def test_a_file_that_cannot_be_used_is_named(feeds: Any, declared: Path, source: str) -> None:
    declared.write_text(source)
    refused = feeds("list")
    assert refused.exit_code == 2
    assert "mine.yaml" in refused.output


def test_the_list_that_comes_along_follows_nothing(feeds: Any) -> None:
    assert listed(feeds) == []
