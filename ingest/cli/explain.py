"""``missionfeed explain``: why did this (not) fire?"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.articles import changes_dict, show_versions
from ingest.cli.events import line
from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text, said
from ingest.errors import MissionfeedError
from ingest.model import Article, Candidate, LoggedEvent, ReceiptRow, WantedPage

if TYPE_CHECKING:
    from ingest.store import Store
    from ingest.store.articles import ArticleRow


@click.command()
@click.argument("thing", metavar="DOC|ARTICLE")
@data_option
@json_option
def explain(thing: str, data: Path | None, as_json: bool) -> None:
    """Why a document was judged so; which mentions were seen, taken or refused, and why.

    DOC may also be the path of a file in the drop folder, as `receipts` shows it.
    """
    from ingest.settings import load_settings
    from ingest.wiring import build_stages, open_store

    settings = load_settings(data=data)
    store = open_store(settings)
    try:
        receipt = _find(store, thing)
        article = store.article(receipt.article) if receipt.article else None
        versions = store.versions(article.cluster) if article else []
        events = store.events(article=receipt.article, limit=500) if receipt.article else []
        document = store.document(receipt.document)
        page = store.pages.find(receipt.document)
    finally:
        store.close()
    candidates: tuple[Candidate, ...] = ()
    if article is not None and document is not None:
        stages = build_stages(settings)
        outcome = stages.normalise(document)
        if isinstance(outcome, Article):
            candidates = stages.read(outcome).candidates
    if as_json:
        told = _as_dict(receipt, article, candidates, events)
        echo_json({**told, "page": _of_page(page)} if page else told)
    else:
        _show(receipt, article, candidates, events)
        if page:
            console().print(said(_of_page(page)))
        show_versions(versions)


def _of_page(page: WantedPage) -> str:
    """What became of the page of a feed's entry that came with a summary."""
    return page.outcome or f"Its page {page.url} is to be fetched; the summary stands until then."


def _find(store: Store, thing: str) -> ReceiptRow:
    if thing.startswith("a-"):
        article = store.article(thing)
        found = store.receipts(ids=[article.document]) if article else []
    elif thing.startswith("d-"):
        found = store.receipts(ids=[thing])
    else:
        found = store.receipts(path_glob=thing, limit=1)
    if not found:
        raise MissionfeedError(
            f"Nothing is known of {thing}.",
            hint="`missionfeed receipts` lists documents (d-...), articles (a-...) and paths.",
        )
    return found[-1]


def _as_dict(
    receipt: ReceiptRow,
    article: ArticleRow | None,
    candidates: tuple[Candidate, ...],
    events: list[LoggedEvent],
) -> dict[str, Any]:
    return {
        "document": receipt.document,
        "path": receipt.path,
        "receipt": receipt.receipt.value,
        "code": receipt.code.value if receipt.code else None,
        "reason": receipt.reason,
        "article": receipt.article,
        "cluster": receipt.cluster,
        "of": receipt.of,
        "layer": article.layer if article else None,
        "version": article.version if article else None,
        "changes": changes_dict(article.changes) if article else None,
        "similarity": receipt.similarity,
        "candidates": [asdict(candidate) for candidate in candidates],
        "events": [json.loads(event.body) for event in events],
    }


def _show(
    receipt: ReceiptRow,
    article: ArticleRow | None,
    candidates: tuple[Candidate, ...],
    events: list[LoggedEvent],
) -> None:
    from rich.table import Table

    screen = console()
    facts = Table.grid(padding=(0, 2))
    for name, value in (
        ("document", said(f"{receipt.document}  {receipt.path or receipt.url or ''}")),
        ("receipt", receipt_text(receipt.receipt.value)),
        ("because", said(receipt.reason or "")),
        ("article", said(receipt.article)),
        ("of", said(receipt.of)),
        ("cluster", said(receipt.cluster)),
        ("version", said(str(article.version) if article and article.version else None)),
        ("judged by", said(article.layer if article else None)),
        ("title", said(receipt.title)),
    ):
        if value.plain:
            facts.add_row(f"[dim]{name}[/]", value)
    screen.print(facts)
    if candidates:
        screen.print()
        screen.print(candidate_table(candidates))
    if events:
        screen.print()
        for event in events:
            screen.print(line(event.position, json.loads(event.body)), soft_wrap=True)
    elif receipt.receipt.value in ("rejected", "ignored"):
        screen.print("No events: there is no article.")


def candidate_table(candidates: tuple[Candidate, ...]) -> Any:
    """Every name that was seen, as what it was taken or refused, how surely, and why."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("seen", "as", "", "sure"):
        table.add_column(column, no_wrap=True)
    table.add_column("why", ratio=1, style="dim")
    for one in candidates:
        taken = "[green]taken[/]" if one.taken else "[red]refused[/]"
        table.add_row(said(one.surface), one.id, taken, f"{one.confidence:.2f}", said(one.reason))
    return table
