"""``missionfeed reprocess``: stored documents read again by today's catalogue and code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, data_option, echo_json, json_option, said
from ingest.cli.tables import show_rows

if TYPE_CHECKING:
    from rich.text import Text

    from ingest.model import Milestone
    from ingest.reprocess import Difference

ROWS = 200
"""Articles that the table shows at most; the sums below it count all of them."""
ENTRIES = 20


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]")
@data_option
@json_option
@click.option(
    "--dry-run", is_flag=True, help="Only show what would change; store and tell nothing."
)
@click.option("--path", "path_glob", metavar="GLOB", help="Only documents whose path fits.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    help="Only articles that came since then (UTC).",
)
@click.option("--all", "everything", is_flag=True, help="Also what today's versions read already.")
def reprocess(
    articles: tuple[str, ...],
    data: Path | None,
    as_json: bool,
    dry_run: bool,
    path_glob: str | None,
    since: datetime | None,
    everything: bool,
) -> None:
    """Read stored documents again, and tell readers exactly what differs.

    Without ARTICLE those are read that other versions of the normaliser, the linker or the
    catalogue read. Settings and publishers (config/sources) have no version: use --all after
    changing those. It may be stopped at any time; the next run goes on.
    """
    from ingest import log
    from ingest.settings import load_settings
    from ingest.store.rereading import Selection
    from ingest.wiring import open_reprocess

    settings = load_settings(data=data)
    log.configure("WARNING", settings.log_format)
    work = open_reprocess(settings)
    selection = Selection(
        unless=None if everything or articles else work.stages.versions,
        articles=articles,
        path_glob=path_glob,
        since=since.replace(tzinfo=UTC) if since else None,
    )
    try:
        with _progress(work.store.newest_article()) as seen:
            found = seen(work.run(selection, dry_run=dry_run))
            if as_json:
                for difference in filter(None, found):
                    echo_json(as_dict(difference))
                return
            sums, shown = _sum_up(found)
    finally:
        work.store.close()
    _show(sums, shown, dry_run=dry_run)


@contextmanager
def _progress(newest: int) -> Iterator[Any]:
    """Shows, on a terminal, how far in the order of arrival we are."""
    from rich.console import Console
    from rich.progress import Progress

    screen = Console(stderr=True)
    with Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Reading again", total=newest)

        def seen(found: Iterable[Difference]) -> Iterator[Difference]:
            for difference in found:
                bar.update(task, completed=difference.number)
                yield difference

        yield seen


def as_dict(found: Difference) -> dict[str, Any]:
    """A difference as ``reprocess --json`` shows it."""
    names = ("normaliser", "linker", "catalogue")
    return {
        "article": found.article,
        "cluster": found.cluster,
        "path": found.path,
        "title": found.title,
        "gained": list(found.gained),
        "lost": list(found.lost),
        "milestones_gained": [_milestone(one) for one in found.milestones_gained],
        "milestones_lost": [_milestone(one) for one in found.milestones_lost],
        "changed": list(found.changed),
        "events": [{"type": one.type, "subject": one.subject} for one in found.events],
        "untold": found.untold,
        "kept": {"code": found.kept.code.value, "reason": found.kept.reason}
        if found.kept
        else None,
        "versions": {
            "before": dict(zip(names, found.before, strict=True)),
            "after": dict(zip(names, found.after, strict=True)),
        },
    }


def _milestone(one: Milestone) -> dict[str, Any]:
    return {"type": one.type, "mission": one.mission, "date": one.date, "status": one.status}


@dataclass(slots=True)
class _Sums:
    read: int = 0
    different: int = 0
    kept: int = 0
    untold: int = 0
    events: int = 0
    gained: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


def _sum_up(found: Iterable[Difference]) -> tuple[_Sums, list[Difference]]:
    """Sums over all, and the first of them to show: memory does not grow with the store."""
    sums = _Sums()
    shown: list[Difference] = []
    for one in found:
        sums.read += 1
        if not one:
            continue
        sums.kept += one.kept is not None
        sums.different += one.kept is None
        sums.untold += one.untold is not None and one.kept is None
        sums.events += len(one.events)
        sums.gained.update(one.gained)
        sums.lost.update(one.lost)
        if len(shown) < ROWS:
            shown.append(one)
    return sums, shown


def _show(sums: _Sums, shown: list[Difference], *, dry_run: bool) -> None:
    screen = console()
    if shown:
        show_rows(
            screen,
            ("article", "title", "gains and loses", "told"),
            long=("title", "gains and loses"),
            rows=[(one.article, one.title, _what(one), _told(one)) for one in shown],
        )
        rest = sums.different + sums.kept - len(shown)
        if rest:
            screen.print(f"... and {rest} more articles; --json shows all of them.", style="dim")
        screen.print()
    if sums.gained or sums.lost:
        screen.print(_entries(sums))
        screen.print()
    screen.print(
        f"{sums.read} articles read again: {sums.different} read otherwise "
        f"({sums.untold} of them untold), {sums.kept} kept as they were, {sums.events} events."
    )
    if dry_run:
        screen.print("Nothing was stored or told (--dry-run).", style="yellow")


def _entries(sums: _Sums) -> Any:
    """Which missions and people gain or lose the most articles."""
    from rich.table import Table

    table = Table("entry", "articles gained", "lost", box=None, pad_edge=False, header_style="bold")
    for entry, _ in (sums.gained + sums.lost).most_common(ENTRIES):
        table.add_row(entry, f"+{sums.gained[entry]}", f"-{sums.lost[entry]}")
    return table


def _what(one: Difference) -> Text:
    from rich.text import Text

    if one.kept:
        return said(f"kept: {one.kept.reason}", style="yellow")
    parts = [
        *(said(f"+ {entry}", style="green") for entry in one.gained),
        *(said(f"- {entry}", style="red") for entry in one.lost),
        *(said(f"+ {_line(m)}", style="green") for m in one.milestones_gained),
        *(said(f"- {_line(m)}", style="red") for m in one.milestones_lost),
        *(said(f"{name} changed", style="dim") for name in one.changed),
    ]
    return Text("\n").join(parts or [said("roles or members of a crew", style="dim")])


def _line(one: Milestone) -> str:
    return " ".join(filter(None, (one.status, one.type, one.mission, one.date)))


def _told(one: Difference) -> Text:
    if one.kept:
        return said("")
    if one.untold:
        return said(f"no: {one.untold}", style="dim")
    events = len(one.events)
    return said(f"{events} event{'s' if events != 1 else ''}", style="bold" if events else "dim")
