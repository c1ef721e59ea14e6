"""``missionfeed events``: the log."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.cli.output import console, data_option, json_option, said

if TYPE_CHECKING:
    from ingest.settings import Settings
    from ingest.store import Store

PAGE = 500
NARROW = 100
"""Columns of a screen on which a line has no room for the type and the subject both in full."""
FOLLOW_SECONDS = 0.1


@click.command()
@data_option
@json_option
@click.option("--after", type=click.IntRange(min=0), default=0, help="Only positions above N.")
@click.option("--follow", "-f", is_flag=True, help="Go on as events come, until Ctrl-C.")
@click.option("--mission", metavar="ID", help="Only events of this mission, e.g. shenzhou-20.")
@click.option("--person", metavar="ID", help="Only events that name this person.")
@click.option("--type", "kind", metavar="T", help="Only this type, or types that hold this word.")
def events(
    data: Path | None,
    as_json: bool,
    after: int,
    follow: bool,
    mission: str | None,
    person: str | None,
    kind: str | None,
) -> None:
    """The event log, in order; --json prints whole CloudEvents."""
    from ingest.settings import load_settings
    from ingest.wiring import open_store

    settings = load_settings(data=data)
    store = open_store(settings)
    screen = console()
    narrow = screen.width < NARROW
    first, told = after, 0
    try:
        store.check_cursor(after)
        while True:
            page = store.events(after, PAGE, mission=mission, person=person, type=kind)
            for event in page:
                after = event.position
                told += 1
                if as_json:
                    click.echo(event.body)
                else:
                    shown = line(event.position, json.loads(event.body), narrow=narrow)
                    screen.print(shown, soft_wrap=True)
            if len(page) < PAGE:
                if not told:
                    _say_none(settings, store, first, mission=mission, person=person, kind=kind)
                    told = 1  # once is enough
                if not follow:
                    return
                time.sleep(FOLLOW_SECONDS)
    except KeyboardInterrupt:
        return
    finally:
        store.close()


def _say_none(
    settings: Settings,
    store: Store,
    after: int,
    *,
    mission: str | None,
    person: str | None,
    kind: str | None,
) -> None:
    """Say on standard error that nothing was found, and what is likely to be misspelt."""
    last = store.last_position()
    where = f"after position {after}" if after else "yet"
    asked = ("mission", mission), ("person", person), ("type", kind)
    of = ", ".join(f"{name} {value}" for name, value in asked if value)
    click.echo(f"No event{' of ' if of else ''}{of} {where}; the log ends at {last}.", err=True)
    if kind:
        from ingest.core.events import TYPES, types_like

        if not types_like(kind):
            click.echo(f"The types are {', '.join(map(_short, TYPES))}.", err=True)
    from ingest.cli.finding import unknown

    for doubt in unknown(settings, mission=mission, person=person):
        click.echo(doubt, err=True)


def line(position: int, event: dict[str, Any], *, narrow: bool = False) -> Any:
    """One event as a line for people; on a ``narrow`` screen without what its subject says too."""
    from rich.text import Text

    kind = _short(event["type"])
    what = kind.split(".")[1]
    shown = Text(f"{position:>6}  ", style="dim")
    style = _STYLES.get(what.split("_")[0], "")
    shown.append(f"{what:<11}  " if narrow else f"{kind:<26}", style=style)
    shown.append_text(said(f"{event['subject']:<{26 if narrow else 32}} "))
    shown.append_text(said(gist(event["data"]), style="dim"))
    return shown


def _short(type_: str) -> str:
    return type_.removeprefix("org.missionfeed.").removesuffix(".v1")


_STYLES = {"published": "green", "mentioned": "cyan", "milestone": "bold yellow", "mention": "red"}


def gist(data: dict[str, Any]) -> str:
    """What an event says, in a few words."""
    if "milestone" in data:
        milestone = data["milestone"]
        people = ", ".join(person["name"] for person in milestone["people"])
        parts = [milestone["type"], milestone["date"] or "", milestone["status"], people]
        return " · ".join(part for part in parts if part)
    if "members" in data:
        named = [
            f"{m['name']}{' (' + m['role'] + ')' if m['role'] else ''}" for m in data["members"]
        ]
        return ", ".join(named) or "the crew as a body"
    if "evidence" in data:
        return " ".join(str(data["evidence"]["sentence"]).split())
    return str(data["article"]["title"] or data["article"]["url"] or "")
