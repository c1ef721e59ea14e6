"""Addresses of entries: which part of a page they mean, and whether others have the same.

Change logs, old weblogs and live blogs list entries that stand on one page, each at its ``#part``;
others link every entry to the front page. What such entries have in common is a page, not what they
say, so they must not count as versions of one article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.core import urls


def told_apart(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The entries, each with the ``part`` of the page of its link that is meant, or marked as
    ``shared`` where others have the same link.

    A part that several pages have ("#top") is none. Entries of one headline are not told apart: a
    feed may list an entry twice.
    """
    addresses = [_address(entry) for entry in entries]
    pages = defaultdict(set)
    for page, part in addresses:
        pages[part].add(page)
    parts = [part if len(pages[part]) == 1 else "" for _, part in addresses]
    whole = [page + part for (page, _), part in zip(addresses, parts, strict=True)]
    shared = _shared(whole, entries)
    found = []
    for entry, part, address in zip(entries, parts, whole, strict=True):
        told = dict(entry)
        if address in shared:
            told["shared"] = True
        elif part:
            told["part"] = part
        found.append(told)
    return found


def _address(entry: Mapping[str, Any]) -> tuple[str, str]:
    """What is compared of the link: its page, and the part of it."""
    link = entry.get("link")
    if not isinstance(link, str) or not link.strip():
        return "", ""
    about = entry.get("feed")
    base = about.get("link") if isinstance(about, Mapping) else None
    absolute = link.startswith(("https://", "http://"))
    whole = link if absolute or not isinstance(base, str) else urls.canonical(link, base)
    return urls.key(whole or link), urls.part(link)


def _shared(addresses: Sequence[str], entries: Sequence[Mapping[str, Any]]) -> set[str]:
    """Those that stand at entries of different headlines."""
    titles: dict[str, set[str]] = defaultdict(set)
    for address, entry in zip(addresses, entries, strict=True):
        if address:
            titles[address].add(str(entry.get("title")))
    return {address for address, found in titles.items() if len(found) > 1}
