"""``missionfeed explain``: why did this (not) fire?"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli import receipts
from ingest.cli.articles import changes_dict, show_versions
from ingest.cli.events import line
from ingest.cli.finding import find
from ingest.cli.output import console, data_option, echo_json, json_option, receipt_text, said
from ingest.cli.tables import show_rows
from ingest.model import Article, Candidate, LoggedEvent, Receipt, ReceiptRow, WantedPage

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.store import Store
    from ingest.store.articles import ArticleRow


@click.command()
@click.argument("thing", metavar="DOC|ARTICLE")
@data_option
@json_option
def explain(thing: str, data: Path | None, as_json: bool) -> None:
    """Why a document was judged so; which mentions were seen, taken or refused, and why.

    DOC may also be the path of a file in the drop folder or the address of a page, as `receipts`
    shows it, with the number of an entry where it has several: 'feed.xml #2'.
    """
    from ingest.settings import load_settings
    from ingest.wiring import build_stages, open_store

    settings = load_settings(data=data)
    store = open_store(settings)
    try:
        receipt = find(store, thing, seeds=settings.seeds)
        entries = _entries(store, receipt)
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
        if entries:
            told["entries"] = [receipts.as_dict(row) for row in entries]
        echo_json({**told, "page": _of_page(page)} if page else told)
    else:
        _show(receipt, article)
        if candidates:
            console().print()
            show_candidates(console(), candidates, threshold=settings.mentions.threshold)
        _show_events(receipt, events)
        if entries:
            receipts.show(console(), entries)
        if page:
            console().print(said(_of_page(page)))
        show_versions(versions)


def _of_page(page: WantedPage) -> str:
    """What became of the page of a feed's entry that came with a summary."""
    return page.outcome or f"Its page {page.url} is to be fetched; the summary stands until then."


def _entries(store: Store, receipt: ReceiptRow) -> list[ReceiptRow]:
    """The receipts of what an unpacked file held."""
    if receipt.receipt is not Receipt.UNPACKED:
        return []
    rows = store.receipts(path_glob=receipt.path or receipt.url)
    together = [row for row in rows if row.received == receipt.received]
    return [row for row in together if row.entry is not None]


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
        ("judged by", said(article.layer if article and article.layer != "none" else None)),
        ("title", said(receipt.title)),
    ):
        if value.plain:
            facts.add_row(f"[dim]{name}[/]", value)
    screen.print(facts)


def _show_events(receipt: ReceiptRow, events: list[LoggedEvent]) -> None:
    screen = console()
    if events:
        screen.print()
        for event in events:
            screen.print(line(event.position, json.loads(event.body)), soft_wrap=True)
    elif receipt.receipt.value in ("rejected", "ignored"):
        screen.print("No events: there is no article.")


def show_candidates(
    screen: Console, candidates: tuple[Candidate, ...], *, threshold: float
) -> None:
    """Every name that was seen, as what it was taken or refused, how surely, and why."""
    show_rows(
        screen,
        ("seen", "as", "", "sure", "why"),
        long=("why",),
        rows=[
            (
                one.surface,
                one.id,
                said("taken", "green") if one.taken else said("refused", "red"),
                f"{one.confidence:.2f}",
                said(_why(one, threshold), style="dim"),
            )
            for one in candidates
        ],
    )


def _why(candidate: Candidate, threshold: float) -> str:
    if candidate.taken or candidate.confidence >= threshold:
        return candidate.reason
    return f"{candidate.reason}; not sure enough (mentions.threshold is {threshold:g})"
