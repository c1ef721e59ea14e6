"""The store of a command that may come before the first run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.settings import Settings
    from ingest.store import Store


@contextmanager
def opened(data: Path | None) -> Iterator[tuple[Settings, Store]]:
    """The settings and their store, made where there is none yet: feeds and subscribers may be
    named before the first run."""
    from ingest import log, wiring
    from ingest.settings import load_settings

    settings = load_settings(data=data.absolute() if data else None)
    log.configure("WARNING", settings.log_format)
    wiring.begin(settings)
    store = wiring.open_store(settings)
    try:
        yield settings, store
    finally:
        store.close()
