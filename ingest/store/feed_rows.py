"""A feed as a row of its table, and back."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from sqlalchemy import Row

from ingest.model import Feed, Rhythm
from ingest.store.hosts import host_of

COLUMNS = {
    "added": "added_at",
    "next_poll": "next_poll_at",
    "polled": "polled_at",
    "succeeded": "succeeded_at",
    "changed": "changed_at",
    "hub_asked": "hub_asked_at",
}
FOUND = frozenset(
    {"url", "host", "title", "site", "etag", "last_modified", "validators_url", "digest"}
    | {
        "next_poll_at",
        "polled_at",
        "succeeded_at",
        "changed_at",
        "failures",
        "error",
        "code",
        "rhythm",
    }
    | {"hub", "topic"}
)
"""The columns that are a poll's to write; the others are the operator's, or WebSub's."""


def row_of(feed: Feed) -> dict[str, Any]:
    row = {COLUMNS.get(name, name): getattr(feed, name) for name in Feed.__slots__}
    row["host"] = host_of(feed.url)
    row["folder"] = json.dumps(list(feed.folder), ensure_ascii=False)
    row["rhythm"] = msgspec.json.encode(feed.rhythm).decode()
    return row


def feed_of(row: Row[Any]) -> Feed:
    values = {name: getattr(row, COLUMNS.get(name, name)) for name in Feed.__slots__}
    values["folder"] = tuple(json.loads(row.folder))
    values["rhythm"] = msgspec.json.decode(row.rhythm, type=Rhythm)
    return Feed(**values)
