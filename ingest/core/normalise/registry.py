"""From raw bytes to an article: what a reader would call the story, without the page around it.

    bytes ─► unpacked (gzip) ─► decoded ─► the first form that accepts it reads it

A form is a module with ``accepts`` and ``read`` (see ``form``). Nothing here raises on bad input:
what cannot be read comes back as a ``Rejection`` that says why, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ingest.core import urls
from ingest.core.normalise import (
    container,
    decode,
    dump,
    dump_form,
    feed,
    feed_entry,
    html,
    html_explain,
    json_article,
    jsonfeed,
    markdown,
)
from ingest.core.normalise.form import Explained, Form, Page
from ingest.model import Normalised, Reason, Rejection, Source

VERSION = "2"
"""Stands on every article; raise it when the same bytes would be read differently."""

FORMS: tuple[Form, ...] = (feed_entry, jsonfeed, json_article, feed, html, markdown, dump_form)
"""Asked in this order: what we wrote ourselves, what cannot be mistaken, and plain text last."""


def normalise(
    raw: bytes,
    *,
    name: str | None,
    media_type: str | None,
    received: datetime,
    sources: Sequence[Source],
    url: str | None = None,
) -> Normalised:
    """The article that the bytes hold, the entries they hold, or why they hold neither.

    ``name`` (a file name) and ``media_type`` are hints; ``received`` is an aware time, against
    which relative dates are read; ``url`` is where the bytes came from, if from an address.
    """
    opened = _page(raw, name, media_type, received, sources, url)
    if isinstance(opened, Rejection):
        return opened
    refused, page = opened
    form = next((form for form in FORMS if form.accepts(page)), None)
    if form is None:
        return refused or Rejection(Reason.EMPTY, "The document is empty, or holds only blanks.")
    return form.read(page)


def explain(
    raw: bytes, *, name: str | None, received: datetime, sources: Sequence[Source]
) -> list[Explained]:
    """Each line of a text dump or an HTML page: its score, and why it was kept or dropped. Empty
    for other forms, which say themselves what their text is."""
    opened = _page(raw, name, None, received, sources, None)
    if isinstance(opened, Rejection):
        return []
    page = opened[1]
    form = next((form for form in FORMS if form.accepts(page)), None)
    if form is html:
        return html_explain.explain(page)
    return dump.explain(page.text) if form is dump_form else []


def _page(
    raw: bytes,
    name: str | None,
    media_type: str | None,
    received: datetime,
    sources: Sequence[Source],
    url: str | None,
) -> tuple[Rejection | None, Page] | Rejection:
    """The decoded page, with why it cannot be text, if it cannot: some forms read bytes."""
    data = container.unpack(raw, name or "")
    if isinstance(data, Rejection):
        return data
    decoded = decode.decode(data)
    refused = decoded if isinstance(decoded, Rejection) else None
    page = Page(
        raw=data,
        source="" if isinstance(decoded, Rejection) else decoded.text,
        codec=None if isinstance(decoded, Rejection) else decoded.codec,
        notes=() if isinstance(decoded, Rejection) else decoded.notes,
        suffix=container.suffix(name or ""),
        media_type=(media_type or "").partition(";")[0].strip().lower() or None,
        url=urls.canonical(url) if url else None,
        received=received,
        sources=sources,
    )
    return refused, page
