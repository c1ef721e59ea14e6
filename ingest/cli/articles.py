"""``missionfeed articles``: what is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.inspect import article_dict, reading_dict, show_article
from ingest.cli.output import console, data_option, echo_json, json_option, said
from ingest.errors import MissionfeedError

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
    else:
        _show_list(rows)


def as_dict(row: ArticleRow) -> dict[str, Any]:
    normaliser, linker, catalogue = row.versions
    return {
        "id": row.id,
        "cluster": row.cluster,
        "relation": row.relation,
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


def _show_list(rows: list[ArticleRow]) -> None:
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("article", "published", "lang", "relation", "publisher"):
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
            said(row.article.publisher),
            said(row.article.title),
            said(", ".join(missions)),
        )
    console().print(shown)
