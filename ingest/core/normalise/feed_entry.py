"""One entry of a feed, as a document of its own: how it is written down, and how it is read.

When a feed is unpacked, each entry becomes a small JSON object of raw strings (``unpack``). It is
kept and read like any other document, so that an entry has its own receipt, a broken one does not
harm the others, and all can be read again by a later version.

Fields, each a text or absent: ``title``, ``link``, ``guid``, ``published``, ``updated``,
``language``, ``summary``, ``rights``, ``source`` (who published it first); arrays of text:
``authors``, ``content`` (best first), ``tags``; ``part`` (``#item-7``) of its page, where it is
one; ``shared`` where other entries have the same link; ``feed``: ``title``, ``link``, ``base``,
``language``, ``rights``, ``authors`` of the feed as a whole, and the ``codec`` and ``notes`` with
which its file was decoded. Where the entry's page was fetched, ``page`` holds its ``url`` and
``source``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.core import urls
from ingest.core.normalise import dates, feed_dates, feed_links, fragment, html, jsonsource, text
from ingest.core.normalise.bounds import MAX_ENTRIES
from ingest.core.normalise.draft import Draft, Stated, finish
from ingest.core.normalise.form import Page
from ingest.model import (
    FEED_ENTRY,
    Article,
    Normalised,
    Reason,
    Rejection,
    Timestamp,
    Unpacked,
)

# What publishing systems add at the end of every entry.
_ADDED = re.compile(
    r"(?:The post\b.{1,400}\bappeared first on\b.{1,200}"
    r"|(?:Continue reading|Read more|Read the full (?:story|article)|Weiterlesen|Lire la suite"
    r"|Leer más|Читать далее|阅读全文|続きを読む)\b.{0,200}|\[?(?:…|\.\.\.)\]?)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed as it stands: its entries in the fields above, and what it says of itself."""

    entries: Sequence[dict[str, Any]]
    title: str | None = None
    site: str | None = None
    hubs: tuple[str, ...] = ()
    """Addresses of WebSub hubs."""
    topic: str | None = None
    """Its own address, as it knows it."""
    ttl_minutes: str | None = None
    update: tuple[str | None, str | None] = (None, None)
    """``sy:updatePeriod`` and ``sy:updateFrequency``."""


def unpack(entries: Sequence[Mapping[str, Any]]) -> Unpacked | Rejection:
    """The entries as documents; two that are the same in everything are one."""
    if len(entries) > MAX_ENTRIES:
        return too_many(len(entries))
    written = dict.fromkeys(write(entry) for entry in feed_links.told_apart(entries))
    return Unpacked(tuple((FEED_ENTRY, entry) for entry in written), "feed")


def write(entry: Mapping[str, Any]) -> bytes:
    """The entry as a document's bytes: the same fields always give the same bytes."""
    return jsonsource.canonical({name: value for name, value in entry.items() if value})


def too_many(count: int) -> Rejection:
    return Rejection(
        Reason.TOO_MANY_ENTRIES,
        f"The feed holds {count:,} entries, more than the {MAX_ENTRIES:,} that are taken at once. "
        "Split it.",
    )


def accepts(page: Page) -> bool:
    """Only what we unpacked ourselves: a stranger's JSON is never told to be one by its content."""
    return page.media_type == FEED_ENTRY


def read(page: Page) -> Normalised:
    entry = jsonsource.parse(page.source)
    if isinstance(entry, Rejection):
        return entry
    if not isinstance(entry, dict):
        return Rejection(Reason.SCHEMA, "The feed entry is not an object.")
    about = entry.get("feed")
    feed = about if isinstance(about, dict) else {}
    body, paged, notes = _fuller(_body(entry), _page(entry, page))
    title = fragment.inline(_text(entry, "title") or "") or (paged.title if paged else None)
    if not title and not body.paragraphs:
        return Rejection(
            Reason.NO_ARTICLE, "The feed entry has neither a title nor any text to read."
        )
    article = finish(
        Draft(
            form="feed_entry",
            title=title,
            paragraphs=body.paragraphs,
            published=_dates(entry, "published"),
            updated=_dates(entry, "updated"),
            publisher=_text(entry, "source") or _text(feed, "title"),
            authors=_names(entry, "authors") or _names(feed, "authors"),
            section=_names(entry, "tags"),
            language=_text(entry, "language") or _text(feed, "language"),
            url=_text(entry, "link"),
            base=_text(entry, "base") or _text(feed, "link"),
            guid=_text(entry, "guid"),
            captions=body.captions,
            rights=_text(entry, "rights") or _text(feed, "rights"),
            notes=[*_texts(feed, "notes"), *notes],
            least=1,  # its publisher lists it: it is meant to be read, however short
        ),
        # The document's address is the feed's where the entry has none: not one of its own.
        replace(page, codec=_text(feed, "codec") or page.codec, url=None),
    )
    if isinstance(article, Rejection):
        return article
    return _of_part(_dated(article, paged, entry), entry)


