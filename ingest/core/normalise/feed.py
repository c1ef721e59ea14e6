"""An RSS, RDF or Atom file: unpacked into one document an entry.

feedparser reads what feeds look like in the wild, but fetches, opens files, recurses and raises
when a stranger asks for it. So it only ever gets bytes that were looked at and mended before, as a
stream and never as a string (strings are addresses to it), and only its raw strings are taken:
dates, bodies and addresses are read by our own rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import feedparser

from ingest.core.normalise import bounds, feed_entry
from ingest.core.normalise.feed_entry import Listing
from ingest.core.normalise.form import Page
from ingest.model import Normalised, Reason, Rejection

_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})
_ROOTS = frozenset({"rss", "feed", "rdf"})

# What may stand before the root element: declarations, comments, a DOCTYPE.
_PROLOG = re.compile(
    r"\s+|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z][\w.-]{0,40})[\s/>]")
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));?")
_ENCODING = re.compile(r"(<\?xml\b[^>]{0,200}?)\s+encoding\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*')")
_PERSON = re.compile(
    r"<((?:[\w.-]{1,40}:)?(?:author|creator|contributor|publisher|owner|name|email|managingeditor"
    r"|webmaster))\b[^<>]*>",
    re.IGNORECASE,
)
MAX_PERSON = 1_024
"""Characters of a name; feedparser takes quadratic time over longer ones."""


def accepts(page: Page) -> bool:
    """Whether its root element is a feed's, or it is XML of another kind, or is named so."""
    root = root_element(page.source)
    if root == "html":
        return False
    return root in _ROOTS or page.head.startswith("<?xml") or page.suffix in _SUFFIXES


def root_element(source: str) -> str | None:
    """The lower-case local name of the first element, if the source begins like markup."""
    position = 0
    for _ in range(100):
        before = _PROLOG.match(source, position)
        if before is None:
            break
        position = before.end()
    root = _ROOT.match(source, position)
    return root[1].lower() if root else None


def read(page: Page) -> Normalised:
    listing = parse(page)
    return listing if isinstance(listing, Rejection) else feed_entry.unpack(listing.entries)


def parse(page: Page) -> Listing | Rejection:
    """What the feed lists, in its own strings, or why it cannot be read."""
    source = page.text.lstrip()
    rejection = _refuse(source) or bounds.check_xml(source)
    if rejection is not None:
        return rejection
    parsed = feedparser.parse(
        _Stream(_mended(source).encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.version and not parsed.entries:
        return _not_a_feed(root_element(source))
    about = _about(parsed.feed, page)
    links = [
        (link["rel"], link["href"])
        for link in parsed.feed.get("links") or ()
        if isinstance(link.get("rel"), str) and isinstance(link.get("href"), str)
    ]
    return Listing(
        entries=[_entry(entry, about) for entry in parsed.entries],
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


def _refuse(source: str) -> Rejection | None:
    """What can be told without a parser: not XML, entities, no feed, too much, or cut off."""
    if "<!ENTITY" in source and "<!ENTITY" in source[: _first_root(source)]:
        return Rejection(
            Reason.ENTITIES_FORBIDDEN,
            "The document declares XML entities of its own. They can blow up or read files, so "
            "such documents are not read. Remove the declarations (<!ENTITY ...>).",
        )
    root = root_element(source)
    if root is None:
        return Rejection(
            Reason.MALFORMED_XML,
            "The document is named or declared as XML, but does not begin with an XML element. "
            "If it is text, name it .txt.",
        )
    if root not in _ROOTS:
        return _not_a_feed(root)
    if (entries := len(_ENTRY.findall(source))) > bounds.MAX_ENTRIES:
        return feed_entry.too_many(entries)
    return _incomplete(source, root)


def _first_root(source: str) -> int:
    match = re.search(r"<(?:rss|feed|rdf:rdf)[\s>]", source, re.IGNORECASE)
    return match.start() if match else len(source)


def _incomplete(source: str, root: str) -> Rejection | None:
    """A feed that does not end, or that is followed by another."""
    ends = list(re.finditer(rf"</(?:[\w.-]{{1,40}}:)?{root}\s*>", source, re.IGNORECASE))
    if not ends:
        empty = re.search(r"/>\s*\Z", source[-100:])
        what = None if empty else f"it has no end (</{root}>), as if it was cut off"
    else:
        after = root_element(source[ends[0].end() :])
        what = "another feed follows after its end" if after in _ROOTS else None
    if what is None:
        return None
    return Rejection(
        Reason.MALFORMED_XML,
        f"The feed is not whole: {what}. Save it again when it is complete.",
    )


def _not_a_feed(root: str | None) -> Rejection:
    return Rejection(
        Reason.NOT_A_FEED,
        f"The document is XML, but no feed: its root element is <{root}>. "
        "RSS, RDF and Atom are read.",
    )


def _mended(source: str) -> str:
    """The source without what makes feedparser raise, or take quadratic time."""
    source = _ENCODING.sub(r"\1", source[:400]) + source[400:]
    return _without_long_names(_REFERENCE.sub(_safe_reference, source))


def _safe_reference(match: re.Match[str]) -> str:
    """The reference if it means a character that XML allows, else the replacement character."""
    digits = (match[1] or match[2]).lstrip("0")
    if len(digits) > 7:
        return "\ufffd"
    number = int(digits or "0", 16 if match[1] else 10)
    is_character = (
        number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
    ) and number & 0xFFFE != 0xFFFE
    return match[0] if is_character else "\ufffd"


def _without_long_names(source: str) -> str:
    """Empties the elements that name a person in more than ``MAX_PERSON`` characters."""
    kept: list[str] = []
    position = 0
    for match in _PERSON.finditer(source):
        end = source.find(f"</{match[1]}", match.end(), match.end() + MAX_PERSON)
        if end >= 0 or match[0].endswith("/>") or match.start() < position:
            continue
        end = source.find(f"</{match[1]}", match.end())
        if end < 0:
            break
        kept.append(source[position : match.end()])
        position = end
    return "".join([*kept, source[position:]]) if kept else source


def _about(feed: Mapping[str, Any], page: Page) -> dict[str, Any]:
    """What the feed says of itself, which its entries inherit."""
    return {
        "title": _string(feed, "title"),
        "link": _string(feed, "link"),
        "language": _string(feed, "language"),
        "rights": _string(feed, "rights"),
        "authors": _people(feed),
        "codec": page.codec,
        "notes": list(page.notes),
    }


def _entry(entry: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, Any]:
    """The raw strings of one entry, in the fields of ``feed_entry``."""
    source = entry.get("source")
    return {
        "title": _string(entry, "title"),
        "link": _string(entry, "link"),
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
