"""``missionfeed feeds poll``: poll feeds now, here, and say of each what came of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from ingest import log, wiring
from ingest.cli.feeds import feeds, find, opened
from ingest.cli.output import data_option, echo_json, json_option
from ingest.model import DocumentId, Feed
from ingest.settings import Settings
from ingest.sources.feeds.polling import Poller
from workers.submit import queue_if_running

LEASE = timedelta(minutes=5)
WAIT_SECONDS = 60.0
"""For the lease of a feed that another poller, or another feed of its host, has at the moment."""


@feeds.command()
@click.argument("which", metavar="[NOW|FEED...]", nargs=-1)
@data_option
@json_option
def poll(which: tuple[str, ...], data: Path | None, as_json: bool) -> None:
    """Poll feeds now, and say what each brought.

    All that are active (NOW, or no name), or those FEEDs (ids or addresses), even paused ones.
    """
    with opened(data) as (settings, store):
        everything = not which or [name.upper() for name in which] == ["NOW"]
        chosen = (
            [feed for feed in store.feeds.all() if feed.state == "active"]
            if everything
            else [find(store, name) for name in which]
        )
        if not chosen:
            click.echo("No feed is followed yet. Add one: missionfeed feeds add URL")
            return
        failed = _poll_all(settings, chosen, as_json=as_json)
    click.get_current_context().exit(1 if failed == len(chosen) else 0)


def _poll_all(settings: Settings, chosen: Sequence[Feed], *, as_json: bool) -> int:
    """Poll one after the other, and report each; how many failed."""
    poller = wiring.open_poller(settings, may_be_lost=False)
    failed = 0
    try:
        for feed in chosen:
            documents = poll_one(poller, feed)
            if documents:
                queue_if_running(settings, documents)
            after = poller.store.feeds.find(feed.id)
            error = after.error if after else "It was removed meanwhile."
            if documents is None:
                error = "It, or its host, is being asked by another poller."
            failed += error is not None
            _report(feed, len(documents or ()), error, as_json=as_json)
    finally:
        poller.store.close()
    return failed


def poll_one(poller: Poller, feed: Feed) -> list[DocumentId] | None:
    """The new documents of a feed; None where it cannot be leased in time."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        now = log.now()
        held = poller.store.feeds.lease_one(feed.id, now=now, until=now + LEASE)
        if held is not None:
            return poller.poll(held)
        if time.monotonic() > until:
            return None
        time.sleep(0.1)


def _report(feed: Feed, new: int, error: str | None, *, as_json: bool) -> None:
    if as_json:
        told: dict[str, Any] = {"id": feed.id, "url": feed.url, "documents": new, "error": error}
        echo_json(told)
    else:
        what = error or f"{new} document{'' if new == 1 else 's'}"
        click.echo(f"{feed.id} {feed.title or feed.url}: {what}")
