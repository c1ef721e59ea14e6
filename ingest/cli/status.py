"""``missionfeed status``: how things stand."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text, said
from ingest.model import Receipt

if TYPE_CHECKING:
    from rich.text import Text

    from ingest.settings import Settings


@click.command()
@data_option
@json_option
def status(data: Path | None, as_json: bool) -> None:
    """How things stand: documents by receipt, the log, the stream."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    settings = load_settings(data=data)
    store = open_store(settings)
    try:
        counts = {receipt.value: number for receipt, number in store.counts().items()}
        position = store.last_position()
        shown = store.database.shown
        called = Counter(webhook.health for webhook in store.webhooks.all())
    finally:
        store.close()
    running = _running(settings.data)
    stream = _stream(settings, (running or {}).get("redis_url"))
    told = {
        "documents": counts,
        "position": position,
        "database": shown,
        "stream": stream,
        "subscribers": dict(called),
        "running": running,
    }
    if as_json:
        echo_json(told)
        return
    from rich.table import Table

    facts = Table.grid(padding=(0, 2))
    facts.add_column(no_wrap=True)
    facts.add_column(overflow="fold")  # addresses are to be copied whole
    for receipt in Receipt:
        if receipt.value in counts:
            facts.add_row(receipt_text(receipt.value), str(counts[receipt.value]))
    facts.add_row("[dim]events in the log[/]", str(position))
    facts.add_row("[dim]database[/]", said(shown))
    if stream is not None:
        facts.add_row("[dim]stream[/]", _standing(stream, position))
    if called:
        told_of = ", ".join(f"{number} {health}" for health, number in sorted(called.items()))
        trouble = "yellow" if called.keys() - {"active", "paused"} else ""
        facts.add_row("[dim]subscribers[/]", said(f"{told_of} (called)", style=trouble))
    if running is not None:
        for name, value in _facts(running):
            facts.add_row(f"[dim]{name}[/]", said(value))
    elif settings.database_url is None:
        facts.add_row("[dim]running[/]", "no (start it with ./run.sh)")
    console().print(facts)


def _running(data: Path) -> dict[str, Any] | None:
    """What an embedded run says of itself in the data folder, if it is alive."""
    try:
        found = json.loads((data / "run.json").read_text(encoding="utf-8"))
        os.kill(int(found["pid"]), 0)
    except PermissionError:
        pass  # alive, but another user's
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def _stream(settings: Settings, embedded: str | None) -> dict[str, Any] | None:
    """Where the stream is, and how far or why that cannot be told; None where none is named."""
    url = settings.redis_url or embedded
    if not url:
        return None
    from ingest.gateways import GatewayError
    from ingest.gateways.redis_stream import RedisStream

    told: dict[str, Any] = {"name": settings.relay.stream, "url": _without_password(url)}
    with closing(RedisStream(url, settings.relay.stream)) as stream:
        try:
            return {**told, "position": stream.last_position(), "error": None}
        except GatewayError as error:
            return {**told, "position": None, "error": str(error)}


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    if not parts.password:
        return url
    return parts._replace(
        netloc=f"{parts.username or ''}:***@{parts.netloc.rpartition('@')[2]}"
    ).geturl()


def _standing(stream: dict[str, Any], position: int) -> Text:
    shown = said(f"{stream['name']} at {stream['url']}, ")
    if stream["error"]:
        return shown.append_text(said(stream["error"], style="red"))
    reached = stream["position"]
    if reached > position:
        what = f"ends at {reached}, ahead of the log: it belongs to another one"
        return shown.append_text(said(what, style="red"))
    behind = "" if reached == position else f"; {position - reached} behind the log"
    return shown.append_text(said(f"ends at {reached}{behind}", style="yellow" if behind else ""))


def _facts(running: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "running", f"process {running.get('pid')}, since {running.get('started')}"
    yield "drop folder", str(running.get("seeds"))
    yield "page", str(running.get("web_url"))
