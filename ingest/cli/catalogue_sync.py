"""``missionfeed catalogue sync``: what Wikidata knows that the catalogue does not."""

from __future__ import annotations

import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, echo_json, json_option, said
from ingest.cli.tables import show_rows
from ingest.errors import CatalogueError, SettingsError

if TYPE_CHECKING:
    from ingest.catalogue.sync import Change

STYLES = {
    "new": "bold green",
    "added": "green",
    "changed": "magenta",
    "differs": "yellow",
    "gone": "dim",
    "confirms": "cyan",
    "unclear": "red",
}
MEANING = {
    "new": "entries that we did not have",
    "added": "facts that we did not have",
    "changed": "facts of an earlier sync",
    "differs": "our files state something else, and keep it",
    "gone": "not stated any more, and kept",
    "confirms": "states what is marked as unconfirmed here",
    "unclear": "for a person to decide",
}


@click.command("sync")
@click.option("--config", type=click.Path(path_type=Path, file_okay=False), help="As for check.")
@json_option
@click.option("--dry-run", is_flag=True, help="Only show the differences; write nothing.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["missions", "people"]),
    help="Only these (missions bring their crews). May be given twice.",
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Look for flights with a crew since then (default: two years ago).",
)
@click.option(
    "--from",
    "dump",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Read this file instead: entities as in Wikidata's dumps, one a line.",
)
@click.option("--api", help="Another address of the API (a mirror).")
@click.option("--sparql", help="Another address of the query service (a mirror).")
def sync_command(
    config: Path | None,
    as_json: bool,
    dry_run: bool,
    kinds: tuple[Any, ...],
    since: datetime | None,
    dump: Path | None,
    api: str | None,
    sparql: str | None,
) -> None:
    """Show what Wikidata states otherwise, and add what is missing.

    What people wrote is never changed and nothing is ever deleted: new facts go into files of
    their own (wikidata/ in the catalogue's folder), for you to review.
    """
    from ingest import catalogue, log
    from ingest.catalogue import sync, sync_files
    from ingest.catalogue.wikidata import Dump
    from ingest.settings import load_settings
    from ingest.wiring import open_wikidata

    settings = load_settings(config=config)
    if dump is None and not settings.http.contact:
        raise SettingsError(
            "Wikidata wants to know whom to write to.",
            hint="Set http.contact (MISSIONFEED_HTTP__CONTACT) to your page or mail address.",
        )
    directory, today = settings.catalogue_dir, log.now().date()
    found = catalogue.read(directory)
    before = sync_files.read_said(directory)
    begin = since.date() if since else today.replace(year=today.year - 2, day=1)
    items, families = sync_files.ask(
        found,
        Dump(dump) if dump else open_wikidata(settings, api=api, sparql=sparql, wait=_wait),
        kinds=kinds or ("missions", "people"),
        since=begin,
    )
    proposal = sync.propose(found, items, before, families=families, today=today)
    rendered = sync_files.render(proposal)
    _refuse_errors(
        catalogue.examine(sync_files.with_rendered(catalogue.read_files(directory), rendered))
    )
    if as_json:
        for change in proposal.changes:
            echo_json(as_dict(change))
    else:
        _show(proposal.changes)
    if dry_run:
        click.echo("Nothing was written (--dry-run).", err=True)
        return
    for path in sync_files.write(directory, rendered):
        click.echo(f"Written: {path}", err=True)
    if any(change.written for change in proposal.changes):
        click.echo("Review it, then: missionfeed reprocess --dry-run", err=True)


def _wait(seconds: float) -> None:
    click.echo(f"Wikidata is busy, and asks us to wait for {seconds:.0f} s.", err=True)
    time.sleep(seconds)


def _refuse_errors(found: Any) -> None:
    errors = [str(problem) for problem in found.problems if problem.level == "error"]
    if errors:
        raise CatalogueError(
            "With what Wikidata states the catalogue would have errors:\n  "
            + "\n  ".join(errors[:5]),
            hint="Nothing was written. Add what is right to your own files, then sync again.",
        )


def as_dict(change: Change) -> dict[str, Any]:
    """A change as ``catalogue sync --json`` shows it."""
    return {
        "action": change.action,
        "written": change.written,
        "kind": change.kind,
        "id": change.id,
        "wikidata": change.qid,
        "field": change.field,
        "ours": change.ours,
        "theirs": change.theirs,
        "note": change.note,
    }


def _show(changes: list[Change]) -> None:
    screen = console()
    if not changes:
        screen.print("Wikidata states nothing that is new here.")
        return
    show_rows(
        screen,
        ("", "entry", "field", "ours", "Wikidata"),
        long=("ours", "Wikidata"),
        rows=[
            (
                said(one.action, style=STYLES[one.action]),
                one.id or one.qid,
                one.field,
                _text(one.ours),
                _text(one.theirs) + (f" ({one.note})" if one.note else ""),
            )
            for one in changes
        ],
    )
    screen.print()
    counted: Counter[str] = Counter(one.action for one in changes)
    for action, meaning in MEANING.items():
        if counted[action]:
            screen.print(f"{counted[action]:5} {action}: {meaning}", style=STYLES[action])


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
