"""The catalogue and the sources: data under ``config/`` that people edit, read into values.

``load`` is what the service calls at its start: it reads the YAML under ``config/catalogue``
(missions, people, series), refuses a catalogue that has an error, and keeps the result in a cache
so that the next start needs a few milliseconds. ``check`` says everything that is wrong, with
file, line and remedy, for the person who edits.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import msgspec

from ingest.catalogue.checks import cross_check
from ingest.catalogue.problems import Problem
from ingest.catalogue.reading import (
    Entry,
    Files,
    ReadCatalogue,
    decode_catalogue,
    decode_sources,
    read_files,
)
from ingest.errors import CatalogueError
from ingest.model import Catalogue, CrewMember, Mission, Person, Series, Source

__all__ = [
    "Entry",
    "Problem",
    "ReadCatalogue",
    "check",
    "examine",
    "load",
    "load_sources",
    "read",
    "read_files",
]

_CACHE_NAME = "catalogue.msgpack"
_SHOWN = 5
_VERSIONING = "content"
"""How versions are made: a cache that holds one made otherwise must not be read."""


_CHECK = "`missionfeed catalogue check` lists everything that is wrong."


class _Cached(msgspec.Struct):
    key: str
    catalogue: Catalogue


def load(directory: Path, *, cache: Path | None = None) -> Catalogue:
    """The catalogue in ``directory``, from the ``cache`` folder when nothing changed.

    ``version`` is a digest of what the entries say: comments, and in which file or order they
    stand, do not count. The cache is only ever a copy: a file that is missing, damaged or of
    another version of the code is replaced without a word, and a folder that cannot be written is
    left alone.

    Raises :class:`CatalogueError` naming file, line and entry when the catalogue has an error.
    """
    files = read_files(directory)
    key = f"{files.digest}-{_shape()}"
    if cache is not None and (known := _from_cache(cache / _CACHE_NAME, key)) is not None:
        return known
    found = examine(files)
    _raise_for_errors(found.problems, what="catalogue", hint=_CHECK)
    if cache is not None:
        _to_cache(cache / _CACHE_NAME, _Cached(key, found.catalogue))
    return found.catalogue


def check(directory: Path) -> list[Problem]:
    """Everything wrong with the catalogue in ``directory``: errors first, then warnings."""
    return examine(read_files(directory)).problems


def read(directory: Path) -> ReadCatalogue:
    """The catalogue with the place of each entry and field. Raises as :func:`load` does."""
    found = examine(read_files(directory))
    _raise_for_errors(found.problems, what="catalogue", hint=_CHECK)
    return found


def load_sources(directory: Path) -> tuple[Source, ...]:
    """The publishers that ``directory`` (``config/sources``) describes, in the order of its files.

    Raises :class:`CatalogueError` naming file, line and source when one cannot be read.
    """
    sources, problems = decode_sources(read_files(directory))
    _raise_for_errors(problems, what="list of sources", hint=f"The files stand in {directory}.")
    return sources


def examine(files: Files) -> ReadCatalogue:
    """The catalogue that ``files`` hold, as far as it can be read, and all that is wrong with it:
    errors first, then warnings."""
    found = decode_catalogue(files)
    unread = any(problem.id is None for problem in found.problems)
    # what a file that could not be read may define must not be reported as missing elsewhere
    problems = found.problems + ([] if unread else cross_check(found))
    return replace(
        found,
        catalogue=replace(found.catalogue, version=_version(found.catalogue)),
        problems=sorted(
            problems, key=lambda p: (p.level, p.file, p.line or 0, p.id or "", p.message)
        ),
    )


def _version(catalogue: Catalogue) -> str:
    """The digest of what the catalogue says."""
    said = msgspec.json.encode(
        [catalogue.missions, catalogue.people, catalogue.series], order="sorted"
    )
    return hashlib.sha256(said).hexdigest()[:16]


def _raise_for_errors(problems: list[Problem], *, what: str, hint: str) -> None:
    errors = [problem for problem in problems if problem.level == "error"]
    if not errors:
        return
    shown = "\n".join(f"  {error}" for error in errors[:_SHOWN])
    rest = f"\n  ... and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""
    raise CatalogueError(f"The {what} cannot be used:\n{shown}{rest}", hint=hint)


def _shape() -> str:
    """A digest of the dataclasses: a cache written for other fields must not be read."""
    fields = [
        f"{cls.__name__}.{name}:{field.type}"
        for cls in (Mission, CrewMember, Person, Series)
        for name, field in cls.__dataclass_fields__.items()
    ]
    return hashlib.sha256("\n".join([_VERSIONING, *fields]).encode()).hexdigest()[:8]


def _from_cache(path: Path, key: str) -> Catalogue | None:
    try:
        cached = msgspec.msgpack.decode(path.read_bytes(), type=_Cached)
    except (OSError, msgspec.MsgspecError):
        return None
    return cached.catalogue if cached.key == key else None


def _to_cache(path: Path, cached: _Cached) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
            file.write(msgspec.msgpack.encode(cached))
        os.replace(file.name, path)
    except OSError:
        return  # it only would have saved time
