"""``missionfeed events``: the log."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import click

from ingest.cli.output import console, data_option, json_option, said

PAGE = 500
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

    store = open_store(load_settings(data=data))
    screen = console()
    try:
        while True:
            page = store.events(after, PAGE, mission=mission, person=person, type=kind)
            for event in page:
                after = event.position
                if as_json:
                    click.echo(event.body)
                else:
                    screen.print(line(event.position, json.loads(event.body)), soft_wrap=True)
            if len(page) < PAGE:
                if not follow:
                    return
                time.sleep(FOLLOW_SECONDS)
    except KeyboardInterrupt:
        return
    finally:
        store.close()


def line(position: int, event: dict[str, Any]) -> Any:
    """One event as a line for people."""
    from rich.text import Text

    kind = event["type"].removeprefix("org.missionfeed.").removesuffix(".v1")
    shown = Text(f"{position:>6}  ", style="dim")
    shown.append(f"{kind:<26}", style=_STYLES.get(kind.split(".")[1].split("_")[0], ""))
    shown.append_text(said(f"{event['subject']:<32} "))
    shown.append_text(said(gist(event["data"]), style="dim"))
    return shown


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
