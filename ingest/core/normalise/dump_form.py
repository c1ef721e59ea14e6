"""The text of a page as select-all copies it: what any text is, when no other form accepts it."""

from __future__ import annotations

from dataclasses import replace

from ingest.core.normalise import dump
from ingest.core.normalise.form import Page
from ingest.model import Article, Normalised


def accepts(page: Page) -> bool:
    return bool(page.source)


def read(page: Page) -> Normalised:
    found = dump.read(page.text, sources=page.sources, received=page.received)
    if not isinstance(found, Article):
        return found
    return replace(found, codec=page.codec, notes=(*page.notes, *found.notes))
