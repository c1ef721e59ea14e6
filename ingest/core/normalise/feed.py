"""An RSS, RDF or Atom file: unpacked into one document an entry.

feedparser reads what feeds look like in the wild, but fetches, opens files, recurses and raises
when a stranger asks for it. So it only ever gets bytes that were looked at and mended before (see
``feed_source``), as a stream and never as a string (strings are addresses to it), and only its raw
strings are taken: dates, bodies and addresses are read by our own rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import feedparser

from ingest.core.normalise import bounds, feed_entry, feed_source
from ingest.core.normalise.feed_entry import Listing
from ingest.core.normalise.form import Page
from ingest.model import Normalised, Rejection

_FEEDS = frozenset({"rss", "feed", "rdf"})
_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})
_RDF = ("rss090", "rss10")
_PAGE_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain"})
_FEED_TYPES = ("application/rss", "application/atom", "application/rdf", "application/feed+json")


def accepts(page: Page) -> bool:
    """Whether its root element is a feed's, or it is XML of another kind, or is named so."""
    root = feed_source.root_element(page.source)
    if root == "html":
        return False
    return root in _FEEDS or page.head.startswith("<?xml") or page.suffix in _SUFFIXES


def read(page: Page) -> Normalised:
    listing = parse(page, in_part=False)
    return listing if isinstance(listing, Rejection) else feed_entry.unpack(listing.entries)


def parse(page: Page, *, in_part: bool = True) -> Listing | Rejection:
    """What the feed lists, in its own strings, or why it cannot be read.

    ``in_part``: of a feed that was cut off, or is too long, the first whole entries are taken. It
    will be asked for again; a file is refused, for nobody would look at it twice.
    """
    source = feed_source.without_junk(page.text)
    rejection = (
        feed_source.refuse(source)
        or (None if in_part else feed_source.refuse_in_part(source))
        or bounds.check_xml(source)
    )
    if rejection is not None:
        return rejection
    source, cut = feed_source.whole_part(source) if in_part else (source, ())
    if (too_many := feed_source.too_many_entries(source)) is not None:
        return too_many
    parsed = feedparser.parse(
        _Stream(feed_source.mended(source).encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.version and not parsed.entries:
        return feed_source.not_a_feed(feed_source.root_element(source))
    about = _about(parsed.feed, (*page.notes, *cut), page.codec)
    links = [
        (link["rel"], link["href"])
        for link in parsed.feed.get("links") or ()
        if isinstance(link.get("rel"), str) and isinstance(link.get("href"), str)
    ]
    return Listing(
        entries=[_entry(entry, about, rdf=parsed.version in _RDF) for entry in parsed.entries],
        title=about["title"],
        site=about["link"],
        hubs=tuple(href for rel, href in links if rel == "hub"),
        topic=next((href for rel, href in links if rel == "self"), None),
        ttl_minutes=_string(parsed.feed, "ttl"),
        update=(
            _string(parsed.feed, "sy_updateperiod"),
            _string(parsed.feed, "sy_updatefrequency"),
        ),
    )


class _Stream:
    """What feedparser asks of a stream. ``io.BytesIO`` would do; the core imports no I/O."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self) -> bytes:
        return self._data


def _about(feed: Mapping[str, Any], notes: Sequence[str], codec: str | None) -> dict[str, Any]:
    """What the feed says of itself, which its entries inherit."""
    return {
        "title": _string(feed, "title"),
        "link": _page_link(feed) or _string(feed, "link"),
        "language": _string(feed, "language"),
        "rights": _string(feed, "rights"),
        "authors": _people(feed),
        "codec": codec,
        "notes": list(notes),
    }


def _entry(entry: Mapping[str, Any], about: Mapping[str, Any], *, rdf: bool) -> dict[str, Any]:
    """The raw strings of one entry, in the fields of ``feed_entry``."""
    source = entry.get("source")
    return {
        "title": _string(entry, "title"),
        "link": _link(entry, about_is_link=rdf),
        "guid": _string(entry, "id"),
        "published": _string(entry, "published") or _string(entry, "created"),
        "updated": _string(entry, "updated"),
        "summary": _string(entry, "summary"),
        "content": _content(entry),
        "authors": _people(entry),
        "tags": _tags(entry),
        "rights": _string(entry, "rights"),
        "source": _string(source, "title") if isinstance(source, Mapping) else None,
        "feed": about,
    }


def _link(entry: Mapping[str, Any], *, about_is_link: bool) -> str | None:
    """The address of the entry's page: the publisher's own before that of a counter of clicks; its
    GUID where that is a permanent link."""
    link = _string(entry, "feedburner_origlink") or _page_link(entry)
    guid = _string(entry, "id")
    if link is None and guid and guid.lower().startswith(("http://", "https://")):
        link = guid if about_is_link or entry.get("guidislink") or "link" in entry else None
    return f"http://{link}" if link and link.lower().startswith("www.") else link


def _page_link(values: Mapping[str, Any]) -> str | None:
    """The first alternate that is a page, else the first that is not another feed."""
    links = [
        (link.get("type") or "", href)
        for link in values.get("links") or ()
        if (link.get("rel") or "").rpartition("/")[2] == "alternate"
        and (href := _string(link, "href"))
    ]
    pages = [href for kind, href in links if kind.lower() in _PAGE_TYPES]
    others = [href for kind, href in links if not kind.lower().startswith(_FEED_TYPES)]
    return next(iter([*pages, *others]), None)


def _string(values: Mapping[str, Any], name: str) -> str | None:
    # Not values[name]: feedparser would answer with another field, and warn of it.
    value = dict.get(values, name)  # type: ignore[call-overload]
    return value if isinstance(value, str) and value.strip() else None


def _content(entry: Mapping[str, Any]) -> list[str]:
    """The bodies that are text or markup; pictures and the like are none."""
    found = []
    for content in entry.get("content") or ():
        value, kind = content.get("value"), content.get("type") or "text/html"
        if isinstance(value, str) and (kind.startswith("text/") or kind.endswith("html+xml")):
            found.append(value)
    return found


def _people(values: Mapping[str, Any]) -> list[str]:
    stated: Sequence[Mapping[str, Any]] = values.get("authors") or ()
    found = [name for author in stated if (name := _string(author, "name"))]
    return found or [name for name in [_string(values, "author")] if name]


def _tags(entry: Mapping[str, Any]) -> list[str]:
    return [term for tag in entry.get("tags") or () if (term := _string(tag, "term"))]
