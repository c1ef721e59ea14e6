"""YAML files -> typed values, keeping for every entry the file and line where it stands.

All scalars are read as text and converted by the field's type, so that ``country: NO`` stays
Norway, ``2016-02-30`` is a bad date with a line number rather than a crash of the parser, and
``007`` is a number where a number belongs. A mapping that holds a key twice is an error; plain
YAML would silently keep the last one.
"""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from ingest.catalogue import synced
from ingest.catalogue.problems import Problem
from ingest.errors import CatalogueError
from ingest.model import Catalogue, CrewMember, Mission, Person, Series, Source

T = TypeVar("T", Mission, Person, Series, Source)

_MAX_DEPTH = 8

# libyaml is ten times as fast; pure Python serves where PyYAML was built without it
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Files:
    """The YAML files of a folder: path relative to it -> bytes, and a digest of all that."""

    contents: dict[str, bytes]
    digest: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in a file, not yet typed.

    ``added`` is what the sync wrote of it in a file of its own; ``fields`` hold both.
    """

    id: str
    fields: dict[str, Any]
    file: str
    line: int
    lines: dict[str, int]
    """Field -> the line where it stands."""
    added: Entry | None = None

    def place(self, field: str | None = None) -> tuple[str, int]:
        """File and line of a field, or of the entry where the field stands nowhere."""
        if field in self.lines:
            return self.file, self.lines[field]
        if self.added is not None and field in self.added.lines:
            return self.added.file, self.added.lines[field]
        return self.file, self.line

    def problem(self, message: str, remedy: str, *, at: str | None = None) -> Problem:
        """An error in this entry, at the line of field ``at`` where given."""
        file, line = self.place(at)
        return Problem(
            level="error", file=file, line=line, id=self.id, message=message, remedy=remedy
        )


@dataclass(slots=True)
class ReadCatalogue:
    """The catalogue as far as it could be read, where each entry stands, and what was wrong."""

    catalogue: Catalogue
    entries: dict[tuple[type, str], Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _MalformedError(Exception):
    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


def read_files(directory: Path) -> Files:
    """All ``*.yaml`` below ``directory``. Raises :class:`CatalogueError` if it cannot be read."""
    if not directory.is_dir():
        raise CatalogueError(
            f"There is no folder {directory}.",
            hint="Set MISSIONFEED_CONFIG to the folder that holds catalogue/ and sources/.",
        )
    try:
        contents = {
            path.relative_to(directory).as_posix(): path.read_bytes()
            for path in sorted(directory.rglob("*.yaml"))
        }
    except OSError as error:
        raise CatalogueError(f"{error.filename} cannot be read: {error.strerror}.") from error
    digest = hashlib.sha256()
    for name, data in contents.items():
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return Files(contents, digest.hexdigest()[:16])


def decode_catalogue(files: Files) -> ReadCatalogue:
    """Type every entry of ``missions/``, ``people/`` and ``series.yaml``, and what the sync added
    to them; collect what fails."""
    read = ReadCatalogue(Catalogue({}, {}, {}, files.digest))
    last = sorted(files.contents.items(), key=lambda file: file[0].startswith(synced.FOLDER))
    for name, data in last:
        cls = _class_of(name)
        if cls is not None:
            _collect(read, cls, name, data, adding=name.startswith(f"{synced.FOLDER}/"))
        else:
            read.problems.append(
                _in_file(
                    name,
                    None,
                    "This file belongs to no part of the catalogue.",
                    "Move it to missions/ or people/, or name it series.yaml.",
                )
            )
    for (cls, id_), entry in read.entries.items():
        if cls is Mission and (mission := _typed(entry, Mission, read.problems)) is not None:
            read.catalogue.missions[id_] = mission
        elif cls is Person and (person := _typed(entry, Person, read.problems)) is not None:
            read.catalogue.people[id_] = person
        elif cls is Series and (series := _typed(entry, Series, read.problems)) is not None:
            read.catalogue.series[id_] = series
    return read


def _class_of(name: str) -> type[Mission | Person | Series] | None:
    """What the entries of a file are."""
    if name == "series.yaml":
        return Series
    if name.startswith("missions/") or name == f"{synced.FOLDER}/missions.yaml":
        return Mission
    if name.startswith("people/") or name == f"{synced.FOLDER}/people.yaml":
        return Person
    return None


def decode_sources(files: Files) -> tuple[tuple[Source, ...], list[Problem]]:
    """Type every source of a folder of lists of sources; collect what fails."""
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, data in files.contents.items():
        for entry in _entries(name, data, problems):
            if entry.id in sources:
                problems.append(entry.problem("This id stands twice.", "Merge the two sources."))
            elif (source := _typed(entry, Source, problems)) is not None:
                sources[source.id] = source
    return tuple(sources.values()), problems


def _collect(read: ReadCatalogue, cls: type, name: str, data: bytes, *, adding: bool) -> None:
    """Keep the entries of a file, each in its one place; those of a sync add to others."""
    for entry in _entries(name, data, read.problems):
        first = read.entries.get((cls, entry.id))
        if first is not None and adding and first.file != name:
            read.entries[cls, entry.id] = dataclasses.replace(
                first, fields=synced.merged(first.fields, entry.fields), added=entry
            )
        elif first is not None:
            read.problems.append(
                entry.problem(
                    f"This id stands already in {first.file}:{first.line}.",
                    "Merge the two entries or give one another id.",
                )
            )
        else:
            read.entries[cls, entry.id] = entry


def _typed(entry: Entry, cls: type[T], problems: list[Problem]) -> T | None:
    found = [*_unknown_fields(entry, cls), *_empty_fields(entry)]
    problems.extend(found)
    if found:
        return None
    try:
        return msgspec.convert({**entry.fields, "id": entry.id}, cls, strict=False)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at ")
        key = path.strip("`").removeprefix("$.").split("[")[0].split(".")[0]
        where = f"Field {path.strip('`').removeprefix('$.')}" if key else "The entry"
        problems.append(
            entry.problem(f"{where}: {what}.", "Correct the value or leave the field out.", at=key)
        )
        return None


def _unknown_fields(entry: Entry, cls: type) -> Iterator[Problem]:
    known = [field.name for field in dataclasses.fields(cls)]
    for key in entry.fields:
        if key not in known:
            yield _unknown(entry, key, known, at=key)
    crew = entry.fields.get("crew")
    if cls is Mission and isinstance(crew, list):
        known = [field.name for field in dataclasses.fields(CrewMember)]
        for member in crew:
            for key in member if isinstance(member, dict) else ():
                if key not in known:
                    yield _unknown(entry, key, known, at="crew")


def _unknown(entry: Entry, key: str, known: list[str], *, at: str) -> Problem:
    near = difflib.get_close_matches(key, known, n=1)
    remedy = f"Did you mean {near[0]!r}?" if near else f"Known fields: {', '.join(known)}."
    return entry.problem(f"Unknown field {key!r}.", remedy, at=at)


def _empty_fields(entry: Entry) -> Iterator[Problem]:
    for key, value in entry.fields.items():
        if value == "":
            yield entry.problem(
                f"Field {key} is empty.", "Give it a value or leave it out.", at=key
            )


def _entries(name: str, data: bytes, problems: list[Problem]) -> Iterator[Entry]:
    """The entries of one file: a mapping of id -> fields, or a list of mappings with an id."""
    try:
        yield from _parse(name, data)
    except _MalformedError as error:
        line, message, remedy = error.line, error.message, error.remedy
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        message = f"This is not valid YAML: {error.problem or error.context}."
        remedy = "Check quotes, brackets and the indentation around this line."
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line, message = 1, f"This is not valid YAML: {' '.join(str(error).split())}."
        remedy = "Save the file as UTF-8 without control characters."
    else:
        return
    problems.append(_in_file(name, line, message, remedy))


def _in_file(name: str, line: int | None, message: str, remedy: str) -> Problem:
    return Problem(level="error", file=name, line=line, id=None, message=message, remedy=remedy)


def _parse(name: str, data: bytes) -> Iterator[Entry]:
    root = yaml.compose(data.decode("utf-8-sig"), Loader=_Loader)
    if root is None:
        return
    if isinstance(root, yaml.MappingNode):
        entries = _unique_pairs(root)
    elif isinstance(root, yaml.SequenceNode):
        entries = [(_id_of(item), item.start_mark.line + 1, item) for item in root.value]
    else:
        raise _MalformedError(1, "The file holds no entries.", "Write `id:` and fields below it.")
    for id_, line, node in entries:
        if not isinstance(node, yaml.MappingNode):
            raise _MalformedError(
                line, f"Entry {id_!r} has no fields.", "Write them indented below it."
            )
        fields = _unique_pairs(node)
        yield Entry(
            id=id_,
            fields={key: _plain(value) for key, _, value in fields},
            file=name,
            line=line,
            lines={key: line for key, line, _ in fields},
        )


def _id_of(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    raise _MalformedError(
        node.start_mark.line + 1, "This item has no id.", "Add `id: some-id` to it."
    )


def _unique_pairs(node: yaml.MappingNode) -> list[tuple[str, int, yaml.Node]]:
    """Key, line of the key and value of each pair of a mapping."""
    seen: set[str] = set()
    pairs = []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise _MalformedError(line, "A key is not a word.", "Use plain words as keys.")
        if key.value in seen:
            raise _MalformedError(
                line, f"The key {key.value!r} stands twice.", "Merge the two or rename one."
            )
        seen.add(key.value)
        pairs.append((str(key.value), line, value))
    return pairs


def _plain(node: yaml.Node, depth: int = 0) -> Any:
    if depth > _MAX_DEPTH:
        line = node.start_mark.line + 1
        raise _MalformedError(
            line, "This is nested too deeply.", "No field needs that; flatten it."
        )
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, depth + 1) for item in node.value]
    assert isinstance(node, yaml.MappingNode)
    return {key: _plain(value, depth + 1) for key, _, value in _unique_pairs(node)}
