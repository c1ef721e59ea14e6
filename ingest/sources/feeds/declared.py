"""Feeds declared in ``config/feeds/``: followed from the start, as the files say.

A feed that a file says ``follow: true`` of is followed. One that no file names any more, or says
``follow: false`` of, is paused, not removed: its memory stays, so that nothing is taken twice when
it comes back. What the command line added is never touched.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ingest import log
from ingest.core import ids, urls
from ingest.errors import SettingsError
from ingest.model import Feed
from ingest.store import Store

logger = log.get(__name__)

NOT_DECLARED = "not_declared"
"""The code of a feed that was paused because no file says to follow it."""


class Declared(BaseModel):
    """One feed of a file in ``config/feeds/``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: str
    title: str | None = None
    follow: bool = True
    full_text: Literal["auto", "always", "never"] = "auto"
    folder: tuple[str, ...] = ()
    note: str | None = None
    """For whoever reads the file."""


def load(folder: Path) -> list[Declared]:
    """The feeds of all files of a folder; raises ``SettingsError`` naming file and entry."""
    files = sorted(p for p in folder.glob("*") if p.suffix in (".yaml", ".yml", ".toml"))
    return [feed for path in files for feed in _read(path)]


def _read(path: Path) -> Iterator[Declared]:
    try:
        source = path.read_text(encoding="utf-8")
        whole = tomllib.loads(source) if path.suffix == ".toml" else yaml.safe_load(source)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    listed = whole.get("feeds") if isinstance(whole, dict) else None
    if not isinstance(listed, list):
        raise SettingsError(f"{path} has no list of `feeds`.", hint=_HINT)
    for number, entry in enumerate(listed, start=1):
        yield _declared(entry, f"{path}, feed {number}")


_HINT = "Each feed has a `url`, and may have: title, follow, full_text, folder, note."


def _declared(entry: Any, where: str) -> Declared:
    try:
        found = Declared.model_validate(entry)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(str(part) for part in problem["loc"]) or "it"
        raise SettingsError(f"{where}: {key}: {problem['msg']}.", hint=_HINT) from error
    if urls.canonical(found.url) is None:
        raise SettingsError(f"{where}: {found.url!r} is no http(s) address.", hint=_HINT)
    return found


def sync(store: Store, declared: list[Declared], *, now: datetime) -> None:
    """Bring the followed feeds in line with the files."""
    wanted = {ids.feed_id(feed.url): feed for feed in declared if feed.follow}
    known = {feed.id: feed for feed in store.feeds.all()}
    added = store.feeds.add([_feed(key, d, now) for key, d in wanted.items() if key not in known])
    for key, feed in known.items():
        if feed.origin == "config":
            _update(store, feed, wanted.get(key), now)
    if added:
        logger.info("feeds.declared", added=len(added))


def _feed(key: str, declared: Declared, now: datetime) -> Feed:
    return Feed(
        id=key,
        url=declared.url,
        origin="config",
        added=now,
        full_text=declared.full_text,
        folder=declared.folder,
        title=declared.title,
        next_poll=now,
    )


def _update(store: Store, feed: Feed, declared: Declared | None, now: datetime) -> None:
    if declared is None:
        if feed.state == "active":
            store.feeds.change(
                feed.id,
                state="paused",
                code=NOT_DECLARED,
                error="No file in config/feeds/ says to follow it.",
            )
        return
    if feed.state == "paused" and feed.code == NOT_DECLARED:
        store.feeds.change(feed.id, state="active", code=None, error=None, next_poll=now)
    if (feed.full_text, feed.folder) != (declared.full_text, declared.folder):
        store.feeds.change(feed.id, full_text=declared.full_text, folder=declared.folder)