def stated(raw: bytes) -> tuple[str | None, str | None]:
    """Headline and address of an entry as it states them, also of one that is no article."""
    entry = jsonsource.parse(raw.decode("utf-8", "replace"))
    if not isinstance(entry, dict):
        return None, None
    about = entry.get("feed")
    base = _text(about, "link") if isinstance(about, dict) else None
    title = fragment.inline(_text(entry, "title") or "") or None
    return title, urls.canonical(_text(entry, "link") or "", base)


def _of_part(article: Article, entry: Mapping[str, Any]) -> Article:
    """With the part of its page that it is in its address, or with an address that others have."""
    part = _text(entry, "part") or ""
    url = article.url + part if article.url else None
    return replace(article, url=url, shared_url=entry.get("shared") is True)


def _dated(article: Article, paged: Article | None, entry: Mapping[str, Any]) -> Article:
    """With its dates as they stood in the feed, or those of its page where the feed has none."""
    if paged is not None and article.published is None:
        article = replace(article, published=paged.published, updated=paged.updated)
    stated = {f"feed.{name}": _text(entry, name) for name in ("published", "updated")}

    def raw(date: Timestamp | None) -> Timestamp | None:
        said = stated.get(date.method) if date else None
        return replace(date, raw=text.line(said, dates.MAX_RAW)) if date and said else date

    return replace(article, published=raw(article.published), updated=raw(article.updated))


def _page(entry: Mapping[str, Any], page: Page) -> Article | Rejection | None:
    """The entry's page as an article, where it was fetched."""
    fetched = entry.get("page")
    if not isinstance(fetched, dict):
        return None
    source, url = _text(fetched, "source") or "", _text(fetched, "url")
    read = html.read(replace(page, source=source, raw=b"", media_type=None, url=url))
    if isinstance(read, Unpacked):
        return Rejection(Reason.NO_ARTICLE, "It is no article.")
    return read


def _fuller(
    summary: fragment.Fragment, paged: Article | Rejection | None
) -> tuple[fragment.Fragment, Article | None, list[str]]:
    """The text of the page where it says more than the entry itself, and the page if it is one."""
    if paged is None:
        return summary, None, []
    if isinstance(paged, Rejection):
        why = f"the summary stands for the text, for the page could not be read: {paged.reason}"
        return summary, None, [why]
    if sum(map(len, paged.paragraphs)) <= sum(map(len, summary.paragraphs)):
        return summary, paged, ["the page says no more than the feed"]
    captions = paged.captions or summary.captions
    note = f"the text is that of the page {paged.url}"
    return fragment.Fragment(paged.paragraphs, captions), paged, [note]


def _body(entry: Mapping[str, Any]) -> fragment.Fragment:
    """The fullest of content and summary, without what the publishing system added."""
    sources = [*_texts(entry, "content"), _text(entry, "summary") or ""]
    found = [fragment.read(source) for source in sources[:4]]
    best = max(found, key=lambda f: sum(map(len, f.paragraphs)))
    paragraphs = list(best.paragraphs)
    while len(paragraphs) > 1 and _ADDED.match(paragraphs[-1]):
        paragraphs.pop()
    return fragment.Fragment(tuple(paragraphs), best.captions)


def _dates(entry: Mapping[str, Any], name: str) -> list[Stated]:
    raw = _text(entry, name)
    return [Stated(feed_dates.rewritten(raw), f"feed.{name}")] if raw else []


def _text(entry: Mapping[str, Any], name: str) -> str | None:
    value = entry.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _texts(entry: Mapping[str, Any], name: str) -> list[str]:
    values = entry.get(name)
    if not isinstance(values, list):
        return []
    return [v for v in values if isinstance(v, str) and v.strip()]


def _names(entry: Mapping[str, Any], name: str) -> list[str]:
    return [fragment.inline(value) for value in _texts(entry, name)]
