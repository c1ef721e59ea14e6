"""What a run shows: receipts and events as they come on a terminal, else the parts' log lines."""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter, deque
from datetime import timedelta
from typing import Any

from rich.console import Console
from rich.live import Live
from rich.text import Text

from ingest import log, wiring
from ingest.cli import events as event_lines
from ingest.cli import receipts as receipt_lines
from ingest.cli.output import receipt_text, said
from ingest.errors import MissionfeedError
from ingest.model import Receipt, ReceiptRow
from ingest.settings import Settings
from ingest.store import Store

REFRESH_SECONDS = 0.25
LATE = timedelta(seconds=5)
"""Receipts are looked for this far back: their times are taken before they are committed."""
AT_ONCE = 200


class LogLines:
    """The parts' lines as they are."""

    def start(self) -> None:
        pass

    def ending(self) -> None:
        pass

    def close(self) -> None:
        pass

    def write(self, _part: str, line: str) -> None:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


class LiveView:
    """Receipts and events as they come, and how things stand on the last line."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._console = Console(highlight=False)
        self._live = Live(console=self._console, auto_refresh=False, transient=True)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="view", daemon=True)
        self._since = log.now()
        self._shown: deque[str] = deque(maxlen=10 * AT_ONCE)
        self._position = 0
        self._standing = Text()

    def start(self) -> None:
        self._thread.start()

    def ending(self) -> None:
        self._console.print("Ending; what was begun is finished first ...", style="dim")

    def close(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
            self._console.print(
                Text("Ended: ").append_text(self._standing),
                Text("The next start goes on from here.", style="dim"),
                sep="\n",
            )

    def write(self, part: str, line: str) -> None:
        """Show what a part says only if it is a warning or worse (or not a log line of ours)."""
        try:
            told: dict[str, Any] = json.loads(line)
        except ValueError:
            told = {"level": "warning", "event": line}
        if told.get("level") in ("debug", "info"):
            return
        text = Text(f"{part}: {told.get('level', '')} ", style="yellow")
        text.append_text(said(str(told.get("event", ""))))
        for key in ("webhook", "path", "error", "reason"):
            if told.get(key):
                text.append_text(said(f" {key}={told[key]}", style="dim"))
        self._console.print(text)

    def _run(self) -> None:
        store = wiring.open_store(self._settings)
        self._position = store.last_position()
        self._console.print(
            Text("Watching ").append_text(said(str(self._settings.seeds), style="bold")),
            Text(f"See it at http://{self._settings.web.host}:{self._settings.web.port}/"),
            Text("Drop a saved news page there; end with Ctrl-C.", style="dim"),
            sep="\n",
        )
        try:
            with self._live:
                while not self._stop.wait(REFRESH_SECONDS):
                    self._refresh(store)
                self._refresh(store)
        finally:
            store.close()

    def _print(self, line: Text) -> None:
        """One line on the screen, whatever its length: the commands show all of it."""
        self._console.print(line, no_wrap=True, overflow="ellipsis")

    def _refresh(self, store: Store) -> None:
        try:
            rows = store.receipts(settled_after=self._since - LATE, limit=AT_ONCE)
            events = store.events(self._position, AT_ONCE)
            counts = store.counts()
        except MissionfeedError as error:
            self._live.update(Text(str(error), style="red"), refresh=True)
            return
        for row in rows:
            if row.document not in self._shown:
                self._shown.append(row.document)
                self._print(_receipt_line(row))
                self._since = max(self._since, row.settled or self._since)
        for event in events:
            self._position = event.position
            narrow = self._console.width < event_lines.NARROW
            self._print(event_lines.line(event.position, json.loads(event.body), narrow=narrow))
        self._standing = _standing(Counter(counts), self._position)
        self._live.update(self._standing, refresh=True)


def _receipt_line(row: ReceiptRow) -> Text:
    line = Text(f"{(row.settled or row.received).astimezone():%H:%M:%S} ", style="dim")
    line.append_text(receipt_text(row.receipt.value)).append(" " * (9 - len(row.receipt.value)))
    line.append_text(said(receipt_lines.origin(row), style="bold"))
    told = row.title if row.receipt is Receipt.NEW else row.reason or row.title
    line.append_text(said(f"  {told or ''}", style="dim"))
    return line


def _standing(counts: Counter[Receipt], position: int) -> Text:
    """``12 documents, 3 queued, 140 events``."""
    total = sum(counts.values())
    line = Text(f"{total} documents · ", style="dim")
    for receipt in Receipt:
        if counts[receipt]:
            line.append(f"{counts[receipt]} ").append_text(receipt_text(receipt.value)).append(
                " · "
            )
    return line.append(f"{position} events")
