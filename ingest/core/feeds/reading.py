"""From the bytes that a feed's address answered with to what the feed lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from ingest.core.feeds import discovery
from ingest.core.normalise import container, decode, feed, feed_entry, feed_source, jsonfeed
from ingest.core.normalise.bounds import MAX_ENTRIES
from ingest.core.normalise.feed_entry import Listing
from ingest.core.normalise.form import Page
from ingest.model import Reason, Rejection

_NO_TIME = datetime.min.replace(tzinfo=UTC)


def read(raw: bytes, *, url: str) -> Listing | Rejection:
    """What the feed at ``url`` lists, links made absolute, or why it is none. Takes seconds for
    large feeds, and may end the process for one that was made to: run it where it can be killed."""
    data = container.unpack(raw, "")
    decoded = data if isinstance(data, Rejection) else decode.decode(data)
    if isinstance(data, Rejection) or isinstance(decoded, Rejection):
        assert isinstance(decoded, Rejection)
        return decoded
    page = Page(
        raw=data,
        source=decoded.text,
        codec=decoded.codec,
        notes=decoded.notes,
        received=_NO_TIME,  # dates are read with the entries, later
        sources=(),
    )
    if _is_web_page(page) and (shown := discovery.feed_in_page(page.source)):
        page = replace(page, source=shown)
    if jsonfeed.accepts(page):
        listing = jsonfeed.parse(page)
    elif _is_web_page(page):
        return Rejection(
            Reason.NOT_A_FEED,
            "The address answers with a web page, not with a feed. Look on the page for the "
            "address of its feed, or let `missionfeed feeds add` find it.",
        )
    elif feed_source.root_element(feed_source.without_junk(page.source)) is None:
        return Rejection(Reason.NOT_A_FEED, "The address answers with something that is no feed.")
    else:
        listing = feed.parse(page)
    if isinstance(listing, Rejection):
        return listing
    if len(listing.entries) > MAX_ENTRIES:
        return feed_entry.too_many(len(listing.entries))
    return _absolute(listing, url)


def _is_web_page(page: Page) -> bool:
    return feed_source.root_element(page.source) in ("html", "head", "body")


def _absolute(listing: Listing, url: str) -> Listing:
    site = _join(url, listing.site)
    return replace(
        listing,
        site=site,
        topic=_join(url, listing.topic),
        hubs=tuple(hub for stated in listing.hubs if (hub := _join(url, stated))),
        entries=[
            {**entry, "link": _join(site or url, entry.get("link"))} for entry in listing.entries
        ],
    )


def _join(base: str, stated: object) -> str | None:
    """The address as it is meant where it stands; None where it is none. One with characters that
    cannot be seen, or stored, is none."""
    if not isinstance(stated, str) or not stated.strip() or not stated.strip().isprintable():
        return None
    try:
        return urljoin(base, stated.strip())
    except ValueError:
        return None
