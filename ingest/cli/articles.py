"""``missionfeed articles``: what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.finding import find
from ingest.cli.inspect import article_dict, reading_dict, show_article
from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text, said
from ingest.cli.tables import show_rows
from ingest.errors import MissionfeedError
from ingest.model import Changes

if TYPE_CHECKING:
    from ingest.store import Store
    from ingest.store.articles import ArticleRow


@click.command()
@click.argument("article", required=False, metavar="[ID|DOC]")
@data_option
@json_option
@click.option("--limit", type=click.IntRange(min=1), help="Only the newest N.")
def articles(article: str | None, data: Path | None, as_json: bool, limit: int | None) -> None:
    """The stored articles, or all of one of them: by its id, or by its document's id or path."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    settings = load_settings(data=data)
    store = open_store(settings)
    try:
        found = _one(store, article, seeds=settings.seeds) if article else None
        rows = [found] if found else store.articles(limit=limit)
        versions = store.versions(found.cluster) if found else []
    finally:
        store.close()
    if as_json:
        for row in rows:
            echo_json(as_dict(row))
    elif article:
        show_article(console(), rows[0].article, rows[0].reading)
        show_versions(versions)
    else:
        _show_list(rows)


def _one(store: Store, named: str, *, seeds: Path) -> ArticleRow:
    if (article := store.article(named)) is not None:
        return article
    receipt = find(store, named, seeds=seeds)
    article = store.article(receipt.article) if receipt.article else None
    if article is None:
        raise MissionfeedError(
            f"{named} became no article: it is {receipt.receipt.value}.",
            hint=f"`missionfeed explain {receipt.document}` says why.",
        )
    return article


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
    def cells(row: ArticleRow) -> list[Any]:
        stamp = row.article.published
        missions = dict.fromkeys(m.name for m in row.reading.mentions if m.kind == "mission")
        return [
            row.id,
            f"{stamp.value:%Y-%m-%d}" if stamp and stamp.value else "",
            row.article.language,
            receipt_text(row.relation),
            str(row.version or ""),
            row.article.publisher,
            row.article.title,
            said(", ".join(missions), style="green"),
        ]

    names = ("article", "published", "lang", "relation", "version", "publisher")
    long = ("title", "missions")
    show_rows(console(), (*names, *long), long=long, rows=[cells(row) for row in rows])
