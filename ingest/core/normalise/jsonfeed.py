"""A JSON Feed (jsonfeed.org, versions 1 and 1.1): unpacked into one document an item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.core.normalise import feed_entry, jsonsource
from ingest.core.normalise.feed_entry import Listing
from ingest.core.normalise.form import Page
from ingest.model import Normalised, Reason, Rejection

_MARK = "jsonfeed.org/version/"


def accepts(page: Page) -> bool:
    if not page.head.startswith("{"):
        return False
    # Some leave out the version, which marks one.
    return _MARK in page.source or ('"feed_url"' in page.head and '"items"' in page.source)


def read(page: Page) -> Normalised:
    listing = parse(page)
    return listing if isinstance(listing, Rejection) else feed_entry.unpack(listing.entries)


def parse(page: Page) -> Listing | Rejection:
    """What the feed lists, in its own strings, or why it cannot be read."""
    feed = jsonsource.parse(page.source)
    if isinstance(feed, Rejection):
        return feed
    items = feed.get("items")
    is_marked = _MARK in str(feed.get("version")) or "feed_url" in feed
    if not is_marked or not isinstance(items, list):
        return Rejection(
            Reason.NOT_A_FEED,
            'The document says it is a JSON Feed, but has no "version" with an array of "items".',
        )
    about = {
        "title": feed.get("title"),
        "link": feed.get("home_page_url"),
        "language": feed.get("language"),
        "authors": _names(feed),
        "codec": page.codec,
        "notes": list(page.notes),
    }
    hubs = feed.get("hubs")
    stated = (
        [hub.get("url") for hub in hubs if isinstance(hub, Mapping)]
        if isinstance(hubs, list)
        else []
    )
    return Listing(
        entries=[_entry(item, about) for item in items],
        title=_text(feed, "title"),
        site=_text(feed, "home_page_url"),
        hubs=tuple(url for url in stated if isinstance(url, str)),
        topic=_text(feed, "feed_url"),
    )


def _text(feed: Mapping[str, Any], name: str) -> str | None:
    value = feed.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _entry(item: Any, about: Mapping[str, Any]) -> dict[str, Any]:
    """The item in the fields of a feed entry; what is no object becomes an entry without any."""
    if not isinstance(item, Mapping):
        item = {}
    content = [item[k] for k in ("content_html", "content_text") if isinstance(item.get(k), str)]
    return {
        "title": item.get("title"),
        "link": _link(item),
        "guid": _id(item.get("id")),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "language": item.get("language"),
        "authors": _names(item),
        "summary": item.get("summary"),
        "content": content[:1],
        "tags": item.get("tags"),
        "feed": about,
    }


def _link(item: Mapping[str, Any]) -> str | None:
    """Its page; its id, where that is the address of one, as the specification advises."""
    stated = item.get("id")
    guid = (
        stated if isinstance(stated, str) and stated.startswith(("http://", "https://")) else None
    )
    return _text(item, "url") or _text(item, "external_url") or guid


def _id(stated: Any) -> Any:
    """Numbers are taken as what they look like, as the specification asks for."""
    return str(stated) if isinstance(stated, int | float) else stated


def _names(item: Mapping[str, Any]) -> list[str]:
    stated = item.get("authors") or [item.get("author")]
    if not isinstance(stated, list):
        return []
    return [a["name"] for a in stated if isinstance(a, Mapping) and isinstance(a.get("name"), str)]
