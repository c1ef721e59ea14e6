"""``missionfeed receipts``: what became of every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text, said
from ingest.cli.tables import show_rows

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.model import ReceiptRow


@click.command()
@data_option
@json_option
@click.option(
    "--path", "path_glob", metavar="GLOB", help="Only files whose path fits, e.g. '*.html'."
)
@click.option("--limit", type=click.IntRange(min=1), help="Only the newest N.")
def receipts(data: Path | None, as_json: bool, path_glob: str | None, limit: int | None) -> None:
    """What became of each document: new, copy, revision, rejected (and why) ..."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    store = open_store(load_settings(data=data))
    try:
        rows = store.receipts(path_glob=path_glob, limit=limit)
    finally:
        store.close()
    if as_json:
        for row in rows:
            echo_json(as_dict(row))
        return
    screen = console()
    if not rows:
        screen.print("No documents yet. Drop a saved news page into the seeds folder.")
        return
    show(screen, rows)
    screen.print(summary(rows))


def as_dict(row: ReceiptRow) -> dict[str, Any]:
    """A receipt as ``receipts --json`` shows it."""
    origin = {"path": row.path} if row.path is not None else {"url": row.url}
    return {
        "document": row.document,
        **origin,
        "source": row.source,
        "entry": row.entry,
        "receipt": row.receipt.value,
        "code": row.code.value if row.code else None,
        "reason": row.reason,
        "article": row.article,
        "cluster": row.cluster,
        "of": row.of,
        "similarity": row.similarity,
        "title": row.title,
        "received": row.received,
        "settled": row.settled,
    }


def show(screen: Console, rows: Sequence[ReceiptRow]) -> None:
    """Receipts for people; with their day where not all are of today."""
    from ingest import log

    today = log.now().astimezone().date()
    day = "" if all(row.received.astimezone().date() == today for row in rows) else "%Y-%m-%d "
    show_rows(
        screen,
        ("received", "document", "receipt", "title or reason", "article"),
        long=("title or reason",),
        rows=[
            (
                f"{row.received.astimezone():{day}%H:%M:%S}",
                said(origin(row)),
                receipt_text(row.receipt.value),
                _told(row),
                said(row.article or row.document, style="dim"),
            )
            for row in rows
        ],
    )


def origin(row: ReceiptRow) -> str:
    """Where a document came from, for people: ``feed.xml #2``."""
    where = row.path or row.url or row.source
    return f"{where} #{row.entry}" if row.entry is not None else where


def _told(row: ReceiptRow) -> Any:
    text = said(row.title or ("(no title)" if row.article else ""))
    if row.reason and row.receipt.value != "new":
        if row.title:
            text.append("\n")
        text.append_text(said(row.reason, style="dim"))
    return text


def summary(rows: Sequence[ReceiptRow]) -> str:
    """``6 documents: 4 new, 1 copy, 1 unpacked``."""
    counted = Counter(row.receipt.value for row in rows)
    parts = ", ".join(f"{number} {receipt}" for receipt, number in counted.most_common())
    return f"{len(rows)} document{'s' if len(rows) != 1 else ''}: {parts}"
