"""Full text: which entries hold a summary only, and an entry together with its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from ingest.core import urls
from ingest.core.normalise import dates, decode, feed_dates, feed_entry, fragment, jsonsource
from ingest.model import Rejection

MODE = Literal["auto", "always", "never"]
OLDEST = timedelta(days=7)
"""Older entries have had their time: a feed that is new to us must not cost a hundred pages."""
ENOUGH = 1_500
"""Characters that are more than a summary."""
WEIGHT = 3
"""A Chinese, Japanese or Korean character says about as much as so many letters."""
MAX_PAGE = 4 * 2**20
"""Bytes of a page that are kept."""

_CUT = re.compile(
    r"(?:…|\.\.\.|\[[^\]]{0,20}\]|\b(?:read more|continue reading|weiterlesen|lire la suite)"
    r"|leer más|читать далее|阅读全文|続きを読む)\W{0,12}\Z",
    re.IGNORECASE,
)


def wanted(raw: bytes, mode: MODE, *, now: datetime) -> str | None:
    """The address of the page to fetch for an entry (as ``feed_entry`` writes it), or None: a page
    that it shares with others is not its text."""
    if mode == "never":
        return None
    entry = jsonsource.parse(raw.decode("utf-8", "replace"))
    if not isinstance(entry, dict):
        return None
    stated = entry.get("link")
    link = stated.strip() if isinstance(stated, str) else ""
    is_its_own = urls.canonical(link) is not None and not (entry.get("part") or entry.get("shared"))
    if not is_its_own or not _is_recent(entry, now):
        return None
    return link if mode == "always" or _is_summary(entry) else None


def _is_recent(entry: Mapping[str, Any], now: datetime) -> bool:
    stated = entry.get("published") or entry.get("updated")
    if not isinstance(stated, str):
        return True
    found = dates.parse(
        feed_dates.rewritten(stated), zone=None, received=now, language=None, method="feed"
    )
    return found is None or found.value is None or now - found.value <= OLDEST


def _is_summary(entry: Mapping[str, Any]) -> bool:
    content = entry.get("content")
    bodies = [*(content if isinstance(content, list) else []), entry.get("summary")]
    texts = [
        "\n".join(fragment.read(body).paragraphs) for body in bodies[:4] if isinstance(body, str)
    ]
    text = max(texts, key=len, default="")
    dense = sum("\u3040" <= c <= "\ud7af" for c in text[: 2 * ENOUGH])
    length = len(text) + dense * (WEIGHT - 1)
    return length < ENOUGH or bool(_CUT.search(text[-200:]))


def with_page(raw: bytes, page: bytes, *, url: str) -> bytes | str:
    """The entry together with its page, as a document of its own; or why the page cannot be kept.

    It is read by ``feed_entry``: headline and dates of the entry, the text of the page.
    """
    entry = jsonsource.parse(raw.decode("utf-8", "replace"))
    decoded = decode.decode(page[:MAX_PAGE])
    if isinstance(decoded, Rejection):
        return decoded.reason
    if not isinstance(entry, dict):
        return "The entry cannot be read."
    return feed_entry.write({**entry, "page": {"url": url, "source": decoded.text}})
