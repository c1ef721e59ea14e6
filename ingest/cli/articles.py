"""``missionfeed articles``: what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.inspect import article_dict, reading_dict, show_article
from ingest.cli.output import console, data_option, echo_json, json_option, said
from ingest.errors import MissionfeedError
from ingest.model import Changes

if TYPE_CHECKING:
    from ingest.store.articles import ArticleRow


@click.command()
@click.argument("article", required=False, metavar="[ID]")
@data_option
@json_option
@click.option("--limit", type=click.IntRange(min=1), help="Only the newest N.")
def articles(article: str | None, data: Path | None, as_json: bool, limit: int | None) -> None:
    """The stored articles, or all of one of them."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    store = open_store(load_settings(data=data))
    try:
        found = store.article(article) if article else None
        rows = [found] if found else store.articles(limit=limit) if not article else []
        versions = store.versions(found.cluster) if found else []
    finally:
        store.close()
    if article and not rows:
        raise MissionfeedError(
            f"There is no article {article}.", hint="`missionfeed articles` lists them."
        )
    if as_json:
        for row in rows:
            echo_json(as_dict(row))
    elif article:
        show_article(console(), rows[0].article, rows[0].reading)
        show_versions(versions)
    else:
        _show_list(rows)


def as_dict(row: ArticleRow) -> dict[str, Any]:
    normaliser, linker, catalogue = row.versions
    return {
        "id": row.id,
        "cluster": row.cluster,
        "relation": row.relation,
        "version": row.version,
        "changes": changes_dict(row.changes),
        "of": row.of,
        "similarity": row.similarity,
        "layer": row.layer,
        "why": row.why,
        "document": row.document,
        "received": row.received,
        **article_dict(row.article),
        **reading_dict(row.reading),
        "versions": {"normaliser": normaliser, "linker": linker, "catalogue": catalogue},
    }


def changes_dict(changes: Changes | None) -> dict[str, Any] | None:
    """The sentences in which a revision differs from the version before; None for others."""
    return asdict(changes) if changes else None


def show_versions(versions: list[ArticleRow]) -> None:
    """The versions of a story with what each changed, if there is more than one."""
    if len(versions) < 2:
        return
    screen = console()
    screen.print()
    for row in versions:
        counts = _counts(row.changes) if row.changes else ""
        screen.print(
            f"[bold]version {row.version}[/]  {row.id}  {row.received:%Y-%m-%d %H:%M}{counts}"
        )
        if row.changes:
            for sign, sentence in _differing(row.changes):
                screen.print(said(f"  {sign} {sentence}"), soft_wrap=True)


def _counts(changes: Changes) -> str:
    counts = (len(changes.added), len(changes.removed), len(changes.changed))
    return "  {} added, {} removed, {} changed".format(*counts)


def _differing(changes: Changes) -> Iterator[tuple[str, str]]:
    for sentence in changes.added:
        yield "+", sentence
    for sentence in changes.removed:
        yield "-", sentence
    for before, after in changes.changed:
        yield "-", before
        yield "+", after


def _show_list(rows: list[ArticleRow]) -> None:
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("article", "published", "lang", "relation", "version", "publisher"):
        shown.add_column(column, no_wrap=True)
    shown.add_column("title", ratio=1)
    shown.add_column("missions", ratio=1, style="green")
    for row in rows:
        stamp = row.article.published
        missions = dict.fromkeys(m.name for m in row.reading.mentions if m.kind == "mission")
        shown.add_row(
            row.id,
            f"{stamp.value:%Y-%m-%d}" if stamp and stamp.value else "",
            row.article.language or "",
            row.relation,
            str(row.version or ""),
            said(row.article.publisher),
            said(row.article.title),
            said(", ".join(missions)),
        )
    console().print(shown)
