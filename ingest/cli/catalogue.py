"""``missionfeed catalogue``: what is known of missions and people, and whether it is sound."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from ingest.catalogue import Problem, check, load
from ingest.errors import CatalogueError
from ingest.model import Catalogue, Mission, Person, Series
from ingest.settings import load_settings

__all__ = ["catalogue"]

_directory = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that holds catalogue/ (default: the settings').",
)


def _catalogue_dir(config: Path | None) -> Path:
    return load_settings(config=config).catalogue_dir


@click.group()
def catalogue() -> None:
    """Missions, crews, people and stations: show an entry, check the files."""


@catalogue.command("check")
@_directory
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def check_command(config: Path | None, as_json: bool) -> None:
    """Say everything that is wrong with the catalogue's files. Exit code 1 on errors."""
    directory = _catalogue_dir(config)
    problems = check(directory)
    if as_json:
        for problem in problems:
            click.echo(json.dumps(msgspec.to_builtins(problem), ensure_ascii=False))
    else:
        _print_problems(problems, directory)
    if any(problem.level == "error" for problem in problems):
        raise SystemExit(1)


def _print_problems(problems: list[Problem], directory: Path) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        colour = "red" if problem.level == "error" else "yellow"
        console.print(f"[{colour}]{problem.level}[/] {escape(str(problem))}")
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    console.print(f"{escape(str(directory))}: {errors} errors, {warnings} warnings.")


@catalogue.command("show")
@click.argument("id")
@_directory
@click.option("--json", "as_json", is_flag=True, help="The entry as one JSON object.")
def show_command(id: str, config: Path | None, as_json: bool) -> None:  # noqa: A002
    """Show the mission, person or series ID as the service reads it."""
    known = load(_catalogue_dir(config))
    entry = known.missions.get(id) or known.people.get(id) or known.series.get(id)
    if entry is None:
        raise CatalogueError(f"The catalogue has no entry {id!r}.", hint=_near(id, known))
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(entry), ensure_ascii=False))
        return
    table = Table(title=escape(entry.name), show_header=False, title_justify="left")
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for label, value in _rows(entry, known):
        table.add_row(label, escape(value))
    Console().print(table)


def _near(id_: str, known: Catalogue) -> str:
    ids = [*known.missions, *known.people, *known.series]
    near = difflib.get_close_matches(id_, ids, n=3, cutoff=0.6)
    return f"Near ones: {', '.join(near)}." if near else "Ids look like shenzhou-20, fei-junlong."


def _rows(entry: Mission | Person | Series, known: Catalogue) -> list[tuple[str, str]]:
    """Label and value of every field that says something, in the order of the dataclass."""
    rows = []
    for field in entry.__dataclass_fields__:
        value = getattr(entry, field)
        if field == "crew":
            rows += [("crew", _crew_line(member, known)) for member in value]
        elif field in {"missions", "expeditions", "assigned"}:
            rows += [(field, _flight_line(flight, known)) for flight in value]
        elif isinstance(value, dict):
            rows += [
                (f"{field} {language}", " · ".join(names)) for language, names in value.items()
            ]
        elif field == "landing_crew" and value == ():
            rows.append((field, "landed without a crew"))
        elif value not in (None, (), False):
            rows.append((field, ", ".join(value) if isinstance(value, tuple) else str(value)))
    return rows


def _crew_line(member: Any, known: Catalogue) -> str:
    name = known.people[member.person].name
    home = f", came home on {member.returned_on}" if member.returned_on else ""
    return f"{name} ({member.person}): {member.role or 'crew'}{home}"


def _flight_line(flight: str, known: Catalogue) -> str:
    mission = known.missions[flight]
    day = mission.launch or mission.start
    return f"{mission.name} ({flight})" + (f", {day}" if day else "")
