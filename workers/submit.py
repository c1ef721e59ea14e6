"""``missionfeed submit``: store one document, queue it, and wait for its receipt."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from ingest import log, wiring
from ingest.errors import MissionfeedError
from ingest.model import DocumentId, Receipt, ReceiptRow
from ingest.settings import Settings, load_settings
from ingest.sources import submission
from ingest.store import Store
from workers.app import create_app
from workers.embedded import read_run_file
from workers.queue import CeleryQueue

POLL_SECONDS = 0.05


def read(what: str, limit: int) -> tuple[str | None, bytes]:
    """The name and the bytes of FILE or ``-``; one byte more than ``limit`` at most."""
    if what.lower().startswith(("http://", "https://")):
        raise MissionfeedError(
            "Addresses cannot be fetched yet.",
            hint="Save the page and submit the file: missionfeed submit page.html",
        )
    if what == "-":
        return None, sys.stdin.buffer.read(limit + 1)
    try:
        with Path(what).open("rb") as file:
            return Path(what).name, file.read(limit + 1)
    except OSError as error:
        raise MissionfeedError(f"{what} cannot be read: {error.strerror}.") from error


def submit(settings: Settings, store: Store, name: str | None, raw: bytes) -> DocumentId:
    """Store the document and queue it; without a broker the next run takes it up."""
    arrival = submission.arrival(
        raw, name=name, received=log.now(), limit=settings.limits.document_bytes
    )
    queued = store.take([arrival], now=log.now())
    if queued:
        queue_if_running(settings, queued)
    return arrival.document.id


def queue_if_running(settings: Settings, documents: Sequence[DocumentId]) -> None:
    """Queue stored documents for the running service; without one the next run takes them up."""
    running = settings.broker or read_run_file(settings.data).get("broker_url")
    if not running:
        click.echo("It is stored; `missionfeed run` will take it up.", err=True)
        return
    try:
        CeleryQueue(create_app(load_settings(broker_url=running)))(documents)
    except Exception as error:
        click.echo(f"It is stored, but was not queued yet: {error}", err=True)


def wait(store: Store, document: DocumentId, seconds: float) -> ReceiptRow | None:
    """The receipt, once there is one; None after ``seconds`` without."""
    until = time.monotonic() + seconds
    while True:
        (row,) = store.receipts(ids=[document])
        if row.receipt is not Receipt.QUEUED:
            return row
        if time.monotonic() > until:
            return None
        time.sleep(POLL_SECONDS)


def run(
    settings: Settings, what: str, *, seconds: float | None
) -> tuple[DocumentId, ReceiptRow | None]:
    """Submit ``what`` and wait for at most ``seconds`` (None: not at all)."""
    name, raw = read(what, settings.limits.document_bytes)
    store = wiring.open_store(settings)
    try:
        document = submit(settings, store, name, raw)
        return document, None if seconds is None else wait(store, document, seconds)
    finally:
        store.close()
