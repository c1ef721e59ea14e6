"""The files of the sync: asking what they need, reading what they hold, and writing them.

``wikidata/missions.yaml`` and ``wikidata/people.yaml`` are entries as people write them, to be
reviewed and edited; ``wikidata/said.jsonl`` is what Wikidata said, for the next sync.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from ingest.catalogue.facts import Facts
from ingest.catalogue.reading import Files, ReadCatalogue
from ingest.catalogue.sync import Proposal, Said
from ingest.catalogue.synced import FOLDER, SAID
from ingest.catalogue.wikidata import Source
from ingest.catalogue.wikidata_item import Item, Qid
from ingest.errors import CatalogueError
from ingest.model import EntryId

Kind = Literal["missions", "people"]

_HEAD = """\
# Written by `missionfeed catalogue sync` from Wikidata (CC0): what other files do not state.
# Edit or remove what is wrong: the next sync keeps your edit. Comments are not kept.
"""
_ORDER = (
    "name",
    "family",
    "given",
    "name_order",
    "kind",
    "series",
    "number",
    "born",
    "launch",
    "end",
)
_NUMBERS = ("number", "born")
_DATES = ("launch", "end")


def ask(
    found: ReadCatalogue, wikidata: Source, *, kinds: Collection[Kind], since: date
) -> tuple[dict[Qid, Item], dict[Qid, str]]:
    """What Wikidata says of our entries, of flights with a crew since then and of their crews; and
    the names behind the family-name items of people whom we do not know."""
    missions = [m.wikidata for m in found.catalogue.missions.values() if m.wikidata]
    people = [p.wikidata for p in found.catalogue.people.values() if p.wikidata]
    wanted = [*(missions if "missions" in kinds else ()), *(people if "people" in kinds else ())]
    if "missions" in kinds:
        wanted += wikidata.flights(since)
    items = dict(wikidata.items(wanted))
    crews = {member for one in items.values() if not one.human for member in one.crew}
    items |= dict(wikidata.items(sorted(crews - items.keys() - set(people))))
    strangers = [one for one in items.values() if one.human and one.qid not in people]
    families = sorted({one.family for one in strangers if one.family})
    named = {qid: one.label for qid, one in wikidata.items(families) if one.label}
    return items, named


def read_said(directory: Path) -> dict[EntryId, Said]:
    """What Wikidata said at the last sync; nothing before the first.

    Raises :class:`CatalogueError` where the file is broken: without it, an edit could not be told.
    """
    path = directory / FOLDER / SAID
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CatalogueError(f"{path} cannot be read: {error.strerror}.") from error
    said = {}
    for number, line in enumerate(lines, start=1):
        try:
            one = msgspec.json.decode(line, type=Said)
        except msgspec.MsgspecError as error:
            raise CatalogueError(
                f"{path}:{number}: This is no record of a sync: {error}.",
                hint="Restore the file from your version control; do not edit it.",
            ) from error
        said[one.id] = one
    return said


def render(proposal: Proposal) -> dict[str, bytes]:
    """The files of the sync as they will be: path in the catalogue -> bytes."""
    said = [msgspec.json.encode(proposal.said[id_]) for id_ in sorted(proposal.said)]
    return {
        f"{FOLDER}/missions.yaml": _yaml(proposal.missions),
        f"{FOLDER}/people.yaml": _yaml(proposal.people),
        f"{FOLDER}/{SAID}": b"".join(line + b"\n" for line in said),
    }


def with_rendered(files: Files, rendered: Mapping[str, bytes]) -> Files:
    """The catalogue's files as they will be, to be checked before anything is written."""
    added = {name: data for name, data in rendered.items() if name.endswith(".yaml")}
    return Files({**files.contents, **added}, files.digest)


def write(directory: Path, rendered: Mapping[str, bytes]) -> list[Path]:
    """Put the files in place, each as a whole; returns those that changed.

    The record of what was said comes last: a sync that is killed before that finds its own facts
    in place the next time, and does not take them for removed.
    """
    written = []
    for name, data in rendered.items():
        path = directory / name
        try:
            if path.exists() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(data)
                file.flush()
                os.fchmod(file.fileno(), 0o644)
                os.fsync(file.fileno())
            os.replace(file.name, path)
        except OSError as error:
            raise CatalogueError(
                f"{path} cannot be written: {error.strerror}.",
                hint="Sync where the catalogue may be edited, and bring the files to the service.",
            ) from error
        written.append(path)
    return written


def _yaml(entries: Mapping[EntryId, Facts]) -> bytes:
    blocks = [_block({id_: _plain(entries[id_])}) for id_ in sorted(entries) if entries[id_]]
    return "\n".join([_HEAD, *blocks]).encode()


def _block(entry: dict[str, Any]) -> str:
    text: str = yaml.safe_dump(
        entry, allow_unicode=True, default_flow_style=None, sort_keys=False, width=2**16
    )
    return text


def _plain(facts: Facts) -> Facts:
    """Fields in our order, with numbers and dates as such, so that nothing is quoted in vain."""
    last = ("crew", "aliases", "wikidata", "unconfirmed", "sources")
    middle = [name for name in facts if name not in _ORDER and name not in last]
    ordered = {name: facts[name] for name in (*_ORDER, *middle, *last) if name in facts}
    for name, value in ordered.items():
        if name in _NUMBERS and str(value).isdecimal():
            ordered[name] = int(value)
        elif name in _DATES:
            ordered[name] = _day(value)
        elif name == "unconfirmed":
            ordered[name] = value == "true"
    return ordered


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value
