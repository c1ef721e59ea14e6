"""``missionfeed submit``: store one document, queue it, and wait for its receipt."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
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


ACCEPT = "text/html, application/xhtml+xml, application/ld+json, application/feed+json, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: bytes, with the name or the address that they came from."""

    raw: bytes
    name: str | None = None
    url: str | None = None


def read(what: str, settings: Settings) -> Handed:
    """FILE, URL or ``-``; of a file one byte more than is allowed at most."""
    limit = settings.limits.document_bytes
    if what.lower().startswith(("http://", "https://")):
        return fetch(what, settings)
    if what == "-":
        return Handed(sys.stdin.buffer.read(limit + 1))
    try:
        with Path(what).open("rb") as file:
            return Handed(file.read(limit + 1), name=Path(what).name)
    except OSError as error:
        raise MissionfeedError(f"{what} cannot be read: {error.strerror}.") from error


def fetch(url: str, settings: Settings) -> Handed:
    """What the address answers. One page that a person asks for by name is no crawling, so it is
    not looked up in robots.txt; what the server calls its type is not believed either."""
    answer = wiring.open_http(settings).get(
        url, headers={"Accept": ACCEPT}, limit=settings.limits.document_bytes
    )
    if not 200 <= answer.status < 300:
        raise MissionfeedError(
            f"{answer.url} answers with status {answer.status}, so there is nothing to read.",
            hint="If a browser shows it, save the page there: missionfeed submit page.html",
        )
    return Handed(answer.body, url=answer.url)


def submit(settings: Settings, store: Store, handed: Handed) -> DocumentId:
    """Store the document and queue it; without a broker the next run takes it up."""
    arrival = submission.arrival(
        handed.raw,
        name=handed.name,
        url=handed.url,
        received=log.now(),
        limit=settings.limits.document_bytes,
    )
    queued = store.take([arrival], now=log.now())
    if queued:
        queue_if_running(settings, queued)
    return arrival.document.id


def queue_if_running(settings: Settings, documents: Sequence[DocumentId]) -> None:
    """Queue stored documents for the running service; without one the next run takes them up."""
    running = _broker(settings)
    if not running:
        click.echo("It is stored; `missionfeed run` will take it up.", err=True)
        return
    try:
        CeleryQueue(create_app(load_settings(broker_url=running)))(documents)
    except Exception as error:
        click.echo(f"It is stored, but was not queued yet: {error}", err=True)


def _broker(settings: Settings) -> str | None:
    """The broker of the service, if one was named or a run says that it has one."""
    return settings.broker or read_run_file(settings.data).get("broker_url")


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
    """Submit ``what`` and wait for at most ``seconds`` (None: not at all), if anybody works."""
    handed = read(what, settings)
    store = wiring.open_store(settings)
    try:
        document = submit(settings, store, handed)
        if seconds is None:
            return document, None
        return document, wait(store, document, seconds if _broker(settings) else 0.0)
    finally:
        store.close()
