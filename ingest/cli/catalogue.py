"""``missionfeed catalogue``: what is known of missions and people, and whether it is sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ingest.catalogue import Entry, Problem, ReadCatalogue, examine, read, read_files
from ingest.cli.catalogue_sync import sync_command
from ingest.cli.finding import entry_id, near
from ingest.cli.output import console, echo_json, json_option, said
from ingest.errors import CatalogueError
from ingest.model import Catalogue, CrewMember, Mission, Person, Series
from ingest.settings import load_settings

__all__ = ["catalogue"]

_directory = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that holds catalogue/ (default: the settings').",
)


@click.group()
def catalogue() -> None:
    """Missions, crews, people and stations: show an entry, check the files, ask Wikidata."""


catalogue.add_command(sync_command)


# ------------------------------------------------------------------ check


@catalogue.command("check")
@_directory
@json_option
def check_command(config: Path | None, as_json: bool) -> None:
    """Say everything that is wrong with the catalogue's files. Exit code 1 on errors."""
    directory = load_settings(config=config).catalogue_dir
    found = examine(read_files(directory))
    if as_json:
        for problem in found.problems:
            echo_json(msgspec.to_builtins(problem))
    else:
        _print_problems(found, directory)
    if any(problem.level == "error" for problem in found.problems):
        raise SystemExit(1)


def _print_problems(found: ReadCatalogue, directory: Path) -> None:
    screen = console()
    for problem in found.problems:
        screen.print(_problem(problem), soft_wrap=True)
    known, errors = found.catalogue, sum(p.level == "error" for p in found.problems)
    screen.print(
        f"{escape(str(directory))}: {errors} errors, {len(found.problems) - errors} warnings.",
        soft_wrap=True,
    )
    screen.print(
        f"Version {known.version}: {len(known.missions)} missions, {len(known.people)} people, "
        f"{len(known.series)} series."
    )


def _problem(problem: Problem) -> Text:
    colour = "red" if problem.level == "error" else "yellow"
    return Text.assemble((problem.level, colour), " ", said(str(problem)))


# ------------------------------------------------------------------ show


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    value: str
    place: str


@catalogue.command("show")
@click.argument("id")
@_directory
@json_option
def show_command(id: str, config: Path | None, as_json: bool) -> None:  # noqa: A002
    """Show a mission, person or series, and where each fact stands."""
    directory = load_settings(config=config).catalogue_dir
    found = read(directory)
    known = found.catalogue
    ids = [*known.missions, *known.people, *known.series]
    if (found_id := entry_id(id, ids)) is None:
        close = ", ".join(near(id, ids))
        hint = f"Near ones: {close}." if close else "Ids look like shenzhou-20, fei-junlong."
        raise CatalogueError(f"The catalogue has no entry {id!r}.", hint=hint)
    id = found_id  # noqa: A001
    entry = known.missions.get(id) or known.people.get(id) or known.series[id]
    raw = found.entries[type(entry), id]
    if as_json:
        where = {field: _place(raw, field) for field in raw.fields}
        echo_json(msgspec.to_builtins(entry) | {"version": known.version, "where": where})
        return
    table = Table(title=escape(entry.name), title_justify="left", box=None, header_style="bold")
    table.add_column("", style="cyan", no_wrap=True)
    table.add_column("", ratio=1)
    table.add_column("stands in", style="dim", no_wrap=True)
    for row in _rows(entry, raw, known):
        table.add_row(row.label, said(row.value), row.place)
    screen = console()
    screen.print(table)
    screen.print(f"Catalogue {known.version} in {escape(str(directory))}.", style="dim")
    if entry.sources:
        screen.print("SOURCES.md says what the sources are.", style="dim")


def _place(raw: Entry, field: str) -> str:
    file, line = raw.place(field)
    return f"{file}:{line}"


def _rows(entry: Mission | Person | Series, raw: Entry, known: Catalogue) -> Iterator[_Row]:
    """A row for every field that says something, in the order of the dataclass."""
    for field in entry.__dataclass_fields__:
        value = getattr(entry, field)
        place = _place(raw, field)
        if field == "crew":
            yield from (_Row("crew", _crew_line(member, known), place) for member in value)
        elif field in {"missions", "expeditions", "assigned"}:
            yield from (_Row(field, _flight_line(flight, known), place) for flight in value)
        elif isinstance(value, dict):
            yield from _names(field, value, raw)
        elif field == "landing_crew" and value == ():
            yield _Row(field, "landed without a crew", place)
        elif field == "wikidata" and value:
            yield _Row(field, f"{value}  https://www.wikidata.org/wiki/{value}", place)
        elif value not in (None, (), False):
            yield _Row(field, ", ".join(value) if isinstance(value, tuple) else str(value), place)


def _names(field: str, value: dict[str, tuple[str, ...]], raw: Entry) -> Iterator[_Row]:
    """One row a language; where both people and the sync gave names, two."""
    added: Any = raw.added.fields.get(field, {}) if raw.added else {}
    own = raw.lines.get(field)
    for language, names in value.items():
        synced = [name for name in names if own and name in added.get(language, ())]
        rest = [name for name in names if name not in synced]
        label = f"{field} {language}"
        if rest:
            yield _Row(label, " · ".join(rest), _place(raw, field))
        if synced and raw.added:
            yield _Row(label, " · ".join(synced), f"{raw.added.file}:{raw.added.lines[field]}")


def _crew_line(member: CrewMember, known: Catalogue) -> str:
    name = known.people[member.person].name
    home = f", came home on {member.returned_on}" if member.returned_on else ""
    return f"{name} ({member.person}): {member.role or 'crew'}{home}"


def _flight_line(flight: str, known: Catalogue) -> str:
    mission = known.missions[flight]
    day = mission.launch or mission.start
    return f"{mission.name} ({flight})" + (f", {day}" if day else "")
