"""The feeds that a web page speaks of, the likeliest first.

Publishers name their feeds in ``<link rel="alternate">``. Where they do not, an ``<a>`` that looks
like one serves, then the page that a refresh leads to, and last the paths where publishing systems
keep them. All are candidates only: whoever asks fetches them in this order until one is a feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree

from ingest.core import urls
from ingest.core.normalise import feed_source, html_tree, text
from ingest.model import Rejection

MOST = 12
"""Candidates that are worth asking for."""

_FEED_TYPES = frozenset(
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/rss",
        "application/atom", "application/feed+json", "application/x-rss+xml", "text/rss+xml",
        "text/atom+xml", "text/rss",
    }
)  # fmt: skip
_XML_TYPES = frozenset({"application/xml", "text/xml", "application/json", ""})
"""With these, the address must look like a feed's too."""
_ADDRESS = re.compile(
    r"(?:^|[/._?=&-])(?:feeds?|rss\d?|atom|rdf|syndication)(?:[/._?=&-]|\Z)|\.(?:rss|rdf|atom)\Z",
    re.IGNORECASE,
)
_XML_PATH = re.compile(r"/(?:index|news|blog)\.xml\Z", re.IGNORECASE)
_LABEL = re.compile(
    r"(?<![\w])(?:rss|atom|feed|web ?feed|rss-лента|订阅|フィード)(?!\w)", re.IGNORECASE
)
_COMMENTS = re.compile(
    r"comment|kommentar|comentario|комментари|评论|評論|コメント|replies", re.IGNORECASE
)
_NO_FEED = re.compile(r"sitemap|oembed|opensearch|/wp-json/|\brsd\b|feedback", re.IGNORECASE)
_FEED_HOST = re.compile(r"(?:feeds?|rss)\d?\.|.*feedburner\.com\Z", re.IGNORECASE)
_REFRESH = re.compile(
    r"\s*\d{0,6}(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"\s>]+)", re.IGNORECASE
)
_CONVENTIONAL = ("feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", "rss")

How = Literal["link", "anchor", "refresh", "convention"]
_ORDER: dict[How, int] = {"link": 0, "anchor": 1, "refresh": 2, "convention": 3}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a feed's, by what it was found, and what the page calls it."""

    url: str
    how: How
    title: str | None = None


def candidates(source: str, url: str) -> list[Candidate]:
    """The feeds that the page at ``url`` may have, the likeliest first, feeds of comments last."""
    root = html_tree.parse(source)
    found: list[Candidate] = []
    if root is not None and not isinstance(root, Rejection):
        base = _base(root, url)
        found = [*_links(root, base), *_anchors(root, base, url), *_refresh(root, base)]
    found += [Candidate(address, "convention") for address in _conventional(url)]
    own = urldefrag(url)[0]
    first = {c.url: c for c in reversed(found) if c.url != own}
    ranked = sorted(
        (c for c in found if first.get(c.url) is c),
        key=lambda c: (_is_of_comments(c), _ORDER[c.how]),
    )
    return ranked[:MOST]


def feed_in_page(source: str) -> str | None:
    """The source of a feed that a page shows as text, as browsers and bad servers wrap it."""
    if "rss" not in source and "feed" not in source.lower() and "RDF" not in source:
        return None
    root = html_tree.parse(source)
    if root is None or isinstance(root, Rejection):
        return None
    for element in root.iter("pre", "xmp", "textarea"):
        shown = html_tree.joined(element).strip()
        if feed_source.root_element(shown) in ("rss", "feed", "rdf"):
            return shown
    return None


def _base(root: etree._Element, url: str) -> str:
    stated = next((e.get("href") for e in root.iter("base") if e.get("href")), None)
    return _join(url, stated) or url


def _links(root: etree._Element, base: str) -> Iterator[Candidate]:
    for element in root.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        kind = (element.get("type") or "").partition(";")[0].strip().lower()
        address = _join(base, element.get("href"))
        if address is None or _NO_FEED.search(f"{address} {kind}"):
            continue
        is_alternate = "alternate" in relations and (
            kind in _FEED_TYPES or (kind in _XML_TYPES and _looks_like_feed(address))
        )
        if is_alternate or "feed" in relations:
            yield Candidate(address, "link", _title(element.get("title")))


def _anchors(root: etree._Element, base: str, url: str) -> Iterator[Candidate]:
    """Links that look like a feed's; of other hosts only those that serve feeds."""
    own = urls.host(url)
    for element in root.iter("a", "area"):
        address = _join(base, element.get("href"))
        if address is None or _NO_FEED.search(address):
            continue
        host = urlsplit(address).hostname or ""
        if urls.host(address) != own and not _FEED_HOST.match(host):
            continue
        label = text.line(
            " ".join([html_tree.joined(element), element.get("title") or ""]), text.MAX_NAME
        )
        typed = (element.get("type") or "").lower() in _FEED_TYPES
        if typed or _looks_like_feed(address) or _FEED_HOST.match(host) or _LABEL.search(label):
            yield Candidate(address, "anchor", label or None)


def _refresh(root: etree._Element, base: str) -> Iterator[Candidate]:
    for element in root.iter("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh":
            target = _REFRESH.match((element.get("content") or "")[:4096])
            if target and (address := _join(base, target[1])):
                yield Candidate(address, "refresh")


def _conventional(url: str) -> Sequence[str]:
    found = (urljoin(urljoin(url, "/"), path) for path in _CONVENTIONAL)
    return [address for address in found if _join(url, address)]


def _looks_like_feed(address: str) -> bool:
    parts = urlsplit(address)
    whole = parts.path + ("?" + parts.query if parts.query else "")
    return bool(_ADDRESS.search(whole) or _XML_PATH.search(parts.path))


def _is_of_comments(candidate: Candidate) -> bool:
    path = urlsplit(candidate.url).path
    return bool(_COMMENTS.search(path) or _COMMENTS.search(candidate.title or ""))


def _title(stated: str | None) -> str | None:
    return text.line(stated or "", text.MAX_NAME) or None


def _join(base: str, stated: str | None) -> str | None:
    """The http(s) address that is meant, as it stands but for its fragment; None for any other."""
    stated = (stated or "").strip()
    if stated.lower().startswith("feed:"):
        rest = stated[5:]
        stated = rest if rest.lower().startswith("http") else f"https:{rest}"
    if not stated or stated.startswith("#"):
        return None
    try:
        address = urldefrag(urljoin(base, stated))[0].replace(" ", "%20")
    except ValueError:
        return None
    return address if urls.canonical(address) else None
