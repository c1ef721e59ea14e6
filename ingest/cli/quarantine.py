"""``missionfeed quarantine``: documents that were rejected, and trying them again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.cli import receipts
from ingest.cli.output import console, data_option, echo_json, json_option, said
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError
from ingest.model import Reason

if TYPE_CHECKING:
    from ingest.store import Store

_code = click.option(
    "--code",
    type=click.Choice([reason.value for reason in Reason]),
    help="Only those rejected for this reason.",
)
_path = click.option("--path", "path_glob", metavar="GLOB", help="Only those whose path fits.")


@click.group()
def quarantine() -> None:
    """Documents that were rejected: list them, or try them again."""


@quarantine.command("list")
@data_option
@json_option
@_code
@_path
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True)
def list_command(
    data: Path | None, as_json: bool, code: str | None, path_glob: str | None, limit: int
) -> None:
    """Rejected documents by reason, the newest of each first."""
    store = _open(data)
    try:
        counts = store.rejected_codes(code=code, path_glob=path_glob)
        rows = store.rejected(code=code, path_glob=path_glob, limit=limit)
    finally:
        store.close()
    if as_json:
        for row in rows:
            echo_json(receipts.as_dict(row.receipt) | {"kept": row.kept})
        return
    screen = console()
    if not rows:
        screen.print("No document is rejected.")
        return
    show_rows(
        screen,
        ("code", "document", "from", "why", "retry"),
        long=("why",),
        rows=[
            (
                row.receipt.code,
                row.receipt.document,
                receipts.origin(row.receipt),
                row.receipt.reason,
                "" if row.kept else said("not kept: cannot be retried", style="dim"),
            )
            for row in rows
        ],
    )
    screen.print()
    screen.print(", ".join(f"{number} {name}" for name, number in counts.items()))
    if sum(counts.values()) > len(rows):
        screen.print(f"The first {len(rows)} are shown; --limit shows more.", style="dim")


@quarantine.command("retry")
@click.argument("documents", nargs=-1, metavar="[DOC...]")
@data_option
@_code
@_path
@click.option("--all", "everything", is_flag=True, help="Every document that was rejected.")
def retry_command(
    documents: tuple[str, ...],
    data: Path | None,
    code: str | None,
    path_glob: str | None,
    everything: bool,
) -> None:
    """Queue rejected documents again.

    DOC..., or those of a --code or a --path, or --all: for documents that an older version failed
    on. Each gets a new receipt.
    """
    if not (documents or code or path_glob or everything):
        raise click.UsageError("Name documents (d-...), or give --code, --path or --all.")
    store = _open(data)
    try:
        _refuse_others(store, documents)
        queued = store.retry(documents=documents, code=code, path_glob=path_glob)
    finally:
        store.close()
    if not queued:
        click.echo("No rejected document fits (or nothing was kept of those that do).")
        return
    click.echo(f"{queued} document{'s' if queued != 1 else ''} queued again.")
    click.echo("A running service takes them up within seconds; else the next `missionfeed run`.")


def _refuse_others(store: Store, documents: tuple[str, ...]) -> None:
    rows = {row.document: row for row in store.receipts(ids=documents)} if documents else {}
    for asked in documents:
        if asked not in rows:
            raise MissionfeedError(
                f"There is no document {asked}.", hint="`missionfeed quarantine list` lists them."
            )
        if rows[asked].receipt != "rejected":
            raise MissionfeedError(
                f"{asked} is not rejected but {rows[asked].receipt}.",
                hint="What became an article is read again by `missionfeed reprocess`.",
            )


def _open(data: Path | None) -> Store:
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    return open_store(load_settings(data=data))
